# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Opening, making and closing programmes in the window, and what is said when one can't be opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import files, people, preferences
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import destinations
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.start.page import StartPage
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.dialogs import answering, close, named, press


@pytest.fixture
def program(theme: Theme, qtbot: QtBot) -> Iterator[Program]:
    running = Program(theme, lambda: factory.NOW)
    yield running
    running.end()


def test_without_a_file_the_first_page_shows(program: Program) -> None:
    program.start()
    assert isinstance(program.window, StartPage)
    assert program.window.isVisible()


def test_the_example_opens_as_a_copy_and_says_so(program: Program) -> None:
    program.start(example=True)
    assert program.current is not None
    assert isinstance(program.window, MainWindow)
    assert program.window.windowTitle() == "Piloto 2027 – Talleres Albor, S. L. – RevMentor"
    assert preferences.load().recent == ()


def test_an_opened_file_is_remembered_and_free_again_after_closing(program: Program, example_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "mío.revmentor"
    path.write_bytes(example_file.read_bytes())
    program.start(path)
    assert preferences.load().recent == (str(path.resolve()),)
    program.end()
    files.open_file(path).close()
    assert files.check(path).sound


@pytest.mark.parametrize(("content", "said"), [(b"%PDF-1.7 hola", "un PDF"), (b"hola", "un archivo de texto")])
def test_a_stranger_is_refused_in_a_sentence_and_the_first_page_stays(program: Program, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "raro.revmentor"
    path.write_bytes(content)
    with answering(press("Cerrar")) as titles:
        program.start(path)
    assert said in titles[0]
    assert isinstance(program.window, StartPage)
    assert path.read_bytes() == content


def test_a_file_that_another_window_has_open_can_be_tried_again(program: Program, example_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "e.revmentor"
    path.write_bytes(example_file.read_bytes())
    other = files.open_file(path)
    with answering(press("Reintentar"), close):
        program.start(path)
        qtbot.wait(200)
    other.close()
    assert program.open_path(path)
    assert isinstance(program.window, MainWindow)


def test_a_recent_file_that_is_gone_is_said_and_forgotten(program: Program, tmp_path: Path) -> None:
    preferences.save(preferences.with_recent(preferences.load(), tmp_path / "ido.revmentor"))
    program.start()
    assert isinstance(program.window, StartPage)
    with answering(press("Cerrar")) as titles:
        program.window.file_chosen.emit(str(tmp_path / "ido.revmentor"))
    assert titles == ["No hay ningún archivo con ese nombre ahí."]
    assert preferences.load().recent == ()


def test_undo_in_the_head_names_what_it_takes_back(program: Program, qtbot: QtBot) -> None:
    program.start(example=True)
    assert program.current is not None
    window, workspace = program.current.window, program.current.workspace
    assert not window.undo_action.isEnabled()
    person = next(iter(workspace.snapshot().people))
    people.withdraw(workspace, person, factory.TODAY)
    assert "retirar a Mercedes Albor de la edición" in window.undo_action.toolTip()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.focusWidget() is not None)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.snapshot().is_active(person)
    assert window.redo_action.isEnabled()


def test_the_file_can_be_examined_and_copied_from_its_menu(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.start(example=True)
    assert program.current is not None
    with answering(press("Cerrar")) as titles:
        program.files.check_file()
    assert titles == ["El archivo está bien"]
    target = tmp_path / "copia"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(target), ""))
    program.files.save_copy(program.current)
    assert files.check(tmp_path / "copia.revmentor").people == 28


def test_another_language_builds_the_window_anew_on_the_same_file(program: Program, qtbot: QtBot) -> None:
    program.start(example=True)
    assert program.current is not None
    path = program.current.workspace.path

    def choose(dialog: QDialog) -> None:
        named(dialog, "English").click()
        dialog.accept()

    with answering(choose):
        program.ask_preferences()
    qtbot.waitUntil(lambda: program.current is not None and program.current.window.isVisible())
    qtbot.wait(50)
    assert program.current is not None
    assert program.current.workspace.path == path
    words = {button.text() for button in program.current.window.findChildren(QAbstractButton)}
    assert "Pairs" in words


def test_every_action_has_words_and_a_tip_and_no_shortcut_is_given_twice(program: Program) -> None:
    program.start(example=True)
    assert program.current is not None
    window = program.current.window
    for place in destinations():
        seen: dict[str, str] = {}
        for action in (*window.actions(), *window.screen_of(place.key).actions()):
            assert action.text(), place.key
            assert action.toolTip(), action.text()
            if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut:
                for keys in action.shortcuts():
                    assert seen.setdefault(keys.toString(), action.text()) == action.text(), f"{place.key}: {keys.toString()}"
