# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The table of sessions: printed dates, an empty line for the new one, and a box to tick."""

from dataclasses import dataclass, replace

from revmentor_desktop.documents.content.page import SessionRow, SessionTable
from revmentor_desktop.documents.layout import markup, press
from revmentor_desktop.documents.layout.boxes import Box, Words, typeset
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import LABEL, MM, ROW, ROW_NUMBER, SECTION, TEXT_WIDTH, Face, Ink

_COLUMNS = (0.0, 9 * MM, 31 * MM, 46 * MM, 120 * MM, 152 * MM)
_TITLE_WIDTH = _COLUMNS[4] - _COLUMNS[3] - 3 * MM
_TICK = 9.5
_HEAD = 20
_SECTION = 22
_AFTER = 12.6
"""Room between the table and the clause under it."""


@dataclass(frozen=True, slots=True)
class SessionRows:
    """Rows of the table under their heads, each with its title in lines when it takes several.

    The title of the whole stands only before the first row.
    """

    table: SessionTable
    rows: tuple[tuple[SessionRow, Words | None], ...]
    row_height: float
    first: bool = True

    @classmethod
    def of(cls, table: SessionTable, row_height: float) -> "SessionRows":
        """Return the whole table with rows of ``row_height`` points, more where a title takes several lines."""
        rows = tuple((row, _in_lines(row.title)) for row in table.rows)
        return cls(table, rows, row_height)

    @property
    def height(self) -> float:
        """Points from the title to the room below the last row."""
        return self._top + sum(self._row(words) for _row, words in self.rows) + _AFTER

    @property
    def _top(self) -> float:
        return _HEAD + (_SECTION if self.first else 0)

    def _row(self, words: Words | None) -> float:
        return self.row_height if words is None else max(self.row_height, words.height + 7)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part between two rows, the heads again above the rest."""
        if self.height - _AFTER <= room:
            return self, None
        used, count = self._top, 0
        for _row, words in self.rows:
            used += self._row(words)
            if used + _AFTER > room:
                break
            count += 1
        # Two rows at least on either side.
        count = min(count, len(self.rows) - 2)
        if count < 2:
            return None, self
        return replace(self, rows=self.rows[:count]), replace(self, rows=self.rows[count:], first=False)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw title, heads and rows."""
        if self.first:
            wide = write(canvas, self.table.title, x, top - 11, SECTION.face, SECTION.size, SECTION.ink, width=120 * MM)
            write(canvas, self.table.note, x + wide + 8, top - 11, Face.REGULAR, 9.4, Ink.LABEL, width=40 * MM)
            top -= _SECTION
        for offset, head in zip(_COLUMNS, self.table.heads, strict=True):
            write(canvas, head, x + offset, top - 8.6, LABEL.face, LABEL.size, LABEL.ink, width=30 * MM)
        y = top - _HEAD + 4.8
        stroke(canvas, Ink.BLACK, 0.8)
        canvas.line(x, y, x + TEXT_WIDTH, y)
        for index, (row, words) in enumerate(self.rows):
            height = self._row(words)
            self._draw_row(canvas, x, y, height, row, words)
            y -= height
            self._draw_lines(canvas, x, y, last=index == len(self.rows) - 1)

    def _draw_row(self, canvas: Canvas, x: float, y: float, height: float, row: SessionRow, words: Words | None) -> None:
        base = y - height / 2 - 3.3
        write(canvas, row.number, x, base, ROW_NUMBER.face, ROW.size, ROW.ink, width=8 * MM)
        write(canvas, row.day, x + _COLUMNS[1], base, ROW.face, ROW.size, ROW.ink, width=21 * MM)
        write(canvas, row.hour, x + _COLUMNS[2], base, ROW.face, ROW.size, ROW.ink, width=14 * MM)
        if words is None:
            write(canvas, row.title, x + _COLUMNS[3], base, ROW.face, ROW.size, ROW.ink, width=_TITLE_WIDTH)
        else:
            words.draw(canvas, x + _COLUMNS[3], y - (height - words.height) / 2)
        stroke(canvas, Ink.SOFT, 0.8)
        held = press.width_of(self.table.heads[5], LABEL.face, LABEL.size)
        left = x + _COLUMNS[5] + (held - _TICK) / 2
        canvas.roundRect(left, y - height / 2 - _TICK / 2, _TICK, _TICK, 1.6)

    def _draw_lines(self, canvas: Canvas, x: float, y: float, *, last: bool) -> None:
        stroke(canvas, Ink.RULE if last else Ink.HAIR, 0.5 if last else 0.35)
        canvas.line(x, y, x + TEXT_WIDTH, y)
        if not last:
            # Darker where the new date is written.
            stroke(canvas, Ink.RULE, 0.6)
            canvas.line(x + _COLUMNS[4], y, x + _COLUMNS[5] - 3 * MM, y)


def _in_lines(title: str) -> Words | None:
    """Return a title that is too long for one line as a paragraph."""
    if press.width_of(markup.printable(title), ROW.face, ROW.size) <= _TITLE_WIDTH:
        return None
    return typeset(markup.text(title), ROW, _TITLE_WIDTH)
