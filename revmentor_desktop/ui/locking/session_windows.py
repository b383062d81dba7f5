# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The messages of Windows. Only there can its library be asked; what reads the messages works anywhere, so that it can be tried."""

import ctypes
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtGui import QWindow
from typing_extensions import override

from revmentor_desktop.ui.locking.session_messages import windows_means_lock

_THIS_SESSION = 0


class MessageFilter(QAbstractNativeEventFilter):
    """Reads messages on their way to any window of ours, lets all of them pass, and has ``listener`` tell of those that mean a lock."""

    def __init__(self, listener: "WindowsListener") -> None:
        super().__init__()
        self._listener = listener

    @override
    def nativeEventFilter(self, eventType: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        if QByteArray(eventType) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if windows_means_lock(int(told.message), int(told.wParam)):
                self._listener.locked.emit()
        return False, 0


class WindowsListener(QObject):
    """``locked``: the session is locked or left, or the computer is going to sleep. Nothing is asked of Windows before `start`."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._filter: MessageFilter | None = None

    def start(self) -> None:
        """Have Windows tell a window of ours, and read what is told to any, from now on."""
        application = QCoreApplication.instance()
        if application is None or self._filter is not None:
            return
        # One that nobody sees: the visible ones come and go.
        self._window = QWindow()
        self._window.create()
        self._filter = MessageFilter(self)
        application.installNativeEventFilter(self._filter)
        # Where it is refused (a session without a desktop), sleep and idleness still lock.
        _library().WTSRegisterSessionNotification(wintypes.HWND(int(self._window.winId())), wintypes.DWORD(_THIS_SESSION))

    def stop(self) -> None:
        """Listen no longer."""
        application = QCoreApplication.instance()
        if self._filter is None or self._window is None:
            return
        _library().WTSUnRegisterSessionNotification(wintypes.HWND(int(self._window.winId())))
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        self._filter = None
        self._window.destroy()
        self._window = None


def _library() -> ctypes.CDLL:
    # `WinDLL` is not there on other systems, neither for Python nor for who checks types.
    return getattr(ctypes, "WinDLL")("wtsapi32")  # noqa: B009
