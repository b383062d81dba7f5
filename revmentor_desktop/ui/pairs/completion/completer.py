# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Working out complete proposals beside the window: its progress, its end, and the dialogs that show them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.navigation import PAIRS
from revmentor_desktop.ui.pairs.completion.comparing import Comparing, use_saved
from revmentor_desktop.ui.pairs.completion.dialog import ProposalsDialog
from revmentor_desktop.ui.pairs.completion.nothing import NothingDialog
from revmentor_desktop.ui.pairs.completion.offers import Found, work_out
from revmentor_desktop.ui.printing import ChoosePrinter, ask_printer
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.progress import ProgressCard
from revmentor_desktop.ui.words import errors

PATIENCE = 300
"""Milliseconds after which work shows that it goes on."""


class Completer(QObject):
    """``chosen(Completion)``: a proposal of today was taken. ``busy_changed()``: work began or ended (see ``busy``).

    What is found while the person is elsewhere waits for them: a dialog that opens under their fingers would be answered by chance.
    ``choose_printer`` asks for the printer. ``said(text, action)``: a notice. ``go(place, target)``: leads to another screen.
    """

    chosen = Signal(object)
    busy_changed = Signal()
    said = Signal(str, object)
    go = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        bridge: Bridge,
        clock: Callable[[], datetime],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self.choose_printer: ChoosePrinter = ask_printer
        self._theme, self._bridge, self._clock, self._page = theme, bridge, clock, page
        self._job: Job | None = None
        self._compares = False
        self._snapshot: Snapshot | None = None
        self._comparing: Comparing | None = None
        self._ready: Found | None = None
        self._see = QAction(_("See the proposals"), self)
        self._see.triggered.connect(self._go_and_see)
        self.dialog: ProposalsDialog | None = None
        self.nothing: NothingDialog | None = None
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
        self._begin(compares=False)

    def compare(self) -> None:
        """Likewise, beside the kept ones."""
        self._begin(compares=True)

    def stop(self) -> None:
        """Give up, at once for whoever waits; the work itself ends at its next step. What was found and not seen is forgotten."""
        self._ready = None
        if self._job is not None:
            self._job.drop()
            self._end()

    # Inside

    def _begin(self, *, compares: bool) -> None:
        if self._job is not None or self.dialog is not None or self.nothing is not None:
            return
        if self._bridge.hides_names:
            self.said.emit(_("Show the names first: the proposals are made of them."), None)
            return
        self._compares = compares
        snapshot = self._snapshot = self._bridge.workspace.snapshot()
        ready, self._ready = self._ready, None
        if ready is not None and same_people_and_pairs(ready.snapshot, snapshot):
            self._open(ready)
            return

        def work(progress: Progress) -> object:
            return work_out(snapshot, progress.check)

        self._job = self._bridge.run(self, work, self._take, self._failed)
        self._job.cancelled.connect(self._end)
        self._timer.start()
        self.busy_changed.emit()

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
        if not isinstance(error, DomainError):
            raise error
        self.said.emit(errors.domain(error), None)

    def _take(self, result: object) -> None:
        self._end()
        found = cast("Found", result)
        if not same_people_and_pairs(found.snapshot, self._bridge.workspace.snapshot()):
            # Something changed meanwhile: what was worked out would no longer be true.
            self._begin(compares=self._compares)
        elif self._elsewhere():
            self._ready = found
            self.said.emit(_("The proposals of pairs are ready"), self._see)
        else:
            self._open(found)

    def _elsewhere(self) -> bool:
        """Whether the person is on another screen, or in the middle of a dialog or a menu."""
        return not self._page.isVisible() or (QApplication.activeModalWidget() or QApplication.activePopupWidget()) is not None

    def _go_and_see(self) -> None:
        self.go.emit(PAIRS, None)
        self._begin(compares=self._compares)

    def _open(self, found: Found) -> None:
        if found.nothing and not (self._compares and self._bridge.workspace.snapshot().scenarios):
            self.nothing = NothingDialog(self._theme, self._page, found)
            self.nothing.finished.connect(self._closed_nothing)
            self.nothing.open()
            return
        self.dialog = ProposalsDialog(self._theme, self._page, comparing=self._compares, read_only=self._bridge.read_only)
        self._comparing = Comparing(self._theme, self._bridge, self._clock, self.dialog, found, self.choose_printer)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed_nothing(self) -> None:
        dialog, self.nothing = self.nothing, None
        if dialog is None:
            return
        dialog.deleteLater()
        if dialog.way is not None:
            self.go.emit(*dialog.way)

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        comparing, self._comparing = self._comparing, None
        if dialog is None or comparing is None:
            return
        dialog.deleteLater()
        offer = dialog.chosen
        if offer is None:
            return
        if not same_people_and_pairs(comparing.snapshot, self._bridge.workspace.snapshot()):
            # Nobody can change it behind a modal dialog, but what is used must be what was shown.
            self.said.emit(_("The programme has changed meanwhile, so the proposals are worked out again."), None)
            self._begin(compares=self._compares)
        elif offer.completion is not None:
            self.chosen.emit(offer.completion)
        elif offer.scenario_id is not None:
            text, undoable = use_saved(self._bridge, offer.scenario_id)
            self.said.emit(text, self._bridge.undo_action if undoable else None)


def same_people_and_pairs(one: Snapshot, other: Snapshot) -> bool:
    """Whether two moments differ in nothing but the kept proposals."""
    return one is other or replace(one, scenarios=other.scenarios) == other
