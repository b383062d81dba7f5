# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A question with several ways on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import ChoiceDialog

VERBS = ("Abrir para consultar", "Abrir de todos modos", "Reintentar")


@pytest.mark.parametrize("number", range(len(VERBS)))
def test_the_button_that_is_clicked_is_the_way_that_was_chosen(qtbot: QtBot, theme: Theme, number: int) -> None:
    dialog = ChoiceDialog(theme, None, "Marta lo tiene abierto", "Ciérralo allí.", safe="Cerrar", verbs=VERBS)
    qtbot.addWidget(dialog)
    dialog.show()
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == VERBS[number])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.chosen == number


def test_the_safe_answer_chooses_nothing(qtbot: QtBot, theme: Theme) -> None:
    dialog = ChoiceDialog(theme, None, "Marta lo tiene abierto", "Ciérralo allí.", safe="Cerrar", verbs=VERBS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)
    assert dialog.chosen is None
