# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The messages that ask both people: to copy, and as drafts in a folder."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.pairs.consulting.letters_dialog import LettersDialog
from tests import factory
from tests.dialogs import answering
from tests.ui.pairs.desk import Desk


@pytest.fixture
def asked(desk: Desk) -> Desk:
    pairs.consult(desk.workspace, [desk.make("Lucía", "Gonzalo"), desk.make("Paula", "Concepción")], factory.TODAY)
    return desk


def opened(asked: Desk, look: object) -> None:
    """Open the messages of the first pair and do something in them."""
    asked.click_part(asked.rows()[0], "")

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, LettersDialog)
        look(dialog)  # type: ignore[operator]
        dialog.reject()

    with answering(do):
        asked.screen.commands["letters"].trigger()


def test_consulting_offers_the_messages_at_once(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, LettersDialog)
        seen.extend(letter.name for letter in dialog.letters)
        dialog.reject()

    desk.screen.commands["consult_all"].trigger()
    text, action = desk.heard[-1]
    assert text == "1 pareja en consulta"
    assert isinstance(action, QAction)
    assert action.text() == "Preparar mensajes"
    with answering(look):
        action.trigger()
    assert seen == ["Gonzalo Prieto Salas", "Lucía Serrano Pombo"]


def test_the_text_in_sight_is_copied(asked: Desk) -> None:
    def copy(dialog: LettersDialog) -> None:
        asked.qtbot.keyClick(dialog.people, Qt.Key.Key_Down)
        asked.qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == dialog.letters[1].text
        assert dialog.told.accessibleName() == f"Copiado el mensaje para {dialog.letters[1].name}"

    opened(asked, copy)


def test_another_last_day_is_written_in_every_message(asked: Desk) -> None:
    def change(dialog: LettersDialog) -> None:
        assert "martes 19 de enero" in dialog.text.toPlainText()
        dialog.until.set_value(date(2027, 1, 21))
        dialog.until.committed.emit(date(2027, 1, 21))
        assert all("jueves 21\u00a0de enero" in letter.text for letter in dialog.letters)
        assert "jueves 21 de enero" in dialog.text.toPlainText()

    opened(asked, change)


def test_drafts_are_saved_in_the_folder_that_is_chosen(asked: Desk, tmp_path: Path) -> None:
    def save(dialog: LettersDialog) -> None:
        dialog.choose_folder = lambda _parent, _proposed: tmp_path / "cartas"
        assert dialog.act.label == "Guardar 2 borradores en…"
        asked.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
        asked.qtbot.waitUntil(lambda: dialog.act.isEnabled() and dialog.told.isVisible())
        assert dialog.told.accessibleName().startswith("2 borradores guardados en «cartas»")

    opened(asked, save)
    assert len(list((tmp_path / "cartas").glob("*.eml"))) == 2


def test_a_folder_that_cannot_be_written_is_said(asked: Desk, tmp_path: Path) -> None:
    (tmp_path / "cartas").write_text("no folder", encoding="utf-8")

    def nowhere(_parent: QWidget, _proposed: Path) -> Path:
        return tmp_path / "cartas"

    def save(dialog: LettersDialog) -> None:
        dialog.choose_folder = nowhere
        asked.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
        asked.qtbot.waitUntil(lambda: dialog.act.isEnabled() and dialog.told.isVisible())
        assert "cartas" in dialog.told.accessibleName()

    opened(asked, save)


def test_the_messages_of_several_pairs_are_prepared_together(asked: Desk) -> None:
    first, second = asked.rows()
    asked.click_part(first, "")
    asked.click_part(second, "", Qt.KeyboardModifier.ControlModifier)
    seen: list[int] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, LettersDialog)
        seen.append(len(dialog.letters))
        dialog.reject()

    with answering(look):
        asked.screen.commands["letters"].trigger()
    assert seen == [4]
