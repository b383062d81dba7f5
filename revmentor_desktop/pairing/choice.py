# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Steps (c) and (d) of the completion, and which of several equal solutions is taken: a small integer programme (HiGHS).

Who of the *either* people teaches and who learns makes the graph of pairs non-bipartite, so an assignment will not do.
The steps are solved one after the other, each keeping what the earlier ones reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.search import Search

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags

SCALE = 1000.0
"""Scores go to the solver in thousandths, so that its own tolerance (1e-6) stays far below what anybody can see."""
SAME = 1e-7
"""By how much two totals may differ and still be equal: the sums of two orders of the same scores."""
_BATCH = 20
"""Pairs decided at once by weights that are powers of two; more would leave the range in which the solver is exact."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that may be made. ``either``: the mentee is an *either* (steps (c), (d)); ``present``: proposed already."""

    mentor_id: PersonId
    mentee_id: PersonId
    score: float
    either: bool
    present: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen: candidates in the order of their handles, and the places of people.

    ``seats`` are the free places of each mentor, an *either* included; whoever has candidates on both sides is an
    *either* and takes one. ``learn`` must get a mentor, ``full`` must have all seats taken by mentees.
    """

    candidates: tuple[Candidate, ...]
    seats: dict[PersonId, int]
    learn: frozenset[PersonId]
    full: frozenset[PersonId]


def choose(choice: Choice, start: Iterable[tuple[PersonId, PersonId]], pause: Callable[[], None]) -> tuple[Candidate, ...]:
    """Return the best choice: most *either* people with a mentor, their greatest total, most present proposals kept, and
    of the rest the least by its sorted handles.

    ``start`` is a solution without *either* mentees (mentor, mentee); ``pause`` is called before every search and may
    raise to give up.
    """
    import numpy as np

    candidates = choice.candidates
    known = set(start)
    solution = np.array([(one.mentor_id, one.mentee_id) in known for one in candidates], dtype=np.bool_)
    if solution.all():
        return candidates
    search = rows(choice)
    possible = np.ones(len(candidates), dtype=np.bool_)
    if any(one.either for one in candidates):
        solution, possible = best_either(candidates, search, pause)
    return settled(candidates, search, solution, possible, pause)


def settled(
    candidates: Sequence[Candidate], search: Search, solution: Flags, possible: Flags, pause: Callable[[], None]
) -> tuple[Candidate, ...]:
    """Return the one of equal solutions that is taken: most present proposals, then the least by its sorted handles.

    ``search`` holds the figures that ``solution`` reaches, ``possible`` marks what may be in one as good.
    """
    solution = _kept(candidates, search, solution, possible, pause)
    solution = _least(search, solution, possible, pause)
    return tuple(one for one, taken in zip(candidates, solution, strict=True) if taken)


def rows(choice: Choice) -> Search:
    """Return the rows: places of each mentor, one mentor for each mentee, and mentors whom mentees must fill."""
    import numpy as np

    teaching = {person: row for row, person in enumerate(choice.seats)}
    mentees = dict.fromkeys(one.mentee_id for one in choice.candidates)
    learning = {person: len(teaching) + row for row, person in enumerate(mentees)}
    filling = {person: len(teaching) + len(learning) + row for row, person in enumerate(sorted(choice.full))}
    entries: list[tuple[int, int, int]] = []
    for column, one in enumerate(choice.candidates):
        entries += [(1, teaching[one.mentor_id], column), (1, learning[one.mentee_id], column)]
        if one.either:
            # Learning takes all the places of an *either* (domain rules: one side only).
            entries.append((choice.seats[one.mentee_id], teaching[one.mentee_id], column))
        elif one.mentor_id in filling:
            entries.append((1, filling[one.mentor_id], column))
    full = [float(choice.seats[person]) for person in filling]
    low = [-np.inf] * len(teaching) + [1.0 if person in choice.learn else -np.inf for person in learning] + full
    high = [float(seats) for seats in choice.seats.values()] + [1.0] * len(learning) + full
    return Search(entries, len(choice.candidates), low, high)


def best_either(candidates: Sequence[Candidate], search: Search, pause: Callable[[], None]) -> tuple[Flags, Flags]:
    """Solve (c) and (d), hold their figures, and return the solution and what may be in one as good."""
    import numpy as np

    either = np.array([one.either for one in candidates], dtype=np.float64)
    scores = np.array([one.score for one in candidates]) * either * SCALE
    none, all_ = np.zeros(len(candidates), dtype=np.bool_), np.ones(len(candidates), dtype=np.bool_)
    pause()
    most = float(either @ search.most(either, none, all_))
    search.keep(either, most, most)
    pause()
    solution = search.most(scores, none, all_)
    total = float(scores @ solution)
    possible = search.reachable(scores, total, SAME * SCALE) | solution
    search.keep(scores, total - SAME * SCALE, np.inf)
    return solution, possible


def _kept(candidates: Sequence[Candidate], search: Search, solution: Flags, possible: Flags, pause: Callable[[], None]) -> Flags:
    import numpy as np

    present = np.array([one.present for one in candidates], dtype=np.float64)
    if present @ (possible & ~solution):
        pause()
        better = search.most(present, np.zeros(len(candidates), dtype=np.bool_), possible)
        solution = better if search.holds(better) else solution
    search.keep(present, float(present @ solution), np.inf)
    return solution


def _least(search: Search, solution: Flags, possible: Flags, pause: Callable[[], None]) -> Flags:
    """Return the solution whose sorted pairs come first: decided candidate by candidate, some at once."""
    import numpy as np

    inside = np.zeros(len(solution), dtype=np.bool_)
    limit = possible.copy()
    place = 0
    while (limit & ~solution)[place:].any():
        batch = np.nonzero(limit[place:])[0][:_BATCH] + place
        if not solution[batch].all():
            pause()
            gains = np.zeros(len(solution))
            gains[batch] = 2.0 ** np.arange(len(batch))[::-1]
            better = search.most(gains, inside, limit)
            solution = better if search.holds(better) else solution
        place = int(batch[-1]) + 1
        inside[batch] = solution[batch]
        limit[batch] = solution[batch]
        limit &= solution | search.room(inside)
    return solution
