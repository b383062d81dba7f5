# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The pairing sheet on paper: A4 across, a table of pairs and one of people without, content in, bytes out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from revmentor_desktop.documents.content.pairing_sheet import AloneLine, PairingSheet, PairLine, Team
from revmentor_desktop.documents.layout import markup, paper, press
from revmentor_desktop.documents.layout.boxes import Box, OneLine, Row, Stack, balanced, stack, typeset
from revmentor_desktop.documents.layout.listing import Head, Listing
from revmentor_desktop.documents.layout.paper import Item
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import LABEL, LANDSCAPE, ROW_NUMBER, TITLE, Face, Ink, Style

_WIDTH = LANDSCAPE.text_width
_MENTOR, _ARROW, _MENTEE, _POINTS, _TOPICS, _HOURS, _STATE, _NOTES = 0.0, 132.0, 147.0, 276.0, 317.0, 479.0, 578.0, 634.0
"""Where the columns begin."""
_NAME_WIDTH = 127.0
_POINTS_WIDTH = 28.0
_TOPICS_WIDTH, _HOURS_WIDTH, _STATE_WIDTH, _NOTES_WIDTH = 154.0, 93.0, 52.0, _WIDTH - _NOTES
_ALONE = (_MENTOR, _MENTEE + 36, _TOPICS, _TOPICS + 112)
"""Where the columns of people without a pair begin."""
_PADS = (7.4, 6.2, 5.0)
"""Points above and below the text of a row together, the first with which the sheet takes the fewest pages."""
_TITLE_WIDTH = 300.0
_STRIP, _LEAST = _TOPICS, 668.0
"""Where the weights and the minimum begin, beside the title."""
_BULLET = 13.0
"""From the arrow before a topic to its name."""

_NAME = replace(ROW_NUMBER, name="sheet_name", size=8.8, leading=11)
_DETAIL = Style("sheet_detail", Face.REGULAR, 8.2, 10.4, Ink.SOFT)
_PLAIN = replace(_DETAIL, name="sheet_plain", ink=Ink.TEXT)
_HUNG = replace(_PLAIN, name="sheet_hung", hanging=_BULLET)
_STATE_WORD = Style("sheet_state", Face.MEDIUM, 8.2, 10.4)
_SUMMARY = Style("sheet_summary", Face.REGULAR, 9.4, 13, Ink.SOFT)
_WEIGHT = Style("sheet_weight", Face.SEMIBOLD, 13, 16)
_WEIGHT_WORD = Style("sheet_weight_word", Face.REGULAR, 7.8, 9.4, Ink.SOFT)


def draw_pairing_sheet(sheet: PairingSheet) -> bytes:
    """Return the sheet as PDF, the same bytes for the same content; rows stand closer if that saves a page, or a table its parting."""
    best = min((paper.paginate(_flow(sheet, pad), LANDSCAPE) for pad in _PADS), key=lambda pages: (len(pages), sum(map(len, pages))))
    whole = paper.Sheet(sheet.language, sheet.title, sheet.running, sheet.heading, sheet.running, sheet.foot)
    return paper.drawn(best, whole, LANDSCAPE)


def _flow(sheet: PairingSheet, pad: float) -> list[Item]:
    flow = [Item(_opening(sheet))]
    if sheet.teams:
        rows = tuple(_team(team, pad) for team in sheet.teams)
        flow.append(Item(Listing(_heads(sheet), rows, _WIDTH, after=14), sheet.title))
    else:
        flow.append(Item(Stack(((4, balanced(sheet.empty, _SUMMARY, _WIDTH)), (14, stack([]))))))
    if sheet.alone:
        places = (*_ALONE, _WIDTH)
        heads = tuple(
            Head(x, places[index + 1] - x - 8, words) for index, (x, words) in enumerate(zip(_ALONE, sheet.alone_heads, strict=True))
        )
        flow.append(Item(Listing(heads, tuple(_alone(line, pad) for line in sheet.alone), _WIDTH, sheet.alone_title), sheet.alone_title))
    return flow


def _heads(sheet: PairingSheet) -> tuple[Head, ...]:
    places = (
        (_MENTOR, _NAME_WIDTH, False),
        (_MENTEE, _NAME_WIDTH, False),
        (_POINTS, _POINTS_WIDTH, True),
        (_TOPICS, _TOPICS_WIDTH, False),
        (_HOURS, _HOURS_WIDTH, False),
        (_STATE, _STATE_WIDTH, False),
        (_NOTES, _NOTES_WIDTH, False),
    )
    return tuple(Head(x, width, words, right) for (x, width, right), words in zip(places, sheet.heads, strict=True))


def _opening(sheet: PairingSheet) -> Box:
    """Title and figures at the left, the criteria with their weights at the right."""
    title = Stack(((0, balanced(sheet.title, TITLE, _TITLE_WIDTH)), (2, balanced(sheet.summary, _SUMMARY, _TITLE_WIDTH))))
    step = (_LEAST - 6 - _STRIP) / len(sheet.weights)
    cells = Row(tuple((index * step, _weight(value, label, step - 3)) for index, (value, label) in enumerate(sheet.weights)))
    name, value, label = sheet.least
    strip = Stack(((2, balanced(sheet.weights_title, LABEL, _LEAST - _STRIP)), (3, cells)))
    least = Stack(((2, balanced(name, LABEL, _WIDTH - _LEAST)), (3, _weight(value, label, _WIDTH - _LEAST))))
    return Stack(((0, Row(((0, title), (_STRIP, strip), (_LEAST - 12, Upright(strip.height)), (_LEAST, least)))), (12, stack([]))))


