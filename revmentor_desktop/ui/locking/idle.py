# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Notices that nobody has used the program for a while, in any of its windows, or that the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

LIMIT = 600.0
"""Seconds without use after which a file is locked."""
SLEEP = 60.0
"""Seconds that the clock of the wall may run ahead between two looks before they count as sleep."""
LOOK = 5_000
"""Milliseconds between two looks."""

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.NativeGesture,
        QEvent.Type.ContextMenu,
    }
)


class IdleWatch(QObject):
    """``expired``: ten minutes without use, or the computer has slept. It watches from `start` to `stop` or to ``expired``.

    Keys, mouse, wheel, pen and touch in every window and dialog count; events that a program made up do not. In a window of the
    system's own (a file dialog of Windows or macOS) Qt sees none, so ten minutes in one count as without use.
    ``clock`` runs evenly, ``wall`` goes on while the computer sleeps, both in seconds; ``every``: milliseconds between two looks.
    """

    expired = Signal()

    def __init__(
        self,
        limit: float = LIMIT,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        every: int = LOOK,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit, self._clock, self._wall = limit, clock, wall
        self._used = self._seen = 0.0
        self._pointer: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self.look)

    @property
    def watching(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def start(self) -> None:
        """Watch from now on."""
        application = QCoreApplication.instance()
        if application is not None and not self.watching:
            application.installEventFilter(self)
            self._timer.start()
        self._used, self._seen = self._clock(), self._wall()

    def stop(self) -> None:
        """Watch no longer."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._timer.stop()

    def look(self) -> None:
        """Look at both clocks, as it does by itself every five seconds while it watches."""
        if not self.watching:
            return
        now, wall = self._clock(), self._wall()
        # Which clocks stand still during sleep differs by system; that of the wall goes on in all of them.
        slept = wall - self._seen > self._timer.interval() / 1000 + SLEEP
        self._seen = wall
        if slept or now - self._used >= self._limit:
            self.stop()
            self.expired.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # May be called while the object dies.
        if getattr(self, "_timer", None) is not None and event.spontaneous() and self._is_use(event):
            self._used = self._clock()
        return False

    def _is_use(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.MouseMove:
            return event.type() in _USE
        # Systems tell of a move, too, when a window opens or closes under a pointer that lies still.
        place = event.globalPosition().toPoint() if isinstance(event, QMouseEvent) else None
        moved = place != self._pointer
        self._pointer = place
        return moved
