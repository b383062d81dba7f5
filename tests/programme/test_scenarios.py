# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Proposals kept under a name: what they were, what still holds, and taking them up again."""

from dataclasses import replace

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Block, PairState
from revmentor_desktop.domain.scenarios import Aim, Scenario, ScenarioId
from revmentor_desktop.programme import pairs, people, scenarios
from revmentor_desktop.programme.scenarios import Hold
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui import change_places
from revmentor_desktop.ui.words import action_names
from tests import factory


@pytest.fixture
def kept(example: Workspace) -> Scenario:
    """The whole proposal for the example, kept and not taken over."""
    completion = pairs.complete(example.snapshot())
    scenarios.save(example, "  De  enero ", completion, factory.TODAY)
    return example.snapshot().scenarios[0]


def test_a_proposal_is_kept_as_the_programme_would_stand(example: Workspace) -> None:
    completion = pairs.complete(example.snapshot(), pairs.Objective.FAIREST)
    best = completion.new[0]
    pairs.make_pair(example, best.mentor_id, best.mentee_id)
    completion = pairs.complete(example.snapshot(), pairs.Objective.FAIREST)
    new = scenarios.save(example, "Equilibrada", completion, factory.TODAY, pairs.ProposalName.FAIREST)
    scenario = example.snapshot().scenarios[0]
    assert (scenario.id, scenario.name, scenario.made_on, scenario.objective) == (new, "Equilibrada", factory.TODAY, Aim.FAIREST)
    scores = {(one.mentor_id, one.mentee_id): one.score for one in (*completion.new, best)}
    assert {(pair.mentor_id, pair.mentee_id): pair.score for pair in scenario.pairs} == scores
    assert [(pair.mentor_id, pair.mentee_id) for pair in scenario.pairs if pair.fixed] == [(best.mentor_id, best.mentee_id)]
    assert scenario.size == len(scores)


def test_keeping_renaming_and_forgetting_are_steps_with_names_and_places(example: Workspace, kept: Scenario) -> None:
    assert kept.name == "De enero"
    scenarios.rename(example, kept.id, "De febrero")
    scenarios.remove(example, kept.id)
    assert example.snapshot().scenarios == ()
    said: list[str] = []
    while (step := example.undo()) is not None and len(said) < 3:
        said.append(action_names.sentence(step))
        assert change_places.place_of(step) == ("pairs", ("scenario", kept.id))
    assert said == ["borrar la propuesta De febrero", "cambiar el nombre de la propuesta De febrero", "guardar la propuesta De enero"]


def test_a_name_is_needed_and_is_given_once(example: Workspace, kept: Scenario) -> None:
    completion = pairs.complete(example.snapshot())
    for name, field, reason in (("  ", "name", "empty"), ("ñ" * 121, "name", "too_long"), ("DE ENERO", "scenario", "taken")):
        with pytest.raises(DomainError) as refused:
            scenarios.save(example, name, completion, factory.TODAY)
        assert (refused.value.field, refused.value.reason) == (field, reason)
    scenarios.rename(example, kept.id, "de Enero")
    assert example.snapshot().scenarios[0].name == "de Enero"
    for deed in (lambda: scenarios.rename(example, ScenarioId(99), "x"), lambda: scenarios.remove(example, ScenarioId(99))):
        with pytest.raises(DomainError, match="gone"):
            deed()


def test_unchanged_it_holds_whole_and_is_taken_up_in_one_step(example: Workspace, kept: Scenario) -> None:
    before = example.snapshot()
    compared = scenarios.compare(before, kept)
    assert {pair.hold for pair in compared.pairs} == {Hold.POSSIBLE}
    assert compared.now == pytest.approx(compared.then)
    assert set(compared.left_out) == set(pairs.complete(before).unpaired)
    used = scenarios.use(example, kept)
    living = example.snapshot().living_pairs
    assert [pair.id for pair in living] == list(used.added)
    assert {(pair.state, pair.locked) for pair in living} == {(PairState.PROPOSED, False)}
    assert {(pair.mentor_id, pair.mentee_id) for pair in living} == {(pair.mentor_id, pair.mentee_id) for pair in kept.pairs}
    assert {pair.hold for pair in scenarios.compare(example.snapshot(), kept).pairs} == {Hold.STANDS}
    assert scenarios.use(example, kept).added == ()
    step = example.undo()
    assert step is not None
    assert action_names.sentence(step) == "usar la propuesta guardada De enero"
    assert example.snapshot() == before


