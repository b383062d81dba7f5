# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Edición*: a field applies on leaving it, and the answer follows at once."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.programme.edition_section import EditionSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.widgets.editors import DateEdit, LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field


@pytest.fixture
def edition(screen: ProgrammeScreen) -> EditionSection:
    section = screen.section("edition")
    assert isinstance(section, EditionSection)
    return section


def type_day(qtbot: QtBot, editor: QWidget, day: date) -> None:
    assert isinstance(editor, DateEdit)
    editor.setDate(QDate(day.year, day.month, day.day))
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def type_number(qtbot: QtBot, editor: QWidget, number: int) -> None:
    assert isinstance(editor, NumberEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, str(number))
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def answer(edition: EditionSection) -> str:
    return edition.answer.accessibleName()


def test_the_answer_says_that_the_sessions_fit(edition: EditionSection) -> None:
    assert answer(edition) == "Caben las 10 sesiones Hay 26 semanas útiles, así que toca una cada 18 días."


def test_the_answer_follows_the_end_date(qtbot: QtBot, edition: EditionSection, example: Workspace) -> None:
    type_day(qtbot, edition.end.editor, date(2027, 4, 2))
    assert example.snapshot().edition.end == date(2027, 4, 2)
    assert answer(edition) == "Caben las 10 sesiones Hay 11 semanas útiles, así que toca una cada 7 días."
    type_day(qtbot, edition.end.editor, date(2027, 2, 26))
    assert answer(edition).startswith("No caben 10 sesiones Hay 6 semanas útiles, con 1 sesión por semana como mucho.")
    assert answer(edition).endswith("Caben 6 sesiones; o, si termina el 26 de marzo de 2027, caben todas.")


def test_an_end_before_the_start_stays_in_the_field_and_nothing_changes(
    qtbot: QtBot, screen: ProgrammeScreen, edition: EditionSection, example: Workspace
) -> None:
    before = example.snapshot().edition
    type_day(qtbot, edition.end.editor, date(2026, 12, 1))
    assert edition.end.error() == "Termina antes de empezar. Elige un día posterior."
    assert example.snapshot().edition == before
    screen.refresh(frozenset())
    assert isinstance(edition.end.editor, DateEdit)
    assert edition.end.editor.value() == date(2026, 12, 1)
    type_day(qtbot, edition.end.editor, before.end)
    assert edition.end.error() == ""
    assert example.next_undo is None


def test_a_start_after_the_end_goes_in_once_the_end_is_moved_too(qtbot: QtBot, edition: EditionSection, example: Workspace) -> None:
    type_day(qtbot, edition.start.editor, date(2027, 9, 1))
    assert edition.start.error().startswith("Empieza después de terminar")
    type_day(qtbot, edition.end.editor, date(2028, 2, 29))
    assert (example.snapshot().edition.start, example.snapshot().edition.end) == (date(2027, 9, 1), date(2028, 2, 29))
    assert edition.start.error() == ""


@pytest.mark.parametrize(
    ("name", "number", "sentence"), [("sessions", 0, "1 a 40"), ("minutes", 300, "15 a 240"), ("per_pair", 8, "1 a 7")]
)
def test_an_impossible_number_is_said_at_its_field(
    qtbot: QtBot, edition: EditionSection, example: Workspace, name: str, number: int, sentence: str
) -> None:
    before = example.snapshot().edition
    field = getattr(edition, name)
    type_number(qtbot, field.editor, number)
    assert sentence in field.error()
    assert field.editor.value() == number
    assert example.snapshot().edition == before


def test_a_change_is_said_with_undo_and_undo_brings_the_field_back(
    qtbot: QtBot, screen: ProgrammeScreen, edition: EditionSection, example: Workspace, bridge: Bridge
) -> None:
    with qtbot.waitSignal(screen.toast) as said:
        type_number(qtbot, edition.sessions.editor, 12)
    assert said.args == ["Guardado: Sesiones por pareja, 12", bridge.undo_action]
    assert example.snapshot().edition.sessions == 12
    assert isinstance(bridge.undo_action, QAction)
    bridge.undo_action.trigger()
    assert isinstance(edition.sessions.editor, NumberEdit)
    assert edition.sessions.editor.value() == 10
    assert "10 sesiones" in answer(edition)


def test_a_name_taken_back_while_its_field_has_the_focus_does_not_come_again(
    qtbot: QtBot, edition: EditionSection, example: Workspace
) -> None:
    editor = edition.name.editor
    assert isinstance(editor, LineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Otra")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert example.snapshot().edition.name == "Otra"
    example.undo()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == example.snapshot().edition.name == "Piloto 2027"


def test_an_empty_name_is_refused(qtbot: QtBot, edition: EditionSection, example: Workspace) -> None:
    editor = edition.name.editor
    assert isinstance(editor, LineEdit)
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert edition.name.error() == "No puede quedar vacío. Escribe algo aquí."
    assert example.snapshot().edition.name == "Piloto 2027"


@pytest.mark.parametrize(("name", "shown"), [("name", "Piloto 2027"), ("sessions", "10")])
def test_esc_brings_back_what_is_kept_in_place_of_what_was_refused(qtbot: QtBot, edition: EditionSection, name: str, shown: str) -> None:
    field: Field = getattr(edition, name)
    editor = field.editor
    assert isinstance(editor, LineEdit | NumberEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "0" if name == "sessions" else " ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert field.error()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not field.error()
    assert editor.text() == shown


def test_the_closing_of_enrolment_is_set_two_weeks_before_and_taken_away(qtbot: QtBot, edition: EditionSection, example: Workspace) -> None:
    qtbot.mouseClick(edition.closes_edit.put, Qt.MouseButton.LeftButton)
    assert example.snapshot().edition.enrolment_closes == date(2027, 1, 4)
    qtbot.mouseClick(edition.closes_edit.remove, Qt.MouseButton.LeftButton)
    assert example.snapshot().edition.enrolment_closes is None


def test_another_community_moves_its_sites_and_the_days(edition: EditionSection, example: Workspace) -> None:
    combo = edition.region_edit
    assert combo.count() == 19
    combo.setCurrentIndex(combo.findData("VC"))
    combo.activated.emit(combo.currentIndex())
    assert {site.region for site in example.snapshot().sites.values()} == {"VC"}
    assert not any("San Jorge" in name for _when, name, _tone in edition.days.list.rows())


def test_the_pilot_is_switched_off_and_its_chip_goes(qtbot: QtBot, edition: EditionSection, example: Workspace) -> None:
    assert edition.pilot_chip.isVisibleTo(edition)
    qtbot.mouseClick(edition.pilot, Qt.MouseButton.LeftButton)
    assert not example.snapshot().edition.is_pilot
    assert not edition.pilot_chip.isVisibleTo(edition)


def test_holidays_are_named_and_to_be_confirmed(edition: EditionSection) -> None:
    assert ("23 abr", "Día de San Jorge", "danger") in edition.days.list.rows()
    assert edition.days.unconfirmed.isVisibleTo(edition)
