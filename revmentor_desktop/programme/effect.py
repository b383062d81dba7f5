# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair that is only thought of would do to everybody: the whole as it stands, and who would move to another partner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.pairs import Baseline, Completion, Cost
from revmentor_desktop.programme.snapshot import Snapshot

Taught = dict[PersonId, tuple[PersonId, float]]


@dataclass(frozen=True, slots=True)
class Whole:
    """The best that can come out now: how many ``pairs`` in all, those that stand among them, and their ``points`` (exact)."""

    pairs: int
    points: float


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who would learn from another: from whom without the pair, from whom with it, and the exact scores of both."""

    person_id: PersonId
    before_id: PersonId
    before: float
    after_id: PersonId
    after: float


def whole(snapshot: Snapshot, known: Baseline) -> Whole:
    """Return the figures of the best completion with all the pairs that it leaves alone."""
    completion, today = known.completion, pairs.scores(snapshot)
    points = completion.total + completion.either_total + sum(today[pair.id] for pair in completion.fixed)
    return Whole(len(completion.new) + len(completion.fixed), points)


def moves(snapshot: Snapshot, known: Baseline, found: Cost, check: Callable[[], None]) -> tuple[Move, ...]:
    """Return who would learn from another if the pair of ``found`` were formed, the greatest loss first.

    Of the best completions with the pair one is looked at that keeps as many pairs of the base as it can. Empty when that
    one leaves others without a partner than ``found`` says, for then its moves are not those of the cost. ``check`` is
    called while it is worked out and may raise to give up.
    """

    def cancelled() -> bool:
        check()
        return False

    completion = pairs.complete(_with_pair(snapshot, known.completion, found), cancelled=cancelled)
    if set(known.paired) - _people(completion) != set(found.left_out):
        return ()
    before, after = _taught(known.completion), _taught(completion)
    moved = [
        Move(person_id, *before[person_id], *after[person_id])
        for person_id in before.keys() & after.keys()
        if before[person_id][0] != after[person_id][0]
    ]
    return tuple(sorted(moved, key=lambda move: (round(move.after - move.before, 9), snapshot.people[move.person_id].handle)))


def _with_pair(snapshot: Snapshot, completion: Completion, found: Cost) -> Snapshot:
    """Return the edition with the base as proposals that may be replaced and the pair as one that may not."""
    stands = pairs.as_if(snapshot, completion)
    couple = (found.mentor_id, found.mentee_id)
    others = tuple(pair for pair in stands.pairs if pair.fixed or (pair.mentor_id, pair.mentee_id) != couple)
    number = min((0, *(pair.id for pair in others))) - 1
    return replace(stands, pairs=(*others, Pair(PairId(number), snapshot.edition.id, *couple)))


def _people(completion: Completion) -> set[PersonId]:
    return {person_id for pair in (*completion.new, *completion.fixed) for person_id in (pair.mentor_id, pair.mentee_id)}


def _taught(completion: Completion) -> Taught:
    return {pair.mentee_id: (pair.mentor_id, pair.score) for pair in completion.new}
