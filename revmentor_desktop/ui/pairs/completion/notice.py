# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What was just done inside a dialog, with its undo: the notices of the window lie behind it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.labels import ElidedLabel


class Notice(QWidget):
    """One line. ``undone`` when its button was pressed."""

    undone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text = ElidedLabel(theme, "", "strong")
        self.undo = Button(theme, _("Undo"), "undo-2", "quiet", small=True, writes=True)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        self.undo.clicked.connect(self.undone)

    def say(self, text: str, *, undoable: bool) -> None:
        """Say it; with nothing to say it is not there."""
        self.text.setText(text)
        self.undo.setVisible(undoable)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))
