# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What both people of a pair are told, and what never."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from revmentor_desktop.domain.pairs import Answer, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import letters, pairs, people
from revmentor_desktop.programme.letters import Letter
from revmentor_desktop.programme.workspace import Workspace
from tests import factory

UNTIL = date(2027, 1, 19)


@pytest.fixture
def asked(workspace: Workspace) -> tuple[Workspace, PairId]:
    """A pair in consultation."""
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    pairs.consult(workspace, [pair_id], factory.TODAY)
    return workspace, pair_id


def written(workspace: Workspace, pair_id: PairId) -> tuple[Letter, ...]:
    return letters.letters(workspace.snapshot(), [pair_id], UNTIL)


def rename(workspace: Workspace, person_id: PersonId, **changes: object) -> None:
    people.save_person(workspace, replace(workspace.snapshot().people[person_id], **changes))  # type: ignore[arg-type]


def test_who_learns_is_told_first_and_each_reads_of_the_other(asked: tuple[Workspace, PairId]) -> None:
    workspace, pair_id = asked
    pair = workspace.snapshot().pair(pair_id)
    first, second = written(workspace, pair_id)
    assert (first.person_id, second.person_id) == (pair.mentee_id, pair.mentor_id)
    mentor, mentee = (workspace.snapshot().people[person_id] for person_id in (pair.mentor_id, pair.mentee_id))
    assert f"Hola, {mentee.first_name}:" in first.text
    assert mentor.full_name in first.text
    assert mentee.full_name in second.text


def test_a_letter_says_why_when_and_how_to_say_no(asked: tuple[Workspace, PairId]) -> None:
    first, second = written(*asked)
    for letter in (first, second):
        assert "arketing digital" in letter.text
        assert "de 09:00 a 11:00" in letter.text
        assert "martes 19\u00a0de enero" in letter.text
        assert "no hace falta que expliques nada" in letter.text
        assert letter.text.endswith("Ana Gil\n")


def test_a_letter_holds_no_figure_of_how_well_they_fit_and_no_secret(asked: tuple[Workspace, PairId]) -> None:
    workspace, pair_id = asked
    pair = workspace.snapshot().pair(pair_id)
    pairs.answer(workspace, pair_id, pair.mentor_id, Answer.YES, factory.TODAY)
    people.add_exclusion(workspace, pair.mentor_id, pair.mentee_id, "se llevan mal")
    (letter,) = written(workspace, pair_id)
    score = pairs.scores(workspace.snapshot())[pair_id]
    for never in (f"{score:.0f}", "ompatib", "se llevan mal", "acepta", "puntos", "100"):
        assert never not in letter.text


def test_who_has_answered_is_not_asked_again(asked: tuple[Workspace, PairId]) -> None:
    workspace, pair_id = asked
    pair = workspace.snapshot().pair(pair_id)
    pairs.answer(workspace, pair_id, pair.mentee_id, Answer.YES, factory.TODAY)
    assert [letter.person_id for letter in written(workspace, pair_id)] == [pair.mentor_id]
    assert letters.to_ask(workspace.snapshot()) == (pair_id,)


def test_who_speaks_english_and_no_spanish_is_written_to_in_english(asked: tuple[Workspace, PairId]) -> None:
    workspace, pair_id = asked
    rename(workspace, workspace.snapshot().pair(pair_id).mentee_id, languages=("en", "zh"))
    first, second = written(workspace, pair_id)
    assert first.text.startswith("Hello, ")
    assert "Digital marketing" in first.text or "digital marketing" in first.text
    assert second.text.startswith("Hola, ")


def test_drafts_are_named_by_numbers_whatever_the_names_hold(asked: tuple[Workspace, PairId], tmp_path: Path) -> None:
    workspace, pair_id = asked
    mentee = workspace.snapshot().pair(pair_id).mentee_id
    rename(workspace, mentee, first_name="../../x\u202e", last_name='"; Bcc: y@z.zz')
    files = letters.write_drafts(written(workspace, pair_id), tmp_path / "cartas")
    assert sorted(path.name for path in (tmp_path / "cartas").iterdir()) == [path.name for path in files]
    assert all(path.stem.replace("-", "").isdigit() for path in files)
    message = message_from_bytes(files[0].read_bytes(), policy=default)
    assert [one.addr_spec for one in message["To"].addresses] == [workspace.snapshot().people[mentee].email]


def test_without_an_address_there_is_text_and_no_draft(asked: tuple[Workspace, PairId], tmp_path: Path) -> None:
    workspace, pair_id = asked
    rename(workspace, workspace.snapshot().pair(pair_id).mentee_id, email=None, uses_email=False)
    chosen = written(workspace, pair_id)
    assert chosen[0].address is None
    assert len(letters.write_drafts(chosen, tmp_path)) == 1


@pytest.mark.parametrize(
    ("today", "until"),
    [(date(2027, 1, 12), date(2027, 1, 19)), (date(2027, 1, 16), date(2027, 1, 25)), (date(2027, 1, 17), date(2027, 1, 25))],
)
def test_people_have_a_week_to_answer_that_ends_on_a_working_day(today: date, until: date) -> None:
    assert letters.reply_by(today) == until
