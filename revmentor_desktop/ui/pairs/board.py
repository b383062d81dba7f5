# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Who stands in which column of the board, and what the assistant says of them, worked out once per state of the programme."""

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Block, Pair, PairId, PairState
from revmentor_desktop.domain.people import Person, PersonId, folded
from revmentor_desktop.programme.home import free_learners, free_teachers
from revmentor_desktop.programme.judging import Judge
from revmentor_desktop.programme.pairs import Assessment, Cost, Lonely, Partner
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.findings import Findings
from revmentor_desktop.ui.words import pairing

Made = TypeVar("Made")


class Side(StrEnum):
    """A column of people: those who teach stand at the left, those who learn at the right."""

    TEACH = "teach"
    LEARN = "learn"

    @property
    def opposite(self) -> "Side":
        """The other column."""
        return Side.LEARN if self is Side.TEACH else Side.TEACH


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people as mentor and mentee, paired or not."""

    mentor_id: PersonId
    mentee_id: PersonId

    @classmethod
    def of(cls, side: Side, person_id: PersonId, other_id: PersonId) -> "Couple":
        """Return somebody of ``side`` with another of the opposite column."""
        return cls(person_id, other_id) if side is Side.TEACH else cls(other_id, person_id)


@dataclass(frozen=True, slots=True)
class Fits:
    """The opposite column of one person: who is possible, who is taken by another pair, and who cannot be; best first."""

    possible: tuple[Partner, ...]
    taken: tuple[Partner, ...]
    blocked: tuple[Partner, ...]


class Board:
    """One state of the programme seen from the board. Everything asked twice is worked out once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.findings = Findings()
        self._judge = Judge(snapshot)
        self._judged: dict[Couple, Assessment] = {}
        self._blocks: dict[PairId, Block | None] = {}
        self._kept: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what ``make`` returned the first time it was asked for under ``key``."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("Made", self._kept[key])

    # People

    def free(self, side: Side) -> tuple[PersonId, ...]:
        """Return who can be paired on that side: those of one role first, then *ambos*, by name."""

        def find() -> tuple[PersonId, ...]:
            found = free_teachers(self.snapshot) if side is Side.TEACH else free_learners(self.snapshot)
            return tuple(
                sorted(found, key=lambda person_id: (self.role(person_id) is Role.EITHER, folded(self.person(person_id).full_name)))
            )

        return self.once(("free", side), find)

    def not_ready(self, side: Side) -> tuple[PersonId, ...]:
        """Return whose enrolment lacks something; who only learns is listed at the right, everybody else at the left."""
        drafts = self.once("drafts", lambda: [person.id for person in self.snapshot.drafts])
        return tuple(pid for pid in drafts if (self.role(pid) is Role.MENTEE) == (side is Side.LEARN))

    def person(self, person_id: PersonId) -> Person:
        """Return one person. Raises `KeyError`."""
        return self.snapshot.people[person_id]

    def role(self, person_id: PersonId) -> Role | None:
        """Return as what somebody takes part."""
        enrolment = self.snapshot.enrolments.get(person_id)
        return enrolment.role if enrolment else None

    # What the assistant says

    def fits(self, side: Side, person_id: PersonId) -> Fits:
        """Return the opposite column of somebody who stands on ``side``, without present partners and who has left the edition."""
        return self.once(("fits", side, person_id), lambda: self._fits(side, person_id))

    def _fits(self, side: Side, person_id: PersonId) -> Fits:
        ranked = self.once(("partners", person_id), lambda: self._judge.partners(person_id))
        listed = [one for one in ranked if one.as_mentor == (side is Side.LEARN) and one.block is not Block.WITHDRAWN]
        # Two people pair at most once; the ranking judges a present partner as if the pair were not there.
        listed = [one for one in listed if Couple.of(side, person_id, one.person_id) not in self._couples()]
        return Fits(
            possible=tuple(one for one in listed if one.block is None),
            taken=tuple(one for one in listed if one.blocks == (Block.CAPACITY,)),
            blocked=tuple(one for one in listed if one.block is not None and one.blocks != (Block.CAPACITY,)),
        )

    def _couples(self) -> frozenset[Couple]:
        living = self.snapshot.living_pairs
        return self.once("couples", lambda: frozenset(Couple(pair.mentor_id, pair.mentee_id) for pair in living))

    def partner(self, side: Side, person_id: PersonId, other_id: PersonId) -> Partner | None:
        """Return somebody as the partner of another, ``None`` when the two are not offered."""
        fits = self.fits(side, person_id)
        return next((one for one in (*fits.possible, *fits.taken, *fits.blocked) if one.person_id == other_id), None)

    def judge(self, couple: Couple) -> Assessment:
        """Return score, reasons and warnings of two people."""
        if couple not in self._judged:
            self._judged[couple] = self._judge.assess(couple.mentor_id, couple.mentee_id)
        return self._judged[couple]

    def block(self, pair: Pair) -> Block | None:
        """Return what stands against a pair that exists, unless HR forced just that."""
        if pair.id not in self._blocks:
            found = self._judge.block_of(pair)
            self._blocks[pair.id] = None if pair.forced is not None and found in pair.forced.blocks else found
        return self._blocks[pair.id]

    def cost(self, side: Side, person_id: PersonId, other_id: PersonId) -> Cost | None:
        """Return what pairing somebody of ``side`` with another costs the rest, ``None`` while it is not known."""
        couple = Couple.of(side, person_id, other_id)
        return self.findings.cost(person_id, (couple.mentor_id, couple.mentee_id))

    def lonely(self, person_id: PersonId) -> Lonely | None:
        """Return why somebody has no pair, ``None`` when it is not known or they have one."""
        return (self.findings.reasons or {}).get(person_id)

    def called(self, person_id: PersonId) -> str:
        """Return how somebody is called in a sentence: the first name, with the surname where several of the edition share it."""
        counted = self.once("first names", lambda: Counter(self.person(one).first_name for one in self.snapshot.enrolments))
        person = self.person(person_id)
        return person.first_name if counted[person.first_name] < 2 else person.short_name

    # Pairs

    def block_words(self, block: Block) -> str:
        """Return why two people can't be a pair, in a few words."""
        return pairing.block(block, hidden=self.snapshot.hidden)

    def pair(self, pair_id: PairId) -> Pair | None:
        """Return a living pair, ``None`` when it is gone."""
        return next((pair for pair in self.snapshot.living_pairs if pair.id == pair_id), None)

    def to_consult(self) -> tuple[PairId, ...]:
        """Return the proposals about which both people can be asked."""
        proposed = [pair for pair in self.snapshot.living_pairs if pair.state is PairState.PROPOSED]
        return tuple(pair.id for pair in proposed if (block := self.block(pair)) is None or block.forcible)

    def mean(self) -> float | None:
        """Return the mean compatibility of the living pairs, ``None`` without any."""
        scores = [self.judge(Couple(pair.mentor_id, pair.mentee_id)).score for pair in self.snapshot.living_pairs]
        return sum(scores) / len(scores) if scores else None
