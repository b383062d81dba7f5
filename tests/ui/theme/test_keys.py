# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Keys are called as they are printed on the keyboard, in menus too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from revmentor_desktop import i18n
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.keys import key_name
from revmentor_desktop.ui.widgets.actions import Action, ActionSpec

NATIVE = QKeySequence.SequenceFormat.NativeText
IN_SPANISH = {
    "Del": "Supr",
    "Esc": "Esc",
    "Ctrl+Shift+O": "Ctrl+Mayús+O",
    "Ctrl+Return": "Ctrl+Intro",
    "PgUp": "RePág",
    "PgDown": "AvPág",
    "Ctrl+Home": "Ctrl+Inicio",
    "End": "Fin",
    "Space": "Espacio",
    "Alt+Up": "Alt+↑",
    "Ctrl+Right": "Ctrl+→",
}


@pytest.fixture
def english() -> Iterator[None]:
    before = i18n.current()
    i18n.use("en")
    yield
    i18n.use(before)


@pytest.mark.parametrize(("keys", "said"), IN_SPANISH.items())
def test_menus_name_keys_as_a_spanish_keyboard_does(theme: Theme, keys: str, said: str) -> None:
    assert QKeySequence(keys).toString(NATIVE) == said


@pytest.mark.parametrize("keys", [*IN_SPANISH, "Ctrl+Enter", "Left", "Shift+F10"])
def test_a_shortcut_is_the_same_in_every_language(theme: Theme, english: None, keys: str) -> None:
    assert QKeySequence(keys).toString(NATIVE) == keys
    assert QKeySequence(keys) == QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)


def test_the_two_enter_keys_share_a_name_and_stay_two(theme: Theme) -> None:
    assert QKeySequence(Qt.Key.Key_Return).toString(NATIVE) == QKeySequence(Qt.Key.Key_Enter).toString(NATIVE) == "Intro"
    assert QKeySequence("Ctrl+Enter") != QKeySequence("Ctrl+Return")


def test_what_is_no_key_is_left_to_qt(theme: Theme) -> None:
    assert key_name("F6") is None
    assert QCoreApplication.translate("QPlatformTheme", "Del") == "Del"
    assert QCoreApplication.translate("QShortcut", "Media Play") == "Media Play"


def test_the_tip_of_an_action_ends_in_its_keys(theme: Theme) -> None:
    action = Action(theme, ActionSpec("remove", "Quitar", shortcut="Del"), theme)
    assert "Quitar (Supr)" in action.toolTip()
    action.deleteLater()
