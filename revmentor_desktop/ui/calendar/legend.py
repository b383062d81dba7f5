# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the icons and colours of the calendar mean, in one line that goes away where it does not fit."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.calendar.delegate import PAINTS
from revmentor_desktop.ui.calendar.entries import Kind, kind_look
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_text

KINDS = (Kind.PLANNED, Kind.HELD, Kind.NO_LOG, Kind.POSTPONED, Kind.MISSED)
_GAP = 16


class Legend(QWidget):
    """The states by icon and word; those that do not fit whole are left out, the last first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(kind_look(kind).text for kind in KINDS))
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(kind) + _GAP for kind in KINDS), self._theme.line_height("caption"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.line_height("caption"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, left = QPainter(self), self._theme, 0.0
        side = theme.px(14)
        for kind in KINDS:
            width = self._width(kind)
            if left + width > self.width():
                return
            theme.paint_icon(painter, QRectF(left, 0, side, self.height()), kind_look(kind).icon, PAINTS[kind].icon, 14)
            words = QRectF(left + side + 5, 0, width - side - 5, self.height())
            paint_text(painter, words, kind_look(kind).text, theme, "caption", "text2")
            left += width + _GAP

    def _width(self, kind: Kind) -> int:
        return self._theme.px(14) + 5 + self._theme.metrics("caption").horizontalAdvance(kind_look(kind).text) + 2
