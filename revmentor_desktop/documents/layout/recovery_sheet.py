# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sheet of the recovery key on paper: content in, bytes out."""

from dataclasses import dataclass

from revmentor_desktop.documents.content.recovery_sheet import RecoverySheet
from revmentor_desktop.documents.layout import blocks, markup, paper, press
from revmentor_desktop.documents.layout.boxes import Box, Stack, balanced, typeset
from revmentor_desktop.documents.layout.paper import Item
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import FITS, LABEL, TEXT_WIDTH, TITLE, Face, Ink

_ACROSS = 3
"""Groups beside one another."""
_ROW, _EDGE = 38.0, 17.0
"""Points of a row of groups, and from the frame to the first and last one."""
_SIZE = 19.0
"""Points of the letters of the key: read at arm's length."""
_NUMBER = 18.0
"""Points that the number of a group takes before it."""


def draw_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the sheet as PDF: one page of A4, the same bytes for the same content."""
    fit = FITS[0]
    opening = Stack(
        (
            (0, balanced(sheet.title, TITLE, TEXT_WIDTH)),
            (8, typeset(markup.marked(sheet.opening), fit.styles.body, TEXT_WIDTH)),
            (16, balanced(sheet.key_name, LABEL, TEXT_WIDTH)),
            (4, KeyGroups(sheet.groups)),
            (20, Stack(())),
        )
    )
    flow = [Item(opening), *(Item(blocks.clause(section, fit), section.title) for section in sheet.sections)]
    whole = paper.Sheet(sheet.language, sheet.title, sheet.title, sheet.heading, sheet.running, sheet.foot)
    return paper.drawn(paper.paginate(flow), whole)


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """The groups of a key, numbered, in a frame: from left to right, then the next row."""

    groups: tuple[str, ...]

    @property
    def height(self) -> float:
        """Points from the upper to the lower edge of the frame."""
        return 2 * _EDGE + _ROW * (self._rows - 1) + _SIZE

    @property
    def _rows(self) -> int:
        return -(-len(self.groups) // _ACROSS)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the frame and the groups."""
        stroke(canvas, Ink.TEXT, 1.1)
        canvas.roundRect(x + 0.5, top - self.height + 0.5, TEXT_WIDTH - 1, self.height - 1, 5)
        step = TEXT_WIDTH / _ACROSS
        wide = _NUMBER + press.width_of("0" * 8, Face.KEY, _SIZE)
        for index, group in enumerate(self.groups):
            left = x + (index % _ACROSS) * step + (step - wide) / 2
            # Letters without tails stand in the middle of their row when the baseline is three quarters of their size below its top.
            base = top - _EDGE - (index // _ACROSS) * _ROW - 0.76 * _SIZE
            write(canvas, str(index + 1), left + _NUMBER - 7, base, Face.MEDIUM, 7.8, Ink.LABEL, width=_NUMBER, right=True)
            write(canvas, group, left + _NUMBER, base, Face.KEY, _SIZE, Ink.BLACK, width=step)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)
