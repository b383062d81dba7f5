# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a query finds, and in which order."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.people import folded
from revmentor_desktop.ui.search.results import AT_FIRST, GROUP_LIMIT, LIMIT, Entry, Group, Index

WORDS = st.sampled_from(["Lucía", "lucia", "Muñoz", "Ventas", "IMPRIMIR", "acuerdos", "4", "Sesión", "de"])
ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from(Group),
        st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
        st.lists(WORDS, max_size=2).map(" ".join),
        st.lists(WORDS, max_size=2).map(" ".join),
    ),
    max_size=60,
)


def person(name: str, detail: str = "", more: str = "") -> Entry:
    return Entry(Group.PEOPLE, name, detail, more)


def titles(query: str, *entries: Entry) -> list[str]:
    return [entry.title for entry in Index(entries).find(query)]


def test_accents_and_case_make_no_difference() -> None:
    assert titles("LUCIA", person("Lucía Serrano")) == ["Lucía Serrano"]
    assert titles("lucía", person("LUCIA Serrano")) == ["LUCIA Serrano"]


def test_all_words_must_be_somewhere_in_any_order() -> None:
    ana = person("Ana Gil", "Técnica · Ventas")
    assert titles("ventas ana", ana) == ["Ana Gil"]
    assert titles("compras ana", ana) == []


def test_what_starts_so_comes_before_what_merely_contains_it() -> None:
    found = titles("mar", person("Elsa", "Marketing"), person("Ademar Ruiz"), person("Ana Martín"), person("Marcos Gil"))
    assert found == ["Marcos Gil", "Ana Martín", "Ademar Ruiz", "Elsa"]


def test_the_group_with_the_best_result_comes_first() -> None:
    found = Index([person("Olimpia Sanz"), Entry(Group.ACTIONS, "Imprimir acuerdos")]).find("imp")
    assert [entry.group for entry in found] == [Group.ACTIONS, Group.PEOPLE]


def test_without_words_there_are_places_and_actions() -> None:
    entries = [person("Ana Gil"), Entry(Group.ACTIONS, "Deshacer"), Entry(Group.PLACES, "Inicio")]
    assert titles("  ", *entries) == ["Inicio", "Deshacer"]


def test_a_full_list_keeps_some_of_every_group() -> None:
    everything = [Entry(group, f"Lucía {number}") for group in Group for number in range(9)]
    found = Index(everything).find("lucia")
    assert len(found) == LIMIT
    assert {entry.group for entry in found} == set(Group)


@given(ENTRIES, st.lists(WORDS, max_size=3).map(" ".join))
def test_what_is_found_fits_and_stays_within_the_limits(entries: list[Entry], query: str) -> None:
    found = Index(entries).find(query)
    groups = [group for group, _members in groupby(entry.group for entry in found)]
    assert len(groups) == len(set(groups)), "the results of a group stand together"
    assert len(found) <= LIMIT
    assert all(sum(entry.group is group for entry in found) <= GROUP_LIMIT for group in groups)
    for entry in found:
        text = folded(f"{entry.title} {entry.detail} {entry.more}")
        assert all(word in text for word in folded(query).split())
        assert query or entry.group in AT_FIRST


@given(ENTRIES, WORDS)
def test_nothing_that_fits_is_hidden_while_there_is_room(entries: list[Entry], word: str) -> None:
    fit = {entry.group for entry in entries if folded(word) in folded(f"{entry.title} {entry.detail} {entry.more}")}
    assert {entry.group for entry in Index(entries).find(word)} == fit
