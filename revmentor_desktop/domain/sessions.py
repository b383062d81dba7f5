# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Meetings of a pair: the first plan, where each stands now, and the short log."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.topics import TopicId

SessionId = NewType("SessionId", int)


class SessionState(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    MISSED = "missed"


class Unplaced(StrEnum):
    """Why a session has no date."""

    NO_SHARED_HOURS = "no_shared_hours"
    NO_ROOM_LEFT = "no_room_left"
    PERSON_LIMIT = "person_limit"
    ROOMS = "rooms"
    SPAN_OVER = "span_over"


@dataclass(frozen=True, slots=True)
class SessionLog:
    """The acta: never what was talked about. ``rating`` is 1–5 or ``None``, ``minutes`` the real length."""

    day: date
    minutes: int
    topic_ids: tuple[TopicId, ...] = ()
    rating: int | None = None
    needs_hr: bool = False

    def __post_init__(self) -> None:
        if self.rating is not None and not 1 <= self.rating <= 5:
            raise DomainError("rating", "range", low=1, high=5)
        if not 1 <= self.minutes <= 600:
            raise DomainError("minutes", "range", low=1, high=600)


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting of a pair, in the wall time of the mentor's site, in whole minutes.

    ``start`` is ``None`` for a session without date (``unplaced`` says why, or it was postponed); ``baseline`` is
    the first planned start and never changes afterwards.
    """

    id: SessionId
    pair_id: PairId
    number: int
    start: datetime | None
    minutes: int
    state: SessionState = SessionState.PLANNED
    baseline: datetime | None = None
    postponements: int = 0
    in_person: bool = False
    unplaced: Unplaced | None = None
    log: SessionLog | None = None

    @property
    def end(self) -> datetime | None:
        """When it ends, or ``None`` without a date."""
        return None if self.start is None else self.start + timedelta(minutes=self.minutes)
