# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Passwords: the limits, what is weak though long, and how long a wrong one waits."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain import passwords
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.passwords import Strength, strength

LETTERS = st.characters(exclude_categories=("Cc", "Cs"))


def reason(password: str) -> str:
    try:
        passwords.check(password)
    except DomainError as error:
        assert error.field == "password"
        return error.reason
    return ""


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("", "too_short"),
        ("once letras", "too_short"),
        ("doce letras!", ""),
        ("            ", ""),
        ("x" * 200, ""),
        ("x" * 201, "too_long"),
        ("con un salto\nde línea", "control"),
        ("con un nulo\0dentro", "control"),
        ("media letra \ud83d", "control"),
    ],
)
def test_a_new_password_is_refused_for_its_length_or_for_letters_that_nobody_can_type(password: str, expected: str) -> None:
    assert reason(password) == expected


def test_letters_are_counted_composed_so_that_a_decomposed_one_is_no_longer() -> None:
    assert reason(unicodedata.normalize("NFD", "ñandú añejo")) == "too_short"


@given(st.text(LETTERS, max_size=40))
def test_a_password_is_the_same_however_its_letters_are_composed(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert passwords.normalised(apart) == passwords.normalised(text)
    assert reason(apart) == reason(text)
    assert strength(apart) is strength(text)


@given(st.text(st.sampled_from("abcñ"), min_size=12, max_size=30), st.integers(0, 4), st.integers(0, 4))
def test_spaces_at_the_ends_are_kept(text: str, before: int, after: int) -> None:
    spaced = " " * before + text + " " * after
    assert passwords.normalised(spaced) == spaced
    assert reason(" " * before + "x" * (12 - before)) == ""


@pytest.mark.parametrize(
    "password",
    [
        "contraseña2027",
        "Contr4señ4!2027",
        "P@ssw0rd123456",
        "recursoshumanos",
        "RecursosHumanos2027",
        "qwertyuiopasdf",
        "poiuytrewqlkjh",
        "123456789012345",
        "abcdefghijklmnop",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "121212121212121212",
        "1qaz2wsx3edc4rfv",
        "1q2w3e4r5t6y7u8i",
        "holaholaholaholahola",
        "madridmadrid2024madrid",
        "15/03/1975 1975",
        "                    ",
        "verano2026verano2026",
    ],
)
def test_what_everybody_uses_is_weak_however_long(password: str) -> None:
    assert strength(password) is Strength.WEAK


@pytest.mark.parametrize("password", ["el tren sale de Canfranc a las nueve", "Q7v#tLr9pZ!mK2xWb", "cuatro grullas beben té en la azotea"])
def test_a_long_sentence_and_long_noise_are_strong(password: str) -> None:
    assert strength(password) is Strength.STRONG


def test_twelve_letters_of_noise_are_fair() -> None:
    assert strength("gv2xk9qpzrwt") is Strength.FAIR


def test_the_names_of_the_firm_and_of_the_file_make_a_password_weak() -> None:
    password = "Albor-Cartografía"
    assert strength(password) is not Strength.WEAK
    assert strength(password, ("Cartografía Albor, S. L.",)) is Strength.WEAK


@given(st.text(LETTERS, max_size=300), st.lists(st.text(max_size=30), max_size=3))
def test_short_is_never_strong_and_nothing_makes_it_fail(password: str, names: list[str]) -> None:
    found = strength(password, names)
    if len(unicodedata.normalize("NFC", password)) < 9:
        assert found is Strength.WEAK or len(unicodedata.normalize("NFKD", password.casefold())) >= 9
    assert strength(password, [*names, password]) <= found or found is Strength.WEAK


@given(st.sampled_from(["contraseña", "password", "qwerty", "Zaragoza", "1234"]), st.integers(1, 12))
def test_the_same_again_makes_nothing_stronger(word: str, times: int) -> None:
    assert strength(word * times) is Strength.WEAK


def test_a_wrong_password_waits_twice_as_long_each_time_and_half_a_minute_at_most() -> None:
    assert [passwords.delay_after(n) for n in range(8)] == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert passwords.delay_after(1_000_000) == 30


@given(st.text("0123456789abcdef", min_size=96, max_size=96), st.sampled_from([" ", "-", "\n", "  ", " – ", "\u00a0"]))
def test_a_recovery_key_is_the_same_with_whatever_stands_between_its_groups(key: str, between: str) -> None:
    groups = passwords.key_groups(key)
    assert [len(group) for group in groups] == [8] * 12
    assert passwords.key_letters(between.join(groups).upper()) == key
    assert passwords.foreign_letters(between.join(groups)) == ""


def test_letters_that_no_recovery_key_has_are_named_once() -> None:
    assert passwords.foreign_letters("0O1l ab-Oo") == "ol"
