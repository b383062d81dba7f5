# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Putting somebody in the place of another in a proposal: both pairs change in one step, or nothing does."""

from dataclasses import replace

import pytest

from revmentor_desktop.domain.enrolments import Modality, Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import pairs, people, swapping
from revmentor_desktop.programme.swapping import SwapSide
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.words import action_names, errors
from tests import factory


def enrolled(workspace: Workspace, name: str, role: Role, **answers: object) -> PersonId:
    topics = ["Negociación"], ["Marketing digital"]
    wants, offers = topics if role.teaches else topics[::-1]
    person = factory.person(name, "Ros", f"{name.lower()}@example.com", department=f"Taller de {name}")
    return people.enrol(workspace, person, factory.answers(workspace, role, wants, offers, **answers))


@pytest.fixture
def two(workspace: Workspace) -> tuple[Pair, Pair]:
    """Two proposals: Lucía with Gonzalo, Hugo with Eva."""
    mentor, mentee = factory.two_people(workspace)
    first = pairs.make_pair(workspace, mentor, mentee)
    second = pairs.make_pair(workspace, enrolled(workspace, "Hugo", Role.MENTOR), enrolled(workspace, "Eva", Role.MENTEE))
    return workspace.snapshot().pair(first), workspace.snapshot().pair(second)


def couples(workspace: Workspace) -> dict[PairId, tuple[PersonId, PersonId]]:
    return {pair.id: (pair.mentor_id, pair.mentee_id) for pair in workspace.snapshot().living_pairs}


def test_two_mentors_change_places_in_one_step(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    pairs.read_warnings(workspace, first.id, pairs.warnings_of(workspace.snapshot(), first))
    before = workspace.snapshot()
    preview = swapping.swap_preview(before, second.mentor_id, first.id)
    assert (preview.side, preview.outgoing, preview.block, preview.becomes_free) == (SwapSide.MENTOR, first.mentor_id, None, False)
    assert swapping.swap(workspace, second.mentor_id, first.id) == preview
    assert couples(workspace) == {
        first.id: (second.mentor_id, first.mentee_id),
        second.id: (first.mentor_id, second.mentee_id),
    }
    assert all(pair.locked and not pair.warnings_read for pair in workspace.snapshot().living_pairs)
    assert {changed.pair_id: changed.score for changed in preview.pairs} == pairs.scores(workspace.snapshot())
    step = workspace.undo()
    assert step is not None
    assert action_names.sentence(step) == "cambiar de pareja a Hugo Ros (en el lugar de Lucía Serrano)"
    assert workspace.snapshot() == before


def test_two_mentees_change_places(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    swapping.swap(workspace, first.mentee_id, second.id)
    assert couples(workspace) == {
        first.id: (first.mentor_id, second.mentee_id),
        second.id: (second.mentor_id, first.mentee_id),
    }


def test_a_free_person_takes_the_place_and_frees_the_other(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    ines = enrolled(workspace, "Inés", Role.MENTEE)
    assert swapping.swap(workspace, ines, first.id).becomes_free
    assert couples(workspace) == {first.id: (first.mentor_id, ines), second.id: (second.mentor_id, second.mentee_id)}
    assert workspace.snapshot().pairs_of(first.mentee_id) == ()


def test_a_mentor_with_a_place_left_keeps_their_own_pair_unless_dragged_out_of_it(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    people.save_enrolment(workspace, replace(workspace.snapshot().enrolments[first.mentor_id], capacity=2))
    kept = swapping.swap_preview(workspace.snapshot(), first.mentor_id, second.id)
    assert [(each.pair_id, each.mentor_id) for each in kept.pairs] == [(second.id, first.mentor_id)]
    out = swapping.swap_preview(workspace.snapshot(), first.mentor_id, second.id, leaving=first.id)
    assert {each.pair_id for each in out.pairs} == {first.id, second.id}


def test_somebody_of_either_side_goes_where_nothing_stands_against_it(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, _second = two
    omar = enrolled(workspace, "Omar", Role.EITHER)
    people.add_exclusion(workspace, omar, first.mentee_id)
    assert swapping.swap_preview(workspace.snapshot(), omar, first.id).side is SwapSide.MENTEE
    assert swapping.swap_preview(workspace.snapshot(), omar, first.id, side=SwapSide.MENTOR).block is Block.EXCLUSION
    people.add_exclusion(workspace, omar, first.mentor_id)
    assert swapping.swap_preview(workspace.snapshot(), omar, first.id).block is Block.EXCLUSION


def test_what_cannot_be_forced_refuses_the_whole_swap_and_names_the_couple(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    people.add_exclusion(workspace, second.mentee_id, first.mentor_id, "secreto")
    before = workspace.snapshot()
    assert swapping.swap_preview(before, second.mentor_id, first.id).block is Block.EXCLUSION
    with pytest.raises(DomainError, match="blocked") as refused:
        swapping.swap(workspace, second.mentor_id, first.id)
    assert workspace.snapshot() == before
    assert errors.sentence(refused.value)[0] == "Lucía Serrano y Eva Ros no pueden formar pareja: Incompatibilidad anotada."


def test_a_swap_never_forces_and_no_mark_goes_along(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    ines = enrolled(workspace, "Inés", Role.MENTEE, modality=Modality.VIRTUAL)
    snapshot = workspace.snapshot()
    people.save_person(workspace, replace(snapshot.people[first.mentor_id], site_id=people.site_named(workspace, "Huesca")))
    people.save_enrolment(workspace, replace(snapshot.enrolments[first.mentor_id], modality=Modality.IN_PERSON))
    with pytest.raises(DomainError, match="needs_force") as refused:
        swapping.swap(workspace, ines, first.id)
    assert refused.value.data["blocks"] == (Block.MODALITY,)
    pairs.unpair(workspace, first.id)
    forced = pairs.make_pair(workspace, first.mentor_id, ines, Forced((Block.MODALITY,), "viajan cada semana"))
    swapping.swap(workspace, second.mentor_id, forced)
    assert all(pair.forced is None for pair in workspace.snapshot().living_pairs)


def test_only_proposals_are_swapped(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    pairs.answer(workspace, second.id, second.mentee_id, Answer.YES, factory.TODAY)
    for person, pair in ((first.mentor_id, second), (second.mentor_id, first)):
        with pytest.raises(DomainError, match="too_late") as refused:
            swapping.swap(workspace, person, pair.id)
        assert refused.value.data["state"] is PairState.CONSULTING
    with pytest.raises(DomainError, match="too_late"):
        swapping.swap(workspace, second.mentee_id, first.id)


def test_what_makes_no_sense_is_refused(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, second = two
    snapshot = workspace.snapshot()
    cases = (
        ("in_it_already", first.mentor_id, first.id, None),
        ("gone", first.mentor_id, PairId(99), None),
        ("gone", PersonId(99), first.id, None),
        ("gone", second.mentor_id, first.id, PairId(99)),
        ("gone", second.mentor_id, first.id, first.id),
    )
    for reason, person, pair, leaving in cases:
        with pytest.raises(DomainError, match=reason):
            swapping.swap_preview(snapshot, person, pair, leaving)


def test_somebody_who_left_meanwhile_is_blocked(workspace: Workspace, two: tuple[Pair, Pair]) -> None:
    first, _second = two
    ines = enrolled(workspace, "Inés", Role.MENTEE)
    people.withdraw(workspace, ines, factory.TODAY)
    with pytest.raises(DomainError, match="blocked") as refused:
        swapping.swap(workspace, ines, first.id)
    assert refused.value.data["block"] is Block.WITHDRAWN
