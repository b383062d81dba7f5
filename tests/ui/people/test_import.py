# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Answers of a spreadsheet: columns, namesakes, summary, the copy made first, and tables that cannot be read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import files, preferences
from revmentor_desktop.ui.people.import_dialog import ImportDialog
from tests.ui.people.conftest import Desk

LEFT = Qt.MouseButton.LeftButton
HEAD = "nombre;apellidos;correo;departamento;puesto;nivel;rol;puede_aportar;disponibilidad;info_rgpd_fecha\n"
ANA = "Ana;Gil Soto;ana@ejemplo.es;Ventas;Técnica;2;mentor;Marketing digital>3;L 09:00-11:00;2027-01-11\n"


def table(folder: Path, *rows: str, head: str = HEAD, name: str = "respuestas.csv") -> Path:
    path = folder / name
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def opened(qtbot: QtBot, desk: Desk, path: Path) -> ImportDialog:
    dialog = desk.screen.import_file(path)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.columns or dialog.trouble.isVisible())
    return dialog


def go_on(qtbot: QtBot, dialog: ImportDialog) -> None:
    before = dialog.pages.currentWidget()
    qtbot.mouseClick(dialog.act, LEFT)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is not before or dialog.columns.trouble.isVisible())


def test_a_table_is_imported_after_a_copy_of_the_file(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = opened(qtbot, desk, table(tmp_path, ANA, "Berta;;berta@ejemplo.es;;;;;;;\n"))
    assert dialog.columns.columns()["email"] == 2
    go_on(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.summary
    assert dialog.summary.figures.text() == "1 nueva, 0 actualizadas, 1 por revisar"
    assert "La fila 3 no tiene apellidos" in dialog.summary.sentences()[0]
    assert dialog.act.label == "Importar 1 persona"
    qtbot.mouseClick(dialog.act, LEFT)
    assert "Ana Gil Soto" in desk.names()
    assert desk.said[-1][0] == "1 persona importada"
    (copy,) = preferences.data_folder().glob("*.revmentor")
    assert copy.name == "antes de importar 2027-01-12 09.30.revmentor"
    earlier = files.open_file(copy)
    assert len(earlier.snapshot().people) == 28
    earlier.close()


def test_a_column_can_be_given_another_meaning_and_a_field_has_one_column(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    head = "nombre;apellidos;correo;notas de la mesa\n"
    dialog = opened(qtbot, desk, table(tmp_path, "Ana;Gil;ana@ejemplo.es;Compras\n", head=head))
    row = dialog.columns.rows()[3]
    assert not row.choice.currentData()
    row.choice.select("department")
    row.choice.activated.emit(row.choice.currentIndex())
    assert dialog.columns.columns()["department"] == 3
    row.choice.select("last_name")
    row.choice.activated.emit(row.choice.currentIndex())
    assert dialog.columns.columns() == {"first_name": 0, "email": 2, "last_name": 3}
    go_on(qtbot, dialog)
    qtbot.mouseClick(dialog.act, LEFT)
    assert "Ana Compras" in desk.names()


def test_without_a_column_of_names_it_says_what_to_choose(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = opened(qtbot, desk, table(tmp_path, "ana@ejemplo.es;Ventas\n", head="correo;departamento\n"))
    go_on(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.columns
    assert dialog.columns.trouble.accessibleName().startswith("A la tabla le falta la columna de: nombre y apellidos.")
    assert dialog.act.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("same", [False, True])
def test_the_same_name_with_another_email_is_asked_side_by_side(qtbot: QtBot, desk: Desk, tmp_path: Path, same: bool) -> None:
    dialog = opened(qtbot, desk, table(tmp_path, ANA.replace("Ana;Gil Soto;ana@", "Lucía;Serrano Pombo;lucia.otra@")))
    go_on(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.namesakes
    (card,) = dialog.namesakes.cards()
    assert card.other.isChecked()
    lucia = desk.person("Lucia Serrano Pombo")
    chosen = card.same[lucia.id] if same else card.other
    qtbot.mouseClick(chosen, LEFT)
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert dialog.pages.currentWidget() is dialog.summary
    qtbot.mouseClick(dialog.act, LEFT)
    assert desk.names().count("Lucía Serrano Pombo") == (1 if same else 2)
    assert desk.workspace.snapshot().people[lucia.id].email == ("lucia.otra@ejemplo.es" if same else lucia.email)


def test_one_can_go_back_from_the_summary(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = opened(qtbot, desk, table(tmp_path, ANA))
    go_on(qtbot, dialog)
    qtbot.mouseClick(dialog.back, LEFT)
    assert dialog.pages.currentWidget() is dialog.columns
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(desk.names()) == 28
    assert not list(preferences.data_folder().glob("*.revmentor"))


def test_a_file_that_is_no_table_says_so_and_another_can_be_chosen(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "acuerdo.csv"
    bad.write_bytes(b"%PDF-1.7 not a table")
    dialog = opened(qtbot, desk, bad)
    assert dialog.trouble.accessibleName() == "Esto no es una hoja de cálculo, sino un PDF. Elige un archivo CSV, XLSX, ODS o XLS."
    assert not dialog.act.isVisible()
    good = table(tmp_path, ANA)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_all: (str(good), ""))
    qtbot.mouseClick(dialog.trouble.button, LEFT)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.columns)
    dialog.reject()


def test_nothing_new_offers_nothing_to_import(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = opened(qtbot, desk, table(tmp_path, ANA))
    go_on(qtbot, dialog)
    qtbot.mouseClick(dialog.act, LEFT)
    again = opened(qtbot, desk, table(tmp_path, ANA))
    go_on(qtbot, again)
    assert not again.act.isVisible()
    assert again.summary.figures.text() == "0 nuevas, 0 actualizadas, 0 por revisar"
    again.reject()


def test_the_action_asks_for_a_file(qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path, ANA)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_all: (str(path), ""))
    button = desk.screen.header.secondary_buttons()[0]
    qtbot.mouseClick(button, LEFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.columns)
    dialog.reject()


def test_a_table_dropped_on_the_screen_is_imported_and_a_picture_is_not_taken(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = table(tmp_path, ANA)
    for name, taken in ((tmp_path / "foto.png", False), (path, True)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(name))])
        event = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(desk.screen, event)
        assert event.isAccepted() is taken
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.screen, drop)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.columns)
    dialog.reject()


def test_an_import_can_be_taken_back_from_the_notice(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = opened(qtbot, desk, table(tmp_path, ANA))
    go_on(qtbot, dialog)
    qtbot.mouseClick(dialog.act, LEFT)
    desk.open("Ana Gil Soto")
    action = desk.said[-1][1]
    assert isinstance(action, QAction)
    action.trigger()
    assert "Ana Gil Soto" not in desk.names()
    assert not desk.screen.form.isVisible()
