# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Held parts: what is in them is read and copied, and nothing in them changes anything."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action, ActionSpec, build_actions
from revmentor_desktop.ui.widgets.button import Button, IconButton
from revmentor_desktop.ui.widgets.checks import CheckBox, RadioButton, Switch
from revmentor_desktop.ui.widgets.chip import Pill
from revmentor_desktop.ui.widgets.editors import ComboBox, DateEdit, LineEdit, NumberEdit, SearchField, TextEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.held import Editor, held_sentence, hold, is_held
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.widgets.topic_chip import TopicChip
from revmentor_desktop.ui.widgets.week_grid import WeekGrid

CHANGES = (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_Return)


class Form(QWidget):
    """A part with whatever editors are put in it."""

    def __init__(self, inside: Sequence[QWidget], read_only: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        for widget in inside:
            self.column.addWidget(widget)
        hold(self, read_only)
        self.resize(400, 500)


Show = Callable[..., Form]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Puts editors into a part and shows it."""
    shown: list[Form] = []

    def put(*inside: QWidget, read_only: str = "asked") -> Form:
        form = Form(inside, read_only)
        shown.append(form)
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    yield put
    for form in shown:
        form.hide()


def combo(theme: Theme) -> ComboBox:
    box = ComboBox(theme)
    box.addItem("Zaragoza", 1)
    box.addItem("Huesca", 2)
    return box


def editors(theme: Theme) -> dict[str, tuple[QWidget, object]]:
    """One of each, with how to read its value."""
    line, text, day, number = LineEdit(theme, "Ana"), TextEdit(theme, "Notas"), DateEdit(theme, date(2027, 1, 2)), NumberEdit(theme, 10)
    box, tick, radio, switch = combo(theme), CheckBox(theme, "Sí"), RadioButton(theme, "Una"), Switch(theme, "Piloto")
    pill, chip = Pill(theme, "Tema"), TopicChip(theme, 1, "Excel", 2, wanted=True)
    grid, pieces = WeekGrid(theme, [Window(0, 540, 660)]), SegmentedControl(theme, [("a", "Una"), ("b", "Otra")], "Cuál", "a")
    return {
        "line": (line, line.text), "text": (text, text.toPlainText), "day": (day, day.value), "number": (number, number.value),
        "combo": (box, box.currentData), "tick": (tick, tick.isChecked), "radio": (radio, radio.isChecked),
        "switch": (switch, switch.isChecked), "pill": (pill, pill.isChecked), "chip": (chip, chip.degree),
        "grid": (grid, grid.windows), "pieces": (pieces, pieces.current),
    }  # fmt: skip


NAMES = ("line", "text", "day", "number", "combo", "tick", "radio", "switch", "pill", "chip", "grid", "pieces")


@pytest.mark.parametrize("name", NAMES)
def test_no_click_key_or_drag_changes_a_held_editor(qtbot: QtBot, theme: Theme, show: Show, name: str) -> None:
    widget, value = editors(theme)[name]
    assert callable(value)
    before = value()
    show(widget)
    ground = widget.viewport() if isinstance(widget, TextEdit) else widget
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    qtbot.mouseMove(ground, QPoint(120, 40))
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(120, 40))
    qtbot.mouseClick(ground, Qt.MouseButton.LeftButton)
    for key in CHANGES:
        qtbot.keyClick(widget, key)
        qtbot.keyClick(widget, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(widget, "zz9")
    assert value() == before


@pytest.mark.parametrize("name", NAMES)
def test_a_held_editor_stays_so_whatever_it_is_asked(qtbot: QtBot, theme: Theme, show: Show, name: str) -> None:
    widget, _value = editors(theme)[name]
    assert isinstance(widget, Editor)
    show(widget)
    widget.setEnabled(True)
    assert widget.held
    assert widget.isEnabled() is widget.readable


@pytest.mark.parametrize("name", NAMES)
def test_without_a_reason_nothing_is_held(qtbot: QtBot, theme: Theme, show: Show, name: str) -> None:
    widget, _value = editors(theme)[name]
    assert isinstance(widget, Editor)
    show(widget, read_only="")
    assert not widget.held
    assert widget.isEnabled()


def test_an_editor_made_later_is_held_too(qtbot: QtBot, theme: Theme, show: Show) -> None:
    form = show()
    inner = QWidget()
    line = LineEdit(theme, "Ana")
    QVBoxLayout(inner).addWidget(line)
    form.column.addWidget(inner)
    inner.show()
    assert line.isReadOnly()


def test_a_stored_value_is_shown_in_a_held_line_that_has_the_keys(qtbot: QtBot, theme: Theme, show: Show) -> None:
    line = LineEdit(theme, "Ana")
    show(line)
    line.setFocus()
    line.set_value("Eva")
    assert line.text() == "Eva"


def test_a_held_line_can_be_copied_from(qtbot: QtBot, theme: Theme, show: Show) -> None:
    line = LineEdit(theme, "ana@empresa.es")
    show(line)
    line.selectAll()
    assert line.isEnabled()
    assert line.selectedText() == "ana@empresa.es"


def test_what_writes_is_not_there_and_what_leads_on_is(qtbot: QtBot, theme: Theme, show: Show) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    spec = ActionSpec("add", "Añadir", writes=True)
    adds, cross, goes = Button(theme, "Añadir", writes=True), IconButton(theme, "x", "Quitar", writes=True), Button(theme, "Ver")
    follows = Button(theme, "").follow(Action(theme, spec, owner))
    more = Pill(theme, "Añadir", adds=True)
    form = show(adds, cross, goes, follows, more)
    for button in (adds, cross, follows, more):
        button.setVisible(True)
        assert not button.isVisibleTo(form)
    assert goes.isVisibleTo(form)


def test_a_filter_is_never_held(qtbot: QtBot, theme: Theme, show: Show) -> None:
    field = SearchField(theme, "Buscar")
    show(field)
    qtbot.keyClicks(field, "ana")
    assert field.text() == "ana"


def test_a_held_field_asks_for_nothing(qtbot: QtBot, theme: Theme, show: Show) -> None:
    field = Field(theme, "Puesto", LineEdit(theme), required=True)
    show(field)
    field.set_missing(True)
    assert field.label() == "Puesto"


def test_held_hours_can_still_be_walked_through(qtbot: QtBot, theme: Theme, show: Show) -> None:
    grid = WeekGrid(theme, [Window(0, 540, 660)])
    show(grid)
    before = grid.accessibleDescription()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() != before


def test_plain_text_takes_no_more_room_than_it_needs(qtbot: QtBot, theme: Theme, show: Show) -> None:
    short, long = TextEdit(theme, "Una línea", lines=4), TextEdit(theme, " ".join(["Una línea que se dobla"] * 12), lines=4)
    free = TextEdit(theme, "Una línea", lines=4)
    show(short, long)
    assert short.height() < free.height()
    assert long.height() > 2 * short.height()


def test_only_what_writes_is_held_of_the_actions(qtbot: QtBot, theme: Theme, show: Show) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    specs = (ActionSpec("see", "Ver"), ActionSpec("do", "Hacer", shortcut="Ctrl+D", tip="Hace algo", writes=True))
    actions = build_actions(theme, owner, specs, "damaged")
    assert actions["see"].isEnabled() and not actions["see"].held
    assert actions["do"].held
    button = Button(theme, "").follow(actions["do"])
    qtbot.addWidget(button)
    actions["do"].setEnabled(True)
    actions["do"].set_tip("Hace otra cosa")
    assert not button.isEnabled()
    assert held_sentence() in button.toolTip()
    assert not is_held(owner)
