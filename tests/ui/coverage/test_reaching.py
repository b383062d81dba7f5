# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How one comes to *Temas sin cubrir* in the window, and what is marked and offered there."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.coverage.screen import CoverageScreen
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import COVERAGE, PAIRS, marked, places
from revmentor_desktop.ui.screens import makers
from revmentor_desktop.ui.search.offers import place_entries
from revmentor_desktop.ui.theme import Theme
from tests.factory import NOW
from tests.ui.coverage.conftest import ACCESS, topic


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, lacking: Workspace) -> Iterator[MainWindow]:
    bridge = Bridge(lacking)
    made = MainWindow(theme)
    for key, make in makers(theme, bridge, lambda: NOW).items():
        made.add_place(key, make)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
    bridge.close()


def screen_of(window: MainWindow) -> CoverageScreen:
    return cast("CoverageScreen", window.screen_of(COVERAGE))


def test_the_board_is_marked_while_one_is_there(window: MainWindow, lacking: Workspace) -> None:
    window.show_screen(COVERAGE, ("topic", topic(lacking, ACCESS)))
    assert window.current_key() == COVERAGE
    assert window.sidebar.place(PAIRS).isChecked()
    assert screen_of(window).panel.title.text() == ACCESS


def test_the_search_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    entry = next(entry for entry in place_entries() if entry.place == COVERAGE)
    assert (entry.title, entry.detail) == ("Temas sin cubrir", "Parejas")
    window.open_search()
    qtbot.keyClicks(window.search.palette.field, "sin cubrir")
    qtbot.keyClick(window.search.palette.field, Qt.Key.Key_Return)
    assert window.current_key() == COVERAGE


def test_its_keys_stand_in_the_help_under_its_name(window: MainWindow) -> None:
    window.show_screen(COVERAGE)
    own = window.help_groups()[0]
    assert own.title == "Temas sin cubrir"
    assert [action.text() for action in own.actions] == ["Volver a Parejas", "Copiar invitación abierta", "Buscar un tema"]


def test_a_place_beyond_the_sidebar_is_marked_by_the_one_it_belongs_to() -> None:
    assert [marked(place.key) for place in places() if place.key != COVERAGE] == [p.key for p in places() if p.key != COVERAGE]
    assert marked(COVERAGE) == PAIRS
