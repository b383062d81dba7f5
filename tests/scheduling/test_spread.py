# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The choice of days of one pair is the best there is."""

from collections import Counter
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.scheduling.spread import Node, Span, placeable, spread


@st.composite
def calendars(draw: st.DrawFn) -> tuple[list[Node], Span]:
    """Up to nine possible days in five weeks, some with a session already."""
    days = sorted(draw(st.sets(st.integers(7, 41).filter(lambda day: day % 7 < 5), min_size=1, max_size=9)))
    rooms = draw(st.lists(st.integers(1, 2), min_size=6, max_size=6))
    standing = draw(st.sets(st.sampled_from(days), max_size=2))
    prices = draw(st.lists(st.sampled_from([0, 150]), min_size=len(days), max_size=len(days)))
    nodes = [
        Node(day, day // 7, 0, standing=True) if day in standing else Node(day, day // 7, rooms[day // 7], price=price)
        for day, price in zip(days, prices, strict=True)
    ]
    return nodes, Span(7, 41, draw(st.none() | st.integers(-20, 6)))


def choices(nodes: list[Node], count: int) -> list[tuple[Node, ...]]:
    """All ways to take ``count`` new days that keep the room of each week."""
    new = [node for node in nodes if not node.standing]
    room = {node.week: node.room for node in new}
    return [
        chosen
        for chosen in combinations(new, count)
        if all(used <= room[week] for week, used in Counter(node.week for node in chosen).items())
    ]


@settings(max_examples=80, deadline=None)
@given(calendars())
def test_as_many_sessions_fit_as_trying_everything_finds(calendar: tuple[list[Node], Span]) -> None:
    nodes, _ = calendar
    most = max(count for count in range(len(nodes) + 1) if choices(nodes, count))
    assert placeable(nodes, len(nodes)) == most
    assert placeable(nodes, 1) == min(1, most)


@settings(max_examples=50, deadline=None)
@given(calendars(), st.integers(1, 5))
def test_no_other_choice_of_days_is_more_even(calendar: tuple[list[Node], Span], wanted: int) -> None:
    nodes, span = calendar
    count = placeable(nodes, wanted)
    cost, days = spread(nodes, count, span)
    standing = [node for node in nodes if node.standing]
    # A calendar with only the chosen days leaves no choice, so it says what that choice costs.
    costs = {tuple(node.day for node in chosen): spread(sorted([*standing, *chosen]), count, span)[0] for chosen in choices(nodes, count)}
    assert len(days) == count
    assert costs[days] == cost == min(costs.values())


def test_gaps_come_out_equal_when_every_day_is_possible() -> None:
    nodes = [Node(day, day // 7, 1) for day in range(700, 700 + 182)]
    _, days = spread(nodes, 10, Span(700, 881))
    gaps = [later - earlier for earlier, later in pairwise(days)]
    assert max(gaps) - min(gaps) <= 3
    assert days[0] <= 707


def test_friday_and_the_monday_after_is_avoided_when_there_is_a_choice() -> None:
    friday, monday, wednesday = 4, 7, 9
    nodes = [Node(day, day // 7, 1) for day in (friday, monday, wednesday)]
    assert spread(nodes, 2, Span(0, 13))[1] == (friday, wednesday)


def test_a_pair_that_met_long_ago_meets_again_within_four_weeks() -> None:
    nodes = [Node(day, day // 7, 1) for day in range(105, 301, 7)]
    _, days = spread(nodes, 1, Span(100, 300, previous=95))
    assert days[0] - 95 <= 28


def test_a_single_first_session_is_held_soon() -> None:
    nodes = [Node(day, day // 7, 1) for day in range(105, 301, 7)]
    assert spread(nodes, 1, Span(100, 300))[1] == (105,)
