# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The hours of a week in which somebody can meet, and what two people share of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import attrgetter

from revmentor_desktop.domain.errors import DomainError

MINUTES_A_DAY = 24 * 60
GRID_START = 6 * 60
"""First minute of the weekly grid of the intake form (06:00)."""
GRID_END = 23 * 60
"""Last minute of the weekly grid of the intake form (23:00)."""
GRID_STEP = 30
"""Minutes of one cell of the weekly grid."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of one weekday: ``weekday`` 0 (Monday) to 6, ``start`` and ``end`` in minutes from midnight.

    Raises `DomainError` when the stretch is empty, turned round or outside the day.
    """

    weekday: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise DomainError("availability", "weekday", weekday=self.weekday)
        if not 0 <= self.start < self.end <= MINUTES_A_DAY:
            raise DomainError("availability", "stretch", start=self.start, end=self.end)

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return self.end - self.start


_BY_TIME = attrgetter("weekday", "start", "end")
"""The order of the week, as a window itself has it, but quicker to compare."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which one person is away, both ends included; nobody asks why."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise DomainError("absences", "ends_before_start", start=self.start, end=self.end)

    def covers(self, day: date) -> bool:
        """Whether ``day`` is one of the days away."""
        return self.start <= day <= self.end


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Sort ``windows`` and join those that overlap or touch (domain rule: before anything is compared)."""
    result: list[Window] = []
    for window in sorted(windows, key=_BY_TIME):
        last = result[-1] if result else None
        if last is not None and last.weekday == window.weekday and window.start <= last.end:
            result[-1] = Window(last.weekday, last.start, max(last.end, window.end))
        else:
            result.append(window)
    return tuple(result)


def shared(first: Iterable[Window], second: Iterable[Window]) -> tuple[Window, ...]:
    """Return the stretches in which both can meet, merged and in order of the week."""
    found: list[Window] = []
    others = merged(second)
    for mine in merged(first):
        # Most are of other days; this is asked for every couple of a firm.
        meets = [one for one in others if one.weekday == mine.weekday and mine.start < one.end and one.start < mine.end]
        found += [Window(mine.weekday, max(mine.start, other.start), min(mine.end, other.end)) for other in meets]
    return merged(found)


def total_minutes(windows: Iterable[Window]) -> int:
    """Minutes a week, every minute counted once."""
    return sum(window.minutes for window in merged(windows))


def longest_minutes(windows: Iterable[Window]) -> int:
    """Minutes of the longest single stretch, 0 when there is none."""
    return max((window.minutes for window in merged(windows)), default=0)


def overlaps(windows: Iterable[Window]) -> bool:
    """Whether two of ``windows`` share a minute (a form that says the same hour twice)."""
    return any(a.weekday == b.weekday and b.start < a.end for a, b in pairwise(sorted(windows)))
