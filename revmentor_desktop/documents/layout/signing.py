# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Three places to sign, side by side."""

from dataclasses import dataclass

from revmentor_desktop.documents.content.page import Party
from revmentor_desktop.documents.layout.boxes import Box, Stack, WritingLines, balanced
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import LABEL, MM, NAME, POST, SIGNING_ROOMS, TEXT_WIDTH, Ink

_GAP = 9 * MM
_FOOT = 14
"""Under the line: what to write on it."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The last clause and its three blocks; ``room`` points to sign in, all on one page."""

    clause: Box
    names: tuple[Box, ...]
    sign_label: str
    date_label: str
    room: float = SIGNING_ROOMS[-1]

    @classmethod
    def of(cls, clause: Box, signers: tuple[Party, ...], sign_label: str, date_label: str) -> "Signatures":
        """Return the blocks of ``signers`` under their clause."""
        width = _width(len(signers))
        return cls(clause, tuple(_signer(party, width) for party in signers), sign_label, date_label)

    @property
    def height(self) -> float:
        """Points from the line above the clause to the words under the signing lines."""
        return self.clause.height + 5 + max(box.height for box in self.names) + self.room + _FOOT

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the clause and the blocks."""
        self.clause.draw(canvas, x, top)
        start = top - self.clause.height - 5
        y = start - max(box.height for box in self.names) - self.room
        width = _width(len(self.names))
        for index, box in enumerate(self.names):
            left = x + index * (width + _GAP)
            box.draw(canvas, left, start)
            stroke(canvas, Ink.BLACK, 0.7)
            canvas.line(left, y, left + width, y)
            self._under(canvas, left, y - 10.6)

    def _under(self, canvas: Canvas, x: float, y: float) -> None:
        write(canvas, self.sign_label, x, y, LABEL.face, LABEL.size, LABEL.ink, width=18 * MM)
        x += 20 * MM
        x += write(canvas, self.date_label, x, y, LABEL.face, LABEL.size, LABEL.ink, width=12 * MM)
        for gap in (20, 42):
            write(canvas, "/", x + gap, y, LABEL.face, LABEL.size, LABEL.ink, width=10)


def _width(count: int) -> float:
    return (TEXT_WIDTH - _GAP * (count - 1)) / count


def _signer(party: Party, width: float) -> Box:
    name: Box = balanced(party.name, NAME, width) if party.name.strip() else WritingLines(width, 1)
    posts: tuple[tuple[float, Box], ...] = tuple((-0.8, balanced(line, POST, width)) for line in party.lines)
    return Stack(((0, balanced(party.role, LABEL, width)), (0.2, name), *posts))
