# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Steps (a) and (b) of the completion: as many mentees as possible, then the greatest total, and every other solution as good.

It is an assignment of mentees to seats, solved by SciPy. The optimal dual values then say which pairs occur in an
optimal solution at all (complementary slackness: a solution is optimal if and only if it uses only pairs without
reduced cost and fills the people with a price), so that the later steps may choose freely among equal solutions
without comparing totals again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from revmentor_desktop.pairing.criteria import TOLERANCE

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Numbers

UNITS = 2.0**35
"""Units of a point of score. Whole numbers of them stay exact in a double through all sums of 250 people, so no rounding
error can make two equal solutions differ by more than the rounding of their scores."""
SLACK = 2e-9 * UNITS
"""Up to here a price counts as none: the rounding to whole units adds up to less."""
POINTS = 100.0
"""The greatest score."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """All optimal solutions of (a) and (b), mentors × mentees.

    ``chosen`` is one of them; ``useful`` marks the pairs that occur in some. In each of them the mentees of ``learn``
    have a mentor and the mentors of ``full`` have all their seats taken by mentees; the others may or may not.
    """

    chosen: Flags
    useful: Flags
    learn: Flags
    full: Flags

    @property
    def pairs(self) -> int:
        """How many mentees get a mentor."""
        return int(self.chosen.sum())


def best_assignment(scores: Floats, allowed: Flags, seats: Numbers) -> Flags:
    """Return an optimal solution of (a) and (b): most ``allowed`` pairs, then the greatest total (mentors × mentees)."""
    return _solve(worths(scores, allowed, seats), seats)


def worths(scores: Floats, allowed: Flags, seats: Numbers) -> Floats:
    """Return what each pair adds: more than all scores together for being a pair, and its score; 0 if not allowed."""
    import numpy as np

    most = min(int(seats.sum()), scores.shape[1])
    worth = np.rint(np.maximum(scores, 0.0) * UNITS) + (POINTS * (most + 1)) * UNITS
    return np.where(allowed & (seats > 0)[:, None], worth, 0.0)


def _solve(gains: Floats, seats: Numbers) -> Flags:
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    chosen = np.zeros(gains.shape, dtype=np.bool_)
    # Nobody needs more seats than there are mentees, and a mentor whom nobody may have needs no row.
    places = np.repeat(np.arange(len(seats)), np.where(gains.any(axis=1), seats, 0))
    if not len(places):
        return chosen
    rows, columns = cast("tuple[Numbers, Numbers]", linear_sum_assignment(gains[places], maximize=True))
    real = gains[places[rows], columns] > 0
    chosen[places[rows[real]], columns[real]] = True
    return chosen


def optimal_face(scores: Floats, allowed: Flags, seats: Numbers) -> Face:
    """Return one optimal solution of (a) and (b) and what all of them have in common."""
    gains = worths(scores, allowed, seats)
    chosen = _solve(gains, seats)
    mentor_price, mentee_price = _prices(gains, chosen, seats)
    cost = mentee_price[None, :] - gains - mentor_price[:, None]
    tight = (gains > 0) & ((cost <= SLACK) | chosen)
    return Face(
        chosen=chosen,
        useful=_exchangeable(tight, chosen, seats, abs(mentor_price) <= SLACK, abs(mentee_price) <= SLACK),
        learn=mentee_price > SLACK,
        full=(mentor_price < -SLACK) & (seats > 0),
    )


def _prices(gains: Floats, chosen: Flags, seats: Numbers) -> tuple[Floats, Floats]:
    """Return dual values of mentors and mentees: shortest ways from «nobody» in the residual network (Bellman–Ford).

    Going to a mentor over a new pair costs minus its gain, back from a mentor over a chosen pair its gain.
    """
    import numpy as np

    used = chosen.sum(axis=1)
    lengths = np.where(gains > 0, -gains, np.inf)
    matched = chosen.any(axis=0)
    partner = chosen.argmax(axis=0)
    back = gains[partner, np.arange(gains.shape[1])]
    mentors = np.where(used > 0, 0.0, np.inf)
    mentees = np.where(matched, np.inf, 0.0)
    while True:
        further = np.where(matched, mentors[partner] + back, mentees)
        nearer = np.minimum(mentors, (lengths + further[None, :]).min(axis=1, initial=np.inf))
        if np.array_equal(nearer, mentors) and np.array_equal(further, mentees):
            break
        mentors, mentees = nearer, further
    # Somebody out of reach has no allowed pair at all, so any price will do.
    return np.where(np.isfinite(mentors), mentors, 0.0), np.where(np.isfinite(mentees), mentees, 0.0)


def _exchangeable(tight: Flags, chosen: Flags, seats: Numbers, mentor_free: Flags, mentee_free: Flags) -> Flags:
    """Return the pairs of some optimal solution: the chosen ones, and those on a closed way of equal exchanges.

    Ways run mentee → mentor over tight pairs, back over chosen ones, and through «nobody» where a person may be left
    out or let in at no price; an edge lies on a closed way if both its ends are strongly connected.
    """
    import numpy as np
    from scipy.sparse import coo_array  # pyright: ignore[reportMissingTypeStubs]
    from scipy.sparse.csgraph import connected_components  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    mentors, mentees = tight.shape
    nobody = mentors + mentees
    rows, columns = np.nonzero(tight & ~chosen)
    back_rows, back_columns = np.nonzero(chosen)
    used, matched = chosen.sum(axis=1), chosen.any(axis=0)
    parts = [
        (mentors + columns, rows),
        (back_rows, mentors + back_columns),
        _from(np.nonzero(mentor_free & (used < seats))[0], nobody),
        _from(np.nonzero(mentor_free & (used > 0))[0], nobody)[::-1],
        _from(np.nonzero(mentee_free & ~matched)[0] + mentors, nobody)[::-1],
        _from(np.nonzero(mentee_free & matched)[0] + mentors, nobody),
    ]
    tails, heads = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
    graph = coo_array((np.ones(len(tails)), (tails, heads)), shape=(nobody + 1, nobody + 1)).tocsr()
    labels = cast("tuple[int, Numbers]", connected_components(graph, directed=True, connection="strong"))[1]
    return tight & (chosen | (labels[:mentors, None] == labels[None, mentors:nobody]))


def _from(people: Numbers, nobody: int) -> tuple[Numbers, Numbers]:
    import numpy as np

    return people, np.full(len(people), nobody, dtype=np.intp)


def fairest_limit(scores: Floats, allowed: Flags, seats: Numbers, pairs: int) -> float:
    """Return the greatest score that all of ``pairs`` pairs can reach together; ``pairs`` must be possible and not 0."""
    import numpy as np

    steps = np.unique(scores[allowed & (seats > 0)[:, None]])
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _most_pairs(allowed & (scores >= steps[middle] - TOLERANCE), seats) == pairs:
            low = middle
        else:
            high = middle - 1
    return float(steps[low])


def _most_pairs(allowed: Flags, seats: Numbers) -> int:
    import numpy as np
    from scipy.sparse import csr_array  # pyright: ignore[reportMissingTypeStubs]
    from scipy.sparse.csgraph import maximum_bipartite_matching  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    places = np.repeat(np.arange(len(seats)), seats)
    matching = cast("Numbers", maximum_bipartite_matching(csr_array(allowed[places].astype(np.int8)), perm_type="column"))
    return int((matching >= 0).sum())
