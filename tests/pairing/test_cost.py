# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair costs the rest, against solving everything again: by looking at every solution, and by another model."""

import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.cost import Cost, baseline, cost, costs
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import complete, with_pairs
from tests.pairing import compare_costs, resolved
from tests.pairing.example import by_email, example, handle_of
from tests.pairing.firms import firms

SITUATION = example()


class GaveUpError(Exception):
    """The caller of a computation wants no more of it."""


def pair(mentor: str, mentee: str, **changes: object) -> Pair:
    made = Pair(PairId(1), SITUATION.edition.id, by_email(SITUATION, mentor), by_email(SITUATION, mentee))
    return replace(made, **changes)  # type: ignore[arg-type]


def of(mentor: str, mentee: str, situation: Situation = SITUATION) -> Cost:
    return cost(baseline(situation), by_email(situation, mentor), by_email(situation, mentee))


def as_slow(one: Cost) -> resolved.Slow:
    return resolved.Slow(one.mentees, one.either, round(one.mentees_total, 6), round(one.total, 6), len(one.left_out))


@settings(max_examples=60)
@given(firms(most=6))
def test_every_cost_is_the_one_that_looking_at_every_solution_finds(situation: Situation) -> None:
    base = baseline(situation)
    for couple, one in costs(base, PersonId(1)).items():
        assert as_slow(one) == resolved.slow(situation, couple)


@settings(max_examples=60)
@given(firms())
def test_the_costs_of_somebody_are_of_all_whom_nothing_but_proposals_keeps_apart(situation: Situation) -> None:
    base = baseline(situation)
    for person_id in situation.enrolments:
        assert costs(base, person_id).keys() == resolved.candidates(situation, person_id)


@settings(max_examples=60)
@given(firms(most=6), st.data())
def test_a_pair_that_must_be_forced_costs_what_solving_around_it_says(situation: Situation, data: st.DataObject) -> None:
    couples = [(one, other) for one in situation.enrolments for other in situation.enrolments if one != other]
    forced = [couple for couple in couples if resolved.may_be_forced(situation, couple)]
    if forced:
        couple = data.draw(st.sampled_from(forced))
        assert as_slow(cost(baseline(situation), *couple)) == resolved.slow(situation, couple)


@settings(max_examples=40)
@given(firms(most=9))
def test_one_pair_alone_costs_the_same_as_among_all_of_both_people(situation: Situation) -> None:
    base = baseline(situation)
    every = {person_id: costs(base, person_id) for person_id in situation.enrolments}
    for person_id, found in every.items():
        for couple, one in found.items():
            other = couple[0] if couple[1] == person_id else couple[1]
            assert as_slow(one) == as_slow(cost(base, *couple)) == as_slow(every[other][couple])


@pytest.mark.parametrize("seed", range(16))
def test_costs_in_dense_firms_are_those_of_the_solver(seed: int) -> None:
    assert compare_costs.by_the_solver(seed, size=14, people=2) is None


@pytest.mark.parametrize("seed", range(10))
def test_costs_in_dense_firms_are_those_of_another_exact_model(seed: int) -> None:
    assert compare_costs.by_another_model(seed, size=11, people=1) is None


@pytest.mark.parametrize("seed", range(3))
def test_a_firm_in_which_everybody_may_do_both_is_no_exception(seed: int) -> None:
    assert compare_costs.by_the_solver(seed, size=15, people=1, either=1.0) is None


@settings(max_examples=30)
@given(firms(most=10), st.randoms(use_true_random=False))
def test_the_order_of_the_data_changes_no_cost(situation: Situation, chance: random.Random) -> None:
    people, enrolments, pairs = list(situation.people.items()), list(situation.enrolments.items()), list(situation.pairs)
    for listed in (people, enrolments, pairs):
        chance.shuffle(listed)
    shuffled = replace(situation, people=dict(people), enrolments=dict(enrolments), pairs=tuple(pairs))
    assert costs(baseline(situation), PersonId(1)) == costs(baseline(shuffled), PersonId(1))


def test_the_pairs_of_the_best_completion_cost_nothing() -> None:
    base = baseline(SITUATION)
    for one in base.completion.new:
        found = cost(base, one.mentor_id, one.mentee_id)
        assert found == Cost(one.mentor_id, one.mentee_id)
        assert found.is_free


