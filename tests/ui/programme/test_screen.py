# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The screen: its sections, by mouse, by keys and in narrow windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.programme.criteria_section import CriteriaSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.programme.section_list import sections
from revmentor_desktop.ui.theme import Mode, Theme


def test_the_head_says_which_edition_and_that_it_saves_itself(screen: ProgrammeScreen) -> None:
    assert screen.header.state() == "Piloto 2027 · se guarda solo al cambiar cada dato"
    assert screen.header.primary_button() is None


@pytest.mark.parametrize("key", [section.key for section in sections()])
def test_a_target_opens_its_section(screen: ProgrammeScreen, key: str) -> None:
    screen.show_target(key)
    assert screen.current_section() == key
    assert screen.section(key).isVisible()


def test_unknown_targets_are_ignored(screen: ProgrammeScreen) -> None:
    for target in (None, 7, "nothing"):
        screen.show_target(target)
    assert screen.current_section() == "edition"


def test_arrows_move_between_sections(qtbot: QtBot, screen: ProgrammeScreen) -> None:
    view = screen.list.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert screen.current_section() == "firm"
    screen.show_previous_section()
    screen.show_previous_section()
    assert screen.current_section() == "sites"
    screen.show_next_section()
    assert screen.current_section() == "edition"


def test_a_click_opens_a_section(qtbot: QtBot, screen: ProgrammeScreen) -> None:
    view = screen.list.view
    where = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert screen.current_section() == "criteria"


def test_the_ring_of_a_section_is_drawn_only_for_the_keyboard(qtbot: QtBot, screen: ProgrammeScreen) -> None:
    view = screen.list.view
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    by_mouse = view.grab(view.visualRect(view.model().index(1, 0))).toImage()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 1
    assert view.grab(view.visualRect(view.model().index(1, 0))).toImage() != by_mouse


def test_in_a_narrow_window_the_sections_are_one_choice_and_the_meaning_goes_below(qtbot: QtBot, screen: ProgrammeScreen) -> None:
    assert screen.section("edition").is_beside()
    screen.resize(608, 380)
    assert screen.choice.isVisible()
    assert not screen.list.isVisible()
    assert not screen.section("edition").is_beside()
    qtbot.waitUntil(screen.section("edition").meaning.isVisible)
    screen.choice.setCurrentIndex(3)
    screen.choice.activated.emit(3)
    assert screen.current_section() == "days"


def test_every_action_has_a_tip_and_every_editor_a_name(screen: ProgrammeScreen) -> None:
    assert all(action.toolTip() for action in screen.actions())
    keys = [action.shortcut().toString() for action in screen.actions() if action.shortcut().toString()]
    assert len(keys) == len(set(keys))
    for section in sections():
        page = screen.section(section.key)
        screen.show_section(section.key)
        focusable = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
        assert focusable
        nameless = [
            each for each in focusable if not each.accessibleName() and each.focusProxy() is None and not isinstance(each, QPushButton)
        ]
        assert [type(each).__name__ for each in nameless if type(each).__module__.startswith("revmentor")] == []


def test_every_section_paints_dark_and_at_double_size(qtbot: QtBot, theme: Theme, screen: ProgrammeScreen) -> None:
    theme.set_mode(Mode.DARK)
    theme.set_text_size(200)
    for section in sections():
        screen.show_section(section.key)
        assert not screen.grab().isNull()


def test_another_screen_can_send_to_the_least_compatibility(screen: ProgrammeScreen) -> None:
    screen.show_target("minimum")
    assert screen.current_section() == "criteria"
    section = screen.section("criteria")
    assert isinstance(section, CriteriaSection)
    focused = screen.focusWidget()
    assert focused is not None
    assert section.minimum.isAncestorOf(focused) or focused is section.minimum.editor
