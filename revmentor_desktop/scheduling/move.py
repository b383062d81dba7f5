# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Move a session: what stands in the way of a new time, the nearest free ones, and the following sessions along."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from revmentor_desktop.domain.sessions import Unplaced
from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.scheduling.obstacles import Examiner, Obstacle, ObstacleCode
from revmentor_desktop.scheduling.occupancy import Occupancy, meeting_of, meeting_of_busy
from revmentor_desktop.scheduling.plan import NotPlaced, Placed, Plan
from revmentor_desktop.scheduling.slots import DayHours, PairHours, SiteCalendars, pair_hours, span_days
from revmentor_desktop.scheduling.tasks import Busy, Limits, PairTask

__all__ = ["Obstacle", "ObstacleCode", "check_move", "hours_of_days", "nearest_slots", "shift_following"]


def check_move(
    start: datetime,
    minutes: int,
    task: PairTask,
    busy: Iterable[Busy],
    limits: Limits,
    closures: Iterable[Closure],
    sites: Mapping[SiteId, Site],
    fallback_region: str,
    language: str = "es",
) -> tuple[Obstacle, ...]:
    """Return what stands in the way of a session of ``task`` at ``start``, hard obstacles first; empty: nothing.

    ``start`` is in the wall time of the mentor's site. ``busy`` is every other session, **without the one that moves**.
    ``language`` is that of the holidays' names.
    """
    day = start.date()
    hours = pair_hours(task, SiteCalendars(closures, fallback_region, day, day, language))
    return Examiner(task, hours, _board(task, busy, sites), limits, sites).obstacles(start, minutes)


def nearest_slots(
    wanted: datetime,
    task: PairTask,
    busy: Iterable[Busy],
    limits: Limits,
    closures: Iterable[Closure],
    sites: Mapping[SiteId, Site],
    fallback_region: str,
    count: int = 3,
    per_day: int = 1,
    without: Collection[datetime] = (),
) -> tuple[datetime, ...]:
    """Return up to ``count`` starts with nothing in the way, hard or soft, nearest to ``wanted`` first (ties: earlier).

    All are inside the span of ``task`` and ``task.minutes`` long. ``busy`` is every other session, without the one that
    moves; ``without`` are starts not to offer, such as the one it has now. At most ``per_day`` of one day, so that the
    offer is a choice of days.
    """
    hours = pair_hours(task, SiteCalendars(closures, fallback_region, task.first_day, task.last_day))
    examiner = Examiner(task, hours, _board(task, busy, sites), limits, sites)
    found: list[datetime] = []
    for start in _by_distance(wanted, task, hours):
        if len(found) == count:
            break
        of_day = sum(each.date() == start.date() for each in found)
        if start not in without and of_day < per_day and examiner.free(start, task.minutes):
            found.append(start)
    return tuple(found)


def shift_following(
    following: Mapping[int, datetime],
    moved_to: datetime,
    days: int,
    task: PairTask,
    busy: Iterable[Busy],
    limits: Limits,
    closures: Iterable[Closure],
    sites: Mapping[SiteId, Site],
    fallback_region: str,
) -> Plan:
    """Move the sessions after a moved one by as many ``days``, each to the free start nearest to that (ties: earlier).

    ``following`` are their numbers and present starts; ``moved_to`` is where the moved session now stands, and all stay
    after it and in their order. ``busy`` holds the moved session at its new place, and none of ``following``. One that
    finds no place is in ``not_placed``.
    """
    hours = pair_hours(task, SiteCalendars(closures, fallback_region, task.first_day, task.last_day))
    taken = _board(task, busy, sites)
    examiner = Examiner(task, hours, taken, limits, sites)
    placed: list[Placed] = []
    without: list[NotPlaced] = []
    last = moved_to
    for number, before in sorted(following.items()):
        later = (start for start in _by_distance(before + timedelta(days=days), task, hours) if start > last)
        start = next((each for each in later if examiner.free(each, task.minutes)), None)
        if start is None:
            without.append(NotPlaced(task.pair_id, number, Unplaced.NO_ROOM_LEFT))
            continue
        placed.append(Placed(task.pair_id, number, start, task.minutes, task.in_person))
        taken.add(meeting_of(task, start, task.minutes))
        last = start
    return Plan(tuple(placed), tuple(without))


def hours_of_days(task: PairTask, closures: Iterable[Closure], fallback_region: str, first: date, last: date) -> tuple[DayHours, ...]:
    """Return who of the pair can meet when on each day Monday to Friday: what a week shows while a session is dragged.

    Other sessions are not looked at. Wall time of the mentor's site; days outside the span of ``task`` are left out.
    """
    hours = pair_hours(task, SiteCalendars(closures, fallback_region, first, last))
    return tuple(hours.day(day) for day in span_days(max(first, task.first_day), min(last, task.last_day)))


def _by_distance(wanted: datetime, task: PairTask, hours: PairHours) -> list[datetime]:
    """All starts of the span that the hours of both allow, nearest to ``wanted`` first."""
    starts = (start for day in span_days(task.first_day, task.last_day) for start in hours.starts(day, task.minutes))
    return sorted(starts, key=lambda start: (abs(start - wanted), start))


def _board(task: PairTask, busy: Iterable[Busy], sites: Mapping[SiteId, Site]) -> Occupancy:
    zones = {task.pair_id: task.time_zone}
    return Occupancy(sites, (meeting_of_busy(each, zones) for each in busy))
