# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Preferences come back as chosen, or not at all."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.preferences import Preferences
from revmentor_desktop.ui.start.preferences_dialog import PreferencesDialog, ask_preferences
from revmentor_desktop.ui.theme import Theme

BEFORE = Preferences(recent=("/a.revmentor",))


def test_it_shows_the_preferences_and_changes_nothing_by_itself(qtbot: QtBot, theme: Theme) -> None:
    dialog = PreferencesDialog(theme, None, Preferences("en", "dark", 150, True, ("/a.revmentor",)))
    qtbot.addWidget(dialog)
    assert dialog.chosen() == Preferences("en", "dark", 150, True, ("/a.revmentor",))


def test_what_was_chosen_is_returned(qtbot: QtBot, theme: Theme) -> None:
    dialog = PreferencesDialog(theme, None, BEFORE)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.language.piece("en"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.mode.piece("dark"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.size_of_text.piece("125"), Qt.MouseButton.LeftButton)
    assert dialog.chosen() == Preferences("en", "dark", 125, True, ("/a.revmentor",))


def test_files_not_to_be_remembered_are_forgotten(qtbot: QtBot, theme: Theme) -> None:
    dialog = PreferencesDialog(theme, None, BEFORE)
    qtbot.addWidget(dialog)
    dialog.remember.click()
    assert dialog.chosen() == Preferences(remember_files=False, recent=())


def test_the_keyboard_chooses_and_enter_applies(qtbot: QtBot, theme: Theme) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PreferencesDialog):
            QTimer.singleShot(10, choose)
            return
        qtbot.keyClick(dialog.mode, Qt.Key.Key_Left)
        qtbot.keyClick(dialog.mode, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    answer = ask_preferences(theme, None, BEFORE)
    assert answer is not None
    assert answer.theme == "dark"


def test_esc_leaves_the_preferences_as_they_were(qtbot: QtBot, theme: Theme) -> None:
    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PreferencesDialog):
            QTimer.singleShot(10, leave)
            return
        qtbot.mouseClick(dialog.mode.piece("dark"), Qt.MouseButton.LeftButton)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    assert ask_preferences(theme, None, BEFORE) is None
