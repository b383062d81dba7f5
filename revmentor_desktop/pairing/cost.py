# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair costs the rest, before it is made (domain rules, section 6): exact, for all partners of somebody at once.

The best completion with the pair fixed, its own score included and whatever the minimum, against the best completion
without fixing it, by the greatest total. Among equal completions with the pair, the one that leaves fewest people without
a partner who have one in the other is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.assignment import best_assignment, worths
from revmentor_desktop.pairing.criteria import TOLERANCE, score
from revmentor_desktop.pairing.remainder import Wanted, fill
from revmentor_desktop.pairing.residual import Rest, best_rest, ways, without_mentor
from revmentor_desktop.pairing.score import by_handle
from revmentor_desktop.pairing.search import Left
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Proposed, Table, complete, table_of

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Numbers

Couple = tuple[PersonId, PersonId]


@dataclass(frozen=True, slots=True)
class Cost:
    """What changes for everybody when a pair is fixed; less than 0 is a loss, more a gain.

    ``mentees`` and ``either`` are differences in pairs of those who learn with either role, the pair itself included;
    ``mentees_total`` (points) is of the mentees' pairs and ``total`` of all. ``waiting`` want to learn (mentees, then
    *either* people) and ``freed`` only teach: they have a partner without the pair and none with it, by handle.
    """

    mentor_id: PersonId
    mentee_id: PersonId
    mentees: int = 0
    either: int = 0
    mentees_total: float = 0.0
    total: float = 0.0
    waiting: tuple[PersonId, ...] = ()
    freed: tuple[PersonId, ...] = ()

    @property
    def pairs(self) -> int:
        """The difference in pairs of both kinds."""
        return self.mentees + self.either

    @property
    def left_out(self) -> tuple[PersonId, ...]:
        """Everybody who loses the partner, those who want to learn first."""
        return (*self.waiting, *self.freed)

    @property
    def is_free(self) -> bool:
        """Whether it may be said that the pair costs nothing."""
        return self.mentees >= 0 and self.either >= 0 and self.mentees_total >= 0 and not self.waiting


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """The best completion without fixing anything more, and what it takes to say quickly what a pair would change."""

    situation: Situation
    completion: Completion
    table: Table
    rest: Rest
    rows: dict[PersonId, int]
    columns: dict[PersonId, int]
    own_rows: Numbers
    paired: frozenset[PersonId]
    settled: frozenset[PersonId]
    """Everybody in a fixed pair."""
    values: tuple[float, ...]
    """Scores of the new pairs."""
    mentee_values: tuple[float, ...]
    """Those of the mentees' pairs among them."""

    @property
    def fixed(self) -> frozenset[Couple]:
        """The pairs that stand already: fixing them once more changes nothing."""
        return frozenset((pair.mentor_id, pair.mentee_id) for pair in self.completion.fixed)


def _no_check() -> None:
    return


def baseline(
    situation: Situation, minimum: float | None = None, check: Callable[[], None] = _no_check, left: Left | None = None
) -> Baseline:
    """Return what all costs are compared with; worth keeping while nothing changes.

    ``minimum`` is the least score of the pairs around the one that is fixed (``None``: the edition's). ``check`` is
    called between the steps and may raise to give up. ``left`` as for `complete`: when its completion has a gap, a cost
    may be better by as much as that.
    """
    import numpy as np

    def cancelled() -> bool:
        check()
        return False

    completion = complete(situation, minimum=minimum, cancelled=cancelled, left=left)
    check()
    table = table_of(situation, situation.edition.minimum if minimum is None else minimum)
    ids = table.scores
    rows = {person_id: row for row, person_id in enumerate(ids.mentors)}
    columns = {person_id: column for column, person_id in enumerate(ids.mentees)}
    mentees = table.allowed & ~table.either[None, :]
    chosen = best_assignment(ids.values, mentees, table.seats)
    values = {one.mentee_id: float(ids.values[rows[one.mentor_id], columns[one.mentee_id]]) for one in completion.new}
    return Baseline(
        situation=situation,
        completion=completion,
        table=table,
        rest=best_rest(worths(ids.values, mentees, table.seats), chosen, table.seats),
        rows=rows,
        columns=columns,
        own_rows=np.array([rows.get(person_id, -1) for person_id in ids.mentees], dtype=np.intp),
        paired=_people((*completion.new, *completion.fixed)),
        settled=_people(completion.fixed),
        values=tuple(values.values()),
        mentee_values=tuple(value for one, value in values.items() if not table.either[columns[one]]),
    )


def _people(pairs: Iterable[Pair | Proposed]) -> frozenset[PersonId]:
    return frozenset(person_id for pair in pairs for person_id in (pair.mentor_id, pair.mentee_id))


def costs(base: Baseline, person_id: PersonId, check: Callable[[], None] = _no_check) -> dict[Couple, Cost]:
    """Return the cost of every pair that somebody could make, by (mentor, mentee).

    These are the pairs that nothing forbids beside the fixed pairs: unlocked proposals are in nobody's way, and give way.
    A fixed pair of the person costs nothing. ``check`` is called for every pair and may raise to give up.
    """
    found = {couple: Cost(*couple) for couple in sorted(base.fixed) if person_id in couple}
    for couple, rest in (*_as_mentee(base, person_id), *_as_mentor(base, person_id)):
        check()
        found[couple] = _cost(base, couple, rest, check)
    return found


