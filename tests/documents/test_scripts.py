# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Right-to-left names in the order and the shapes in which they are seen."""

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.documents.layout import scripts


def test_arabic_letters_take_the_shape_of_their_place() -> None:
    assert scripts.shaped("محمد") == "\ufee3\ufea4\ufee4\ufeaa"
    assert scripts.shaped("سلام") == "\ufeb3\ufefc\ufee1"


def test_a_stretch_is_turned_round_as_a_whole_and_stays_on_one_line() -> None:
    assert scripts.visual("Ana שלום עולם y") == "Ana םלוע\u00a0םולש y"


def test_brackets_of_a_stretch_stay_with_it_and_open_the_right_way() -> None:
    assert scripts.visual("שלום (עולם), Ana") == "(םלוע)\u00a0םולש, Ana"


@given(st.text(alphabet="abc áé,.()0123"))
def test_text_from_left_to_right_stays_as_it_is(text: str) -> None:
    assert scripts.visual(text) == text


@given(st.text(alphabet="abc אבגדה ()"))
def test_no_letter_is_lost(text: str) -> None:
    seen = scripts.visual(text).replace("\u00a0", " ")
    assert sorted(letter for letter in seen if letter not in "()") == sorted(letter for letter in text if letter not in "()")
