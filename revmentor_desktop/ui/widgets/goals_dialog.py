# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What each of a pair wants to be able to do at the end, as the agreement prints it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.held import hold

GOAL_LIMIT = 160
"""Letters of a goal: two lines of the agreement."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A first name and the goal that is kept, or none."""

    name: str
    goal: str


class GoalsDialog(Dialog):
    """Two lines. When accepted, ``mentor_goal()`` and ``mentee_goal()`` hold them; with ``read_only`` it only shows them."""

    def __init__(self, theme: Theme, parent: QWidget | None, names: str, mentor: Aim, mentee: Aim, *, read_only: str = "") -> None:
        title, text = _("Goals of {names}").format(names=names), _("Optional. They are printed in the agreement of the pair.")
        safe, act = (_("Close"), "") if read_only else (_("Leave as they are"), _("Save goals"))
        super().__init__(theme, parent, title, text, safe=safe, act=act, width=520)
        self._mentee = LineEdit(theme, mentee.goal, placeholder=_("Publish a post a week without help"), limit=GOAL_LIMIT)
        self._mentor = LineEdit(theme, mentor.goal, placeholder=_("Prepare a negotiation on their own"), limit=GOAL_LIMIT)
        label = _("At the end, {name} wants to be able to")
        self.body.addWidget(Field(theme, label.format(name=mentee.name), self._mentee))
        self.body.addWidget(Field(theme, label.format(name=mentor.name), self._mentor))
        self._mentee.returnPressed.connect(self._mentor.setFocus)
        self._mentor.returnPressed.connect(self.accept)
        if not read_only:
            self._mentee.setFocus()
        hold(self, read_only)

    def editors(self) -> tuple[LineEdit, LineEdit]:
        """Return the line of who teaches and of who learns."""
        return self._mentor, self._mentee

    def mentor_goal(self) -> str:
        """Return what who teaches wants."""
        return self._mentor.text().strip()

    def mentee_goal(self) -> str:
        """Return what who learns wants."""
        return self._mentee.text().strip()
