# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Work beside the window gives way to it.

Python runs one thread at a time. A thread that only calculates gives the interpreter back after 5 ms, and the window asks for
it at each of the many calls of one event: a key would take as long as all of them wait. So such work stops at its next check
while the window has something to do, and goes on when it is idle.
"""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_LOOK, _LOOKS = 0.05, 6
"""Seconds between two looks whether the work is still wanted, and how often it looks before it goes on for a while all the same, so
that a window that is always busy does not stop it for good."""


class Courtesy(QObject):
    """Knows whether the window is busy. Lives in its thread; `wait` is for the others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = Event()
        self._idle.set()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.awake.connect(self._begin)
            dispatcher.aboutToBlock.connect(self._end)

    def wait(self, check: Callable[[], None]) -> None:
        """Wait until the window is idle; ``check`` raises when the work is given up meanwhile."""
        for _look in range(_LOOKS):
            check()
            if self._idle.wait(_LOOK):
                return
        check()

    def _begin(self) -> None:
        self._idle.clear()

    def _end(self) -> None:
        self._idle.set()
