# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Who could be somebody's partner and why, and why somebody has none. Codes and data; the window words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from revmentor_desktop.domain.availability import merged
from revmentor_desktop.domain.enrolments import Role, missing
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId, folded
from revmentor_desktop.pairing.blocks import PERSONAL, all_blocks, offered, personal_block
from revmentor_desktop.pairing.criteria import TOLERANCE, Assessment, assess
from revmentor_desktop.pairing.score import Scores, blocked, by_handle, couples, open_places, same_person, score_matrix
from revmentor_desktop.pairing.situation import Situation

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Minutes

NOT_PAIRED_YET = "not_paired_yet"
"""Reason of somebody who could have a partner at once."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody as a partner of another. ``as_mentor``: the partner would teach. ``block`` is the first of ``blocks``."""

    person_id: PersonId
    as_mentor: bool
    assessment: Assessment
    block: Block | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Lonely:
    """Why somebody enrolled has no living pair.

    Codes and data: ``withdrawn``; ``draft`` (missing: field names); ``no_rgpd``; ``no_shared_hours`` (windows,
    closest: PersonId or None, minutes: the longest stretch shared with them, people: everybody opposite); ``no_candidates_teach``
    (topics: those wanted, people: how many teach); ``only_boss`` (people); ``all_blocked`` (blocks: Block → how many, people:
    Block → who, over: pairs that were declined or ended, tried: with whom); ``below_minimum`` (best, score, minimum,
    people); ``mentors_taken`` (people); ``surplus_mentor``; ``not_paired_yet`` (best, score). People are ids, best first.
    From ``no_shared_hours`` on, ``side`` is ``mentee`` or ``mentor``: what the person would be (an *either* is told about
    learning, unless they could teach at once).
    """

    person_id: PersonId
    code: str
    data: Mapping[str, object] = field(default_factory=dict[str, object])


def partners(situation: Situation, person_id: PersonId) -> tuple[Partner, ...]:
    """Return everybody of the edition whose role fits somebody's, in each direction that it allows.

    Best first, blocked ones last; an *either* may appear twice. The partner somebody already has is judged as if the
    pair were not there yet. Empty for somebody without enrolment or role.
    """
    found: list[Partner] = []
    for other_id in situation.enrolments:
        for as_mentor, couple in ((True, (other_id, person_id)), (False, (person_id, other_id))):
            if _fits(situation, *couple):
                found.append(_partner(situation, other_id, as_mentor, couple))
    return tuple(sorted(found, key=lambda partner: _rank(situation, partner)))


def _fits(situation: Situation, mentor_id: PersonId, mentee_id: PersonId) -> bool:
    known = all((one := situation.enrolments.get(person_id)) and one.role for person_id in (mentor_id, mentee_id))
    return known and offered(situation, mentor_id, mentee_id)


def _partner(situation: Situation, person_id: PersonId, as_mentor: bool, couple: tuple[PersonId, PersonId]) -> Partner:
    present = next((pair.id for pair in situation.living() if (pair.mentor_id, pair.mentee_id) == couple), None)
    blocks = all_blocks(situation, *couple, present)
    return Partner(person_id, as_mentor, assess(situation, *couple), next(iter(blocks), None), blocks)


