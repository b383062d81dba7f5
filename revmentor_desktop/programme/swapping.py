# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Putting somebody in the place of another in a *propuesta*: both pairs change in one action, or nothing does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing import criteria
from revmentor_desktop.programme import fitting
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs


class SwapSide(StrEnum):
    """Which half of the pair is replaced."""

    MENTOR = "mentor"
    MENTEE = "mentee"


@dataclass(frozen=True, slots=True)
class SwappedPair:
    """A pair that a swap changes: its people afterwards, its score before and afterwards, and what would stand against it."""

    pair_id: PairId
    mentor_id: PersonId
    mentee_id: PersonId
    score_before: float
    score: float
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Swap:
    """What would happen when ``incoming`` takes the place of ``outgoing``; nothing is changed.

    ``pairs`` has the pair that was dropped on and, when ``incoming`` came out of another one, that too: then ``outgoing`` goes there.
    Otherwise ``outgoing`` loses this pair, and ``becomes_free`` says whether nothing else is left to them.
    """

    incoming: PersonId
    outgoing: PersonId
    side: SwapSide
    pairs: tuple[SwappedPair, ...]
    becomes_free: bool

    @property
    def block(self) -> Block | None:
        """The first thing that stands against it, ``None`` when it can be done."""
        return next((block for pair in self.pairs for block in pair.blocks), None)

    @property
    def gain(self) -> float:
        """By how much the scores of the pairs that change rise in all; below zero they fall."""
        return sum(pair.score - pair.score_before for pair in self.pairs)


def swap_preview(
    snapshot: Snapshot, person_id: PersonId, pair_id: PairId, leaving: PairId | None = None, side: SwapSide | None = None
) -> Swap:
    """Return what a swap would do, with what stands against it.

    ``leaving`` is the *propuesta* out of which the person is dragged; ``None``: a person with a place left keeps their pairs, one
    without comes out of their *propuesta*. ``side``: only as that half. Where more than one way is open (an *ambos*, several
    *propuestas*), the first that nothing stands against, then the one that gains most. Raises `DomainError`: ``gone``, ``too_late``
    (a pair past *propuesta*), ``in_it_already``, ``not_offered``, ``paired_already``.
    """
    target = fitting.pair_of(snapshot, pair_id)
    fitting.known(snapshot, person_id)
    if target.state is not PairState.PROPOSED:
        raise DomainError("pair", "too_late", state=target.state, **fitting.names(snapshot, target))
    if target.has(person_id):
        raise DomainError("pair", "in_it_already", **fitting.names(snapshot, target))
    refused = DomainError("pair", "not_offered")
    ways: list[Swap] = []
    for source, half in _ways(snapshot, person_id, leaving):
        if side not in (None, half):
            continue
        try:
            ways.append(_judged(snapshot, _changed(target, person_id, half, source), person_id, half))
        except DomainError as error:
            # That a role does not fit is the least telling of all.
            refused = error if refused.reason == "not_offered" else refused
    if not ways:
        raise refused
    return min(ways, key=lambda way: (way.block is not None, -round(way.gain, 9)))


def swap(workspace: Workspace, person_id: PersonId, pair_id: PairId, leaving: PairId | None = None, side: SwapSide | None = None) -> Swap:
    """Do what `swap_preview` says, in one action; the pairs are as if made by hand (locked), and what was noted of them goes.

    Raises `DomainError` like `swap_preview`, and with the names of the couple that fails: ``blocked`` (block), ``needs_force`` (blocks).
    """
    snapshot = workspace.snapshot()
    what = swap_preview(snapshot, person_id, pair_id, leaving, side)
    for changed in what.pairs:
        _refuse(snapshot, changed)
    people = snapshot.people
    told = {"name": people[what.incoming].short_name, "other": people[what.outgoing].short_name}
    first = what.pairs[0]
    ids = {"pair_id": pair_id, "mentor_id": first.mentor_id, "mentee_id": first.mentee_id}
    with workspace.action("swap", **told, **ids) as cx:
        for changed in what.pairs:
            pairs.update(cx, _as_new(snapshot, changed))
    return what


