# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A table of boxes: heads that stand again on every page, a thin line between rows, and no row alone on a page."""

from dataclasses import dataclass, replace

from revmentor_desktop.documents.layout.boxes import Box
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import LABEL, SECTION, Ink

_HEAD = 17
_TITLE = 22
_FEWEST = 2
"""Rows on either side of the end of a page."""


@dataclass(frozen=True, slots=True)
class Head:
    """Words over a column of ``width`` points at ``x``; ``right`` ends them at its right edge."""

    x: float
    width: float
    words: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under their heads over a width; ``title`` stands only before the first row."""

    heads: tuple[Head, ...]
    rows: tuple[Box, ...]
    width: float
    title: str = ""
    after: float = 0

    @property
    def height(self) -> float:
        """Points from the title to the room below the last row."""
        return self._top + sum(row.height for row in self.rows) + self.after

    @property
    def _top(self) -> float:
        return _HEAD + (_TITLE if self.title else 0)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part between two rows, the heads again above the rest; inside a row only if it is the first and does not fit."""
        if self.height - self.after <= room:
            return self, None
        used, count = self._top, 0
        for row in self.rows:
            used += row.height
            if used > room:
                break
            count += 1
        count = min(count, len(self.rows) - _FEWEST)
        if count >= _FEWEST:
            return self._parted(self.rows[:count], self.rows[count:])
        return self._inside(room)

    def _inside(self, room: float) -> tuple[Box | None, Box | None]:
        head, tail = self.rows[0].split(room - self._top)
        if head is None:
            return None, self
        return self._parted((head,), (*((tail,) if tail is not None else ()), *self.rows[1:]))

    def _parted(self, above: tuple[Box, ...], below: tuple[Box, ...]) -> tuple[Box | None, Box | None]:
        return replace(self, rows=above, after=0), replace(self, rows=below, title="") if below else None

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw title, heads and rows."""
        if self.title:
            write(canvas, self.title, x, top - 11, SECTION.face, SECTION.size, SECTION.ink, width=self.width)
            top -= _TITLE
        for head in self.heads:
            at = x + head.x + (head.width if head.right else 0)
            write(canvas, head.words, at, top - 8.6, LABEL.face, LABEL.size, LABEL.ink, width=head.width, right=head.right)
        y = top - _HEAD + 3
        stroke(canvas, Ink.BLACK, 0.8)
        canvas.line(x, y, x + self.width, y)
        y = top - _HEAD
        for index, row in enumerate(self.rows):
            row.draw(canvas, x, y)
            y -= row.height
            last = index == len(self.rows) - 1
            stroke(canvas, Ink.RULE if last else Ink.HAIR, 0.5 if last else 0.35)
            canvas.line(x, y, x + self.width, y)
