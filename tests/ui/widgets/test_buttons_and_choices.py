# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Buttons, segments, switches and fields, by clicks and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import ActionSpec, build_actions
from revmentor_desktop.ui.widgets.button import Button, IconButton
from revmentor_desktop.ui.widgets.checks import CheckBox, Switch
from revmentor_desktop.ui.widgets.chip import Chip, Pill
from revmentor_desktop.ui.widgets.editors import ComboBox, LineEdit, NumberEdit, SearchField
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from revmentor_desktop.ui.widgets.looks import pair_look
from revmentor_desktop.ui.widgets.segmented import SegmentedControl

LEFT = Qt.MouseButton.LeftButton


class Desk(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.done = 0
        spec = ActionSpec("print", "Imprimir & guardar", "printer", "Ctrl+P", "Imprime lo elegido", "print_it")
        self.actions_by_key = build_actions(theme, self, [spec])

    def print_it(self) -> None:
        self.done += 1


def test_a_button_follows_its_action(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(theme)
    qtbot.addWidget(desk)
    action = desk.actions_by_key["print"]
    button = Button(theme, action.label).follow(action)
    QVBoxLayout(desk).addWidget(button)
    qtbot.mouseClick(button, LEFT)
    action.setEnabled(False)
    action.set_label("Imprimir 4 acuerdos")
    assert (desk.done, button.isEnabled(), button.label) == (1, False, "Imprimir 4 acuerdos")
    assert "Ctrl+P" in button.toolTip()


def test_an_ampersand_in_a_name_is_no_shortcut(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Núñez & Hijos")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.label == "Núñez & Hijos"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_in_focus(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    button = Button(theme, "Conservar")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_an_icon_alone_has_a_name_and_a_tip(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "x", "Cerrar <panel>")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Cerrar <panel>"
    assert "&lt;panel&gt;" in button.toolTip()


def test_the_arrows_move_along_the_segments_and_round(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl(theme, [("a", "Todas"), ("b", "Enseñan"), ("c", "Aprenden")], "Filtro")
    qtbot.addWidget(control)
    heard: list[str] = []
    control.changed.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(control, key)
    qtbot.mouseClick(control.piece("b"), LEFT)
    assert heard == ["b", "c", "a", "c", "b"]
    assert control.accessibleName() == "Filtro: Enseñan"


def test_new_counts_keep_the_choice_and_say_nothing(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl(theme, [("a", "Todas 1"), ("b", "Enseñan 1")], "Filtro", "b")
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.changed):
        control.set_choices([("a", "Todas 2"), ("b", "Enseñan 2")])
    assert control.current() == "b"


def test_pieces_that_were_taken_away_are_not_painted_any_more(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl(theme, [("a", "Todas"), ("b", "Enseñan")], "Filtro")
    qtbot.addWidget(control)
    before = [control.piece("a"), control.piece("b")]
    control.set_choices([("a", "Todas"), ("c", "Aprenden")])
    assert [piece.isHidden() for piece in before] == [True, True]
    assert not control.piece("c").isHidden()


def test_a_field_keeps_what_was_typed_beside_its_error(qtbot: QtBot, theme: Theme) -> None:
    line = LineEdit(theme)
    field = Field(theme, "Correo", line, help_text="Del trabajo")
    qtbot.addWidget(field)
    qtbot.keyClicks(line, "lucia@ejemplo")
    field.set_error("Falta el final del correo, como .com o .es.")
    assert line.text() == "lucia@ejemplo"
    assert field.editor.property("invalid") == "true"
    assert field.editor.accessibleDescription() == field.note() == "Falta el final del correo, como .com o .es."
    field.set_error(None)
    assert field.note() == "Del trabajo"


def test_a_required_field_says_so_only_while_it_is_empty(qtbot: QtBot, theme: Theme) -> None:
    field = Field(theme, "Nombre", LineEdit(theme), required=True)
    qtbot.addWidget(field)
    assert field.label() == "Nombre (obligatorio)"
    field.set_missing(False)
    assert field.label() == "Nombre"


def test_a_line_tells_a_change_once_and_nothing_without_one(qtbot: QtBot, theme: Theme) -> None:
    line = LineEdit(theme, "Ana")
    qtbot.addWidget(line)
    heard: list[str] = []
    line.committed.connect(heard.append)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, " Blanca")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard == ["Ana Blanca"]


def test_escape_empties_a_search(qtbot: QtBot, theme: Theme) -> None:
    search = SearchField(theme, "Buscar por nombre")
    qtbot.addWidget(search)
    qtbot.keyClicks(search, "lucia")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_number_stays_in_its_limits_and_is_told_on_leaving(qtbot: QtBot, theme: Theme) -> None:
    number = NumberEdit(theme, 10, 1, 40, unit="sesiones")
    qtbot.addWidget(number)
    number.selectAll()
    qtbot.keyClicks(number, "12")
    with qtbot.waitSignal(number.committed) as told:
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert told.args == [12]


def test_a_list_shows_what_is_stored_without_telling(qtbot: QtBot, theme: Theme) -> None:
    combo = ComboBox(theme)
    qtbot.addWidget(combo)
    combo.addItem("Aragón", "AR")
    combo.addItem("Madrid", "MD")
    with qtbot.assertNotEmitted(combo.currentIndexChanged):
        combo.select("MD")
    assert combo.currentData() == "MD"


def test_a_list_opens_under_its_field(qtbot: QtBot, theme: Theme) -> None:
    combo = ComboBox(theme)
    qtbot.addWidget(combo)
    assert not combo.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, QStyleOptionComboBox(), combo)


def test_switch_and_box_answer_to_click_and_space(qtbot: QtBot, theme: Theme) -> None:
    for widget in (Switch(theme, "Limitar las salas"), CheckBox(theme, "Marcar")):
        qtbot.addWidget(widget)
        qtbot.mouseClick(widget, LEFT)
        assert widget.isChecked()
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        assert not widget.isChecked()


def test_a_pill_is_chosen_by_a_click(qtbot: QtBot, theme: Theme) -> None:
    pill = Pill(theme, "Venta en redes")
    qtbot.addWidget(pill)
    qtbot.mouseClick(pill, LEFT)
    assert pill.isChecked()


def test_a_chip_reads_its_state(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, pair_look(PairState.CONSULTING))
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "En consulta"


def test_labels_show_names_letter_by_letter(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, "<b>Ana</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_cut_line_gives_the_whole_in_its_tip(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, "María de los Ángeles Fernández-Villaverde")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert "Villaverde" in label.toolTip()
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""
