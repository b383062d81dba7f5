# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The automatic completion: exact, around everything that is fixed (domain rules, section 6).

(a) as many mentees as possible get a mentor, (b) with the greatest total (or the greatest worst score, then the greatest
total); keeping those figures, (c) as many *either* people without a pair as possible get one, (d) with the greatest
total. SciPy and NumPy are imported at first use, for their import costs half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.assignment import Face, best_assignment, fairest_limit, optimal_face
from revmentor_desktop.pairing.choice import Candidate, Choice, Chosen, Gap, choose
from revmentor_desktop.pairing.criteria import TOLERANCE, score
from revmentor_desktop.pairing.score import Scores, blocked, by_handle, couples, same_person, score_matrix
from revmentor_desktop.pairing.search import Left
from revmentor_desktop.pairing.situation import Situation

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Numbers


EXACT_EITHER = 60
"""Up to so many *either* people the completion takes the time it needs; with more, (c) and (d) with places for several are too hard."""


class Objective(StrEnum):
    """What makes one completion better than another with as many mentees."""

    TOTAL = "total"
    FAIREST = "fairest"


class CancelledError(Exception):
    """The user gave up while the completion was being searched."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pair of a completion. ``score`` is exact, ``kept`` the unlocked proposal that stays as it is."""

    mentor_id: PersonId
    mentee_id: PersonId
    score: float
    kept: PairId | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """What the automatic completion would do; nothing is changed.

    ``new`` has the kept proposals too, greatest score first; ``replaced`` are the unlocked proposals that would go and
    ``fixed`` the pairs left alone. The figures are of ``new`` alone, without the fixed pairs: ``mentees`` and ``either``
    count those of each role who get a mentor, ``total`` and ``worst`` (``None`` without any) are of the mentees' pairs,
    ``either_total`` of the others. ``unpaired`` is everybody enrolled who stays without a living pair, those who want to
    learn first. ``gap`` is how far (c) and (d) may be from the best, ``None`` when they are the best, as they nearly always are.
    """

    new: tuple[Proposed, ...]
    replaced: tuple[Pair, ...]
    fixed: tuple[Pair, ...]
    total: float
    worst: float | None
    either_total: float
    mentees: int
    either: int
    unpaired: tuple[PersonId, ...]
    gap: Gap | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Who may still teach (rows) and learn (columns): ``allowed`` pairs, free ``seats`` of each mentor, *either* columns.

    ``possible`` are the pairs that nothing forbids beside the fixed ones, whatever their score and whether they were tried.
    """

    scores: Scores
    possible: Flags
    allowed: Flags
    seats: Numbers
    either: Flags


def complete(
    situation: Situation,
    objective: Objective = Objective.TOTAL,
    minimum: float | None = None,
    cancelled: Callable[[], bool] | None = None,
    left: Left | None = None,
) -> Completion:
    """Return the best completion; equal ones are told apart by the proposals they keep, then by the e-mails of their pairs.

    ``minimum`` is the least score of a new pair (``None``: the edition's). ``cancelled`` is asked between the steps; when
    it says yes, `CancelledError` is raised. ``left`` says how many seconds are left; it is only asked when there are more
    than `EXACT_EITHER` *either* people, and when they are over the best solution found so far is returned with its gap.
    """

    def pause() -> None:
        if cancelled is not None and cancelled():
            raise CancelledError

    pause()
    table = table_of(situation, situation.edition.minimum if minimum is None else minimum)
    if not table.allowed.any():
        return completion_of(situation, Chosen(()))
    pause()
    choice, start = choice_of(situation, table, face_of(table, objective))
    return completion_of(situation, choose(choice, start, pause, limited(situation, left)) if choice.candidates else Chosen(()))


def limited(situation: Situation, left: Left | None) -> Left | None:
    """Return ``left`` if there are so many *either* people that the time may be limited."""
    either = sum(enrolment.role is Role.EITHER for enrolment in situation.enrolments.values())
    return left if either > EXACT_EITHER else None


def table_of(situation: Situation, minimum: float) -> Table:
    """Return what the completion looks at: everybody whom the fixed pairs leave a side, by handle, and ``minimum``."""
    import numpy as np

    fixed = situation.fixed()
    taught = [pair.mentor_id for pair in fixed]
    learning = {pair.mentee_id for pair in fixed}
    roles = {person_id: enrolment.role for person_id, enrolment in situation.enrolments.items()}
    mentors = [person_id for person_id, role in roles.items() if role is not None and role.teaches and person_id not in learning]
    mentees = [
        person_id
        for person_id, role in roles.items()
        if role is not None and role.learns and person_id not in learning and person_id not in taught
    ]
    scores = score_matrix(situation, by_handle(situation, mentors), by_handle(situation, mentees))
    free = [max(0, situation.enrolments[person_id].capacity - taught.count(person_id)) for person_id in scores.mentors]
    seats = np.array(free, dtype=np.intp)
    either = np.array([roles[person_id] is Role.EITHER for person_id in scores.mentees], dtype=np.bool_)
    possible = _possible(situation, scores) & (seats > 0)[:, None]
    over = couples(scores, [(first, second) for first, second in map(tuple, situation.over())])
    return Table(scores, possible, possible & ~over & (scores.values >= minimum - TOLERANCE), seats, either)


def _possible(situation: Situation, scores: Scores) -> Flags:
    possible = ~same_person(scores) & ~couples(scores, [(pair.mentor_id, pair.mentee_id) for pair in situation.fixed()])
    for marks in blocked(situation, scores).values():
        possible &= ~marks
    return possible


def face_of(table: Table, objective: Objective) -> Face:
    """Solve (a) and (b): all of their best solutions."""
    values, allowed = table.scores.values, table.allowed & ~table.either[None, :]
    if objective is Objective.FAIREST and allowed.any():
        pairs = int(best_assignment(values, allowed, table.seats).sum())
        allowed &= values >= fairest_limit(values, allowed, table.seats, pairs) - TOLERANCE
    return optimal_face(values, allowed, table.seats)


def choice_of(situation: Situation, table: Table, face: Face) -> tuple[Choice, list[tuple[PersonId, PersonId]]]:
    """Return what the later steps may choose from when (a) and (b) are solved, with one solution to start from."""
    values, scores, roles = table.scores.values, table.scores, table.either
    useful = face.useful | (table.allowed & roles[None, :])
    present = {(pair.mentor_id, pair.mentee_id) for pair in situation.replaceable()}
    candidates: list[Candidate] = []
    # Rows and columns are in the order of the handles, and so are the candidates.
    for row, column in _places(useful):
        couple = scores.mentors[row], scores.mentees[column]
        candidates.append(Candidate(*couple, float(values[row, column]), bool(roles[column]), couple in present))
    start = [(scores.mentors[row], scores.mentees[column]) for row, column in _places(face.chosen)]
    choice = Choice(
        candidates=tuple(candidates),
        seats={person: int(seats) for person, seats in zip(scores.mentors, table.seats, strict=True) if seats},
        learn=frozenset(_marked(scores.mentees, face.learn)),
        full=frozenset(_marked(scores.mentors, face.full)),
    )
    return choice, start


def _places(marks: Flags) -> list[tuple[int, int]]:
    import numpy as np

    rows, columns = np.nonzero(marks)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def _marked(ids: Sequence[PersonId], marks: Flags) -> list[PersonId]:
    return [person_id for person_id, mark in zip(ids, marks, strict=True) if mark]


def completion_of(situation: Situation, choice: Chosen) -> Completion:
    """Return the completion that makes the pairs of ``choice``."""
    chosen = choice.candidates
    people = situation.people
    present = {(pair.mentor_id, pair.mentee_id): pair.id for pair in situation.replaceable()}
    exact = {one: score(situation, one.mentor_id, one.mentee_id) for one in chosen}
    new = [Proposed(one.mentor_id, one.mentee_id, exact[one], present.get((one.mentor_id, one.mentee_id))) for one in chosen]
    new.sort(key=lambda one: (-round(one.score, 9), people[one.mentor_id].handle, people[one.mentee_id].handle))
    kept = {one.kept for one in new}
    fixed = situation.fixed()
    paired = {person for one in (*new, *fixed) for person in (one.mentor_id, one.mentee_id)}
    mentees = [exact[one] for one in chosen if not one.either]
    either = [exact[one] for one in chosen if one.either]
    return Completion(
        new=tuple(new),
        replaced=tuple(pair for pair in situation.replaceable() if pair.id not in kept),
        fixed=fixed,
        total=sum(sorted(mentees)),
        worst=min(mentees, default=None),
        either_total=sum(sorted(either)),
        mentees=len(mentees),
        either=len(either),
        unpaired=_unpaired(situation, paired),
        gap=choice.gap,
    )


def _unpaired(situation: Situation, paired: set[PersonId]) -> tuple[PersonId, ...]:
    ids = by_handle(situation, [person_id for person_id in situation.enrolments if person_id not in paired])
    roles = {person_id: situation.enrolments[person_id].role for person_id in ids}
    return tuple(sorted(ids, key=lambda person_id: _LEARNERS_FIRST.index(roles[person_id])))


_LEARNERS_FIRST = (Role.MENTEE, Role.EITHER, Role.MENTOR, None)


def with_pairs(situation: Situation, completion: Completion) -> Situation:
    """Return the situation as it would be after ``completion``: its new pairs are unlocked proposals with negative ids."""
    gone = {pair.id for pair in completion.replaced}
    stay = tuple(pair for pair in situation.pairs if pair.id not in gone)
    lowest = min((0, *(pair.id for pair in situation.pairs)))
    made = tuple(
        Pair(PairId(lowest - number), situation.edition.id, one.mentor_id, one.mentee_id, locked=False)
        for number, one in enumerate((one for one in completion.new if one.kept is None), start=1)
    )
    return replace(situation, pairs=(*stay, *made))
