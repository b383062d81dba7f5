# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Blocks of a clause as boxes, on the hanging grid: number, title, text."""

from dataclasses import dataclass

from revmentor_desktop.documents.content import page as content
from revmentor_desktop.documents.layout import markup, press
from revmentor_desktop.documents.layout.boxes import Box, LabelledLine, OneLine, Row, Ruled, Stack, WritingLines, balanced, stack, typeset
from revmentor_desktop.documents.layout.pen import stroke
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import (
    BODY_WIDTH,
    BODY_X,
    LABEL,
    MM,
    NAME,
    NUMBER_WIDTH,
    PAIR_NAME,
    POST,
    TEXT_WIDTH,
    TITLE,
    TITLE_WIDTH,
    Fit,
    Ink,
    Style,
)

_GUTTER = 3.2 * MM
_ITEM_GAP = 2.4
"""Between items of a list, so that two lines of one item stand closer than two items."""
_ARROW = 10.5 * MM


def clause(text: content.Clause, fit: Fit) -> Box:
    """Return a clause under its line."""
    style = fit.styles.small if text.small else fit.styles.body
    body = [_block(block, style, fit) for block in text.body]
    cells: list[tuple[float, Box]] = [
        (0, OneLine(str(text.number), fit.styles.number)),
        (NUMBER_WIDTH, balanced(text.title, fit.styles.title, TITLE_WIDTH - 3.6 * MM)),
    ]
    if body:
        # Small type sits a little lower, so that its first baseline meets that of the title.
        drop = fit.styles.body.size - style.size
        cells.append((BODY_X, Stack(tuple((drop if not index else 4.6, box) for index, box in enumerate(body)))))
    return Ruled(Row(tuple(cells)), TEXT_WIDTH, fit.above, fit.below)


def whole_width(block: content.Block, fit: Fit) -> Box:
    """Return a paragraph or a list over the whole text width, without number and title."""
    if isinstance(block, content.Paragraph):
        return typeset(markup.marked(block.text), fit.styles.body, TEXT_WIDTH)
    return _block(block, fit.styles.body, fit)


def opening(title_text: str, teaches: content.Party, learns: content.Party) -> Box:
    """Return the title and the two names with the double arrow between them."""
    title = balanced(title_text, TITLE, TEXT_WIDTH)
    return Stack(((0, title), (10, _pair(teaches, learns)), (9, stack([]))))


def _pair(teaches: content.Party, learns: content.Party) -> Box:
    left, right = 61 * MM, 77.1 * MM
    name = markup.printable(teaches.name, markup.SHORT_LIMIT)
    if press.width_of(name, PAIR_NAME.face, PAIR_NAME.size) > left - 3 * MM:
        # A long name takes half of the width; the arrow goes to the middle.
        left, right = (TEXT_WIDTH - _ARROW) / 2 + 2 * MM, (TEXT_WIDTH + _ARROW) / 2 + 7.6 * MM
    first = _named(teaches, left - 3 * MM)
    second = _named(learns, TEXT_WIDTH - right)
    return Row(((0, first), (left, DoubleArrow(first.height if first.height < second.height else second.height)), (right, second)))


def _named(party: content.Party, width: float) -> Box:
    return stack([balanced(party.role, LABEL, width), balanced(party.name, PAIR_NAME, width)], gap=1.6)


@dataclass(frozen=True, slots=True)
class DoubleArrow:
    """Two arrows, there and back: both learn. ``height`` is that of the names beside it."""

    height: float

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the upper arrow to the right and the lower one to the left."""
        middle = top - self.height / 2 - 1.1
        stroke(canvas, Ink.TEXT, 1.2)
        canvas.setFillGray(Ink.TEXT.grey)
        for y, tail, tip in ((middle + 4.25, x, x + _ARROW), (middle - 4.25, x + _ARROW, x)):
            back = 5.2 if tip > tail else -5.2
            canvas.line(tail, y, tip - back, y)
            head = canvas.beginPath()
            head.moveTo(tip, y)
            head.lineTo(tip - back, y + 2.6)
            head.lineTo(tip - back, y - 2.6)
            head.close()
            canvas.drawPath(head, stroke=0, fill=1)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


def _block(block: content.Block, style: Style, fit: Fit) -> Box:
    match block:
        case content.Paragraph(text):
            return typeset(markup.marked(text), style, BODY_WIDTH)
        case content.Bullets(items):
            return _items(items, fit, BODY_WIDTH)
        case content.FillIn(label, lines):
            return _fill_in(label, lines, fit)
        case content.Columns(columns):
            return _columns(columns, fit)
        case content.Parties(parties):
            return _parties(parties)


def _items(items: tuple[content.Text, ...], fit: Fit, width: float) -> Box:
    return stack([typeset(markup.marked(item, tie=12), fit.styles.item, width, bullet="–") for item in items], gap=_ITEM_GAP)


def _fill_in(label: content.Text, lines: int, fit: Fit) -> Box:
    line = typeset(markup.marked(label, tie=0), fit.styles.body, BODY_WIDTH)
    strong = markup.printable(content.said(label))
    wide = press.width_of(strong, fit.styles.title.face, fit.styles.body.size)
    return LabelledLine(line, min(wide, BODY_WIDTH - 20), BODY_WIDTH, lines - 1)


def _columns(columns: tuple[content.Column, ...], fit: Fit) -> Box:
    step = BODY_WIDTH / len(columns)
    width = step - _GUTTER
    cells: list[tuple[float, Box]] = []
    labels = [balanced(column.label, LABEL, width) for column in columns]
    deepest = max(label.height for label in labels)
    for index, (column, label) in enumerate(zip(columns, labels, strict=True)):
        under: Box = WritingLines(width, column.blanks) if column.blanks else _items(column.items, fit, width)
        # All lists begin at the same height, however many lines a label takes.
        cells.append((index * step, Stack(((1.0, label), (1.4 + deepest - label.height, under)))))
    return Row(tuple(cells))


def _parties(parties: tuple[content.Party, ...]) -> Box:
    step = BODY_WIDTH / len(parties)
    return Row(tuple((index * step, _party(party, step - _GUTTER)) for index, party in enumerate(parties)))


def _at_dot(line: str, width: float) -> list[str]:
    """Part «Recursos Humanos · Zaragoza» at its dot when it does not fit: each half then says one thing."""
    fits = press.width_of(markup.printable(line, markup.SHORT_LIMIT), POST.face, POST.size) <= width
    return [line] if fits else line.split("\u00a0·\u00a0")


def _party(party: content.Party, width: float) -> Box:
    name: Box = balanced(party.name, NAME, width) if party.name.strip() else WritingLines(width, 1)
    posts = [balanced(part, POST, width) for line in party.lines for part in _at_dot(line, width)]
    # Post and department are told apart by a little room when one of them takes two lines.
    gap = 2.6 if any(post.height > POST.leading for post in posts) else 0
    return Stack(((1.0, balanced(party.role, LABEL, width)), (1.6, name), (1.0, stack(posts, gap))))
