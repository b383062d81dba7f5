# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Cambiar a Lucía por…*: what dragging onto a proposal does, by key and from the menu."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.drag import swap_side
from revmentor_desktop.ui.pairs.drag_deeds import swap_in
from revmentor_desktop.ui.pairs.page import BoardPage
from revmentor_desktop.ui.pairs.swap_dialog import SwapDialog


class Swaps(QObject):
    """Asks for the other person when one of the two actions of a page is triggered, and does it."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        page.commands["swap_mentor"].triggered.connect(self._ask_mentor)
        page.commands["swap_mentee"].triggered.connect(self._ask_mentee)

    def _ask_mentor(self) -> None:
        self._ask(Side.TEACH)

    def _ask_mentee(self) -> None:
        self._ask(Side.LEARN)

    def _ask(self, side: Side) -> None:
        page = self._page
        pair = page.choice.pair(page.seen)
        if pair is None or pair.state is not PairState.PROPOSED:
            return
        dialog = SwapDialog(page.theme, page, page.seen, pair, side)
        accepted, chosen = dialog.exec() == QDialog.DialogCode.Accepted, dialog.chosen
        dialog.deleteLater()
        if accepted and chosen is not None:
            swap_in(page, chosen.person_id, pair.id, chosen.leaving, swap_side(side))
