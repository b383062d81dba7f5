# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Search in the whole program: what is found leads to the real screens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import agreements, pairs, sessions
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """The program on the example, where Lucía and Gonzalo have sessions and an agreement."""
    running = Program(theme, lambda: factory.NOW)
    running.start(example=True)
    opened = running.current
    assert opened is not None
    people = {person.first_name: person.id for person in opened.workspace.snapshot().people.values()}
    pair_id = pairs.make_pair(opened.workspace, people["Lucía"], people["Gonzalo"])
    factory.accept(opened.workspace, [pair_id])
    sessions.use_plan(opened.workspace, sessions.propose_plan(opened.workspace.snapshot(), factory.TODAY))
    agreements.prepare_drafts(opened.workspace, factory.TODAY)
    yield opened.window
    running.end()


def search(qtbot: QtBot, window: MainWindow, query: str) -> None:
    """Type into the list and take the first result."""
    window.open_search()
    qtbot.keyClicks(window.search.palette.field, query)
    qtbot.keyClick(window.search.palette.field, Qt.Key.Key_Return)


def test_everything_found_is_shown_on_its_screen(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "lucia serrano pombo")
    screen = window.screen_of("people")
    assert isinstance(screen, PeopleScreen)
    assert screen.form.isVisible()
    search(qtbot, window, "lucia serrano y")
    assert window.current_key() == "pairs"
    search(qtbot, window, "sesion 4 de lucia")
    calendar = window.screen_of("calendar")
    assert isinstance(calendar, CalendarScreen)
    assert calendar.panel.isVisible()
    search(qtbot, window, "2027-p-01")
    documents = window.screen_of("documents")
    assert isinstance(documents, DocumentsScreen)
    assert documents.card.list.hasFocus() or window.focusWidget() is documents.card.list
    search(qtbot, window, "criterios")
    programme = window.screen_of("programme")
    assert isinstance(programme, ProgrammeScreen)
    assert programme.current_section() == "criteria"
