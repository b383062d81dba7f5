# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Somebody new: typed from the first letter to a complete enrolment, and what is half typed is never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Level
from revmentor_desktop.programme import drafts
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.people.keeper import DRAFT_KEY
from tests.ui.people.conftest import Desk, MakeDesk, typed
from tests.ui.people.test_form import add_by_keyboard

# Popups take the keyboard, which this platform does not have.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
LEFT = Qt.MouseButton.LeftButton
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def type_on(qtbot: QtBot, *texts: str) -> None:
    """Type texts as one does: each in the field that has the focus, and Tab."""
    for text in texts:
        editor = QApplication.focusWidget()
        assert editor is not None
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, KEY.Key_Tab)


def test_somebody_is_typed_from_the_first_name_to_a_complete_enrolment(qtbot: QtBot, empty_desk: Desk) -> None:
    screen, form = empty_desk.screen, empty_desk.screen.form
    qtbot.keyClick(screen, KEY.Key_N, CTRL)
    assert form.data.first_name.editor.hasFocus()
    type_on(qtbot, "Ana", "Gil Soto")
    assert empty_desk.names() == ["Ana Gil Soto"]
    assert form.state.text() == "Faltan: correo, departamento y 5 más"
    type_on(qtbot, "ana@ejemplo.es")
    form.data.position.editor.setFocus()
    type_on(qtbot, "Tecnica", "Ventas")
    form.data.level_box.setFocus()
    qtbot.keyClick(form.data.level_box, KEY.Key_Down)
    qtbot.keyClick(form.data.level_box, KEY.Key_Down)
    qtbot.keyClick(form.data.role_choice, KEY.Key_Right)
    add_by_keyboard(qtbot, form.topics.offers, "marketing")
    form.hours.grid.setFocus()
    for _step in range(4):
        qtbot.keyClick(form.hours.grid, KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert form.state.text() == "Falta: información RGPD"
    qtbot.mouseClick(form.privacy.way_choice.piece("paper"), LEFT)
    assert form.state.text() == "Inscripción completa"
    snapshot = empty_desk.workspace.snapshot()
    ana = empty_desk.person("Ana Gil Soto")
    assert not snapshot.drafts
    assert (ana.email, ana.position, ana.department, ana.level) == ("ana@ejemplo.es", "Tecnica", "Ventas", Level.SPECIALIST)
    assert snapshot.enrolments[ana.id].role is Role.MENTOR
    assert empty_desk.screen.card.current_id() == ana.id


def test_what_was_answered_before_the_name_goes_in_with_it(qtbot: QtBot, empty_desk: Desk) -> None:
    screen, data = empty_desk.screen, empty_desk.screen.form.data
    screen.open_new_person()
    data.position.editor.setFocus()
    type_on(qtbot, "Tecnica")
    qtbot.mouseClick(data.role_choice.piece("mentee"), LEFT)
    assert not empty_desk.workspace.snapshot().people
    data.email.editor.setFocus()
    type_on(qtbot, "ana")
    data.first_name.editor.setFocus()
    type_on(qtbot, "Ana", "Gil")
    ana = empty_desk.person("Ana Gil")
    assert (ana.position, ana.email) == ("Tecnica", None)
    assert empty_desk.workspace.snapshot().enrolments[ana.id].role is Role.MENTEE
    assert typed(data.email) == "ana"
    assert data.email.error() == "Al correo le falta la @, como en ana@empresa.es."


def test_a_half_typed_form_is_offered_again_after_a_restart(qtbot: QtBot, make_desk: MakeDesk, workspace: Workspace) -> None:
    before = make_desk(workspace)
    before.screen.open_new_person()
    type_on(qtbot, "Ana")
    before.screen.form.data.email.editor.setFocus()
    qtbot.keyClicks(before.screen.form.data.email.editor, "ana@ejem")
    qtbot.waitUntil(lambda: "ana@ejem" in (drafts.get(workspace, DRAFT_KEY) or ""), timeout=4000)
    before.screen.hide()
    after = make_desk(workspace)
    assert after.screen.half_typed.isVisible()
    assert after.screen.half_typed.accessibleName().startswith("La ficha de Ana está a medio escribir")
    qtbot.mouseClick(after.screen.half_typed.button, LEFT)
    data = after.screen.form.data
    assert (typed(data.first_name), typed(data.email)) == ("Ana", "ana@ejem")
    data.last_name.editor.setFocus()
    type_on(qtbot, "Gil")
    assert after.names() == ["Ana Gil"]
    assert drafts.get(workspace, DRAFT_KEY) is None
    assert not after.screen.half_typed.isVisible()


def test_a_half_typed_form_waits_while_another_person_is_looked_at_and_can_be_discarded(qtbot: QtBot, desk: Desk) -> None:
    desk.screen.open_new_person()
    type_on(qtbot, "Ana")
    desk.open("Lucia Serrano Pombo")
    assert desk.screen.half_typed.isVisible()
    qtbot.mouseClick(desk.screen.half_typed.button, LEFT)
    assert typed(desk.screen.form.data.first_name) == "Ana"
    qtbot.mouseClick(desk.screen.form.discard, LEFT)
    assert not desk.screen.form.isVisible()
    assert not desk.screen.half_typed.isVisible()
    assert drafts.get(desk.workspace, DRAFT_KEY) is None
    desk.screen.open_new_person()
    assert typed(desk.screen.form.data.first_name) == ""


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"wants": [[999999, 2]], "windows": [[9, 1, 2]], "first_name": 7, "typed": 3}'])
def test_a_draft_that_cannot_be_read_is_no_reason_to_fail(make_desk: MakeDesk, workspace: Workspace, text: str) -> None:
    drafts.put(workspace, DRAFT_KEY, text)
    desk = make_desk(workspace)
    desk.screen.open_new_person()
    assert typed(desk.screen.form.data.first_name) == ""


