# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Lucide icons and the mark, coloured and drawn at the ratio of the screen."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from revmentor_desktop import resources


def source(name: str) -> str:
    """Return the SVG text of an icon. Raises `FileNotFoundError` for one that is not in the resources."""
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def mark_source(tile: str, ink: str) -> str:
    """Return the SVG text of the program's mark, its tile and strokes in two colours (``#RRGGBB``)."""
    text = resources.path("theme", "mark.svg").read_text(encoding="utf-8")
    return text.replace("#0F6157", tile).replace("#FFFFFF", ink)


def render(svg: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Draw an SVG on a square of ``size`` logical px with ``currentColor`` replaced by ``colour``."""
    side = max(1, round(size * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
