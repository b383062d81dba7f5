# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Lines and single lines of text, straight on the sheet."""

from revmentor_desktop.documents.layout import markup, press
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import Face, Ink, Style


def stroke(canvas: Canvas, colour: Ink, width: float) -> None:
    """Choose grey and width of the next lines."""
    canvas.setStrokeGray(colour.grey)
    canvas.setLineWidth(width)


def write(canvas: Canvas, value: str, x: float, y: float, face: Face, size: float, ink: Ink, *, width: float, right: bool = False) -> float:
    """Write one line on the baseline ``y`` and return its width; ``right`` ends it at ``x``. Cut when wider than ``width``."""
    line = markup.fitted(value, face, size, width)
    wide = press.width_of(line, face, size)
    _set(canvas, line, x - wide if right else x, y, face, size, ink)
    return wide


def write_whole(canvas: Canvas, line: str, x: float, y: float, style: Style) -> None:
    """Write printable text on the baseline ``y``, however wide it is."""
    _set(canvas, line, x, y, style.face, style.size, style.ink)


def _set(canvas: Canvas, line: str, x: float, y: float, face: Face, size: float, ink: Ink) -> None:
    canvas.setFillGray(ink.grey)
    for own, piece in press.pieces(line, face):
        canvas.setFont(own.value, size)
        canvas.drawString(x, y, piece)
        x += press.width_of(piece, own, size)
