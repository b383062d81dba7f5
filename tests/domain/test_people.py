# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Names, addresses and who answers to whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import Person, PersonId, chain_of, checked_email, checked_name, folded, makes_cycle

ids = st.integers(1, 12).map(PersonId)
bosses = st.dictionaries(ids, st.one_of(st.none(), ids), max_size=12)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no_at"),
        ("ana", "no_at"),
        ("ana@", "no_ending"),
        ("ana@empresa", "no_ending"),
        ("ana@empresa.", "no_ending"),
        ("ana gil@empresa.es", "malformed"),
        ("ana@em presa.es", "malformed"),
        ("@empresa.es", "malformed"),
        ("ana@empresa..es", "malformed"),
        ("ana@empresa.es, eva@empresa.es", "malformed"),
    ],
)
def test_a_broken_address_says_what_is_wrong_with_it(text: str, reason: str) -> None:
    with pytest.raises(DomainError) as refused:
        checked_email(text)
    assert refused.value.reason == reason


@given(st.text())
def test_an_address_is_refused_or_stays_the_same_when_checked_again(text: str) -> None:
    try:
        once = checked_email(text)
    except DomainError:
        return
    assert checked_email(once) == once


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_folding_ignores_accents_and_case_but_keeps_the_enye() -> None:
    assert folded("  MARÍA   Núñez ") == folded("maria nuñez")
    assert folded("peña") != folded("pena")


@given(st.text())
def test_a_name_is_refused_or_has_no_spare_spaces(text: str) -> None:
    try:
        name = checked_name("first_name", text)
    except DomainError:
        return
    assert name == " ".join(name.split())
    assert name


@given(bosses, ids)
def test_a_chain_of_bosses_ends_even_in_a_circle_and_names_nobody_twice(known: dict[PersonId, PersonId | None], start: PersonId) -> None:
    chain = chain_of(start, known)
    assert len(chain) == len(set(chain))
    assert start not in chain


@given(bosses, ids, ids)
def test_bosses_added_one_by_one_never_close_a_circle(wanted: dict[PersonId, PersonId | None], first: PersonId, second: PersonId) -> None:
    kept: dict[PersonId, PersonId | None] = {}
    for person, boss in [*wanted.items(), (first, second)]:
        if boss is not None and not makes_cycle(person, boss, kept):
            kept[person] = boss
    for person in kept:
        above = chain_of(person, kept)
        assert all(person not in chain_of(boss, kept) for boss in above)


@pytest.mark.parametrize(
    ("last", "short"),
    [
        ("Serrano Pombo", "Ana Serrano"),
        ("El Amrani", "Ana El Amrani"),
        ("de la Torre Gil", "Ana de la Torre"),
        ("Zhang", "Ana Zhang"),
        ("", "Ana"),
    ],
)
def test_a_short_name_keeps_the_particles_of_the_first_surname(last: str, short: str) -> None:
    assert Person(PersonId(1), 1, "Ana", last).short_name == short
