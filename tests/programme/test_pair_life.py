# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What becomes of an accepted pair, without blame, and what is left of the plan for who is paired anew."""

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionLog, SessionState
from revmentor_desktop.programme import agreements, pairs, people, sessions
from revmentor_desktop.programme.workspace import Workspace
from tests import factory

DAY = date(2027, 3, 1)


def running(workspace: Workspace, held: int = 0) -> Pair:
    """An accepted pair with its plan, the first sessions held."""
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    factory.accept(workspace, [pair_id])
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    hold(workspace, pair_id, held)
    return workspace.snapshot().pair(pair_id)


def hold(workspace: Workspace, pair_id: PairId, count: int) -> None:
    for session in workspace.snapshot().sessions_of(pair_id)[:count]:
        sessions.log_session(workspace, session.id, SessionLog(DAY, 60), DAY)


def states(workspace: Workspace, pair_id: PairId) -> list[SessionState]:
    return [session.state for session in workspace.snapshot().sessions_of(pair_id)]


def another_mentor(workspace: Workspace) -> PersonId:
    answers = factory.answers(workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"])
    return people.enrol(workspace, factory.person("Hugo", "Barrios", "hugo@example.com", department="Taller"), answers)


def test_a_paused_pair_goes_on_where_it_was(workspace: Workspace) -> None:
    pair = running(workspace)
    for held, state in ((0, PairState.ACCEPTED), (1, PairState.ACTIVE)):
        hold(workspace, pair.id, held)
        pairs.pause(workspace, pair.id, DAY)
        paused = workspace.snapshot().pair(pair.id)
        assert (paused.state, paused.paused_on, paused.over_on) == (PairState.PAUSED, DAY, None)
        with pytest.raises(DomainError, match="not_running"):
            pairs.pause(workspace, pair.id, DAY)
        pairs.resume(workspace, pair.id)
        going = workspace.snapshot().pair(pair.id)
        assert (going.state, going.paused_on) == (state, None)
    with pytest.raises(DomainError, match="not_paused"):
        pairs.resume(workspace, pair.id)


@pytest.mark.parametrize(("end", "state"), [(pairs.end_early, PairState.ENDED_EARLY), (pairs.complete_pair, PairState.COMPLETED)])
def test_an_end_cancels_what_is_open_and_keeps_what_was_held(workspace: Workspace, end, state: PairState) -> None:
    pair = running(workspace, held=2)
    pairs.pause(workspace, pair.id, DAY)
    agreements.prepare_drafts(workspace, DAY)
    before = workspace.snapshot()
    end(workspace, pair.id, DAY)
    over = workspace.snapshot().pair(pair.id)
    assert (over.state, over.over_on, over.paused_on) == (state, DAY, None)
    assert states(workspace, pair.id) == [SessionState.HELD] * 2 + [SessionState.CANCELLED] * 8
    assert workspace.snapshot().agreements == before.agreements
    for step in (end, pairs.pause, pairs.complete_pair):
        with pytest.raises(DomainError, match="not_running"):
            step(workspace, pair.id, DAY)
    workspace.undo()
    assert workspace.snapshot() == before


def test_nothing_of_a_pair_that_was_not_accepted_is_paused_or_ended(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    for step in (pairs.end_early, pairs.pause, pairs.complete_pair):
        with pytest.raises(DomainError, match="not_running"):
            step(workspace, pair_id, DAY)


def test_the_last_session_completes_a_pair_on_its_day_and_taking_it_back_does_not(workspace: Workspace) -> None:
    pair = running(workspace, held=10)
    done = workspace.snapshot().pair(pair.id)
    assert (done.state, done.over_on) == (PairState.COMPLETED, DAY)
    last = workspace.snapshot().sessions_of(pair.id)[-1]
    sessions.reopen(workspace, last.id)
    again = workspace.snapshot().pair(pair.id)
    assert (again.state, again.over_on) == (PairState.ACTIVE, None)


def test_who_is_paired_anew_gets_what_is_left_of_the_plan(workspace: Workspace) -> None:
    first = running(workspace, held=4)
    pairs.end_early(workspace, first.id, DAY)
    assert pairs.sessions_left(workspace.snapshot(), workspace.snapshot().pair(first.id)) == 6
    new = pairs.make_pair(workspace, another_mentor(workspace), first.mentee_id)
    assert pairs.sessions_left(workspace.snapshot(), workspace.snapshot().pair(new)) == 6
    factory.accept(workspace, [new], DAY)
    plan = sessions.propose_plan(workspace.snapshot(), DAY)
    assert [each.number for each in plan.placed] == [1, 2, 3, 4, 5, 6]
    sessions.use_plan(workspace, plan)
    hold(workspace, new, 2)
    assert pairs.sessions_left(workspace.snapshot(), workspace.snapshot().pair(new)) == 4


def test_a_pair_that_is_over_before_any_session_leaves_the_whole_plan(workspace: Workspace) -> None:
    first = running(workspace)
    pairs.end_early(workspace, first.id, DAY)
    new = pairs.make_pair(workspace, another_mentor(workspace), first.mentee_id)
    assert pairs.sessions_left(workspace.snapshot(), workspace.snapshot().pair(new)) == 10


def test_the_same_two_again_are_a_warning_and_no_block(workspace: Workspace) -> None:
    first = running(workspace, held=1)
    pairs.end_early(workspace, first.id, DAY)
    assert first.mentee_id in pairs.complete(workspace.snapshot()).unpaired
    again = pairs.make_pair(workspace, first.mentor_id, first.mentee_id)
    assert pairs.warnings_of(workspace.snapshot(), workspace.snapshot().pair(again)) == ("tried_before",)


def test_two_people_are_one_pair_at_a_time_and_no_reason_changes_that(workspace: Workspace) -> None:
    pair = running(workspace)
    people.save_enrolment(workspace, replace(workspace.snapshot().enrolments[pair.mentor_id], capacity=3, role=Role.EITHER))
    with pytest.raises(DomainError, match="paired_already"):
        pairs.make_pair(workspace, pair.mentor_id, pair.mentee_id)


def test_what_is_gone_is_said(workspace: Workspace) -> None:
    factory.two_people(workspace)
    nobody = PairId(99)
    steps = (
        lambda: pairs.unpair(workspace, nobody),
        lambda: pairs.set_locked(workspace, nobody, locked=True),
        lambda: pairs.end_early(workspace, nobody, DAY),
        lambda: pairs.resume(workspace, nobody),
        lambda: pairs.set_goals(workspace, nobody, "", ""),
        lambda: pairs.stop_consulting(workspace, nobody),
        lambda: pairs.consult(workspace, [nobody], DAY),
        lambda: pairs.make_pair(workspace, PersonId(98), PersonId(99)),
    )
    for step in steps:
        with pytest.raises(DomainError, match="gone"):
            step()
