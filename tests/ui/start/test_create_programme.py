# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Crear programa*: five questions by keyboard, nothing lost, nothing impossible taken."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import files
from revmentor_desktop.ui.start.create_dialog import CreateDialog, ask_creation
from revmentor_desktop.ui.start.file_page import cleaned, file_name
from revmentor_desktop.ui.start.questions import months_later, next_monday
from revmentor_desktop.ui.theme import Theme

TODAY = date(2027, 1, 12)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[CreateDialog]:
    made = CreateDialog(theme, None, TODAY)
    qtbot.addWidget(made)
    made.file.set_folder(tmp_path)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def typed(qtbot: QtBot, dialog: CreateDialog, text: str) -> None:
    """Type into whatever has the focus."""
    editor = dialog.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, text)


def enter(qtbot: QtBot, dialog: CreateDialog) -> None:
    """Press Enter where the focus is."""
    editor = dialog.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def until(dialog: CreateDialog, place: int) -> None:
    """Go to a page with the firm's name filled in."""
    dialog.firm.name.setText("Albor")
    while dialog.page is not dialog.pages[place]:
        dialog.go_on()


def test_a_programme_is_made_by_keyboard_alone(qtbot: QtBot, dialog: CreateDialog, tmp_path: Path) -> None:
    typed(qtbot, dialog, "Talleres Albor, S. L.")
    enter(qtbot, dialog)
    typed(qtbot, dialog, "Piloto A")
    for _page in range(3):
        enter(qtbot, dialog)
    assert dialog.progress == "5 de 5"
    enter(qtbot, dialog)
    assert dialog.progress == "Último paso"
    enter(qtbot, dialog)
    assert dialog.result() == QDialog.DialogCode.Accepted
    creation = dialog.creation()
    assert creation.path == tmp_path / "Talleres Albor, S. L. - Piloto A.revmentor"
    assert (creation.firm.name, creation.edition.name) == ("Talleres Albor, S. L.", "Piloto A")
    assert (creation.edition.start, creation.edition.end) == (date(2027, 1, 18), date(2027, 7, 18))
    assert (creation.edition.sessions, creation.edition.minutes, creation.edition.is_pilot) == (10, 60, True)
    files.create(creation.path, creation.firm, creation.edition).close()


def test_a_firm_without_name_is_said_at_its_field_and_keeps_the_page(qtbot: QtBot, dialog: CreateDialog) -> None:
    enter(qtbot, dialog)
    assert dialog.page is dialog.firm
    assert dialog.firm.fields["name"].error() == "Escribe el nombre de la empresa."
    assert dialog.focusWidget() is dialog.firm.name
    typed(qtbot, dialog, "A")
    assert dialog.firm.fields["name"].error() == ""


def test_an_end_before_the_start_is_refused_at_its_field(dialog: CreateDialog) -> None:
    until(dialog, 2)
    dialog.dates.end.setDate(QDate(2027, 1, 1))
    dialog.go_on()
    assert dialog.page is dialog.dates
    assert dialog.dates.fields["end"].error() == "Termina antes de empezar. Elige un día posterior."
    assert dialog.focusWidget() is dialog.dates.end
    dialog.dates.end.setDate(QDate(2027, 6, 1))
    dialog.go_on()
    assert dialog.page is dialog.rhythm


def test_the_end_follows_the_start_until_somebody_chooses_it(dialog: CreateDialog) -> None:
    dialog.dates.start.setDate(QDate(2027, 8, 31))
    assert dialog.dates.end.value() == date(2028, 2, 29)
    dialog.dates.end.setDate(QDate(2028, 3, 1))
    dialog.dates.start.setDate(QDate(2027, 9, 1))
    assert dialog.dates.end.value() == date(2028, 3, 1)


def test_the_rhythm_is_said_in_a_sentence(dialog: CreateDialog) -> None:
    assert dialog.rhythm.rhythm.text() == "Una cada 18 días; 10 horas en total para cada pareja."
    dialog.rhythm.sessions.setValue(1)
    assert dialog.rhythm.rhythm.text().startswith("Una sola sesión")


