# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The change that unlocks a pair: it does, nothing smaller of its kind does, and no kind before it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.pairing.change import Change, ChangeKind, with_change
from revmentor_desktop.pairing.criteria import score
from revmentor_desktop.pairing.explain import lonely
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective, complete, with_pairs
from revmentor_desktop.pairing.unlock import Outcome, Unlock, unlock, unlocks
from tests.pairing import changed
from tests.pairing.example import by_email, example, handle_of
from tests.pairing.firms import firms

SITUATION = example()


def check_smallest(base: changed.Base, found: Unlock) -> None:
    """Compare with every change that could be made."""
    for kind in ChangeKind:
        before = found.change is None or kind is not found.change.kind
        if kind is ChangeKind.HOURS:
            check_hours(base, found, before)
        else:
            check_others(base, found, kind, before)
        if not before:
            return


def check_hours(base: changed.Base, found: Unlock, before: bool) -> None:
    ordered = sorted(changed.hours(base.situation, found.person_id), key=lambda one: one[0])
    smallest = next((one for one in ordered if base.unlocks(one[1], found.person_id)), None)
    assert before == (smallest is None), smallest
    if smallest is not None and found.change is not None:
        key, expected = smallest
        assert (found.change.minutes, found.change.window) == (key[0], expected.window)
        assert (found.change.person_id != found.person_id) == key[5]


def check_others(base: changed.Base, found: Unlock, kind: ChangeKind, before: bool) -> None:
    helping = [one for one in changed.others(base.situation, base.possible, kind) if base.unlocks(one, found.person_id)]
    assert before == (not helping), helping
    if found.change is not None and kind is ChangeKind.MINIMUM and helping:
        assert found.change.minimum == pytest.approx(helping[0].minimum, abs=1e-9)
    elif found.change is not None and helping:
        assert found.change in helping


@settings(max_examples=40)
@given(firms(most=6), st.sampled_from(list(Objective)))
def test_the_change_is_the_smallest_that_making_every_change_finds(situation: Situation, objective: Objective) -> None:
    base = changed.Base(situation, objective)
    for found in unlocks(situation, objective):
        if found.outcome in {Outcome.CHANGE, Outcome.NONE}:
            check_smallest(base, found)


@settings(max_examples=40)
@given(firms(most=9), st.sampled_from(list(Objective)))
def test_making_the_change_and_solving_again_gives_one_pair_more(situation: Situation, objective: Objective) -> None:
    before = complete(situation, objective)
    standing = with_pairs(situation, before)
    for found in unlocks(situation, objective):
        if found.change is None or found.partner_id is None:
            continue
        after = complete(with_change(standing, found.change), objective)
        assert after.mentees > before.mentees or after.either > before.either
        couple = (found.partner_id, found.person_id) if found.as_mentor else (found.person_id, found.partner_id)
        assert found.score == pytest.approx(score(with_change(situation, found.change), *couple))


@settings(max_examples=20)
@given(firms(most=8))
def test_everybody_alone_is_told_something_and_one_by_one_the_same(situation: Situation) -> None:
    found = unlocks(situation)
    assert [one.person_id for one in found] == [reason.person_id for reason in lonely(situation)]
    assert all(unlock(situation, one.person_id) == one for one in found[:2])
    assert unlocks(situation, minimum=situation.edition.minimum) == found
    for one in found:
        told = (one.partner_id is not None, one.score is not None)
        assert told == ((True, True) if one.outcome in {Outcome.CHANGE, Outcome.PAIRABLE} else (False, False))
        assert (one.change is not None) == (one.outcome is Outcome.CHANGE)


def told(situation: Situation = SITUATION) -> dict[str, Unlock]:
    done = with_pairs(situation, complete(situation))
    return {handle_of(done, one.person_id): one for one in unlocks(done)}


def only(*names: str, **changes: object) -> Situation:
    """The example with these people alone enrolled; ``changes`` are of the first one's answers."""
    ids = [by_email(SITUATION, name) for name in names]
    enrolments = {person_id: SITUATION.enrolments[person_id] for person_id in ids}
    return replace(SITUATION, enrolments={**enrolments, ids[0]: replace(enrolments[ids[0]], **changes)})  # type: ignore[arg-type]


