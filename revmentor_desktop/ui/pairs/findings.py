# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What was worked out beside the window about one state of the programme, as far as it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme.effect import Move, Whole
from revmentor_desktop.programme.pairs import Baseline, Cost, Lonely, Unlock

CoupleIds = tuple[PersonId, PersonId]
"""Mentor and mentee."""


class Stage(StrEnum):
    """How far an answer is."""

    PENDING = "pending"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(slots=True)
class Findings:
    """Answers by whom they are about; what is not there yet is still being worked out, or was not asked for.

    ``base`` and ``whole`` are of the best completion, ``base_lost``: it could not be worked out. ``costs`` hold every
    possible pair of a person; ``moves`` who would learn from another if a pair were formed. ``lost`` are those whose costs,
    and ``no_change`` those whose unlocking could not be worked out. ``reasons``: why people have no pair, ``None`` while
    unknown.
    """

    base: Baseline | None = None
    whole: Whole | None = None
    base_lost: bool = False
    costs: dict[PersonId, Mapping[CoupleIds, Cost]] = field(default_factory=dict[PersonId, Mapping[CoupleIds, Cost]])
    moves: dict[CoupleIds, tuple[Move, ...]] = field(default_factory=dict[CoupleIds, tuple[Move, ...]])
    lost: set[PersonId] = field(default_factory=set[PersonId])
    reasons: Mapping[PersonId, Lonely] | None = None
    reasons_lost: bool = False
    unlocks: dict[PersonId, Unlock] = field(default_factory=dict[PersonId, Unlock])
    no_change: set[PersonId] = field(default_factory=set[PersonId])

    def stage_of_costs(self, person_id: PersonId) -> Stage:
        """How far the costs of somebody's pairs are."""
        if self.base_lost or person_id in self.lost:
            return Stage.FAILED
        return Stage.KNOWN if person_id in self.costs else Stage.PENDING

    def stage_of_reasons(self) -> Stage:
        """How far it is known why people have no pair."""
        if self.reasons_lost:
            return Stage.FAILED
        return Stage.PENDING if self.reasons is None else Stage.KNOWN

    def stage_of_unlock(self, person_id: PersonId) -> Stage:
        """How far the change that would unlock somebody's pair is."""
        if person_id in self.no_change:
            return Stage.FAILED
        return Stage.KNOWN if person_id in self.unlocks else Stage.PENDING

    def cost(self, person_id: PersonId, couple: CoupleIds) -> Cost | None:
        """Return what a pair of somebody costs the rest, as far as it is known."""
        return self.costs.get(person_id, {}).get(couple)
