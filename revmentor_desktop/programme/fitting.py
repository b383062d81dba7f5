# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How two people of the edition fit today: what stands against them, their score, and the warnings to be read before both accept."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing import blocks, criteria
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.programme.snapshot import Snapshot

Assessment = criteria.Assessment


def situation(snapshot: Snapshot) -> Situation:
    """Return what the pairing room needs of the edition."""
    return Situation(
        edition=snapshot.edition,
        people=snapshot.people,
        enrolments=snapshot.enrolments,
        pairs=snapshot.pairs,
        exclusions=snapshot.exclusions,
        topics=snapshot.topics,
        earlier=snapshot.earlier,
    )


def assess(snapshot: Snapshot, mentor_id: PersonId, mentee_id: PersonId) -> Assessment:
    """Return score, criteria with their reasons, and warnings of two people."""
    return criteria.assess(situation(snapshot), mentor_id, mentee_id)


def score(snapshot: Snapshot, mentor_id: PersonId, mentee_id: PersonId) -> float:
    """Return today's score of two people, exact."""
    return criteria.score(situation(snapshot), mentor_id, mentee_id)


def scores(snapshot: Snapshot) -> dict[PairId, float]:
    """Return today's score of every living pair, exact."""
    now = situation(snapshot)
    return {pair.id: criteria.score(now, pair.mentor_id, pair.mentee_id) for pair in snapshot.living_pairs}


def block_of(snapshot: Snapshot, pair: Pair) -> Block | None:
    """Return what stands against a pair that exists already, ``None`` when nothing does."""
    return blocks.first_block(situation(snapshot), pair.mentor_id, pair.mentee_id, ignoring=pair.id)


def warnings_of(snapshot: Snapshot, pair: Pair) -> tuple[str, ...]:
    """Return the codes of today's warnings of a living pair; of one that is over there is nothing to warn."""
    return assess(snapshot, pair.mentor_id, pair.mentee_id).warnings if pair.state.living else ()


def unread(snapshot: Snapshot, pair: Pair) -> tuple[str, ...]:
    """Return those of today's warnings of a pair that nobody has ticked as read."""
    return tuple(code for code in warnings_of(snapshot, pair) if code not in pair.warnings_read)


def unread_in(snapshot: Snapshot, pair_ids: Iterable[PairId]) -> dict[PairId, tuple[str, ...]]:
    """Return what is unread of several pairs, by pair; those that are gone or have nothing unread are left out."""
    wanted = set(pair_ids)
    found = {pair.id: unread(snapshot, pair) for pair in snapshot.pairs if pair.id in wanted}
    return {pair_id: codes for pair_id, codes in found.items() if codes}


def with_read(snapshot: Snapshot, pair: Pair, codes: Collection[str]) -> Pair:
    """Return a pair with those of its present warnings that are among ``codes`` ticked as read."""
    if not codes:
        return pair
    new = tuple(code for code in unread(snapshot, pair) if code in codes)
    return replace(pair, warnings_read=(*pair.warnings_read, *new))


def blocks_of_new(snapshot: Snapshot, mentor_id: PersonId, mentee_id: PersonId) -> tuple[Block, ...]:
    """Return what stands against two people who are to become a pair.

    Raises `DomainError`: ``gone``, ``not_offered`` (the same person, or roles that don't fit), ``paired_already``: two people are one
    pair at most at a time.
    """
    for person_id in (mentor_id, mentee_id):
        known(snapshot, person_id)
    now = situation(snapshot)
    couple = {"mentor": snapshot.people[mentor_id].short_name, "mentee": snapshot.people[mentee_id].short_name}
    if not blocks.offered(now, mentor_id, mentee_id):
        raise DomainError("pair", "not_offered", **couple)
    if any(pair.has(mentor_id) and pair.has(mentee_id) for pair in snapshot.living_pairs):
        raise DomainError("pair", "paired_already", **couple)
    return blocks.all_blocks(now, mentor_id, mentee_id)


def is_stopped(snapshot: Snapshot, pair: Pair) -> bool:
    """Whether something stands against a pair that can't be forced, so that it must not go on (domain.md §6)."""
    block = block_of(snapshot, pair)
    return block is not None and not block.forcible


def check_may_advance(snapshot: Snapshot, pair: Pair) -> None:
    """Refuse to go on with a pair that something stands against by now which can't be forced.

    Raises `DomainError`: ``blocked`` (block), ``not_offered`` when their roles no longer fit.
    """
    block = block_of(snapshot, pair)
    if block is not None and not block.forcible:
        raise DomainError("pair", "blocked", block=block, pair_id=pair.id, **names(snapshot, pair))
    if not blocks.offered(situation(snapshot), pair.mentor_id, pair.mentee_id):
        raise DomainError("pair", "not_offered", pair_id=pair.id, **names(snapshot, pair))


def pair_of(snapshot: Snapshot, pair_id: PairId) -> Pair:
    """Return one pair. Raises `DomainError` ``gone`` when it was undone meanwhile."""
    try:
        return snapshot.pair(pair_id)
    except KeyError as error:
        raise DomainError("pair", "gone") from error


def known(snapshot: Snapshot, person_id: PersonId) -> PersonId:
    """Return a person's id. Raises `DomainError` ``gone`` for somebody who is not in the file any more."""
    if person_id not in snapshot.people:
        raise DomainError("pair", "gone")
    return person_id


def names(snapshot: Snapshot, pair: Pair) -> dict[str, object]:
    """Return what both people of a pair are called, for a sentence."""
    return {"mentor": snapshot.people[pair.mentor_id].short_name, "mentee": snapshot.people[pair.mentee_id].short_name}


def about(snapshot: Snapshot, pair: Pair) -> dict[str, object]:
    """Return what tells the pair of an action: names to say it, ids to find it again."""
    return {**names(snapshot, pair), "pair_id": pair.id, "mentor_id": pair.mentor_id, "mentee_id": pair.mentee_id}
