# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where the sessions of an edition stand: held, without acta, without date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from revmentor_desktop.domain.sessions import Session, SessionState


class Standing(StrEnum):
    """What a session looks like today; a planned one whose time has passed lacks its acta."""

    PLANNED = "planned"
    NO_LOG = "no_log"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    MISSED = "missed"
    UNDATED = "undated"


def standing(session: Session, now: datetime) -> Standing:
    """Return where one session stands at ``now`` (wall time of its site)."""
    if session.state is SessionState.PLANNED:
        if session.start is None:
            return Standing.UNDATED
        return Standing.NO_LOG if session.start + timedelta(minutes=session.minutes) <= now else Standing.PLANNED
    return Standing(session.state.value)


def without_log(sessions: Iterable[Session], now: datetime) -> tuple[Session, ...]:
    """Return the sessions whose time has passed and of which nobody noted anything, oldest first."""
    late = [session for session in sessions if standing(session, now) is Standing.NO_LOG]
    return tuple(sorted(late, key=lambda s: (s.start or now, s.pair_id, s.number)))


RATINGS_SHOWN = 5
"""Least ratings of which a mean is told: of fewer, only how many there are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The sessions of an edition in figures; cancelled ones do not count.

    ``expected`` are those that the first plan put before now, ``minutes`` what the held ones lasted in all, ``rating`` the mean of the
    ``ratings`` given (1 to 5), ``None`` under `RATINGS_SHOWN`.
    """

    sessions: int
    held: int
    expected: int
    minutes: int
    ratings: int
    rating: float | None


def tally(sessions: Iterable[Session], now: datetime) -> Tally:
    """Count the sessions and what was noted of them."""
    counted = [session for session in sessions if session.state is not SessionState.CANCELLED]
    held = [session for session in counted if session.state is SessionState.HELD]
    logs = [session.log for session in held if session.log is not None]
    ratings = [log.rating for log in logs if log.rating is not None]
    return Tally(
        sessions=len(counted),
        held=len(held),
        expected=sum(session.baseline is not None and session.baseline <= now for session in counted),
        minutes=sum(log.minutes for log in logs),
        ratings=len(ratings),
        rating=sum(ratings) / len(ratings) if len(ratings) >= RATINGS_SHOWN else None,
    )


def next_session(sessions: Iterable[Session], now: datetime) -> Session | None:
    """Return the planned session that comes next, the one under way too; ``None`` when there is none."""
    coming = [session for session in sessions if session.start is not None and standing(session, now) is Standing.PLANNED]
    return min(coming, key=lambda session: (session.start or now, session.pair_id, session.number), default=None)


def of_week(sessions: Iterable[Session], day: date) -> tuple[Session, ...]:
    """Return the sessions with a date in the week of ``day`` (Monday to Sunday), in order; cancelled ones left out."""
    monday = day - timedelta(days=day.weekday())
    dated = [
        (session.start, session.pair_id, session)
        for session in sessions
        if session.start is not None and session.state is not SessionState.CANCELLED
    ]
    return tuple(session for start, _pair, session in sorted(dated, key=lambda each: each[:2]) if 0 <= (start.date() - monday).days < 7)
