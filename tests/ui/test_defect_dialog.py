# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The report of a failure is seen before it is kept, and kept exactly as it was seen."""

import errno
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop import app, defects
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.defect_dialog import DefectDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import PlainLabel
from tests.dialogs import answering, named, press

REPORT = "Programa: <b>RevMentor</b>\n  ui/x.py:3 save\n"


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, tmp_path: Path) -> DefectDialog:
    made = DefectDialog(theme, None, REPORT, lambda _parent, proposed: tmp_path / proposed.name)
    qtbot.addWidget(made)
    made.show()
    return made


def said(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible())


def test_only_a_sentence_is_seen_until_the_report_is_asked_for(dialog: DefectDialog) -> None:
    assert "Tus datos están" in said(dialog)
    assert not dialog.text.isVisible()
    named(dialog, "Ver informe").click()
    assert dialog.text.toPlainText() == REPORT
    assert dialog.text.isReadOnly()
    named(dialog, "Ocultar informe").click()
    assert not dialog.text.isVisible()


def test_copying_and_saving_keep_exactly_what_was_shown(dialog: DefectDialog, tmp_path: Path) -> None:
    named(dialog, "Ver informe").click()
    named(dialog, "Copiar informe").click()
    assert QGuiApplication.clipboard().text() == REPORT
    named(dialog, "Guardar informe").click()
    saved = list(tmp_path.glob("*.txt"))
    assert [path.read_bytes() for path in saved] == [REPORT.encode()]
    assert saved[0].name in said(dialog)


def test_a_disk_that_refuses_the_report_is_told(dialog: DefectDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    named(dialog, "Ver informe").click()
    monkeypatch.setattr("os.fsync", full)
    named(dialog, "Guardar informe").click()
    assert "lleno" in said(dialog)
    assert not list(tmp_path.iterdir())


def test_the_hook_says_one_failure_at_a_time_and_goes_on(theme: Theme, own_home: Path) -> None:
    hook = app.Hook(theme)

    def fail() -> None:
        try:
            raise ValueError("Lucía")
        except ValueError as error:
            hook.caught(ValueError, error, error.__traceback__)

    def again(dialog: QDialog) -> None:
        fail()
        press("Seguir")(dialog)

    with answering(again) as titles:
        fail()
    assert len(titles) == 1
    assert defects.log_path().read_text(encoding="utf-8").count(" builtins.ValueError") == 2


def test_what_the_world_refuses_is_no_failure_of_the_program(theme: Theme, own_home: Path) -> None:
    hook = app.Hook(theme)
    error = StoreError("full")
    with answering(press("Cerrar")) as titles:
        hook.caught(StoreError, error, None)
    assert "lleno" in titles[0]
    assert not defects.log_path().exists()
