# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is half noted of a session: kept, put back, noted or discarded; and nothing of it where the file is only looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox

from revmentor_desktop.domain.sessions import Session, SessionLog
from revmentor_desktop.programme import drafts, files, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.calendar.session_page import HELD, MOVE
from tests.ui.calendar.conftest import NOW, TODAY, Calendar, Opener


def kept(workspace: Workspace) -> dict[str, str]:
    return drafts.starting_with(workspace, "calendar.")


def unlogged(calendar: Calendar, place: int = 0) -> Session:
    """A session of a day that is over and that nobody has noted."""
    found = [s for s in calendar.workspace.snapshot().sessions if s.log is None and s.start is not None and s.start.date() < TODAY]
    return found[place]


def half_note(calendar: Calendar, session: Session) -> None:
    calendar.screen.open_session(session.id)
    page = calendar.screen.panel.page
    assert page is not None
    assert page.acta is not None
    page.acta.rating.setFocus()
    calendar.key(Qt.Key.Key_4, widget=page.acta.rating)
    page.acta.minutes.setValue(75)


def shown(calendar: Calendar) -> tuple[int | None, int]:
    """Rating and minutes in the panel."""
    page = calendar.screen.panel.page
    assert page is not None
    assert page.acta is not None
    return page.acta.rating.value(), page.acta.minutes.value()


def test_it_is_in_the_file_within_two_seconds(calendar: Calendar) -> None:
    half_note(calendar, unlogged(calendar))
    calendar.qtbot.waitUntil(lambda: bool(kept(calendar.workspace)), timeout=2000)


def test_another_session_and_esc_lose_nothing(calendar: Calendar) -> None:
    first, second = unlogged(calendar), unlogged(calendar, 1)
    half_note(calendar, first)
    calendar.screen.open_session(second.id)
    assert calendar.screen.unsaved.isVisibleTo(calendar.screen)
    calendar.key(Qt.Key.Key_Escape, widget=calendar.screen.panel)
    calendar.click(calendar.screen.unsaved.button)
    assert calendar.screen.panel.session_id() == first.id
    assert shown(calendar) == (4, 75)
    page = calendar.screen.panel.page
    assert page is not None
    assert page.recovered.isVisibleTo(page)


def test_discarding_shows_the_form_as_it_was(calendar: Calendar) -> None:
    session = unlogged(calendar)
    half_note(calendar, session)
    calendar.screen.open_session(session.id)
    page = calendar.screen.panel.page
    assert page is not None
    calendar.click(page.recovered.discard)
    assert shown(calendar) == (None, session.minutes)
    assert not kept(calendar.workspace)
    assert not calendar.screen.unsaved.isVisibleTo(calendar.screen)


def test_saving_the_acta_ends_the_draft(calendar: Calendar) -> None:
    session = unlogged(calendar)
    half_note(calendar, session)
    calendar.screen.half_noted.keep()
    calendar.screen.panel.confirm()
    log = calendar.session(session.id).log
    assert log is not None
    assert (log.rating, log.minutes) == (4, 75)
    assert not kept(calendar.workspace)


def test_esc_while_walking_through_the_slots_discards_the_proposal(calendar: Calendar) -> None:
    coming = next(s for s in calendar.workspace.snapshot().sessions if s.start is not None and s.start > NOW + timedelta(days=3))
    calendar.screen.open_session(coming.id)
    # The first slot is what the form proposes by itself.
    calendar.screen.next_free_slot()
    calendar.screen.next_free_slot()
    calendar.screen.half_noted.keep()
    assert kept(calendar.workspace)
    calendar.key(Qt.Key.Key_Escape)
    calendar.screen.half_noted.keep()
    assert not kept(calendar.workspace)


