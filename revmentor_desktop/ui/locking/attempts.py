# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Wrong passwords wait longer each time, also when the question was closed in between."""

import math
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain import passwords

TICK = 200
"""Milliseconds between two looks at the clock."""


class Attempts:
    """Counts the wrong passwords of each file since the program started, and knows how long the next one has to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[Path, int] = {}
        self._until: dict[Path, float] = {}

    def wrong(self, path: Path) -> float:
        """Note a wrong one; returns the seconds to wait."""
        self._failures[path] = self._failures.get(path, 0) + 1
        wait = passwords.delay_after(self._failures[path])
        self._until[path] = self._clock() + wait
        return wait

    def failures(self, path: Path) -> int:
        """Return how many were wrong in a row."""
        return self._failures.get(path, 0)

    def right(self, path: Path) -> None:
        """Note the right one: the next mistake waits as little as the first."""
        self._failures.pop(path, None)
        self._until.pop(path, None)

    def waiting(self, path: Path) -> float:
        """Return the seconds that are still to wait, 0 when a password may be tried."""
        return max(0.0, self._until.get(path, 0.0) - self._clock()) if path in self._until else 0.0


class Countdown(QObject):
    """``ticked(int)`` with the whole seconds left whenever they change, ``ended`` once they are over."""

    ticked = Signal(int)
    ended = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock, self._until, self._shown = clock, 0.0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether there is something left to wait."""
        return self._timer.isActive()

    def start(self, seconds: float) -> None:
        """Begin to count ``seconds`` down."""
        self._until, self._shown = self._clock() + seconds, 0
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Count no longer, and tell nothing."""
        self._timer.stop()

    def _look(self) -> None:
        left = math.ceil(self._until - self._clock())
        if left <= 0:
            self._timer.stop()
            self.ended.emit()
        elif left != self._shown:
            self._shown = left
            self.ticked.emit(left)
