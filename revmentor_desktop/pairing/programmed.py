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
    """Return the best couples, as `best_sides` does; ``check`` is called before each of the three searches."""
    import numpy as np

    teachers, learners = sides.may.nonzero()
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
    total = float(scores @ search.most(scores, none, every))
    search.keep(scores, total - _SAME * _SCALE, np.inf)
    check()
    solution = search.most(np.concatenate([couples * 0.0, people]), none, every)[: len(teachers)]
    return [(int(teacher), int(learner)) for teacher, learner in zip(teachers[solution], learners[solution], strict=True)]


def _search(sides: Sides, teachers: Numbers, learners: Numbers, kept: Numbers) -> Search:
    """Return the rows: one couple a node, then one side an owner, then whether each node of ``kept`` is in a couple."""
    import numpy as np

    size, nodes = len(teachers), len(sides.owner)
    seats = np.bincount(sides.owner, minlength=nodes)
    place = np.full(nodes, -1, dtype=np.intp)
    place[kept] = 2 * nodes + np.arange(len(kept))
    entries: list[tuple[int, int, int]] = []
    for couple, (teacher, learner) in enumerate(zip(teachers.tolist(), learners.tolist(), strict=True)):
        entries += [(1, teacher, couple), (1, learner, couple)]
        # Learning takes all the seats of a person (domain rules: one side only).
        entries += [(1, nodes + int(sides.owner[teacher]), couple), (int(seats[learner]), nodes + int(sides.owner[learner]), couple)]
        entries += [(-1, int(place[node]), couple) for node in (teacher, learner) if place[node] >= 0]
    entries += [(1, int(place[node]), size + number) for number, node in enumerate(kept.tolist())]
    low = [1.0 if must else -np.inf for must in sides.must] + [-np.inf] * (nodes + len(kept))
    high = [1.0] * nodes + [float(number) for number in seats] + [0.0] * len(kept)
    return Search(entries, size + len(kept), low, high)
