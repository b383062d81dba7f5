# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Chips: a state or a role (only to read), and pills to choose by."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS, RING
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import no_mnemonic, tip_text
from revmentor_desktop.ui.widgets.looks import Look
from revmentor_desktop.ui.widgets.paint import chip_size, paint_box, paint_chip, paint_focus, paint_text


class Chip(QWidget):
    """A role or a state, 22 px high: ``Chip(theme, pair_look(state))``."""

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)
        theme.changed.connect(self.updateGeometry)

    def set_look(self, look: Look) -> None:
        """Show another state."""
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self._look.text, self._look.icon)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), self._look.text, self._look.tone, self._theme, self._look.icon)


class Pill(Editor, QPushButton):
    """A pill that is chosen or not (``toggled``), or (``adds``) one with a dashed edge and a plus that is only clicked.

    ``tone``: colour when chosen: accent, mentor or mentee. ``height``: 26, or 34 on the full-screen form.
    """

    def __init__(
        self, theme: Theme, text: str, tone: str = "accent", *, adds: bool = False, height: int = 26, parent: QWidget | None = None
    ) -> None:
        super().__init__(no_mnemonic(text), parent)
        self._theme, self._label, self._tone, self._adds, self._height = theme, text, tone, adds, height
        self._ring = False
        self._role = "chip" if height < 30 else "nav"
        self.setCheckable(not adds)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def take_hold(self) -> None:
        super().take_hold()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setVisible(not self._adds)

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and not (self.held and self._adds))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics(self._role).horizontalAdvance(self._label) + self._theme.px(self._height)
        return QSize(width + self._mark_width() + 2 * RING, self._theme.px(self._height) + 2 * RING)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        radius = box.height() / 2
        if self.isChecked():
            ground, edge, width, ink = f"{self._tone}_soft", self._tone, 1.5, "accent_text" if self._tone == "accent" else self._tone
        elif self.held:
            ground, edge, width, ink = "surface", "border", 1.0, "text2"
        else:
            ground, edge, width, ink = "surface2" if self.underMouse() else "surface", "input", 1.0, "text2" if self._adds else "text"
        paint_box(painter, box, radius, theme.color(ground), theme.color(edge), width, dashed=self._adds)
        if self._ring and self.hasFocus():
            paint_focus(painter, box, radius, theme)
        left = box.left() + theme.px(self._height) / 2 - (theme.px(2) if self._mark_width() else 0)
        if self._mark_width():
            icon = "plus" if self._adds else "check"
            theme.paint_icon(painter, QRectF(left, box.top(), theme.px(14), box.height()), icon, ink, 14)
            left += self._mark_width()
        paint_text(painter, QRectF(left, box.top(), box.right() - left, box.height()), self._label, theme, self._role, ink)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def _mark_width(self) -> int:
        return self._theme.px(18) if self._adds or self.isChecked() else 0


def set_tip(widget: QWidget, text: str) -> None:
    """Give any widget a tooltip that shows ``text`` letter by letter."""
    widget.setToolTip(tip_text(text))
