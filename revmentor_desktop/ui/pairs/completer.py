# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Working out complete proposals beside the window: its progress, its end, and the dialog that shows them."""

from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.pairs.completion_dialog import CompletionDialog
from revmentor_desktop.ui.pairs.proposals import Proposal, work_out
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.progress import ProgressCard

PATIENCE = 300
"""Milliseconds after which work shows that it goes on."""


class Completer(QObject):
    """``chosen(Completion)``: the user took a proposal. ``busy_changed()``: work began or ended (see ``busy``)."""

    chosen = Signal(object)
    busy_changed = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._bridge, self._page = theme, bridge, page
        self._job: Job | None = None
        self._snapshot: Snapshot | None = None
        self.dialog: CompletionDialog | None = None
        self.progress = ProgressCard(theme, _("Looking for the best pairs"), page)
        self.progress.hide()
        self.progress.strip.cancelled.connect(self.stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._show_progress)

    @property
    def busy(self) -> bool:
        """Whether proposals are being worked out."""
        return self._job is not None

    def start(self) -> None:
        """Work out the proposals of the present state and show them; a second call while at it does nothing."""
        if self._job is not None or self.dialog is not None:
            return
        snapshot = self._snapshot = self._bridge.workspace.snapshot()

        def work(progress: Progress) -> object:
            def stop() -> bool:
                progress.check()
                return False

            def tell(done: int) -> None:
                progress.report(done, 2, "")

            return work_out(snapshot, stop, tell)

        self._job = self._bridge.run(self, work, self._show, self._failed)
        self._job.progressed.connect(self.progress.strip.show_progress)
        self._job.cancelled.connect(self._end)
        self._timer.start()
        self.busy_changed.emit()

    def stop(self) -> None:
        """Give up."""
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self) -> None:
        self.progress.strip.restart(_("Looking for the best pairs"))
        width = min(self._theme.px(360), self._page.width() - 48)
        self.progress.resize(width, self.progress.sizeHint().height())
        self.progress.move((self._page.width() - width) // 2, self._theme.px(110))
        self.progress.show()
        self.progress.raise_()

    def _end(self) -> None:
        self._job = None
        self._timer.stop()
        self.progress.hide()
        self.busy_changed.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        raise error

    def _show(self, result: object) -> None:
        self._end()
        if self._snapshot is None or self._snapshot is not self._bridge.workspace.snapshot():
            # Something changed meanwhile: what was worked out would no longer be true.
            self.start()
            return
        self.dialog = CompletionDialog(self._theme, self._page, self._snapshot, cast("tuple[Proposal, ...]", result))
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        if dialog.chosen is not None:
            self.chosen.emit(dialog.chosen)
