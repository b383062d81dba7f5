# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A way of pairing everybody that was kept under a name, to be compared later with what has become of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import PersonId

ScenarioId = NewType("ScenarioId", int)


class Aim(StrEnum):
    """What the kept proposal was best at."""

    TOTAL = "total"
    FAIREST = "fairest"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class ScenarioPair:
    """One pair of it: ``score`` (0–100) on that day, and whether it was ``fixed`` then (locked, or past *proposed*)."""

    mentor_id: PersonId
    mentee_id: PersonId
    score: float
    fixed: bool = False

    def __post_init__(self) -> None:
        if self.mentor_id == self.mentee_id:
            raise DomainError("mentee_id", "same_person")


@dataclass(frozen=True, slots=True)
class Scenario:
    """All the pairs of an edition as they would have stood on the day ``made_on``.

    ``size`` is how many pairs it was made of: a person who is erased from the file takes theirs along.
    """

    id: ScenarioId
    name: str
    made_on: date
    objective: Aim
    pairs: tuple[ScenarioPair, ...]
    edition_id: EditionId
    size: int
