# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One topic: how it stands, who wants it, who offers it, and whom one could ask."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.coverage import Basis, Cover, Group, Invitee
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.coverage import invitation, words
from revmentor_desktop.ui.coverage.person_row import PersonRow, Shown
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import clear
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.link import Link
from revmentor_desktop.ui.widgets.side_panel import SidePanel

SHOWN = 6
"""People of one part in sight before «Ver 12 más»."""


class PeoplePart(QWidget):
    """A heading with people under it; those beyond the first are shown on demand."""

    chosen = Signal(object)
    copied = Signal(object)

    def __init__(self, theme: Theme, title: str, note: str, rows: Sequence[Shown], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = PlainLabel(theme, title, "h3", wrap=True)
        self.rows: list[PersonRow] = []
        self._rest = tuple(rows[SHOWN:])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.title)
        if note:
            self._column.addWidget(PlainLabel(theme, note, "caption", "text2", wrap=True))
        self._add(rows[:SHOWN])
        self.more = Link(theme, plural("See {n} more", "See {n} more", len(self._rest)).format(n=len(self._rest)))
        self.more.setVisible(bool(self._rest))
        self.more.clicked.connect(self.show_all)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_all(self) -> None:
        """Show those beyond the first, too."""
        first = len(self.rows)
        self._column.removeWidget(self.more)
        self._add(self._rest)
        self.more.hide()
        self._rest = ()
        if len(self.rows) > first:
            self.rows[first].name.setFocus()

    def _add(self, rows: Sequence[Shown]) -> None:
        for shown in rows:
            row = PersonRow(self._theme, shown)
            row.chosen.connect(self.chosen)
            row.copied.connect(self.copied)
            self.rows.append(row)
            self._column.addWidget(row)


class TopicPanel(SidePanel):
    """``person_chosen(person_id)``: open their form. ``copied(Shown)``: put the text of a row on the clipboard."""

    person_chosen = Signal(object)
    copied = Signal(object)

    def __init__(self, theme: Theme, copy: Action) -> None:
        super().__init__(theme)
        self.verdict = Banner(theme, "info", "")
        self.open_button = Button(theme, copy.label, "copy").follow(copy)
        self.parts: dict[str, PeoplePart] = {}
        self._shown: object = None
        self.body.setSpacing(12)
        self.body.addWidget(self.verdict)
        self._people = QVBoxLayout()
        self._people.setSpacing(16)
        self.body.addLayout(self._people)
        self.body.addStretch(1)
        self.add_to_footer(self.open_button)
        self.footer.addStretch(1)
        # In line with the words above, for a button keeps room for its ring.
        margins = self.footer.contentsMargins()
        margins.setLeft(margins.left() - RING)
        self.footer.setContentsMargins(margins)

    def show_topic(self, cover: Cover, invitees: Sequence[Invitee], snapshot: Snapshot) -> None:
        """Show a topic as it stands; what is the same already stays, so that nobody loses their place."""
        if (cover, tuple(invitees), snapshot) == self._shown:
            return
        self._shown = (cover, tuple(invitees), snapshot)
        self.set_title(words.topic_name(cover.topic_id, snapshot), words.area_name(cover, snapshot))
        self.verdict.say(*words.verdict(cover))
        foot = self.open_button.parentWidget()
        if foot is not None:
            foot.setVisible(bool(cover.wanted))
        clear(self._people)
        self.parts = {}
        if cover.gap is not None:
            # What can be done stands first.
            self._add_invitees(cover, invitees, snapshot)
        if cover.wanted:
            n = len(cover.wanted)
            title = plural("{n} person wants to learn it", "{n} people want to learn it", n).format(n=n)
            rows = [self._row(snapshot, one.person_id, words.degree(one.priority, wanted=True)) for one in cover.wanted]
            self._add("wanted", PeoplePart(self._theme, title, words.interest(cover).capitalize(), rows))
        if cover.offered:
            n = len(cover.offered)
            rows = [self._offer(cover, snapshot, one.person_id, one.level) for one in cover.offered]
            self._add("offered", PeoplePart(self._theme, plural("{n} person offers it", "{n} people offer it", n).format(n=n), "", rows))
        self.scroller.verticalScrollBar().setValue(0)

    def _add_invitees(self, cover: Cover, invitees: Sequence[Invitee], snapshot: Snapshot) -> None:
        if invitees:
            note = _("From the enrolments in this file, of this edition and others. To ask commits nobody.")
        else:
            note = _("Nothing in this file tells who knows about it. Ask in the departments with the open invitation.")
        rows = [self._invitee(one, cover, snapshot) for one in invitees]
        self._add("invitees", PeoplePart(self._theme, _("Whom to invite"), note, rows))

    def _add(self, key: str, part: PeoplePart) -> None:
        part.chosen.connect(self.person_chosen)
        part.copied.connect(self.copied)
        self.parts[key] = part
        self._people.addWidget(part)

    def _row(self, snapshot: Snapshot, person_id: PersonId, note: str) -> Shown:
        person = snapshot.people[person_id]
        about = " · ".join(part for part in (note, person.department) if part)
        return Shown(person, _role(snapshot, person_id), about)

    def _offer(self, cover: Cover, snapshot: Snapshot, person_id: PersonId, level: int) -> Shown:
        row = self._row(snapshot, person_id, words.degree(level, wanted=False))
        if cover.group is not Group.UNWANTED:
            return row
        return Shown(row.person, row.role, row.note, True, _("Copy proposal of a talk"), invitation.for_talk(row.person, cover, snapshot))

    def _invitee(self, one: Invitee, cover: Cover, snapshot: Snapshot) -> Shown:
        person = snapshot.people[one.person_id]
        copies = _("Copy reminder to complete") if one.basis is Basis.DRAFT else _("Copy invitation text")
        text = invitation.by_name(one, cover, snapshot)
        return Shown(person, _role(snapshot, one.person_id), words.basis(one, snapshot), one.enrolled, copies, text)


def _role(snapshot: Snapshot, person_id: PersonId) -> Role | None:
    answers = snapshot.enrolments.get(person_id)
    return None if answers is None else answers.role
