# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sidebar and its rail."""

from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.navigation import destinations
from revmentor_desktop.ui.sidebar import Sidebar
from revmentor_desktop.ui.theme import Theme

ONE, TWO = [(1, "Piloto 2027")], [(1, "Piloto 2027"), (2, "Otoño 2027")]


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
