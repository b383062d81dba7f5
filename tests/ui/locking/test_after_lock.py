# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A locked file is closed and nothing of it is left in any window, whatever was open; the password brings the person back."""

import shutil
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import files
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.passwords import set_password
from revmentor_desktop.ui.locking.lock_page import LockPage
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Question, ask
from tests.ui.locking.dump import said_by_all_windows

PASSWORD = "el ñandú corre de día"
SCREENS = ("home", "people", "pairs", "calendar", "documents", "programme")


@pytest.fixture(scope="session")
def encrypted(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a password, closed; made once, never written."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("encrypted") / "ejemplo.revmentor"))
    set_password(path, PASSWORD, [])
    return path


@pytest.fixture(scope="session")
def names(example_file: Path) -> tuple[str, ...]:
    """What must not be seen: surnames and e-mails of everybody, and the firm."""
    opened = files.open_to_read(example_file)
    snapshot = opened.snapshot()
    opened.close()
    people = [word for person in snapshot.people.values() for word in (person.last_name, person.email or "") if len(word) > 4]
    return (*people, snapshot.firm.name)


@pytest.fixture
def locked(encrypted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(encrypted, tmp_path / "ejemplo.revmentor"))


@pytest.fixture
def program(theme: Theme, locked: Path) -> Iterator[Program]:
    made = Program(theme, now)
    made.start(locked)
    yield made
    made.end()


def now() -> datetime:
    return datetime(2027, 2, 1, 10, 0)  # noqa: DTZ001 — wall time


def unlock(qtbot: QtBot, program: Program, password: str = PASSWORD) -> MainWindow:
    """Type the password on the page of the locked file."""
    page = program.window
    assert isinstance(page, LockPage)
    page.form.password.setText(password)
    qtbot.keyClick(page.form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert program.current is not None
    return program.current.window


def wait_for_lock(qtbot: QtBot, program: Program) -> LockPage:
    qtbot.waitUntil(lambda: isinstance(program.window, LockPage), timeout=20_000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page = program.window
    assert isinstance(page, LockPage)
    return page


def found(names: tuple[str, ...]) -> list[str]:
    said = said_by_all_windows()
    return [name for name in names if name in said]


def test_before_the_password_nothing_is_seen_and_after_locking_nothing_is_left(
    qtbot: QtBot, program: Program, names: tuple[str, ...]
) -> None:
    assert isinstance(program.window, LockPage)
    assert found(names) == []
    window = unlock(qtbot, program)
    for screen in SCREENS:
        window.show_screen(screen)
        qtbot.wait(1)
    assert len(found(names)) > 20
    program.lock()
    page = wait_for_lock(qtbot, program)
    assert found(names) == []
    assert program.current is None
    assert page.isVisible()


def a_question(program: Program) -> None:
    ask(program.theme, program.window, Question("¿Quitar a Lucía Gil?", "", "Dejarla", "Quitarla"))


def preferences(program: Program) -> None:
    program.ask_preferences()


def the_help(program: Program) -> None:
    assert program.current is not None
    program.current.window.open_help()


def the_search(program: Program) -> None:
    assert program.current is not None
    program.current.window.open_search()


def setting_of_password(program: Program) -> None:
    program.ask_password_change()


@pytest.mark.parametrize("opening", [a_question, preferences, the_help, the_search, setting_of_password])
def test_it_locks_whatever_is_open(qtbot: QtBot, program: Program, names: tuple[str, ...], opening: Callable[[Program], None]) -> None:
    unlock(qtbot, program)
    QTimer.singleShot(200, program.lock)
    opening(program)
    wait_for_lock(qtbot, program)
    assert found(names) == []
    visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert visible == [program.window]


def test_a_locked_file_can_be_opened_by_others_and_its_owner_comes_back_where_they_were(
    qtbot: QtBot, program: Program, locked: Path
) -> None:
    unlock(qtbot, program).show_screen("calendar")
    with pytest.raises(StoreError):
        files.open_file(locked, PASSWORD)
    program.lock()
    wait_for_lock(qtbot, program)
    elsewhere = files.open_file(locked, PASSWORD)
    elsewhere.close()
    assert unlock(qtbot, program).current_key() == "calendar"


def test_an_n_with_its_tilde_apart_opens_the_file(qtbot: QtBot, program: Program) -> None:
    assert unlock(qtbot, program, unicodedata.normalize("NFD", PASSWORD)).isVisible()


def test_a_wrong_password_is_said_on_the_page_and_the_right_one_opens_after_the_wait(qtbot: QtBot, program: Program) -> None:
    page = program.window
    assert isinstance(page, LockPage)
    qtbot.keyClicks(page.form.password, "no es esta")
    qtbot.keyClick(page.form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.password_field.error() != "", timeout=20_000)
    assert page.form.password_field.error().startswith("La contraseña no es esa. Puedes volver a probar en 1")
    qtbot.waitUntil(page.form.ready, timeout=5_000)
    unlock(qtbot, program)
