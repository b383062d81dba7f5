# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A day that need not be there."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button, IconButton
from revmentor_desktop.ui.widgets.editors import NOTHING, DateEdit
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import PlainLabel


class OptionalDate(Editor, QWidget):
    """A date with a way to take it away, or a button to set one. ``committed(date | None)`` when the user leaves another."""

    committed = Signal(object)
    readable = True

    def __init__(self, theme: Theme, name: str, suggested: date, parent: QWidget | None = None) -> None:
        """``name`` says what it is the day of; ``suggested`` is set by the button."""
        super().__init__(parent)
        self._suggested = suggested
        self.edit = DateEdit(theme, suggested)
        self.edit.setAccessibleName(name)
        self.remove = IconButton(theme, "x", _("Remove the date"), small=True, writes=True)
        self.put = Button(theme, _("Set a date"), "calendar-plus", "quiet", small=True, writes=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._none = PlainLabel(theme, NOTHING, "table", "text3")
        self._none.setMinimumHeight(theme.px(24))
        row.addWidget(self._none)
        row.addWidget(self.edit, 1)
        row.addWidget(self.remove)
        row.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_value(None)
        self.edit.committed.connect(self.committed)
        self.remove.clicked.connect(self._take_away)
        self.put.clicked.connect(self._set_suggested)

    def suggest(self, day: date) -> None:
        """Let the button set another day."""
        self._suggested = day

    @override
    def take_hold(self) -> None:
        self._none.setVisible(self.edit.isHidden())

    def set_value(self, day: date | None) -> None:
        """Show a stored day, or that there is none."""
        self._none.setVisible(self.held and day is None)
        self.edit.setVisible(day is not None)
        self.remove.setVisible(day is not None)
        self.put.setVisible(day is None)
        self.setFocusProxy(self.put if day is None else self.edit)
        if day is not None:
            self.edit.set_value(day)

    def _take_away(self) -> None:
        self.set_value(None)
        self.put.setFocus()
        self.committed.emit(None)

    def _set_suggested(self) -> None:
        self.set_value(self._suggested)
        self.edit.setFocus()
        self.committed.emit(self._suggested)
