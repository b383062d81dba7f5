# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Writes what the panel asks for, one action each, and says so."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.sessions import SessionId, SessionLog
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import sessions
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.calendar.facts import date_and_hour
from revmentor_desktop.ui.calendar.panel import CalendarPanel
from revmentor_desktop.ui.words import errors


class Keeper(QObject):
    """``said(sentence, undoable)`` for the notice at the foot; ``kept(date or None)`` after an action, with the day it moved to.

    What the rules or the disk refuse is said, and the panel stays as it is.
    """

    said = Signal(str, bool)
    kept = Signal(object)

    def __init__(self, workspace: Workspace, panel: CalendarPanel, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._panel, self._clock = workspace, panel, clock
        panel.log_asked.connect(self._log)
        panel.move_asked.connect(self._move)
        panel.postpone_asked.connect(self._postpone)
        panel.missed_asked.connect(self._miss)
        panel.reopen_asked.connect(self._reopen)

    def _log(self, log: SessionLog) -> None:
        write = partial(sessions.log_session, self._workspace, log=log, today=self._clock().date())
        if self._write(write, _("Acta saved: {who}")):
            self.kept.emit(None)

    def _move(self, start: datetime, by_pair: bool) -> None:
        write = partial(sessions.move_session, self._workspace, start=start, today=self._clock().date(), asked_by_pair=by_pair)
        if self._write(write, _("Moved to {when}: {who}").replace("{when}", date_and_hour(start))):
            self.kept.emit(start.date())

    def _postpone(self) -> None:
        if self._write(partial(sessions.postpone, self._workspace), _("Postponed, without date: {who}")):
            self.kept.emit(None)

    def _miss(self) -> None:
        write = partial(sessions.mark_missed, self._workspace, today=self._clock().date())
        if self._write(write, _("Noted as not held: {who}")):
            self.kept.emit(None)

    def _reopen(self) -> None:
        if self._write(partial(sessions.reopen, self._workspace), _("Note taken back: {who}")):
            self.kept.emit(None)

    def _write(self, write: Callable[[SessionId], None], said: str) -> bool:
        page = self._panel.page
        if page is None:
            return False
        # Kept before the write: it redraws the panel.
        facts = page.facts
        try:
            write(facts.session.id)
        except (StoreError, DomainError) as error:
            self.said.emit(" ".join(errors.sentence(error)).strip(), False)
            return False
        who = _("{names}, session {number}").format(names=facts.names, number=facts.session.number)
        # The names last: whatever is in them is not a place to fill.
        self.said.emit(said.replace("{who}", who), True)
        return True
