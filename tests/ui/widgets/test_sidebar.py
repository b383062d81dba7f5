# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sidebar and its rail, and where the keys go from there."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import Screen, destinations
from revmentor_desktop.ui.sidebar import Sidebar
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.header import PageHeader

CONTROL = Qt.KeyboardModifier.ControlModifier
ONE, TWO = [(1, "Piloto 2027")], [(1, "Piloto 2027"), (2, "Otoño 2027")]


class Page(QWidget):
    """A screen with a field, a list and a button."""

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key = key
        self.header = PageHeader(theme, key)
        self.header.add_control(Button(theme, "En la cabecera"))
        self.list, self.button = QListView(), Button(theme, "Abajo")
        column = QVBoxLayout(self)
        for widget in (self.header, QLineEdit(), self.list, self.button):
            column.addWidget(widget)

    def refresh(self, changed: frozenset[str]) -> None:
        """Nothing to read."""

    def show_target(self, target: object) -> None:
        """Nothing to select."""


def test_the_number_of_a_place_takes_the_keys_to_its_list_or_back_where_they_were(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    pages = {key: Page(theme, key) for key in ("home", "people")}
    for page in pages.values():
        # Qt turns the Signal of a class into the SignalInstance that a screen has; the checker does not know.
        window.add_screen(cast("Screen", page))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.sidebar.place("home").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.focusWidget() is pages["people"].list
    pages["people"].button.setFocus()
    window.sidebar.place("people").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.focusWidget() is pages["people"].button
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.focusWidget() is pages["home"].list
    window.hide()


def test_the_rail_shows_the_editions_when_there_are_two(qtbot: QtBot, theme: Theme) -> None:
    sidebar = Sidebar(theme, destinations())
    qtbot.addWidget(sidebar)
    sidebar.set_editions(ONE, 1)
    assert not sidebar.edition.isHidden()
    sidebar.set_rail(True)
    assert sidebar.edition.isHidden()
    sidebar.set_editions(TWO, 2)
    assert not sidebar.edition.isHidden()
    assert sidebar.edition.sizeHint().width() <= sidebar.width()


def test_an_edition_is_chosen_from_the_rail(qtbot: QtBot, theme: Theme) -> None:
    sidebar = Sidebar(theme, destinations())
    qtbot.addWidget(sidebar)
    sidebar.set_rail(True)
    sidebar.set_editions(TWO, 2)
    with qtbot.waitSignal(sidebar.edition_chosen) as told:
        sidebar.editions_menu().actions()[0].trigger()
    assert told.args == [1]
