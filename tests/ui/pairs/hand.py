# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A hand that drags on the board: the press and the pull are real, and what a system sends while it follows the pointer is sent here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.items import Kind
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel
from tests.ui.pairs.desk import Desk

Place = Callable[[], tuple[QWidget, QPoint]]
"""Where something is, asked when the pointer gets there: lists change their order during a drag."""
_LEFT, _MOVE, _NONE = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier


class Hand:
    """Drags on a board. ``accepted`` says of each place it came over whether something could be let go there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.accepted: list[bool] = []
        self.drags: list[QDrag] = []
        self.formats: list[str] = []
        self._inside: QWidget | None = None

    # Places

    def person(self, side: Side, name: str) -> Place:
        def find() -> tuple[QWidget, QPoint]:
            view = self._desk.screen.board.columns[side].view
            index = view.people.place_of(self._desk.item(side, name).person_id)
            view.scrollTo(index)
            return view.viewport(), view.visualRect(index).center()

        return find

    def half(self, pair_id: PairId, half: str) -> Place:
        def find() -> tuple[QWidget, QPoint]:
            view = self._desk.screen.board.list.view
            view.scrollTo(view.pairs.place_of(pair_id))
            row = next(row for row in self._desk.rows() if row.pair_id == pair_id)
            return view.viewport(), getattr(view.places_of(row), half).center().toPoint()

        return find

    def column(self, side: Side) -> Place:
        return lambda: (self._desk.screen.board.columns[side], QPoint(30, 5))

    def beside(self, side: Side) -> Place:
        """Where a list of people ends, or its last heading stands."""

        def find() -> tuple[QWidget, QPoint]:
            view = self._desk.screen.board.columns[side].view
            heading = next((row for row, item in enumerate(view.people.records) if item.kind is Kind.HEADING), -1)
            return view.viewport(), view.visualRect(view.people.index(heading, 0)).center()

        return find

    def preview(self) -> tuple[QWidget, QPoint]:
        return self._desk.screen.board.preview, QPoint(30, 30)

    # What it does

    def drag(self, start: Place, *over: Place, drop: bool = True, look: Callable[[], object] | None = None) -> None:
        """Press at ``start``, pull, come over each place in turn, look, and let go at the last one unless ``drop`` is false."""

        def follow(drag: QDrag) -> None:
            self.drags.append(drag)
            self.formats += drag.mimeData().formats()
            try:
                for place in over:
                    self._come_over(drag, *place())
                if look is not None:
                    look()
                if drop and self.accepted and self.accepted[-1]:
                    place, where = over[-1]()
                    QApplication.sendEvent(place, QDropEvent(QPointF(where), _MOVE, drag.mimeData(), _LEFT, _NONE))
            finally:
                # Qt remembers the last place that took something, for longer than it lives.
                QApplication.sendEvent(self._desk.screen, QDragLeaveEvent())
                self._inside = None

        self._desk.screen.dragging.carry_out = follow
        place, point = start()
        self._desk.qtbot.mousePress(place, _LEFT, pos=point)
        for pull in (QPoint(2, 1), QPoint(24, 6)):
            where = QPointF(point + pull)
            moved = QMouseEvent(QEvent.Type.MouseMove, where, place.mapToGlobal(where), Qt.MouseButton.NoButton, _LEFT, _NONE)
            QApplication.sendEvent(place, moved)
        self._desk.qtbot.mouseRelease(place, _LEFT, pos=point + QPoint(24, 6))

    def _come_over(self, drag: QDrag, place: QWidget, where: QPoint) -> None:
        data = drag.mimeData()
        if place is not self._inside:
            QApplication.sendEvent(place, QDragLeaveEvent())
            entered = QDragEnterEvent(QPointF(where), _MOVE, data, _LEFT, _NONE)
            QApplication.sendEvent(place, entered)
            self._inside = place
        moved = QDragMoveEvent(QPointF(where + QPoint(1, 1)), _MOVE, data, _LEFT, _NONE)
        # Qt asks nobody where nothing was accepted on entering, and lets nothing fall there.
        moved.ignore()
        QApplication.sendEvent(place, moved)
        self.accepted.append(moved.isAccepted())


def words(dialog: Dialog) -> str:
    """What a dialog says above its buttons."""
    return " ".join(label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible())


def reading(into: list[str], *, acting: bool = False) -> Callable[[Dialog], None]:
    """Read a dialog and leave it by its safe answer, or by the other one."""

    def read(dialog: Dialog) -> None:
        into.append(words(dialog))
        if acting:
            dialog.accept()
        else:
            dialog.reject()

    return read
