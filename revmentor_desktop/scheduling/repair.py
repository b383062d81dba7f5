# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Find a date for a session that found none, by moving sessions of pairs that stand in its way."""

from datetime import date

from revmentor_desktop.scheduling.board import UNKNOWN_COST, Board, Row
from revmentor_desktop.scheduling.days_off import week_of
from revmentor_desktop.scheduling.occupancy import Meeting, meeting_of
from revmentor_desktop.scheduling.slots import Slot

_DEPTH = 8
"""Most sessions moved, one after the other, to make one free slot."""
_LOOKS = 150_000
"""Days and slots looked at in one plan: where more sessions are wanted than can ever fit, the search must end soon too."""


class Mover:
    """Moves single sessions of other pairs, in chains, so that a pair left short gets more dates.

    A search depth first and in a fixed order; where a chain fails everything is put back.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._owners = {row.task.pair_id: row for row in board.rows}
        self._looks = _LOOKS
        self._tried: set[tuple[Meeting, int, int]] = set()

    def help(self, row: Row) -> bool:
        """Give ``row`` as many more dates as chains find; whether it was any."""
        gained = False
        while row.missing and self._looks > 0:
            # As in the search for augmenting paths, a move that led nowhere is not tried again for the same date: this
            # keeps the search short. It may miss a chain, for more than one session can stand in the way of another.
            self._tried = set()
            if not self._one_more(row, _DEPTH):
                break
            gained = True
        return gained

    def _one_more(self, row: Row, depth: int) -> bool:
        """Give ``row`` one more date, moving at most ``depth`` sessions of others."""
        self._looks -= len(row.slots)
        for day in row.slots:
            slot = self._board.free_slot(row, day)
            if slot is not None:
                self._add(row, slot)
                return True
        if depth == 0:
            return False
        return any(self._instead(row, day, slot, depth) for day, slots in row.slots.items() for slot in slots)

    def _instead(self, row: Row, day: date, slot: Slot, depth: int) -> bool:
        """Give ``row`` the slot if the one session that stands in the way finds another date."""
        self._looks -= 1
        if self._looks <= 0:
            return False
        for meeting in self._in_the_way(row, day, slot):
            key = (meeting, row.task.pair_id, slot.instant)
            owner = self._owners.get(meeting.pair_id) if meeting.pair_id is not None else None
            # A session that stands is not its pair's to move.
            if owner is None or key in self._tried or meeting not in owner.meetings:
                continue
            self._tried.add(key)
            if self._swap(row, day, slot, owner, meeting, depth):
                return True
        return False

    def _swap(self, row: Row, day: date, slot: Slot, owner: Row, meeting: Meeting, depth: int) -> bool:
        """Take ``meeting`` off its owner, give ``row`` the slot and the owner another date; else leave all as it was."""
        before, cost = owner.meetings, owner.cost
        self._drop(owner, meeting)
        if self._board.takes(row, day, slot):
            row_cost = row.cost
            added = self._add(row, slot)
            if self._one_more(owner, depth - 1):
                return True
            self._drop(row, added)
            row.cost = row_cost
        self._board.taken.add(meeting)
        owner.meetings, owner.cost = before, cost
        return False

    def _in_the_way(self, row: Row, day: date, slot: Slot) -> list[Meeting]:
        """Sessions of which one might have to go: those at that time, and those of the two people in that week."""
        taken, end = self._board.taken, slot.instant + slot.minutes
        found: set[Meeting] = set()
        for person_id in row.task.person_ids:
            found.update(taken.overlapping(person_id, slot.instant, end))
            found.update(taken.meetings_in_week(person_id, week_of(day)))
        site_id = row.task.room_of
        if site_id is not None and taken.rooms_full(site_id, slot.instant, end):
            found.update(taken.in_rooms(site_id, slot.instant, end))
        return sorted(found, key=lambda each: (each.begin, each.pair_id or 0))

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