def test_the_example_says_what_the_domain_rules_say() -> None:
    found = told()
    hugo, fermin, lucia = (by_email(SITUATION, name) for name in ("hbarrios", "folmo", "lserrano"))
    hour = Change(ChangeKind.HOURS, fermin, window=Window(0, 420, 480), minutes=60)
    assert replace(found["folmo"], score=None) == Unlock(fermin, Outcome.CHANGE, hour, hugo, as_mentor=True)
    assert found["folmo"].score == pytest.approx(60.0)
    assert found["hbarrios"].change == Change(ChangeKind.HOURS, hugo, window=Window(2, 1320, 1380), minutes=60)
    assert (found["ollorente"].change or hour).kind is ChangeKind.TOPIC
    assert (found["ollorente"].partner_id, found["ollorente"].score) == (lucia, pytest.approx(46.0))
    assert {found[name].outcome for name in ("cdomenech", "damor")} == {Outcome.SURPLUS}


def test_somebody_who_can_be_paired_or_is_not_complete_needs_no_change() -> None:
    gonzalo, lucia = by_email(SITUATION, "gprieto"), by_email(SITUATION, "lserrano")
    assert unlock(only("gprieto", "lserrano"), gonzalo) == Unlock(gonzalo, Outcome.PAIRABLE, None, lucia, as_mentor=True, score=86.5)
    assert unlock(only("gprieto", "lserrano", notice=None), gonzalo).outcome is Outcome.INCOMPLETE
    assert unlock(only("gprieto", "lserrano", withdrawn_on=SITUATION.edition.start), gonzalo).outcome is Outcome.INCOMPLETE
    assert unlock(only("gprieto"), gonzalo).outcome is Outcome.NONE


def test_one_more_place_is_asked_of_who_teaches_best() -> None:
    situation = only("lserrano", "gprieto", "nbrito", capacity=1, windows=(Window(0, 960, 1080),))
    lucia, noelia = (by_email(SITUATION, name) for name in ("lserrano", "nbrito"))
    found = unlock(with_pairs(situation, complete(situation)), noelia)
    assert found.change == Change(ChangeKind.PLACE, lucia, capacity=2)
    assert (found.partner_id, found.as_mentor) == (lucia, True)


def test_a_minimum_out_of_reach_is_lowered_to_the_score() -> None:
    situation = only("gprieto", "lserrano")
    found = {one.person_id: one for one in unlocks(situation, minimum=95)}
    change = found[by_email(SITUATION, "gprieto")].change
    assert change is not None
    assert (change.kind, change.minimum) == (ChangeKind.MINIMUM, pytest.approx(86.5))


def test_giving_up_raises_whatever_the_check_raises() -> None:
    asked: list[int] = []

    def check() -> None:
        asked.append(1)
        if len(asked) > 12:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        unlocks(SITUATION, check=check)


def test_a_change_adds_to_the_answers_and_takes_nothing_away() -> None:
    lucia = by_email(SITUATION, "lserrano")
    answers = SITUATION.enrolments[lucia]
    hours = with_change(SITUATION, Change(ChangeKind.HOURS, lucia, window=Window(4, 540, 600))).enrolments[lucia]
    assert hours.windows == (*answers.windows, Window(4, 540, 600))
    topic = answers.offers[0].topic_id
    again = with_change(SITUATION, Change(ChangeKind.TOPIC, lucia, topic_id=topic)).enrolments[lucia]
    assert {offer.topic_id: int(offer.level) for offer in again.offers}[topic] == 2
    assert len(again.offers) == len(answers.offers)
    assert with_change(SITUATION, Change(ChangeKind.MINIMUM, minimum=12.5)).edition.minimum == 12.5
    assert with_change(SITUATION, Change(ChangeKind.MODALITY)) == SITUATION


def test_hours_that_touch_those_somebody_has_are_added_up() -> None:
    situation = only("gprieto", "lserrano", windows=(Window(0, 930, 990),))
    lucia, gonzalo = by_email(SITUATION, "lserrano"), by_email(SITUATION, "gprieto")
    found = unlock(situation, gonzalo)
    assert found.change == Change(ChangeKind.HOURS, gonzalo, window=Window(0, 990, 1020), minutes=30)
    assert (found.partner_id, found.as_mentor) == (lucia, True)
