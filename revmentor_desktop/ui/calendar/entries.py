# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sessions of the edition as the calendar shows them: where, in which state, and the sentence that says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import Session, SessionId, SessionState
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import sessions
from revmentor_desktop.programme.home import Standing, standing
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.widgets.looks import Look, session_look
from revmentor_desktop.ui.words import planning


class Kind(StrEnum):
    """How a session shows: its state, or that it clashes with something."""

    PLANNED = "planned"
    HELD = "held"
    NO_LOG = "no_log"
    POSTPONED = "postponed"
    MISSED = "missed"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Entry:
    """One session on the calendar.

    ``when`` is where it is drawn: its date, or, of one without date, its first plan (``None`` if it never had one). ``names`` are the
    first names of the pair, ``cause`` the word of a clash, ``reason`` the sentence of why it clashes or has no date.
    """

    session: Session
    kind: Kind
    when: datetime | None
    names: str
    people: tuple[PersonId, PersonId]
    cause: str = ""
    reason: str = ""
    first_names: tuple[str, str] = ("", "")

    @property
    def narrow_names(self) -> tuple[str, ...]:
        """The names for a narrow place, the longest first: «Marcos y Teresa», «Marcos y T.», «M. y T.»."""
        one, other = self.first_names
        if not one or not other:
            return (self.names,)
        last = f"{other[:1]}."
        return (self.names, formats.joined([one, last], current()), formats.joined([f"{one[:1]}.", last], current()))

    @property
    def session_id(self) -> SessionId:
        """The session's id."""
        return self.session.id

    @property
    def undated(self) -> bool:
        """Whether it has no date now."""
        return self.session.start is None

    @property
    def moved_from(self) -> date | None:
        """The day on which it was to be at first, when it now is on another."""
        session = self.session
        if session.baseline is None or session.start is None or session.baseline.date() == session.start.date():
            return None
        return session.baseline.date()

    @property
    def sentence(self) -> str:
        """«09:00 Marcos y Teresa, prevista», as it is read and shown in tips."""
        state = kind_look(self.kind).text.lower()
        if self.cause:
            state = f"{state} ({self.cause})"
        hour = f"{formats.hour(self.when)} " if self.when else ""
        return f"{hour}{self.names}, {state}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Whose sessions are shown: of one pair, of one person, or (both ``None``) everybody's."""

    pair_id: PairId | None = None
    person_id: PersonId | None = None

    def takes(self, entry: Entry) -> bool:
        """Whether a session is shown."""
        if self.pair_id is not None:
            return entry.session.pair_id == self.pair_id
        return self.person_id is None or self.person_id in entry.people


def kind_look(kind: Kind) -> Look:
    """Return the word, tone and icon of a kind."""
    if kind is Kind.CLASH:
        return Look(_("Clash"), "danger", "triangle-alert")
    if kind is Kind.NO_LOG:
        return session_look(SessionState.PLANNED, lacks_log=True)
    return session_look(SessionState(kind.value))


def names_of(snapshot: Snapshot, pair: Pair) -> str:
    """Return «Lucía y Gonzalo»."""
    return formats.joined([snapshot.people[each].first_name for each in (pair.mentor_id, pair.mentee_id)], current())


def first_names(snapshot: Snapshot) -> dict[object, str]:
    """Return the first names by person, as sentences about obstacles want them."""
    return {person.id: person.first_name for person in snapshot.people.values()}


def read_entries(snapshot: Snapshot, now: datetime) -> tuple[Entry, ...]:
    """Return all sessions that were not cancelled, by date; those without one last, by pair and number."""
    if not snapshot.sessions:
        return ()
    pairs = {pair.id: pair for pair in snapshot.pairs}
    names = {pair.id: names_of(snapshot, pair) for pair in snapshot.pairs}
    clashes = sessions.clashes(snapshot, now.date())
    people = first_names(snapshot)
    found: list[Entry] = []
    for session in snapshot.sessions:
        if session.state is SessionState.CANCELLED:
            continue
        pair = pairs[session.pair_id]
        kind = _kind(session, now)
        clash = clashes.get(session.id) if kind is Kind.PLANNED else None
        found.append(
            Entry(
                session=session,
                kind=Kind.CLASH if clash else kind,
                when=session.start or session.baseline,
                names=names[pair.id],
                people=(pair.mentor_id, pair.mentee_id),
                cause=planning.clash(clash.code, clash.data) if clash else "",
                reason=planning.obstacle(clash.code, clash.data, people) if clash else _reason(session),
                first_names=(people[pair.mentor_id], people[pair.mentee_id]),
            )
        )
    return tuple(sorted(found, key=_order))


def by_day(entries: Iterable[Entry]) -> Mapping[date, Sequence[Entry]]:
    """Group what has a place on the calendar by its day."""
    found: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.when is not None:
            found.setdefault(entry.when.date(), []).append(entry)
    return found


def moved_away(entries: Iterable[Entry]) -> Mapping[date, Sequence[Entry]]:
    """Group what has been moved to another day by the day of its first plan."""
    found: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.moved_from is not None:
            found.setdefault(entry.moved_from, []).append(entry)
    return found


def of_kind(entries: Iterable[Entry], kind: Kind) -> tuple[Entry, ...]:
    """Return the sessions of one kind."""
    return tuple(entry for entry in entries if entry.kind is kind)


def without_date(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the sessions that wait for a date."""
    return tuple(entry for entry in entries if entry.undated and entry.kind in {Kind.POSTPONED, Kind.PLANNED})


def _kind(session: Session, now: datetime) -> Kind:
    stands = standing(session, now)
    return Kind.PLANNED if stands is Standing.UNDATED else Kind(stands.value)


def _reason(session: Session) -> str:
    if session.start is not None:
        return ""
    if session.unplaced is not None:
        return planning.unplaced(session.unplaced)
    return _("It was postponed. Agree on a new date with them.")


def _order(entry: Entry) -> tuple[bool, str, int, int]:
    session = entry.session
    return (session.start is None, entry.when.isoformat() if entry.when is not None else "", session.pair_id, session.number)
