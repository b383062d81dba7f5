# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Asking both people of a pair, what they say, and the warnings that are read before both accept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.programme import pairs, people
from revmentor_desktop.programme.pairs import Said
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.words import errors
from tests import factory

LATER = factory.TODAY + timedelta(days=3)


def of_one_department(workspace: Workspace) -> Pair:
    """A pair with a warning: both are of Ventas."""
    mentor, mentee = factory.two_people(workspace)
    people.save_person(workspace, replace(workspace.snapshot().people[mentor], department="ventas"))
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    return workspace.snapshot().pair(pair_id)


def formed(example: Workspace) -> tuple[Pair, ...]:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    return example.snapshot().pairs


def test_both_accept_only_when_the_warnings_were_read(workspace: Workspace) -> None:
    pair = of_one_department(workspace)
    assert pairs.unread(workspace.snapshot(), pair) == pairs.warnings_of(workspace.snapshot(), pair) == ("same_department",)
    before = workspace.snapshot()
    with pytest.raises(DomainError, match="unread_warnings") as refused:
        pairs.accept_both(workspace, [pair.id], factory.TODAY)
    assert workspace.snapshot() == before
    known = {"pair_id": pair.id, "warnings": ("same_department",), "mentor": "Lucía Serrano", "mentee": "Gonzalo Prieto"}
    assert dict(refused.value.data) == known
    pairs.accept_both(workspace, [pair.id], factory.TODAY, {pair.id: ("same_department", "low_score")})
    accepted = workspace.snapshot().pair(pair.id)
    assert (accepted.state, accepted.warnings_read) == (PairState.ACCEPTED, ("same_department",))


def test_the_second_yes_asks_for_the_warnings_and_the_first_does_not(workspace: Workspace) -> None:
    pair = of_one_department(workspace)
    assert pairs.answer(workspace, pair.id, pair.mentor_id, Answer.YES, factory.TODAY) is PairState.CONSULTING
    with pytest.raises(DomainError, match="unread_warnings"):
        pairs.answer(workspace, pair.id, pair.mentee_id, Answer.YES, factory.TODAY)
    pairs.read_warnings(workspace, pair.id, {"same_department", "second_pair"})
    assert workspace.snapshot().pair(pair.id).warnings_read == ("same_department",)
    assert pairs.answer(workspace, pair.id, pair.mentee_id, Answer.YES, factory.TODAY) is PairState.ACCEPTED


def test_what_was_read_already_is_no_step(workspace: Workspace) -> None:
    pair = of_one_department(workspace)
    pairs.read_warnings(workspace, pair.id, ["same_department"])
    before = workspace.next_undo
    pairs.read_warnings(workspace, pair.id, ["same_department", "no such warning"])
    assert workspace.next_undo == before


def test_taking_a_proposal_over_as_accepted_leaves_the_warnings_unread(example: Workspace) -> None:
    pairs.use_completion(example, pairs.complete(example.snapshot()), factory.TODAY)
    snapshot = example.snapshot()
    unread = pairs.unread_in(snapshot, [pair.id for pair in snapshot.pairs])
    assert unread
    assert all(snapshot.pair(pair_id).state is PairState.ACCEPTED for pair_id in unread)
    assert unread == {pair.id: found for pair in snapshot.pairs if (found := pairs.warnings_of(snapshot, pair))}


def test_many_answers_are_one_step_and_all_or_none(example: Workspace) -> None:
    first, second, third, *_rest = formed(example)
    read = pairs.unread_in(example.snapshot(), [first.id, second.id, third.id])
    said = [
        Said(first.id, first.mentor_id, Answer.YES),
        Said(second.id, second.mentee_id, Answer.YES),
        Said(third.id, third.mentor_id, Answer.OTHER),
        Said(third.id, third.mentee_id, Answer.YES),
        Said(first.id, first.mentee_id, Answer.YES),
    ]
    before = example.snapshot()
    with pytest.raises(DomainError, match="gone"):
        pairs.note_answers(example, [*said, Said(PairId(999), first.mentor_id, Answer.YES)], factory.TODAY, read)
    assert example.snapshot() == before
    states = pairs.note_answers(example, said, factory.TODAY, read)
    assert states == {first.id: PairState.ACCEPTED, second.id: PairState.CONSULTING, third.id: PairState.DECLINED}
    declined = example.snapshot().pair(third.id)
    assert (declined.mentor_answer, declined.mentee_answer, declined.over_on) == (Answer.NOT_YET, Answer.NOT_YET, factory.TODAY)
    step = example.undo()
    assert step is not None
    assert (step.code, step.data["answers"]) == ("note_answers", 5)
    assert example.snapshot() == before


def test_every_day_of_a_pair_is_kept(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    pairs.consult(workspace, [pair_id], factory.TODAY)
    pairs.answer(workspace, pair_id, mentor, Answer.YES, LATER)
    pairs.answer(workspace, pair_id, mentor, Answer.YES, LATER + timedelta(days=1))
    pair = workspace.snapshot().pair(pair_id)
    assert (pair.consulted_on, pair.mentor_answer_on, pair.mentee_answer_on) == (factory.TODAY, LATER, None)
    pairs.answer(workspace, pair_id, mentor, Answer.NOT_YET, LATER)
    assert workspace.snapshot().pair(pair_id).mentor_answer_on is None
    pairs.stop_consulting(workspace, pair_id)
    assert workspace.snapshot().pair(pair_id).consulted_on is None


def test_only_proposals_are_consulted_and_all_or_none(example: Workspace) -> None:
    first, second, *_rest = formed(example)
    pairs.consult(example, [first.id], factory.TODAY)
    for again in ([first.id, second.id], [second.id, first.id]):
        with pytest.raises(DomainError, match="not_proposed"):
            pairs.consult(example, again, factory.TODAY)
    assert example.snapshot().pair(second.id).state is PairState.PROPOSED
    pairs.consult(example, [second.id, second.id], factory.TODAY)
    assert example.snapshot().pair(second.id).consulted_on == factory.TODAY


def test_somebody_else_can_not_answer_for_a_pair(workspace: Workspace) -> None:
    pair = of_one_department(workspace)
    stranger = people.enrol(workspace, factory.person())
    with pytest.raises(DomainError, match="not_in_pair"):
        pairs.answer(workspace, pair.id, stranger, Answer.YES, factory.TODAY)


def test_the_refusal_names_the_pair_whose_warnings_are_to_be_read(workspace: Workspace) -> None:
    pair = of_one_department(workspace)
    with pytest.raises(DomainError) as refused:
        pairs.accept_both(workspace, [pair.id], factory.TODAY)
    assert errors.sentence(refused.value)[0] == "Antes de aceptar, lee los avisos de Lucía Serrano y Gonzalo Prieto."
