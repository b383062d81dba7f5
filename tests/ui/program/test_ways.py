# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""When a file can't be worked in: what is said, which ways on there are, and that no way loses anything."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, drafts, editions, files
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store.lock import PROGRAM
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.recovery.dialog import RecoveryDialog
from revmentor_desktop.ui.start.page import StartPage
from revmentor_desktop.ui.widgets.editors import LineEdit
from tests import factory
from tests.dialogs import answering, close, press


def window_of(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def workspace_of(program: Program) -> Workspace:
    assert program.current is not None
    return program.current.workspace


def rename_edition(workspace: Workspace, name: str) -> None:
    editions.save_edition(workspace, replace(workspace.snapshot().edition, name=name))


def test_a_file_that_somebody_works_in_can_be_consulted_and_then_worked_in(program: Program, path: Path) -> None:
    other = files.open_file(path)
    with answering(press("Abrir para consultar")):
        program.start(path)
    window = window_of(program)
    assert "(solo lectura)" in window.windowTitle()
    assert workspace_of(program).read_only == "asked"
    other.close()
    window.work_asked.emit()
    assert workspace_of(program).read_only == ""
    assert "(solo lectura)" not in window_of(program).windowTitle()


def test_the_mark_of_another_computer_is_asked_about_once_and_can_be_passed_over(program: Program, path: Path, qtbot: QtBot) -> None:
    note = {"user": "marta", "computer": "PORTATIL-RRHH", "since": "2026-11-24T09:12+01:00", "pid": 1, "program": PROGRAM}
    path.with_name(f".{path.name}.quien.json").write_text(json.dumps(note), encoding="utf-8")
    with answering(press("Abrir de todos modos")) as titles:
        program.start(path)
        qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    assert "marta" in titles[0]
    assert "PORTATIL-RRHH" in titles[0]
    assert "9:12" in titles[0]


def test_a_file_moved_away_is_noticed_and_saved_elsewhere_with_all_of_it(
    program: Program, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.start(path)
    rename_edition(workspace_of(program), "Otoño")
    path.rename(path.with_name("otro sitio.revmentor"))
    assert program.current is not None
    program.current.look()
    window = window_of(program)
    assert window.bands().trouble.isVisible()
    target = tmp_path / "rescatado.revmentor"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(target), ""))
    window.elsewhere_asked.emit()
    assert workspace_of(program).path == target
    assert workspace_of(program).snapshot().edition.name == "Otoño"
    assert not window_of(program).bands().trouble.isVisible()
    rename_edition(workspace_of(program), "Primavera")


def test_a_file_that_comes_back_is_well_again(program: Program, path: Path) -> None:
    program.start(path)
    assert program.current is not None
    away = path.with_name("otro sitio.revmentor")
    path.rename(away)
    program.current.look()
    assert window_of(program).bands().trouble.isVisible()
    away.rename(path)
    program.current.look()
    assert not window_of(program).bands().trouble.isVisible()


def test_what_cannot_be_saved_says_so_on_top_until_it_can(program: Program, path: Path) -> None:
    program.start(path)
    workspace, window = workspace_of(program), window_of(program)
    away = path.with_name("otro sitio.revmentor")
    path.rename(away)
    with pytest.raises(StoreError):
        rename_edition(workspace, "Otoño")
    assert window.bands().trouble.isVisible()
    away.rename(path)
    rename_edition(workspace, "Otoño")
    assert not window.bands().trouble.isVisible()


def test_a_copy_is_looked_at_in_a_window_beside_and_put_in_place_of_the_file(program: Program, path: Path, qtbot: QtBot) -> None:
    program.start(path)
    workspace = workspace_of(program)
    copy = workspace.back_up(backups.copies_folder(), factory.NOW)
    rename_edition(workspace, "Otoño")
    window_of(program).left.emit(navigation.VIEW_COPY, copy)
    (viewer,) = program.viewers
    assert viewer.window.isVisible()
    assert viewer.workspace.snapshot().edition.name == "Piloto 2027"
    viewer.window.close()
    assert program.viewers == ()
    window_of(program).left.emit(navigation.RESTORE_COPY, copy)
    qtbot.waitUntil(lambda: program.current is not None and program.current.workspace is not workspace, timeout=10_000)
    assert workspace_of(program).snapshot().edition.name == "Piloto 2027"
    (aside,) = path.parent.glob("apartado *.revmentor")
    assert files.check(aside).sound


def test_a_damaged_file_offers_its_copy_and_what_can_be_salvaged(program: Program, path: Path, qtbot: QtBot) -> None:
    backups.back_up(path, backups.copies_folder(), factory.NOW)
    content = bytearray(path.read_bytes())
    content[20 * 4096 : 21 * 4096] = bytes(4096)
    path.write_bytes(content)

    def use_copy(dialog: object) -> None:
        assert isinstance(dialog, RecoveryDialog)
        qtbot.waitUntil(lambda: dialog.options is not None, timeout=15_000)
        dialog.copy_card.button.click()

    with answering(use_copy):
        program.start(path)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert len(workspace_of(program).snapshot().enrolments) == 28
    (aside,) = path.parent.glob("apartado *.revmentor")
    assert aside.read_bytes() == bytes(content)


def test_a_damaged_file_that_nobody_decides_about_stays_as_it_is(program: Program, path: Path, qtbot: QtBot) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    before = path.read_bytes()
    with answering(close):
        program.start(path)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert isinstance(program.window, StartPage)
    assert path.read_bytes() == before


def test_work_makes_a_copy_soon_and_the_example_none(program: Program, path: Path, qtbot: QtBot) -> None:
    program.start(path)
    qtbot.waitUntil(lambda: bool(backups.copies(backups.copies_folder())), timeout=15_000)
    program.try_example()
    qtbot.wait(2_000)
    assert len(backups.copies(backups.copies_folder())) == 1


def test_what_could_not_be_kept_half_typed_goes_along_when_saved_elsewhere(
    program: Program, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.start(path)
    screen = window_of(program).screen_of(navigation.PEOPLE)
    assert isinstance(screen, PeopleScreen)
    window_of(program).show_screen(navigation.PEOPLE)
    person_id = next(iter(workspace_of(program).snapshot().enrolments))
    screen.open_person(person_id)
    path.rename(path.with_name("otro sitio.revmentor"))
    post = screen.form.data.position.editor
    assert isinstance(post, LineEdit)
    post.setFocus()
    post.selectAll()
    post.insert("Perito")
    target = tmp_path / "rescatado.revmentor"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(target), ""))
    window_of(program).elsewhere_asked.emit()
    kept = drafts.starting_with(workspace_of(program), "people.typed.")
    assert ["Perito" in text for text in kept.values()] == [True]


@pytest.mark.parametrize("removable", [True, False])
def test_moving_to_documents_makes_the_folder_and_says_when_the_old_file_stays(
    program: Program, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, removable: bool
) -> None:
    documents = tmp_path / "Ana" / "Documentos"
    monkeypatch.setattr("revmentor_desktop.programme.preferences.documents_folder", lambda: documents)
    program.start(path)
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self == path and not removable:
            raise PermissionError
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with answering(*() if removable else (close,)) as titles:
        program.files.move_to_documents()
    assert workspace_of(program).path == documents / path.name
    assert path.exists() is not removable
    assert [title.endswith("no se ha podido borrar.") for title in titles] == ([] if removable else [True])
