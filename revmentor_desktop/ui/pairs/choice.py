# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is chosen on the board: nobody, a person with a possible partner, or a formed pair."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme.pairs import Partner
from revmentor_desktop.ui.pairs.board import Board, Couple, Side


@dataclass(frozen=True, slots=True)
class Choice:
    """Either ``person_id`` (who stands on ``side``, with ``partner_id`` of the other column) or ``pair_id``, or neither."""

    side: Side = Side.TEACH
    person_id: PersonId | None = None
    partner_id: PersonId | None = None
    pair_id: PairId | None = None

    @classmethod
    def of_person(cls, board: Board, side: Side, person_id: PersonId, partner_id: PersonId | None = None) -> Choice:
        """Choose somebody, with the best partner unless another is named."""
        if person_id in board.not_ready(side):
            return cls(side, person_id)
        best = next(iter(board.fits(side, person_id).possible), None)
        return cls(side, person_id, partner_id or (best.person_id if best else None))

    def still_true(self, board: Board) -> Choice:
        """Return the choice as far as it can stand after a change."""
        if self.pair_id is not None:
            return self if board.pair(self.pair_id) or self.over(board) else Choice()
        if self.person_id is None:
            return self
        if self.person_id not in (*board.free(self.side), *board.not_ready(self.side)):
            return Choice(self.side)
        if self.partner_id is not None and board.partner(self.side, self.person_id, self.partner_id) is not None:
            return self
        return Choice.of_person(board, self.side, self.person_id)

    def waiting(self, board: Board) -> bool:
        """Whether the chosen person cannot be paired yet."""
        return self.person_id is not None and self.person_id in board.not_ready(self.side)

    def partner(self, board: Board) -> Partner | None:
        """Return what the assistant says of the possible partner."""
        if self.person_id is None or self.partner_id is None:
            return None
        return board.partner(self.side, self.person_id, self.partner_id)

    def pair(self, board: Board) -> Pair | None:
        """Return the chosen pair."""
        return None if self.pair_id is None else board.pair(self.pair_id)

    def over(self, board: Board) -> Pair | None:
        """Return the chosen pair when it is one no more."""
        return next((pair for pair in board.snapshot.pairs if pair.id == self.pair_id and not pair.state.living), None)

    def couple(self, board: Board) -> Couple | None:
        """Return the two people that are looked at, paired or not."""
        pair = self.pair(board)
        if pair is not None:
            return Couple(pair.mentor_id, pair.mentee_id)
        if self.person_id is None or self.partner_id is None:
            return None
        return Couple.of(self.side, self.person_id, self.partner_id)
