# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Planned sessions that the world has overtaken: a new holiday, an absence, other hours, another session, a room less."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.scheduling.obstacles import Examiner, ObstacleCode
from revmentor_desktop.scheduling.occupancy import Occupancy, meeting_of, meeting_of_busy
from revmentor_desktop.scheduling.plan import Placed
from revmentor_desktop.scheduling.slots import SiteCalendars, pair_hours
from revmentor_desktop.scheduling.tasks import Busy, Limits, PairTask

__all__ = ["Conflict", "ObstacleCode", "conflicts"]

_WARNINGS = frozenset({ObstacleCode.WEEK_PAIR, ObstacleCode.WEEK_PERSON})


@dataclass(frozen=True, slots=True)
class Conflict:
    """A planned session that cannot be held as it stands. ``code`` and ``data`` as in `obstacles.Obstacle`."""

    pair_id: PairId
    number: int
    code: ObstacleCode
    data: Mapping[str, object]


def conflicts(
    sessions: Iterable[Placed],
    tasks: Mapping[PairId, PairTask],
    closures: Iterable[Closure],
    sites: Mapping[SiteId, Site],
    fallback_region: str,
    today: date,
    busy: Iterable[Busy] = (),
    language: str = "es",
) -> tuple[Conflict, ...]:
    """Return what is wrong with the planned ``sessions`` of ``today`` and later, by date, pair and number.

    ``tasks`` gives the people of each pair as they are now; ``first_day`` is as for `plan`, and ``rooms_site`` is wanted
    even if the pair is virtual, for one session of it may be in person. Sessions of a pair without task are not looked
    at. ``busy`` are further sessions, such as those of another edition. Weekly limits are not conflicts: by hand they
    only warn. Of two sessions that overlap each has its conflict; with too few rooms, each session of that hour has.
    """
    coming = sorted(
        (each for each in sessions if each.start.date() >= today and each.pair_id in tasks),
        key=lambda each: (each.start, each.pair_id, each.number),
    )
    if not coming:
        return ()
    zones = {pair_id: task.time_zone for pair_id, task in tasks.items()}
    taken = Occupancy(sites, (meeting_of_busy(each, zones) for each in busy))
    held = [replace(tasks[each.pair_id], in_person=each.in_person) for each in coming]
    meetings = [meeting_of(task, each.start, each.minutes) for task, each in zip(held, coming, strict=True)]
    for meeting in meetings:
        taken.add(meeting)
    calendars = SiteCalendars(closures, fallback_region, coming[0].start.date(), coming[-1].start.date(), language)
    found: list[Conflict] = []
    hours = {pair_id: pair_hours(tasks[pair_id], calendars) for pair_id in {each.pair_id for each in coming}}
    for session, task, meeting in zip(coming, held, meetings, strict=True):
        taken.remove(meeting)
        obstacles = Examiner(task, hours[session.pair_id], taken, Limits(), sites).obstacles(session.start, session.minutes)
        taken.add(meeting)
        found.extend(Conflict(session.pair_id, session.number, each.code, each.data) for each in obstacles if each.code not in _WARNINGS)
    return tuple(found)
