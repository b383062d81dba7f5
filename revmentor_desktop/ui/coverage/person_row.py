# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Somebody in the panel of a topic: sign, name as a link to their form, what is known of them, and a text to copy."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.figures import Avatar
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.link import GAP, Link


@dataclass(frozen=True, slots=True)
class Shown:
    """What a row shows. ``linked``: the name leads to the form. ``text`` is what the link ``copies`` below puts on the clipboard."""

    person: Person
    role: Role | None
    note: str
    linked: bool = True
    copies: str = ""
    text: str = ""


class PersonRow(QWidget):
    """``chosen(person_id)`` by the name, ``copied(Shown)`` by the link below."""

    chosen = Signal(object)
    copied = Signal(object)

    def __init__(self, theme: Theme, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        person = shown.person
        self.name = Link(theme, person.short_name, role="strong", tone="text", cuts=True)
        self.copy_link = Link(theme, shown.copies)
        self.copy_link.setVisible(bool(shown.copies))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10 - GAP)
        sign = Avatar(theme, person.initials, shown.role, 32, name=person.short_name)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        if shown.linked:
            self.name.setAccessibleName(_("{name}: open the enrolment").format(name=person.short_name))
            self.name.clicked.connect(self._choose)
            column.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.name.setParent(self)
            self.name.hide()
            self._inset(column, PlainLabel(theme, person.short_name, "strong", wrap=True))
        self._inset(column, PlainLabel(theme, shown.note, "caption", "text2", wrap=True))
        self.copy_link.setAccessibleName(_("{action}, for {name}").format(action=shown.copies, name=person.short_name))
        self.copy_link.clicked.connect(self._copy)
        column.addWidget(self.copy_link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)

    def _inset(self, column: QVBoxLayout, label: PlainLabel) -> None:
        # In line with the words of the links, which keep room for their ring.
        holder = QHBoxLayout()
        holder.setContentsMargins(GAP, 0, 0, 0)
        holder.addWidget(label)
        column.addLayout(holder)

    def _choose(self) -> None:
        self.chosen.emit(self.shown.person.id)

    def _copy(self) -> None:
        self.copied.emit(self.shown)
