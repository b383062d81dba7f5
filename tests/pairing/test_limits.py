# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is at the edge: very many *either* people and no time, minimum 0 and 100, crowded mentors, empty editions, giving up."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.cost import baseline, costs
from revmentor_desktop.pairing.explain import lonely, partners
from revmentor_desktop.pairing.proposals import ProposalName, proposals
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import EXACT_EITHER, CancelledError, Completion, Objective, complete
from revmentor_desktop.pairing.unlock import Outcome, unlocks
from tests.pairing import by_hand, made_up
from tests.pairing.example import by_email, example


def no_time() -> float:
    return 0.0


def crowd(size: int) -> Situation:
    """A firm in which everybody may do both, with places for several."""
    situation = made_up.firm(5, size, either=1.0)
    enrolments = {one: replace(answers, capacity=2) for one, answers in situation.enrolments.items()}
    return replace(situation, enrolments=enrolments, pairs=(), edition=replace(situation.edition, minimum=60))


def valid(situation: Situation, completion: Completion) -> bool:
    """Whether the pairs keep the rules beside each other."""
    pairs = by_hand.possible(situation, situation.edition.minimum)
    chosen = by_hand.pairs_of(completion)
    teaching = [mentor for mentor, _ in chosen]
    learning = [mentee for _, mentee in chosen]
    crowded = any(teaching.count(one) > situation.enrolments[one].capacity for one in teaching)
    return {*chosen} <= {*pairs} and len({*learning}) == len(learning) and not {*teaching} & {*learning} and not crowded


def test_with_very_many_who_do_both_and_no_time_the_gap_is_said() -> None:
    situation = crowd(90)
    found, exact = complete(situation, left=no_time), complete(situation)
    assert exact.gap is None
    assert found.gap is not None
    assert valid(situation, found)
    assert valid(situation, exact)
    assert found.mentees == exact.mentees
    assert exact.either <= found.either + found.gap.pairs
    assert found.gap.pairs or exact.either_total <= found.either_total + found.gap.points + 1e-6


def test_up_to_sixty_who_do_both_the_time_is_not_looked_at() -> None:
    plain = crowd(EXACT_EITHER)
    found = complete(replace(plain, edition=replace(plain.edition, minimum=70)), left=no_time)
    assert found.gap is None
    assert found.either > 10


def test_time_that_is_enough_changes_nothing() -> None:
    plain = crowd(70)
    situation = replace(plain, edition=replace(plain.edition, minimum=70))
    assert complete(situation, left=lambda: 60.0) == complete(situation)
    assert next(iter(proposals(situation, left=no_time))).name is ProposalName.TOTAL


@pytest.mark.parametrize("objective", list(Objective))
@pytest.mark.parametrize("minimum", [0.0, 100.0])
def test_both_ends_of_the_minimum(objective: Objective, minimum: float) -> None:
    situation = example()
    completion = complete(situation, objective, minimum)
    assert completion.mentees == (11 if minimum == 0 else 0)
    assert (completion.worst is None) == (minimum == 100)
    told = unlocks(situation, objective, minimum)
    assert len(told) == 28
    assert all(one.outcome is not Outcome.PAIRABLE for one in told) == (minimum == 100)


@pytest.mark.parametrize("minimum", [-1.0, 100.5])
def test_a_minimum_beyond_the_ends_is_refused(minimum: float) -> None:
    with pytest.raises(DomainError) as refused:
        replace(example().edition, minimum=minimum)
    assert (refused.value.field, refused.value.reason) == ("minimum", "range")


def test_weights_that_are_all_zero_are_refused() -> None:
    with pytest.raises(DomainError) as refused:
        Weights(0, 0, 0, 0, 0, 0)
    assert (refused.value.field, refused.value.reason) == ("weights", "all_zero")


def test_one_weight_alone_is_enough() -> None:
    situation = example()
    alone = replace(situation, edition=replace(situation.edition, weights=Weights(0, 0, 0, 0, 1, 0), minimum=0))
    assert {round(one.score) for one in complete(alone).new} <= {0, 100}


