# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Who is taken when, how full each week is, and which rooms are in use."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sites import Site, SiteId
from revmentor_desktop.scheduling.days_off import week_of
from revmentor_desktop.scheduling.slots import instant_of
from revmentor_desktop.scheduling.tasks import DEFAULT_ZONE, Busy, PairTask

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session on the board: ``begin`` and ``end`` in minutes of universal time, ``start`` as its pair's clock says it."""

    pair_id: PairId | None
    person_ids: tuple[PersonId, ...]
    start: datetime
    begin: int
    end: int
    site_id: SiteId | None

    @property
    def day(self) -> date:
        """The date at the mentor's site."""
        return self.start.date()

    @property
    def week(self) -> int:
        """Running number of its ISO week."""
        return week_of(self.day)


def meeting_of(task: PairTask, start: datetime, minutes: int) -> Meeting:
    """Return a session of ``task`` at ``start`` (wall time of the mentor's site) as a meeting."""
    begin = instant_of(start, task.time_zone)
    return Meeting(task.pair_id, task.person_ids, start, begin, begin + minutes, task.room_of)


def meeting_of_busy(busy: Busy, zones: Mapping[PairId, str]) -> Meeting:
    """Return a standing session as a meeting; ``zones`` are the clocks of the pairs that have a task."""
    known = zones.get(busy.pair_id) if busy.pair_id is not None else None
    begin = instant_of(busy.start, busy.time_zone or known or DEFAULT_ZONE)
    return Meeting(busy.pair_id, busy.person_ids, busy.start, begin, begin + busy.minutes, busy.site_id)


class Occupancy:
    """A board of meetings that answers what a further one would run into. Meetings can be put on and taken off."""

    def __init__(self, sites: Mapping[SiteId, Site], meetings: Iterable[Meeting] = ()) -> None:
        self._sites = sites
        self._of_person: defaultdict[tuple[PersonId, int], list[Meeting]] = defaultdict(list)
        self._of_site: defaultdict[tuple[SiteId, int], list[Meeting]] = defaultdict(list)
        self._of_week: defaultdict[tuple[PersonId, int], list[Meeting]] = defaultdict(list)
        self._person_days: Counter[tuple[PersonId, date]] = Counter()
        self._pair_weeks: Counter[tuple[PairId, int]] = Counter()
        for meeting in meetings:
            self.add(meeting)

    def add(self, meeting: Meeting) -> None:
        """Put a meeting on the board."""
        for day in _days(meeting.begin, meeting.end):
            for person_id in meeting.person_ids:
                self._of_person[person_id, day].append(meeting)
            if meeting.site_id is not None:
                self._of_site[meeting.site_id, day].append(meeting)
        for person_id in meeting.person_ids:
            self._of_week[person_id, meeting.week].append(meeting)
        self._count(meeting, 1)

    def remove(self, meeting: Meeting) -> None:
        """Take a meeting off the board; it must be on it."""
        for day in _days(meeting.begin, meeting.end):
            for person_id in meeting.person_ids:
                self._of_person[person_id, day].remove(meeting)
            if meeting.site_id is not None:
                self._of_site[meeting.site_id, day].remove(meeting)
        for person_id in meeting.person_ids:
            self._of_week[person_id, meeting.week].remove(meeting)
        self._count(meeting, -1)

    def overlapping(self, person_id: PersonId, begin: int, end: int) -> tuple[Meeting, ...]:
        """Return the meetings of a person that share a minute with ``begin``–``end``, earliest first."""
        found = {
            each for day in _days(begin, end) for each in self._of_person.get((person_id, day), ()) if each.begin < end and begin < each.end
        }
        return tuple(sorted(found, key=lambda each: (each.begin, each.end, each.pair_id or 0)))

    def taken(self, person_ids: Iterable[PersonId], begin: int, end: int) -> bool:
        """Whether one of the people meets somebody in that time."""
        return any(
            each.begin < end and begin < each.end
            for day in _days(begin, end)
            for person_id in person_ids
            for each in self._of_person.get((person_id, day), ())
        )

    def in_week(self, person_id: PersonId, week: int) -> int:
        """How many meetings a person has in an ISO week."""
        return len(self._of_week.get((person_id, week), ()))

    def meetings_in_week(self, person_id: PersonId, week: int) -> tuple[Meeting, ...]:
        """Return the meetings of a person in an ISO week."""
        return tuple(self._of_week.get((person_id, week), ()))

    def on_day(self, person_id: PersonId, day: date) -> int:
        """How many meetings a person has on a date."""
        return self._person_days[person_id, day]

    def of_pair_in_week(self, pair_id: PairId, week: int) -> int:
        """How many meetings a pair has in an ISO week."""
        return self._pair_weeks[pair_id, week]

    def rooms_full(self, site_id: SiteId | None, begin: int, end: int) -> bool:
        """Whether at some minute of ``begin``–``end`` every room of the site is in use already."""
        site = self._sites.get(site_id) if site_id is not None else None
        if site is None or site.rooms is None:
            return False
        others = self.in_rooms(site.id, begin, end)
        # The number in use only grows where a meeting begins, so these minutes are enough to look at.
        moments = {begin, *(each.begin for each in others if each.begin > begin)}
        return any(sum(each.begin <= moment < each.end for each in others) >= site.rooms for moment in moments)

    def in_rooms(self, site_id: SiteId, begin: int, end: int) -> frozenset[Meeting]:
        """Return the meetings that take a room of the site at some minute of ``begin``–``end``."""
        return frozenset(
            each for day in _days(begin, end) for each in self._of_site.get((site_id, day), ()) if each.begin < end and begin < each.end
        )

    def _count(self, meeting: Meeting, step: int) -> None:
        for person_id in meeting.person_ids:
            self._person_days[person_id, meeting.day] += step
        if meeting.pair_id is not None:
            self._pair_weeks[meeting.pair_id, meeting.week] += step


def _days(begin: int, end: int) -> range:
    """Days of universal time that a stretch of minutes touches."""
    return range(begin // _DAY, (end - 1) // _DAY + 1)
