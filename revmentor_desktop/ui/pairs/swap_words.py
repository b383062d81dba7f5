# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a swap would do, in words: for the preview while somebody is dragged, and for the list of who could take a place."""

from dataclasses import replace

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.swapping import Swap, SwappedPair
from revmentor_desktop.ui.pairs.board import Board, Couple
from revmentor_desktop.ui.pairs.drag import swapped
from revmentor_desktop.ui.pairs.judged import judged_pair, names_of
from revmentor_desktop.ui.pairs.preview import Judged, Note


def judged_swap(board: Board, swap: Swap) -> Judged:
    """Return what the preview says of the pair that would come out of a swap, or of the couple that can't be."""
    after = board.once(("after", swap), lambda: swapped(board, swap))
    failing = next((one for one in swap.pairs if one.blocks), None)
    judged = judged_pair(after, after.snapshot.pair((failing or swap.pairs[0]).pair_id))
    if failing is not None:
        said = _("{names} cannot be a pair").format(names=names_of(board, couple_of(failing)))
        foot = {"foot": board.block_words(failing.blocks[0]), "foot_text": said, "foot_icon": "ban", "foot_tone": "danger"}
        return replace(judged, notes=(), warnings=(), **foot)
    icon, tone = ("trending-down", "warn_icon") if round(swap.gain) < 0 else ("repeat", "ok")
    # Nothing to tick yet: it is no pair so far.
    notes = (*judged.notes, *(Note(one.sentence) for one in judged.warnings))
    judged = replace(judged, notes=notes, warnings=())
    return replace(judged, foot=headline(board, swap), foot_text=effect(board, swap), foot_icon=icon, foot_tone=tone)


def headline(board: Board, swap: Swap) -> str:
    """Return who takes whose place."""
    return _("{name} takes the place of {other}").format(name=_first(board, swap.incoming), other=_first(board, swap.outgoing))


def effect(board: Board, swap: Swap) -> str:
    """Return with which points the pairs come out, and who is left free."""
    first = _("{names} would have {after} of 100").format(names=names_of(board, couple_of(swap.pairs[0])), after=_points(swap.pairs[0]))
    if len(swap.pairs) > 1:
        other = swap.pairs[1]
        text = _("{first}, and {names} {after}.").format(first=first, names=names_of(board, couple_of(other)), after=_points(other))
    else:
        text = f"{first}."
    return f"{text} " + _("{name} is free again.").format(name=_first(board, swap.outgoing)) if swap.becomes_free else text


def couple_of(one: SwappedPair) -> Couple:
    """Return the two people of a pair after the swap."""
    return Couple(one.mentor_id, one.mentee_id)


def _points(one: SwappedPair) -> str:
    return formats.number(one.score, current())


def _first(board: Board, person_id: PersonId) -> str:
    return board.person(person_id).first_name
