# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Steps (c) and (d) around a best assignment, and whom of the base it can keep: exact, and small enough for many pairs.

What can differ among the best assignments of (a) and (b) are the people connected with nobody by tight arcs; all others
have the same number of pairs in each. So only those, the seats left over and the *either* people are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from revmentor_desktop.pairing.assignment import SLACK
from revmentor_desktop.pairing.residual import Rest, changeable
from revmentor_desktop.pairing.sides import Couples, Sides, best_sides

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Numbers
    from revmentor_desktop.pairing.solve import Table


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """Who of the rows and columns of a table should have a pair if it costs nothing: those whom the base pairs."""

    mentors: Flags
    mentees: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """The *either* pairs (row, column) of a solution, and everybody with a pair in it."""

    either: Couples
    mentors: frozenset[int]
    mentees: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """What may still be chosen: pairs (``may``), the ``seats`` for it, who must have one, and who is paired anyhow."""

    may: Flags
    seats: Numbers
    learners: Flags
    must_teach: Flags
    must_learn: Flags
    mentors: Flags
    mentees: Flags


@dataclass(frozen=True, slots=True, eq=False)
class _Nodes:
    """Seats of mentors and mentees as nodes; an *either* person is one node for the first seat and for learning.

    ``row`` and ``column`` belong to each node (−1: none), ``owner`` is the first node of the same person.
    """

    row: Numbers
    column: Numbers
    owner: Numbers


def fill(table: Table, own_rows: Numbers, rest: Rest, learners: Flags, wanted: Wanted, check: Callable[[], None]) -> Filled:
    """Return the best (c) and (d) of all best assignments like ``rest``, and of those the one that keeps most ``wanted``.

    ``own_rows`` is the row of each column's person (−1: none), ``learners`` the columns of those *either* people who may
    still learn. ``check`` is called before every search and may raise.
    """
    import numpy as np

    used, matched = np.any(rest.chosen, axis=1), np.any(rest.chosen, axis=0)
    settled = Filled([], _marked(used), _marked(matched))
    if not learners.any() and not (wanted.mentors & ~used).any() and not (wanted.mentees & ~matched).any():
        return settled
    field = _field(table, own_rows, rest, learners)
    if not field.may.any():
        return settled
    nodes = _nodes(field, own_rows)
    couples = best_sides(_sides(table, field, nodes, wanted), check)
    places = [(int(nodes.row[teacher]), int(nodes.column[learner])) for teacher, learner in couples]
    return Filled(
        either=[place for place in places if table.either[place[1]]],
        mentors=_marked(field.mentors).union(row for row, _ in places),
        mentees=_marked(field.mentees).union(column for _, column in places),
    )


def _marked(marks: Flags) -> frozenset[int]:
    return frozenset(marks.nonzero()[0].tolist())


def _field(table: Table, own_rows: Numbers, rest: Rest, learners: Flags) -> _Field:
    import numpy as np

    tight = rest.tight
    mentors, mentees = changeable(rest, tight)
    used = rest.chosen[:, ~mentees].sum(axis=1)
    must_teach = mentors & (rest.mentor_prices > SLACK)
    teaching = must_teach | (used > 0)
    learners = learners & ~np.where(own_rows >= 0, teaching[own_rows], False)
    seats = rest.seats - used
    exchanges = tight & mentors[:, None] & mentees[None, :]
    new = table.allowed & learners[None, :] & ~must_teach[:, None]
    return _Field(
        may=(exchanges | new) & (seats > 0)[:, None],
        seats=seats,
        learners=learners,
        must_teach=must_teach,
        must_learn=mentees & (rest.mentee_prices < -SLACK),
        mentors=used > 0,
        mentees=~mentees & rest.chosen.any(axis=0),
    )


def _nodes(field: _Field, own_rows: Numbers) -> _Nodes:
    import numpy as np

    rows = np.nonzero(field.may.any(axis=1))[0]
    columns = np.nonzero(field.may.any(axis=0))[0]
    row = np.repeat(rows, field.seats[rows])
    firsts = np.full(len(field.seats) + 1, -1, dtype=np.intp)
    firsts[rows] = np.cumsum(field.seats[rows]) - field.seats[rows]
    # The last of ``firsts`` stands for «no row», which is −1.
    same = np.where(field.learners[columns], firsts[own_rows[columns]], -1)
    alone = columns[same < 0]
    column = np.full(len(row) + len(alone), -1, dtype=np.intp)
    column[same[same >= 0]] = columns[same >= 0]
    column[len(row) :] = alone
    owner = np.concatenate([firsts[row], np.arange(len(row), len(column))])
    return _Nodes(np.concatenate([row, np.full(len(alone), -1, dtype=np.intp)]), column, owner)


def _sides(table: Table, field: _Field, nodes: _Nodes, wanted: Wanted) -> Sides:
    import numpy as np

    row, column = nodes.row, nodes.column
    # Where a node has no row or column, the last one is looked up, and left out of account.
    teacher, learner = row >= 0, column >= 0
    first = nodes.owner == np.arange(len(row))
    return Sides(
        may=field.may[row[:, None], column[None, :]] & teacher[:, None] & learner[None, :],
        scores=table.scores.values[row[:, None], column[None, :]],
        learns=learner & field.learners[column],
        must=(teacher & field.must_teach[row]) | (learner & field.must_learn[column]),
        kept=(teacher & first & (wanted.mentors & ~field.mentors)[row]) | (learner & wanted.mentees[column]),
        owner=nodes.owner,
    )