def test_closing_an_empty_form_leaves_nothing_behind(qtbot: QtBot, desk: Desk) -> None:
    desk.screen.open_new_person()
    qtbot.keyClick(desk.screen.form, KEY.Key_Escape)
    assert not desk.screen.half_typed.isVisible()
    assert drafts.get(desk.workspace, DRAFT_KEY) is None
    assert len(desk.names()) == 28


def after(widget: QWidget, number: int) -> list[QWidget]:
    """Return where Tab goes from a widget, so many times."""
    found: list[QWidget] = []
    here = widget
    while (here := here.nextInFocusChain()) is not None and here is not widget and len(found) < number:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(here)
    return found


def test_the_first_topic_of_somebody_new_stands_before_the_button_and_tab_goes_on_from_there(qtbot: QtBot, empty_desk: Desk) -> None:
    qtbot.keyClick(empty_desk.screen, KEY.Key_N, CTRL)
    type_on(qtbot, "Ana", "Gil Soto")
    topics = empty_desk.screen.form.topics
    wants = topics.wants
    wants.add.setFocus()
    qtbot.keyClick(wants.add, KEY.Key_Return)
    qtbot.keyClicks(wants.picker.search, "negoc")
    qtbot.keyClick(wants.picker.search, KEY.Key_Return)
    (chip,) = wants.chips()
    assert wants.add.x() > chip.geometry().center().x()
    assert after(chip, 2) == [wants.add, topics.offers.add]


def test_tab_goes_from_a_new_absence_to_the_button_under_it(qtbot: QtBot, desk: Desk) -> None:
    desk.open("Lucia Serrano Pombo")
    absences = desk.screen.form.hours.absence_list
    qtbot.mouseClick(absences.add, LEFT)
    assert absences.rows()[-1].start.hasFocus()
    (*_rest, row) = absences.rows()
    parts = [row.end, row.remove, absences.add]
    assert [part for part in after(row.start, 8) if part in parts] == parts


def test_what_is_typed_last_is_kept_when_the_window_closes_at_once(qtbot: QtBot, empty_desk: Desk, make_desk: MakeDesk) -> None:
    qtbot.keyClick(empty_desk.screen, KEY.Key_N, CTRL)
    qtbot.keyClicks(empty_desk.screen.form.data.first_name.editor, "Carla")
    empty_desk.screen.hide()
    half_typed = make_desk(empty_desk.workspace).screen.half_typed
    assert half_typed.accessibleName().startswith("La ficha de Carla está a medio escribir")
