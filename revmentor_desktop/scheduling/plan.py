# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Place the sessions of many pairs at once, evenly and inside everybody's rules."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sessions import Unplaced
from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.scheduling.days_off import week_of
from revmentor_desktop.scheduling.occupancy import Meeting, Occupancy, meeting_of, meeting_of_busy
from revmentor_desktop.scheduling.slots import PairHours, PersonHours, SiteCalendars, Slot, pair_hours, span_days
from revmentor_desktop.scheduling.spread import Node, Span, placeable, spread
from revmentor_desktop.scheduling.tasks import Busy, Limits, PairTask, PersonTime

__all__ = ["Busy", "Limits", "NotPlaced", "PairTask", "PersonTime", "Placed", "Plan", "plan"]

_ROUNDS = 6
_SAME_DAY = 150
"""Price of a second session of a person on one day (handbook, calendar generation, 6: avoid it): about a day's unevenness."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A session with its date: ``start`` in the wall time of the mentor's site."""

    pair_id: PairId
    number: int
    start: datetime
    minutes: int
    in_person: bool


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """A session that found no date, and why."""

    pair_id: PairId
    number: int
    reason: Unplaced


@dataclass(frozen=True, slots=True)
class Plan:
    """What came out: every number of every task is in exactly one of the two, by pair and number."""

    placed: tuple[Placed, ...]
    not_placed: tuple[NotPlaced, ...]

    def of_pair(self, pair_id: PairId) -> tuple[Placed, ...]:
        """Return the placed sessions of one pair in order of number (and of date)."""
        return tuple(session for session in self.placed if session.pair_id == pair_id)

    def longest_gap_days(self, pair_id: PairId | None = None) -> int:
        """Return the most days between two neighbouring sessions of the pair (``None``: of any pair); 0 without two."""
        pairs = {session.pair_id for session in self.placed} if pair_id is None else {pair_id}
        return max(
            ((later.start.date() - earlier.start.date()).days for each in pairs for earlier, later in pairwise(self.of_pair(each))),
            default=0,
        )


@dataclass(slots=True)
class _Row:
    """One pair on the board: where it could meet, and where it does for now."""

    task: PairTask
    numbers: tuple[int, ...]
    slots: Mapping[date, tuple[Slot, ...]]
    standing: tuple[date, ...]
    meetings: tuple[Meeting, ...] = ()
    cost: int = 0

    @property
    def worth(self) -> tuple[int, int]:
        """Sessions without date, then unevenness: less is better."""
        return (len(self.numbers) - len(self.meetings), self.cost)


