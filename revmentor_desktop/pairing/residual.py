# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A best assignment when something is taken from it: one shortest-path pass answers for everybody opposite at once.

Taking a mentee and one seat of a mentor away forces one unit through the residual network, from the mentee to the
mentor; the cheapest way says who moves, and the assignment is best again (successive shortest paths). The lengths of one
pass from a mentee (or to a mentor) are also optimal prices of *every* assignment that the pass leads to, for a shortest
way reverses only arcs without reduced cost. All lengths are sums of whole units and therefore exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from revmentor_desktop.pairing.assignment import SLACK

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Rest:
    """A best assignment (``chosen``, mentors × mentees) of what is there, with prices that prove it.

    ``gains`` are what pairs add (0: not allowed), ``seats`` the places left of each mentor. ``mentor_prices`` and
    ``mentee_prices`` are optimal potentials, 0 for nobody; infinite for those out of reach, who can't change anything.
    """

    gains: Floats
    chosen: Flags
    seats: Numbers
    mentor_prices: Floats
    mentee_prices: Floats

    @property
    def tight(self) -> Flags:
        """The pairs without reduced cost, the only ones that some best assignments have and others have not."""
        import numpy as np

        with np.errstate(invalid="ignore"):
            cost = self.mentor_prices[:, None] - self.mentee_prices[None, :] - self.gains
            return (self.gains > 0) & (abs(cost) <= SLACK)


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """The shortest ways between one ``origin`` and every node: mentors, then mentees, then nobody.

    ``onward`` leads from each node one step nearer to the origin. ``inward``: the ways lead to the origin, not from it.
    """

    rest: Rest
    origin: int
    inward: bool
    onward: Numbers

    def after(self, node: int) -> Rest:
        """Return the best assignment once a unit is forced between ``node`` and the origin.

        What is a mentee of the two is gone from it, what is a mentor has lost one seat.
        """
        rest, mentors = self.rest, len(self.rest.seats)
        chosen, seats = rest.chosen.copy(), rest.seats.copy()
        here = node
        while here != self.origin:
            there = int(self.onward[here])
            tail, head = (here, there) if self.inward else (there, here)
            if tail < mentors <= head < mentors + chosen.shape[1]:
                chosen[tail, head - mentors] = True
            elif head < mentors <= tail < mentors + chosen.shape[1]:
                chosen[head, tail - mentors] = False
            here = there
        seats[[one for one in (node, self.origin) if one < mentors]] -= 1
        gains = rest.gains.copy()
        gains[:, [one - mentors for one in (node, self.origin) if mentors <= one < mentors + chosen.shape[1]]] = 0.0
        return replace(rest, gains=gains, chosen=chosen, seats=seats)


def best_rest(gains: Floats, chosen: Flags, seats: Numbers) -> Rest:
    """Return the best assignment ``chosen`` with its prices."""
    import numpy as np

    none = Rest(gains, chosen, seats, np.zeros(len(gains)), np.zeros(len(gains.T)))
    return ways(none, None, None).rest


def ways(rest: Rest, mentee: int | None, mentor: int | None) -> Ways:
    """Return the shortest ways from ``mentee`` or to ``mentor`` or, without either, from nobody.

    The prices of the result's ``rest`` are those of everything that `Ways.after` gives.
    """
    import numpy as np

    mentors, mentees = rest.chosen.shape
    inward = mentor is not None
    origin = mentor if mentor is not None else mentors + (mentees if mentee is None else mentee)
    arcs = _arcs(rest)
    lengths, onward = _lengths(arcs.T.copy() if inward else arcs, origin)
    prices = (-lengths if inward else lengths) - (-lengths[-1] if inward else lengths[-1])
    prices = np.where(np.isfinite(lengths), prices, np.inf)
    priced = replace(rest, mentor_prices=prices[:mentors], mentee_prices=prices[mentors:-1])
    return Ways(priced, origin, inward, onward)


