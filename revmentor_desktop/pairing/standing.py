# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The best completion as it stands, and whether a changed table gives somebody a partner without leaving anybody of it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.assignment import POINTS, UNITS, best_assignment, fairest_limit, worths
from revmentor_desktop.pairing.change import Change, with_change
from revmentor_desktop.pairing.choice import Candidate, Choice, rows
from revmentor_desktop.pairing.criteria import ENOUGH_MINUTES, TOLERANCE
from revmentor_desktop.pairing.grid import Codes, Sheet, shared_stretches, sheet
from revmentor_desktop.pairing.remainder import Wanted, fill
from revmentor_desktop.pairing.residual import Rest, best_rest, changeable
from revmentor_desktop.pairing.score import blocked, couples, same_person, score_sheets
from revmentor_desktop.pairing.search import Search
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective, Table, complete, table_of, with_pairs

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Minutes, Numbers

_NEAR = 1e-7
"""By how much a price may be off when it is compared with a score."""


@dataclass(frozen=True, slots=True, eq=False)
class Hours:
    """Who shares how many minutes with whom, mentors × mentees, and the people as arrays that this comes from.

    ``points`` is what hours add to a score at the most, ``beside`` what everything else adds to each.
    """

    codes: Codes
    mentors: Sheet
    mentees: Sheet
    total: Minutes
    longest: Minutes
    points: float
    beside: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Margin:
    """What a pair that a table does not allow would need to come into one of its best completions.

    A mentee's pair needs the score ``price``, an *either* person's a mentor who is ``spare``.
    """

    allowed: Flags
    either: Flags
    price: Floats
    spare: Flags

    def changes(self, table: Table) -> bool:
        """Whether what ``table`` allows more, everything else equal, may be in a best completion."""
        added = table.allowed & ~self.allowed
        learning = added & ~self.either[None, :] & (table.scores.values >= self.price)
        return bool(learning.any() or (added & self.either[None, :] & self.spare[:, None]).any())