def _rank(situation: Situation, partner: Partner) -> tuple[bool, float, str, str, bool]:
    person = situation.people[partner.person_id]
    score = round(partner.assessment.score, 9)
    return (partner.block is not None, -score, folded(person.full_name), person.handle, partner.as_mentor)


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """Everybody with everybody, mentors × mentees: what `lonely` looks up for each person."""

    situation: Situation
    scores: Scores
    marks: dict[Block, Flags]
    valid: Flags
    over: Flags
    open: Flags

    def side(self, person_id: PersonId, learns: bool) -> _Side:
        """Return one person's row or column."""
        ids = self.scores.mentees if learns else self.scores.mentors
        place = (slice(None), ids.index(person_id)) if learns else (ids.index(person_id), slice(None))
        return _Side(
            person_id=person_id,
            learns=learns,
            others=self.scores.mentors if learns else self.scores.mentees,
            values=self.scores.values[place],
            learn=self.scores.learn[place],
            longest=self.scores.longest[place],
            marks={block: marks[place] for block, marks in self.marks.items()},
            valid=self.valid[place],
            over=self.over[place],
            open=self.open[place],
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One person on one side, and the others opposite: an element each."""

    person_id: PersonId
    learns: bool
    others: tuple[PersonId, ...]
    values: Floats
    learn: Floats
    longest: Minutes
    marks: dict[Block, Flags]
    valid: Flags
    over: Flags
    open: Flags

    def able(self) -> Flags:
        """Who could be a partner if places did not matter."""
        able = self.valid & ~self.over
        for marks in self.marks.values():
            able = able & ~marks
        return able

    def ranked(self, wanted: Flags) -> tuple[PersonId, ...]:
        """Return the ``wanted`` others, best first."""
        places = sorted(wanted.nonzero()[0].tolist(), key=lambda place: (-round(float(self.values[place]), 9), place))
        return tuple(self.others[place] for place in places)

    def best(self, wanted: Flags) -> dict[str, object]:
        """Return the best of ``wanted`` and the score."""
        person_id = self.ranked(wanted)[0]
        return {"best": person_id, "score": float(self.values[self.others.index(person_id)])}

    def answer(self, code: str, **data: object) -> Lonely:
        """Return the reason with the side added."""
        return Lonely(self.person_id, code, {"side": "mentee" if self.learns else "mentor", **data})


def lonely(situation: Situation) -> tuple[Lonely, ...]:
    """Return everybody enrolled without a living pair, by handle, with the one reason that says most."""
    paired = {person_id for pair in situation.living() for person_id in (pair.mentor_id, pair.mentee_id)}
    alone = by_handle(situation, [person_id for person_id in situation.enrolments if person_id not in paired])
    tables = _tables(situation) if alone else None
    return tuple(_reason(tables, person_id) for person_id in alone) if tables else ()


def _tables(situation: Situation) -> _Tables:
    scores = score_matrix(situation)
    marks = blocked(situation, scores)
    valid = ~same_person(scores)
    for block in PERSONAL:
        valid &= ~marks[block]
    over = couples(scores, [(first, second) for first, second in map(tuple, situation.over())])
    return _Tables(situation, scores, marks, valid, over, open_places(situation, scores))


def _reason(tables: _Tables, person_id: PersonId) -> Lonely:
    situation = tables.situation
    enrolment = situation.enrolments[person_id]
    block = personal_block(situation, person_id)
    if block is Block.DRAFT:
        return Lonely(person_id, block.value, {"missing": missing(situation.people[person_id], enrolment)})
    if block is not None:
        return Lonely(person_id, block.value)
    if enrolment.role is Role.MENTOR:
        return _as_mentor(tables, person_id)
    learning = _as_mentee(tables, person_id)
    if enrolment.role is Role.EITHER and learning.code != NOT_PAIRED_YET:
        teaching = _as_mentor(tables, person_id)
        return teaching if teaching.code == NOT_PAIRED_YET else learning
    return learning


def _as_mentee(tables: _Tables, person_id: PersonId) -> Lonely:
    side = tables.side(person_id, learns=True)
    wanted = tuple(want.topic_id for want in tables.situation.enrolments[person_id].wants)
    able = side.able()
    minimum = tables.situation.edition.minimum
    good = able & (side.values >= minimum - TOLERANCE)
    if not side.valid.any():
        return side.answer("no_candidates_teach", topics=wanted, people=0)
    if not able.any():
        return _all_blocked(tables.situation, side)
    if not good.any() and not side.learn[able].any():
        return side.answer("no_candidates_teach", topics=wanted, people=int(side.valid.sum()))
    if not good.any():
        return side.answer("below_minimum", minimum=minimum, people=side.ranked(able), **side.best(able))
    if not (good & side.open).any():
        return side.answer("mentors_taken", people=side.ranked(good))
    return side.answer(NOT_PAIRED_YET, **side.best(good & side.open))


def _as_mentor(tables: _Tables, person_id: PersonId) -> Lonely:
    side = tables.side(person_id, learns=False)
    able = side.able()
    minimum = tables.situation.edition.minimum
    good = able & side.open & (side.values >= minimum - TOLERANCE)
    if side.valid.any() and not able.any():
        return _all_blocked(tables.situation, side)
    if not (able & side.open).any():
        return side.answer("surplus_mentor")
    if not good.any():
        free = able & side.open
        return side.answer("below_minimum", minimum=minimum, people=side.ranked(free), **side.best(free))
    return side.answer(NOT_PAIRED_YET, **side.best(good))


def _all_blocked(situation: Situation, side: _Side) -> Lonely:
    """Return why none of the valid others is possible: hours with all of them, only a boss left, or several things."""
    without_hours = side.marks[Block.HOURS]
    if without_hours[side.valid].all():
        return _no_shared_hours(situation, side)
    rest = side.valid & ~without_hours
    if side.marks[Block.BOSS][rest].all():
        return side.answer("only_boss", people=side.ranked(rest))
    people: dict[Block, tuple[PersonId, ...]] = {}
    left = side.valid.copy()
    for block, marks in side.marks.items():
        if (left & marks).any():
            people[block] = side.ranked(left & marks)
        left = left & ~marks
    tried = side.ranked(left & side.over)
    counts = {block: len(ids) for block, ids in people.items()}
    return side.answer("all_blocked", blocks=counts, people=people, over=len(tried), tried=tried)


def _no_shared_hours(situation: Situation, side: _Side) -> Lonely:
    longest = int(side.longest[side.valid].max())
    closest = side.ranked(side.valid & (side.longest == longest))[0] if longest else None
    windows = merged(situation.enrolments[side.person_id].windows)
    return side.answer("no_shared_hours", windows=windows, closest=closest, minutes=longest, people=side.ranked(side.valid))
