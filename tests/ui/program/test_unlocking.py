# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Ways to a file with a password that cross others: another question, somebody else in the file, older passwords, damage."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, editions, files, passwords
from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.store.lock import PROGRAM
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.locking.dialogs import AskPasswordDialog
from revmentor_desktop.ui.locking.lock_page import LockPage
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.recovery.dialog import RecoveryDialog
from revmentor_desktop.ui.start.opening import OpeningWindow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from tests import factory
from tests.dialogs import answering, close, press

PASSWORD, OTHER = "una contraseña larga y rara", "otra de veinte letras o más"


@pytest.fixture
def program(theme: Theme, qtbot: QtBot) -> Iterator[Program]:
    running = Program(theme, lambda: factory.NOW)
    yield running
    running.end()


@pytest.fixture
def plain_path(tmp_path: Path, example_file: Path) -> Path:
    return Path(shutil.copyfile(example_file, tmp_path / "programa.revmentor"))


@pytest.fixture
def path(plain_path: Path) -> Path:
    """The example with a password."""
    passwords.set_password(plain_path, PASSWORD, [])
    return plain_path


def page_of(program: Program) -> LockPage:
    assert isinstance(program.window, LockPage)
    return program.window


def typed(asker: LockPage, secret: str) -> None:
    asker.form.password.setText(secret)
    asker.form.submit()


def opened(program: Program, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert isinstance(program.window, MainWindow)
    return program.window


def unlock(program: Program, qtbot: QtBot, secret: str = PASSWORD) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage), timeout=10_000)
    typed(page_of(program), secret)
    return opened(program, qtbot)


def with_password(secret: str) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, AskPasswordDialog)
        dialog.present.password.setText(secret)
        dialog.submit()

    return answer


def older_copy(path: Path) -> Copy:
    """Make a copy under `PASSWORD`, and give only the file another one."""
    copy = backups.back_up(path, backups.copies_folder(), factory.NOW, PASSWORD)
    passwords.change_password(path, PASSWORD, OTHER, [])
    return copy


def test_a_locked_file_still_opens_after_a_question_about_another_one(program: Program, path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    second = Path(shutil.copyfile(path, tmp_path / "segundo.revmentor"))
    program.start(path)
    with answering(close) as titles:
        program.open_path(second)
    assert titles == ["«segundo» tiene contraseña"]
    unlock(program, qtbot)
    assert program.current is not None
    assert program.current.workspace.path == path


def test_a_file_with_a_password_that_somebody_works_in_is_consulted_and_then_worked_in(program: Program, path: Path, qtbot: QtBot) -> None:
    other = files.open_file(path, PASSWORD)
    with answering(press("Abrir para consultar"), with_password(PASSWORD)) as titles:
        program.start(path)
    assert len(titles) == 2
    window = opened(program, qtbot)
    assert "(solo lectura)" in window.windowTitle()
    other.close()
    # Whoever knew the password a moment ago is not asked again.
    window.work_asked.emit()
    assert program.current is not None
    assert program.current.workspace.read_only == ""


def test_a_mark_of_another_computer_is_passed_over_with_a_password_too(program: Program, path: Path, qtbot: QtBot) -> None:
    note = {"user": "marta", "computer": "PORTATIL-RRHH", "since": "2026-11-24T09:12+01:00", "pid": 1, "program": PROGRAM}
    path.with_name(f".{path.name}.quien.json").write_text(json.dumps(note), encoding="utf-8")
    with answering(press("Abrir de todos modos"), with_password(PASSWORD)):
        program.start(path)
        opened(program, qtbot)
    assert program.current is not None
    assert program.current.workspace.read_only == ""


def test_a_copy_with_an_older_password_asks_for_that_one_to_look_and_to_go_back(program: Program, path: Path, qtbot: QtBot) -> None:
    copy = older_copy(path)
    program.start(path)
    window = unlock(program, qtbot, OTHER)
    with answering(close):
        window.left.emit(navigation.VIEW_COPY, copy)
    assert program.viewers == ()
    with answering(with_password(PASSWORD)) as titles:
        window.left.emit(navigation.VIEW_COPY, copy)
    assert "tiene otra contraseña" in titles[0]
    assert len(program.viewers) == 1
    program.close_viewers()
    with answering(with_password(PASSWORD)):
        window.left.emit(navigation.RESTORE_COPY, copy)
        qtbot.waitUntil(lambda: program.window is not window and isinstance(program.window, MainWindow), timeout=10_000)
    program.close_open()
    assert files.check(path, PASSWORD).sound


def test_what_is_recovered_from_a_plain_copy_keeps_the_password_of_the_file(program: Program, plain_path: Path, qtbot: QtBot) -> None:
    copy = backups.back_up(plain_path, backups.copies_folder(), factory.NOW)
    passwords.set_password(plain_path, PASSWORD, [])
    program.start(plain_path)
    window = unlock(program, qtbot)
    window.left.emit(navigation.RESTORE_COPY, copy)
    qtbot.waitUntil(lambda: program.window is not window and isinstance(program.window, MainWindow), timeout=10_000)
    assert program.current is not None
    assert program.current.workspace.encrypted
    program.close_open()
    assert passwords.has_password(plain_path)
    assert files.check(plain_path, PASSWORD).sound


def test_a_copy_is_looked_at_in_one_window_that_leaves_the_other_in_sight(program: Program, plain_path: Path, qtbot: QtBot) -> None:
    program.start(plain_path)
    window = opened(program, qtbot)
    assert program.current is not None
    copy = program.current.workspace.back_up(backups.copies_folder(), factory.NOW)
    editions.save_edition(program.current.workspace, replace(program.current.workspace.snapshot().edition, name="Otoño"))
    for _time in range(2):
        window.left.emit(navigation.VIEW_COPY, copy)
    (viewer,) = program.viewers
    assert viewer.window.geometry().left() > window.geometry().left()
    assert viewer.window.geometry().top() > window.geometry().top()
    assert "Copia" in viewer.window.bands().viewing.text()


def test_whoever_looks_at_a_copy_can_lock_from_there(program: Program, path: Path, qtbot: QtBot) -> None:
    program.start(path)
    window = unlock(program, qtbot)
    assert program.current is not None
    copy = program.current.workspace.back_up(backups.copies_folder(), factory.NOW)
    window.left.emit(navigation.VIEW_COPY, copy)
    (viewer,) = program.viewers
    next(action for action in viewer.window.actions() if action.text() == "Bloquear").trigger()
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage), timeout=10_000)
    assert program.viewers == ()


