# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The automatic completion against the slow way, on small firms and on the example."""

import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import CancelledError, Completion, Objective, complete, with_pairs
from tests.pairing import by_hand
from tests.pairing.example import by_email, example, handle_of
from tests.pairing.firms import firms

objectives = st.sampled_from(list(Objective))


def figures(situation: Situation, objective: Objective, completion: Completion) -> by_hand.Figures:
    pairs = by_hand.possible(situation, situation.edition.minimum)
    return by_hand.figures(situation, objective, pairs, by_hand.pairs_of(completion))


@settings(max_examples=100)
@given(firms(), objectives)
def test_the_completion_is_the_one_that_looking_at_every_solution_finds(situation: Situation, objective: Objective) -> None:
    completion = complete(situation, objective)
    best, names = by_hand.best(situation, objective, situation.edition.minimum)
    assert figures(situation, objective, completion) == best
    assert by_hand.handles(situation, by_hand.pairs_of(completion)) == names


@settings(max_examples=40)
@given(firms(most=6, with_pairs=False), objectives, st.sampled_from([0.0, 20.0, 60.0]))
def test_the_minimum_asked_for_stands_instead_of_the_one_of_the_edition(situation: Situation, objective: Objective, minimum: float) -> None:
    completion = complete(situation, objective, minimum)
    assert by_hand.handles(situation, by_hand.pairs_of(completion)) == by_hand.best(situation, objective, minimum)[1]


@settings(max_examples=30)
@given(firms(most=10), objectives, st.randoms(use_true_random=False))
def test_the_order_of_the_data_changes_nothing(situation: Situation, objective: Objective, chance: random.Random) -> None:
    people, enrolments = list(situation.people.items()), list(situation.enrolments.items())
    pairs = list(situation.pairs)
    for listed in (people, enrolments, pairs):
        chance.shuffle(listed)
    shuffled = replace(situation, people=dict(people), enrolments=dict(enrolments), pairs=tuple(pairs))
    one, other = complete(situation, objective), complete(shuffled, objective)
    assert (one.new, one.total, one.worst, one.either_total) == (other.new, other.total, other.worst, other.either_total)
    assert one.unpaired == other.unpaired


@settings(max_examples=30)
@given(firms(), objectives)
def test_completing_twice_keeps_everything(situation: Situation, objective: Objective) -> None:
    once = with_pairs(situation, complete(situation, objective))
    again = complete(once, objective)
    assert again.replaced == ()
    assert all(one.kept is not None for one in again.new)
    assert with_pairs(once, again) == once


@settings(max_examples=30)
@given(firms(), objectives)
def test_what_a_completion_says_adds_up(situation: Situation, objective: Objective) -> None:
    completion = complete(situation, objective)
    kept = {one.kept for one in completion.new if one.kept is not None}
    assert kept | {pair.id for pair in completion.replaced} == {pair.id for pair in situation.replaceable()}
    assert completion.fixed == situation.fixed()
    assert completion.mentees + completion.either == len(completion.new)
    assert sum(one.score for one in completion.new) == pytest.approx(completion.total + completion.either_total)
    after = with_pairs(situation, completion)
    paired = {person for pair in after.living() for person in (pair.mentor_id, pair.mentee_id)}
    assert {*completion.unpaired} == {*situation.enrolments} - paired


@pytest.mark.parametrize("objective", list(Objective))
def test_the_example_gives_the_figures_of_the_domain_rules(objective: Objective) -> None:
    completion = complete(example(), objective)
    assert (completion.mentees, round(completion.total, 2), completion.worst) == (11, 702.65, pytest.approx(45.0))
    assert (completion.either, round(completion.either_total, 2)) == (2, 106.67)
    alone = [handle_of(example(), person) for person in completion.unpaired]
    assert alone == ["folmo", "ollorente", "cdomenech", "damor", "hbarrios"]


def test_a_fixed_pair_uses_up_its_people_even_beyond_the_capacity() -> None:
    situation = example()
    lucia, itziar, gonzalo = (by_email(situation, name) for name in ("lserrano", "iurrutia", "gprieto"))
    edition = situation.edition.id
    fixed = tuple(
        Pair(PairId(number), edition, lucia, mentee, PairState.PAUSED) for number, mentee in enumerate((itziar, gonzalo), start=1)
    )
    crowded = {**situation.enrolments, lucia: replace(situation.enrolments[lucia], capacity=1)}
    completion = complete(replace(situation, pairs=fixed, enrolments=crowded))
    assert completion.fixed == fixed
    assert not {lucia, itziar, gonzalo} & {person for couple in by_hand.pairs_of(completion) for person in couple}


@pytest.mark.parametrize("state", [PairState.DECLINED, PairState.ENDED_EARLY])
def test_a_pair_that_somebody_left_is_not_proposed_again(state: PairState) -> None:
    situation = example()
    first = complete(situation).new[0]
    over = Pair(PairId(1), situation.edition.id, first.mentor_id, first.mentee_id, state)
    again = complete(replace(situation, pairs=(over,)))
    assert (first.mentor_id, first.mentee_id) not in by_hand.pairs_of(again)


def test_giving_up_raises_at_the_next_step() -> None:
    with pytest.raises(CancelledError):
        complete(example(), cancelled=lambda: True)
    asked: list[bool] = []

    def after_two() -> bool:
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(CancelledError):
        complete(example(), cancelled=after_two)


def test_the_solver_is_not_loaded_with_the_program() -> None:
    names = "revmentor_desktop.pairing.solve, revmentor_desktop.pairing.explain, revmentor_desktop.pairing.score"
    code = f"import sys, {names}; sys.exit(bool({{'scipy', 'numpy'}} & {{*sys.modules}}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
