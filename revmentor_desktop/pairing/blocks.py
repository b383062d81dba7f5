# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What forbids a pair, in the order in which it is said (domain rules, section 6)."""

from collections.abc import Callable

from revmentor_desktop.domain.enrolments import Enrolment, Modality, missing
from revmentor_desktop.domain.pairs import Block, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.situation import Situation

PERSONAL = (Block.NOT_ENROLLED, Block.WITHDRAWN, Block.DRAFT, Block.NO_NOTICE)
"""Blocks of one person alone: with any of them nobody can be paired with them."""


def offered(situation: Situation, mentor_id: PersonId, mentee_id: PersonId) -> bool:
    """Whether the two are offered as mentor and mentee at all: two people, and no role that says otherwise.

    Somebody not enrolled, or whose role is still missing, is offered, and blocked as such.
    """
    if mentor_id == mentee_id:
        return False
    teacher, learner = situation.enrolments.get(mentor_id), situation.enrolments.get(mentee_id)
    teaches = teacher is None or teacher.role is None or teacher.role.teaches
    learns = learner is None or learner.role is None or learner.role.learns
    return teaches and learns


def personal_block(situation: Situation, person_id: PersonId) -> Block | None:
    """Return what keeps somebody from any pair, whoever the other is, or ``None``."""
    return next((block for block in PERSONAL if block in _personal_blocks(situation, person_id)), None)


def _personal_blocks(situation: Situation, person_id: PersonId) -> set[Block]:
    enrolment = situation.enrolments.get(person_id)
    if enrolment is None:
        return {Block.NOT_ENROLLED}
    lacking = missing(situation.people[person_id], enrolment)
    found = {
        Block.WITHDRAWN: enrolment.withdrawn_on is not None,
        Block.DRAFT: any(name != "notice" for name in lacking),
        Block.NO_NOTICE: "notice" in lacking,
    }
    return {block for block, applies in found.items() if applies}


def all_blocks(situation: Situation, mentor_id: PersonId, mentee_id: PersonId, ignoring: PairId | None = None) -> tuple[Block, ...]:
    """Return everything that forbids the two as mentor and mentee, in the order of `Block`.

    ``ignoring`` is a pair that does not count, so that an existing pair can be asked whether it is still fine.
    """
    found = _personal_blocks(situation, mentor_id) | _personal_blocks(situation, mentee_id)
    rules: dict[Block, Callable[[], bool]] = {
        Block.EXCLUSION: lambda: excluded(situation, mentor_id, mentee_id),
        Block.BOSS: lambda: boss_and_report(situation, mentor_id, mentee_id),
        Block.HOURS: lambda: _no_hours(situation, mentor_id, mentee_id),
        Block.MODALITY: lambda: _cannot_meet(situation, mentor_id, mentee_id),
        Block.CAPACITY: lambda: no_place(situation, mentor_id, mentee_id, ignoring),
    }
    return tuple(block for block in Block if block in found or (block in rules and rules[block]()))


def first_block(situation: Situation, mentor_id: PersonId, mentee_id: PersonId, ignoring: PairId | None = None) -> Block | None:
    """Return the block that is said, the first of `all_blocks`, or ``None`` when the two may be a pair."""
    return next(iter(all_blocks(situation, mentor_id, mentee_id, ignoring)), None)


def excluded(situation: Situation, first: PersonId, second: PersonId) -> bool:
    """Whether either of the two must not be paired with the other."""
    return any({exclusion.by_id, exclusion.other_id} == {first, second} for exclusion in situation.exclusions)


def boss_and_report(situation: Situation, first: PersonId, second: PersonId) -> bool:
    """Whether one of the two is the direct boss of the other."""
    return situation.people[first].boss_id == second or situation.people[second].boss_id == first


def _both(situation: Situation, first: PersonId, second: PersonId) -> tuple[Enrolment, Enrolment] | None:
    one, other = situation.enrolments.get(first), situation.enrolments.get(second)
    return None if one is None or other is None else (one, other)


def _no_hours(situation: Situation, mentor_id: PersonId, mentee_id: PersonId) -> bool:
    both = _both(situation, mentor_id, mentee_id)
    shared = situation.shared(mentor_id, mentee_id)
    return both is not None and not any(window.minutes >= situation.edition.minutes for window in shared)


def _cannot_meet(situation: Situation, mentor_id: PersonId, mentee_id: PersonId) -> bool:
    both = _both(situation, mentor_id, mentee_id)
    if both is None or {both[0].modality, both[1].modality} != {Modality.VIRTUAL, Modality.IN_PERSON}:
        return False
    return not situation.same_site(mentor_id, mentee_id)


def no_place(situation: Situation, mentor_id: PersonId, mentee_id: PersonId, ignoring: PairId | None = None) -> bool:
    """Whether the pairs that live leave no place for this one.

    The mentor's places are used up, the mentee has a mentor already, or one of them is on the other side of a pair.
    """
    living = [pair for pair in situation.living_of(mentor_id, mentee_id) if pair.id != ignoring]
    enrolment = situation.enrolments.get(mentor_id)
    taught = sum(pair.mentor_id == mentor_id for pair in living)
    taken = enrolment is not None and taught >= enrolment.capacity
    return taken or any(pair.mentee_id in (mentor_id, mentee_id) or pair.mentor_id == mentee_id for pair in living)
