# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What of an edition can be found. Exclusions, notes and reasons never can: nothing here reads them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.sessions import Session, SessionState
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import agreements
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, PAIRS, PEOPLE
from revmentor_desktop.ui.search.results import Entry, Group
from revmentor_desktop.ui.widgets.looks import agreement_look, pair_look

_CLOSED = (SessionState.HELD, SessionState.MISSED)


def edition_entries(snapshot: Snapshot) -> tuple[Entry, ...]:
    """Return the people, living pairs, sessions and agreements of an edition as entries."""
    return (*_people(snapshot), *_pairs(snapshot), *_sessions(snapshot), *_documents(snapshot))


def _people(snapshot: Snapshot) -> Iterator[Entry]:
    for person in snapshot.enrolled:
        post = "" if snapshot.hidden else person.position
        detail = " · ".join(part for part in (post, person.department) if part)
        role = snapshot.enrolments[person.id].role
        yield Entry(
            Group.PEOPLE,
            person.full_name,
            detail,
            place=PEOPLE,
            target=("person", person.id),
            icon="user",
            initials=person.initials,
            role=role,
        )


def _pairs(snapshot: Snapshot) -> Iterator[Entry]:
    for pair in snapshot.living_pairs:
        yield Entry(
            Group.PAIRS,
            _short_names(snapshot, pair),
            pair_look(pair.state).text,
            _full_names(snapshot, pair),
            icon="git-compare-arrows",
            place=PAIRS,
            target=("pair", pair.id),
        )


def _sessions(snapshot: Snapshot) -> Iterator[Entry]:
    names = _session_names(snapshot)
    whole = {pair.id: _full_names(snapshot, pair) for pair in snapshot.pairs}
    days: dict[date, str] = {}
    for session in sorted((s for s in snapshot.sessions if s.state is not SessionState.CANCELLED), key=_next_first):
        yield Entry(
            Group.SESSIONS,
            _("Session {number} of {names}").format(number=session.number, names=names[session.pair_id]),
            _day(session.start, days),
            whole[session.pair_id],
            icon="calendar-days",
            place=CALENDAR,
            target=("session", session.id),
        )


def _documents(snapshot: Snapshot) -> Iterator[Entry]:
    pairs = {pair.id: pair for pair in snapshot.pairs}
    for agreement in agreements.current(snapshot):
        pair = pairs[agreement.pair_id]
        yield Entry(
            Group.DOCUMENTS,
            _("Agreement {number}").format(number=agreement.number),
            f"{_short_names(snapshot, pair)} · {agreement_look(agreement.state).text}",
            _full_names(snapshot, pair),
            icon="file-text",
            place=DOCUMENTS,
            target=("pair", pair.id),
        )


def _next_first(session: Session) -> tuple[bool, bool, float, int, int]:
    """Order of sessions among equals: those to come by date, then those without one, then the past ones, newest first."""
    closed = session.state in _CLOSED
    day = 0.0 if session.start is None else session.start.toordinal() + session.start.hour / 24
    return closed, session.start is None, -day if closed else day, session.pair_id, session.number


def _day(start: datetime | None, known: dict[date, str]) -> str:
    """Return «lunes 19 de abril»; ``known`` keeps what was already written, for many sessions share a day."""
    if start is None:
        return _("Without date")
    day = start.date()
    if day not in known:
        known[day] = formats.weekday_date(day, current())
    return known[day]


def _session_names(snapshot: Snapshot) -> Mapping[PairId, str]:
    """Return the first names of each pair, with their surnames where two pairs share them."""
    people = snapshot.people
    firsts = {
        pair.id: formats.joined([people[pair.mentor_id].first_name, people[pair.mentee_id].first_name], current())
        for pair in snapshot.pairs
    }
    times = Counter(firsts.values())
    return {pair.id: name if times[name := firsts[pair.id]] == 1 else _short_names(snapshot, pair) for pair in snapshot.pairs}


def _short_names(snapshot: Snapshot, pair: Pair) -> str:
    return formats.joined([snapshot.people[pair.mentor_id].short_name, snapshot.people[pair.mentee_id].short_name], current())


def _full_names(snapshot: Snapshot, pair: Pair) -> str:
    return f"{snapshot.people[pair.mentor_id].full_name} {snapshot.people[pair.mentee_id].full_name}"
