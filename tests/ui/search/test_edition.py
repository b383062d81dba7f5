# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What of an edition can be found, and what never can."""

from dataclasses import replace
from datetime import datetime

import pytest

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import agreements, pairs, people, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.search.edition import edition_entries
from revmentor_desktop.ui.search.results import Entry, Group, Index
from tests import factory


@pytest.fixture
def couple(workspace: Workspace) -> PairId:
    """Lucía and Gonzalo, accepted, with sessions and an agreement."""
    pair_id = pairs.make_pair(workspace, *factory.two_people(workspace))
    factory.accept(workspace, [pair_id])
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    agreements.prepare_drafts(workspace, factory.TODAY)
    return pair_id


def entries(workspace: Workspace, group: Group) -> list[Entry]:
    return [entry for entry in edition_entries(workspace.snapshot()) if entry.group is group]


def texts(found: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.title, entry.detail) for entry in found]


def test_people_are_found_by_name_post_and_department(workspace: Workspace) -> None:
    lucia, _gonzalo = factory.two_people(workspace)
    found = [Index(edition_entries(workspace.snapshot())).find(query) for query in ("serrano", "tecnica marketing")]
    assert [[(e.title, e.detail, e.place, e.target) for e in each] for each in found] == [
        [("Lucía Serrano", "Técnica · Marketing", "people", ("person", lucia))]
    ] * 2


def test_a_pair_leads_to_the_board(workspace: Workspace, couple: PairId) -> None:
    (pair,) = entries(workspace, Group.PAIRS)
    assert (pair.title, pair.detail) == ("Lucía Serrano y Gonzalo Prieto", "Aceptada")
    assert (pair.place, pair.target) == ("pairs", ("pair", couple))


def test_a_session_says_its_number_its_names_and_its_day(workspace: Workspace, couple: PairId) -> None:
    fourth = workspace.snapshot().sessions_of(couple)[3]
    sessions.move_session(workspace, fourth.id, datetime(2027, 4, 21, 9), factory.TODAY)  # noqa: DTZ001 — wall time, as the program keeps it
    found = Index(edition_entries(workspace.snapshot())).find("sesion 4 gonzalo")[0]
    assert (found.title, found.detail) == ("Sesión 4 de Lucía y Gonzalo", "miércoles 21 de abril")
    assert (found.place, found.target) == ("calendar", ("session", fourth.id))


def test_an_agreement_leads_to_the_documents(workspace: Workspace, couple: PairId) -> None:
    (paper,) = Index(edition_entries(workspace.snapshot())).find("2027-P-01")
    assert (paper.title, paper.detail) == ("Acuerdo 2027-P-01", "Lucía Serrano y Gonzalo Prieto · Borrador")
    assert (paper.place, paper.target) == ("documents", ("pair", couple))


def test_pairs_with_the_same_first_names_are_told_apart(workspace: Workspace, couple: PairId) -> None:
    one = people.enrol(
        workspace,
        factory.person("Lucía", "Vega", "v@example.com", department="Compras"),
        factory.answers(workspace, Role.MENTOR, offers=["Negociación"]),
    )
    other = people.enrol(
        workspace, factory.person("Gonzalo", "Rey", "r@example.com"), factory.answers(workspace, Role.MENTEE, wants=["Negociación"])
    )
    factory.accept(workspace, [pairs.make_pair(workspace, one, other)])
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    names = {entry.title.partition(" de ")[2] for entry in entries(workspace, Group.SESSIONS)}
    assert names == {"Lucía Serrano y Gonzalo Prieto", "Lucía Vega y Gonzalo Rey"}


def test_a_pair_that_ended_is_no_longer_found(workspace: Workspace, couple: PairId) -> None:
    pairs.end_early(workspace, couple, factory.TODAY)
    assert [entry.group for entry in edition_entries(workspace.snapshot())] == [Group.PEOPLE, Group.PEOPLE]


def test_sessions_to_come_are_before_those_held(workspace: Workspace, couple: PairId) -> None:
    first = workspace.snapshot().sessions_of(couple)[0]
    assert first.start
    sessions.mark_missed(workspace, first.id, first.start.date())
    numbers = [entry.title for entry in entries(workspace, Group.SESSIONS)]
    assert numbers[0].startswith("Sesión 2 ")
    assert numbers[-1].startswith("Sesión 1 ")


def test_notes_exclusions_and_reasons_are_never_found(workspace: Workspace, couple: PairId) -> None:
    pair = workspace.snapshot().pair(couple)
    secret = "denuncia"
    enrolment = workspace.snapshot().enrolments[pair.mentor_id]
    people.save_enrolment(workspace, replace(enrolment, private_notes=secret, motivation=secret, expectation=secret))
    people.add_exclusion(workspace, pair.mentor_id, _third(workspace), secret)
    assert Index(edition_entries(workspace.snapshot())).find(secret) == ()
    assert all(secret not in repr(entry) for entry in edition_entries(workspace.snapshot()))


def _third(workspace: Workspace) -> PersonId:
    return people.enrol(workspace, factory.person(), factory.answers(workspace, Role.MENTEE, wants=["Negociación"]))
