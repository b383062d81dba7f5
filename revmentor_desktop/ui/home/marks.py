# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Icons as widgets that follow the theme: bare, or on a soft square."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_FIELD
from revmentor_desktop.ui.widgets.paint import paint_box

TILE = 36
"""Side of a tile, in px."""


class Mark(QWidget):
    """An icon in a colour token."""

    def __init__(self, theme: Theme, icon: str, token: str, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._token, self._side = theme, icon, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_mark(self, icon: str, token: str) -> None:
        """Show another icon."""
        self._icon, self._token = icon, token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._theme.icon_size(self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._theme.paint_icon(QPainter(self), self.rect(), self._icon, self._token, self._side)


class Tile(QWidget):
    """An icon on a soft square; ``strong`` on the accent."""

    def __init__(self, theme: Theme, icon: str, *, strong: bool = False, side: int = TILE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._strong, self._side = theme, icon, strong, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._side), self._theme.px(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, box, RADIUS_FIELD, self._theme.color("accent" if self._strong else "accent_soft"))
        self._theme.paint_icon(painter, box, self._icon, "on_accent" if self._strong else "accent_text", 18)
