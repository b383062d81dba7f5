# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Notices that the session was locked or the computer goes to sleep, as the system tells it."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from revmentor_desktop.ui.locking.session_bus import BusListener
    from revmentor_desktop.ui.locking.session_windows import WindowsListener


class SessionWatch(QObject):
    """``locked``, from `start` to `stop`. Before `start` nothing of the system is connected to, nor even loaded.

    Linux tells over D-Bus, Windows by messages to windows. macOS tells programs like ours nothing: there only the jump of the clock
    after sleep counts (`idle.IdleWatch`).
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: BusListener | WindowsListener | None = None

    @property
    def watching(self) -> bool:
        """Whether something is listened to."""
        return self._listener is not None

    def start(self) -> None:
        """Listen from now on."""
        if self._listener is not None:
            return
        self._listener = _listener(self, sys.platform)
        if self._listener is not None:
            self._listener.locked.connect(self.locked)
            self._listener.start()

    def stop(self) -> None:
        """Listen no longer."""
        if self._listener is not None:
            self._listener.stop()
            self._listener.deleteLater()
            self._listener = None


def _listener(owner: QObject, platform: str) -> "BusListener | WindowsListener | None":
    if platform == "win32":
        from revmentor_desktop.ui.locking.session_windows import WindowsListener

        return WindowsListener(owner)
    if platform.startswith("linux"):
        from revmentor_desktop.ui.locking.session_bus import BusListener

        return BusListener(owner)
    return None
