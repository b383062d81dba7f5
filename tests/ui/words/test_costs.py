# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair costs the rest, as HR reads it. English, for the catalogue is another matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop import i18n
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme.effect import Move, Whole
from revmentor_desktop.programme.pairs import Cost
from revmentor_desktop.ui.words import costs
from revmentor_desktop.ui.words.costs import Effect

ANA, BEA, CARLOS, DIEGO, EVA = (PersonId(number) for number in range(1, 6))
NAMES = {ANA: "Ana", BEA: "Bea", CARLOS: "Carlos", DIEGO: "Diego", EVA: "Eva"}
WHOLE = Whole(13, 787.4)


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def cost(**changes: object) -> Cost:
    return Cost(ANA, BEA, **changes)  # type: ignore[arg-type]


def short(found: Cost) -> str:
    return costs.short(found, WHOLE, NAMES.__getitem__).text


def full(found: Cost, *moves: Move) -> tuple[str, str]:
    told = costs.full(found, WHOLE, moves, NAMES.__getitem__)
    return told.text, told.detail


def test_what_costs_nothing_says_so_with_the_figures_that_stay() -> None:
    assert short(cost()) == "Costs the others nothing"
    assert full(cost()) == ("Takes nobody's pair away", "Still 13 pairs and 787 points.")


def test_the_points_on_the_card_are_those_between_the_two_totals_of_the_preview() -> None:
    found = cost(total=-17.0, mentees_total=-17.0)
    assert short(found) == "Costs the others 17 points"
    assert full(found)[0] == "The whole goes down from 787 to 770 points"


def test_one_point_is_one_point() -> None:
    assert short(cost(total=-1.0, mentees_total=-1.0)) == "Costs the others 1 point"


def test_less_than_a_point_is_said_with_the_decimals_that_tell_the_totals_apart() -> None:
    found = cost(total=-0.3, mentees_total=-0.3)
    assert short(found) == "Costs the others less than a point"
    assert full(found)[0] == "The whole goes down from 787.4 to 787.1 points"


def test_who_would_be_left_without_is_named_before_any_points() -> None:
    found = cost(mentees=-1, total=-60.0, mentees_total=-60.0, waiting=(CARLOS,))
    assert short(found) == "Carlos would be left without a pair"
    assert full(found)[1] == "It would be 12 pairs instead of 13, with 727 points instead of 787."
    assert short(cost(waiting=(CARLOS, DIEGO))) == "Carlos and Diego would be left without a pair"
    assert short(cost(waiting=(CARLOS, DIEGO, EVA))) == "3 people would be left without a pair"


def test_a_pair_that_leaves_somebody_out_never_costs_nothing_even_when_the_numbers_stay() -> None:
    assert costs.effect(cost(waiting=(CARLOS,), total=3.0)) is Effect.ALONE


def test_who_moves_is_named_with_both_scores() -> None:
    move = Move(CARLOS, DIEGO, 62.2, EVA, 45.0)
    found = cost(total=-17.0, mentees_total=-17.0)
    assert full(found, move)[1] == "Carlos would go from Diego (62) to Eva (45)."
    assert full(found, move, move)[1].endswith("1 more person would change partner.")


def test_those_who_become_free_are_said_apart() -> None:
    told = costs.short(cost(freed=(DIEGO,)), WHOLE, NAMES.__getitem__)
    assert (told.text, told.detail) == ("Costs the others nothing", "Diego would be free")
    assert full(cost(freed=(DIEGO, EVA)))[1] == "Still 13 pairs and 787 points. Diego and Eva would be free."
    assert "3 people who teach would be free" in full(cost(freed=(CARLOS, DIEGO, EVA)))[1]


def test_a_gain_is_said_as_a_gain() -> None:
    assert short(cost(mentees=1, total=50.0, mentees_total=50.0)) == "One pair more in all"
    assert full(cost(mentees=1, total=50.0))[1] == "It would be 14 pairs instead of 13, with 837 points instead of 787."
    assert short(cost(total=12.0, mentees_total=12.0)) == "Gives the whole 12 points more"
    assert short(cost(total=0.2)) == "Gives the whole less than a point more"
    assert full(cost(total=12.0)) == ("The whole goes up from 787 to 799 points", "Still 13 pairs.")


def test_fewer_pairs_and_points_that_only_those_who_learn_lose_have_words_of_their_own() -> None:
    assert short(cost(either=-1, total=-40.0)) == "One pair less in all"
    assert short(cost(either=-1, mentees=1, total=5.0)) == "Somebody of both roles would teach, not learn"
    assert short(cost(mentees_total=-4.0, total=2.0)) == "Costs those who learn 4 points"
    assert short(cost(mentees_total=-0.2)) == "Costs those who learn less than a point"


@given(
    mentees=st.integers(-2, 2),
    either=st.integers(-2, 2),
    mentees_total=st.floats(-99, 99),
    total=st.floats(-99, 99),
    waiting=st.sampled_from([(), (CARLOS,)]),
)
def test_nothing_is_only_said_to_be_free_that_the_rules_call_free(
    mentees: int, either: int, mentees_total: float, total: float, waiting: tuple[PersonId, ...]
) -> None:
    found = cost(mentees=mentees, either=either, mentees_total=mentees_total, total=total, waiting=waiting)
    good = costs.effect(found) in {Effect.NOTHING, Effect.MORE, Effect.GAIN}
    assert found.is_free or not good
    assert costs.effect(found) is not Effect.NOTHING or total == 0
    assert full(found)[0]
    assert short(found)


def test_until_it_is_known_there_are_dots_and_afterwards_never_again() -> None:
    assert costs.pending().text == "…"
    assert costs.failed().text == "What it costs the others is not known"