@pytest.mark.parametrize(
    ("mentor", "mentee", "mentees", "either", "mentees_total", "total", "waiting", "freed"),
    [
        ("mibanez", "malbor", 0, -1, -23.86, -73.86, ["tquiroga"], ["arequena"]),
        ("cdomenech", "rsanchis", 0, 0, -5.0, -5.0, ["rperalta"], []),
        ("tquiroga", "blago", 0, -1, -37.5, -87.5, [], ["yelamrani"]),
        ("lserrano", "ollorente", 0, 1, 0.0, 23.33, [], []),
        ("pcid", "rperalta", 0, 0, -6.0, 9.33, ["tquiroga"], []),
        ("ollorente", "gprieto", 0, 0, -49.75, -49.75, [], []),
    ],
)
def test_the_example_says_what_another_choice_would_cost(
    mentor: str, mentee: str, mentees: int, either: int, mentees_total: float, total: float, waiting: list[str], freed: list[str]
) -> None:
    found = of(mentor, mentee)
    assert (found.mentees, found.either, round(found.mentees_total, 2), round(found.total, 2)) == (mentees, either, mentees_total, total)
    assert [handle_of(SITUATION, person_id) for person_id in found.waiting] == waiting
    assert [handle_of(SITUATION, person_id) for person_id in found.freed] == freed
    assert found.is_free == (mentee == "ollorente")


def test_a_fixed_pair_costs_nothing_and_leaves_nothing_else_to_choose() -> None:
    fixed = replace(SITUATION, pairs=(pair("lserrano", "gprieto", state=PairState.ACCEPTED),))
    gonzalo = by_email(SITUATION, "gprieto")
    assert [one.is_free for one in costs(baseline(fixed), gonzalo).values()] == [True]


def test_unlocked_proposals_are_in_nobodys_way() -> None:
    proposed = with_pairs(SITUATION, complete(SITUATION))
    for name in ("gprieto", "lserrano", "rperalta"):
        person_id = by_email(SITUATION, name)
        assert costs(baseline(proposed), person_id) == costs(baseline(SITUATION), person_id)


def test_a_pair_below_the_minimum_is_a_gain_when_nobody_else_could_have_either() -> None:
    strict = replace(SITUATION, edition=replace(SITUATION.edition, minimum=100))
    found = of("lserrano", "gprieto", strict)
    assert (found.mentees, found.either, found.pairs, found.left_out) == (1, 0, 1, ())
    assert found.total == found.mentees_total == pytest.approx(86.5)
    assert found.is_free


def test_another_minimum_stands_around_the_pair_too() -> None:
    base = baseline(SITUATION, minimum=100)
    assert (base.completion.new, cost(base, by_email(SITUATION, "lserrano"), by_email(SITUATION, "gprieto")).mentees) == ((), 1)


def test_those_left_out_who_want_to_learn_are_named_before_mentors_who_become_free() -> None:
    base = baseline(SITUATION)
    every = [one for person_id in SITUATION.enrolments for one in costs(base, person_id).values()]
    roles = {person_id: enrolment.role for person_id, enrolment in SITUATION.enrolments.items()}
    assert any(one.waiting and one.freed for one in every)
    for one in every:
        assert one.left_out == (*one.waiting, *one.freed)
        assert all(roles[person_id] is Role.MENTOR for person_id in one.freed)
        assert not any(roles[person_id] is Role.MENTOR for person_id in one.waiting)
        assert not {*one.left_out} & {*base.completion.unpaired, one.mentor_id, one.mentee_id}
        assert not (one.waiting and one.is_free)


class Patience:
    """A check that gives up after some calls."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def __call__(self) -> None:
        """Count a call."""
        if not self.left:
            raise GaveUpError
        self.left -= 1


@pytest.mark.parametrize("calls", [0, 1, 5])
def test_giving_up_raises_at_the_next_step(calls: int) -> None:
    base = baseline(SITUATION)
    with pytest.raises(GaveUpError):
        costs(base, by_email(SITUATION, "rperalta"), Patience(calls))
    with pytest.raises(GaveUpError):
        cost(base, by_email(SITUATION, "mibanez"), by_email(SITUATION, "malbor"), Patience(min(calls, 1)))
    with pytest.raises(GaveUpError):
        baseline(SITUATION, check=Patience(calls))


def test_an_edition_without_pairs_to_make_has_no_costs() -> None:
    nobody = replace(SITUATION, enrolments={})
    assert costs(baseline(nobody), by_email(SITUATION, "gprieto")) == {}
    alone = replace(SITUATION, enrolments={one: SITUATION.enrolments[one] for one in [by_email(SITUATION, "gprieto")]})
    assert costs(baseline(alone), by_email(SITUATION, "gprieto")) == {}


def test_of_many_equal_solutions_the_one_that_leaves_fewest_of_the_base_out_is_taken() -> None:
    assert all(compare_costs.by_another_model(seed, size=8, people=2, topics=1) is None for seed in range(5))


def test_the_solver_is_not_loaded_with_the_program() -> None:
    code = "import sys, revmentor_desktop.pairing.cost; sys.exit(bool({'scipy', 'numpy'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