class Standing:
    """The best completion of a situation, and the tables that say quickly what a change would do.

    ``situation`` has the completion's new pairs as unlocked proposals, and the minimum asked for. ``people`` are those
    whom the new pairs give a partner. ``open`` marks the couples that only hours, modality, places or the minimum can
    keep apart.
    """

    def __init__(self, situation: Situation, objective: Objective, minimum: float | None, check: Callable[[], None]) -> None:
        def cancelled() -> bool:
            check()
            return False

        if minimum is not None:
            situation = replace(situation, edition=replace(situation.edition, minimum=minimum))
        self.check = check
        self.objective = objective
        self.completion: Completion = complete(situation, objective, cancelled=cancelled)
        self.situation = with_pairs(situation, self.completion)
        self.minimum = situation.edition.minimum
        self.table: Table = table_of(self.situation, self.minimum)
        scores = self.table.scores
        self.rows = {person_id: row for row, person_id in enumerate(scores.mentors)}
        self.columns = {person_id: column for column, person_id in enumerate(scores.mentees)}
        fixed = {one for pair in self.completion.fixed for one in (pair.mentor_id, pair.mentee_id)}
        self.people = frozenset(one for pair in self.completion.new for one in (pair.mentor_id, pair.mentee_id)) - fixed
        self.open = self._open()
        self._counted: dict[tuple[bytes, ...], int] = {}
        self._last: tuple[Table, Rest] | None = None

    def _open(self) -> Flags:
        scores = self.table.scores
        tried = [(first, second) for first, second in map(tuple, self.situation.over())]
        shut = same_person(scores) | couples(scores, [*tried, *((one.mentor_id, one.mentee_id) for one in self.completion.fixed)])
        for block, marks in blocked(self.situation, scores).items():
            if block not in {Block.HOURS, Block.MODALITY}:
                shut |= marks
        return ~shut

    @property
    def timeless(self) -> Flags:
        """Who shares no hours long enough for a session."""
        return self.table.scores.longest < self.situation.edition.minutes

    @property
    def ready(self) -> Flags:
        """Who could be a pair but for places and the minimum."""
        return self.open & ~self.timeless & ~self.table.scores.apart

    @cached_property
    def own_rows(self) -> Numbers:
        """The row of each column's person, −1 for none."""
        import numpy as np

        return np.array([self.rows.get(person_id, -1) for person_id in self.columns], dtype=np.intp)

    @cached_property
    def hours(self) -> Hours:
        """The hours of everybody in the table."""
        import numpy as np

        scores = self.table.scores
        codes = Codes(self.situation, dict.fromkeys((*scores.mentors, *scores.mentees)))
        mentors, mentees = sheet(codes, scores.mentors), sheet(codes, scores.mentees)
        total, longest = shared_stretches(mentors, mentees)
        points = self.situation.edition.weights.shares()["hours"]
        beside = scores.values - points * np.minimum(1.0, total / ENOUGH_MINUTES)
        return Hours(codes, mentors, mentees, total, longest, points, beside)

    def changed(self, change: Change) -> Table:
        """Return the table with a change of one person's answers other than hours: their row and column are judged again."""
        situation, whose = with_change(self.situation, change), change.person_id
        scores, hours = self.table.scores, self.hours
        values, apart = scores.values.copy(), scores.apart.copy()
        if whose is not None:
            own = sheet(hours.codes, (whose,), situation)
            row, column = self.rows.get(whose), self.columns.get(whose)
            if row is not None:
                line = score_sheets(situation, own, hours.mentees)
                values[row], apart[row] = line.values[0], line.apart[0]
            if column is not None:
                line = score_sheets(situation, hours.mentors, own)
                values[:, column], apart[:, column] = line.values[:, 0], line.apart[:, 0]
        possible = self.open & ~self.timeless & ~apart & (self.table.seats > 0)[:, None]
        allowed = possible & (values >= self.minimum - TOLERANCE)
        return replace(self.table, scores=replace(scores, values=values, apart=apart), possible=possible, allowed=allowed)

    @cached_property
    def chosen(self) -> Flags:
        """The completion's new pairs, mentors × mentees."""
        import numpy as np

        marks = np.zeros(self.table.allowed.shape, dtype=np.bool_)
        for pair in self.completion.new:
            marks[self.rows[pair.mentor_id], self.columns[pair.mentee_id]] = True
        return marks

    @cached_property
    def _rest(self) -> Rest:
        """A best assignment of the mentees, with its prices."""
        return self.assigned(self.table)

    def assigned(self, table: Table) -> Rest:
        """Return a best assignment of the mentees of ``table``, with the prices that prove it."""
        if self._last is None or self._last[0] is not table:
            self._last = table, self._assigned(table)
        return self._last[1]

    def _assigned(self, table: Table) -> Rest:
        allowed, values = table.allowed & ~table.either[None, :] & (table.seats > 0)[:, None], table.scores.values
        if self.objective is Objective.FAIREST and allowed.any():
            pairs = int(best_assignment(values, allowed, table.seats).sum())
            allowed &= values >= fairest_limit(values, allowed, table.seats, pairs) - TOLERANCE
        chosen = best_assignment(values, allowed, table.seats)
        return best_rest(worths(values, allowed, table.seats), chosen, table.seats)

    @cached_property
    def spare(self) -> Flags:
        """The mentors who may have a seat left in some best assignment of the mentees."""
        return _spare(self._rest)

    @cached_property
    def price(self) -> Floats:
        """The score that a pair out of the best assignments would need to come into one, mentors × mentees."""
        return self._price(self._rest)

    def _price(self, rest: Rest) -> Floats:
        import numpy as np

        if self.objective is Objective.FAIREST:
            return np.zeros(rest.chosen.shape)
        # The prices prove the assignment: 0 for who is left over.
        mentors = np.where(np.isfinite(rest.mentor_prices), np.maximum(rest.mentor_prices, 0.0), 0.0)
        mentees = np.where(rest.chosen.any(axis=0), rest.mentee_prices, 0.0)
        most = min(int(rest.seats.sum()), len(mentees))
        return (mentors[:, None] - mentees[None, :]) / UNITS - POINTS * (most + 1) - _NEAR

    def margin(self, table: Table) -> Margin:
        """Return what pairs more would need to come into a best completion of ``table``."""
        rest = self.assigned(table)
        return Margin(table.allowed, table.either, self._price(rest), _spare(rest))

    @cached_property
    def giving(self) -> Flags:
        """The mentors who can take one mentee more, perhaps by handing theirs on: nobody else helps a mentee without pair."""
        import numpy as np

        learning = self.chosen & ~self.table.either[None, :]
        giving = learning.sum(axis=1) < self.table.seats
        allowed = self.table.allowed
        while True:
            movable = (allowed & giving[:, None]).any(axis=0)
            wider = giving | (learning & movable[None, :]).any(axis=1)
            if np.array_equal(wider, giving):
                return giving
            giving = wider

    def _reaches(self, table: Table, column: int) -> bool:
        """Whether a mentee without pair could get one besides all mentees of the completion."""
        import numpy as np

        learning = self.chosen & ~table.either[None, :]
        free = learning.sum(axis=1) < table.seats
        met = table.allowed[:, column]
        while not (met & free).any():
            wider = met | table.allowed[:, (learning & met[:, None]).any(axis=0)].any(axis=1)
            if np.array_equal(wider, met):
                return False
            met = wider
        return True

    def may(self, table: Table, person_id: PersonId) -> bool:
        """Whether ``table`` may have room for a pair of somebody besides all of the completion: what is quick to see."""
        column = self.columns.get(person_id)
        return column is None or bool(table.either[column]) or self._reaches(table, column)

    def fits(self, table: Table, person_id: PersonId) -> bool:
        """Whether somebody and all of the completion could have pairs at the same time, whatever the totals."""
        column = self.columns.get(person_id)
        if column is not None and not table.either[column]:
            return self._reaches(table, column)
        return self._covered(table, person_id)

    def _covered(self, table: Table, person_id: PersonId) -> bool:
        scores = table.scores
        found = (table.allowed & (table.seats > 0)[:, None]).nonzero()
        places = zip(found[0].tolist(), found[1].tolist(), strict=True)
        candidates = tuple(
            Candidate(scores.mentors[row], scores.mentees[column], 0.0, bool(table.either[column]), present=False) for row, column in places
        )
        seats = {one: int(seats) for one, seats in zip(scores.mentors, table.seats, strict=True) if seats}
        known = {person for one in candidates for person in (one.mentor_id, one.mentee_id)}
        if not {*self.people, person_id} <= known:
            return False
        search = rows(Choice(candidates, seats, frozenset(), frozenset()))
        self.cover(search, candidates, person_id)
        return search.has_solution()

    def cover(self, search: Search, candidates: tuple[Candidate, ...], person_id: PersonId) -> None:
        """Ask that somebody and all of the completion have a pair."""
        import numpy as np

        rows_of = {one: row for row, one in enumerate(sorted({*self.people, person_id}))}
        covered = np.zeros((len(rows_of), len(candidates)))
        for column, pair in enumerate(candidates):
            for one in (pair.mentor_id, pair.mentee_id):
                if one in rows_of:
                    covered[rows_of[one], column] = 1.0
        search.keep(covered, 1.0, np.inf)

    def gives(self, table: Table, person_id: PersonId) -> bool:
        """Whether a best completion of ``table`` has a pair more, one of somebody's, and leaves nobody of this one out."""
        self.check()
        rest = self.assigned(table)
        more = int(rest.chosen.sum()) > self.completion.mentees
        # How many *either* people can have a pair depends on the best assignments, and on who could be one, but on no score.
        key = (rest.tight.tobytes(), rest.chosen.tobytes(), rest.seats.tobytes(), table.allowed[:, table.either].tobytes())
        if not more and self._counted.get(key, self.completion.either + 1) <= self.completion.either:
            return False
        filled = fill(table, self.own_rows, rest, table.either, self._wanted({*self.people, person_id}), self.check)
        self._counted[key] = len(filled.either)
        if not more and len(filled.either) <= self.completion.either:
            return False
        ids = table.scores
        paired = {ids.mentors[row] for row in filled.mentors} | {ids.mentees[column] for column in filled.mentees}
        return {*self.people, person_id} <= paired

    def _wanted(self, people: set[PersonId]) -> Wanted:
        import numpy as np

        return Wanted(
            np.array([one in people for one in self.rows], dtype=np.bool_),
            np.array([one in people for one in self.columns], dtype=np.bool_),
        )


def _spare(rest: Rest) -> Flags:
    return (rest.chosen.sum(axis=1) < rest.seats) | (changeable(rest, rest.tight)[0] & (rest.seats > 0))
