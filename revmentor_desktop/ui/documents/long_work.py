# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One long piece of work at a time: its progress shows after a moment, with the way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.progress import ProgressCard

SHOWN_AFTER = 300
"""Milliseconds before the progress is shown: what is quicker needs none."""


class LongWork(QObject):
    """``busy_changed(bool)``. ``card`` goes into the page; it shows itself."""

    busy_changed = Signal(bool)

    def __init__(self, theme: Theme, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: Job | None = None
        self._done: Callable[[object], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._before: QWidget | None = None
        self._moved_to: QWidget | None = None
        self.card = ProgressCard(theme, "")
        self.card.hide()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._timer.timeout.connect(self.card.show)
        self.card.strip.cancelled.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    def start(
        self,
        title: str,
        work: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Begin, unless something is under way. ``done`` and ``failed`` are called in the thread of the window."""
        if self.busy:
            return
        self._done, self._failed = done, failed
        self.card.strip.restart(title)
        self._timer.start()
        self._job = self._bridge.run(self, work, self._finish, self._fail)
        self._job.progressed.connect(self.card.strip.show_progress)
        self._job.cancelled.connect(self._end)
        self._before = QApplication.focusWidget()
        self.busy_changed.emit(True)
        self._moved_to = QApplication.focusWidget()

    def stop(self) -> None:
        """Ask it to stop; what is done is kept."""
        if self._job is not None:
            self._job.cancel()

    def _finish(self, result: object) -> None:
        done = self._done
        self._end()
        if done is not None:
            done(result)

    def _fail(self, error: Exception) -> None:
        failed = self._failed
        self._end()
        if failed is not None:
            failed(error)

    def _end(self) -> None:
        self._job = None
        self._timer.stop()
        self.card.hide()
        self.busy_changed.emit(False)
        # A button that is disabled meanwhile loses the focus; it gets it back unless the user has gone elsewhere.
        if self._before is not None and isValid(self._before) and QApplication.focusWidget() is self._moved_to:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = self._moved_to = None
