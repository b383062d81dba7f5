# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Half-noted sessions across a crash, another session and another screen: kept in the file until noted or discarded."""

import json
from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain.sessions import Session, SessionId
from revmentor_desktop.programme import drafts
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.calendar.panel import CalendarPanel
from revmentor_desktop.ui.calendar.session_page import SessionPage
from revmentor_desktop.ui.widgets.recovered import DRAFT_MILLISECONDS

PREFIX = "calendar.session."
"""Beginning of the key of such a draft; the edition's and the session's number follow."""


class HalfNoted(QObject):
    """Keeps what stands in the panel's forms and was not saved, and puts it back when the session is shown again.

    ``changed``: other sessions are half noted now. ``discarded(id)``: that one is no more.
    A session that is another by now than when it was half noted (moved, noted, gone) is older: what was typed is let go.
    """

    changed = Signal()
    discarded = Signal(int)

    def __init__(self, workspace: Workspace, panel: CalendarPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._panel = workspace, panel
        self._page: SessionPage | None = None
        self._edition_id = workspace.edition_id
        self._stored = self._read()
        self._texts = dict(self._stored)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MILLISECONDS)
        self._timer.timeout.connect(self.keep)
        panel.page_shown.connect(self._take)
        panel.page_leaving.connect(self._leave)

    def waiting(self) -> tuple[SessionId, ...]:
        """Return the sessions of the edition that are half noted and not in the panel."""
        shown = self._panel.session_id()
        return tuple(session_id for session_id in self._texts if session_id != shown and self._young(session_id))

    def begin_edition(self) -> None:
        """Turn to what is half noted in the edition that is current now."""
        self._page, self._edition_id = None, self._workspace.edition_id
        self._stored = self._read()
        self._texts = dict(self._stored)

    def keep(self) -> None:
        """Keep in the file what stands in the panel now."""
        self._timer.stop()
        page = self._page
        if page is None or self._edition_id != self._workspace.edition_id:
            return
        session = self._session(page.facts.session.id)
        half = page.half_noted() if session == page.facts.session else {}
        self._write(page.facts.session.id, written(page.facts.session, half) if half else "")

    def discard(self) -> None:
        """Throw away what is half noted in the panel."""
        page, self._page = self._page, None
        if page is None:
            return
        self._timer.stop()
        if self._write(page.facts.session.id, ""):
            self.discarded.emit(page.facts.session.id)
        else:
            self._page = page

    # Inside

    def _take(self) -> None:
        page = self._page = self._panel.page
        if page is None:
            return
        page.edited.connect(self._note)
        page.discard_asked.connect(self.discard)
        session_id = page.facts.session.id
        text = self._texts.get(session_id, "")
        half = read(text, page.facts.session) if text else {}
        if half:
            page.take_half_noted(half)
        elif text:
            self._write(session_id, "")
        self.changed.emit()

    def _leave(self) -> None:
        self.keep()
        self._page = None

    def _note(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _write(self, session_id: SessionId, text: str) -> bool:
        # What can't be written now stays here, for when the session is shown again and the next try.
        self._texts[session_id] = text
        if text == self._stored.get(session_id, ""):
            return True
        try:
            if text:
                drafts.put(self._workspace, self._key(session_id), text)
            else:
                drafts.remove(self._workspace, self._key(session_id))
        except StoreError:
            return False
        self._stored[session_id] = text
        return True

    def _read(self) -> dict[SessionId, str]:
        if self._workspace.read_only:
            return {}
        found = drafts.starting_with(self._workspace, f"{PREFIX}{self._workspace.edition_id}.")
        return {SessionId(int(ending)): text for ending, text in found.items() if ending.isdecimal()}

    def _young(self, session_id: SessionId) -> bool:
        session = self._session(session_id)
        return session is not None and bool(read(self._texts[session_id], session))

    def _session(self, session_id: SessionId) -> Session | None:
        return next((one for one in self._workspace.snapshot().sessions if one.id == session_id), None)

    def _key(self, session_id: SessionId) -> str:
        return f"{PREFIX}{self._workspace.edition_id}.{session_id}"


def written(session: Session, half: Mapping[str, object]) -> str:
    """Return what is half noted of a session as JSON, with what the session was then."""
    return json.dumps({"over": _state(session), "half": dict(half)}, ensure_ascii=False)


def read(text: str, session: Session) -> dict[str, object]:
    """Return what `written` wrote; empty when it can't be read or the session is another by now."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    data = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    half = data.get("half")
    return cast("dict[str, object]", half) if isinstance(half, dict) and data.get("over") == _state(session) else {}


def _state(session: Session) -> str:
    return f"{session.state.value} {session.start} {session.log}"
