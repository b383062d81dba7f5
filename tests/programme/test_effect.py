# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair would do to everybody else: the whole, and who would move."""

from dataclasses import replace

import pytest

from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import effect, pairs
from revmentor_desktop.programme.pairs import Cost
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace


def go_on() -> None:
    """Let the work go on."""


def who(snapshot: Snapshot, name: str) -> PersonId:
    return next(person.id for person in snapshot.people.values() if person.first_name == name)


def solved_with(snapshot: Snapshot, cost: Cost) -> tuple[float, int]:
    """The whole with the pair formed: all points, and the number of pairs."""
    pair = Pair(PairId(-1), snapshot.edition.id, cost.mentor_id, cost.mentee_id)
    formed = replace(snapshot, pairs=(*snapshot.pairs, pair))
    whole = effect.whole(formed, pairs.base(formed))
    return whole.points, whole.pairs


def test_the_whole_counts_the_pairs_that_stand(example: Workspace) -> None:
    before = effect.whole(example.snapshot(), pairs.base(example.snapshot()))
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    for pair in example.snapshot().living_pairs:
        pairs.set_locked(example, pair.id, locked=True)
    after = effect.whole(example.snapshot(), pairs.base(example.snapshot()))
    assert (after.pairs, before.pairs) == (13, 13)
    assert after.points == pytest.approx(before.points, abs=1e-9)


def test_the_whole_and_the_cost_add_up_to_what_solving_anew_gives(example: Workspace) -> None:
    snapshot = example.snapshot()
    base = pairs.base(snapshot)
    whole = effect.whole(snapshot, base)
    for cost in pairs.costs(base, who(snapshot, "Wei")).values():
        points, number = solved_with(snapshot, cost)
        assert points == pytest.approx(whole.points + cost.total, abs=1e-6)
        assert number == whole.pairs + cost.pairs


def test_the_moves_are_those_of_the_best_completion_with_the_pair(example: Workspace) -> None:
    snapshot = example.snapshot()
    base = pairs.base(snapshot)
    cost = pairs.costs(base, who(snapshot, "Lucía"))[who(snapshot, "Lucía"), who(snapshot, "Mercedes")]
    (move,) = effect.moves(snapshot, base, cost, go_on)
    assert move.person_id == who(snapshot, "Noelia")
    assert (move.before_id, move.after_id) == (who(snapshot, "Lucía"), who(snapshot, "Carla"))
    assert (round(move.before), round(move.after)) == (57, 50)


def test_a_loose_proposal_of_the_same_two_is_no_second_pair(example: Workspace) -> None:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    snapshot = example.snapshot()
    base = pairs.base(snapshot)
    loose = snapshot.living_pairs[0]
    assert effect.moves(snapshot, base, Cost(loose.mentor_id, loose.mentee_id), go_on) == ()


def test_the_work_is_given_up_when_asked(example: Workspace) -> None:
    snapshot = example.snapshot()
    base = pairs.base(snapshot)
    cost = next(iter(pairs.costs(base, who(snapshot, "Wei")).values()))

    def give_up() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        effect.moves(snapshot, base, cost, give_up)