def _ways(snapshot: Snapshot, person_id: PersonId, leaving: PairId | None) -> Iterator[tuple[Pair | None, SwapSide]]:
    """Yield the pairs that the person may come out of (``None``: out of none) with the side on which they are."""
    own = snapshot.pairs_of(person_id)
    if leaving is None and _has_place(snapshot, person_id, own):
        sides = [SwapSide.MENTOR] if own else list(SwapSide)
        yield from ((None, side) for side in sides)
        return
    chosen = [pair for pair in own if pair.state is PairState.PROPOSED and leaving in (None, pair.id)]
    if not chosen:
        state = next((pair.state for pair in own), None)
        raise DomainError("pair", "gone") if state is None or leaving is not None else DomainError("pair", "too_late", state=state)
    for pair in chosen:
        yield pair, SwapSide.MENTOR if pair.mentor_id == person_id else SwapSide.MENTEE


def _has_place(snapshot: Snapshot, person_id: PersonId, own: tuple[Pair, ...]) -> bool:
    enrolment = snapshot.enrolments.get(person_id)
    if not own:
        return True
    return enrolment is not None and all(pair.mentor_id == person_id for pair in own) and len(own) < enrolment.capacity


def _changed(target: Pair, person_id: PersonId, side: SwapSide, source: Pair | None) -> list[Pair]:
    """Return the pairs as they would be, their other fields as they were."""
    if side is SwapSide.MENTOR:
        changed = [_with(target, person_id, target.mentee_id)]
        return changed if source is None else [*changed, _with(source, target.mentor_id, source.mentee_id)]
    changed = [_with(target, target.mentor_id, person_id)]
    return changed if source is None else [*changed, _with(source, source.mentor_id, target.mentee_id)]


def _with(pair: Pair, mentor_id: PersonId, mentee_id: PersonId) -> Pair:
    if mentor_id == mentee_id:
        raise DomainError("pair", "not_offered")
    return replace(pair, mentor_id=mentor_id, mentee_id=mentee_id)


def _judged(snapshot: Snapshot, changed: list[Pair], person_id: PersonId, side: SwapSide) -> Swap:
    now = fitting.situation(snapshot)
    present = {pair.id: snapshot.pair(pair.id) for pair in changed}
    rest = tuple(pair for pair in snapshot.pairs if pair.id not in present)
    found: list[SwappedPair] = []
    for pair in changed:
        # The other half of the swap counts as done: it may take a place, or give one.
        others = replace(snapshot, pairs=(*rest, *(each for each in changed if each.id != pair.id)))
        before = criteria.score(now, present[pair.id].mentor_id, present[pair.id].mentee_id)
        after = criteria.score(now, pair.mentor_id, pair.mentee_id)
        against = fitting.blocks_of_new(others, pair.mentor_id, pair.mentee_id)
        found.append(SwappedPair(pair.id, pair.mentor_id, pair.mentee_id, before, after, against))
    target = present[changed[0].id]
    outgoing = target.mentor_id if side is SwapSide.MENTOR else target.mentee_id
    still = any(pair.has(outgoing) for pair in (*rest, *changed) if pair.state.living)
    return Swap(person_id, outgoing, side, tuple(found), becomes_free=not still)


def _refuse(snapshot: Snapshot, changed: SwappedPair) -> None:
    couple = {"mentor": snapshot.people[changed.mentor_id].short_name, "mentee": snapshot.people[changed.mentee_id].short_name}
    hard = [block for block in changed.blocks if not block.forcible]
    if hard:
        raise DomainError("pair", "blocked", block=hard[0], **couple)
    if changed.blocks:
        # A reason is asked for where one pair is made, never for two at once.
        raise DomainError("pair", "needs_force", blocks=changed.blocks, **couple)


def _as_new(snapshot: Snapshot, changed: SwappedPair) -> Pair:
    return Pair(changed.pair_id, snapshot.edition.id, changed.mentor_id, changed.mentee_id)
