# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A line that says what is true, why, and lets it be changed at its right end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import PlainLabel


class SettingRow(QWidget):
    """Title and note at the left, a switch or button at the right."""

    def __init__(self, theme: Theme, title: str, note: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(1)
        self.title = PlainLabel(theme, title, "strong", wrap=True)
        self.note = PlainLabel(theme, note, "caption", "text2", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.note)
        if not note:
            # Never shown by hand: it has no parent yet and would be a window of its own for a moment.
            self.note.hide()
        row.addLayout(column, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
