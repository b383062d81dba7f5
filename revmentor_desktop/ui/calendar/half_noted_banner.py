# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The notice over the month: a session was left half noted, and the way back to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from revmentor_desktop.domain.sessions import SessionId
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.entries import names_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.recovered import recovered_text


class HalfNotedBanner(Banner):
    """``wanted(id)``: go on noting that session."""

    wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "info", "", action=_("Go on"), writes=True)
        self._session_id: SessionId | None = None
        self.acted.connect(self._tell)

    def show_waiting(self, snapshot: Snapshot, waiting: Sequence[SessionId]) -> None:
        """Name the first of the sessions that wait; hidden when none does."""
        session = next((one for one in snapshot.sessions if one.id in waiting[:1]), None)
        self._session_id = session.id if session is not None else None
        self.setVisible(session is not None)
        if session is not None:
            who = _("{names}, session {number}").format(names=names_of(snapshot, snapshot.pair(session.pair_id)), number=session.number)
            self.say("info", _("Half noted: {who}").format(who=who), recovered_text(), action=_("Go on"))

    def _tell(self) -> None:
        if self._session_id is not None:
            self.wanted.emit(self._session_id)
