# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A button that reads like a link: one action at the end of a notice or a card."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.labels import no_mnemonic
from revmentor_desktop.ui.widgets.paint import paint_box, saved

GAP = 4
"""Room at the left and right for the focus ring, so that the words stand in line with what is above."""


class Link(QPushButton):
    """Accent words, underlined under the pointer; 24 px high."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(no_mnemonic(text), parent)
        self._theme, self._label, self._ring = theme, text, False
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def label(self) -> str:
        """The text as it is read."""
        return self._label

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics("label").horizontalAdvance(self._label) + 2 * GAP + 1, self._theme.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = QFont(self._theme.font("label"))
        font.setUnderline(self.underMouse())
        with saved(painter):
            painter.setFont(font)
            painter.setPen(self._theme.color("accent_text"))
            middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
            painter.drawText(QRectF(self.rect()).adjusted(GAP, 0, 0, 0), middle, self._label)
        if self._ring and self.hasFocus():
            paint_box(painter, QRectF(self.rect()), 6, None, self._theme.color("focus"), 2)
