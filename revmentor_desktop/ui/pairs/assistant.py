# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Works out beside the window what takes long: costs of pairs, why somebody has none, and what would unlock one.

Only what is chosen now is worked out. A newer choice takes the place of the older one, a newer state of the programme of
everything, and an answer about an older state is thrown away.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import effect, pairs
from revmentor_desktop.programme.pairs import Baseline, Cost, Lonely, Unlock
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.pairs.board import Board
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.courtesy import Courtesy
from revmentor_desktop.ui.pairs.findings import CoupleIds, Findings, Stage
from revmentor_desktop.ui.words import costs

Check = Callable[[], None]
"""Asked again and again by what works beside the window; raises when the work is given up."""
CALM_MILLISECONDS = 40
"""How long a choice must last before anything is worked out for it: less than an arrow key that is held needs."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What is worked out, how its answer is kept, and how it is noted that there is none.

    ``lasting``: it serves every choice, so another one does not stop it.
    """

    work: Callable[[Check], object]
    keep: Callable[[object], None]
    lose: Callable[[], None]
    lasting: bool = False


class Assistant(QObject):
    """``told``: something more is known about the board that is looked at."""

    told = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._board: Board | None = None
        self._choice = Choice()
        self._job: Job | None = None
        self._lasting = False
        self._courtesy = Courtesy(self)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MILLISECONDS)
        self._calm.timeout.connect(self._work_on)

    def look(self, board: Board, choice: Choice) -> None:
        """Work out what is missing for ``choice``; whatever is under way for another one is given up."""
        if board is self._board and choice == self._choice:
            return
        if self._job is not None and (board is not self._board or not self._lasting):
            self._job.drop()
            self._job = None
        self._board, self._choice = board, choice
        self._calm.start()

    def busy(self) -> bool:
        """Whether something is being worked out, or is about to be."""
        return self._job is not None or self._calm.isActive()

    def _work_on(self) -> None:
        """Begin the next thing that is missing, the most wanted first."""
        board = self._board
        if board is None or self._job is not None or self._calm.isActive():
            return
        step = self._next(board)
        if step is None:
            return
        keep, lose = step.keep, step.lose

        def done(result: object) -> None:
            self._job = None
            keep(result)
            self._tell(board)

        def failed(error: Exception) -> None:
            self._job = None
            lose()
            self._tell(board)
            # Said by the program's hook: that something cannot be worked out is a fault of the program.
            raise error

        courtesy = self._courtesy

        def work(progress: Progress) -> object:
            def check() -> None:
                courtesy.wait(progress.check)

            check()
            return step.work(check)

        self._lasting = step.lasting
        self._job = self._bridge.run(self, work, done, failed)

    def _tell(self, board: Board) -> None:
        if board is self._board:
            self.told.emit()
            self._work_on()

    def _next(self, board: Board) -> _Step | None:
        found, choice = board.findings, self._choice
        person_id = choice.person_id
        if person_id is None or choice.waiting(board):
            return self._for_anybody(board)
        if board.fits(choice.side, person_id).possible:
            return self._about_pairs(board, person_id)
        if found.stage_of_reasons() is Stage.PENDING:
            return _reasons(board)
        return _unlock(board, person_id) if found.stage_of_unlock(person_id) is Stage.PENDING else None

    def _about_pairs(self, board: Board, person_id: PersonId) -> _Step | None:
        found = board.findings
        if found.stage_of_costs(person_id) is Stage.PENDING:
            return _base(board) if found.base is None else _costs(board, person_id, found.base)
        cost = self._chosen_cost(board)
        if cost is not None and found.base is not None and _asks_moves(found, cost):
            return _moves(board, cost, found.base)
        return self._for_anybody(board)

    def _for_anybody(self, board: Board) -> _Step | None:
        """Whom one chooses next is not known, but all that is asked then needs the base."""
        found = board.findings
        if found.stage_of_reasons() is Stage.PENDING:
            return _reasons(board)
        return _base(board) if found.base is None and not found.base_lost else None

    def _chosen_cost(self, board: Board) -> Cost | None:
        choice = self._choice
        if choice.person_id is None or choice.partner_id is None:
            return None
        return board.cost(choice.side, choice.person_id, choice.partner_id)


def _asks_moves(found: Findings, cost: Cost) -> bool:
    return costs.tells_moves(cost) and (cost.mentor_id, cost.mentee_id) not in found.moves


def _base(board: Board) -> _Step:
    snapshot, found = board.snapshot, board.findings

    def work(check: Check) -> object:
        base = pairs.base(snapshot, check=check)
        check()
        return base, effect.whole(snapshot, base)

    def keep(result: object) -> None:
        found.base, found.whole = cast("tuple[Baseline, effect.Whole]", result)

    def lose() -> None:
        found.base_lost = True

    return _Step(work, keep, lose, lasting=True)


def _costs(board: Board, person_id: PersonId, base: Baseline) -> _Step:
    found = board.findings

    def work(check: Check) -> object:
        return pairs.costs(base, person_id, check)

    def keep(result: object) -> None:
        found.costs[person_id] = cast("dict[CoupleIds, Cost]", result)

    def lose() -> None:
        found.lost.add(person_id)

    return _Step(work, keep, lose)


def _moves(board: Board, cost: Cost, base: Baseline) -> _Step:
    snapshot, found = board.snapshot, board.findings
    couple = cost.mentor_id, cost.mentee_id

    def work(check: Check) -> object:
        return effect.moves(snapshot, base, cost, check)

    def keep(result: object) -> None:
        found.moves[couple] = cast("tuple[effect.Move, ...]", result)

    def lose() -> None:
        found.moves[couple] = ()

    return _Step(work, keep, lose)


def _reasons(board: Board) -> _Step:
    snapshot, found = board.snapshot, board.findings

    def work(check: Check) -> object:
        check()
        return {one.person_id: one for one in pairs.lonely(snapshot)}

    def keep(result: object) -> None:
        found.reasons = cast("dict[PersonId, Lonely]", result)

    def lose() -> None:
        found.reasons_lost = True

    return _Step(work, keep, lose, lasting=True)


def _unlock(board: Board, person_id: PersonId) -> _Step:
    snapshot, found = board.snapshot, board.findings

    def work(check: Check) -> object:
        return pairs.unlock_of(snapshot, person_id, check=check)

    def keep(result: object) -> None:
        found.unlocks[person_id] = cast("Unlock", result)

    def lose() -> None:
        found.no_change.add(person_id)

    return _Step(work, keep, lose)
