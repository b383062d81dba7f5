# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The best completion found the slow way: every possible set of pairs is looked at."""

from collections.abc import Iterator

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.blocks import all_blocks, offered
from revmentor_desktop.pairing.criteria import score
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective

Couple = tuple[PersonId, PersonId]
Figures = tuple[float, ...]


def possible(situation: Situation, minimum: float) -> dict[Couple, float]:
    """Every pair that may be proposed, with its score."""
    tried = {frozenset((pair.mentor_id, pair.mentee_id)) for pair in situation.pairs if pair.fixed or not pair.state.living}
    found: dict[Couple, float] = {}
    for mentor in situation.enrolments:
        for mentee in situation.enrolments:
            if frozenset((mentor, mentee)) in tried or not offered(situation, mentor, mentee):
                continue
            value = score(situation, mentor, mentee)
            if {*all_blocks(situation, mentor, mentee)} <= {Block.CAPACITY} and value >= minimum - 1e-9:
                found[mentor, mentee] = value
    return found


def solutions(situation: Situation, pairs: dict[Couple, float]) -> Iterator[tuple[Couple, ...]]:
    """Every set of pairs that respects the places beside the fixed pairs."""
    fixed = [(pair.mentor_id, pair.mentee_id) for pair in situation.pairs if pair.fixed]
    learners = sorted({mentee for _, mentee in pairs})

    def extend(place: int, chosen: list[Couple]) -> Iterator[tuple[Couple, ...]]:
        if place == len(learners):
            yield tuple(chosen)
            return
        yield from extend(place + 1, chosen)
        mentee = learners[place]
        taken = [*fixed, *chosen]
        if any(mentee in couple for couple in taken):
            return
        for mentor, other in pairs:
            taught = sum(one == mentor for one, _ in taken)
            if other == mentee and taught < situation.enrolments[mentor].capacity and all(one != mentor for _, one in taken):
                yield from extend(place + 1, [*chosen, (mentor, mentee)])

    return extend(0, [])


def figures(situation: Situation, objective: Objective, pairs: dict[Couple, float], chosen: tuple[Couple, ...]) -> Figures:
    """What makes one solution better than another: greater is better, element by element."""
    either = {person for person, enrolment in situation.enrolments.items() if enrolment.role is Role.EITHER}
    present = {(pair.mentor_id, pair.mentee_id) for pair in situation.pairs if pair.state.living and not pair.fixed}
    mentees = [pairs[one] for one in chosen if one[1] not in either]
    others = [pairs[one] for one in chosen if one[1] in either]
    worst = round(min(mentees, default=0.0), 6) if objective is Objective.FAIREST else 0.0
    return (len(mentees), worst, round(sum(mentees), 6), len(others), round(sum(others), 6), len(present & {*chosen}))


def best(situation: Situation, objective: Objective, minimum: float) -> tuple[Figures, list[tuple[str, str]]]:
    """The figures of the best solution, and its pairs by handle."""
    pairs = possible(situation, minimum)
    ranked = [
        (tuple(-figure for figure in figures(situation, objective, pairs, chosen)), handles(situation, chosen))
        for chosen in solutions(situation, pairs)
    ]
    negative, names = min(ranked)
    return tuple(-figure for figure in negative), names


def handles(situation: Situation, chosen: tuple[Couple, ...]) -> list[tuple[str, str]]:
    """The pairs by handle, sorted."""
    return sorted((situation.people[mentor].handle, situation.people[mentee].handle) for mentor, mentee in chosen)


def pairs_of(completion: Completion) -> tuple[Couple, ...]:
    """The new pairs of a completion as (mentor, mentee)."""
    return tuple((one.mentor_id, one.mentee_id) for one in completion.new)