def plan(
    tasks: Iterable[PairTask],
    busy: Iterable[Busy],
    limits: Limits,
    closures: Iterable[Closure],
    sites: Mapping[SiteId, Site],
    fallback_region: str,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Give dates to the sessions of ``tasks`` (one task a pair) around the ``busy`` ones. The same data give the same plan.

    Always kept: both people's hours, weekends, days off of both sites, closures, absences, the span of the pair, no two
    sessions of a person at once, one session of a pair a day, the limits per ISO week, and the rooms of each site.
    Among such plans: first as many sessions as possible, then the least sum over all pairs of squared distances of
    their gaps from the even gap, with the first session in the first two weeks and a week to spare at the end; gaps
    under a week or much wider than the others cost extra, and so do two sessions of a person on one day.
    Each pair's days are the exact optimum while the others stay (`spread.spread`); pairs are taken in order of fewest
    days and improved in turns until nobody gains, and a pair that is left short may have pairs that compete with it for
    a person or rooms placed after it.

    ``cancelled`` is asked between pairs once all have their first dates; when it says true, the plan as it stands is
    returned. Raises `ValueError` when two tasks are of the same pair.
    """
    wanted = tuple(tasks)
    if not wanted:
        return Plan((), ())
    board = _Board(wanted, tuple(busy), limits, tuple(closures), sites, fallback_region)
    board.place_all()
    board.improve(cancelled or _never)
    return board.result()


def _never() -> bool:
    return False


class _Board:
    """All pairs of one plan, while it is being made."""

    def __init__(
        self,
        tasks: Sequence[PairTask],
        busy: Sequence[Busy],
        limits: Limits,
        closures: Sequence[Closure],
        sites: Mapping[SiteId, Site],
        region: str,
    ) -> None:
        zones = {task.pair_id: task.time_zone for task in tasks}
        if len(zones) != len(tasks):
            raise ValueError("two tasks of the same pair")
        standing = sorted((meeting_of_busy(each, zones) for each in busy), key=lambda each: (each.begin, each.person_ids))
        self._limits, self._sites = limits, sites
        self._taken = Occupancy(sites, standing)
        first, last = min(task.first_day for task in tasks), max(task.last_day for task in tasks)
        calendars = SiteCalendars(closures, region, first, last)
        rows = [_row(task, calendars, standing) for task in tasks]
        self._rows = sorted(rows, key=lambda row: (len(row.slots), row.task.pair_id))

    def place_all(self) -> None:
        """Give every pair its first dates, those with fewest possible days first."""
        for row in self._rows:
            self._place(row)
        for row in self._rows:
            if row.worth[0]:
                self._make_way(row)

    def improve(self, cancelled: Callable[[], bool]) -> None:
        """Place each pair anew around the others, in turns, until nobody gains. Never worse than before."""
        for _ in range(_ROUNDS):
            gained = False
            for row in self._rows:
                if cancelled():
                    return
                gained |= self._try((row,))
                if row.worth[0]:
                    gained |= self._make_way(row)
            if not gained:
                return

    def result(self) -> Plan:
        """Return the plan as it stands, with a reason for each session without date."""
        placed: list[Placed] = []
        without: list[NotPlaced] = []
        for row in sorted(self._rows, key=lambda each: each.task.pair_id):
            task = row.task
            for number, meeting in zip(row.numbers, row.meetings, strict=False):
                placed.append(Placed(task.pair_id, number, meeting.start, task.minutes, task.in_person))
            missing = row.numbers[len(row.meetings) :]
            without.extend(
                NotPlaced(task.pair_id, number, reason) for number, reason in zip(missing, self._reasons(row, len(missing)), strict=True)
            )
        return Plan(tuple(placed), tuple(without))

    def _make_way(self, row: _Row) -> bool:
        """Try whether a pair left short gets more when pairs that stand in its way are placed after it."""
        rivals = [each for each in self._rows if each is not row and self._meets(row, each)]
        tries = [(row, rival) for rival in rivals]
        if len(rivals) > 1:
            tries += [(row, *rivals), (row, *reversed(rivals))]
        gained = False
        for rows in tries:
            if not row.worth[0]:
                break
            gained |= self._try(rows)
        return gained

    def _meets(self, row: _Row, other: _Row) -> bool:
        """Whether two pairs compete for a person or for the rooms of a site."""
        site = self._sites.get(row.task.room_of) if row.task.room_of is not None else None
        same_rooms = site is not None and site.rooms is not None and row.task.room_of == other.task.room_of
        return same_rooms or bool(set(row.task.person_ids) & set(other.task.person_ids))

    def _try(self, rows: Sequence[_Row]) -> bool:
        """Place ``rows`` anew in this order; keep it if together they are better off, else put everything back."""
        before = [(row.meetings, row.cost) for row in rows]
        worth = _together(rows)
        for row in rows:
            self._lift(row)
        for row in rows:
            self._place(row)
        if _together(rows) < worth:
            return True
        for row in rows:
            self._lift(row)
        for row, (meetings, cost) in zip(rows, before, strict=True):
            self._put(row, meetings, cost)
        return False

    def _lift(self, row: _Row) -> None:
        for meeting in row.meetings:
            self._taken.remove(meeting)
        row.meetings, row.cost = (), 0

    def _put(self, row: _Row, meetings: tuple[Meeting, ...], cost: int) -> None:
        for meeting in meetings:
            self._taken.add(meeting)
        row.meetings, row.cost = meetings, cost

    def _place(self, row: _Row) -> None:
        """Give a pair that has no dates the most even ones that the others leave."""
        free = self._free(row)
        nodes = self._nodes(row, free)
        count = placeable(nodes, len(row.numbers))
        cost, days = spread(nodes, count, _span(row)) if count else (0, ())
        starts = (free[date.fromordinal(day)].start for day in days)
        self._put(row, tuple(meeting_of(row.task, start, row.task.minutes) for start in starts), cost)

    def _free(self, row: _Row, people: bool = True, rooms: bool = True) -> dict[date, Slot]:
        """Return the earliest free slot of each day that has one; ``people``, ``rooms``: what to heed."""
        found: dict[date, Slot] = {}
        task = row.task
        for day, slots in row.slots.items():
            for slot in slots:
                end = slot.instant + slot.minutes
                if people and self._taken.taken(task.person_ids, slot.instant, end):
                    continue
                if rooms and self._taken.rooms_full(task.room_of, slot.instant, end):
                    continue
                found[day] = slot
                break
        return found

    def _nodes(self, row: _Row, days: Iterable[date], people: bool = True) -> list[Node]:
        """Return the days that the pair may use or uses already, with the room that their weeks still have."""
        nodes = [Node(day.toordinal(), week_of(day), 0, standing=True) for day in row.standing if day >= row.task.first_day]
        for day in days:
            room = self._room(row, week_of(day), people)
            if room > 0:
                again = any(self._taken.on_day(person_id, day) for person_id in row.task.person_ids)
                nodes.append(Node(day.toordinal(), week_of(day), room, price=_SAME_DAY if again else 0))
        return sorted(nodes)

    def _room(self, row: _Row, week: int, people: bool) -> int:
        """How many more sessions the pair may have in a week, with the person limits (``people``) or without."""
        limits, task = self._limits, row.task
        own = limits.per_pair_week - self._taken.of_pair_in_week(task.pair_id, week)
        if not people:
            return own
        return min(own, *(limits.per_person_week - self._taken.in_week(person_id, week) for person_id in task.person_ids))

    def _reasons(self, row: _Row, missing: int) -> tuple[Unplaced, ...]:
        """Say for each session without date what keeps it out: the pair's own time, the rooms, or other sessions."""
        if missing == 0:
            return ()
        if row.task.first_day > row.task.last_day:
            return (Unplaced.SPAN_OVER,) * missing
        if not _ever(row):
            return (Unplaced.NO_SHARED_HOURS,) * missing
        kept, cost = row.meetings, row.cost
        self._lift(row)
        without_rooms = placeable(self._nodes(row, self._free(row, rooms=False)), len(row.numbers)) - len(kept)
        free = self._free(row, people=False, rooms=False)
        without_people = placeable(self._nodes(row, free, people=False), len(row.numbers)) - len(kept)
        self._put(row, kept, cost)
        rooms = max(0, without_rooms)
        others = max(0, without_people - rooms)
        reasons = [Unplaced.ROOMS] * rooms + [Unplaced.PERSON_LIMIT] * others + [Unplaced.NO_ROOM_LEFT] * missing
        return tuple(reasons[:missing])


def _row(task: PairTask, calendars: SiteCalendars, standing: Sequence[Meeting]) -> _Row:
    """Work out the days on which a pair could meet; a day on which it meets already is not one."""
    hours = pair_hours(task, calendars)
    own = tuple(sorted({each.day for each in standing if each.pair_id == task.pair_id and each.day <= task.last_day}))
    every = ((day, hours.slots(day, task.minutes)) for day in span_days(task.first_day, task.last_day) if day not in own)
    return _Row(task, tuple(sorted(set(task.numbers))), {day: slots for day, slots in every if slots}, own)


def _span(row: _Row) -> Span:
    before = [day for day in row.standing if day < row.task.first_day]
    return Span(row.task.first_day.toordinal(), row.task.last_day.toordinal(), max(before).toordinal() if before else None)


def _together(rows: Sequence[_Row]) -> tuple[int, int]:
    return (sum(row.worth[0] for row in rows), sum(row.worth[1] for row in rows))


def _ever(row: _Row) -> bool:
    """Whether the two share a stretch long enough in an ordinary week, whatever is celebrated or who is away."""
    mentor, mentee = (PersonHours(_ordinary(person), {}) for person in row.task.people)
    hours = PairHours(mentor, mentee)
    # The first and the last week: across time zones the clocks may change in between.
    days = (day + timedelta(days=n) for day in (row.task.first_day, row.task.last_day) for n in range(7))
    return any(hours.starts(day, row.task.minutes) for day in days)


def _ordinary(person: PersonTime) -> PersonTime:
    site = replace(person.site, summer_hours=None) if person.site is not None else None
    return replace(person, absences=(), site=site)