def _arcs(rest: Rest) -> Floats:
    """Return the costs of the residual arcs, from (rows) × to (columns); infinite where there is none."""
    import numpy as np

    mentors, mentees = rest.chosen.shape
    used, matched = rest.chosen.sum(axis=1), rest.chosen.any(axis=0)
    arcs = np.full((mentors + mentees + 1, mentors + mentees + 1), np.inf)
    arcs[:mentors, mentors:-1] = np.where((rest.gains > 0) & ~rest.chosen, -rest.gains, np.inf)
    arcs[mentors:-1, :mentors] = np.where(rest.chosen, rest.gains, np.inf).T
    arcs[-1, :mentors] = np.where(used < rest.seats, 0.0, np.inf)
    arcs[:mentors, -1] = np.where(used > 0, 0.0, np.inf)
    arcs[-1, mentors:-1] = np.where(matched, 0.0, np.inf)
    arcs[mentors:-1, -1] = np.where(matched, np.inf, 0.0)
    return arcs


def _lengths(arcs: Floats, origin: int) -> tuple[Floats, Numbers]:
    """Return the lengths of the shortest ways from ``origin`` and the node before each (Bellman–Ford).

    A node is only given another one before it when its way becomes shorter, so that ways never run in circles.
    """
    import numpy as np

    lengths = np.full(len(arcs), np.inf)
    lengths[origin] = 0.0
    before = np.full(len(arcs), origin, dtype=np.intp)
    changed = np.array([origin], dtype=np.intp)
    nodes = np.arange(len(arcs))
    while len(changed):
        tried = lengths[changed, None] + arcs[changed]
        nearest = tried.argmin(axis=0)
        shorter = tried[nearest, nodes]
        better = shorter < lengths
        lengths = np.where(better, shorter, lengths)
        before = np.where(better, changed[nearest], before)
        changed = np.nonzero(better)[0]
    return lengths, before


def without_mentor(rest: Rest, mentor: int) -> Rest:
    """Return the best assignment once all seats of a mentor are gone."""
    taught = int(rest.chosen[mentor].sum())
    for left in range(taught, 0, -1):
        crowded = replace(rest, seats=_with_seats(rest.seats, mentor, left))
        rest = ways(crowded, None, None).after(mentor)
    return replace(rest, seats=_with_seats(rest.seats, mentor, 0))


def _with_seats(seats: Numbers, mentor: int, left: int) -> Numbers:
    changed = seats.copy()
    changed[mentor] = left
    return changed


def changeable(rest: Rest, tight: Flags) -> tuple[Flags, Flags]:
    """Return the mentors and mentees whose number of pairs differs among the best assignments, or who change with them.

    These are strongly connected with nobody by residual arcs without reduced cost.
    """
    used, matched = rest.chosen.sum(axis=1), rest.chosen.any(axis=0)
    mentor_free, mentee_free = abs(rest.mentor_prices) <= SLACK, abs(rest.mentee_prices) <= SLACK
    new, old = tight & ~rest.chosen, tight & rest.chosen
    mentors, mentees = _reach(mentor_free & (used < rest.seats), mentee_free & matched, new, old)
    # Backwards: a mentee is left over a new pair, a mentor over one that is given up.
    mentees_back, mentors_back = _reach(mentee_free & ~matched, mentor_free & (used > 0), new.T, old.T)
    return mentors & mentors_back, mentees & mentees_back


def _reach(firsts: Flags, seconds: Flags, forth: Flags, back: Flags) -> tuple[Flags, Flags]:
    """Return who can be reached from ``firsts`` and ``seconds``, over ``forth`` to the seconds and ``back`` to the firsts."""
    while True:
        further = seconds | forth[firsts].any(axis=0)
        wider = firsts | back[:, further].any(axis=1)
        if further.sum() == seconds.sum() and wider.sum() == firsts.sum():
            return firsts, seconds
        firsts, seconds = wider, further
