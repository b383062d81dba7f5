# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the table of people shows, and which of it a filter leaves: pure, so that it is tested without a window."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Person, PersonId, folded
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.widgets.looks import role_look
from revmentor_desktop.ui.words import labels

NAME, ROLE, DEPARTMENT, TOPICS, PAIR = range(5)
"""Columns of the table."""

KINDS = ("all", "teach", "learn", "either", "drafts", "withdrawn")
"""Pieces of the segmented filter; who withdrew is only in the last."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the edition as the table shows them. ``partners`` are short names; ``missing`` words of what lacks."""

    person_id: PersonId
    name: str
    initials: str
    position: str
    department: str
    role: Role | None
    wants: int
    offers: int
    partners: tuple[str, ...]
    missing: tuple[str, ...]
    withdrawn: bool
    searched: str

    @property
    def draft(self) -> bool:
        """Whether a required answer lacks and the person is still in."""
        return bool(self.missing) and not self.withdrawn

    @property
    def pair_text(self) -> str:
        """What the last column says in words."""
        if self.withdrawn:
            return _("Withdrawn")
        if self.draft:
            return _("Draft")
        return formats.joined(self.partners, current()) if self.partners else _("No pair")

    @property
    def sentence(self) -> str:
        """The whole row, as it is read to who cannot see it."""
        parts = [self.name, self.position, role_look(self.role).text, self.department]
        parts.append(_("wants {wants} topics, offers {offers}").format(wants=self.wants, offers=self.offers))
        parts.append(self.pair_text)
        if self.draft:
            missing = plural("Missing: {answers}", "Still missing: {answers}", len(self.missing))
            parts.append(missing.format(answers=formats.joined(self.missing, current())))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for. ``department``: ``None`` for all of them; ``kind``: one of `KINDS`."""

    text: str = ""
    department: str | None = None
    kind: str = "all"

    @property
    def empty(self) -> bool:
        """Whether everybody who is in is shown."""
        return not self.text.strip() and self.department is None and self.kind == "all"


_OF_KIND: Mapping[str, Callable[[Row], bool]] = {
    "all": lambda row: not row.withdrawn,
    "teach": lambda row: not row.withdrawn and row.role is Role.MENTOR,
    "learn": lambda row: not row.withdrawn and row.role is Role.MENTEE,
    "either": lambda row: not row.withdrawn and row.role is Role.EITHER,
    "drafts": lambda row: row.draft,
    "withdrawn": lambda row: row.withdrawn,
}


def rows_of(snapshot: Snapshot) -> tuple[Row, ...]:
    """Return a row for each person of the edition, in the order of their names."""
    return tuple(sorted((_row(snapshot, person) for person in snapshot.enrolled), key=lambda row: folded(row.name)))


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """Return how many rows each kind has."""
    listed = tuple(rows)
    return {kind: sum(map(_OF_KIND[kind], listed)) for kind in KINDS}


def departments(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the departments in alphabetical order."""
    return tuple(sorted({row.department for row in rows if row.department}, key=folded))


def matching(rows: Iterable[Row], wanted: Filter) -> tuple[Row, ...]:
    """Return the rows that a filter leaves; every word of the text must be found, accents and case ignored."""
    words = folded(wanted.text).split()
    return tuple(
        row
        for row in rows
        if _OF_KIND[wanted.kind](row)
        and (wanted.department is None or row.department == wanted.department)
        and all(word in row.searched for word in words)
    )


def ordered(rows: Iterable[Row], column: int, *, descending: bool) -> tuple[Row, ...]:
    """Return rows sorted by a column, those that are equal in it by name."""
    by_name = sorted(rows, key=lambda row: folded(row.name), reverse=descending and column == NAME)
    if column == NAME:
        return tuple(by_name)
    return tuple(sorted(by_name, key=lambda row: _key(row, column), reverse=descending))


def _key(row: Row, column: int) -> tuple[object, ...]:
    if column == ROLE:
        return (list(Role).index(row.role) if row.role else len(Role),)
    if column == DEPARTMENT:
        return (folded(row.department),)
    if column == TOPICS:
        return (row.wants + row.offers, row.wants)
    return (not row.draft, bool(row.partners), folded(row.pair_text))


def _row(snapshot: Snapshot, person: Person) -> Row:
    enrolment = snapshot.enrolments[person.id]
    topics = [snapshot.topics[item.topic_id].name for item in (*enrolment.wants, *enrolment.offers) if item.topic_id in snapshot.topics]
    partners = [
        snapshot.people[pair.mentee_id if pair.mentor_id == person.id else pair.mentor_id].first_name
        for pair in snapshot.pairs_of(person.id)
    ]
    return Row(
        person_id=person.id,
        name=person.full_name,
        initials=person.initials,
        position="" if snapshot.hidden else person.position,
        department=person.department,
        role=enrolment.role,
        wants=len(enrolment.wants),
        offers=len(enrolment.offers),
        partners=tuple(partners),
        missing=tuple(labels.answer_field(field) for field in snapshot.missing(person.id)),
        withdrawn=enrolment.withdrawn_on is not None,
        searched=folded(" \u00b7 ".join([person.full_name, person.position, person.department, person.email or "", *topics])),
    )
