# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The smallest single change that would give somebody a partner (domain rules, section 6).

It raises the pairs of the mentees or of the *either* people and leaves nobody of the best completion out. It is an answer
of the person, or of somebody who becomes a possible partner by it, or one more place of anybody who teaches, or the
minimum. Every change named here was made and the pairing solved again, and so was every smaller one of its kind and all
of the kinds before, unless no pair could come of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.candidates import trials
from revmentor_desktop.pairing.change import Change, ChangeKind, with_change
from revmentor_desktop.pairing.choice import best_either, rows
from revmentor_desktop.pairing.criteria import score
from revmentor_desktop.pairing.explain import Lonely, lonely
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective, Table, choice_of, complete, face_of
from revmentor_desktop.pairing.standing import Standing


class Outcome(StrEnum):
    """What can be said to somebody without a pair.

    ``change``: one change unlocks one. ``pairable``: the best completion has a pair for them. ``surplus``: more people
    teach than there are places to. ``incomplete``: their own enrolment stands in the way. ``none``: no single change does.
    """

    CHANGE = "change"
    PAIRABLE = "pairable"
    SURPLUS = "surplus"
    INCOMPLETE = "incomplete"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Unlock:
    """Somebody without a pair, and the smallest ``change`` that would unlock one, if ``outcome`` is `Outcome.CHANGE`.

    ``partner_id`` is with whom, ``as_mentor`` whether the partner would teach, ``score`` (exact) what the pair would have
    after the change. With `Outcome.PAIRABLE` these three are the pair of the best completion.
    """

    person_id: PersonId
    outcome: Outcome
    change: Change | None = None
    partner_id: PersonId | None = None
    as_mentor: bool = False
    score: float | None = None


def _no_check() -> None:
    return


def unlocks(
    situation: Situation,
    objective: Objective = Objective.TOTAL,
    minimum: float | None = None,
    check: Callable[[], None] = _no_check,
) -> tuple[Unlock, ...]:
    """Return for everybody enrolled without a living pair what would give them one, by handle.

    The best completion by ``objective`` and ``minimum`` (``None``: the edition's) is what a change is measured by.
    ``check`` is called before every search and may raise to give up.
    """
    standing = Standing(situation, objective, minimum, check)
    after = {reason.person_id: reason for reason in lonely(standing.situation)}
    alone = [reason.person_id for reason in lonely(situation)]
    return tuple(_unlock(standing, person_id, after.get(person_id)) for person_id in alone)


def unlock(
    situation: Situation,
    person_id: PersonId,
    objective: Objective = Objective.TOTAL,
    minimum: float | None = None,
    check: Callable[[], None] = _no_check,
) -> Unlock:
    """Return what would give one person without a living pair one; see `unlocks`."""
    standing = Standing(situation, objective, minimum, check)
    after = {reason.person_id: reason for reason in lonely(standing.situation)}
    return _unlock(standing, person_id, after.get(person_id))


def _unlock(standing: Standing, person_id: PersonId, reason: Lonely | None) -> Unlock:
    if reason is None:
        return _partner(standing.situation, person_id, Outcome.PAIRABLE, None)
    if "side" not in reason.data:
        return Unlock(person_id, Outcome.INCOMPLETE)
    if standing.situation.enrolments[person_id].role is Role.MENTOR and reason.code == "surplus_mentor":
        return Unlock(person_id, Outcome.SURPLUS)
    for kind in ChangeKind:
        change = _smallest(standing, person_id, kind)
        if change is not None:
            return _made(standing, person_id, *change)
    return Unlock(person_id, Outcome.NONE)


def _smallest(standing: Standing, person_id: PersonId, kind: ChangeKind) -> tuple[Change, Table] | None:
    tried: set[tuple[bytes, ...]] = set()
    for change, table in trials(standing, person_id, kind):
        # Many stretches of hours come to the same.
        key = (table.seats.tobytes(), table.allowed.tobytes(), table.scores.values.round(9).tobytes())
        if key not in tried and standing.may(table, person_id) and standing.gives(table, person_id):
            return change, table
        tried.add(key)
    return None


def _made(standing: Standing, person_id: PersonId, change: Change, table: Table) -> Unlock:
    """Make the change, solve again and say with whom the person is paired."""
    changed = with_change(standing.situation, change)

    def cancelled() -> bool:
        standing.check()
        return False

    completion = complete(changed, standing.objective, cancelled=cancelled)
    new = [(one.mentor_id, one.mentee_id) for one in completion.new]
    if not {*standing.people, person_id} <= {one for couple in new for one in couple}:
        new = _covering(standing, changed, table, person_id)
    return _with(changed, person_id, Outcome.CHANGE, change, new)


def _covering(standing: Standing, changed: Situation, table: Table, person_id: PersonId) -> list[tuple[PersonId, PersonId]]:
    """Return one of several equal solutions that has everybody in it: the one the completion takes leaves somebody out."""
    import numpy as np

    choice, _ = choice_of(changed, table, face_of(table, standing.objective))
    search = rows(choice)
    if any(one.either for one in choice.candidates):
        best_either(choice.candidates, search, np.zeros(len(choice.candidates), dtype=np.bool_), standing.check)
    standing.cover(search, choice.candidates, person_id)
    present = np.array([one.present for one in choice.candidates], dtype=np.float64)
    taken = search.most(present, np.zeros(len(present), dtype=np.bool_), np.ones(len(present), dtype=np.bool_))
    return [(one.mentor_id, one.mentee_id) for one, into in zip(choice.candidates, taken, strict=True) if into]


def _partner(situation: Situation, person_id: PersonId, outcome: Outcome, change: Change | None) -> Unlock:
    pairs = [(pair.mentor_id, pair.mentee_id) for pair in situation.living()]
    return _with(situation, person_id, outcome, change, pairs)


def _with(
    situation: Situation, person_id: PersonId, outcome: Outcome, change: Change | None, pairs: list[tuple[PersonId, PersonId]]
) -> Unlock:
    theirs = [(score(situation, *couple), couple) for couple in pairs if person_id in couple]
    value, (mentor_id, mentee_id) = max(theirs, key=lambda one: (round(one[0], 9), one[1]))
    as_mentor = mentee_id == person_id
    return Unlock(person_id, outcome, change, mentor_id if as_mentor else mentee_id, as_mentor, value)
