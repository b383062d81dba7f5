# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Moving a session by keys alone: from one slot free for both to the next, as dragging does with the pointer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt

from revmentor_desktop.domain.sessions import SessionId, SessionState
from revmentor_desktop.ui.calendar.month_view import MonthView
from revmentor_desktop.ui.calendar.move_form import MoveForm
from revmentor_desktop.ui.calendar.panel import CalendarPanel
from revmentor_desktop.ui.calendar.session_page import MOVE


class SlotWalk(QObject):
    """Walks the session under the keys, or that of the panel. Enter moves it where the walk stands, Esc leaves it where it is.

    ``open_session`` shows a session in the panel, ``show_day`` brings the keys to a day. Nothing is written here: the panel's button does.
    """

    def __init__(
        self,
        month: MonthView,
        panel: CalendarPanel,
        open_session: Callable[[SessionId], None],
        show_day: Callable[[date], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._month, self._panel = month, panel
        self._open_session, self._show_day = open_session, show_day
        self._form: MoveForm | None = None
        month.proposal_taken.connect(self._take)
        month.proposal_dropped.connect(self._drop)

    def step(self, direction: int) -> bool:
        """Go to the next slot (1) or the one before (-1). Returns whether there is a session to walk with and such a slot."""
        if self._form is None or self._form is not self._present_form():
            self._form = self._begin()
        form = self._form
        if form is None or not form.step(direction):
            return False
        day = form.start().date()
        self._month.propose(day)
        self._show_day(day)
        self._month.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def end(self) -> None:
        """Forget the walk: something else is shown."""
        self._form = None
        self._month.propose(None)

    # Inside

    def _begin(self) -> MoveForm | None:
        session_id = self._month.current_session() or (self._panel.session_id() if self._panel.isVisible() else None)
        if session_id is None:
            return None
        if not self._panel.isVisible() or self._panel.session_id() != session_id:
            self._open_session(session_id)
        page = self._panel.page
        if page is None or page.facts.session.state is SessionState.HELD:
            return None
        page.set_mode(MOVE)
        form = page.move_form
        if form is not None and page.facts.session.start is not None:
            form.set_start(page.facts.session.start)
        return form

    def _present_form(self) -> MoveForm | None:
        page = self._panel.page
        return page.move_form if page is not None and page.mode == MOVE else None

    def _take(self) -> None:
        form = self._form
        self.end()
        if form is not None and form is self._present_form():
            self._panel.confirm()

    def _drop(self) -> None:
        page = self._panel.page
        self.end()
        start = page.facts.session.start if page is not None else None
        if page is not None and start is not None:
            page.begin_again()
            self._show_day(start.date())
