# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What stands in the way of a session at a given time: the rules of a plan, asked one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from revmentor_desktop.domain.sites import Site, SiteId
from revmentor_desktop.scheduling.days_off import DayOff, week_of
from revmentor_desktop.scheduling.occupancy import Occupancy
from revmentor_desktop.scheduling.slots import PairHours, PersonHours, instant_of, wall_in
from revmentor_desktop.scheduling.tasks import Limits, PairTask


class ObstacleCode(StrEnum):
    """What stands in the way, in the order in which it is said."""

    OUTSIDE_EDITION = "outside_edition"
    WEEKEND = "weekend"
    DAY_OFF = "day_off"
    ABSENCE = "absence"
    OUTSIDE_HOURS = "outside_hours"
    OVERLAP = "overlap"
    WEEK_PAIR = "week_pair"
    WEEK_PERSON = "week_person"
    ROOMS = "rooms"

    @property
    def hard(self) -> bool:
        """Whether the rule stands even for a session moved by hand; the others only warn (domain rule)."""
        return self not in {ObstacleCode.WEEK_PAIR, ObstacleCode.WEEK_PERSON, ObstacleCode.ROOMS}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One rule in the way, and what a sentence about it needs.

    ``data`` by code. ``outside_edition``: first_day, last_day. ``weekend``: day. ``day_off``: day, name, kind, confirmed,
    person_ids. ``absence``: person_id, start, end. ``outside_hours``: person_id. ``overlap``: person_id, pair_id (or
    ``None``), start (wall time of the other pair's mentor). ``week_pair``: limit. ``week_person``: person_id, limit.
    ``rooms``: site_id, rooms.
    """

    code: ObstacleCode
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def hard(self) -> bool:
        """Whether the session cannot be put there; otherwise it is only warned about."""
        return self.code.hard


class Examiner:
    """Asks all the rules about possible times of one pair's session.

    ``taken`` holds every other session, not the one that is asked about.
    """

    def __init__(self, task: PairTask, hours: PairHours, taken: Occupancy, limits: Limits, sites: Mapping[SiteId, Site]) -> None:
        self._task, self._hours, self._taken = task, hours, taken
        self._limits, self._sites = limits, sites

    def obstacles(self, start: datetime, minutes: int) -> tuple[Obstacle, ...]:
        """Return all that stands in the way of a session at ``start`` (wall time of the mentor's site)."""
        return (*self._of_calendar(start), *self._of_hours(start, minutes), *self._of_others(start, minutes), *self._soft(start, minutes))

    def free(self, start: datetime, minutes: int) -> bool:
        """Whether nothing at all, hard or soft, stands in the way."""
        return not self.obstacles(start, minutes)

    def _people(self, start: datetime) -> tuple[tuple[PersonHours, datetime], ...]:
        """The two people, each with what their own clock shows at ``start``."""
        theirs = wall_in(start, self._hours.time_zone, self._hours.mentee.person.time_zone)
        return ((self._hours.mentor, start), (self._hours.mentee, theirs))

    def _of_calendar(self, start: datetime) -> Iterator[Obstacle]:
        task, day = self._task, start.date()
        if not task.first_day <= day <= task.last_day:
            yield _obstacle(ObstacleCode.OUTSIDE_EDITION, first_day=task.first_day, last_day=task.last_day)
        people = self._people(start)
        if any(wall.weekday() >= 5 for _, wall in people):
            yield _obstacle(ObstacleCode.WEEKEND, day=day)
        off: dict[DayOff, list[object]] = {}
        for hours, wall in people:
            found = hours.day_off(wall.date())
            if found is not None:
                off.setdefault(found, []).append(hours.person.person_id)
        for found, ids in off.items():
            yield _obstacle(
                ObstacleCode.DAY_OFF, day=found.day, name=found.name, kind=found.kind, confirmed=found.confirmed, person_ids=tuple(ids)
            )

    def _of_hours(self, start: datetime, minutes: int) -> Iterator[Obstacle]:
        for hours, wall in self._people(start):
            person_id = hours.person.person_id
            absence = hours.absence(wall.date())
            if absence is not None:
                yield _obstacle(ObstacleCode.ABSENCE, person_id=person_id, start=absence.start, end=absence.end)
            # Nobody has hours on a weekend: one obstacle says it.
            if wall.weekday() < 5 and not hours.fits(wall, minutes):
                yield _obstacle(ObstacleCode.OUTSIDE_HOURS, person_id=person_id)

    def _of_others(self, start: datetime, minutes: int) -> Iterator[Obstacle]:
        begin = instant_of(start, self._task.time_zone)
        for person_id in self._task.person_ids:
            for other in self._taken.overlapping(person_id, begin, begin + minutes):
                yield _obstacle(ObstacleCode.OVERLAP, person_id=person_id, pair_id=other.pair_id, start=other.start)

    def _soft(self, start: datetime, minutes: int) -> Iterator[Obstacle]:
        task, limits, week = self._task, self._limits, week_of(start.date())
        if self._taken.of_pair_in_week(task.pair_id, week) >= limits.per_pair_week:
            yield _obstacle(ObstacleCode.WEEK_PAIR, limit=limits.per_pair_week)
        for person_id in task.person_ids:
            if self._taken.in_week(person_id, week) >= limits.per_person_week:
                yield _obstacle(ObstacleCode.WEEK_PERSON, person_id=person_id, limit=limits.per_person_week)
        begin = instant_of(start, task.time_zone)
        site_id = task.room_of
        if site_id is not None and self._taken.rooms_full(site_id, begin, begin + minutes):
            yield _obstacle(ObstacleCode.ROOMS, site_id=site_id, rooms=self._sites[site_id].rooms)


def _obstacle(code: ObstacleCode, **data: object) -> Obstacle:
    return Obstacle(code, MappingProxyType(data))
