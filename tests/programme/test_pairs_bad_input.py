# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Odd editions and changed minds: every way with pairs ends in a result or in a refusal of the rules."""

from dataclasses import replace

import pytest

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, PairState
from revmentor_desktop.domain.people import Level, PersonId
from revmentor_desktop.programme import editions, pairs, people, scenarios, swapping
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


def with_two_pairs(workspace: Workspace) -> PersonId:
    """A mentor with two places and two pairs."""
    mentor, mentee = factory.two_people(workspace)
    people.save_enrolment(workspace, replace(workspace.snapshot().enrolments[mentor], capacity=2))
    answers = factory.answers(workspace, Role.MENTEE, ["Marketing digital"], ["Negociación"])
    other = people.enrol(workspace, factory.person("Eva", "Ros", "eva@example.com", level=Level.MANAGER), answers)
    for each in (mentee, other):
        pairs.make_pair(workspace, mentor, each)
    return mentor


def test_fewer_places_than_pairs_only_warn_the_pairs_that_are_there(workspace: Workspace) -> None:
    mentor = with_two_pairs(workspace)
    people.save_enrolment(workspace, replace(workspace.snapshot().enrolments[mentor], capacity=1))
    snapshot = workspace.snapshot()
    assert [pairs.block_of(snapshot, pair) for pair in snapshot.pairs] == [Block.CAPACITY, Block.CAPACITY]
    factory.accept(workspace, [pair.id for pair in snapshot.pairs])
    assert {pair.state for pair in workspace.snapshot().pairs} == {PairState.ACCEPTED}
    assert pairs.complete(workspace.snapshot()).new == ()


def test_weights_that_are_all_zero_are_refused_and_one_alone_works(example: Workspace) -> None:
    with pytest.raises(DomainError, match="all_zero"):
        Weights(0, 0, 0, 0, 0, 0)
    only = replace(example.snapshot().edition, weights=Weights(0, 0, 0, 0, 0, 1e-9), minimum=0)
    editions.save_edition(example, only)
    completion = pairs.complete(example.snapshot())
    pairs.use_completion(example, completion)
    scenarios.save(example, "Solo facilidad", completion, factory.TODAY)
    assert all(0 <= score <= 100 for score in pairs.scores(example.snapshot()).values())


@pytest.mark.parametrize("minimum", [0.0, 100.0])
def test_the_least_and_the_greatest_minimum_work(example: Workspace, minimum: float) -> None:
    editions.save_edition(example, replace(example.snapshot().edition, minimum=minimum))
    completion = pairs.complete(example.snapshot())
    pairs.use_completion(example, completion)
    assert all(each.score >= minimum - 1e-9 for each in completion.new)


def test_an_empty_edition_has_nothing_to_do(workspace: Workspace) -> None:
    completion = pairs.complete(workspace.snapshot())
    before = workspace.snapshot()
    pairs.use_completion(workspace, completion)
    pairs.consult(workspace, [], factory.TODAY)
    pairs.accept_both(workspace, [], factory.TODAY)
    assert pairs.note_answers(workspace, [], factory.TODAY) == {}
    assert (workspace.snapshot(), workspace.next_undo) == (before, None)


def test_two_hundred_and_fifty_mentors_and_one_mentee(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    for number in range(249):
        answers = factory.answers(workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"])
        people.enrol(workspace, factory.person(f"M{number}", "Gil", f"m{number}@example.com", level=Level.JUNIOR), answers)
    completion = pairs.complete(workspace.snapshot())
    assert len(completion.new) == 1
    pairs.use_completion(workspace, completion)
    scenarios.save(workspace, "Una sola", completion, factory.TODAY)
    formed = workspace.snapshot().pairs[0]
    if formed.mentor_id != mentor:
        swapping.swap(workspace, mentor, formed.id)
    assert workspace.snapshot().pairs[0].mentor_id == mentor
    pairs.unpair(workspace, formed.id)
    scenarios.use(workspace, workspace.snapshot().scenarios[0])
    assert workspace.snapshot().pairs[0].mentee_id == mentee


def test_somebody_who_withdraws_is_led_on_by_nothing(workspace: Workspace) -> None:
    mentor = with_two_pairs(workspace)
    ids = [pair.id for pair in workspace.snapshot().pairs]
    people.withdraw(workspace, mentor, factory.TODAY)
    for deed in (lambda: pairs.consult(workspace, ids, factory.TODAY), lambda: factory.accept(workspace, ids)):
        with pytest.raises(DomainError, match="blocked") as refused:
            deed()
        assert refused.value.data["block"] is Block.WITHDRAWN
