# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The cost of a pair found the slow way: the whole edition is solved again with the pair in it."""

from dataclasses import dataclass, replace

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.blocks import all_blocks, offered
from revmentor_desktop.pairing.criteria import score
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective, complete
from tests.pairing import by_hand

Couple = tuple[PersonId, PersonId]


@dataclass(frozen=True)
class Slow:
    """The figures that a cost must have, totals to a millionth; ``left_out`` is only how many."""

    mentees: int
    either: int
    mentees_total: float
    total: float
    left_out: int


def with_pair(situation: Situation, couple: Couple) -> Situation:
    """The situation with the pair made by hand."""
    lowest = min((0, *(pair.id for pair in situation.pairs))) - 1
    others = tuple(pair for pair in situation.pairs if not pair.state.living or (pair.mentor_id, pair.mentee_id) != couple)
    return replace(situation, pairs=(*others, Pair(PairId(lowest), situation.edition.id, *couple)))


def candidates(situation: Situation, person_id: PersonId) -> set[Couple]:
    """The pairs of somebody that nothing forbids beside the fixed ones, and those that are fixed already."""
    fixed = replace(situation, pairs=situation.fixed())
    found = {(pair.mentor_id, pair.mentee_id) for pair in fixed.pairs if pair.has(person_id)}
    for other in situation.enrolments:
        for couple in ((person_id, other), (other, person_id)):
            known = all(situation.enrolments[one].role for one in couple)
            if known and offered(situation, *couple) and not all_blocks(fixed, *couple):
                found.add(couple)
    return found


def figures(situation: Situation, completion: Completion) -> tuple[int, int, float, float]:
    """Mentees, either, the mentees' total and the total, of the fixed pairs too."""
    return figures_of(situation, [*by_hand.pairs_of(completion), *((pair.mentor_id, pair.mentee_id) for pair in completion.fixed)])


def figures_of(situation: Situation, couples: list[Couple]) -> tuple[int, int, float, float]:
    """The same of these pairs alone."""
    values = {couple: score(situation, *couple) for couple in couples}
    either = [couple for couple in couples if situation.enrolments[couple[1]].role is Role.EITHER]
    mentees_total = sum(values[couple] for couple in couples if couple not in either)
    return len(couples) - len(either), len(either), mentees_total, sum(values.values())


def people(completion: Completion) -> set[PersonId]:
    """Everybody with a partner."""
    return {one for pair in (*completion.new, *completion.fixed) for one in (pair.mentor_id, pair.mentee_id)}


def slow(situation: Situation, couple: Couple) -> Slow:
    """The cost of a pair in a small firm: every solution is looked at."""
    before, now = complete(situation), with_pair(situation, couple)
    after = complete(now)
    one, other = figures(situation, before), figures(situation, after)
    differences = [new - old for new, old in zip(other, one, strict=True)]
    left_out = fewest_left_out(now, people(before))
    return Slow(int(differences[0]), int(differences[1]), round(differences[2], 6), round(differences[3], 6), left_out)


def fewest_left_out(situation: Situation, paired: set[PersonId]) -> int:
    """The least number of ``paired`` that a best solution leaves without a partner."""
    pairs = by_hand.possible(situation, situation.edition.minimum)
    fixed = {one for pair in situation.fixed() for one in (pair.mentor_id, pair.mentee_id)}
    ranked = [
        (
            tuple(-figure for figure in by_hand.figures(situation, Objective.TOTAL, pairs, chosen)[:5]),
            len(paired - fixed - {one for couple in chosen for one in couple}),
        )
        for chosen in by_hand.solutions(situation, pairs)
    ]
    return min(ranked)[1]


def may_be_forced(situation: Situation, couple: Couple) -> bool:
    """Whether the pair is blocked, and HR may form it all the same."""
    known = all(situation.enrolments[one].role for one in couple)
    blocks = all_blocks(situation, *couple) if known and offered(situation, *couple) else ()
    return bool(blocks) and all(block.forcible for block in blocks)
