# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a list of the board needs to take part in drags: it asks whoever knows the rules, and scrolls near its edges."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

# Mixed into Qt's classes, which allow only one of themselves among the bases.
_Widget = QWidget if TYPE_CHECKING else object
_EDGE = 28
"""Distance in px from the upper and lower edge within which a list scrolls during a drag."""
_STEP, _EVERY = 14, 40
"""Px at the very edge each time, and ms from one time to the next."""


class Catcher(Protocol):
    """Who decides about what is dragged over a list."""

    def knows(self, data: QMimeData) -> bool:
        """Tell whether this is something of the board on the move."""
        ...

    def hovers(self, place: QWidget, data: QMimeData, where: QPoint) -> bool:
        """Show what letting go there would do; returns whether anything would."""
        ...

    def leaves(self, place: QWidget) -> None:
        """Show nothing more there."""
        ...

    def falls(self, place: QWidget, data: QMimeData, where: QPoint) -> bool:
        """Take what was let go; returns whether it was wanted."""
        ...


class TakesDrops(_Widget):
    """Put before the Qt class in the bases of what can be dropped on. Without a ``catcher`` nothing can."""

    catcher: Catcher | None = None

    def listen(self, catcher: Catcher) -> None:
        """Let ``catcher`` decide about drags from now on."""
        self.catcher = catcher
        self.setAcceptDrops(True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Accepted even where nothing can be let go: Qt would not tell of any further move in here.
        if self.catcher is not None and self.catcher.knows(event.mimeData()):
            self.catcher.hovers(self, event.mimeData(), event.position().toPoint())
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.catcher is not None and self.catcher.hovers(self, event.mimeData(), event.position().toPoint()):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self.catcher is not None:
            self.catcher.leaves(self)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.catcher is not None and self.catcher.falls(self, event.mimeData(), event.position().toPoint()):
            event.acceptProposedAction()
        else:
            event.ignore()


class EdgeScroller(QObject):
    """Scrolls a list while something is held near its upper or lower edge. ``scrolled(view, point)``: what is there is another."""

    scrolled = Signal(object, QPoint)

    def __init__(self, view: QAbstractItemView, edge: int = _EDGE) -> None:
        super().__init__(view)
        self._view, self._edge = view, edge
        self._where = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._step)

    def follow(self, where: QPoint) -> None:
        """Scroll as long as the pointer stays at ``where``, a point of the viewport, if that is near an edge."""
        self._where = where
        if self._speed() and not self._timer.isActive():
            self._timer.start()
        elif not self._speed():
            self._timer.stop()

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _speed(self) -> int:
        """Return by how many px to scroll, downwards positive: the nearer to the edge, the faster."""
        height = self._view.viewport().height()
        above, below = self._edge - self._where.y(), self._where.y() - (height - self._edge)
        near = below if below > 0 else -above if above > 0 else 0
        return round(max(-1.0, min(1.0, near / self._edge)) * _STEP)

    def _step(self) -> None:
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._speed())
        if bar.value() == before:
            self._timer.stop()
        else:
            self.scrolled.emit(self._view, self._where)


def far_enough(start: QPoint, now: QPoint) -> bool:
    """Whether the pointer went so far with the button down that it drags."""
    return (now - start).manhattanLength() >= QApplication.startDragDistance()
