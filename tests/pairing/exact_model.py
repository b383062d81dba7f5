# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The rules of the completion written down once more as an integer programme, from the records alone (SciPy's ``milp``).

Nothing of the program's own solver, matrices or faces is used: scores and blocks come one by one from `criteria` and
`blocks`, who learns and who teaches are variables, and each step holds the figures of the ones before.
"""
# pyright: reportArgumentType=false
# SciPy's types know only one limit for all rows of a constraint.

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective
from tests.pairing import by_hand

Vector = NDArray[np.float64]
Weight = Callable[[by_hand.Couple], float]


@dataclass(frozen=True)
class Exact:
    """What the best completion reaches, the fixed pairs left out of account, and who must stay without: only how many."""

    mentees: int
    mentees_total: float
    either: int
    either_total: float
    left_out: int
    worst: float | None = None


class Model:
    """Variables: a pair each, then «has a partner» of each person whom the base pairs."""

    def __init__(self, situation: Situation, base: frozenset[PersonId]) -> None:
        self.scores = by_hand.possible(situation, situation.edition.minimum)
        self.pairs = sorted(self.scores)
        self.base = sorted(base)
        self.width = len(self.pairs) + len(self.base)
        self.rows: list[Vector] = []
        self.low: list[float] = []
        self.high: list[float] = []
        fixed = [(pair.mentor_id, pair.mentee_id) for pair in situation.fixed()]
        for person in situation.enrolments:
            self._sides(situation, person, fixed)
        for place, person in enumerate(self.base):
            if not any(person in couple for couple in fixed):
                row = self._touching(person)
                row[len(self.pairs) + place] = -1.0
                self._hold(row, 0.0, np.inf)

    def _touching(self, person: PersonId) -> Vector:
        return self.row(lambda one: float(person in one))

    def row(self, weight: Weight) -> Vector:
        """What each pair weighs; people weigh nothing."""
        return np.array([*(weight(one) for one in self.pairs), *(0.0 for _ in self.base)])

    def _hold(self, row: Vector, low: float, high: float) -> None:
        self.rows.append(row)
        self.low.append(low)
        self.high.append(high)

    def _sides(self, situation: Situation, person: PersonId, fixed: list[by_hand.Couple]) -> None:
        """At most one mentor, no more mentees than places, and one side only."""
        learned = sum(mentee == person for _, mentee in fixed)
        taught = sum(mentor == person for mentor, _ in fixed)
        seats = 0 if learned else max(0, situation.enrolments[person].capacity - taught)
        learn = self.row(lambda one: float(one[1] == person))
        teach = self.row(lambda one: float(one[0] == person))
        self._hold(learn, 0.0, 0.0 if learned or taught else 1.0)
        self._hold(teach + seats * learn, 0.0, float(seats))

    def most(self, row: Vector) -> float:
        """Return the greatest value of ``row`` under what is held."""
        limits = LinearConstraint(np.array(self.rows), self.low, self.high)
        options = {"mip_rel_gap": 0.0, "presolve": False}
        answer = milp(-row, integrality=np.ones(self.width), bounds=Bounds(0, 1), constraints=limits, options=options)
        assert answer.x is not None
        return float(row @ np.rint(answer.x))

    def holds_with(self, allowed: Callable[[by_hand.Couple], bool]) -> bool:
        """Whether what is held can be kept with the allowed pairs alone."""
        high = np.array([*(float(allowed(one)) for one in self.pairs), *(1.0 for _ in self.base)])
        limits = LinearConstraint(np.array(self.rows), self.low, self.high)
        options = {"presolve": False}
        answer = milp(np.zeros(self.width), integrality=np.ones(self.width), bounds=Bounds(0, high), constraints=limits, options=options)
        return answer.x is not None

    def forbid(self, forbidden: Callable[[by_hand.Couple], bool]) -> None:
        """Hold that none of these pairs is made."""
        row = self.row(lambda one: float(forbidden(one)))
        if row.any():
            self._hold(row, -np.inf, 0.0)

    def step(self, row: Vector, slack: float) -> float:
        """Make ``row`` as great as possible and hold that."""
        value = self.most(row) if row.any() else 0.0
        self._hold(row, value - slack, np.inf)
        return value


def exact(situation: Situation, base: frozenset[PersonId], objective: Objective = Objective.TOTAL) -> Exact:
    """Solve (a) to (d), then as many of ``base`` with a partner as possible. ``worst`` is only looked for if it is the objective."""
    model = Model(situation, base)
    roles = {person: enrolment.role for person, enrolment in situation.enrolments.items()}
    if not model.pairs:
        fixed = {one for pair in situation.fixed() for one in (pair.mentor_id, pair.mentee_id)}
        return Exact(0, 0.0, 0, 0.0, len(base - fixed))
    either = model.row(lambda one: float(roles[one[1]] is Role.EITHER))
    scores = model.row(lambda one: model.scores[one])
    count = model.row(lambda _: 1.0)
    mentees = model.step(count - either, 0.0)
    worst = _fairest(model, roles) if objective is Objective.FAIREST and round(mentees) else None
    mentees_total = model.step(scores * (count - either), 1e-6)
    others = model.step(either, 0.0)
    either_total = model.step(scores * either, 1e-6)
    covered = np.array([*(0.0 for _ in model.pairs), *(1.0 for _ in model.base)])
    left_out = len(base) - (round(model.step(covered, 0.0)) if len(base) else 0)
    return Exact(round(mentees), mentees_total, round(others), either_total, left_out, worst)


def _fairest(model: Model, roles: Mapping[PersonId, Role | None]) -> float:
    """Return the greatest worst score of the mentees' pairs, and hold it."""
    learning = {one for one in model.pairs if roles[one[1]] is not Role.EITHER}
    steps = sorted({model.scores[one] for one in learning})
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if model.holds_with(lambda one, least=steps[middle]: one not in learning or model.scores[one] >= least - 1e-9):
            low = middle
        else:
            high = middle - 1
    model.forbid(lambda one: one in learning and model.scores[one] < steps[low] - 1e-9)
    return steps[low]
