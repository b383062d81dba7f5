# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Undo and redo in the whole window: what was comes back exactly, and the window goes to where it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.programme import agreements, editions, imports, pairs, people, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.interpreter import guard_constants
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, HOME, PAIRS, PEOPLE, PROGRAMME
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.theme import Mode, Theme
from tests import factory

Dump = dict[str, list[tuple[object, ...]]]
NOT_UNDONE = {"counter", "draft", "meta"}


@pytest.fixture
def opened(qtbot: QtBot, example_file: Path, tmp_path: Path) -> Iterator[OpenProgramme]:
    guard_constants()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    path = Path(copy(example_file, tmp_path / "albor.revmentor"))
    program = Program(Theme(application, Mode.LIGHT), lambda: factory.NOW)
    program.start(path)
    assert program.current is not None
    qtbot.waitExposed(program.current.window)
    yield program.current
    program.end()


def dump(workspace: Workspace) -> Dump:
    """Every row of every table that a person's action can change."""
    with workspace.reading() as cx:
        names = [str(row[0]) for row in cx.exec_driver_sql("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {
            name: [tuple(row) for row in cx.exec_driver_sql(f'SELECT rowid, * FROM "{name}" ORDER BY rowid')]  # noqa: S608
            for name in names
            if name not in NOT_UNDONE and not name.startswith("sqlite_")
        }


def shown(opened: OpenProgramme) -> object:
    """What is selected on the screen in sight."""
    screen: object = opened.window.screen_of(opened.window.current_key())
    if isinstance(screen, PeopleScreen):
        return screen.form.keeper.person_id if screen.form.isVisibleTo(screen) else None
    if isinstance(screen, PairsScreen):
        return screen.choice.pair_id or (screen.choice.person_id, screen.choice.partner_id)
    if isinstance(screen, CalendarScreen):
        return screen.panel.session_id() if screen.panel.isVisibleTo(screen) else None
    if isinstance(screen, DocumentsScreen):
        row = screen.card.current()
        return row.pair_id if row is not None else None
    return screen.current_section() if isinstance(screen, ProgrammeScreen) else None


class Day:
    """Ten different actions of a person, each with its screen and what is selected there afterwards, undone and redone."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.done: list[tuple[str, object, object]] = []
        snapshot = workspace.snapshot()
        somebody = next(p for p in snapshot.enrolled if p.first_name == "Wei")
        new = self._did(PEOPLE, lambda: people.enrol(workspace, factory.person()), gone=None)
        self._did(PEOPLE, lambda: people.save_person(workspace, replace(somebody, position="Analista")), somebody.id, gone=somebody.id)
        self._did(PEOPLE, lambda: people.withdraw(workspace, PersonId(int(str(new))), factory.TODAY), new, gone=new)
        self._did(PROGRAMME, lambda: editions.add_closure(workspace, date(2027, 3, 1), date(2027, 3, 5), "Inventario"), "days", "days")
        best = pairs.complete(snapshot).new[0]
        couple = (best.mentee_id, best.mentor_id)
        pair = self._did(PAIRS, lambda: pairs.make_pair(workspace, best.mentor_id, best.mentee_id), gone=couple)
        self._did(PAIRS, lambda: factory.accept(workspace, [pair]), pair, gone=pair)  # type: ignore[list-item]
        self._did(CALENDAR, self._plan, None, gone=None)
        session = next(s for s in workspace.snapshot().sessions if s.number == 1)
        self._did(CALENDAR, lambda: sessions.postpone(workspace, session.id), session.id, gone=session.id)
        log = SessionLog(factory.TODAY, 60, rating=5)
        self._did(CALENDAR, lambda: sessions.log_session(workspace, session.id, log, factory.TODAY), session.id, gone=session.id)
        self._did(DOCUMENTS, lambda: agreements.prepare_drafts(workspace, factory.TODAY), pair, gone=None)

    def _plan(self) -> None:
        sessions.use_plan(self.workspace, sessions.propose_plan(self.workspace.snapshot(), factory.TODAY))

    def _did(self, key: str, step: Callable[[], object], there: object = ..., gone: object = ...) -> object:
        made = step()
        self.done.append((key, made if there is ... else there, gone))
        return made


def test_ten_actions_are_taken_back_to_the_start_and_done_again_each_at_its_place(opened: OpenProgramme, qtbot: QtBot) -> None:
    window = opened.window
    start = dump(opened.workspace)
    day = Day(opened.workspace)
    end = dump(opened.workspace)
    for key, _there, gone in reversed(day.done):
        window.show_screen(HOME)
        window.undo_action.trigger()
        qtbot.waitUntil(lambda: not opened.bridge.busy(), timeout=30_000)
        assert (window.current_key(), shown(opened)) == (key, gone)
    assert dump(opened.workspace) == start
    assert not window.undo_action.isEnabled()
    for key, there, _gone in day.done:
        window.show_screen(HOME)
        window.redo_action.trigger()
        qtbot.waitUntil(lambda: not opened.bridge.busy(), timeout=30_000)
        assert (window.current_key(), shown(opened)) == (key, there)
    assert dump(opened.workspace) == end


def test_the_focus_is_in_sight_after_every_step(opened: OpenProgramme, qtbot: QtBot) -> None:
    Day(opened.workspace)
    window = opened.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    while window.undo_action.isEnabled():
        window.undo_action.trigger()
        focused: QWidget | None = window.focusWidget()
        assert focused is not None, window.current_key()
        assert focused.isVisible(), window.current_key()


def test_a_filter_that_would_hide_the_person_is_lifted(opened: OpenProgramme) -> None:
    workspace, window = opened.workspace, opened.window
    mentor = next(p for p in workspace.snapshot().enrolled if workspace.snapshot().enrolments[p.id].role is Role.MENTOR)
    people.save_person(workspace, replace(mentor, position="Otro puesto"))
    window.show_screen(PEOPLE, "learn")
    window.undo_action.trigger()
    screen = window.screen_of(PEOPLE)
    assert isinstance(screen, PeopleScreen)
    assert screen.card.current_id() == mentor.id
    assert screen.card.wanted().empty


def test_a_filter_that_does_not_hide_the_person_stays(opened: OpenProgramme) -> None:
    workspace, window = opened.workspace, opened.window
    mentor = next(p for p in workspace.snapshot().enrolled if workspace.snapshot().enrolments[p.id].role is Role.MENTOR)
    people.save_person(workspace, replace(mentor, position="Otro puesto"))
    window.show_screen(PEOPLE, "teach")
    window.undo_action.trigger()
    screen = window.screen_of(PEOPLE)
    assert isinstance(screen, PeopleScreen)
    assert screen.card.current_id() == mentor.id
    assert screen.card.wanted().kind == "teach"


def test_an_import_of_three_hundred_people_is_one_step(opened: OpenProgramme, tmp_path: Path) -> None:
    table = tmp_path / "respuestas.csv"
    rows = [f"Nombre{n};Apellido{n} Soto;n{n}@example.com;Ventas;Técnica" for n in range(300)]
    table.write_text("\n".join(["Nombre;Apellidos;Correo;Departamento;Puesto", *rows]), encoding="utf-8")
    workspace, window = opened.workspace, opened.window
    before = dump(workspace)
    report = imports.apply(workspace, imports.prepare(workspace.snapshot(), table))
    assert report.added == 300
    after = dump(workspace)
    assert "Deshacer: importar a 300 personas" in window.undo_action.toolTip()
    window.undo_action.trigger()
    assert dump(workspace) == before
    assert window.current_key() == PEOPLE
    assert not window.undo_action.isEnabled()
    window.redo_action.trigger()
    assert dump(workspace) == after
    assert window.current_key() == PEOPLE


def test_the_barrier_at_printing_is_named_in_the_tip_of_undo(opened: OpenProgramme) -> None:
    workspace, window = opened.workspace, opened.window
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()), factory.TODAY)
    agreements.prepare_drafts(workspace, factory.TODAY)
    draft = agreements.current(workspace.snapshot())[0]
    agreements.mark_printed(workspace, {draft.id: b"%PDF-1.4"}, factory.TODAY)
    assert not window.undo_action.isEnabled()
    assert "lo impreso no se puede deshacer" in window.undo_action.toolTip()
    assert "impreso" not in window.redo_action.toolTip()
    editions.add_closure(workspace, factory.TODAY, factory.TODAY + timedelta(days=1), "Inventario")
    assert "cerrar días: Inventario" in window.undo_action.toolTip()


def test_after_two_hundred_actions_the_name_of_undo_is_that_of_the_newest(opened: OpenProgramme) -> None:
    workspace = opened.workspace
    somebody = workspace.snapshot().enrolled[0]
    for number in range(203):
        people.save_person(workspace, replace(workspace.snapshot().people[somebody.id], position=f"Puesto {number}"))
    # Finds nothing to change: no step, so no name either.
    sessions.clear_plan(workspace, [])
    assert workspace.next_undo is not None
    assert workspace.next_undo.code == "save_person"
    taken = 0
    while workspace.undo() is not None:
        taken += 1
    assert taken == 200


def test_ctrl_z_in_a_field_takes_letters_back_first_and_then_the_last_action(opened: OpenProgramme, qtbot: QtBot) -> None:
    workspace, window = opened.workspace, opened.window
    wei = next(p for p in workspace.snapshot().enrolled if p.first_name == "Wei")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_screen(PEOPLE, wei.id)
    screen = window.screen_of(PEOPLE)
    assert isinstance(screen, PeopleScreen)
    editor = screen.form.data.position.editor
    assert isinstance(editor, QLineEdit)
    qtbot.waitUntil(editor.isVisible)
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "Auxiliar de compras"
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert workspace.snapshot().people[wei.id].position == "xAuxiliar de compras"
    assert editor.hasFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.snapshot().people[wei.id].position == "Auxiliar de compras"
    assert editor.text() == "Auxiliar de compras"
    qtbot.keyClick(editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert workspace.snapshot().people[wei.id].position == "xAuxiliar de compras"
