# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a card shows of a complete proposal, be it of today or kept from another day: figures, pairs, who is left without."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.scenarios import ScenarioId
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.pairs import Check, Completion, Lonely, Proposal
from revmentor_desktop.programme.snapshot import Snapshot

Couple = tuple[PersonId, PersonId]
"""Who teaches and who learns."""


class Part(StrEnum):
    """What becomes of a pair that a card lists."""

    GOES = "goes"
    NEW = "new"
    STAYS = "stays"
    FORMED = "formed"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair of a card. ``then`` is its score on the day when it was kept, ``why`` what speaks against it today, in words."""

    couple: Couple
    part: Part
    score: float | None = None
    then: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Over all pairs as they would be: ``pairs`` and ``points`` of those who only learn, of *ambos* apart; ``lowest`` of the new ones."""

    pairs: int
    points: float
    lowest: float | None
    either: int = 0
    either_points: float = 0.0

    @property
    def all_pairs(self) -> int:
        """How many pairs there would be, those of *ambos* too."""
        return self.pairs + self.either


@dataclass(frozen=True, slots=True)
class Offer:
    """A complete proposal. ``left_out`` would like to learn and get nobody, ``idle`` teach and stay free; only here ``joined`` get a pair.

    ``about`` is the sentence below the name. ``completion`` is what is used when it is of today; a kept one has ``scenario_id``.
    """

    key: str
    name: str
    icon: str
    about: str
    figures: Figures
    shown: tuple[Shown, ...]
    left_out: tuple[PersonId, ...] = ()
    idle: tuple[PersonId, ...] = ()
    joined: tuple[PersonId, ...] = ()
    notes: tuple[str, ...] = ()
    completion: Completion | None = None
    scenario_id: ScenarioId | None = None

    def of(self, *parts: Part) -> tuple[Shown, ...]:
        """Return the pairs of which that becomes."""
        return tuple(one for one in self.shown if one.part in parts)

    @property
    def couples(self) -> frozenset[Couple]:
        """The pairs that it has beside the fixed ones."""
        return frozenset(one.couple for one in self.of(Part.NEW, Part.STAYS))

    @property
    def changes(self) -> bool:
        """Whether using it would change anything."""
        return bool(self.of(Part.NEW, Part.GOES))


@dataclass(frozen=True, slots=True)
class Found:
    """What was worked out of one snapshot: the proposals, best known first, and, where none changes anything, why each is left alone."""

    snapshot: Snapshot
    proposals: tuple[Proposal, ...]
    figures: tuple[Figures, ...]
    lonely: tuple[Lonely, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no proposal would change anything."""
        return not any(one.completion.replaced or any(new.kept is None for new in one.completion.new) for one in self.proposals)


def work_out(snapshot: Snapshot, check: Check) -> Found:
    """Find the proposals beside the window; ``check`` may raise to give up."""
    proposals = pairs.propose(snapshot, check=check)
    check()
    found = Found(snapshot, proposals, tuple(figures_of_completion(snapshot, one.completion) for one in proposals))
    check()
    return Found(snapshot, proposals, found.figures, pairs.lonely(snapshot)) if found.nothing else found


def figures_of_completion(snapshot: Snapshot, completion: Completion) -> Figures:
    """Return the figures of the programme as it would stand after a completion."""
    return figures_of(pairs.as_if(snapshot, completion), [(one.mentor_id, one.mentee_id) for one in completion.new])


def figures_of(then: Snapshot, new: Collection[Couple]) -> Figures:
    """Return the figures of a programme of which ``new`` are the pairs that a proposal brings or keeps."""
    scores = pairs.scores(then)
    learn = {pair.id: not learns_and_teaches(then, pair.mentee_id) for pair in then.living_pairs}
    fresh = [(learn[pair.id], scores[pair.id]) for pair in then.living_pairs if (pair.mentor_id, pair.mentee_id) in new]
    of_mentees = [score for only_learns, score in fresh if only_learns]
    return Figures(
        pairs=sum(learn.values()),
        points=sum(sorted(score for pair_id, score in scores.items() if learn[pair_id])),
        lowest=min(of_mentees or [score for _learn, score in fresh], default=None),
        either=len(learn) - sum(learn.values()),
        either_points=sum(sorted(score for pair_id, score in scores.items() if not learn[pair_id])),
    )


def learns_and_teaches(snapshot: Snapshot, person_id: PersonId) -> bool:
    """Whether somebody takes part as *ambos*."""
    enrolment = snapshot.enrolments.get(person_id)
    return enrolment is not None and enrolment.role is Role.EITHER


def without_pair(snapshot: Snapshot, unpaired: Sequence[PersonId]) -> tuple[tuple[PersonId, ...], tuple[PersonId, ...]]:
    """Part who is left without: those who would like to learn (or did not say), and those who only teach. Nobody who withdrew."""
    active = [person_id for person_id in unpaired if snapshot.is_active(person_id)]
    teach = [person_id for person_id in active if snapshot.enrolments[person_id].role is Role.MENTOR]
    return tuple(person_id for person_id in active if person_id not in teach), tuple(teach)


def differing(offers: Sequence[Offer]) -> frozenset[Couple]:
    """Return the pairs that are not in every one of the proposals side by side."""
    if len(offers) < 2:
        return frozenset()
    sets = [offer.couples for offer in offers]
    return frozenset[Couple]().union(*sets) - sets[0].intersection(*sets[1:])