def test_what_no_longer_holds_is_said_with_its_cause(example: Workspace, kept: Scenario) -> None:
    gone, excluded, over, taken, *_rest = kept.pairs
    people.withdraw(example, gone.mentee_id, factory.TODAY)
    people.add_exclusion(example, excluded.mentor_id, excluded.mentee_id)
    pair_id = pairs.make_pair(example, over.mentor_id, over.mentee_id)
    pairs.answer(example, pair_id, over.mentee_id, Answer.OTHER, factory.TODAY)
    other = next(p for p in pairs.partners(example.snapshot(), taken.mentee_id) if p.block is None and p.person_id != taken.mentor_id)
    instead = pairs.make_pair(example, other.person_id, taken.mentee_id)
    found = {(each.pair.mentor_id, each.pair.mentee_id): each for each in scenarios.compare(example.snapshot(), kept).pairs}
    by = {
        name: found[pair.mentor_id, pair.mentee_id]
        for name, pair in (("gone", gone), ("blocked", excluded), ("over", over), ("other", taken))
    }
    assert (by["gone"].hold, by["gone"].people) == (Hold.GONE, (gone.mentee_id,))
    assert (by["blocked"].hold, by["blocked"].block) == (Hold.BLOCKED, Block.EXCLUSION)
    assert by["over"].hold is Hold.OVER
    assert by["other"].hold is Hold.OTHER_PAIR
    assert instead in by["other"].pairs


def test_it_is_taken_up_around_what_is_fixed(example: Workspace, kept: Scenario) -> None:
    first = kept.pairs[0]
    other = next(p for p in pairs.partners(example.snapshot(), first.mentee_id) if p.block is None and p.person_id != first.mentor_id)
    fixed = pairs.make_pair(example, other.person_id, first.mentee_id)
    before = scenarios.compare(example.snapshot(), kept)
    used = scenarios.use(example, kept)
    assert used.removed == ()
    assert example.snapshot().pair(fixed).state is PairState.PROPOSED
    assert len(used.added) == len(before.possible) == len(kept.pairs) - len(used.lost)
    for pair in example.snapshot().living_pairs:
        assert pairs.block_of(example.snapshot(), pair) is None


def test_a_loose_proposal_in_the_way_makes_room(example: Workspace, kept: Scenario) -> None:
    first = kept.pairs[0]
    other = next(p for p in pairs.partners(example.snapshot(), first.mentee_id) if p.block is None and p.person_id != first.mentor_id)
    loose = pairs.make_pair(example, other.person_id, first.mentee_id)
    pairs.set_locked(example, loose, locked=False)
    assert scenarios.compare(example.snapshot(), kept).would_go == (loose,)
    used = scenarios.use(example, kept)
    assert (used.removed, used.lost, len(used.added)) == ((loose,), (), len(kept.pairs))


def test_who_has_a_place_less_loses_one_pair_only(example: Workspace, kept: Scenario) -> None:
    taught = [pair.mentor_id for pair in kept.pairs]
    mentor = next(person for person in taught if taught.count(person) > 1)
    people.save_enrolment(example, replace(example.snapshot().enrolments[mentor], capacity=1))
    lost = scenarios.compare(example.snapshot(), kept).lost
    assert [(each.hold, each.block, each.pair.mentor_id) for each in lost] == [(Hold.BLOCKED, Block.CAPACITY, mentor)]
    assert len(scenarios.use(example, kept).added) == len(kept.pairs) - 1


def test_an_empty_edition_keeps_an_empty_proposal(workspace: Workspace) -> None:
    scenarios.save(workspace, "Nada", pairs.complete(workspace.snapshot()), factory.TODAY)
    scenario = workspace.snapshot().scenarios[0]
    compared = scenarios.compare(workspace.snapshot(), scenario)
    assert (compared.pairs, compared.left_out, compared.erased, compared.now) == ((), (), 0, 0)
    assert scenarios.use(workspace, scenario) == scenarios.Used((), (), ())


def test_a_forgotten_one_is_not_taken_up(example: Workspace, kept: Scenario) -> None:
    scenarios.remove(example, kept.id)
    with pytest.raises(DomainError, match="gone"):
        scenarios.use(example, kept)
