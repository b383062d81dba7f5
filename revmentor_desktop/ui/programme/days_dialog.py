# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Asks for days and what they are called: a closure of the firm, or a local holiday."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import DateEdit, LineEdit
from revmentor_desktop.ui.widgets.field import Field

NAME_LIMIT = 120


class DaysDialog(Dialog):
    """Data in, answer out: ``start``, ``end`` and ``name`` once it is accepted. ``several``: a stretch rather than one day."""

    def __init__(self, theme: Theme, parent: QWidget | None, day: date, *, title: str, text: str, act: str, several: bool) -> None:
        super().__init__(theme, parent, title, text, safe=_("Leave as it is"), act=act)
        self._several = several
        self.start_edit, self.end_edit = DateEdit(theme, day), DateEdit(theme, day)
        self.name_edit = LineEdit(theme, placeholder=_("Closure") if several else "", limit=NAME_LIMIT)
        self.start_field = Field(theme, _("From") if several else _("Day"), self.start_edit)
        self.end_field = Field(theme, _("To, included"), self.end_edit)
        self.name_field = Field(theme, _("What it is called"), self.name_edit)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.start_field, 1)
        row.addWidget(self.end_field, 1)
        self.end_field.setVisible(several)
        self.body.addLayout(row)
        self.body.addWidget(self.name_field)
        self.start_edit.dateChanged.connect(self._follow)
        self.name_edit.returnPressed.connect(self.act.click)
        self.start_edit.setFocus()

    def start(self) -> date:
        """Return the first day."""
        return self.start_edit.value()

    def end(self) -> date:
        """Return the last day."""
        return self.end_edit.value() if self._several else self.start()

    def name(self) -> str:
        """Return what the days are called; a closure without a name is «Cierre»."""
        return self.name_edit.text().strip() or (_("Closure") if self._several else "")

    @override
    def accept(self) -> None:
        if self.end() < self.start():
            self.end_field.set_error(_("It ends before it starts. Choose a later day."))
            self.end_edit.setFocus()
        elif not self.name():
            self.name_field.set_error(_("It can't be empty. Write something here."))
            self.name_edit.setFocus()
        else:
            super().accept()

    def _follow(self) -> None:
        # A stretch begins where it may end: nobody wants to set the month twice.
        if self.end_edit.value() < self.start_edit.value():
            self.end_edit.set_value(self.start_edit.value())
