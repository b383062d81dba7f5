# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The way to *Archivo y copias* in the whole program, by the sidebar, the search and the menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups
from revmentor_desktop.ui.copies.screen import CopiesScreen
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import COPIES
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.theme import Theme
from tests import factory


@pytest.fixture
def program(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    workspace = factory.new_file(tmp_path)
    path = workspace.path
    workspace.close()
    running = Program(theme, lambda: factory.NOW)
    running.start(path)
    yield running
    running.end()


def window_of(program: Program) -> MainWindow:
    window = program.window
    assert isinstance(window, MainWindow)
    return window


def test_a_click_at_the_foot_of_the_sidebar_opens_the_page_and_the_first_copy_comes_by_itself(program: Program, qtbot: QtBot) -> None:
    window = window_of(program)
    qtbot.mouseClick(window.sidebar.file_button, Qt.MouseButton.LeftButton)
    assert window.current_key() == COPIES
    assert window.sidebar.file_button.isChecked()
    screen = window.screen_of(COPIES)
    assert isinstance(screen, CopiesScreen)
    qtbot.waitUntil(lambda: len(screen.copies.model.rows()) == 1, timeout=15_000)
    assert window.help_groups()[0].title == "Archivo y copias"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not window.sidebar.file_button.isChecked()
    assert len(backups.copies(backups.copies_folder())) == 1


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_is_still_there_by_its_key(program: Program, qtbot: QtBot) -> None:
    window = window_of(program)
    button = window.sidebar.file_button
    QApplication.sendEvent(button, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), button.mapToGlobal(QPoint(5, 5))))
    qtbot.waitUntil(window.sidebar.file_menu.isVisible)
    assert window.sidebar.file_menu.actions()
    window.sidebar.file_menu.close()


def test_the_search_finds_the_page(program: Program, qtbot: QtBot) -> None:
    window = window_of(program)
    window.open_search()
    qtbot.keyClicks(window.search.palette.field, "archivo y cop")
    assert window.search.palette.entries()[0].place == COPIES
    qtbot.keyClick(window.search.palette.field, Qt.Key.Key_Return)
    assert window.current_key() == COPIES
