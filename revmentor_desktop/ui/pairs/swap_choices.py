# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Who could take the place of a half of a proposal: the same as by dragging, as a list; pure, so that it is tested without a window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId, folded
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.swapping import Swap, SwappedPair
from revmentor_desktop.ui.pairs.board import Board, Couple, Side
from revmentor_desktop.ui.pairs.drag import Carried, Landing, half_of, on_pair
from revmentor_desktop.ui.pairs.items import Item, Kind, role_line
from revmentor_desktop.ui.pairs.judged import names_of
from revmentor_desktop.ui.pairs.swap_words import couple_of
from revmentor_desktop.ui.words import pairing


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take the place: from where (``leaving``: their proposal), what it would do, and how it is listed."""

    person_id: PersonId
    leaving: PairId | None
    landing: Landing
    item: Item

    @property
    def possible(self) -> bool:
        """Whether nothing stands against it."""
        return self.landing.possible

    def is_called(self, text: str) -> bool:
        """Whether all words of ``text`` are in the name, whatever the accents."""
        return all(word in folded(self.item.name) for word in folded(text).split())


def candidates(board: Board, pair: Pair, side: Side) -> tuple[Candidate, ...]:
    """Return who could take the place of the half of a proposal on ``side``: free people, and the same halves of other proposals.

    Those who can come first, by the compatibility of the pair that would come out.
    """
    found = [one for carried in _others(board, pair, side) if (one := _candidate(board, carried, pair.id)) is not None]
    found.sort(key=lambda one: (not one.possible, -(one.item.score or 0.0), folded(one.item.name), one.leaving or 0))
    # Who can come one way or cannot come either way is said once.
    return tuple(one for at, one in enumerate(found) if one.possible or all(one.person_id != other.person_id for other in found[:at]))


def _others(board: Board, pair: Pair, side: Side) -> Iterator[Carried]:
    for person_id in board.free(side):
        yield Carried(side, person_id)
    for other in board.snapshot.living_pairs:
        if other.state is PairState.PROPOSED and other.id != pair.id:
            yield Carried(side, half_of(other, side), other.id)


def _candidate(board: Board, carried: Carried, pair_id: PairId) -> Candidate | None:
    landing = on_pair(board, carried, pair_id)
    if landing.swap is None:
        return None
    return Candidate(carried.person_id, carried.pair_id, landing, _item(board, carried, landing.swap, landing))


def _item(board: Board, carried: Carried, swap: Swap, landing: Landing) -> Item:
    person = board.person(carried.person_id)
    target, *others = swap.pairs
    kind, icon, tone = Kind.FIT, "", "text2"
    if not landing.possible:
        kind, third, icon, tone = Kind.BLOCKED, _against(board, landing, others), "ban", "danger"
    elif others:
        points = formats.number(others[0].score, current())
        third = _("{names} would have {n} of 100").format(names=names_of(board, couple_of(others[0])), n=points)
    else:
        learn = board.judge(couple_of(target)).by_name["learn"]
        third = pairing.criterion_reason(learn, board.snapshot.topics)
    return Item(
        kind,
        person.short_name,
        carried.person_id,
        person.initials,
        board.role(carried.person_id),
        _where(board, carried),
        third,
        icon,
        tone,
        score=target.score,
        side=carried.side,
    )


def _where(board: Board, carried: Carried) -> str:
    pair = board.pair(carried.pair_id) if carried.pair_id is not None else None
    if pair is None:
        return role_line(board, carried.person_id, carried.side)
    return _("now {names}").format(names=names_of(board, Couple(pair.mentor_id, pair.mentee_id)))


def _against(board: Board, landing: Landing, others: Sequence[SwappedPair]) -> str:
    reason = board.block_words(landing.blocks[0]) if landing.blocks else ""
    if not others or landing.couple != couple_of(others[0]):
        return reason
    return _("{names}: {reason}").format(names=names_of(board, couple_of(others[0])), reason=reason[:1].lower() + reason[1:])
