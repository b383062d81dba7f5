# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What forbids a pair, said in order, the same for two people as for all at once."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.enrolments import Modality, Role
from revmentor_desktop.domain.pairs import Block, Pair, PairId, PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, PersonId
from revmentor_desktop.pairing.blocks import PERSONAL, all_blocks, first_block, offered
from revmentor_desktop.pairing.criteria import score
from revmentor_desktop.pairing.score import blocked, open_places, score_matrix
from revmentor_desktop.pairing.situation import Situation
from tests.pairing.example import by_email, example
from tests.pairing.firms import firms, weights

SITUATION = example()
LUCIA, GONZALO, SARA, MARCOS, ROCIO = (by_email(SITUATION, name) for name in ("lserrano", "gprieto", "skhoury", "mibanez", "rperalta"))


def changed(person_id: PersonId, situation: Situation = SITUATION, **changes: object) -> Situation:
    enrolment = replace(situation.enrolments[person_id], **changes)  # type: ignore[arg-type]
    return replace(situation, enrolments={**situation.enrolments, person_id: enrolment})


def paired(*couples: tuple[PersonId, PersonId], state: PairState = PairState.ACCEPTED) -> Situation:
    pairs = tuple(Pair(PairId(number), SITUATION.edition.id, *couple, state) for number, couple in enumerate(couples, start=1))
    return replace(SITUATION, pairs=pairs)


@settings(max_examples=60)
@given(firms(), weights)
def test_all_at_once_says_the_same_as_one_by_one(situation: Situation, wanted: Weights) -> None:
    situation = replace(situation, edition=replace(situation.edition, weights=wanted))
    scores = score_matrix(situation)
    marks, places = blocked(situation, scores), open_places(situation, scores)
    for row, mentor in enumerate(scores.mentors):
        for column, mentee in enumerate(scores.mentees):
            assert scores.values[row, column] == pytest.approx(score(situation, mentor, mentee), abs=1e-9)
            if mentor != mentee:
                blocks = all_blocks(situation, mentor, mentee)
                at_once = {block for block in marks if marks[block][row, column]}
                assert at_once - {*PERSONAL} == {*blocks} - {*PERSONAL, Block.CAPACITY}
                assert min(at_once, key=list(Block).index, default=None) == next((one for one in blocks if one in marks), None)
                assert places[row, column] == (Block.CAPACITY not in blocks)


def test_scores_of_the_example_are_the_same_at_once_as_one_by_one() -> None:
    everybody = tuple(SITUATION.people)
    scores = score_matrix(SITUATION, everybody, everybody)
    slow = [[score(SITUATION, mentor, mentee) for mentee in everybody] for mentor in everybody]
    assert np.allclose(scores.values, np.array(slow), rtol=0, atol=1e-9)


@settings(max_examples=40)
@given(firms(), weights, weights)
def test_what_is_blocked_stays_blocked_whatever_the_weights(situation: Situation, one: Weights, other: Weights) -> None:
    found = [
        all_blocks(replace(situation, edition=replace(situation.edition, weights=wanted)), PersonId(1), PersonId(2))
        for wanted in (one, other)
    ]
    assert found[0] == found[1]


def test_the_first_block_that_applies_is_said() -> None:
    situation = replace(SITUATION, exclusions=(Exclusion(ExclusionId(1), GONZALO, LUCIA),))
    assert first_block(SITUATION, LUCIA, GONZALO) is None
    assert first_block(situation, LUCIA, GONZALO) is Block.EXCLUSION
    assert first_block(changed(LUCIA, situation, notice=None), LUCIA, GONZALO) is Block.NO_NOTICE
    assert first_block(changed(LUCIA, situation, notice=None, offers=()), LUCIA, GONZALO) is Block.DRAFT
    assert first_block(changed(LUCIA, situation, withdrawn_on=date(2027, 3, 1), offers=()), LUCIA, GONZALO) is Block.WITHDRAWN
    assert first_block(replace(situation, enrolments={}), LUCIA, GONZALO) is Block.NOT_ENROLLED


def test_an_exclusion_and_a_boss_forbid_both_ways() -> None:
    assert all_blocks(SITUATION, SARA, GONZALO) == (Block.EXCLUSION, Block.BOSS)
    assert first_block(SITUATION, by_email(SITUATION, "nbrito"), GONZALO) is Block.BOSS
    assert Block.BOSS in all_blocks(SITUATION, GONZALO, by_email(SITUATION, "nbrito"))


def test_hours_need_one_stretch_as_long_as_a_session() -> None:
    two_halves = (Window(0, 16 * 60, 16 * 60 + 30), Window(0, 17 * 60, 17 * 60 + 30))
    assert first_block(changed(LUCIA, windows=two_halves), LUCIA, GONZALO) is Block.HOURS
    touching = (Window(0, 16 * 60, 16 * 60 + 30), Window(0, 16 * 60 + 30, 17 * 60))
    assert first_block(changed(LUCIA, windows=touching), LUCIA, GONZALO) is None


def test_virtual_only_and_in_person_only_meet_at_the_same_site_alone() -> None:
    apart = changed(LUCIA, modality=Modality.IN_PERSON)
    assert first_block(apart, LUCIA, GONZALO) is Block.MODALITY
    for site in (None, apart.people[LUCIA].site_id):
        people = {**apart.people, **{one: replace(apart.people[one], site_id=site) for one in (LUCIA, GONZALO)}}
        assert first_block(replace(apart, people=people), LUCIA, GONZALO) is None


def test_capacity_counts_places_the_only_mentor_and_the_two_sides() -> None:
    teresa, bernardo, tomas = (by_email(SITUATION, name) for name in ("tmontalvo", "blago", "tquiroga"))
    full = paired((MARCOS, teresa), (MARCOS, tomas), state=PairState.PAUSED)
    assert first_block(full, MARCOS, bernardo) is Block.CAPACITY
    assert first_block(paired((MARCOS, teresa)), MARCOS, bernardo) is None
    assert Block.CAPACITY in all_blocks(paired((LUCIA, teresa)), MARCOS, teresa)
    assert Block.CAPACITY in all_blocks(paired((MARCOS, ROCIO)), ROCIO, teresa)
    assert Block.CAPACITY in all_blocks(paired((ROCIO, teresa)), MARCOS, ROCIO)
    assert first_block(paired((MARCOS, teresa), (MARCOS, tomas), state=PairState.ENDED_EARLY), MARCOS, bernardo) is None


def test_an_existing_pair_is_judged_without_itself() -> None:
    situation = paired((LUCIA, GONZALO))
    assert first_block(situation, LUCIA, GONZALO) is Block.CAPACITY
    assert first_block(situation, LUCIA, GONZALO, ignoring=PairId(1)) is None


def test_roles_that_do_not_fit_are_not_offered() -> None:
    assert offered(SITUATION, LUCIA, GONZALO)
    assert offered(SITUATION, ROCIO, GONZALO)
    assert offered(SITUATION, LUCIA, ROCIO)
    assert not offered(SITUATION, GONZALO, LUCIA)
    assert not offered(SITUATION, ROCIO, ROCIO)
    assert not offered(SITUATION, LUCIA, MARCOS)
    assert offered(changed(LUCIA, role=None), LUCIA, GONZALO)
    assert offered(changed(LUCIA, role=Role.EITHER), MARCOS, LUCIA)
