# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Find a date for a session that found none, by moving sessions of pairs that stand in its way."""

from collections.abc import Iterator
from datetime import date

from revmentor_desktop.scheduling.board import UNKNOWN_COST, Board, Row
from revmentor_desktop.scheduling.days_off import week_of
from revmentor_desktop.scheduling.occupancy import Meeting, meeting_of
from revmentor_desktop.scheduling.slots import Slot

_DEPTH = 8
"""Most sessions moved, one after the other, to make one free slot."""


def make_way(board: Board, row: Row) -> bool:
    """Let pairs that compete with ``row`` be placed after it; whether that gave it, and all together, more dates."""
    rivals = [each for each in board.rows if each is not row and board.compete(row, each)]
    tries = [(row, rival) for rival in rivals]
    if len(rivals) > 1:
        tries += [(row, *rivals), (row, *reversed(rivals))]
    gained = False
    for rows in tries:
        if not row.missing:
            break
        gained |= board.place_again(rows)
    return gained


def move_others(board: Board, row: Row) -> bool:
    """Move single sessions of other pairs, in chains, until ``row`` has all its dates or no chain helps."""
    gained = False
    while row.missing and _Chain(board).one_more(row, _DEPTH):
        gained = True
    return gained


class _Chain:
    """A search, depth first and in a fixed order, for sessions to move; everything is put back where it fails."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._owners = {row.task.pair_id: row for row in board.rows}
        # As in the search for augmenting paths, a slot that a pair could not be helped to is not tried again: this keeps
        # a hopeless search short. It may miss a chain, for more than one session can stand in the way of another.
        self._tried: set[tuple[Meeting, int, int]] = set()

    def one_more(self, row: Row, depth: int) -> bool:
        """Give ``row`` one more date, moving at most ``depth`` sessions of others."""
        for day, slots in row.slots.items():
            for slot in slots:
                if self._board.takes(row, day, slot):
                    self._add(row, slot)
                    return True
        if depth == 0:
            return False
        return any(self._instead(row, day, slot, depth) for day, slots in row.slots.items() for slot in slots)

    def _instead(self, row: Row, day: date, slot: Slot, depth: int) -> bool:
        """Give ``row`` the slot if the one session that stands in the way finds another date."""
        for meeting in self._in_the_way(row, day, slot):
            owner = self._owners.get(meeting.pair_id) if meeting.pair_id is not None else None
            if owner is None or meeting not in owner.meetings:
                continue
            if (meeting, row.task.pair_id, slot.instant) in self._tried:
                continue
            self._tried.add((meeting, row.task.pair_id, slot.instant))
            before = owner.meetings
            self._drop(owner, meeting)
            if self._board.takes(row, day, slot):
                added = self._add(row, slot)
                if self.one_more(owner, depth - 1):
                    return True
                self._drop(row, added)
            self._board.taken.add(meeting)
            owner.meetings = before
        return False

    def _in_the_way(self, row: Row, day: date, slot: Slot) -> Iterator[Meeting]:
        """Sessions of which one might have to go: those at that time, and those of the two people in that week."""
        taken, week, end = self._board.taken, week_of(day), slot.instant + slot.minutes
        seen: set[Meeting] = set()
        for person_id in row.task.person_ids:
            seen.update(taken.overlapping(person_id, slot.instant, end))
        if taken.rooms_full(row.task.room_of, slot.instant, end):
            seen.update(taken.in_rooms(row.task.room_of, slot.instant, end))
        people = set(row.task.person_ids)
        for other in self._board.rows:
            if people & set(other.task.person_ids):
                seen.update(each for each in other.meetings if each.week == week)
        yield from sorted(seen, key=lambda each: (each.begin, each.pair_id or 0))

    def _add(self, row: Row, slot: Slot) -> Meeting:
        meeting = meeting_of(row.task, slot.start, slot.minutes)
        self._board.taken.add(meeting)
        row.meetings = tuple(sorted((*row.meetings, meeting), key=lambda each: each.begin))
        row.cost = UNKNOWN_COST
        return meeting

    def _drop(self, row: Row, meeting: Meeting) -> None:
        self._board.taken.remove(meeting)
        row.meetings = tuple(each for each in row.meetings if each is not meeting)
        row.cost = UNKNOWN_COST
