# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Place the sessions of many pairs at once, evenly and inside everybody's rules."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sessions import Unplaced
from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.scheduling.board import Board, Row, row_of
from revmentor_desktop.scheduling.occupancy import Occupancy, meeting_of_busy
from revmentor_desktop.scheduling.repair import Mover
from revmentor_desktop.scheduling.slots import PairHours, PersonHours, SiteCalendars
from revmentor_desktop.scheduling.tasks import Busy, Limits, PairTask, PersonTime

__all__ = ["Busy", "Limits", "NotPlaced", "PairTask", "PersonTime", "Placed", "Plan", "plan"]

_ROUNDS = 6


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
    days and improved in turns until nobody gains. For a pair that is left short, single sessions of others are moved in
    chains (`repair.Mover`).

    ``cancelled`` is asked between pairs once all have their first dates; when it says true, the plan as it stands is
    returned. Raises `ValueError` when two tasks are of the same pair.
    """
    wanted = tuple(tasks)
    if not wanted:
        return Plan((), ())
    board = _board(wanted, tuple(busy), limits, tuple(closures), sites, fallback_region)
    for row in board.rows:
        board.place(row)
    mover = Mover(board)
    for row in board.rows:
        mover.help(row)
    _improve(board, mover, cancelled or _never)
    return _result(board)


def _never() -> bool:
    return False


def _board(
    tasks: Sequence[PairTask],
    busy: Sequence[Busy],
    limits: Limits,
    closures: Sequence[Closure],
    sites: Mapping[SiteId, Site],
    region: str,
) -> Board:
    """Put the standing sessions on a board and work out where each pair could meet."""
    zones = {task.pair_id: task.time_zone for task in tasks}
    if len(zones) != len(tasks):
        raise ValueError("two tasks of the same pair")
    standing = sorted((meeting_of_busy(each, zones) for each in busy), key=lambda each: (each.begin, each.person_ids))
    first, last = min(task.first_day for task in tasks), max(task.last_day for task in tasks)
    calendars = SiteCalendars(closures, region, first, last)
    return Board((row_of(task, calendars, standing) for task in tasks), Occupancy(sites, standing), limits)


def _improve(board: Board, mover: Mover, cancelled: Callable[[], bool]) -> None:
    """Place each pair anew around the others, in turns, until nobody gains. Never worse than before."""
    for turn in range(_ROUNDS):
        gained = False
        for row in board.rows:
            if cancelled():
                return
            gained |= board.place_again(row)
            # Sessions moved in chains lie unevenly until the next turn, so the last turn moves none.
            if turn < _ROUNDS - 1:
                gained |= mover.help(row)
        if not gained:
            return


def _result(board: Board) -> Plan:
    """Return the plan as it stands, with a reason for each session without date."""
    placed: list[Placed] = []
    without: list[NotPlaced] = []
    for row in sorted(board.rows, key=lambda each: each.task.pair_id):
        task = row.task
        for number, meeting in zip(row.numbers, row.meetings, strict=False):
            placed.append(Placed(task.pair_id, number, meeting.start, task.minutes, task.in_person))
        missing = row.numbers[len(row.meetings) :]
        without.extend(NotPlaced(task.pair_id, number, reason) for number, reason in zip(missing, _reasons(board, row), strict=True))
    return Plan(tuple(placed), tuple(without))


def _reasons(board: Board, row: Row) -> tuple[Unplaced, ...]:
    """Say for each session without date what keeps it out: the pair's own time, the rooms, or other sessions."""
    if row.missing == 0:
        return ()
    if row.task.first_day > row.task.last_day:
        return (Unplaced.SPAN_OVER,) * row.missing
    if not _ever(row.task):
        return (Unplaced.NO_SHARED_HOURS,) * row.missing
    kept, cost = row.meetings, row.cost
    board.lift(row)
    rooms = max(0, board.most(row, rooms=False) - len(kept))
    people = max(0, board.most(row, people=False, rooms=False) - len(kept) - rooms)
    board.put(row, kept, cost)
    reasons = [Unplaced.ROOMS] * rooms + [Unplaced.PERSON_LIMIT] * people + [Unplaced.NO_ROOM_LEFT] * row.missing
    return tuple(reasons[: row.missing])


def _ever(task: PairTask) -> bool:
    """Whether the two share a stretch long enough in an ordinary week, whatever is celebrated or who is away."""
    mentor, mentee = (PersonHours(_ordinary(person), {}) for person in task.people)
    hours = PairHours(mentor, mentee)
    # The first and the last week: across time zones the clocks may change in between.
    days = (day + timedelta(days=n) for day in (task.first_day, task.last_day) for n in range(7))
    return any(hours.starts(day, task.minutes) for day in days)


def _ordinary(person: PersonTime) -> PersonTime:
    site = replace(person.site, summer_hours=None) if person.site is not None else None
    return replace(person, absences=(), site=site)
