# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Ctrl+Z and Ctrl+Y while a field has the focus: its own letters first, and when it has none to take back, the last action."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override


class UndoKeys(QObject):
    """Watches the fields of a window from the first time that they have the focus.

    Qt's fields take both keys even with nothing to take back: after leaving a field for the next one, undo would do nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit | QAbstractSpinBox) and now.window() is self._window:
            # A second time changes nothing: Qt keeps one filter of each kind.
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not _has_own(watched, undo=undo):
                # Not asked for by the field, so it is the shortcut's.
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _has_own(field: QObject, *, undo: bool) -> bool:
    line = field.lineEdit() if isinstance(field, QAbstractSpinBox) else field
    if isinstance(line, QLineEdit):
        return line.isUndoAvailable() if undo else line.isRedoAvailable()
    if isinstance(line, QPlainTextEdit):
        return line.document().isUndoAvailable() if undo else line.document().isRedoAvailable()
    return False
