# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A small best choice of pairs in which some people may stand on either side.

Letting everybody appear on both sides at once (the double cover of the graph) makes it an assignment, whose value is
twice that of the fractional choice; whole solutions are read off its closed ways, and only a closed way of odd length,
or a teacher with a second seat who learns too, asks for a decision: that person learns only, or teaches only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from revmentor_desktop.pairing.assignment import POINTS, UNITS
from revmentor_desktop.pairing.programmed import programmed_sides

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Numbers

Couples = list[tuple[int, int]]

_KEEPING = 128.0
"""What somebody who is better kept is worth, in units: more than rounding adds up to, less than any difference seen."""
_PATIENCE = 200
"""Searches after which the choice is left to an integer programme."""
_BINDING = 4.0
"""How many pairs somebody who must have one is worth: no exchange gains as many."""


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Nodes, and what may be chosen among them: ``may[u, v]``, ``u`` teaches ``v``, with the score of it.

    ``learns`` marks those whose learning counts: as many of them as possible, then the greatest total of their scores.
    ``must`` marks those who must be in a couple, ``kept`` those who had better be: as many as possible, last of all.
    ``owner`` is the node of each node's person: further seats of a person are nodes that only teach, and they stay empty
    if the owner learns.
    """

    may: Flags
    scores: Floats
    learns: Flags
    must: Flags
    kept: Flags
    owner: Numbers

    def worth(self) -> Floats:
        """Return what each couple adds, in whole units, so that the greatest sum is the best choice; 0 if it may not be."""
        import numpy as np

        # More than twice all that the scores can differ by, so that half a pair is more than they, too.
        pair = 2.0 * POINTS * (int(self.learns.sum()) + 1) * UNITS
        worth = np.where(self.learns[None, :], np.rint(np.maximum(self.scores, 0.0) * UNITS) + pair, 0.0)
        single = _BINDING * pair * self.must + _KEEPING * self.kept
        return np.where(self.may, worth + single[:, None] + single[None, :], 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """What an assignment of the double cover says: whole couples, their value, and nodes of which one must be decided."""

    couples: Couples
    value: int
    open: tuple[int, ...]


def best_sides(sides: Sides, check: Callable[[], None]) -> Couples:
    """Return the best couples (teaching node, learning node); nobody is in two of them.

    ``check`` is called before every search and may raise.
    """
    best: Couples = []
    most = -1
    waiting = [sides.worth()]
    for _ in range(_PATIENCE):
        if not waiting:
            return best
        here = waiting.pop()
        check()
        limit, following = _limit(here, sides.learns, 2 * most)
        if limit <= 2 * most:
            continue
        reading = _read(here, sides.owner, following)
        if reading.value > most:
            best, most = reading.couples, reading.value
        if limit > 2 * most:
            waiting += _decided(here, sides.owner, reading.open)
    return programmed_sides(sides, check)


def _limit(worth: Floats, learns: Flags, reached: int) -> tuple[int, dict[int, int]]:
    """Return twice a limit of every whole choice, and whom each node is assigned in the choice that shows it.

    If the best fractional choice pairs half a learner too much, no whole one pairs so many: then learning is made
    dearer until that half is gone, and the price of it given back.
    """
    import numpy as np

    either = np.maximum(worth, worth.T)
    limit, following = _relaxed(either)
    counted = learns[None, :] & (worth > 0)
    counted |= counted.T
    goal = _pairs(counted, following) - 1
    if goal % 2 or limit <= reached:
        return limit, following
    left = _Price(0, limit, -1, following)
    right = best = _priced(either, counted, goal, int(either.max()))
    while left.slope < 0 < right.slope:
        # Where the two lines meet that touch the (convex) limit from both sides.
        price = (right.slope * right.price - left.slope * left.price + left.limit - right.limit) // (right.slope - left.slope)
        if not left.price < price < right.price:
            break
        found = _priced(either, counted, goal, price)
        best = min(best, found, key=lambda one: one.limit)
        left, right = (left, found) if found.slope > 0 else (found, right)
    return (limit, following) if limit < best.limit else (best.limit, best.following)


@dataclass(frozen=True, slots=True)
class _Price:
    """The limit when learning costs ``price``, how it changes with the price, and the choice that shows it."""

    price: int
    limit: int
    slope: int
    following: dict[int, int]


def _priced(either: Floats, counted: Flags, goal: int, price: int) -> _Price:
    import numpy as np

    value, following = _relaxed(np.subtract(either, price, where=counted, out=either.copy()))
    return _Price(price, value + price * goal, goal - _pairs(counted, following), following)


def _pairs(counted: Flags, following: dict[int, int]) -> int:
    return sum(bool(counted[one, other]) for one, other in following.items())


def _relaxed(either: Floats) -> tuple[int, dict[int, int]]:
    """Return twice the value of the best fractional choice, and whom each node is assigned."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    rows, columns = cast("tuple[Numbers, Numbers]", linear_sum_assignment(np.maximum(either, 0.0), maximize=True))
    values = either[rows, columns]
    real = values > 0
    # As whole numbers, for the sum may be too large to be exact in a double.
    return int(values[real].astype(np.int64).sum()), dict(zip(rows[real].tolist(), columns[real].tolist(), strict=True))