def _weight(value: str, label: str, width: float) -> Box:
    return Stack(((0, OneLine(value, _WEIGHT)), (0, balanced(label, _WEIGHT_WORD, width))))


def _person(name: str, department: str, extra: str = "") -> Box:
    lines = [balanced(name, _NAME, _NAME_WIDTH)]
    lines += [balanced(department, _DETAIL, _NAME_WIDTH)] if department else []
    lines += [balanced(extra, LABEL, _NAME_WIDTH)] if extra else []
    return stack(lines)


def _team(team: Team, pad: float) -> "TeamRow":
    return TeamRow(
        mentor=_person(team.mentor, team.department, team.label),
        again=_person(team.mentor, team.again),
        lines=tuple(_line(line) for line in team.lines),
        pad=pad,
    )


def _line(line: PairLine) -> Box:
    """A pair from the arrow on, the mark of a forced one under it."""
    topics = [
        typeset(markup.text(_fitting(names, _TOPICS_WIDTH - _BULLET)), _HUNG, _TOPICS_WIDTH, bullet=arrow)
        for arrow, names in (("→", line.taught), ("←", line.given_back))
    ]
    notes = [balanced(words, _PLAIN, _NOTES_WIDTH) for words in line.notes]
    row = Row(
        (
            (_ARROW, OneLine("→", replace(_NAME, face=Face.REGULAR, ink=Ink.SOFT))),
            (_MENTEE, _person(line.mentee, line.department)),
            (_POINTS, RightLine(line.points, _NAME, _POINTS_WIDTH)),
            (_TOPICS, Stack(((0.4, stack(topics)),))),
            (_HOURS, Stack(((0.4, stack([balanced(words, _PLAIN, _HOURS_WIDTH) for words in line.hours])),))),
            (_STATE, Stack(((0.4, balanced(line.state, _STATE_WORD, _STATE_WIDTH)),))),
            (_NOTES, Stack(((0.4, stack(notes)),))),
        )
    )
    if not line.forced:
        return row
    forced = typeset(markup.marked(line.forced), _PLAIN, _WIDTH - _MENTEE)
    return Stack(((0, row), (3, Row(((_MENTEE, forced),)))))


def _fitting(names: Sequence[str], width: float) -> str:
    """Return as many topics as one line takes, and how many more there are; the first one whole in any case."""
    for count in range(len(names), 0, -1):
        more = len(names) - count
        text = ", ".join(names[:count]) + (f"\u00a0+{more}" if more else "")
        if count == 1 or press.width_of(markup.printable(text), _PLAIN.face, _PLAIN.size) <= width:
            return text
    return "–"


def _alone(line: AloneLine, pad: float) -> Box:
    ends = (*_ALONE[1:], _WIDTH)
    texts = ((line.name, _NAME), (line.department, _DETAIL), (line.role, _DETAIL), (line.reason, _PLAIN))
    cells = tuple(
        (x, balanced(text, replace(style, leading=_NAME.leading), end - x - 8) if text else stack([]))
        for x, end, (text, style) in zip(_ALONE, ends, texts, strict=True)
    )
    return Stack(((pad / 2, Row(cells)), (pad / 2, stack([]))))


@dataclass(frozen=True, slots=True)
class Upright:
    """A thin line from top to bottom: what stands right of it is no criterion."""

    height: float

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line."""
        stroke(canvas, Ink.RULE, 0.5)
        canvas.line(x, top - 3, x, top - self.height)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True)
class RightLine:
    """One line that ends at the right edge of its column."""

    text: str
    style: Style
    width: float

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.style.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Write the line."""
        style = self.style
        write(canvas, self.text, x + self.width, top - style.size, style.face, style.size, style.ink, width=self.width, right=True)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A mentor beside their mentees, one under another; ``again`` is the mentor where the team goes on overleaf."""

    mentor: Box
    again: Box
    lines: tuple[Box, ...]
    pad: float

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return max(self.mentor.height + self.pad, sum(line.height + self.pad for line in self.lines))

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the mentor once and a thin line between mentees."""
        self.mentor.draw(canvas, x + _MENTOR, top - self.pad / 2)
        for index, line in enumerate(self.lines):
            if index:
                stroke(canvas, Ink.HAIR, 0.35)
                canvas.line(x + _ARROW, top, x + _WIDTH, top)
            line.draw(canvas, x, top - self.pad / 2)
            top -= line.height + self.pad

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part between two mentees; a single pair stays whole."""
        if self.height <= room:
            return self, None
        used, count = 0.0, 0
        for line in self.lines:
            used += line.height + self.pad
            if used > room:
                break
            count += 1
        if not count or self.mentor.height + self.pad > room or count == len(self.lines):
            return None, self
        return replace(self, lines=self.lines[:count]), replace(self, mentor=self.again, lines=self.lines[count:])
