# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Lines of *Programa* that are half typed: kept, offered again, saved on leaving, thrown away by Esc."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import drafts
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.half_typed import places
from revmentor_desktop.ui.navigation import PROGRAMME
from revmentor_desktop.ui.programme.firm_section import FirmSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field
from tests import factory


def kept(workspace: Workspace) -> dict[str, str]:
    return drafts.starting_with(workspace, "programme.")


def firm_of(screen: ProgrammeScreen) -> FirmSection:
    screen.show_target("firm")
    section = screen.section("firm")
    assert isinstance(section, FirmSection)
    return section


def line(field: Field) -> LineEdit:
    assert isinstance(field.editor, LineEdit)
    return field.editor


def half_type(qtbot: QtBot, workspace: Workspace, screen: ProgrammeScreen) -> None:
    editor = line(firm_of(screen).address)
    editor.selectAll()
    qtbot.keyClicks(editor, "Calle Mayor")
    qtbot.waitUntil(lambda: bool(kept(workspace)), timeout=2000)


def again(qtbot: QtBot, theme: Theme, bridge: Bridge) -> FirmSection:
    """The section as it stands at the next start."""
    made = ProgrammeScreen(theme, bridge, lambda: factory.NOW)
    qtbot.addWidget(made)
    made.show()
    return firm_of(made)


def test_it_is_offered_again_and_saved_on_leaving(
    qtbot: QtBot, theme: Theme, bridge: Bridge, screen: ProgrammeScreen, example: Workspace
) -> None:
    half_type(qtbot, example, screen)
    assert places(example) == ((PROGRAMME, "firm"),)
    before = example.snapshot().firm.address
    firm = again(qtbot, theme, bridge)
    firm.refresh()
    assert line(firm.address).text() == "Calle Mayor"
    assert firm.address.note().startswith("Recuperado de antes: sin guardar")
    assert example.snapshot().firm.address == before
    qtbot.keyClick(firm.address.editor, Qt.Key.Key_Return)
    assert example.snapshot().firm.address == "Calle Mayor"
    assert not firm.address.note()
    assert not kept(example)
    firm.window().hide()


def test_esc_discards_it(qtbot: QtBot, theme: Theme, bridge: Bridge, screen: ProgrammeScreen, example: Workspace) -> None:
    half_type(qtbot, example, screen)
    firm = again(qtbot, theme, bridge)
    qtbot.keyClick(firm.address.editor, Qt.Key.Key_Escape)
    assert line(firm.address).text() == example.snapshot().firm.address
    assert not firm.address.note()
    assert not kept(example)
    firm.window().hide()


def test_going_on_typing_gives_the_keys_to_the_line(
    qtbot: QtBot, theme: Theme, bridge: Bridge, screen: ProgrammeScreen, example: Workspace
) -> None:
    half_type(qtbot, example, screen)
    screen.hide()
    firm = again(qtbot, theme, bridge)
    assert firm.recovered_line() is firm.address.editor
    assert firm.window().focusWidget() is firm.address.editor


def test_a_section_gone_to_has_the_keys_on_its_name(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.show_target("days")
    assert screen.list.view.hasFocus()
