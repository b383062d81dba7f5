# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The line one types into while the list is open. All keys are its own until it closes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import LineEdit

QUERY_LIMIT = 80
"""Letters that can be typed."""
PAGE = 6
"""Results that the page keys jump over."""

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class QueryField(LineEdit):
    """``moved(step)`` by the arrows, ``chosen`` by Enter, ``left`` by Esc or Ctrl+K."""

    moved = Signal(int)
    chosen = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder=_("Search people, pairs, dates, actions…"), limit=QUERY_LIMIT, parent=parent)
        self.setProperty("bare", "true")
        self.setAccessibleName(_("Search"))
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                # Otherwise Ctrl+1, PgDn or Esc would act on the screen behind.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._take(event):
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier):
            self.left.emit()
        else:
            return False
        return True