def test_whoever_closes_the_page_while_a_password_is_set_leaves_once_it_is_done(program: Program, plain_path: Path, qtbot: QtBot) -> None:
    program.start(plain_path)
    opened(program, qtbot)

    def fill(dialog: QDialog) -> None:
        for edit in (dialog.form.first, dialog.form.again):  # type: ignore[attr-defined]
            edit.setText(PASSWORD)
        dialog.submit()  # type: ignore[attr-defined]

    with answering(fill):
        program.ask_password_change()
    assert isinstance(program.window, OpeningWindow)
    assert "programa" in program.window.windowTitle()
    with qtbot.waitSignal(program.ended, timeout=15_000):
        program.window.close()
    qtbot.wait(50)
    assert not [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow) and widget.isVisible()]
    assert files.check(plain_path, PASSWORD).sound


def test_noise_in_the_place_of_a_file_without_password_leads_to_its_copy(program: Program, plain_path: Path, qtbot: QtBot) -> None:
    backups.back_up(plain_path, backups.copies_folder(), factory.NOW)
    plain_path.write_bytes(os.urandom(plain_path.stat().st_size))
    program.start(plain_path)
    page = page_of(program)
    typed(page, "nunca le puse ninguna")
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)

    def use_copy(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        qtbot.waitUntil(lambda: dialog.options is not None and not dialog.is_busy(), timeout=15_000)
        dialog.copy_card.button.click()

    with answering(use_copy):
        qtbot.mouseClick(page.trouble.button, Qt.MouseButton.LeftButton)
        opened(program, qtbot)
    assert program.current is not None
    assert len(program.current.workspace.snapshot().people) == 28


def test_a_file_whose_head_is_gone_is_recovered_with_the_password_of_its_copies(program: Program, plain_path: Path, qtbot: QtBot) -> None:
    backups.back_up(plain_path, backups.copies_folder(), factory.NOW)
    passwords.set_password(plain_path, PASSWORD, [backups.copies_folder()])
    content = plain_path.read_bytes()
    plain_path.write_bytes(bytes(4096) + content[4096:])

    def answer_password() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, AskPasswordDialog)
        with_password(PASSWORD)(asked)

    def use_copy(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        qtbot.waitUntil(lambda: dialog.options is not None and not dialog.is_busy(), timeout=15_000)
        assert dialog.copy_card.button.text() == "Escribir la contraseña…"
        # The question opens inside this answer, where `answering` does not look.
        QTimer.singleShot(100, answer_password)
        dialog.copy_card.button.click()
        qtbot.waitUntil(lambda: dialog.options is not None and dialog.options.copy is not None and not dialog.is_busy(), timeout=15_000)
        dialog.copy_card.button.click()

    with answering(use_copy):
        program.start(plain_path)
        opened(program, qtbot)
    assert program.current is not None
    assert program.current.workspace.encrypted


def test_who_recovers_nothing_goes_on_looking_at_the_damaged_file(program: Program, plain_path: Path, qtbot: QtBot) -> None:
    content = bytearray(plain_path.read_bytes())
    content[content.find("Lucía".encode())] ^= 2
    plain_path.write_bytes(content)
    assert program.consult(plain_path, damaged=True)

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        qtbot.waitUntil(lambda: not dialog.is_busy(), timeout=15_000)
        dialog.reject()

    with answering(leave):
        opened(program, qtbot).recover_asked.emit()
    assert program.current is not None
    assert program.current.workspace.read_only == "damaged"
    assert "(solo lectura)" in opened(program, qtbot).windowTitle()


def test_no_other_window_stands_behind_a_question_at_the_start(program: Program, path: Path, theme: Theme, qtbot: QtBot) -> None:
    waiting = OpeningWindow(theme, "programa")
    qtbot.addWidget(waiting)
    waiting.show()
    behind: list[QWidget] = []

    def look(dialog: QDialog) -> None:
        behind.extend(widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not dialog)
        dialog.reject()

    other = files.open_file(path, PASSWORD)
    with answering(look):
        program.start(path, instead_of=waiting)
    other.close()
    assert behind == [program.window]


def test_the_file_is_locked_by_its_button_among_the_copies(program: Program, path: Path, qtbot: QtBot) -> None:
    program.start(path)
    window = unlock(program, qtbot)
    window.show_screen(navigation.COPIES)
    button = next(one for one in window.findChildren(Button) if one.text() == "Bloquear" and one.isVisible())
    button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage), timeout=10_000)
