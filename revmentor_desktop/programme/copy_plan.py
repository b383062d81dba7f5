# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""When a backup copy is made by itself, and when the person hears that there is none. Rules only: moments come in, answers go out.

Moments are wall time, and clocks are wrong sometimes: a moment that lies ahead says nothing about how long ago it was. Then a copy is
made rather than left out, and nobody is calmed by a date in the future.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

STRETCH = timedelta(minutes=30)
"""Work after which a copy is made, if anything changed."""
RETRY = timedelta(minutes=5)
"""Time after which a copy that failed is tried again."""
MANY_CHANGES = 20
"""Changes without a copy beyond which one is made at closing."""
DAYS_WITHOUT = 7
"""Days without a copy from which a failure is red."""
DAYS_OUTSIDE = 14
"""Days for which a copy outside the computer is new enough."""


class Occasion(StrEnum):
    """What happens now: the file was opened, work goes on, something risky is about to begin, the file is about to be closed."""

    OPENED = "opened"
    WORKING = "working"
    RISK = "risk"
    CLOSING = "closing"


class Standing(StrEnum):
    """How things stand: no copy yet, all well, the last one failed, or none for a week although they were tried."""

    NONE = "none"
    GOOD = "good"
    FAILED = "failed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Copying:
    """What is known about the copies of one file in one place.

    ``last`` is when the newest copy was made, ``tried`` when one was last tried (in this session), ``changes`` the actions since the
    newest copy, ``failing_since`` when the first of the tries failed that were not followed by a good one, ``why`` the code of its error.
    """

    last: datetime | None = None
    tried: datetime | None = None
    changes: int = 0
    failing_since: datetime | None = None
    why: str = ""


def is_due(occasion: Occasion, now: datetime, copying: Copying) -> bool:
    """Say whether a copy is made now. At opening always: whether the file differs from its newest copy only the store can tell."""
    if occasion is Occasion.OPENED:
        return True
    if occasion is Occasion.RISK:
        return copying.changes > 0 or copying.last is None or copying.failing_since is not None
    if occasion is Occasion.CLOSING:
        return copying.changes > MANY_CHANGES
    if copying.failing_since is not None:
        return _passed(copying.tried, now, RETRY)
    return copying.changes > 0 and _passed(copying.tried, now, STRETCH)


def copied(copying: Copying, now: datetime, newest: datetime, changes: int = 0) -> Copying:
    """Return what is known after a copy was made, or the newest one was found to hold the same.

    ``newest`` is when that one was made; ``changes`` came while it was written.
    """
    return replace(copying, last=newest, tried=now, changes=changes, failing_since=None, why="")


def failed(copying: Copying, now: datetime, why: str) -> Copying:
    """Return what is known after a copy could not be made; ``why`` is the code of the error."""
    since = copying.failing_since
    # The clock was ahead then: counting begins again.
    since = now if since is None or since > now else since
    return replace(copying, tried=now, failing_since=since, why=why)


def standing(copying: Copying, now: datetime) -> Standing:
    """Return how things stand for the person."""
    if copying.failing_since is None:
        return Standing.NONE if copying.last is None else Standing.GOOD
    waited = max(_days(copying.last, now), _days(copying.failing_since, now))
    return Standing.LATE if waited >= DAYS_WITHOUT else Standing.FAILED


def outside_is_due(since: date | None, last: date | None, today: date) -> bool:
    """Say whether it is time for a copy outside the computer.

    ``since`` is the day from which the file held something worth copying (``None``: it never did), ``last`` that of the newest
    outside copy. A day in the future is a clock's mistake and counts as no copy.
    """
    if since is None:
        return False
    if last is not None and last > today:
        return True
    return (today - (last or since)).days > DAYS_OUTSIDE


def _passed(moment: datetime | None, now: datetime, wait: timedelta) -> bool:
    """Whether ``wait`` has passed since a moment; one that lies ahead is no reason to wait for it."""
    return moment is None or not timedelta(0) <= now - moment < wait


def _days(moment: datetime | None, now: datetime) -> int:
    return 0 if moment is None else (now - moment).days
