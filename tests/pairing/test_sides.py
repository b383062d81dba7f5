# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The small choice in which people may stand on either side, against looking at every choice."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from revmentor_desktop.pairing.programmed import programmed_sides
from revmentor_desktop.pairing.sides import Couples, Sides, best_sides


@st.composite
def choices(draw: DrawFn, most: int = 6) -> Sides:
    """A few people who may teach, learn or both, some with a second seat; scores are coarse, so that ties are common."""
    size = draw(st.integers(2, most))
    learns = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    second = [node for node in range(size) if draw(st.integers(0, 3)) == 0]
    owner = [*range(size), *second]
    nodes = len(owner)
    able = draw(st.lists(st.sampled_from([0, 40, 40, 55.5, 70]), min_size=size * size, max_size=size * size))
    scores = np.array(able, dtype=np.float64).reshape(size, size)[owner][:, owner]
    may = (scores > 0) & (np.array(owner)[:, None] != np.array(owner)[None, :])
    may[:, size:] = False
    may[:, :size] &= np.array(learns)
    must = np.zeros(nodes, dtype=np.bool_)
    if may.any() and draw(st.booleans()):
        must[list(draw(st.sampled_from(np.argwhere(may).tolist())))] = True
    kept = np.array([node < size and draw(st.booleans()) for node in range(nodes)], dtype=np.bool_)
    marks = np.array([node < size and learns[node] for node in range(nodes)], dtype=np.bool_)
    return Sides(may, scores, marks, must, kept, np.array(owner, dtype=np.intp))


def every(sides: Sides) -> Iterator[Couples]:
    """Every set of couples that the rules allow."""
    couples = [(int(one), int(other)) for one, other in np.argwhere(sides.may)]

    def extend(place: int, chosen: Couples) -> Iterator[Couples]:
        if place == len(couples):
            yield chosen
            return
        yield from extend(place + 1, chosen)
        if fits(sides, [*chosen, couples[place]]):
            yield from extend(place + 1, [*chosen, couples[place]])

    return extend(0, [])


def fits(sides: Sides, chosen: Couples) -> bool:
    """Whether nobody is in two couples, and whoever learns teaches in none of their seats."""
    nodes = [node for couple in chosen for node in couple]
    learning = {learner for _, learner in chosen}
    return len(nodes) == len({*nodes}) and not any(int(sides.owner[teacher]) in learning for teacher, _ in chosen)


def binds(sides: Sides, chosen: Couples) -> bool:
    """Whether everybody who must be in a couple is."""
    return {*np.nonzero(sides.must)[0].tolist()} <= {node for couple in chosen for node in couple}


def figures(sides: Sides, chosen: Couples) -> tuple[int, float, int]:
    """What makes one choice better than another, element by element."""
    nodes = {node for couple in chosen for node in couple}
    total = sum(float(sides.scores[couple]) for couple in chosen if sides.learns[couple[1]])
    return sum(bool(sides.learns[learner]) for _, learner in chosen), round(total, 6), sum(bool(sides.kept[node]) for node in nodes)


@settings(max_examples=80, deadline=None)
@given(choices(most=5))
def test_the_choice_is_the_best_of_all_in_either_way_of_finding_it(sides: Sides) -> None:
    best = max(figures(sides, chosen) for chosen in every(sides) if binds(sides, chosen))
    for found in (best_sides(sides, lambda: None), programmed_sides(sides, lambda: None) if sides.may.any() else []):
        assert fits(sides, found)
        assert binds(sides, found)
        assert figures(sides, found) == best


@settings(max_examples=40, deadline=None)
@given(choices(most=14))
def test_both_ways_of_finding_the_best_choice_agree(sides: Sides) -> None:
    if sides.may.any():
        found, other = best_sides(sides, lambda: None), programmed_sides(sides, lambda: None)
        assert fits(sides, found)
        assert figures(sides, found) == figures(sides, other)