def test_what_is_older_than_the_session_vanishes_quietly(planned: Workspace, open_calendar: Opener) -> None:
    before = open_calendar(planned, NOW)
    before.show()
    session = unlogged(before)
    half_note(before, session)
    before.screen.half_noted.keep()
    before.screen.hide()
    before.bridge.changed.disconnect(before.screen.refresh)
    sessions.log_session(planned, session.id, SessionLog(TODAY, 60), TODAY)
    after = open_calendar(planned, NOW)
    assert not after.screen.unsaved.isVisibleTo(after.screen)
    after.screen.open_session(session.id)
    page = after.screen.panel.page
    assert page is not None
    assert not page.recovered.isVisibleTo(page)
    assert not kept(planned)


@contextmanager
def moved(workspace: Workspace) -> Iterator[None]:
    path = workspace.path
    away = path.rename(path.with_name("otro sitio.revmentor"))
    try:
        yield
    finally:
        away.rename(path)


def test_in_a_moved_file_the_acta_stays_and_can_be_saved_later(calendar: Calendar) -> None:
    session = unlogged(calendar)
    half_note(calendar, session)
    with moved(calendar.workspace):
        calendar.screen.panel.confirm()
        assert shown(calendar) == (4, 75)
        assert len(calendar.said[-1][0].split(". ")) >= 2
        calendar.screen.open_session(unlogged(calendar, 1).id)
        calendar.screen.open_session(session.id)
        assert shown(calendar) == (4, 75)
    calendar.screen.panel.confirm()
    log = calendar.session(session.id).log
    assert log is not None
    assert log.rating == 4


@pytest.fixture
def viewed(planned_file: Path, tmp_path: Path, open_calendar: Opener) -> Iterator[Calendar]:
    """The planned example with one acta and one half-noted session, opened only to look at it."""
    path = Path(copy(planned_file, tmp_path / "mirar.revmentor"))
    workspace = files.open_file(path)
    first = workspace.snapshot().sessions[0]
    sessions.log_session(workspace, first.id, SessionLog(TODAY, 50, rating=3), TODAY)
    drafts.put(workspace, f"calendar.session.{workspace.edition_id}.{workspace.snapshot().sessions[1].id}", "{}")
    workspace.close()
    workspace = files.open_to_read(path)
    yield open_calendar(workspace, NOW)
    workspace.close()


def test_only_looked_at_every_session_is_told_and_none_can_be_changed(viewed: Calendar) -> None:
    viewed.show()
    before = viewed.workspace.snapshot().sessions
    for session in before[:12]:
        viewed.screen.open_session(session.id)
        page = viewed.screen.panel.page
        assert page is not None
        assert page.mode == (HELD if session.log is not None else "")
        for widget in page.findChildren(QAbstractSpinBox):
            assert widget.isReadOnly() or not widget.isVisible()
        for button in viewed.screen.panel.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled():
                assert button.accessibleName().startswith("Cerrar"), button.text()
        page.set_mode(MOVE) if session.log is None else viewed.key(Qt.Key.Key_5, widget=page)
        viewed.screen.keep()
    viewed.screen.show_target("plan")
    viewed.screen.next_free_slot()
    assert viewed.workspace.snapshot().sessions == before
    assert not viewed.screen.unsaved.isVisibleTo(viewed.screen)


def test_only_looked_at_an_acta_is_plain_text(viewed: Calendar) -> None:
    viewed.show()
    viewed.screen.open_session(viewed.workspace.snapshot().sessions[0].id)
    page = viewed.screen.panel.page
    assert page is not None
    assert page.acta is not None
    page.acta.rating.choose(5)
    assert page.acta.rating.value() == 3
    assert not page.reopen.isVisible()
    assert not viewed.screen.panel.keep.isVisible()


def test_going_on_typing_moves_into_the_form(calendar: Calendar) -> None:
    calendar.screen.show_target(("typed", unlogged(calendar).id))
    page = calendar.screen.panel.page
    assert page is not None
    assert page.choice.isAncestorOf(calendar.screen.focusWidget()) or page.choice.hasFocus()
