# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Up to three complete proposals to choose from (domain rules, section 6): exact, and the same for the same data.

The alternative asks for a share of pairs that are in no other proposal, so that it is no assignment any more: a 0/1
programme (HiGHS) over all pairs that may be made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.assignment import POINTS, best_assignment
from revmentor_desktop.pairing.choice import SAME, SCALE, Best, Candidate, Choice, best_either, rows, settled
from revmentor_desktop.pairing.search import Left, OutOfTimeError, Search
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective, Table, complete, completion_of, limited, table_of

_HALVINGS = 12
"""How often what different pairs are worth is halved: to a fortieth of a point."""
_SHARE = 4
"""One in so many of the alternative's new pairs is in neither of the others."""

Couple = tuple[PersonId, PersonId]

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Floats


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


def proposals(
    situation: Situation, minimum: float | None = None, check: Callable[[], None] = _no_check, left: Left | None = None
) -> tuple[Proposal, ...]:
    """Return the proposals: the greatest total always, the fairest unless it has the same pairs, the alternative if there is one.

    ``minimum`` is the least score of a new pair (``None``: the edition's). ``check`` is called before every search and may
    raise to give up. ``left`` as for `complete`.
    """

    def cancelled() -> bool:
        check()
        return False

    found = {ProposalName.TOTAL: complete(situation, Objective.TOTAL, minimum, cancelled, left)}
    fairest = complete(situation, Objective.FAIREST, minimum, cancelled, left)
    if couples_of(fairest) != couples_of(found[ProposalName.TOTAL]):
        found[ProposalName.FAIREST] = fairest
    other = alternative(situation, tuple(found.values()), minimum, check, left)
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
    left: Left | None = None,
) -> Completion | None:
    """Return the best completion of which at least a quarter of the new pairs is in none of ``others``, ``None`` without any.

    It has as many mentees as the first of ``others``; then the greatest total of theirs, then (c) and (d). Equal ones are
    told apart as by `complete`. When the time is over before the totals are known it is left out, too.
    """
    import numpy as np

    table = table_of(situation, situation.edition.minimum if minimum is None else minimum)
    known = frozenset[Couple]().union(*(couples_of(one) for one in others))
    candidates = _candidates(situation, table)
    different = np.array([(one.mentor_id, one.mentee_id) not in known for one in candidates], dtype=np.float64)
    if not different.any():
        return None
    search = _search(table, candidates, limited(situation, left))
    mentees = np.array([not one.either for one in candidates], dtype=np.float64)
    search.keep(mentees, float(others[0].mentees), float(others[0].mentees))
    search.keep(different, 1.0, np.inf)
    search.keep(_SHARE * different - 1.0, 0.0, np.inf)
    check()
    try:
        if not search.has_solution():
            return None
        least = _reached(table, different, others[0].mentees, check)
        chosen = settled(candidates, search, _best(candidates, search, least, check), check)
    except OutOfTimeError:
        return None
    return completion_of(situation, chosen)


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


def _search(table: Table, candidates: tuple[Candidate, ...], left: Left | None) -> Search:
    seats = {person: int(free) for person, free in zip(table.scores.mentors, table.seats, strict=True) if free}
    return rows(Choice(candidates, seats, learn=frozenset(), full=frozenset()), left)


def _reached(table: Table, different: Floats, mentees: int, check: Callable[[], None]) -> float | None:
    """Return a total that an alternative without *either* people reaches, ``None`` if none is found.

    Different pairs are made worth more until there are enough of them; how much is found by halving.
    """
    import numpy as np

    values, allowed = table.scores.values, table.allowed & ~table.either[None, :]
    marks = np.zeros(values.shape)
    marks[table.allowed] = different
    low, high = 0.0, POINTS
    best: float | None = None
    for _ in range(_HALVINGS):
        check()
        extra = high if best is None else (low + high) / 2
        # Scaled back to points, so that a pair more is worth more than all of them.
        chosen = best_assignment((values + extra * marks) * POINTS / (POINTS + extra), allowed, table.seats)
        enough = chosen.sum() == mentees and _SHARE * marks[chosen].sum() >= mentees > 0
        total = float(values[chosen].sum())
        if enough:
            best, high = max(total, best or 0.0), extra
        elif best is None:
            return None
        else:
            low = extra
    return best


def _best(candidates: tuple[Candidate, ...], search: Search, least: float | None, check: Callable[[], None]) -> Best:
    """Solve (b), (c) and (d) within what ``search`` asks, and hold their figures; (b) comes to ``least`` at least."""
    import numpy as np

    everything = np.ones(len(candidates), dtype=np.bool_)
    scores = np.array([0.0 if one.either else one.score for one in candidates]) * SCALE
    check()
    within = everything if least is None else search.reachable(scores, least * SCALE, SAME * SCALE)
    check()
    solution = search.most(scores, ~everything, within)
    total = float(scores @ solution)
    possible = search.reachable(scores, total, SAME * SCALE) | solution
    search.keep(scores, total - SAME * SCALE, np.inf)
    if not any(one.either for one in candidates):
        return Best(solution, possible)
    best = best_either(candidates, search, solution, check)
    return replace(best, possible=(possible & best.possible) | best.solution)
