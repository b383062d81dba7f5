# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The messages of Linux desktops, over D-Bus."""

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from revmentor_desktop.ui.locking.session_messages import BusSignal, bus_signals


class BusListener(QObject):
    """``locked``: the session is locked or the computer is going to sleep. It is on no bus before `start`; without one nothing is heard."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard: list[BusSignal] = []

    @property
    def heard(self) -> tuple[BusSignal, ...]:
        """The signals that it listens to."""
        return tuple(self._heard)

    def start(self) -> None:
        """Listen from now on."""
        for signal in bus_signals(os.environ.get("XDG_SESSION_ID", "")):
            bus = _bus(signal)
            if bus.isConnected() and bus.connect(signal.service, signal.path, signal.interface, signal.name, self, _slot(signal)):
                self._heard.append(signal)

    def stop(self) -> None:
        """Listen no longer."""
        for signal in self._heard:
            _bus(signal).disconnect(signal.service, signal.path, signal.interface, signal.name, self, _slot(signal))
        self._heard.clear()

    @Slot(bool)
    def take_flag(self, begins: bool) -> None:
        """Take a signal that says whether something begins or ends."""
        if begins:
            self.locked.emit()

    @Slot()
    def take(self) -> None:
        """Take a signal that says nothing else."""
        self.locked.emit()


def _bus(signal: BusSignal) -> QDBusConnection:
    return QDBusConnection.systemBus() if signal.system else QDBusConnection.sessionBus()


def _slot(signal: BusSignal) -> bytes:
    # Qt for Python takes what SLOT makes, a text, and nothing else; its own types say bytes.
    return SLOT("take_flag(bool)" if signal.flag else "take()")  # pyright: ignore[reportReturnType, reportArgumentType]
