# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the board shows at a glance and what it keeps for who looks closer; and how it stands in a narrow window."""

from PySide6.QtCore import Qt

from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.pair_rows import matching
from tests.ui.pairs.desk import Desk

ONE_WINDOW = "Comparten una sola franja a la semana"


def narrow(desk: Desk) -> None:
    desk.screen.resize(608, 380)


def test_a_single_stretch_in_common_marks_no_row_but_is_read_with_the_pair(desk: Desk) -> None:
    desk.make("Inés", "Joaquín")
    (row,) = desk.rows()
    assert (row.warnings, row.warned) == ((), False)
    assert "Solo una franja en común" in row.sentence
    desk.click_part(row, "")
    assert ONE_WINDOW in desk.preview()


def test_a_single_stretch_in_common_stands_in_no_suggestion_but_in_its_preview(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    item = desk.item(Side.LEARN, "Amparo")
    assert item.warning == ""
    assert "Solo una franja en común" in item.sentence
    desk.click(Side.LEARN, "Amparo")
    assert ONE_WINDOW in desk.preview()


def test_the_filter_of_warnings_leaves_the_telling_ones(desk: Desk) -> None:
    desk.make("Inés", "Joaquín")
    told = desk.make("Sara", "Itziar")
    assert [row.pair_id for row in matching(desk.rows(), "warned")] == [told]


def test_two_who_can_never_be_a_pair_have_no_button_for_it(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    assert desk.screen.pair_button.isVisible()
    desk.click(Side.LEARN, "Itziar")
    assert not desk.screen.pair_button.isVisible()
    assert desk.screen.hours_button.isVisible()


def test_a_narrow_window_has_buttons_below_the_suggestions_only_when_they_do_something(desk: Desk) -> None:
    narrow(desk)
    assert not desk.screen.narrow_pair_button.isVisible()
    desk.click(Side.TEACH, "Lucía")
    assert desk.screen.narrow_pair_button.isVisible()
    desk.click(Side.LEARN, "Itziar")
    assert not desk.screen.narrow_pair_button.isVisible()


def test_in_a_narrow_window_a_pair_is_read_over_the_whole_board_and_left_to_its_row(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    narrow(desk)
    desk.qtbot.mouseClick(desk.screen.board.tabs.piece("pairs"), Qt.MouseButton.LeftButton)
    desk.click_part(desk.rows()[0], "")
    desk.screen.commands["why"].trigger()
    assert not desk.screen.board.list.isVisible()
    assert desk.screen.board.preview.width() > 500
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.board.list.view.isVisible()
    assert desk.screen.focusWidget() is desk.screen.board.list.view


def test_the_head_of_a_narrow_window_keeps_its_state_and_one_button(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    screen = desk.screen
    assert screen.print_button.isVisible()
    narrow(desk)
    assert not screen.print_button.isVisible()
    primary = screen.header.primary_button()
    assert primary is not None
    assert primary.label == "Completar"
    assert not any(button.isVisible() for button in screen.header.secondary_buttons())
    assert {button.label for button in screen.header.secondary_buttons()} >= {"Comparar propuestas", "Imprimir hoja de emparejamiento"}
    screen.resize(1158, 690)
    assert screen.print_button.isVisible()