def _read(worth: Floats, owner: Numbers, following: dict[int, int]) -> _Reading:
    import numpy as np

    couples: Couples = []
    odd: list[list[int]] = []
    for way, closed in _ways(following):
        if closed and len(way) > 2 and len(way) % 2:
            odd.append(way)
            couples += _half(worth, way[:-1])
        else:
            couples += _half(worth, [*way, way[0]] if closed else way)
    directed = [(one, other) if worth[one, other] >= worth[other, one] else (other, one) for one, other in couples]
    learning = {learner for _, learner in directed}
    twice = [teacher for teacher, _ in directed if int(owner[teacher]) != teacher and int(owner[teacher]) in learning]
    whole = [couple for couple in directed if couple[0] not in twice]
    values = worth[[teacher for teacher, _ in whole], [learner for _, learner in whole]].astype(np.int64)
    # A short way leaves least to decide.
    return _Reading(whole, int(values.sum()), (*(int(owner[one]) for one in twice), *min(odd, key=len, default=())))


def _half(worth: Floats, way: list[int]) -> Couples:
    """Return every other step of a way, the half that is worth more; those of a closed way are worth the same."""
    steps = list(pairwise(way))
    if len(steps) <= 2 and way[0] == way[-1]:
        return steps[:1]
    return max(steps[::2], steps[1::2], key=lambda half: sum(int(max(worth[step], worth[step[::-1]])) for step in half))


def _ways(following: dict[int, int]) -> list[tuple[list[int], bool]]:
    """Return the ways that the assignment consists of, each with whether it is closed."""
    left = dict(following)
    found: list[tuple[list[int], bool]] = []
    followed = {*following.values()}
    starts = [node for node in following if node not in followed]
    for start in (*starts, *following):
        way = [start]
        while way[-1] in left:
            way.append(left.pop(way[-1]))
        if len(way) > 1:
            closed = way[0] == way[-1]
            found.append((way[:-1] if closed else way, closed))
    return found


def _decided(worth: Floats, owner: Numbers, undecided: tuple[int, ...]) -> list[Floats]:
    """Return the two problems in which somebody who may do both, best one of ``undecided``, learns only and teaches only."""
    nodes = (*undecided, *range(len(worth)))
    # There is one, for without anybody on both sides the best fractional choice is whole.
    both = next(node for node in nodes if worth[owner == node].any() and worth[:, node].any())
    learns, teaches = worth.copy(), worth.copy()
    learns[owner == both] = 0.0
    teaches[:, both] = 0.0
    return [learns, teaches]
