# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is dragged on the board, where it may land, and what that would do: pure, so that it is tested without a window."""

from dataclasses import dataclass, replace
from enum import StrEnum

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import swapping
from revmentor_desktop.programme.swapping import Swap, SwapSide
from revmentor_desktop.ui.pairs.board import Board, Couple, Side


@dataclass(frozen=True, slots=True)
class Carried:
    """Somebody on the move: a free person of the column ``side``, or the half of that side of the pair ``pair_id``."""

    side: Side
    person_id: PersonId
    pair_id: PairId | None = None


class Deed(StrEnum):
    """What letting go does."""

    NOTHING = "nothing"
    PAIR = "pair"
    FORCE = "force"
    """The two break rules that may be broken with a reason."""
    REFUSE = "refuse"
    UNPAIR = "unpair"
    SWAP = "swap"
    WITHDRAW = "withdraw"
    """The pair is in consultation: what can be done is to take that back."""
    END = "end"
    """The pair was accepted: what can be done is to end it early."""
    GONE = "gone"
    """What was taken hold of is no longer there."""


@dataclass(frozen=True, slots=True)
class Landing:
    """What letting go at one place does. ``pair_id``: the pair that it is about; ``couple``: who would be a pair, or, with ``blocks``,

    who can't be and everything against it; ``swap``: what would become of the pair and of the one somebody comes out of. A refusal
    without a couple: the swap makes no sense at all.
    """

    deed: Deed
    pair_id: PairId | None = None
    couple: Couple | None = None
    blocks: tuple[Block, ...] = ()
    swap: Swap | None = None

    @property
    def possible(self) -> bool:
        """Whether it does what it looks like, rather than explain why not."""
        return self.deed in {Deed.PAIR, Deed.UNPAIR, Deed.SWAP}


NOWHERE = Landing(Deed.NOTHING)
"""Letting go there changes nothing and says nothing."""


def half_of(pair: Pair, side: Side) -> PersonId:
    """Return the one of a pair who stands on ``side``."""
    return pair.mentor_id if side is Side.TEACH else pair.mentee_id


def may_carry(board: Board, side: Side, person_id: PersonId | None) -> bool:
    """Whether the card of somebody can be taken hold of in a column: only who can be paired."""
    return person_id is not None and person_id in board.free(side)


def still_there(board: Board, carried: Carried) -> bool:
    """Whether what was taken hold of is still where it was."""
    if carried.pair_id is None:
        return may_carry(board, carried.side, carried.person_id)
    pair = board.pair(carried.pair_id)
    return pair is not None and half_of(pair, carried.side) == carried.person_id


def on_person(board: Board, carried: Carried, side: Side, person_id: PersonId | None) -> Landing:
    """Return what letting go on somebody in the column ``side`` does; ``None``: beside everybody.

    A person forms a pair with one of the other column; a half leaves its pair, wherever in a column it is let go.
    """
    if not still_there(board, carried):
        return Landing(Deed.GONE)
    if carried.pair_id is not None:
        return _apart(board, carried.pair_id)
    if person_id is None or side is carried.side:
        return NOWHERE
    partner = board.partner(carried.side, carried.person_id, person_id)
    if partner is None:
        return NOWHERE
    couple = Couple.of(carried.side, carried.person_id, person_id)
    if not partner.blocks:
        return Landing(Deed.PAIR, couple=couple)
    return Landing(Deed.FORCE if _forcible(partner.blocks) else Deed.REFUSE, None, couple, partner.blocks)


def on_pair(board: Board, carried: Carried, pair_id: PairId) -> Landing:
    """Return what letting go on a formed pair does: the place of the half of the same side is taken, among proposals only."""
    pair = board.pair(pair_id)
    if not still_there(board, carried):
        return Landing(Deed.GONE)
    if pair is None or pair_id == carried.pair_id:
        return NOWHERE
    if pair.state is not PairState.PROPOSED:
        return _apart(board, pair_id)
    own = board.pair(carried.pair_id) if carried.pair_id is not None else None
    if own is not None and own.state is not PairState.PROPOSED:
        return _apart(board, own.id)
    if own is not None and half_of(own, carried.side.opposite) == half_of(pair, carried.side.opposite):
        # Two of one team: whoever changes places, the same people are with each other.
        return NOWHERE
    return board.once(("swap", carried, pair_id), lambda: _swap(board, carried, pair_id))


def swap_side(side: Side) -> SwapSide:
    """Return the half of a pair that stands on ``side``."""
    return SwapSide.MENTOR if side is Side.TEACH else SwapSide.MENTEE


def _swap(board: Board, carried: Carried, pair_id: PairId) -> Landing:
    try:
        swap = swapping.swap_preview(board.snapshot, carried.person_id, pair_id, carried.pair_id, swap_side(carried.side))
    except DomainError as error:
        # Taking one's own place changes nothing; everything else is worth a sentence.
        return NOWHERE if error.reason == "in_it_already" else Landing(Deed.REFUSE, pair_id)
    failing = next((one for one in swap.pairs if one.blocks), None)
    if failing is None:
        first = swap.pairs[0]
        return Landing(Deed.SWAP, pair_id, Couple(first.mentor_id, first.mentee_id), swap=swap)
    return Landing(Deed.REFUSE, pair_id, Couple(failing.mentor_id, failing.mentee_id), failing.blocks, swap)


def swapped(board: Board, swap: Swap) -> Board:
    """Return the board as it would be after a swap."""
    after = {one.pair_id: one for one in swap.pairs}
    pairs = tuple(
        replace(pair, mentor_id=after[pair.id].mentor_id, mentee_id=after[pair.id].mentee_id) if pair.id in after else pair
        for pair in board.snapshot.pairs
    )
    return Board(replace(board.snapshot, pairs=pairs))


def _apart(board: Board, pair_id: PairId) -> Landing:
    pair = board.pair(pair_id)
    if pair is None:
        return Landing(Deed.GONE)
    if pair.state is PairState.PROPOSED:
        return Landing(Deed.UNPAIR, pair_id)
    return Landing(Deed.WITHDRAW if pair.state is PairState.CONSULTING else Deed.END, pair_id)


def _forcible(blocks: tuple[Block, ...]) -> bool:
    return all(block.forcible for block in blocks)
