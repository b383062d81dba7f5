# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where the sessions of an edition stand: held, without acta, without date."""

from collections.abc import Iterable
from datetime import datetime, timedelta
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
