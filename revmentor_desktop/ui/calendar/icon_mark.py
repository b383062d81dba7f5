# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""An icon before a line of text, which follows the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme


class IconMark(QWidget):
    """One icon, as high as a line of text; the text beside it says the same."""

    def __init__(self, theme: Theme, icon: str, tone: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._tone, self._side = theme, icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        line = "table" if self._side >= 16 else "caption"
        return QSize(self._theme.px(self._side), self._theme.line_height(line))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._theme.paint_icon(QPainter(self), self.rect(), self._icon, self._tone, self._side)