def test_a_mentor_with_fewer_places_than_pairs_takes_nobody_more_and_breaks_nothing() -> None:
    situation = example()
    lucia, gonzalo, itziar = (by_email(situation, name) for name in ("lserrano", "gprieto", "iurrutia"))
    pairs = tuple(
        Pair(PairId(number), situation.edition.id, lucia, mentee, PairState.ACCEPTED)
        for number, mentee in enumerate((gonzalo, itziar), start=1)
    )
    crowded = {**situation.enrolments, lucia: replace(situation.enrolments[lucia], capacity=1)}
    now = replace(situation, pairs=pairs, enrolments=crowded)
    assert not any(lucia in couple for couple in by_hand.pairs_of(complete(now)))
    base = baseline(now)
    assert {*costs(base, lucia)} == {(lucia, gonzalo), (lucia, itziar)}
    assert all(one.is_free for one in costs(base, lucia).values())
    changes = [one.change for one in unlocks(now) if one.change is not None]
    assert all(change.capacity is None or change.person_id != lucia or change.capacity > len(pairs) for change in changes)


def test_an_empty_edition_has_an_answer_to_everything() -> None:
    nobody = replace(example(), enrolments={}, pairs=())
    completion = complete(nobody)
    assert (completion.new, completion.unpaired, completion.worst, completion.gap) == ((), (), None, None)
    assert [one.completion.new for one in proposals(nobody)] == [()]
    assert unlocks(nobody) == lonely(nobody) == ()
    gonzalo = by_email(example(), "gprieto")
    assert partners(nobody, gonzalo) == ()
    assert costs(baseline(nobody), gonzalo) == {}


def many_mentors(size: int = 250) -> Situation:
    """A firm in which one person wants to learn and all the others teach."""
    situation = made_up.firm(3, size + 1, either=0.0, teach=1.0)
    mentee = PersonId(size + 1)
    learner = replace(situation.enrolments[mentee], role=Role.MENTEE, notice=situation.enrolments[PersonId(1)].notice)
    return replace(situation, enrolments={**situation.enrolments, mentee: learner}, pairs=())


def test_two_hundred_and_fifty_mentors_for_one_mentee() -> None:
    situation = many_mentors()
    mentee = PersonId(251)
    completion = complete(situation)
    assert completion.mentees == len(completion.new) == 1
    assert len(completion.unpaired) == 249
    base = baseline(situation)
    ranked = partners(situation, mentee)
    assert len(ranked) == 250
    free = costs(base, mentee)
    assert len(free) == sum(one.block is None for one in ranked) > 50
    assert {one.left_out for one in free.values()} <= {(), (completion.new[0].mentor_id,)}
    outcomes = {one.outcome for one in unlocks(situation)}
    assert outcomes <= {Outcome.SURPLUS, Outcome.INCOMPLETE, Outcome.PAIRABLE, Outcome.NONE}


class Impatient:
    """A check that gives up from a certain call on, and counts."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def __call__(self) -> None:
        """Count a call."""
        self.left -= 1
        if self.left < 0:
            raise CancelledError


Work = Callable[[Situation, Callable[[], None]], object]


def all_costs(situation: Situation, check: Callable[[], None]) -> object:
    return costs(baseline(situation, check=check), by_email(example(), "rperalta"), check)


@pytest.mark.parametrize("calls", [0, 1, 2, 4])
@pytest.mark.parametrize("work", [all_costs, lambda s, c: proposals(s, check=c), lambda s, c: unlocks(s, check=c)])
def test_a_computation_that_is_cancelled_raises_so(work: Work, calls: int) -> None:
    with pytest.raises(CancelledError):
        work(example(), Impatient(calls))


def test_a_check_that_never_gives_up_is_asked_often() -> None:
    asked: list[float] = []
    unlocks(example(), check=lambda: asked.append(time.monotonic()))
    assert len(asked) > 20
