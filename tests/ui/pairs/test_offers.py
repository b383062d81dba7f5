# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What cards of proposals say, without a window."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.choice import Gap
from revmentor_desktop.programme import pairs, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.pairs.completion.lines import heading, joined_sentence, left_out_sentence, lines_of, pair_names
from revmentor_desktop.ui.pairs.completion.offers import Couple, Figures, Offer, Part, Shown, differing, figures_of_completion, work_out
from revmentor_desktop.ui.pairs.completion.paper import shown_of
from revmentor_desktop.ui.pairs.completion.today import offers_of, unproved
from tests import factory

ids = st.integers(1, 6).map(PersonId)
couples = st.frozensets(st.tuples(ids, ids), max_size=6)


def go_on() -> None:
    """Nobody stops the work."""


def offer(pairs_of_it: frozenset[Couple]) -> Offer:
    shown = tuple(Shown(couple, Part.NEW, 50.0) for couple in sorted(pairs_of_it))
    return Offer("x", "Una", "scale", "", Figures(len(shown), 50.0 * len(shown), 50.0), shown)


@given(st.lists(couples, min_size=1, max_size=3))
def test_a_pair_is_tinted_exactly_when_some_proposal_beside_it_lacks_it(sets: list[frozenset[Couple]]) -> None:
    tinted = differing([offer(one) for one in sets])
    for couple in frozenset().union(*sets):
        assert (couple in tinted) == any(couple not in one for one in sets)


@given(st.lists(couples, min_size=1, max_size=3))
def test_paper_marks_what_stands_in_one_proposal_only(sets: list[frozenset[Couple]]) -> None:
    for column in shown_of([offer(one) for one in sets]):
        for mentor, mentee, _score, marked in column.pairs:
            assert marked == (len(sets) > 1 and sum((mentor, mentee) in one for one in sets) == 1)


def test_the_figures_leave_the_pairs_of_both_out_and_tell_them_apart(example: Workspace) -> None:
    snapshot = example.snapshot()
    completion = pairs.complete(snapshot)
    figures = figures_of_completion(snapshot, completion)
    assert (figures.pairs, figures.either) == (completion.mentees, completion.either)
    assert abs(figures.points - completion.total) < 1e-9
    assert abs(figures.either_points - completion.either_total) < 1e-9
    assert figures.lowest == completion.worst


def test_many_people_left_out_are_counted_in_the_sentence_and_listed_below(example: Workspace) -> None:
    snapshot = example.snapshot()
    everybody = tuple(snapshot.enrolments)[:9]
    many = Offer("x", "Una", "scale", "", Figures(0, 0.0, None), (), left_out=everybody)
    assert left_out_sentence(snapshot, many).endswith("y 4 más.")
    named = [line.text for line in lines_of(snapshot, many, frozenset())[2:]]
    assert named == [snapshot.people[person_id].short_name for person_id in everybody]


def test_two_people_of_one_first_name_are_called_by_their_surname_too(example: Workspace) -> None:
    lucia = next(person for person in example.snapshot().people.values() if person.first_name == "Lucía")
    other = people.enrol(example, factory.person("Lucía", "Fernández-Villaverde", "otra@example.com"))
    assert pair_names(example.snapshot(), (lucia.id, other)) == "Lucía Serrano y Lucía Fernández-Villaverde"


def test_giving_up_is_passed_on_to_whoever_asked(example: Workspace) -> None:
    class StopError(Exception):
        pass

    def stop() -> None:
        raise StopError

    def tried(work: Callable[[], object]) -> bool:
        try:
            work()
        except StopError:
            return True
        return False

    assert tried(lambda: work_out(example.snapshot(), stop))


def test_who_takes_part_only_in_one_proposal_is_said_there(example: Workspace) -> None:
    found = work_out(example.snapshot(), go_on)
    for one in offers_of(found):
        assert bool(one.joined) == bool(joined_sentence(example.snapshot(), one))
        assert not set(one.joined) & set(one.left_out)


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (None, ""),
        (Gap(1, 0.0), "quizá 1 persona más de «ambos» podría tener pareja."),
        (Gap(0, 12.4), "hasta 12 puntos más."),
        (Gap(0, 0.0), "Es tan buena como la mejor"),
    ],
)
def test_a_proposal_that_was_not_shown_to_be_the_best_says_how_far_it_may_be(example: Workspace, gap: Gap | None, words: str) -> None:
    said = unproved(replace(pairs.complete(example.snapshot()), gap=gap))
    assert words in said
    assert bool(said) == (gap is not None)


def test_headings_count_in_real_plurals() -> None:
    assert [heading(Part.FAILS, number) for number in (1, 2)] == ["1 pareja que ya no vale", "2 parejas que ya no valen"]
