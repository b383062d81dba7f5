# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The paper of each pair: numbers, language, the moment it freezes, and its files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.domain.agreements import Agreement, AgreementState, DocumentLanguage
from revmentor_desktop.programme import agreements, pairs, people
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


@pytest.fixture
def accepted(workspace: Workspace) -> Workspace:
    """A programme with one accepted pair and its draft."""
    mentor, mentee = factory.two_people(workspace)
    pairs.make_pair(workspace, mentor, mentee)
    factory.accept(workspace, [pair.id for pair in workspace.snapshot().pairs])
    agreements.prepare_drafts(workspace, factory.TODAY)
    return workspace


def only(workspace: Workspace) -> Agreement:
    (agreement,) = agreements.current(workspace.snapshot())
    return agreement


def change_post(workspace: Workspace, post: str) -> None:
    person = next(person for person in workspace.snapshot().people.values() if person.first_name == "Lucía")
    people.save_person(workspace, replace(person, position=post))


def test_a_draft_follows_the_data_of_its_pair(accepted: Workspace) -> None:
    before = agreements.pdf_of(accepted.snapshot(), only(accepted))
    assert agreements.pdf_of(accepted.snapshot(), only(accepted)) == before
    change_post(accepted, "Directora")
    assert agreements.pdf_of(accepted.snapshot(), only(accepted)) != before


def test_a_printed_one_keeps_the_bytes_that_came_out(accepted: Workspace) -> None:
    agreement = only(accepted)
    pdf = agreements.pdf_of(accepted.snapshot(), agreement)
    agreements.mark_printed(accepted, {agreement.id: pdf}, date(2027, 2, 8))
    change_post(accepted, "Directora")
    printed = only(accepted)
    assert (printed.state, printed.printed_on) == (AgreementState.PRINTED, date(2027, 2, 8))
    assert agreements.pdf_of(accepted.snapshot(), printed) == pdf


def test_a_printed_one_keeps_its_language(accepted: Workspace) -> None:
    agreement = only(accepted)
    agreements.mark_printed(accepted, {agreement.id: b"%PDF-1.4"}, factory.TODAY)
    agreements.set_language(accepted, agreement.id, DocumentLanguage.ENGLISH)
    assert only(accepted).language is DocumentLanguage.SPANISH


def test_a_number_is_given_once_and_preparing_again_gives_none(accepted: Workspace) -> None:
    assert only(accepted).number == "2027-P-01"
    assert agreements.prepare_drafts(accepted, factory.TODAY) == 0


def test_the_calendar_of_a_pair_is_a_paper_of_its_own_in_the_language_of_the_agreement(accepted: Workspace) -> None:
    spanish = agreements.calendar_of(accepted.snapshot(), only(accepted))
    assert spanish.startswith(b"%PDF")
    assert spanish != agreements.pdf_of(accepted.snapshot(), only(accepted))
    assert agreements.calendar_of(accepted.snapshot(), only(accepted), DocumentLanguage.ENGLISH) != spanish


def test_files_are_named_by_number_and_calendars_lie_beside_agreements(accepted: Workspace, tmp_path: Path) -> None:
    snapshot, folder = accepted.snapshot(), tmp_path / "new" / "folder"
    (paper,) = agreements.write_all(snapshot, agreements.current(snapshot), folder)
    (calendar,) = agreements.write_calendars(snapshot, agreements.current(snapshot), folder)
    assert sorted(path.name for path in folder.iterdir()) == ["2027-P-01-cal.pdf", "2027-P-01.pdf"]
    assert (paper.pages, calendar.pages) == (2, 1)


def test_what_lacks_is_named_in_codes(accepted: Workspace) -> None:
    assert agreements.lacks(accepted.snapshot(), only(accepted)) == ("goal", "sessions")
    pair = accepted.snapshot().pairs[0]
    pairs.set_goals(accepted, pair.id, "", "Hablar en público")
    assert agreements.lacks(accepted.snapshot(), only(accepted)) == ("sessions",)
