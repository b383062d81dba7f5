# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Who could be a partner, and why somebody has none."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Block, Pair, PairId, PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, PersonId
from revmentor_desktop.pairing.explain import Lonely, lonely, partners
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import complete, with_pairs
from tests.pairing.example import by_email, example, handle_of
from tests.pairing.firms import firms

SITUATION = example()


def only(*names: str, situation: Situation = SITUATION, **changes: object) -> Situation:
    """The example with these people alone enrolled; ``changes`` are of the first one's answers."""
    ids = [by_email(situation, name) for name in names]
    enrolments = {person_id: situation.enrolments[person_id] for person_id in ids}
    first = replace(enrolments[ids[0]], **changes)  # type: ignore[arg-type]
    return replace(situation, enrolments={**enrolments, ids[0]: first})


def reason(situation: Situation, name: str) -> Lonely:
    return next(one for one in lonely(situation) if one.person_id == by_email(situation, name))


@settings(max_examples=60)
@given(firms())
def test_everybody_without_a_pair_gets_a_reason(situation: Situation) -> None:
    for now in (situation, with_pairs(situation, complete(situation))):
        paired = {person for pair in now.living() for person in (pair.mentor_id, pair.mentee_id)}
        assert {one.person_id for one in lonely(now)} == {*now.enrolments} - paired


@settings(max_examples=40)
@given(firms())
def test_after_the_completion_no_mentee_could_be_paired_at_once(situation: Situation) -> None:
    done = with_pairs(situation, complete(situation))
    waiting = [one for one in lonely(done) if done.enrolments[one.person_id].role is Role.MENTEE]
    assert all(one.code != "not_paired_yet" for one in waiting)


@settings(max_examples=40)
@given(firms(drafts=False))
def test_partners_are_all_whose_role_fits_best_first_and_blocked_last(situation: Situation) -> None:
    roles = {person_id: enrolment.role or Role.MENTEE for person_id, enrolment in situation.enrolments.items()}
    for person_id, role in roles.items():
        found = partners(situation, person_id)
        others = {other: theirs for other, theirs in roles.items() if other != person_id}
        expected = {(other, True) for other, theirs in others.items() if theirs.teaches and role.learns}
        expected |= {(other, False) for other, theirs in others.items() if theirs.learns and role.teaches}
        assert {(one.person_id, one.as_mentor) for one in found} == expected
        order = [(one.block is not None, -round(one.assessment.score, 9)) for one in found]
        assert order == sorted(order)


def test_an_either_person_appears_on_both_sides_and_a_present_partner_is_not_blocked() -> None:
    rocio, tomas = by_email(SITUATION, "rperalta"), by_email(SITUATION, "tquiroga")
    assert sorted(one.as_mentor for one in partners(SITUATION, rocio) if one.person_id == tomas) == [False, True]
    assert partners(SITUATION, PersonId(999)) == ()
    pair = Pair(PairId(1), SITUATION.edition.id, tomas, rocio)
    paired = replace(SITUATION, pairs=(pair,))
    blocks = {(one.person_id, one.as_mentor): one.block for one in partners(paired, rocio)}
    assert blocks[tomas, True] is None
    assert blocks[by_email(SITUATION, "pcid"), True] is Block.CAPACITY


def test_the_example_says_why_five_stay_alone() -> None:
    done = with_pairs(SITUATION, complete(SITUATION))
    assert {handle_of(done, one.person_id): one.code for one in lonely(done)} == {
        "folmo": "no_shared_hours",
        "ollorente": "no_candidates_teach",
        "hbarrios": "only_boss",
        "cdomenech": "surplus_mentor",
        "damor": "surplus_mentor",
    }


def test_incomplete_answers_and_leavers_are_said_first() -> None:
    assert reason(only("gprieto", "lserrano", withdrawn_on=date(2027, 3, 1)), "gprieto").code == "withdrawn"
    assert reason(only("gprieto", "lserrano", wants=(), notice=None), "gprieto").data == {"missing": ("wants", "notice")}
    assert reason(only("gprieto", "lserrano", notice=None), "gprieto").code == "no_rgpd"
    assert reason(only("lserrano", "gprieto", role=None), "lserrano").code == "draft"


def test_somebody_who_could_be_paired_is_told_with_whom() -> None:
    lucia = by_email(SITUATION, "lserrano")
    found = reason(only("gprieto", "lserrano"), "gprieto")
    assert (found.code, found.data["best"], found.data["score"]) == ("not_paired_yet", lucia, 86.5)
    assert reason(only("gprieto", "lserrano"), "lserrano").code == "not_paired_yet"
    assert reason(only("rperalta", "rsanchis"), "rperalta").data["side"] == "mentor"


def test_nobody_who_teaches_or_nobody_who_learns() -> None:
    assert reason(only("gprieto"), "gprieto").data["people"] == 0
    assert reason(only("lserrano"), "lserrano").code == "surplus_mentor"


def test_a_minimum_out_of_reach_names_the_best() -> None:
    strict = replace(SITUATION, edition=replace(SITUATION.edition, minimum=90))
    for name in ("gprieto", "lserrano"):
        found = reason(only("gprieto", "lserrano", situation=strict), name)
        assert (found.code, found.data["score"], found.data["minimum"]) == ("below_minimum", 86.5, 90)


def test_mentors_with_all_places_taken_are_named() -> None:
    situation = only("lserrano", "gprieto", "iurrutia", capacity=1)
    lucia, gonzalo, itziar = (by_email(SITUATION, name) for name in ("lserrano", "gprieto", "iurrutia"))
    people = {**situation.people, lucia: replace(situation.people[lucia], boss_id=None)}
    taken = replace(situation, people=people, pairs=(Pair(PairId(1), situation.edition.id, lucia, gonzalo),))
    assert [(one.person_id, one.code, one.data["people"]) for one in lonely(taken)] == [(itziar, "mentors_taken", (lucia,))]


def test_blocks_of_several_kinds_are_counted() -> None:
    situation = only("gprieto", "lserrano", "skhoury", "hbarrios")
    lucia, gonzalo = by_email(SITUATION, "lserrano"), by_email(SITUATION, "gprieto")
    secret = replace(situation, exclusions=(Exclusion(ExclusionId(1), lucia, gonzalo),))
    assert reason(secret, "gprieto").data["blocks"] == {Block.EXCLUSION: 1, Block.BOSS: 1, Block.HOURS: 1}
    left = replace(situation, pairs=(Pair(PairId(1), situation.edition.id, lucia, gonzalo, PairState.DECLINED),))
    found = reason(left, "gprieto")
    assert (found.code, found.data["over"]) == ("all_blocked", 1)
