# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The comparison of proposals on paper: A4 across, columns side by side, content in, bytes out."""

from dataclasses import dataclass, replace

from revmentor_desktop.documents.content.comparison import Column, ComparedPair, Comparison
from revmentor_desktop.documents.layout import markup, paper, press
from revmentor_desktop.documents.layout.boxes import Box, OneLine, Row, Stack, balanced, stack, typeset
from revmentor_desktop.documents.layout.paper import Item
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import LABEL, LANDSCAPE, MM, TITLE, Face, Ink, Style

_WIDTH = LANDSCAPE.text_width
_GUTTER = 9 * MM
_WIDEST = (_WIDTH - _GUTTER) / 2
"""Of a column, also when it is the only one."""
_MARK = 8.0
"""Room for the bar before a pair that differs."""
_POINTS = 26.0
_SECTION = Style("card_title", Face.SEMIBOLD, 13, 17)
_FIGURE = Style("card_figure", Face.SEMIBOLD, 15, 18)
_SMALL = Style("card_small", Face.REGULAR, 8.2, 10.8)
_NOTE = replace(_SMALL, name="card_note", ink=Ink.SOFT)
_BEFORE_END = 10.0
"""Between the longest list and who is left without."""
_KEPT = 2
"""Rows that go on to the next page with who is left without."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How closely pairs stand: points between them, size and leading. ``every``: those of all proposals are written out."""

    pad: float
    size: float
    leading: float
    every: bool

    def style(self, *, strong: bool) -> Style:
        """Return the style of a pair; ``strong`` is one that differs."""
        return Style(f"card_pair{self.size}{strong}", Face.SEMIBOLD if strong else Face.REGULAR, self.size, self.leading)


_SETTINGS = tuple(
    Setting(pad, size, leading, every)
    for every in (True, False)
    for pad, size, leading in ((5.0, 8.8, 11.2), (3.2, 8.8, 11.2), (1.8, 8.2, 10.2))
)
"""The first with which all stand on one page is taken."""


def draw_comparison(comparison: Comparison) -> bytes:
    """Return the comparison as PDF, the same bytes for the same content.

    One page as far as it goes: pairs stand closer, then those of all proposals are only counted, and only then more pages follow.
    """
    pages: list[list[paper.Placed]] = []
    for setting in _SETTINGS:
        pages = paper.paginate(_flow(comparison, setting), LANDSCAPE)
        if len(pages) == 1:
            break
    whole = paper.Sheet(comparison.language, comparison.title, comparison.running, comparison.heading, comparison.running, comparison.foot)
    return paper.drawn(pages, whole, LANDSCAPE)


def _flow(comparison: Comparison, setting: Setting) -> list[Item]:
    count = max(len(comparison.columns), 1)
    width = min((_WIDTH - _GUTTER * (count - 1)) / count, _WIDEST)
    marks = _marks_tell(comparison, setting)
    heads = Row(tuple((index * (width + _GUTTER), _head(column, width)) for index, column in enumerate(comparison.columns)))
    columns = Columns(
        titles=tuple(balanced(column.title, _SECTION, width) for column in comparison.columns),
        lists=tuple(_list(column, width, setting, marks=marks) for column in comparison.columns),
        ends=tuple(_end(column, width) for column in comparison.columns),
        width=width,
    )
    legend = Legend(comparison.legend if marks else "")
    opening = Stack(((0, Row(((0, balanced(comparison.title, TITLE, _WIDTH / 2)), (0, legend)))), (9, stack([]))))
    return [Item(opening), Item(heads, comparison.title), Item(columns)]


def _marks_tell(comparison: Comparison, setting: Setting) -> bool:
    """Whether some of the pairs written out are marked and others not; otherwise, and on one column, the mark says nothing."""
    marked = {pair.differs for column in comparison.columns for pair in column.pairs if setting.every or not pair.everywhere}
    return len(comparison.columns) > 1 and len(marked) > 1


def _head(column: Column, width: float) -> Box:
    step = width / max(len(column.figures), 3)
    figures = tuple(
        (index * step, Stack(((0, OneLine(value, _FIGURE)), (0, balanced(label, LABEL, step - 4)))))
        for index, (value, label) in enumerate(column.figures)
    )
    title = balanced(column.title, _SECTION, width)
    return Stack(((0, Line(width)), (7, title), (5, Row(figures)), (9, balanced(column.pairs_title, LABEL, width)), (3, stack([]))))


def _list(column: Column, width: float, setting: Setting, *, marks: bool) -> tuple[Box, ...]:
    shown = [pair for pair in column.pairs if setting.every or not pair.everywhere]
    indent = _MARK if marks else 0.0
    boxes: list[Box] = [_pair(pair, width, setting, indent, strong=marks and pair.differs) for pair in shown]
    if len(shown) < len(column.pairs):
        boxes.append(PairRow(balanced(column.same, _NOTE, width - indent), "", _NOTE, width, setting.pad, indent))
    return tuple(boxes)


