# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The password of a file in the window: set, changed, removed and proposed."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import backups, files, passwords, people
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.ui.locking.dialogs import AskPasswordDialog, ChangePasswordDialog, RemovePasswordDialog, SetPasswordDialog
from revmentor_desktop.ui.locking.lock_page import LockPage
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import CALENDAR
from revmentor_desktop.ui.place_notice import PlaceNotice
from revmentor_desktop.ui.program.program import Program
from tests import factory
from tests.dialogs import answering, close, named, press

PASSWORD = "una contraseña larga y rara"
OTHER = "otra de veinte letras o más"


@pytest.fixture
def locked_path(path: Path) -> Path:
    """The same with a password."""
    passwords.set_password(path, PASSWORD, [])
    return path


def shown(program: Program, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert isinstance(program.window, MainWindow)
    return program.window


def page(program: Program, qtbot: QtBot) -> LockPage:
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage), timeout=10_000)
    assert isinstance(program.window, LockPage)
    return program.window


def unlock(program: Program, qtbot: QtBot, secret: str) -> None:
    field = page(program, qtbot).form.password
    field.setFocus()
    field.setText(secret)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def reject_all() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def fill(*, present: str = "", new: str = "", button: str) -> Callable[[QDialog], None]:
    """Type into the fields of a question, then press its button."""

    def answer(dialog: QDialog) -> None:
        if isinstance(dialog, ChangePasswordDialog | RemovePasswordDialog):
            dialog.present.password.setText(present)
        if isinstance(dialog, SetPasswordDialog | ChangePasswordDialog):
            dialog.form.first.setText(new)
            dialog.form.again.setText(new)
        named(dialog, button).click()

    return answer


def test_a_password_is_set_in_the_window_with_the_copies_and_the_key_is_offered(program: Program, path: Path, qtbot: QtBot) -> None:
    program.start(path)
    window = shown(program, qtbot)
    assert program.current is not None
    people.withdraw(program.current.workspace, PersonId(1), factory.TODAY)
    copies = backups.copies_folder()
    program.current.workspace.back_up(copies, factory.NOW)
    window.show_screen(CALENDAR)
    with answering(fill(new=PASSWORD, button="Poner contraseña"), close) as titles:
        program.ask_password_change()
        qtbot.waitUntil(lambda: program.current is not None and program.current.workspace.encrypted, timeout=15_000)
        qtbot.waitUntil(lambda: len(titles) == 2, timeout=5_000)
    assert shown(program, qtbot).current_key() == CALENDAR
    assert program.current.workspace.recovery_key
    assert all(copy.encrypted for copy in backups.copies(copies))


def test_a_password_is_changed_and_removed_only_by_who_knows_it(program: Program, locked_path: Path, qtbot: QtBot) -> None:
    program.start(locked_path)
    unlock(program, qtbot, PASSWORD)
    shown(program, qtbot)
    with answering(press("Cambiarla"), fill(present=PASSWORD, new=OTHER, button="Cambiar contraseña"), close) as titles:
        program.ask_password_change()
        qtbot.waitUntil(lambda: len(titles) == 3, timeout=15_000)
    qtbot.waitUntil(lambda: program.current is not None)
    assert program.current is not None
    with answering(press("Quitarla"), fill(present="no la sé, la verdad", button="Quitar contraseña")):
        QTimer.singleShot(1_500, reject_all)
        program.ask_password_change()
    assert program.current.workspace.encrypted
    with answering(press("Quitarla"), fill(present=OTHER, button="Quitar contraseña")):
        program.ask_password_change()
        qtbot.waitUntil(lambda: program.current is not None and not program.current.workspace.encrypted, timeout=15_000)
    program.end()
    assert files.check(locked_path).sound


def is_proposed(window: MainWindow) -> bool:
    return any(button.isVisible() and button.text() == "Ahora no" for button in window.findChildren(QAbstractButton))


def test_the_first_real_person_makes_the_program_propose_a_password_once(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    workspace = factory.new_file(tmp_path)
    path = workspace.path
    workspace.close()
    program.start(path)
    window = shown(program, qtbot)
    assert not is_proposed(window)
    assert program.current is not None
    factory.two_people(program.current.workspace)
    # One notice at a time: the file lies in a temporary folder, and that is said first.
    assert not is_proposed(window)
    place = window.findChild(PlaceNotice)
    assert isinstance(place, PlaceNotice)
    place.close_button.click()
    assert is_proposed(window)
    next(button for button in window.findChildren(QAbstractButton) if button.text() == "Ahora no").click()
    assert not is_proposed(window)
    program.close_open()
    program.open_path(path)
    assert not is_proposed(shown(program, qtbot))


def test_the_example_proposes_nothing(program: Program, qtbot: QtBot) -> None:
    program.start(example=True)
    assert not is_proposed(shown(program, qtbot))


def test_the_recovery_key_is_shown_only_to_who_knows_the_password(program: Program, locked_path: Path, qtbot: QtBot) -> None:
    program.start(locked_path)
    unlock(program, qtbot, PASSWORD)
    shown(program, qtbot)

    def wrong_then_right(dialog: QDialog) -> None:
        assert isinstance(dialog, AskPasswordDialog)
        dialog.present.password.setText("no la sé, la verdad")
        named(dialog, "Mostrar la clave").click()
        assert dialog.isVisible()
        dialog.reject()

    def right(dialog: QDialog) -> None:
        assert isinstance(dialog, AskPasswordDialog)
        qtbot.waitUntil(dialog.act.isEnabled, timeout=5_000)
        dialog.present.password.setText(PASSWORD)
        qtbot.waitUntil(dialog.act.isEnabled, timeout=5_000)
        named(dialog, "Mostrar la clave").click()

    with answering(press("Imprimir la clave"), wrong_then_right) as titles:
        program.ask_password_change()
    assert len(titles) == 2
    qtbot.wait(1_200)
    with answering(press("Imprimir la clave"), right, close) as titles:
        program.ask_password_change()
    assert len(titles) == 3


def test_the_key_of_a_locked_file_is_gone(program: Program, locked_path: Path, qtbot: QtBot) -> None:
    program.start(locked_path)
    unlock(program, qtbot, PASSWORD)
    shown(program, qtbot)
    assert keys_about()
    program.lock()
    page(program, qtbot)
    qtbot.waitUntil(lambda: not keys_about(), timeout=5_000)


def keys_about() -> list[RawKey]:
    gc.collect()
    return [thing for thing in gc.get_objects() if isinstance(thing, RawKey)]
