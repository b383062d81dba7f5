# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What has to go before a file can be locked: questions, menus and tips in sight, and what we put on the clipboard."""

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_TRIES = 50
_PAUSE = 20
"""Milliseconds between two tries."""


def clear_own_clipboard() -> None:
    """Empty the clipboard, and the selection of X11, when what is there comes from us; what others copied stays."""
    clipboard = QGuiApplication.clipboard()
    for mode, ours in (
        (clipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (clipboard.Mode.Selection, clipboard.ownsSelection()),
        (clipboard.Mode.FindBuffer, clipboard.ownsFindBuffer()),
    ):
        if ours:
            clipboard.clear(mode)


def close_open_dialogs() -> int:
    """Give every question in sight its safe answer and close menus, lists and tips; returns how many were closed.

    Code that waits for an answer goes on only once control is back: see `Leaving`.
    """
    closed = 0
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        closed += 1
    # The newest first: it may be a question of the one below.
    for widget in reversed(_in_sight()):
        if isinstance(widget, QDialog):
            widget.reject()
            closed += 1
        elif _is_tip(widget):
            widget.close()
    return closed


def _in_sight() -> list[QWidget]:
    modal = QApplication.activeModalWidget()
    found = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [*(widget for widget in found if widget is not modal), *([modal] if modal is not None else [])]


def _is_tip(widget: QWidget) -> bool:
    return widget.metaObject().className() == "QTipLabel"


class Leaving(QObject):
    """Closes what is open until nothing waits for an answer any more, then tells ``left``, once.

    A question asked with ``exec`` keeps the code around it waiting in an inner loop of events; the file must not be closed under it.
    """

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tries = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._try)

    def start(self) -> None:
        """Begin; a second call while it is under way does nothing."""
        if not self._timer.isActive():
            self._tries = 0
            self._timer.start()

    def _try(self) -> None:
        self._tries += 1
        open_still = close_open_dialogs()
        # Level 1 is the program's own loop. Something that never lets go must not keep the file open either.
        if (open_still or QThread.currentThread().loopLevel() > 1) and self._tries < _TRIES:
            return
        self._timer.stop()
        self.left.emit()
