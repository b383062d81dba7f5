# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""All pairs of one plan while it is being made: where each could meet, where it does for now, and what that is worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.scheduling.days_off import week_of
from revmentor_desktop.scheduling.occupancy import Meeting, Occupancy, meeting_of
from revmentor_desktop.scheduling.slots import SiteCalendars, Slot, pair_hours, span_days
from revmentor_desktop.scheduling.spread import Node, Span, placeable, spread
from revmentor_desktop.scheduling.tasks import Limits, PairTask

UNKNOWN_COST = 1 << 60
"""Unevenness of dates that were moved one by one, until the pair is placed anew."""

_SAME_DAY = 150
"""Price of a second session of a person on one day (handbook, calendar generation, 6: avoid it): about a day's unevenness."""


@dataclass(slots=True)
class Row:
    """One pair on the board: ``slots`` by day are where it could meet, ``standing`` the days of its sessions that stay."""

    task: PairTask
    numbers: tuple[int, ...]
    slots: Mapping[date, tuple[Slot, ...]]
    standing: tuple[date, ...]
    meetings: tuple[Meeting, ...] = ()
    cost: int = 0

    @property
    def missing(self) -> int:
        """Sessions without date."""
        return len(self.numbers) - len(self.meetings)


def row_of(task: PairTask, calendars: SiteCalendars, standing: Sequence[Meeting]) -> Row:
    """Work out the days on which a pair could meet; a day on which it meets already is not one."""
    hours = pair_hours(task, calendars)
    own = tuple(sorted({each.day for each in standing if each.pair_id == task.pair_id and each.day <= task.last_day}))
    every = ((day, hours.slots(day, task.minutes)) for day in span_days(task.first_day, task.last_day) if day not in own)
    return Row(task, tuple(sorted(set(task.numbers))), {day: slots for day, slots in every if slots}, own)


class Board:
    """Rows and the meetings of all of them, which change together."""

    def __init__(self, rows: Iterable[Row], taken: Occupancy, limits: Limits) -> None:
        self.rows = tuple(sorted(rows, key=lambda row: (len(row.slots), row.task.pair_id)))
        """Those with fewest possible days first."""
        self.taken = taken
        self._limits = limits

    def place(self, row: Row) -> None:
        """Give a pair without dates the most even ones that the others leave."""
        free = self.free(row)
        nodes = self._nodes(row, free)
        count = placeable(nodes, len(row.numbers))
        cost, days = spread(nodes, count, _span(row)) if count else (0, ())
        starts = (free[date.fromordinal(day)].start for day in days)
        self.put(row, tuple(meeting_of(row.task, start, row.task.minutes) for start in starts), cost)

    def lift(self, row: Row) -> None:
        """Take all the dates of a pair off the board."""
        for meeting in row.meetings:
            self.taken.remove(meeting)
        row.meetings, row.cost = (), 0

    def put(self, row: Row, meetings: tuple[Meeting, ...], cost: int) -> None:
        """Give a pair without dates these."""
        for meeting in meetings:
            self.taken.add(meeting)
        row.meetings, row.cost = meetings, cost

    def place_again(self, row: Row) -> bool:
        """Place a pair anew around the others; keep it if it is better off, else put everything back."""
        meetings, missing, cost = row.meetings, row.missing, row.cost
        self.lift(row)
        self.place(row)
        if (row.missing, row.cost) < (missing, cost):
            return True
        self.lift(row)
        self.put(row, meetings, cost)
        return False

    def free(self, row: Row, people: bool = True, rooms: bool = True) -> dict[date, Slot]:
        """Return the earliest free slot of each day that has one; ``people``, ``rooms``: what to heed."""
        found: dict[date, Slot] = {}
        for day, slots in row.slots.items():
            slot = next((each for each in slots if self._is_free(row, each, people, rooms)), None)
            if slot is not None:
                found[day] = slot
        return found

    def room(self, row: Row, week: int, people: bool = True) -> int:
        """How many more sessions the pair may have in a week, with the person limits (``people``) or without."""
        limits, task = self._limits, row.task
        own = limits.per_pair_week - self.taken.of_pair_in_week(task.pair_id, week)
        if not people:
            return own
        return min(own, *(limits.per_person_week - self.taken.in_week(person_id, week) for person_id in task.person_ids))

    def free_slot(self, row: Row, day: date) -> Slot | None:
        """Return the earliest slot of ``day`` at which the pair may have one more session, all the others where they are."""
        if not self._open(row, day):
            return None
        return next((slot for slot in row.slots[day] if self._is_free(row, slot)), None)

    def takes(self, row: Row, day: date, slot: Slot) -> bool:
        """Whether the pair may have one more session at ``slot`` of ``day``, with all the others where they are."""
        return self._open(row, day) and self._is_free(row, slot)

    def most(self, row: Row, people: bool = True, rooms: bool = True) -> int:
        """How many sessions a pair without dates could have, heeding other people's sessions and rooms or not."""
        return placeable(self._nodes(row, self.free(row, people, rooms), people), len(row.numbers))

    def _open(self, row: Row, day: date) -> bool:
        """Whether the pair does not meet on ``day`` yet and its week has room."""
        return all(meeting.day != day for meeting in row.meetings) and self.room(row, week_of(day)) > 0

    def _is_free(self, row: Row, slot: Slot, people: bool = True, rooms: bool = True) -> bool:
        end = slot.instant + slot.minutes
        if people and self.taken.taken(row.task.person_ids, slot.instant, end):
            return False
        return not (rooms and self.taken.rooms_full(row.task.room_of, slot.instant, end))

    def _nodes(self, row: Row, days: Iterable[date], people: bool = True) -> list[Node]:
        """Return the days that the pair may use or uses already, with the room that their weeks still have."""
        nodes = [Node(day.toordinal(), week_of(day), 0, standing=True) for day in row.standing if day >= row.task.first_day]
        for day in days:
            room = self.room(row, week_of(day), people)
            if room > 0:
                again = any(self.taken.on_day(person_id, day) for person_id in row.task.person_ids)
                nodes.append(Node(day.toordinal(), week_of(day), room, price=_SAME_DAY if again else 0))
        return sorted(nodes)


def _span(row: Row) -> Span:
    before = [day for day in row.standing if day < row.task.first_day]
    return Span(row.task.first_day.toordinal(), row.task.last_day.toordinal(), max(before).toordinal() if before else None)
