# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The six criteria, their reasons and warnings."""

from dataclasses import astuple, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.pairing.criteria import CRITERIA, assess, coverage, matched_topics, score
from revmentor_desktop.pairing.situation import Situation
from tests.pairing.example import by_email, example
from tests.pairing.firms import TOPICS, firms, offers, wants, weights

A, B, OTHER_AREA, OWN = (TopicId(number) for number in (1, 2, 3, 5))
TWO = (PersonId(1), PersonId(2))


def with_weights(situation: Situation, wanted: Weights) -> Situation:
    return replace(situation, edition=replace(situation.edition, weights=wanted))


@settings(max_examples=60)
@given(firms(), weights)
def test_every_criterion_is_between_nothing_and_all_and_the_score_is_their_sum(situation: Situation, wanted: Weights) -> None:
    assessment = assess(with_weights(situation, wanted), *TWO)
    assert tuple(criterion.name for criterion in assessment.criteria) == CRITERIA == tuple(assessment.by_name)
    assert all(0 <= criterion.value <= 1 for criterion in assessment.criteria)
    assert sum(criterion.share for criterion in assessment.criteria) == pytest.approx(100)
    assert assessment.score == pytest.approx(sum(one.share * one.value for one in assessment.criteria), abs=1e-9)
    assert assessment.score == score(with_weights(situation, wanted), *TWO)
    assert -1e-9 <= assessment.score <= 100 + 1e-9


@settings(max_examples=40)
@given(firms(), weights, st.floats(0.01, 1000))
def test_weights_twice_as_large_change_nothing(situation: Situation, wanted: Weights, factor: float) -> None:
    scaled = Weights(*(factor * weight for weight in astuple(wanted)))
    assert score(with_weights(situation, scaled), *TWO) == pytest.approx(score(with_weights(situation, wanted), *TWO), abs=1e-9)


def test_weights_that_are_all_zero_are_refused() -> None:
    with pytest.raises(DomainError, match="all_zero"):
        Weights(0, 0, 0, 0, 0, 0)


@settings(max_examples=40)
@given(firms())
def test_hours_department_and_ease_do_not_depend_on_who_teaches(situation: Situation) -> None:
    one, other = assess(situation, *TWO).by_name, assess(situation, *TWO[::-1]).by_name
    for name in ("hours", "department", "ease"):
        assert one[name].value == other[name].value
    assert one["learn"].value == other["give_back"].value
    assert one["hierarchy"].value * other["hierarchy"].value == 0


@given(wants, offers)
def test_coverage_is_neutral_without_wants_and_grows_with_offers(wanted: tuple[Want, ...], offered: tuple[Offer, ...]) -> None:
    assert coverage((), offered, TOPICS) == 0.5
    value = coverage(wanted, offered, TOPICS)
    assert 0 <= value <= 1
    everything = (*offered, *(Offer(topic, 3) for topic in TOPICS))
    assert coverage(wanted, everything, TOPICS) == (pytest.approx(1) if wanted else 0.5)
    if wanted:
        assert coverage(wanted, everything, TOPICS) >= value


@pytest.mark.parametrize(
    ("wanted", "offered", "value"),
    [
        ([Want(A, 3)], [Offer(A, 3)], 1.0),
        ([Want(A, 3)], [Offer(A, 2)], 2 / 3),
        ([Want(A, 1)], [Offer(A, 1)], 1 / 3),
        ([Want(A, 3)], [Offer(B, 3)], 1 / 4),
        ([Want(A, 3)], [Offer(B, 2)], 1 / 6),
        ([Want(A, 3)], [Offer(A, 1), Offer(B, 3)], 1 / 3),
        ([Want(A, 3)], [Offer(OTHER_AREA, 3)], 0.0),
        ([Want(OWN, 3)], [Offer(TopicId(6), 3)], 0.0),
        ([Want(OWN, 3)], [Offer(OWN, 3)], 1.0),
        ([Want(A, 3), Want(OTHER_AREA, 1)], [Offer(A, 3)], 3 / 4),
    ],
)
def test_coverage_follows_the_table_of_the_domain_rules(wanted: list[Want], offered: list[Offer], value: float) -> None:
    assert coverage(wanted, offered, TOPICS) == pytest.approx(value)


