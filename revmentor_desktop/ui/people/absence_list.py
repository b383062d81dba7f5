# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Days on which somebody is away: a line for each, both ends included."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.people.section import order_tabs
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import IconButton
from revmentor_desktop.ui.widgets.card import clear
from revmentor_desktop.ui.widgets.chip import Pill
from revmentor_desktop.ui.widgets.editors import NOTHING, DateEdit
from revmentor_desktop.ui.widgets.held import is_held
from revmentor_desktop.ui.widgets.labels import PlainLabel

Stretch = tuple[date, date]


class AbsenceRow(QWidget):
    """From one day to another. ``changed`` and ``removed`` by the user."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, stretch: Stretch) -> None:
        super().__init__()
        self.start, self.end = DateEdit(theme, stretch[0]), DateEdit(theme, stretch[1])
        self.start.setAccessibleName(_("First day away"))
        self.end.setAccessibleName(_("Last day away"))
        self.remove = IconButton(theme, "x", _("Remove absence"), small=True, writes=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.start, 1)
        row.addWidget(PlainLabel(theme, context("days", "to"), "caption", "text2"))
        row.addWidget(self.end, 1)
        row.addWidget(self.remove)
        self.start.committed.connect(self._follow)
        self.end.committed.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def stretch(self) -> Stretch:
        """Return both days as they are shown."""
        return self.start.value(), self.end.value()

    def _follow(self, day: date) -> None:
        # Most absences are short: an end before the new start would only have to be typed anew.
        if self.end.value() < day:
            self.end.set_value(day)
        self.changed.emit()


class AbsenceList(QWidget):
    """``changed(tuple of (first day, last day))`` after each change, right or not: the form says what is wrong."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first = date(2000, 1, 1)
        self._shown: tuple[Stretch, ...] | None = None
        self._rows: list[AbsenceRow] = []
        self.add = Pill(theme, _("Add absence"), adds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add.clicked.connect(self._add)
        self._none = PlainLabel(theme, NOTHING, "table")
        self._none.hide()
        column.insertWidget(0, self._none)

    def rows(self) -> tuple[AbsenceRow, ...]:
        """Return the lines in their order."""
        return tuple(self._rows)

    def show_absences(self, stretches: Sequence[Stretch], first: date) -> None:
        """Show absences; a new one is proposed for the day ``first``."""
        self._first = first
        # Where none can be added, an empty place would say nothing.
        self._none.setVisible(is_held(self) and not stretches)
        if tuple(stretches) == self._shown:
            return
        self._shown = tuple(stretches)
        if [row.stretch() for row in self._rows] != list(stretches):
            self._rebuild()

    def _rebuild(self) -> None:
        clear(self._lines)
        self._rows = []
        for stretch in self._shown or ():
            row = AbsenceRow(self._theme, stretch)
            row.changed.connect(self._tell)
            row.removed.connect(self._remove)
            self._rows.append(row)
            self._lines.addWidget(row)
        order_tabs([part for row in self._rows for part in (row.start, row.end, row.remove)], self.add)

    def _tell(self) -> None:
        self._shown = tuple(row.stretch() for row in self._rows)
        self.changed.emit(self._shown)

    def _add(self) -> None:
        self._shown = (*(row.stretch() for row in self._rows), (self._first, self._first))
        self._rebuild()
        self._rows[-1].start.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def _remove(self) -> None:
        gone = self.sender()
        self._shown = tuple(row.stretch() for row in self._rows if row is not gone)
        self._rebuild()
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()
