# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Hours of the week: merging, sharing and counting them."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.availability import Absence, Window, longest_minutes, merged, overlaps, shared, total_minutes
from revmentor_desktop.domain.errors import DomainError


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start = draw(st.integers(0, 46)) * 30
    return Window(draw(st.integers(0, 6)), start, start + 30 * draw(st.integers(1, (24 * 60 - start) // 30)))


weeks = st.lists(windows(), max_size=8)


def minutes_of(week: list[Window]) -> set[tuple[int, int]]:
    return {(w.weekday, minute) for w in week for minute in range(w.start, w.end, 30)}


@given(weeks)
def test_merging_keeps_every_minute_once(week: list[Window]) -> None:
    assert total_minutes(week) == 30 * len(minutes_of(week))
    assert minutes_of(list(merged(week))) == minutes_of(week)
    assert not overlaps(merged(week))


@given(weeks)
def test_merged_stretches_do_not_touch(week: list[Window]) -> None:
    result = merged(week)
    assert all(a.weekday < b.weekday or a.end < b.start for a, b in itertools.pairwise(result))


@given(weeks, weeks)
def test_sharing_is_the_same_both_ways_and_never_more_than_either_has(one: list[Window], other: list[Window]) -> None:
    assert shared(one, other) == shared(other, one)
    assert minutes_of(list(shared(one, other))) == minutes_of(one) & minutes_of(other)


@given(weeks)
def test_a_week_shares_everything_with_itself(week: list[Window]) -> None:
    assert shared(week, week) == merged(week)


def test_two_halves_that_touch_make_one_long_stretch() -> None:
    assert longest_minutes([Window(0, 540, 570), Window(0, 570, 600)]) == 60


@pytest.mark.parametrize(("weekday", "start", "end"), [(7, 0, 60), (0, 60, 60), (0, 120, 60), (0, -1, 60), (0, 0, 1441)])
def test_a_stretch_that_cannot_be_is_refused(weekday: int, start: int, end: int) -> None:
    with pytest.raises(DomainError) as refused:
        Window(weekday, start, end)
    assert refused.value.field == "availability"


def test_an_absence_covers_both_its_ends() -> None:
    absence = Absence(date(2027, 3, 1), date(2027, 3, 5))
    assert [absence.covers(date(2027, 3, day)) for day in (1, 5, 6)] == [True, True, False]
    with pytest.raises(DomainError, match="ends_before_start"):
        Absence(date(2027, 3, 2), date(2027, 3, 1))