def test_matches_come_best_first_and_say_over_which_topic() -> None:
    topics = {**TOPICS, TopicId(7): Topic(TopicId(7), "Tema 7", AreaId(2))}
    found = matched_topics([Want(OTHER_AREA, 3), Want(A, 2), Want(OWN, 3)], [Offer(A, 3), Offer(TopicId(7), 2)], topics)
    assert [(m.topic_id, m.via, m.priority) for m in found] == [(A, None, 2), (OTHER_AREA, TopicId(7), 3)]
    assert [m.match for m in found] == pytest.approx([1.0, 1 / 6])


def test_the_reasons_of_a_good_pair_of_the_example() -> None:
    situation = example()
    criteria = assess(situation, by_email(situation, "lserrano"), by_email(situation, "gprieto")).by_name
    assert {name: criterion.reason for name, criterion in criteria.items()} == {
        "learn": "topics",
        "give_back": "topics",
        "hours": "shared",
        "hierarchy": "levels",
        "department": "different",
        "ease": "language_and_place",
    }
    assert criteria["hours"].data["minutes"] == 240
    assert criteria["hierarchy"].data == {"apart": 2}
    assert criteria["department"].data == {"mentor": "Marketing", "mentee": "Comercial"}
    assert criteria["ease"].data == {"languages": ("es",), "same_site": False, "no_in_person": True}


def test_what_is_not_known_counts_as_nothing_and_says_so() -> None:
    situation = example()
    lucia, itziar = by_email(situation, "lserrano"), by_email(situation, "iurrutia")
    people = {**situation.people, lucia: replace(situation.people[lucia], level=None, department="")}
    criteria = assess(replace(situation, people=people, enrolments={}), lucia, itziar).by_name
    assert [criteria[name].reason for name in ("learn", "hours", "hierarchy", "department")] == ["no_wants", "none", "unknown", "unknown"]
    assert [criteria[name].value for name in ("learn", "hours", "hierarchy", "department")] == [0.5, 0, 0, 0]


def test_a_mentor_above_or_level_with_the_mentee_is_said() -> None:
    situation = example()
    mercedes, marcos, hugo = (by_email(situation, name) for name in ("malbor", "mibanez", "hbarrios"))
    assert assess(situation, mercedes, marcos).by_name["hierarchy"].reason == "mentor_above"
    assert assess(situation, hugo, marcos).by_name["hierarchy"].reason == "same_level"


def test_warnings_name_the_chain_the_department_the_past_and_the_second_pair() -> None:
    situation = example()
    sara, itziar, gonzalo = (by_email(situation, name) for name in ("skhoury", "iurrutia", "gprieto"))
    assert assess(situation, sara, itziar).warnings == ("same_chain", "same_department", "one_window")
    other = Pair(PairId(1), situation.edition.id, by_email(situation, "lserrano"), itziar)
    later = replace(situation, pairs=(other,), earlier=frozenset({(itziar, sara)}))
    assert assess(later, sara, itziar).warnings == ("same_chain", "same_department", "paired_before", "second_pair", "one_window")
    assert "second_pair" not in assess(later, other.mentor_id, itziar).warnings
    assert "same_chain" not in assess(situation, sara, gonzalo).warnings
    assert "low_score" in assess(situation, by_email(situation, "hbarrios"), itziar).warnings


def test_a_single_stretch_in_which_a_session_fits_is_a_warning() -> None:
    situation = example()
    sara, itziar = by_email(situation, "skhoury"), by_email(situation, "iurrutia")
    stretches = [(Window(0, 540, 570), Window(0, 570, 600)), (Window(0, 540, 600), Window(2, 540, 570))]
    for theirs in stretches:
        assert "one_window" in assess(with_hours(situation, sara, itziar, theirs), sara, itziar).warnings
    for none_or_two in [(), (Window(0, 540, 570),), (Window(0, 540, 600), Window(0, 630, 690))]:
        assert "one_window" not in assess(with_hours(situation, sara, itziar, none_or_two), sara, itziar).warnings


def test_a_pair_of_this_edition_that_is_over_is_a_warning_for_another_try() -> None:
    situation = example()
    sara, itziar = by_email(situation, "skhoury"), by_email(situation, "iurrutia")
    for state in PairState:
        tried = replace(situation, pairs=(Pair(PairId(1), situation.edition.id, itziar, sara, state),))
        assert ("tried_before" in assess(tried, sara, itziar).warnings) == (not state.living)


def with_hours(situation: Situation, one: PersonId, other: PersonId, windows: tuple[Window, ...]) -> Situation:
    """The same, with both free at these hours only."""
    changed = {person: replace(situation.enrolments[person], windows=windows) for person in (one, other)}
    return replace(situation, enrolments={**situation.enrolments, **changed})