def cost(base: Baseline, mentor_id: PersonId, mentee_id: PersonId, check: Callable[[], None] = _no_check) -> Cost:
    """Return the cost of one pair, forced ones too: whatever blocks it is not looked at."""
    couple = mentor_id, mentee_id
    if couple in base.fixed:
        return Cost(*couple)
    check()
    row, column, own = base.rows.get(mentor_id), base.columns.get(mentee_id), base.rows.get(mentee_id)
    rest = base.rest if own is None else without_mentor(base.rest, own)
    learner = column if column is not None and not base.table.either[column] else None
    way = ways(rest, learner, None)
    nobody = len(base.rows) + len(base.columns)
    if row is not None and rest.seats[row] > 0:
        rest = way.after(row)
    elif learner is not None:
        rest = way.after(nobody)
    return _cost(base, couple, rest, check)


def _as_mentee(base: Baseline, person_id: PersonId) -> Iterator[tuple[Couple, Rest]]:
    """Yield the pairs in which somebody would learn, each with the best assignment beside it."""
    column, own = base.columns.get(person_id), base.rows.get(person_id)
    if column is None or not base.table.possible[:, column].any():
        return
    rest = base.rest if own is None else without_mentor(base.rest, own)
    way = ways(rest, None if base.table.either[column] else column, None)
    for row in _places(base.table.possible[:, column]):
        yield (base.table.scores.mentors[row], person_id), way.after(row)


def _places(marks: Flags) -> list[int]:
    return [int(place) for place in marks.nonzero()[0]]


def _as_mentor(base: Baseline, person_id: PersonId) -> Iterator[tuple[Couple, Rest]]:
    """Yield the pairs in which somebody would teach, each with the best assignment beside it."""
    row = base.rows.get(person_id)
    if row is None or not base.table.possible[row].any():
        return
    way = ways(base.rest, None, row)
    nobody = len(base.rows) + len(base.columns)
    without_seat = way.after(nobody)
    for column in _places(base.table.possible[row]):
        couple = person_id, base.table.scores.mentees[column]
        if base.table.either[column]:
            yield couple, without_mentor(without_seat, int(base.own_rows[column]))
        else:
            yield couple, way.after(len(base.rows) + column)


def _cost(base: Baseline, couple: Couple, rest: Rest, check: Callable[[], None]) -> Cost:
    """Compare the best completion around ``couple`` with the base; ``rest`` is a best assignment of the others."""
    ids = base.table.scores
    learners = base.table.either.copy()
    learners[[base.columns[one] for one in couple if one in base.columns]] = False
    filled = fill(base.table, base.own_rows, rest, learners, _wanted(base, couple), check)
    own = (_score(base, couple),)
    learns_either = base.situation.enrolments[couple[1]].role is Role.EITHER
    mentees = [*ids.values[rest.chosen].tolist(), *(() if learns_either else own)]
    either = [*(float(ids.values[place]) for place in filled.either), *(own if learns_either else ())]
    paired = {*couple, *base.settled, *(ids.mentors[row] for row in filled.mentors), *(ids.mentees[one] for one in filled.mentees)}
    waiting, freed = _left_out(base, base.paired - paired)
    return Cost(
        *couple,
        mentees=len(mentees) - base.completion.mentees,
        either=len(either) - base.completion.either,
        mentees_total=_difference(mentees, base.mentee_values),
        total=_difference([*mentees, *either], base.values),
        waiting=waiting,
        freed=freed,
    )


def _score(base: Baseline, couple: Couple) -> float:
    row, column = base.rows.get(couple[0]), base.columns.get(couple[1])
    if row is None or column is None:
        return score(base.situation, *couple)
    return float(base.table.scores.values[row, column])


def _wanted(base: Baseline, couple: Couple) -> Wanted:
    import numpy as np

    wanted = base.paired.difference(base.settled, couple)
    ids = base.table.scores
    return Wanted(
        mentors=np.array([one in wanted for one in ids.mentors], dtype=np.bool_),
        mentees=np.array([one in wanted for one in ids.mentees], dtype=np.bool_),
    )


def _left_out(base: Baseline, people: frozenset[PersonId]) -> tuple[tuple[PersonId, ...], tuple[PersonId, ...]]:
    ids = by_handle(base.situation, sorted(people))
    roles = {one: base.situation.enrolments[one].role for one in ids}
    waiting = (*(one for one in ids if roles[one] is Role.MENTEE), *(one for one in ids if roles[one] is Role.EITHER))
    return waiting, tuple(one for one in ids if one not in waiting)


def _difference(after: Sequence[float], before: Sequence[float]) -> float:
    """Return how much more one sum is; what rounding alone makes of it is none."""
    difference = fsum([*after, *(-value for value in before)])
    return 0.0 if abs(difference) <= TOLERANCE else difference
