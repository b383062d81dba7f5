# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Whose sessions are shown: everybody's, one pair's or one person's."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.entries import Filter, names_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import ComboBox

EVERYBODY = "all"


class FilterBox(ComboBox):
    """``filter_changed()`` when the user chose; `filter` gives what."""

    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(_("Sessions of"))
        self.setMinimumContentsLength(15)
        self.activated.connect(self.filter_changed)

    def filter(self) -> Filter:
        """Return what is chosen."""
        kind, _colon, number = str(self.currentData() or EVERYBODY).partition(":")
        if kind == "pair":
            return Filter(pair_id=PairId(int(number)))
        return Filter(person_id=PersonId(int(number))) if kind == "person" else Filter()

    def fill(self, snapshot: Snapshot) -> None:
        """Offer the pairs that have sessions and their people; what was chosen stays, if it is still there."""
        chosen = self.currentData()
        with_sessions = {session.pair_id for session in snapshot.sessions}
        pairs = [pair for pair in snapshot.pairs if pair.id in with_sessions]
        names = {pair.id: names_of(snapshot, pair) for pair in pairs}
        often = Counter(names.values())
        for pair in pairs:
            if often[names[pair.id]] > 1:
                two = [snapshot.people[each].short_name for each in (pair.mentor_id, pair.mentee_id)]
                names[pair.id] = formats.joined(two, current())
        people = {snapshot.people[each] for pair in pairs for each in (pair.mentor_id, pair.mentee_id)}
        self.blockSignals(True)
        self.clear()
        self.addItem(_("All pairs"), EVERYBODY)
        for pair_id, name in sorted(names.items(), key=_second):
            self.addItem(name, f"pair:{pair_id}")
        if people:
            self.insertSeparator(self.count())
        for person in sorted(people, key=lambda each: (each.first_name, each.last_name, each.id)):
            self.addItem(person.short_name, f"person:{person.id}")
        self.blockSignals(False)
        self.select(chosen if chosen is not None and self.findData(chosen) >= 0 else EVERYBODY)


def _second(item: tuple[PairId, str]) -> tuple[str, int]:
    return item[1], item[0]
