# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Hours as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.availability import GRID_END, GRID_START, Window
from revmentor_desktop.exchange.hours import DAY_LETTERS, read_hours, written_hours

_STARTS = st.integers(GRID_START, GRID_END - 1)
WINDOWS = st.builds(
    lambda day, start, length: Window(day, start, min(start + length, GRID_END)), st.integers(0, 6), _STARTS, st.integers(1, 600)
)
DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ENGLISH = ("Monday", "Tue", "Wed.", "Thursday", "Fri", "Sat", "Sunday")


@given(st.lists(WINDOWS, min_size=1, max_size=8))
def test_written_hours_are_read_back_exactly(windows: list[Window]) -> None:
    hours = read_hours(written_hours(windows))
    assert (hours.windows, hours.reason) == (tuple(windows), "")


@given(
    WINDOWS,
    st.sampled_from(["{d} {a}-{b}", "{d} de {a} a {b}", "{d}: {a} – {b} h", "los {d} desde las {a} hasta las {b}", "{e} {a} to {b}"]),
)
def test_the_same_stretch_in_many_spellings_is_the_same_window(window: Window, spelling: str) -> None:
    start, end = (f"{minute // 60}:{minute % 60:02d}" for minute in (window.start, window.end))
    text = spelling.format(d=DAYS[window.weekday], e=ENGLISH[window.weekday], a=start, b=end)
    assert read_hours(text).windows == (window,)


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("lunes y miércoles de 9 a 11 y de 16 a 18", "L 09:00-11:00; X 09:00-11:00; L 16:00-18:00; X 16:00-18:00"),
        ("L-V 9-11", "L 09:00-11:00; M 09:00-11:00; X 09:00-11:00; J 09:00-11:00; V 09:00-11:00"),
        ("Monday to Wednesday 9am-11am", "L 09:00-11:00; M 09:00-11:00; X 09:00-11:00"),
        ("LX 9-11", "L 09:00-11:00; X 09:00-11:00"),
        ("L, X y V 9:00–11:00", "L 09:00-11:00; X 09:00-11:00; V 09:00-11:00"),
        ("L 9-11, 16-18; J 9h30-11h", "L 09:00-11:00; L 16:00-18:00; J 09:30-11:00"),
        ("Tue 9-11am, Thu 4-6 p.m.", "M 09:00-11:00; J 16:00-18:00"),
        ("- Lunes entre las 9 y las 11\n- jueves 16.00 a 18.30 h.", "L 09:00-11:00; J 16:00-18:30"),
        ("MARTES 9 A 11", "M 09:00-11:00"),
    ],
)
def test_lists_of_days_and_hours_are_understood(text: str, same_as: str) -> None:
    assert written_hours(read_hours(text).windows) == same_as


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("por las mañanas", "unknown"),
        ("L 9-11 excepto festivos", "unknown"),
        ("L 09:00-11:00; cuando sea", "unknown"),
        ("lunes", "unknown"),
        ("9-11", "unknown"),
        ("L 9:00 y 11:00", "unknown"),
        ("V-L 9-11", "unknown"),
        ("L 9:75-11", "unknown"),
        ("L 25-26", "unknown"),
        ("L 18:00-16:00", "turned_round"),
        ("L 09:00-09:00", "turned_round"),
        ("L 4-6", "outside"),
        ("S 22:00-24:00", "outside"),
    ],
)
def test_hours_that_cannot_be_read_whole_are_not_read_in_part(text: str, reason: str) -> None:
    hours = read_hours(text)
    assert (hours.windows, hours.reason) == ((), reason)


@pytest.mark.parametrize("text", ["", "  ", "-", "\n"])
def test_no_hours_are_no_fault(text: str) -> None:
    assert read_hours(text) == read_hours("")
    assert not read_hours(text).reason


@given(st.text(max_size=40) | st.text(f"{DAY_LETTERS}lunes 0123456789:-;,ay\n", max_size=40))
def test_any_text_is_hours_or_a_reason_never_both(text: str) -> None:
    hours = read_hours(text)
    assert not (hours.windows and hours.reason)
    assert all(GRID_START <= window.start < window.end <= GRID_END for window in hours.windows)
