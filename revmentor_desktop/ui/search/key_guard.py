# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Ctrl+K also while a field has the focus: under X11 a line of text would take it, to delete up to its end."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from revmentor_desktop.ui.search.field import QueryField

_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class KeyGuard(QObject):
    """Watches the fields of a window from the first time that they have the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, _FIELDS) and not isinstance(now, QueryField) and now.window() is self._window:
            # A second time changes nothing: Qt keeps one filter of each kind.
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if ours:
                # Not asked for by the field, so it is the shortcut's.
                event.ignore()
                return True
        return super().eventFilter(watched, event)
