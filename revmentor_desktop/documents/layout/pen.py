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
    canvas.setFont(face.value, size)
    canvas.setFillGray(ink.grey)
    canvas.drawString(x - wide if right else x, y, line)
    return wide


def write_whole(canvas: Canvas, line: str, x: float, y: float, style: Style) -> None:
    """Write printable text on the baseline ``y``, however wide it is."""
    canvas.setFont(style.face.value, style.size)
    canvas.setFillGray(style.ink.grey)
    canvas.drawString(x, y, line)
