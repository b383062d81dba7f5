# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A button that reads like a link: one action at the end of a notice or a card, or the name of somebody."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.labels import no_mnemonic, tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, saved

GAP = 4
"""Room at the left and right for the focus ring, so that the words stand in line with what is above."""


class Link(QPushButton):
    """Accent words, underlined under the pointer; 24 px high. ``role`` and ``tone``: type and colour of other words, such as a name.

    ``cuts``: where there is no room for all of it, it ends in «…» and its tip says it whole.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget | None = None,
        *,
        role: str = "label",
        tone: str = "accent_text",
        cuts: bool = False,
    ) -> None:
        super().__init__(no_mnemonic(text), parent)
        self._theme, self._label, self._ring = theme, text, False
        self._role, self._tone, self._cuts = role, tone, cuts
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def label(self) -> str:
        """The text as it is read."""
        return self._label

    def set_label(self, text: str) -> None:
        """Say something else."""
        self._label = text
        self.setText(no_mnemonic(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics(self._role).horizontalAdvance(self._label) + 2 * GAP + 1, self._theme.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._theme.metrics(self._role).horizontalAdvance("mmmm…") + 2 * GAP
        return QSize(min(least, self.sizeHint().width()), self._theme.px(24)) if self._cuts else self.sizeHint()

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
        font = QFont(self._theme.font(self._role))
        font.setUnderline(self.underMouse())
        shown = self._theme.metrics(self._role).elidedText(self._label, Qt.TextElideMode.ElideRight, self.width() - 2 * GAP)
        if self._cuts and bool(self.toolTip()) != (shown != self._label):
            self.setToolTip(tip_text("" if shown == self._label else self._label))
        with saved(painter):
            painter.setFont(font)
            painter.setPen(self._theme.color(self._tone))
            middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
            painter.drawText(QRectF(self.rect()).adjusted(GAP, 0, 0, 0), middle, shown if self._cuts else self._label)
        if self._ring and self.hasFocus():
            paint_box(painter, QRectF(self.rect()), 6, None, self._theme.color("focus"), 2)
