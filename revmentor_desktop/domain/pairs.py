# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A pair's life: who said what, in which state it is, and what may follow."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import PersonId

PairId = NewType("PairId", int)

FORCE_REASON_LETTERS = 10
"""Least letters of the reason for forcing a pair."""


class PairState(StrEnum):
    """Where a pair stands."""

    PROPOSED = "proposed"
    CONSULTING = "consulting"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    DECLINED = "declined"

    @property
    def living(self) -> bool:
        """Whether the pair still is one."""
        return self not in {PairState.COMPLETED, PairState.ENDED_EARLY, PairState.DECLINED}

    @property
    def has_sessions(self) -> bool:
        """Whether sessions and agreement can be made (from *accepted* on)."""
        return self in {PairState.ACCEPTED, PairState.ACTIVE, PairState.PAUSED}


class Answer(StrEnum):
    """What one of the two said when HR asked."""

    NOT_YET = "not_yet"
    YES = "yes"
    OTHER = "other"


class Block(StrEnum):
    """Why two people cannot be a pair, in the order in which the first that applies is said."""

    NOT_ENROLLED = "not_enrolled"
    WITHDRAWN = "withdrawn"
    DRAFT = "draft"
    NO_NOTICE = "no_rgpd"
    EXCLUSION = "exclusion"
    BOSS = "boss"
    HOURS = "hours"
    MODALITY = "modality"
    CAPACITY = "capacity"

    @property
    def forcible(self) -> bool:
        """Whether HR may pair the two all the same, with a reason that stays."""
        return self in {Block.HOURS, Block.MODALITY, Block.CAPACITY}


@dataclass(frozen=True, slots=True)
class Forced:
    """The mark that a forced pair keeps: the rules it breaks and why HR decided so."""

    blocks: tuple[Block, ...]
    reason: str

    def __post_init__(self) -> None:
        if any(not block.forcible for block in self.blocks):
            raise DomainError("blocks", "not_forcible")
        if sum(letter.isalpha() for letter in self.reason) < FORCE_REASON_LETTERS:
            raise DomainError("reason", "too_short", letters=FORCE_REASON_LETTERS)


@dataclass(frozen=True, slots=True)
class Pair:
    """One mentor and one mentee in an edition.

    ``locked``: the automatic completion leaves it alone. ``accepted_score`` is the score (0–100) on the day
    of acceptance. ``mentor_goal`` and ``mentee_goal`` are the free lines of the agreement. ``warnings_read`` are the
    codes of the warnings that HR ticked as read. ``over_on`` is the day on which it was declined, ended or completed,
    ``paused_on`` the day since which it is paused.
    """

    id: PairId
    edition_id: EditionId
    mentor_id: PersonId
    mentee_id: PersonId
    state: PairState = PairState.PROPOSED
    locked: bool = True
    mentor_answer: Answer = Answer.NOT_YET
    mentor_answer_on: date | None = None
    mentee_answer: Answer = Answer.NOT_YET
    mentee_answer_on: date | None = None
    accepted_on: date | None = None
    accepted_score: float | None = None
    forced: Forced | None = None
    mentor_goal: str = ""
    mentee_goal: str = ""
    in_person: bool | None = None
    warnings_read: tuple[str, ...] = ()
    consulted_on: date | None = None
    over_on: date | None = None
    paused_on: date | None = None

    def __post_init__(self) -> None:
        if self.mentor_id == self.mentee_id:
            raise DomainError("mentee_id", "same_person")

    @property
    def fixed(self) -> bool:
        """Whether the automatic completion must leave the pair alone (living, and locked or past *proposed*)."""
        return self.state.living and (self.locked or self.state is not PairState.PROPOSED)

    def has(self, person_id: PersonId) -> bool:
        """Whether somebody is one of the two."""
        return person_id in (self.mentor_id, self.mentee_id)