def test_going_back_loses_nothing(qtbot: QtBot, dialog: CreateDialog) -> None:
    until(dialog, 5)
    dialog.file.name.setText("Mi programa")
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    dialog.place.hr_email.setText("a medias")
    while dialog.page is not dialog.firm:
        qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.firm.name.text() == "Albor"
    assert dialog.place.hr_email.text() == "a medias"
    assert not dialog.back.isVisible()


def test_an_impossible_email_of_who_signs_is_refused(dialog: CreateDialog) -> None:
    until(dialog, 4)
    dialog.place.hr_email.setText("pilar")
    dialog.go_on()
    assert dialog.page is dialog.place
    assert dialog.place.fields["hr_email"].error() == "Al correo le falta la @, como en ana@empresa.es."


def test_a_file_that_exists_is_refused_and_another_name_taken(qtbot: QtBot, dialog: CreateDialog, tmp_path: Path) -> None:
    until(dialog, 5)
    dialog.file.path.write_bytes(b"")
    enter(qtbot, dialog)
    assert "Ya hay un archivo con ese nombre" in dialog.file.fields["name"].error()
    typed(qtbot, dialog, "Otro")
    enter(qtbot, dialog)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.creation().path == tmp_path / "Otro.revmentor"


def test_a_folder_that_is_gone_and_an_impossible_name_are_refused(dialog: CreateDialog, tmp_path: Path) -> None:
    until(dialog, 5)
    dialog.file.set_folder(tmp_path / "nada")
    assert not dialog.file.check()
    assert dialog.file.fields["folder"].error() == "La carpeta no está. Elige otra."
    dialog.file.set_folder(tmp_path)
    for name in ("uno/dos", "..", "../otro", "con", "¿qué?: nada"):
        dialog.file.name.setText(name)
        assert not dialog.file.check()
        assert dialog.file.fields["name"].error().startswith("Un archivo no puede llamarse así.")


def test_the_answers_reach_the_records(dialog: CreateDialog) -> None:
    dialog.firm.town.setText(" Zaragoza ")
    until(dialog, 4)
    dialog.edition.pilot.setChecked(False)
    dialog.place.region.select("AR")
    for editor, text in ((dialog.place.hr_name, "Pilar"), (dialog.place.hr_position, "RR. HH."), (dialog.place.hr_email, "P@Albor.es")):
        editor.setText(text)
    dialog.go_on()
    creation = dialog.creation()
    assert (creation.firm.town, creation.firm.hr_email, creation.edition.region) == ("Zaragoza", "p@albor.es", "AR")
    assert not creation.edition.is_pilot


def test_esc_leaves_without_an_answer(qtbot: QtBot, theme: Theme) -> None:
    def leave() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, CreateDialog):
            qtbot.keyClick(asked, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(10, leave)

    QTimer.singleShot(0, leave)
    assert ask_creation(theme, None, TODAY) is None


@given(st.text(max_size=150), st.text(max_size=150))
def test_a_proposed_file_name_is_one_that_every_system_takes(firm: str, edition: str) -> None:
    name = file_name(firm, edition)
    assert name
    assert len(name) <= 101
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name[-1] not in " ."
    assert cleaned(name) == name


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 30))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or later.day >= 28


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_the_proposed_start_is_a_monday_of_the_days_to_come(today: date) -> None:
    monday = next_monday(today)
    assert monday.weekday() == 0
    assert 1 <= (monday - today).days <= 7


def test_dates_that_are_over_already_are_pointed_out_and_still_taken(dialog: CreateDialog) -> None:
    until(dialog, 2)
    assert "ya ha terminado" not in dialog.dates.summary.text()
    dialog.dates.start.setDate(QDate(2026, 1, 12))
    assert dialog.dates.summary.text().endswith("Ese periodo ya ha terminado: comprueba que el año está bien.")
    dialog.go_on()
    assert dialog.page is dialog.rhythm