def _pair(pair: ComparedPair, width: float, setting: Setting, indent: float, *, strong: bool) -> "PairRow":
    """On one line, or the mentor above and the mentee below."""
    style, room = setting.style(strong=strong), width - indent - _POINTS
    whole = f"{pair.mentor} → {pair.mentee}"
    if press.width_of(markup.printable(whole, markup.SHORT_LIMIT), style.face, style.size) <= room:
        names: Box = balanced(whole, style, room)
    else:
        names = stack([balanced(pair.mentor, style, room), balanced(f"→ {pair.mentee}", style, room)])
    return PairRow(names, pair.points, style, width, setting.pad, indent, marked=strong)


def _end(column: Column, width: float) -> Box:
    return Stack(((0, Line(width, strong=False)), (6, typeset(markup.marked(column.left_out), _SMALL, width))))


@dataclass(frozen=True, slots=True)
class Line:
    """A line over a column."""

    width: float
    strong: bool = True

    @property
    def height(self) -> float:
        """No room of its own."""
        return 0.0

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line."""
        stroke(canvas, Ink.BLACK if self.strong else Ink.RULE, 0.8 if self.strong else 0.5)
        canvas.line(x, top, x + self.width, top)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Fit anywhere."""
        return (self, None) if room >= 0 else (None, self)


@dataclass(frozen=True, slots=True)
class Legend:
    """What the bar before a pair means, at the right of the title; nothing without words."""

    words: str

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return TITLE.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw a bar and the words, ended at the right edge of the text."""
        if not self.words:
            return
        end, base = x + _WIDTH, top - TITLE.size
        wide = write(canvas, self.words, end, base, _NOTE.face, _NOTE.size, _NOTE.ink, width=_WIDTH / 2 - 20, right=True)
        _bar(canvas, end - wide - 7, base + 7.4, 9.4)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair and its points, under a thin line; a bar before it where it differs, which a photocopy keeps."""

    names: Box
    points: str
    style: Style
    width: float
    pad: float
    indent: float
    marked: bool = False

    @property
    def height(self) -> float:
        """Points from line to line."""
        return self.names.height + self.pad

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw line, bar, names and points."""
        stroke(canvas, Ink.HAIR, 0.35)
        canvas.line(x, top, x + self.width, top)
        text, style = top - self.pad / 2, self.style
        if self.marked:
            _bar(canvas, x, text - 0.6, self.names.height - 1.2)
        self.names.draw(canvas, x + self.indent, text)
        write(canvas, self.points, x + self.width, text - style.size, style.face, style.size, style.ink, width=_POINTS - 4, right=True)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists side by side and who is left without under them, on one line; ``again``: they go on, so their titles stand above."""

    titles: tuple[Box, ...]
    lists: tuple[tuple[Box, ...], ...]
    ends: tuple[Box, ...]
    width: float
    again: bool = False

    @property
    def height(self) -> float:
        """Points from the titles to the last line."""
        ends = max((box.height for box in self.ends), default=0.0)
        return self._top + self._longest + (_BEFORE_END + ends if self.ends else 0.0)

    @property
    def _top(self) -> float:
        return max((box.height for box in self.titles), default=0.0) + 6 if self.again else 0.0

    @property
    def _longest(self) -> float:
        return max((sum(box.height for box in one) for one in self.lists), default=0.0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw every list from the same top, and every end."""
        if self.again:
            self._across(canvas, x, top, self.titles)
        top -= self._top
        self._across(canvas, x, top, tuple(stack(boxes) for boxes in self.lists))
        self._across(canvas, x, top - self._longest - _BEFORE_END, self.ends)

    def _across(self, canvas: Canvas, x: float, top: float, boxes: tuple[Box, ...]) -> None:
        for index, box in enumerate(boxes):
            box.draw(canvas, x + index * (self.width + _GUTTER), top)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part every list after as many rows as fit; the ends never stand alone on a page."""
        if self.height <= room:
            return self, None
        parts = [_cut(boxes, room - self._top) for boxes in self.lists]
        if not any(below for _above, below in parts):
            parts = [(boxes[:-_KEPT], boxes[-_KEPT:]) for boxes in self.lists]
        if not any(above for above, _below in parts):
            return None, self
        above, below = (tuple(part[side] for part in parts) for side in (0, 1))
        return replace(self, lists=above, ends=()), replace(self, lists=below, again=True)


def _cut(boxes: tuple[Box, ...], room: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    used = 0.0
    for index, box in enumerate(boxes):
        used += box.height
        if used > room:
            return boxes[:index], boxes[index:]
    return boxes, ()


def _bar(canvas: Canvas, x: float, top: float, height: float) -> None:
    stroke(canvas, Ink.BLACK, 2)
    canvas.line(x + 1, top, x + 1, top - height)
