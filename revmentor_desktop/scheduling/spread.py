# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Choose the days of one pair, exactly: of all ways to place its sessions, the one with the most even gaps.

Everything is counted in tenths of a day and in whole numbers, so that equal data always give an equal choice.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.int64]]

FIRST_WITHIN = 13
"""Days after the first one of the span in which the first session has to be (two weeks, domain rule)."""
USUAL_GAP = 210
"""Widest gap, in tenths of a day, to which the rest of a pair that has met before is spread.

Three weeks are the usual spacing once two people know each other (handbook, spacing), and four without a session are an
alarm: a last session made up for is not put off to the end of the edition.
"""

_LEAD, _MARGIN, _CLOSE = 30, 70, 70
_LATE, _TOO_CLOSE, _TOO_FAR, _OTHER_WEEKDAY = 1_000_000, 4, 4, 50
_NEVER = 1 << 50


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A day that the pair may use. ``day`` and ``week`` are running numbers, ``room`` (1 or more) how many sessions its week still takes.

    A ``standing`` day has a session already: it counts for the gaps and cannot be left out. ``price`` is what the use of
    the day costs on top of the gaps, in their unit (a tenth of a day squared).
    """

    day: int
    week: int
    room: int
    standing: bool = False
    price: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """The days to spread over, as running numbers: first, last, and the day the pair last met before, if any."""

    first: int
    last: int
    previous: int | None = None


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an even plan would look like: where it begins and ends, and its gap (tenths of a day)."""

    begins: int
    ends: int | None
    gap: int

    def between(self, gap: "Array") -> "Array":
        """What gaps cost: the squared distance to the even gap, and more when under a week or much too wide."""
        import numpy as np

        close = np.maximum(0, min(_CLOSE, self.gap) - gap)
        far = np.maximum(0, gap - self.gap * 115 // 100)
        return (gap - self.gap) ** 2 + _TOO_CLOSE * close**2 + _TOO_FAR * far**2

    def at_end(self, day: int) -> int:
        """What it costs that the last session is on ``day``."""
        return 0 if self.ends is None else (10 * day - self.ends) ** 2


def placeable(nodes: Sequence[Node], wanted: int) -> int:
    """Return how many of ``wanted`` sessions fit: one a day, and no more in a week than it has room for."""
    days = Counter(node.week for node in nodes if not node.standing)
    rooms = {node.week: node.room for node in nodes if not node.standing}
    return min(wanted, sum(min(count, rooms[week]) for week, count in days.items()))


def spread(nodes: Sequence[Node], count: int, span: Span) -> tuple[int, tuple[int, ...]]:
    """Return the cost and the days of the most even choice of ``count`` new days.

    ``nodes`` are in order of date; ``count`` is at most `placeable`. Cost: the prices of the days, and the sum over all
    gaps, standing days included, of the squared distance from the even gap; a first session after two weeks, gaps under
    a week and gaps wider than the even one by 15 % cost more; the same weekday is preferred among nearly equal plans.
    """
    standing = sum(node.standing for node in nodes)
    if count == 0:
        return 0, ()
    return _Table(nodes, count, span, _shape(span, count + standing)).best()


def _shape(span: Span, sessions: int) -> _Shape:
    """Work out the even plan: a few days to begin, a week to spare at the end, equal gaps in between."""
    length = 10 * (span.last - span.first)
    lead, margin = min(_LEAD, length // (4 * sessions)), min(_MARGIN, length // (2 * sessions))
    begins, ends = 10 * span.first + lead, 10 * span.last - margin
    if span.previous is not None:
        gap = (ends - 10 * span.previous) // sessions
        return _Shape(begins, None if gap > USUAL_GAP else ends, max(10, min(USUAL_GAP, gap)))
    if sessions == 1:
        return _Shape(begins, None, 10)
    return _Shape(begins, ends, max(10, (ends - begins) // (sessions - 1)))


class _Table:
    """The dynamic programme: least cost of a plan that ends on a node, by sessions placed and by how many in that week."""

    def __init__(self, nodes: Sequence[Node], count: int, span: Span, shape: _Shape) -> None:
        import numpy as np

        self._nodes, self._count, self._span, self._shape = nodes, count, span, shape
        self._days = np.array([node.day for node in nodes], dtype=np.int64)
        most = max(node.room for node in nodes)
        size = (len(nodes), count + 1, max(1, most) + 1)
        self._cost = np.full(size, _NEVER, dtype=np.int64)
        self._least = np.full(size[:2], _NEVER, dtype=np.int64)
        self._from: dict[tuple[int, int, int], tuple[int, int, int]] = {}
        self._before = np.full(size[:2], -1, dtype=np.int64)
        self._fill()

    def best(self) -> tuple[int, tuple[int, ...]]:
        """Return the least cost of a whole plan and its new days."""
        last_standing = max((index for index, node in enumerate(self._nodes) if node.standing), default=0)
        cost, index = min(
            (int(self._least[index, self._count]) + self._shape.at_end(self._nodes[index].day), index)
            for index in range(last_standing, len(self._nodes))
        )
        return cost, self._walk(index)

    def _fill(self) -> None:
        floor = week_start = 0
        for index, node in enumerate(self._nodes):
            if self._nodes[week_start].week != node.week:
                week_start = index
            costs = self._shape_between(floor, index)
            self._from_other_weeks(index, node, floor, max(floor, week_start), costs)
            for earlier in range(max(floor, week_start), index):
                self._from_same_week(index, node, earlier, int(costs[earlier - floor]) + node.price)
            self._least[index] = self._cost[index].min(axis=1)
            if node.standing:
                floor = index

    def _shape_between(self, low: int, index: int) -> "Array":
        """Cost of the gaps from the nodes ``low``… to ``index``, weekday included."""
        days = 10 * (self._days[index] - self._days[low:index])
        return self._shape.between(days) + _OTHER_WEEKDAY * (days % 70 != 0)

    def _start_cost(self, node: Node) -> int:
        """Cost of beginning with ``node``: near the begin of the span, or at an even gap from the last meeting before."""
        import numpy as np

        if self._span.previous is not None:
            gap = np.array([10 * (node.day - self._span.previous)], dtype=np.int64)
            return int(self._shape.between(gap)[0])
        late = max(0, node.day - self._span.first - FIRST_WITHIN)
        return (10 * node.day - self._shape.begins) ** 2 + _LATE * late

    def _from_other_weeks(self, index: int, node: Node, low: int, high: int, costs: "Array") -> None:
        """Continue the plans that end in an earlier week, or begin one here."""
        step = 0 if node.standing else 1
        target = self._cost[index, step:, step]
        if high > low:
            table = self._least[low:high, : self._count + 1 - step] + costs[: high - low, None]
            chosen = table.argmin(axis=0)
            target[:] = table.min(axis=0)
            self._before[index, step:] = chosen + low
        if not any(each.standing for each in self._nodes[:index]):
            begun = self._start_cost(node)
            if begun < target[0]:
                target[0] = begun
                self._before[index, step] = -1
        target += node.price

    def _from_same_week(self, index: int, node: Node, earlier: int, cost: int) -> None:
        """Continue the plans that end earlier in the same week, within the room that the week has."""
        step = 0 if node.standing else 1
        highest = self._cost.shape[2] - 1 if node.standing else node.room
        for used in range(highest + 1 - step):
            for done in range(self._count + 1 - step):
                total = int(self._cost[earlier, done, used]) + cost
                if total < int(self._cost[index, done + step, used + step]):
                    self._cost[index, done + step, used + step] = total
                    self._from[index, done + step, used + step] = (earlier, done, used)

    def _walk(self, index: int) -> tuple[int, ...]:
        """Follow the choices back from the last node and return the new days in order."""
        days: list[int] = []
        done = self._count
        used = int(self._cost[index, done].argmin())
        while index >= 0:
            node = self._nodes[index]
            if not node.standing:
                days.append(node.day)
            known = self._from.get((index, done, used))
            if known is not None:
                index, done, used = known
                continue
            step = 0 if node.standing else 1
            before = int(self._before[index, done])
            index, done = before, done - step
            used = int(self._cost[index, done].argmin()) if index >= 0 else 0
        return tuple(reversed(days))
