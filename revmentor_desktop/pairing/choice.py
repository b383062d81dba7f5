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
from revmentor_desktop.pairing.search import Left, OutOfTimeError, Search

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


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a choice may be from the best one, when the time was over before that was known.

    At most ``pairs`` *either* people more could have a mentor; if none, their total could be ``points`` greater at most.
    Both 0: it is as good as the best, but not all of the equal ones were compared.
    """

    pairs: int
    points: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice, and its gap if it was not shown to be the one to be taken."""

    candidates: tuple[Candidate, ...]
    gap: Gap | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """A solution of (c) and (d), what may be in one as good, and its gap if it was not shown to be the best."""

    solution: Flags
    possible: Flags
    gap: Gap | None = None


def choose(choice: Choice, start: Iterable[tuple[PersonId, PersonId]], pause: Callable[[], None], left: Left | None = None) -> Chosen:
    """Return the best choice: most *either* people with a mentor, their greatest total, most present proposals kept, and
    of the rest the least by its sorted handles.

    ``start`` is a solution without *either* mentees (mentor, mentee); ``pause`` is called before every search and may
    raise to give up; ``left`` says how many seconds there are (``None``: all that it takes).
    """
    import numpy as np

    candidates = choice.candidates
    known = set(start)
    solution = np.array([(one.mentor_id, one.mentee_id) in known for one in candidates], dtype=np.bool_)
    if solution.all():
        return Chosen(candidates)
    search = rows(choice, left)
    best = Best(solution, np.ones(len(candidates), dtype=np.bool_))
    if any(one.either for one in candidates):
        best = best_either(candidates, search, solution, pause)
    return settled(candidates, search, best, pause)


def settled(candidates: Sequence[Candidate], search: Search, best: Best, pause: Callable[[], None]) -> Chosen:
    """Return the one of equal solutions that is taken: most present proposals, then the least by its sorted handles.

    ``search`` holds the figures that the solution of ``best`` reaches.
    """
    solution, gap = best.solution, best.gap
    if gap is None:
        try:
            solution = _kept(candidates, search, solution, best.possible, pause)
            possible = _occurring(candidates, search, solution, best.possible, pause)
            solution = _least(search, solution, possible, pause)
        except OutOfTimeError:
            gap = Gap(0, 0.0)
    return Chosen(tuple(one for one, taken in zip(candidates, solution, strict=True) if taken), gap)


def rows(choice: Choice, left: Left | None = None) -> Search:
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
    return Search(entries, len(choice.candidates), low, high, left)


def best_either(candidates: Sequence[Candidate], search: Search, start: Flags, pause: Callable[[], None]) -> Best:
    """Solve (c) and (d) and hold their figures; ``start`` is any solution, for when there is no time to find another."""
    import numpy as np

    either = np.array([one.either for one in candidates], dtype=np.float64)
    scores = np.array([one.score for one in candidates]) * either * SCALE
    pause()
    found = search.best(either)
    solution = start if found.chosen is None else found.chosen
    most = float(either @ solution)
    more = int(found.most - most + SAME)
    search.keep(either, most, most)
    pause()
    found = search.best(scores)
    solution = solution if found.chosen is None else found.chosen
    total = float(scores @ solution)
    points = (found.most - total) / SCALE
    if more or points > SAME:
        return Best(solution, solution, Gap(more, points))
    try:
        possible = search.reachable(scores, total, SAME * SCALE) | solution
    except OutOfTimeError:
        return Best(solution, solution, Gap(0, 0.0))
    search.keep(scores, total - SAME * SCALE, np.inf)
    return Best(solution, possible)


def _occurring(candidates: Sequence[Candidate], search: Search, solution: Flags, possible: Flags, pause: Callable[[], None]) -> Flags:
    """Return what really is in some solution as good, of what is ``possible``: those most unlike all seen are looked for.

    Without *either* people all that is possible is; with them it is little, and often ``solution`` is the only one.
    """
    import numpy as np

    if not any(one.either for one in candidates):
        return possible
    seen, none = solution.copy(), np.zeros(len(solution), dtype=np.bool_)
    while (possible & ~seen).any():
        pause()
        other = search.most((possible & ~seen).astype(np.float64), none, possible)
        if not search.holds(other):
            return possible
        if not (other & ~seen).any():
            break
        seen |= other
    return seen


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
