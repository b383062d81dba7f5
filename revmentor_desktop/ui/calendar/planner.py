# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Planning from the window: the work beside it, the plan shown, and the plan used."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import plural
from revmentor_desktop.programme import sessions
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.calendar.plan_dialog import PlanDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.progress import ProgressStrip
from revmentor_desktop.ui.words import errors

PATIENCE = 1000
"""Milliseconds of work before its progress is shown; until then the pointer says that it is under way."""


class Planner(QObject):
    """``used(first day)`` after a plan was taken over, ``said(sentence, undoable)`` for the notice at the foot.

    ``dialog`` is the plan under question, ``None`` without one.
    """

    used = Signal(object)
    said = Signal(str, bool)

    def __init__(self, theme: Theme, bridge: Bridge, strip: ProgressStrip, clock: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bridge, self._strip, self._clock, self._window = theme, bridge, strip, clock, parent
        self._job: Job | None = None
        self._plan: sessions.Plan | None = None
        self.dialog: PlanDialog | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PATIENCE)
        self._delay.timeout.connect(self._strip.show)
        self._strip.cancelled.connect(self._cancel)

    def start(self) -> None:
        """Look for dates; the answer comes as a dialog. Nothing happens while one is being made or shown."""
        if self._job is not None or self.dialog is not None:
            return
        snapshot, today = self._bridge.workspace.snapshot(), self._clock().date()

        def work(progress: Progress) -> sessions.Plan:
            def stopped() -> bool:
                return progress.cancelled

            plan = sessions.propose_plan(snapshot, today, stopped)
            progress.check()
            return plan

        self._strip.restart(self._strip.title.text())
        self._delay.start()
        self._window.setCursor(Qt.CursorShape.BusyCursor)
        self._job = self._bridge.run(self, work, self._show)
        self._job.ended.connect(self._ended)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._job = None
        self._delay.stop()
        self._window.unsetCursor()
        self._strip.hide()

    def _show(self, plan: object) -> None:
        if not isinstance(plan, sessions.Plan):
            return
        self._plan = plan
        self.dialog = PlanDialog(self._theme, self._window, self._bridge.snapshot(), plan)
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    def _answered(self, answer: int) -> None:
        dialog, plan = self.dialog, self._plan
        self.dialog = self._plan = None
        if dialog is None or plan is None:
            return
        dialog.deleteLater()
        if answer != PlanDialog.DialogCode.Accepted:
            return
        try:
            sessions.use_plan(self._bridge.workspace, plan)
        except StoreError as error:
            self.said.emit(" ".join(errors.sentence(error)).strip(), False)
            return
        count = len(plan.placed)
        if plan.placed:
            self.used.emit(min(placed.start for placed in plan.placed).date())
        self.said.emit(plural("{n} session planned", "{n} sessions planned", count).format(n=count), True)
