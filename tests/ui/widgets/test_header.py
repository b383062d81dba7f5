# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The head of a screen: what stands where, what hides when there is no room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action, ActionSpec
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.paint import whole_parts


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> Iterator[PageHeader]:
    made = PageHeader(theme, "Abril de 2027")
    qtbot.addWidget(made)
    made.resize(1100, 72)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def action_of(theme: Theme, text: str, owner: QWidget) -> Action:
    return Action(theme, ActionSpec(text, text), owner)


def block(width: int) -> QWidget:
    made = QWidget()
    made.setFixedSize(width, 30)
    return made


def settle() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def upright_lines(header: PageHeader) -> int:
    return len([line for line in header.findChildren(QFrame) if line.property("line") == "true" and line.isVisible()])


def test_the_line_after_undo_parts_it_from_something(theme: Theme, header: PageHeader) -> None:
    header.set_history(QAction("Deshacer", header), QAction("Rehacer", header))
    assert upright_lines(header) == 0
    header.set_actions([], action_of(theme, "Planificar", header))
    assert upright_lines(header) == 1
    header.set_actions()
    assert upright_lines(header) == 0


def test_a_control_that_hides_takes_the_line_with_it(theme: Theme, header: PageHeader) -> None:
    header.set_history(QAction("Deshacer", header), QAction("Rehacer", header))
    control = block(90)
    header.add_control(control)
    settle()
    assert upright_lines(header) == 1
    control.hide()
    settle()
    assert upright_lines(header) == 0


def test_without_undo_there_is_no_line(theme: Theme, header: PageHeader) -> None:
    header.set_actions([], action_of(theme, "Planificar", header))
    assert upright_lines(header) == 0


def test_what_is_beside_the_title_stands_right_after_the_words(header: PageHeader) -> None:
    beside = block(60)
    header.add_beside_title(beside)
    header.set_state("3 sesiones")
    settle()
    end_of_title = header.title.mapTo(header, QPoint(0, 0)).x() + header.title.sizeHint().width()
    assert 0 <= beside.mapTo(header, QPoint(0, 0)).x() - end_of_title <= 16


@pytest.mark.parametrize("which", [0, 1])
def test_longer_words_send_the_secondary_action_behind_the_dots_and_back(theme: Theme, header: PageHeader, which: int) -> None:
    actions = [action_of(theme, text, header) for text in ("Importar", "Nueva")]
    header.set_actions([actions[0]], actions[1])
    header.resize(560, 72)
    assert not header.secondary_buttons()[0].isHidden()
    actions[which].set_label("Importar las respuestas de la hoja de cálculo")
    settle()
    assert header.secondary_buttons()[0].isHidden()
    actions[which].set_label("Nueva")
    settle()
    assert not header.secondary_buttons()[0].isHidden()


def test_a_longer_title_is_measured_too(theme: Theme, header: PageHeader) -> None:
    header.set_actions([action_of(theme, "Importar", header)], action_of(theme, "Nueva", header))
    header.resize(560, 72)
    header.set_title("Septiembre de 2027, con las sesiones aplazadas")
    settle()
    assert header.secondary_buttons()[0].isHidden()


def test_a_title_without_a_line_of_state_stands_in_the_middle(header: PageHeader) -> None:
    settle()
    assert abs(header.title.geometry().center().y() - 36) <= 1
    header.set_state("26 sesiones")
    settle()
    assert header.title.geometry().center().y() < 32


def test_of_a_line_in_parts_those_that_do_not_fit_are_left_out_whole(theme: Theme) -> None:
    text, width = "14 formadas \u00b7 queda 1 \u00b7 media 61", theme.metrics("table").horizontalAdvance
    assert whole_parts(text, theme, "table", width(text) + 1) == text
    assert whole_parts(text, theme, "table", width(text) - 3) == "14 formadas \u00b7 queda 1"
    assert whole_parts(text, theme, "table", 5) == "14 formadas"
