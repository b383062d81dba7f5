# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How it went, 1 to 5: five boxes and the keys of the same numbers."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_FIELD
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS, RING
from revmentor_desktop.ui.widgets.editors import NOTHING
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.paint import paint_box, paint_focus, paint_text

HIGHEST = 5
_GAP = 6


class RatingBar(Editor, QWidget):
    """``changed(int)``, 0 for no answer. Keys: 1 to 5, arrows, Supr takes the answer away; a click on the chosen one too."""

    changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = 0
        self._hovered = 0
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()
        theme.changed.connect(self.updateGeometry)

    def value(self) -> int | None:
        """Return the answer, ``None`` when there is none."""
        return self._value or None

    def set_value(self, value: int | None) -> None:
        """Show an answer without emitting."""
        self._value = value or 0
        self._describe()
        self.update()

    def choose(self, value: int) -> None:
        """Answer as the user does."""
        if not self.held and value != self._value and 0 <= value <= HIGHEST:
            self.set_value(value)
            self.changed.emit(value)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def box(self, value: int) -> QRectF:
        """Return where a number is drawn."""
        width = (self.width() - 2 * RING - (HIGHEST - 1) * _GAP) / HIGHEST
        return QRectF(RING + (value - 1) * (width + _GAP), RING, width, self._theme.px(34))

    @override
    def take_hold(self) -> None:
        super().take_hold()
        self.unsetCursor()
        self.setFixedHeight(self._theme.line_height("table") + 4)

    @override
    def sizeHint(self) -> QSize:
        return QSize(5 * self._theme.px(44), self._theme.px(34) + 2 * RING + self._theme.line_height("caption"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(5 * self._theme.px(28), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.choose(key - Qt.Key.Key_0)
        elif plain and key in steps:
            self.choose(min(HIGHEST, max(1, self._value + steps[Qt.Key(key)])))
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(0)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        value = self._at(event.position())
        if value and event.button() is Qt.MouseButton.LeftButton:
            self.choose(0 if value == self._value else value)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position())
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = 0
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if self.held:
            told = _("{n} of 5").format(n=self._value) if self._value else NOTHING
            paint_text(painter, QRectF(RING, 0, self.width() - RING, self.height()), told, theme, "table")
            return
        for value in range(1, HIGHEST + 1):
            box, chosen = self.box(value), value == self._value
            ground = "accent_soft" if chosen else "surface2" if value == self._hovered else "surface"
            edge = ("accent", 2.0) if chosen else ("input", 1.0)
            paint_box(painter, box, RADIUS_FIELD, theme.color(ground), theme.color(edge[0]), edge[1])
            if self._ring and value == (self._value or 1):
                paint_focus(painter, box, RADIUS_FIELD, theme)
            ink = "accent_text" if chosen else "text"
            paint_text(painter, box, str(value), theme, "strong", ink, Qt.AlignmentFlag.AlignCenter)
        below = QRectF(RING, self._theme.px(34) + 2 * RING - 2, self.width() - 2 * RING, theme.line_height("caption"))
        paint_text(painter, below, _("Badly"), theme, "caption", "text2")
        paint_text(painter, below, _("Very well"), theme, "caption", "text2", Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _at(self, point: QPointF) -> int:
        return next((value for value in range(1, HIGHEST + 1) if self.box(value).contains(point)), 0)

    def _describe(self) -> None:
        name = _("How did it go?")
        self.setAccessibleName(_("{question} {n} of 5").format(question=name, n=self._value) if self._value else name)
        self.setAccessibleDescription(_("1 is badly, 5 is very well"))
