# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A drag on the board from the moment it begins until it is let go or given up."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.column import Column, PeopleView
from revmentor_desktop.ui.pairs.drag import NOWHERE, Carried, Deed, Landing, may_carry, on_pair, on_person, swapped
from revmentor_desktop.ui.pairs.drag_deeds import Deeds, column_hint, drop_words
from revmentor_desktop.ui.pairs.drag_ghost import ghost_of_half, ghost_of_item
from revmentor_desktop.ui.pairs.items import Item
from revmentor_desktop.ui.pairs.page import BoardPage
from revmentor_desktop.ui.pairs.pair_list import PairView
from revmentor_desktop.ui.pairs.pair_rows import PairRow, row_of
from revmentor_desktop.ui.pairs.swap_words import judged_swap

MIME = "application/x-revmentor-board"
"""Says only that something of the board is dragged; who it is stays in this object, so that no other program can know."""


def carry(drag: QDrag) -> None:
    """Let the system follow the pointer until the button is released or Esc pressed."""
    drag.exec(Qt.DropAction.MoveAction)


class Dragging(QObject):
    """Watches the lists of a page. ``carried`` is what is on the move, ``carry_out`` what follows the pointer and waits."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page, self._deeds = page, Deeds(page)
        self.carried: Carried | None = None
        self.carry_out: Callable[[QDrag], object] = carry
        self._before = Choice()
        self._landed: Landing | None = None
        self._shown: tuple[QWidget, Landing] | None = None
        self._scrolled_to: tuple[int, ...] = ()
        if not page.bridge.read_only:
            self._connect()

    def _connect(self) -> None:
        pair_view = self._page.board.list.view
        for view in self._views():
            view.listen(self)
            view.gripped.connect(self._remember)
            view.scroller.scrolled.connect(self._scrolled)
        for column in self._page.board.columns.values():
            column.listen(self)
            column.view.carried.connect(self._carry_item)
        pair_view.carried.connect(self._carry_half)

    def _views(self) -> tuple[PeopleView | PairView, ...]:
        return (*(column.view for column in self._page.board.columns.values()), self._page.board.list.view)

    # Beginning

    def _remember(self) -> None:
        """Keep what is chosen before the press chooses something: a drag that is given up goes back to it."""
        self._before = self._page.choice
        self._scrolled_to = tuple(view.verticalScrollBar().value() for view in self._views())

    def _carry_item(self, item: Item, inside: QPoint) -> None:
        board = self._page.seen
        if item.person_id is None or not may_carry(board, item.side, item.person_id):
            return
        self._page.choose(Choice.of_person(board, item.side, item.person_id))
        column = self._page.board.columns[item.side]
        picture, spot = ghost_of_item(self._page.theme, column.view, item.person_id, inside)
        column.view.cards.marks.hold(item.person_id, board.person(item.person_id).first_name)
        opposite = self._page.board.columns[item.side.opposite]
        opposite.view.cards.marks.takes = True
        opposite.say_drag(_("Drop the card on a person"))
        self._carry(Carried(item.side, item.person_id), column.view, picture, spot)

    def _carry_half(self, row: PairRow, half: str, inside: QPoint) -> None:
        side = Side.TEACH if half == "mentor" else Side.LEARN
        person = row.mentor if side is Side.TEACH else row.mentee
        view = self._page.board.list.view
        self._page.choose(Choice(pair_id=row.pair_id))
        picture, spot = ghost_of_half(self._page.theme, person, inside, view.devicePixelRatioF())
        for column in self._page.board.columns.values():
            column.say_drag(column_hint(row.state))
        self._carry(Carried(side, person.person_id, row.pair_id), view, picture, spot)

    def _carry(self, carried: Carried, source: QWidget, picture: QPixmap, spot: QPoint) -> None:
        if self.carried is not None:
            return
        self.carried, self._landed, self._shown = carried, None, None
        self._page.board.list.view.rows.marks.begin(carried, self._on_row, hidden=self._page.seen.snapshot.hidden)
        self._page.board.preview.say_drop("")
        self._repaint()
        data = QMimeData()
        data.setData(MIME, QByteArray(b"1"))
        drag = QDrag(source)
        drag.setMimeData(data)
        drag.setPixmap(picture)
        drag.setHotSpot(spot)
        try:
            self.carry_out(drag)
        finally:
            # The programme may have been locked or closed meanwhile, and the board with it.
            if isValid(self):
                self._finish(carried)

    # Under way

    def knows(self, data: QMimeData) -> bool:
        """Tell whether it is what this board has on the move."""
        return self.carried is not None and data.hasFormat(MIME)

    def hovers(self, place: QWidget, data: QMimeData, where: QPoint) -> bool:
        """Show what letting go there would do; returns whether anything would."""
        if not self.knows(data):
            return False
        if isinstance(place, PeopleView | PairView):
            place.scroller.follow(where)
        landing = self._landing(place, where)
        self._show(place, landing)
        return landing.deed is not Deed.NOTHING

    def leaves(self, place: QWidget) -> None:
        """Show nothing more there."""
        if isinstance(place, PeopleView | PairView):
            place.scroller.stop()
        self._show(place, NOWHERE)

    def falls(self, place: QWidget, data: QMimeData, where: QPoint) -> bool:
        """Note what was let go where; it is done once the system has let go of it too."""
        if not self.knows(data):
            return False
        self._page.take_snapshot()
        landing = self._landing(place, where)
        self._landed = None if landing.deed is Deed.NOTHING else landing
        return self._landed is not None

    def _scrolled(self, view: QWidget, where: QPoint) -> None:
        if self.carried is not None:
            self._show(view, self._landing(view, where))

    def _landing(self, place: QWidget, where: QPoint) -> Landing:
        carried, board = self.carried, self._page.seen
        if carried is None:
            return NOWHERE
        if isinstance(place, PairView):
            row = place.row_at(where)
            return on_pair(board, carried, row.pair_id) if row is not None else NOWHERE
        side = next(side for side, column in self._page.board.columns.items() if place in (column, column.view))
        item = place.item_at(where) if isinstance(place, PeopleView) else None
        return on_person(board, carried, side, item.person_id if item else None)

    def _show(self, place: QWidget, landing: Landing) -> None:
        if self._shown == (place, landing) or self.carried is None:
            return
        self._shown = place, landing
        carried, columns = self.carried, self._page.board.columns
        for column in columns.values():
            column.set_under(carried.pair_id is not None and landing.deed is not Deed.NOTHING and place in (column, column.view))
            column.view.cards.marks.target = None
        on_list = isinstance(place, PairView)
        self._page.board.list.view.rows.marks.aim(landing.pair_id if on_list else None, self._after(landing) if on_list else ())
        if carried.pair_id is None and landing.couple and isinstance(place, PeopleView):
            couple = landing.couple
            other = couple.mentee_id if carried.side is Side.TEACH else couple.mentor_id
            columns[carried.side.opposite].view.cards.marks.target = other
            self._page.choose(Choice(carried.side, carried.person_id, other))
        elif landing.swap is not None:
            self._page.board.preview.show_judged(judged_swap(self._page.seen, landing.swap))
        elif on_list or carried.pair_id is not None:
            self._page.choose(self._page.choice)
        self._page.board.preview.say_drop(drop_words(landing.deed))
        self._repaint()

    def _on_row(self, row: PairRow) -> Landing:
        return NOWHERE if self.carried is None or row.over else on_pair(self._page.seen, self.carried, row.pair_id)

    def _after(self, landing: Landing) -> tuple[PairRow, ...]:
        """Return the rows of the pairs that a swap changes, as they would be."""
        if landing.swap is None or landing.deed is not Deed.SWAP:
            return ()
        board, swap = self._page.seen, landing.swap
        after = board.once(("after", swap), lambda: swapped(board, swap))
        return tuple(row_of(after, after.snapshot.pair(one.pair_id)) for one in swap.pairs)

    def _repaint(self) -> None:
        for view in self._views():
            view.viewport().update()

    # Ending

    def _finish(self, carried: Carried) -> None:
        landed, self._landed, self._shown, self.carried = self._landed, None, None, None
        for column in self._page.board.columns.values():
            self._settle(column)
        pair_view = self._page.board.list.view
        pair_view.rows.marks.clear()
        pair_view.scroller.stop()
        self._repaint()
        self._page.board.preview.say_drop(None)
        self._page.take_snapshot()
        if landed is None:
            self._page.choose(self._before.still_true(self._page.seen))
            for view, value in zip(self._views(), self._scrolled_to, strict=True):
                view.verticalScrollBar().setValue(value)
        else:
            self._deeds.do(carried, landed)

    @staticmethod
    def _settle(column: Column) -> None:
        column.view.cards.marks.clear()
        column.view.scroller.stop()
        column.set_under(False)
        column.say_drag("")
