# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The choice of `sides` as an integer programme: slower to begin with, but not lost where many may teach several."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from revmentor_desktop.pairing.search import Search

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Numbers
    from revmentor_desktop.pairing.sides import Couples, Sides

_SCALE = 1000.0
"""Scores go to the solver in thousandths, so that its own tolerance (1e-6) stays far below what anybody can see."""
_SAME = 1e-7
"""By how much two totals may differ and still be equal."""


def programmed_sides(sides: Sides, check: Callable[[], None]) -> Couples:
    """Return the best couples, as `best_sides` does; ``check`` is called before each of the three searches.

    The seats of a person are one variable for each learner here: which of them is taken comes to the same.
    """
    import numpy as np

    teachers, learners = (sides.may & (sides.owner == np.arange(len(sides.owner)))[:, None]).nonzero()
    kept = np.nonzero(sides.kept)[0]
    search = _search(sides, teachers, learners, kept)
    couples, people = np.ones(len(teachers)), np.ones(len(kept))
    counted = np.concatenate([couples * sides.learns[learners], people * 0.0])
    scores = np.concatenate([sides.scores[teachers, learners] * sides.learns[learners] * _SCALE, people * 0.0])
    none, every = np.zeros(search.size, dtype=np.bool_), np.ones(search.size, dtype=np.bool_)
    check()
    most = float(counted @ search.most(counted, none, every))
    search.keep(counted, most, most)
    check()
    solution = search.most(scores, none, every)
    if not solution[len(teachers) :].all():
        search.keep(scores, float(scores @ solution) - _SAME * _SCALE, np.inf)
        check()
        solution = search.most(np.concatenate([couples * 0.0, people]), none, every)
    return _seated(sides, teachers[solution[: len(teachers)]], learners[solution[: len(teachers)]])


def _seated(sides: Sides, teachers: Numbers, learners: Numbers) -> Couples:
    """Return the couples, each with a seat of its own, those that must be taken first."""
    seats = {
        int(teacher): sorted((sides.owner == teacher).nonzero()[0].tolist(), key=lambda seat: (bool(sides.must[seat]), -seat))
        for teacher in teachers
    }
    return [(seats[int(teacher)].pop(), int(learner)) for teacher, learner in zip(teachers, learners, strict=True)]


def _search(sides: Sides, teachers: Numbers, learners: Numbers, kept: Numbers) -> Search:
    """Return the rows: places of each person as teacher, one teacher for each learner, then whether each of ``kept`` is in a couple."""
    import numpy as np

    size, nodes = len(teachers), len(sides.owner)
    seats = np.bincount(sides.owner, minlength=nodes)
    owned = sides.owner != np.arange(nodes)
    further = np.bincount(sides.owner[sides.must & owned], minlength=nodes)
    # Whoever must be in a couple may teach or learn there, but who must fill several seats teaches.
    taught = np.where(further > 0, further + sides.must, 0)
    place = np.full(nodes, -1, dtype=np.intp)
    place[kept] = 3 * nodes + np.arange(len(kept))
    entries: list[tuple[int, int, int]] = []
    for couple, (teacher, learner) in enumerate(zip(teachers.tolist(), learners.tolist(), strict=True)):
        # Learning takes all the seats of a person (domain rules: one side only).
        entries += [(1, teacher, couple), (int(seats[learner]), learner, couple), (1, nodes + learner, couple)]
        entries += [(1, nodes + nodes + node, couple) for node in (teacher, learner)]
        entries += [(-1, int(place[node]), couple) for node in (teacher, learner) if place[node] >= 0]
    entries += [(1, int(place[node]), size + number) for number, node in enumerate(kept.tolist())]
    low = [float(number) if number else -np.inf for number in taught] + [-np.inf] * nodes
    low += [1.0 if must else -np.inf for must in sides.must & ~owned] + [-np.inf] * len(kept)
    high = [float(number) if number else np.inf for number in seats] + [0.0 if number else 1.0 for number in taught]
    # Further seats that must be filled come first, so that they don't say yet that the first one is.
    high += [np.inf] * nodes + [-float(number) for number in further[kept]]
    return Search(entries, size + len(kept), low, high)
