# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Forming pairs: what the person does, and what the rules refuse."""

from dataclasses import replace

import pytest

from revmentor_desktop.domain.enrolments import Modality, Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Block, Forced, PairState
from revmentor_desktop.programme import home, pairs, people
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


def test_a_pair_made_by_hand_is_a_locked_proposal(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    pair = workspace.snapshot().pair(pair_id)
    assert (pair.state, pair.locked) == (PairState.PROPOSED, True)


def test_two_yes_make_a_pair_accepted_and_keep_its_score_of_that_day(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    assert pairs.answer(workspace, pair_id, mentor, Answer.YES, factory.TODAY) is PairState.CONSULTING
    assert pairs.answer(workspace, pair_id, mentee, Answer.YES, factory.TODAY) is PairState.ACCEPTED
    pair = workspace.snapshot().pair(pair_id)
    assert pair.accepted_on == factory.TODAY
    assert pair.accepted_score == pairs.scores(workspace.snapshot())[pair_id]


def test_who_preferred_another_option_is_kept_nowhere(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    pairs.answer(workspace, pair_id, mentor, Answer.YES, factory.TODAY)
    assert pairs.answer(workspace, pair_id, mentee, Answer.OTHER, factory.TODAY) is PairState.DECLINED
    pair = workspace.snapshot().pair(pair_id)
    assert (pair.mentor_answer, pair.mentee_answer) == (Answer.NOT_YET, Answer.NOT_YET)


def test_an_exclusion_blocks_a_pair_and_cannot_be_forced(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    people.add_exclusion(workspace, mentee, mentor)
    with pytest.raises(DomainError) as refused:
        pairs.make_pair(workspace, mentor, mentee, Forced((Block.HOURS,), "porque lo pide dirección"))
    assert refused.value.data["block"] is Block.EXCLUSION


def test_a_pair_without_shared_mode_needs_a_reason_that_stays(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    snapshot = workspace.snapshot()
    people.save_person(workspace, replace(snapshot.people[mentor], site_id=people.site_named(workspace, "Huesca")))
    people.save_enrolment(workspace, replace(snapshot.enrolments[mentor], modality=Modality.IN_PERSON))
    people.save_enrolment(workspace, replace(snapshot.enrolments[mentee], modality=Modality.VIRTUAL))
    with pytest.raises(DomainError) as refused:
        pairs.make_pair(workspace, mentor, mentee)
    assert refused.value.reason == "needs_force"
    assert refused.value.data["blocks"] == (Block.MODALITY,)
    pair_id = pairs.make_pair(workspace, mentor, mentee, Forced((Block.MODALITY,), "viajan cada semana"))
    forced = workspace.snapshot().pair(pair_id).forced
    assert forced is not None
    assert forced.reason == "viajan cada semana"


def test_a_block_that_appears_later_stops_the_consultation(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    people.add_exclusion(workspace, mentor, mentee)
    with pytest.raises(DomainError, match="blocked"):
        pairs.answer(workspace, pair_id, mentor, Answer.YES, factory.TODAY)
    assert [(a.code, a.red) for a in home.alerts(workspace.snapshot(), factory.TODAY)] == [("pair_blocked", True)]


def test_a_proposal_can_be_undone_but_an_accepted_pair_cannot(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pairs.unpair(workspace, pairs.make_pair(workspace, mentor, mentee))
    assert workspace.snapshot().pairs == ()
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    for person_id in (mentor, mentee):
        pairs.answer(workspace, pair_id, person_id, Answer.YES, factory.TODAY)
    with pytest.raises(DomainError, match="too_late"):
        pairs.unpair(workspace, pair_id)


def test_somebody_who_only_learns_is_not_offered_as_mentor(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    with pytest.raises(DomainError, match="not_offered"):
        pairs.make_pair(workspace, mentee, mentor)


def test_the_completion_of_the_example_has_the_known_figures(example: Workspace) -> None:
    completion = pairs.complete(example.snapshot())
    assert completion.mentees == 11
    assert round(completion.total, 2) == 702.65
    assert completion.worst == pytest.approx(45.0)
    assert (completion.either, round(completion.either_total, 2)) == (2, 106.67)


def test_taking_a_completion_over_is_one_action_and_gives_unlocked_proposals(example: Workspace) -> None:
    heard: list[frozenset[str]] = []
    example.add_listener(heard.append)
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    assert len(heard) == 1
    assert len(example.snapshot().living_pairs) == 13
    assert not any(pair.locked for pair in example.snapshot().pairs)


def test_completing_again_changes_nothing(example: Workspace) -> None:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    before = example.snapshot().pairs
    again = pairs.complete(example.snapshot())
    assert again.replaced == ()
    assert {p.kept for p in again.new} == {pair.id for pair in before}


def test_everybody_without_a_pair_has_a_reason(example: Workspace) -> None:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    snapshot = example.snapshot()
    alone = {p.id for p in snapshot.enrolled if not snapshot.pairs_of(p.id)}
    assert {reason.person_id for reason in pairs.lonely(snapshot)} == alone


def test_a_role_is_needed_before_anybody_can_be_paired(workspace: Workspace) -> None:
    lonely_id = people.enrol(workspace, factory.person())
    assert workspace.snapshot().missing(lonely_id) == ("role", "windows", "notice")
    assert [reason.code for reason in pairs.lonely(workspace.snapshot())] == ["draft"]


def test_a_mentor_with_two_places_may_have_two_pairs(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    other = people.enrol(
        workspace,
        factory.person("Eva", "Ros", "eva@example.com"),
        factory.answers(workspace, Role.MENTEE, ["Marketing digital"], ["Negociación"]),
    )
    people.save_enrolment(workspace, replace(workspace.snapshot().enrolments[mentor], capacity=2))
    pairs.make_pair(workspace, mentor, mentee)
    pairs.make_pair(workspace, mentor, other)
    assert len(workspace.snapshot().pairs_of(mentor)) == 2
