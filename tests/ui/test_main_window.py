# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The shell: going about, counts, narrow windows, keys and help."""

from typing import cast

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import Screen, destinations
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import ActionSpec, build_actions
from revmentor_desktop.ui.widgets.header import PageHeader

CONTROL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """The smallest screen there can be."""

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key = key
        self.header = PageHeader(theme, key)
        self.changes: list[frozenset[str]] = []
        self.targets: list[object] = []
        column = QVBoxLayout(self)
        column.addWidget(self.header)
        self.button = QPushButton("x")
        column.addWidget(self.button)
        build_actions(theme, self, [ActionSpec("new", f"Nueva {key}", "plus", "Ctrl+N", "", "new")])

    def new(self) -> None:
        self.toast.emit("hecho", None)

    def refresh(self, changed: frozenset[str]) -> None:
        self.changes.append(changed)

    def show_target(self, target: object) -> None:
        self.targets.append(target)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    made = MainWindow(theme, with_history=True)
    for place in destinations():
        made.add_screen(cast("Screen", Page(theme, place.key)))
    qtbot.addWidget(made)
    return made


def page(window: MainWindow, key: str) -> Page:
    found = window.screen_of(key)
    assert isinstance(found, Page)
    return found


def shown(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_click_in_the_sidebar_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    assert window.current_key() == "home"
    qtbot.mouseClick(window.sidebar.place("people"), Qt.MouseButton.LeftButton)
    assert window.current_key() == "people"
    assert window.sidebar.place("people").isChecked()
    assert not window.sidebar.place("home").isChecked()


def test_control_and_a_digit_go_there(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert window.current_key() == "pairs"
    window.close()


def test_a_screen_sends_the_user_to_somebody_on_another(window: MainWindow) -> None:
    page(window, "home").go.emit("pairs", 7)
    assert window.current_key() == "pairs"
    assert page(window, "pairs").targets == [7]


def test_only_the_screen_in_sight_is_refreshed_at_once(window: MainWindow) -> None:
    window.show_screen("people")
    window.show_screen("home")
    page(window, "people").changes.clear()
    window.refresh(frozenset({"person"}))
    window.refresh(frozenset({"pair"}))
    assert page(window, "people").changes == []
    window.show_screen("people")
    window.show_screen("people")
    assert page(window, "people").changes == [frozenset({"person", "pair"})]


def test_what_was_never_shown_is_refreshed_whole(window: MainWindow) -> None:
    window.refresh(frozenset({"person"}))
    window.show_screen("calendar")
    assert page(window, "calendar").changes == [frozenset()]


def test_counts_are_read_with_the_name_of_the_place(window: MainWindow) -> None:
    window.set_count("pairs", "9 de 13")
    assert window.sidebar.place("pairs").accessibleName() == "Parejas, 9 de 13"


def test_the_title_names_edition_and_firm(window: MainWindow) -> None:
    window.set_names("Piloto 2027", "Talleres Albor, S. L.")
    assert window.windowTitle() == "Piloto 2027 – Talleres Albor, S. L. – RevMentor"
    window.set_saved("Guardado a las 10:42")
    assert window.sidebar.save_state.text() == "Guardado a las 10:42"


def test_a_narrow_window_has_a_rail_and_so_has_a_big_text(window: MainWindow, theme: Theme) -> None:
    for width, size, rail in ((1366, 100, False), (1279, 100, True), (1366, 150, True), (1366, 100, False)):
        theme.set_text_size(size)
        window.resize(width, 690)
        window.grab()
        assert window.sidebar.is_rail() is rail


def test_it_fits_the_smallest_screen(window: MainWindow) -> None:
    window.resize(660, 380)
    assert (window.width(), window.height()) == (660, 380)


def test_undo_is_named_in_its_tip(window: MainWindow) -> None:
    window.set_history("emparejar a Lucía y Gonzalo", "")
    assert "Deshacer: emparejar a Lucía y Gonzalo (Ctrl+Z)" in window.undo_action.toolTip()
    assert not window.redo_action.isEnabled()


def test_f6_goes_from_part_to_part(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    window.sidebar.place("home").setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page(window, "home").button.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.sidebar.isAncestorOf(focused)
    window.close()


def test_help_lists_the_keys_of_the_screen_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("people")
    own, everywhere = window.help_groups()
    assert [action.text() for action in own.actions] == ["Nueva people"]
    assert {"Ctrl+1", "F6", "F1", "Ctrl+Z"} <= {action.shortcut().toString() for action in everywhere.actions}
    shown(qtbot, window)
    dialog = window.open_help()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Nueva people" in texts
    assert "Ctrl+N" in texts
    dialog.reject()
    window.close()


def test_the_file_menu_holds_what_it_is_given(window: MainWindow) -> None:
    create, leave = QAction("Crear", window), QAction("Salir", window)
    window.add_file_actions([create, None, leave])
    assert [action.text() for action in window.sidebar.file_menu.actions()] == ["Crear", "", "Salir"]


def test_choosing_an_edition_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.sidebar.set_editions([(1, "Piloto 2027"), (2, "Segunda")], 1)
    with qtbot.waitSignal(window.edition_chosen) as told:
        window.sidebar.editions_menu().actions()[1].trigger()
    assert told.args == [2]


def test_the_band_of_the_example_leads_to_a_programme_of_ones_own(qtbot: QtBot, window: MainWindow) -> None:
    window.show_example_band(True)
    with qtbot.waitSignal(window.create_asked):
        qtbot.mouseClick(window.bands().example.button, Qt.MouseButton.LeftButton)


def test_a_screens_notice_appears_at_the_foot(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    page(window, "home").new()
    assert window.toast_widget().isVisible()
    assert window.toast_widget().text() == "hecho"
    window.close()


def test_closing_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window)
    with qtbot.waitSignal(window.closing):
        window.close()
