# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Up to three complete proposals to choose from (domain rules, section 6): exact, and the same for the same data.

The alternative asks for a share of pairs that are in no other proposal, so that it is no assignment any more: a 0/1
programme (HiGHS) over all pairs that may be made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.choice import SAME, SCALE, Candidate, Choice, best_either, rows, settled
from revmentor_desktop.pairing.search import Search
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective, Table, complete, completion_of, table_of

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags

_SHARE = 4
"""One in so many of the alternative's new pairs is in neither of the others."""

Couple = tuple[PersonId, PersonId]


class ProposalName(StrEnum):
    """What a proposal is best at."""

    TOTAL = "total"
    FAIREST = "fairest"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A complete proposal; nothing is changed. ``only`` are its new pairs (mentor, mentee) that no other proposal has."""

    name: ProposalName
    completion: Completion
    only: frozenset[Couple]


def _no_check() -> None:
    return


def proposals(situation: Situation, minimum: float | None = None, check: Callable[[], None] = _no_check) -> tuple[Proposal, ...]:
    """Return the proposals: the greatest total always, the fairest unless it has the same pairs, the alternative if there is one.

    ``minimum`` is the least score of a new pair (``None``: the edition's). ``check`` is called before every search and may
    raise to give up.
    """

    def cancelled() -> bool:
        check()
        return False

    found = {ProposalName.TOTAL: complete(situation, Objective.TOTAL, minimum, cancelled)}
    fairest = complete(situation, Objective.FAIREST, minimum, cancelled)
    if couples_of(fairest) != couples_of(found[ProposalName.TOTAL]):
        found[ProposalName.FAIREST] = fairest
    other = alternative(situation, tuple(found.values()), minimum, check)
    if other is not None:
        found[ProposalName.ALTERNATIVE] = other
    couples = {name: couples_of(completion) for name, completion in found.items()}
    return tuple(
        Proposal(name, completion, couples[name].difference(*(theirs for one, theirs in couples.items() if one is not name)))
        for name, completion in found.items()
    )


def couples_of(completion: Completion) -> frozenset[Couple]:
    """Return the new pairs of a completion, kept proposals too, as (mentor, mentee)."""
    return frozenset((one.mentor_id, one.mentee_id) for one in completion.new)


def alternative(
    situation: Situation,
    others: Sequence[Completion],
    minimum: float | None = None,
    check: Callable[[], None] = _no_check,
) -> Completion | None:
    """Return the best completion of which at least a quarter of the new pairs is in none of ``others``, ``None`` without any.

    It has as many mentees as the first of ``others``; then the greatest total of theirs, then (c) and (d). Equal ones are
    told apart as by `complete`.
    """
    import numpy as np

    table = table_of(situation, situation.edition.minimum if minimum is None else minimum)
    known = frozenset[Couple]().union(*(couples_of(one) for one in others))
    candidates = _candidates(situation, table)
    different = np.array([(one.mentor_id, one.mentee_id) not in known for one in candidates], dtype=np.float64)
    if not different.any():
        return None
    search = _search(table, candidates)
    mentees = np.array([not one.either for one in candidates], dtype=np.float64)
    search.keep(mentees, float(others[0].mentees), float(others[0].mentees))
    search.keep(different, 1.0, np.inf)
    search.keep(_SHARE * different - 1.0, 0.0, np.inf)
    check()
    if not search.has_solution():
        return None
    solution, possible = _best(candidates, search, check)
    return completion_of(situation, settled(candidates, search, solution, possible, check))


def _candidates(situation: Situation, table: Table) -> tuple[Candidate, ...]:
    scores, present = table.scores, {(pair.mentor_id, pair.mentee_id) for pair in situation.replaceable()}
    found = table.allowed.nonzero()
    return tuple(
        Candidate(
            mentor_id=scores.mentors[row],
            mentee_id=scores.mentees[column],
            score=float(scores.values[row, column]),
            either=bool(table.either[column]),
            present=(scores.mentors[row], scores.mentees[column]) in present,
        )
        for row, column in zip(found[0].tolist(), found[1].tolist(), strict=True)
    )


def _search(table: Table, candidates: tuple[Candidate, ...]) -> Search:
    seats = {person: int(free) for person, free in zip(table.scores.mentors, table.seats, strict=True) if free}
    return rows(Choice(candidates, seats, learn=frozenset(), full=frozenset()))


def _best(candidates: tuple[Candidate, ...], search: Search, check: Callable[[], None]) -> tuple[Flags, Flags]:
    """Solve (b), (c) and (d) within what ``search`` asks, hold their figures, and return the solution and what may be in one."""
    import numpy as np

    everything = np.ones(len(candidates), dtype=np.bool_)
    scores = np.array([0.0 if one.either else one.score for one in candidates]) * SCALE
    check()
    solution = search.most(scores, ~everything, everything)
    total = float(scores @ solution)
    possible = search.reachable(scores, total, SAME * SCALE) | solution
    search.keep(scores, total - SAME * SCALE, np.inf)
    if any(one.either for one in candidates):
        solution, later = best_either(candidates, search, check)
        possible = (possible & later) | solution
    return solution, possible
