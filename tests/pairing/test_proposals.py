# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Up to three proposals, the third against looking at every solution of small firms."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from revmentor_desktop.pairing.proposals import Proposal, ProposalName, alternative, couples_of, proposals
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective, complete, with_pairs
from tests.pairing import by_hand
from tests.pairing.example import example
from tests.pairing.firms import firms

Found = tuple[by_hand.Figures, list[tuple[str, str]]]


def by_name(found: tuple[Proposal, ...]) -> dict[ProposalName, Completion]:
    return {one.name: one.completion for one in found}


def every_alternative(situation: Situation, others: tuple[Completion, ...]) -> Found | None:
    """The best of all solutions that differ enough, its figures and its pairs by handle."""
    pairs = by_hand.possible(situation, situation.edition.minimum)
    known = {couple for one in others for couple in by_hand.pairs_of(one)}
    ranked: list[Found] = []
    for chosen in by_hand.solutions(situation, pairs):
        figures = by_hand.figures(situation, Objective.TOTAL, pairs, chosen)
        if chosen and figures[0] == others[0].mentees and 4 * len({*chosen} - known) >= len(chosen):
            ranked.append((tuple(-figure for figure in figures), by_hand.handles(situation, chosen)))
    if not ranked:
        return None
    negative, names = min(ranked)
    return tuple(-figure for figure in negative), names


def check_alternative(situation: Situation) -> None:
    """Compare the third proposal with every solution."""
    found = by_name(proposals(situation))
    others = tuple(completion for name, completion in found.items() if name is not ProposalName.ALTERNATIVE)
    expected = every_alternative(situation, others)
    assert (ProposalName.ALTERNATIVE in found) == (expected is not None)
    if expected is not None:
        completion = found[ProposalName.ALTERNATIVE]
        chosen = by_hand.pairs_of(completion)
        pairs = by_hand.possible(situation, situation.edition.minimum)
        assert by_hand.figures(situation, Objective.TOTAL, pairs, chosen) == pytest.approx(expected[0], abs=2e-6)
        assert by_hand.handles(situation, chosen) == expected[1]


@settings(max_examples=80)
@given(firms())
def test_the_alternative_is_the_one_that_looking_at_every_solution_finds(situation: Situation) -> None:
    check_alternative(situation)


@settings(max_examples=40)
@given(firms())
def test_the_first_two_are_the_completions_and_the_second_is_left_out_when_equal(situation: Situation) -> None:
    found = by_name(proposals(situation))
    total, fairest = complete(situation), complete(situation, Objective.FAIREST)
    assert found[ProposalName.TOTAL] == total
    assert found.get(ProposalName.FAIREST) == (None if couples_of(total) == couples_of(fairest) else fairest)


@settings(max_examples=40)
@given(firms(most=10))
def test_a_quarter_of_the_alternative_is_in_no_other_and_nobody_who_learns_is_lost(situation: Situation) -> None:
    found = proposals(situation)
    names = by_name(found)
    for one in found:
        theirs = [couples_of(other.completion) for other in found if other is not one]
        assert one.only == couples_of(one.completion).difference(*theirs)
        assert one.completion.mentees == names[ProposalName.TOTAL].mentees
        assert one.completion.total <= names[ProposalName.TOTAL].total + 1e-6
        if one.name is ProposalName.ALTERNATIVE:
            assert 4 * len(one.only) >= len(one.completion.new) > 0


@settings(max_examples=20)
@given(firms(most=9))
def test_the_order_of_the_data_changes_no_proposal(situation: Situation) -> None:
    people, enrolments = list(situation.people.items())[::-1], list(situation.enrolments.items())[::-1]
    turned = replace(situation, people=dict(people), enrolments=dict(enrolments), pairs=situation.pairs[::-1])
    one, other = proposals(situation), proposals(turned)
    assert [(found.name, found.completion.new, found.only) for found in one] == [
        (found.name, found.completion.new, found.only) for found in other
    ]


def test_the_example_has_a_total_that_is_fairest_too_and_an_alternative() -> None:
    found = by_name(proposals(example()))
    assert list(found) == [ProposalName.TOTAL, ProposalName.ALTERNATIVE]
    other = found[ProposalName.ALTERNATIVE]
    assert (other.mentees, round(other.total, 2), other.either, round(other.either_total, 2)) == (11, 700.94, 1, 50.0)


def test_with_nobody_to_pair_there_is_one_empty_proposal() -> None:
    found = proposals(replace(example(), enrolments={}))
    assert [(one.name, one.completion.new) for one in found] == [(ProposalName.TOTAL, ())]


def test_once_everything_is_taken_over_and_locked_nothing_else_is_proposed() -> None:
    done = with_pairs(example(), complete(example()))
    locked = replace(done, pairs=tuple(replace(pair, locked=True) for pair in done.pairs))
    assert [one.name for one in proposals(locked)] == [ProposalName.TOTAL]


def test_giving_up_raises_whatever_the_check_raises() -> None:
    def check() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        proposals(example(), check=check)
    with pytest.raises(InterruptedError):
        alternative(example(), (complete(example()),), check=check)
