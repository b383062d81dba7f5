# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""After a password was set the recovery key is printed or saved as PDF, by clicks."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.locking.recovery_dialog import Occasion, RecoveryFacts, RecoveryKeyDialog
from revmentor_desktop.ui.printing import Wish
from revmentor_desktop.ui.theme import Theme
from tests.ui.locking.dump import said_by_all_windows

KEY = "0123456789abcdef" * 6


class Person:
    """Chooses a printer that prints into a file, and a place for the PDF; ``None``: not now."""

    def __init__(self, printed: Path | None = None, target: Path | None = None) -> None:
        self.printed, self.target = printed, target
        self.wishes: list[Wish] = []
        self.proposed: list[Path] = []

    def printer(self, _parent: QWidget, wish: Wish) -> QPrinter | None:
        """Choose a printer."""
        self.wishes.append(wish)
        if self.printed is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFileName(str(self.printed))
        return printer

    def place(self, _parent: QWidget, proposed: Path) -> Path | None:
        """Choose a place."""
        self.proposed.append(proposed)
        return self.target


def shown(qtbot: QtBot, theme: Theme, person: Person, occasion: Occasion = Occasion.SET) -> RecoveryKeyDialog:
    facts = RecoveryFacts(Path("/donde/sea/Piloto 2027.revmentor"), KEY, date(2026, 11, 24), occasion)
    dialog = RecoveryKeyDialog(theme, None, facts, person.printer, person.place)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_it_is_printed_from_memory_under_a_name_without_personal_data(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    person = Person(printed=tmp_path / "impreso.pdf")
    dialog = shown(qtbot, theme, person)
    assert dialog.windowTitle() == "Contraseña puesta. Imprime ahora la clave de recuperación"
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.told.isVisible, timeout=15_000)
    assert person.wishes == [Wish("Clave de recuperación", 1)]
    assert (tmp_path / "impreso.pdf").stat().st_size > 5_000
    assert list(tmp_path.iterdir()) == [tmp_path / "impreso.pdf"]
    assert dialog.isVisible()
    assert dialog.safe.label == "Cerrar"
    dialog.reject()


def test_it_is_saved_as_pdf_where_the_person_wants(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    person = Person(target=tmp_path / "clave.pdf")
    dialog = shown(qtbot, theme, person)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.told.isVisible, timeout=15_000)
    assert (tmp_path / "clave.pdf").read_bytes().startswith(b"%PDF")
    assert person.proposed[0].name == "Clave de recuperación de Piloto 2027.pdf"
    assert "La clave se ha guardado como clave.pdf." in said_by_all_windows()
    dialog.reject()


def test_a_place_that_can_not_be_written_is_said_and_another_one_can_be_chosen(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    person = Person(target=tmp_path / "no hay" / "clave.pdf")
    dialog = shown(qtbot, theme, person)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.told.isVisible, timeout=15_000)
    assert "«clave.pdf»" in said_by_all_windows()
    person.target = tmp_path / "clave.pdf"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(person.target.exists, timeout=15_000)
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=15_000)
    dialog.reject()


def test_not_now_changes_nothing_and_the_key_is_not_on_the_screen(qtbot: QtBot, theme: Theme) -> None:
    person = Person()
    dialog = shown(qtbot, theme, person)
    for button in (dialog.act, dialog.save_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.told.isVisible()
    assert KEY[:8] not in said_by_all_windows()
    assert KEY[:8] not in repr(RecoveryFacts(Path("a"), KEY, date(2026, 11, 24)))
    qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("occasion", "title"),
    [(Occasion.CHANGED, "Contraseña cambiada. Imprime ahora la nueva clave"), (Occasion.ASKED, "Clave de recuperación de «Piloto 2027»")],
)
def test_it_says_why_it_is_offered(qtbot: QtBot, theme: Theme, occasion: Occasion, title: str) -> None:
    dialog = shown(qtbot, theme, Person(), occasion)
    assert dialog.windowTitle().startswith(title)
    dialog.reject()
