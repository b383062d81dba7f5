# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Every action of a person can be taken back and done again, whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.domain.pairs import Answer
from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.exchange.starter import example_table
from revmentor_desktop.programme import agreements, editions, files, imports, pairs, people, sessions
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


def test_a_whole_programme_is_taken_back_step_by_step_and_done_again(workspace: Workspace) -> None:
    states = [workspace.snapshot()]

    def did(step: Callable[[], object]) -> None:
        step()
        states.append(workspace.snapshot())

    did(lambda: imports.apply(workspace, imports.prepare(workspace.snapshot(), example_table())))
    did(lambda: pairs.use_completion(workspace, pairs.complete(workspace.snapshot())))
    did(lambda: factory.accept(workspace, [pair.id for pair in workspace.snapshot().pairs]))
    did(lambda: sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY)))
    acta = SessionLog(date(2027, 1, 20), 60, rating=5)
    did(lambda: sessions.log_session(workspace, workspace.snapshot().sessions[0].id, acta, acta.day))
    did(lambda: editions.add_closure(workspace, date(2027, 3, 1), date(2027, 3, 5), "Inventario"))
    for expected in reversed(states[:-1]):
        assert workspace.undo() is not None
        assert workspace.snapshot() == expected
    assert workspace.undo() is None
    for expected in states[1:]:
        assert workspace.redo() is not None
        assert workspace.snapshot() == expected
    assert workspace.redo() is None


def test_undo_names_what_it_takes_back(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    undone = workspace.undo()
    assert undone is not None
    about = {"mentor": "Lucía Serrano", "mentee": "Gonzalo Prieto", "pair_id": pair_id, "mentor_id": mentor, "mentee_id": mentee}
    assert (undone.code, dict(undone.data)) == ("pair", about)
    assert workspace.next_redo == undone


def test_a_new_action_forgets_what_could_be_done_again(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pairs.make_pair(workspace, mentor, mentee)
    workspace.undo()
    people.withdraw(workspace, mentor, factory.TODAY)
    assert workspace.next_redo is None


def test_a_refused_action_leaves_nothing_to_undo(workspace: Workspace) -> None:
    before = workspace.next_undo
    with pytest.raises(ZeroDivisionError), workspace.action("broken") as cx:
        people.find_or_add_site(cx, "Jaca", "AR")
        _ = 1 / 0
    assert workspace.next_undo == before
    assert not workspace.snapshot().sites


def test_printing_is_a_barrier(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    for person_id in (mentor, mentee):
        pairs.answer(workspace, pair_id, person_id, Answer.YES, factory.TODAY)
    agreements.prepare_drafts(workspace, factory.TODAY)
    draft = agreements.current(workspace.snapshot())[0]
    agreements.mark_printed(workspace, {draft.id: b"%PDF-1.4"}, factory.TODAY)
    assert workspace.undo() is None


def test_a_number_that_was_taken_back_is_not_given_again(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    factory.accept(workspace, [pairs.make_pair(workspace, mentor, mentee)])
    agreements.prepare_drafts(workspace, factory.TODAY)
    workspace.undo()
    agreements.prepare_drafts(workspace, factory.TODAY)
    assert agreements.current(workspace.snapshot())[0].number == "2027-P-02"


def test_two_hundred_actions_can_be_taken_back_and_no_more(workspace: Workspace) -> None:
    person_id = people.enrol(workspace, factory.person())
    for number in range(205):
        people.save_person(workspace, replace(workspace.snapshot().people[person_id], position=f"Puesto {number}"))
    taken = 0
    while workspace.undo() is not None:
        taken += 1
    assert taken == 200
    assert workspace.snapshot().people[person_id].position == "Puesto 4"


def test_nothing_of_the_history_is_in_the_file(workspace: Workspace, tmp_path: Path) -> None:
    person_id = people.enrol(workspace, factory.person())
    people.save_person(workspace, replace(workspace.snapshot().people[person_id], position="Puesto secreto"))
    workspace.undo()
    path = workspace.path
    workspace.close()
    assert b"Puesto secreto" not in path.read_bytes()
    again = files.open_file(path)
    assert again.next_undo is None
    again.close()
