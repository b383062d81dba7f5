# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""From a spreadsheet to signed-ready agreements, through the whole window, by clicks and keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.exchange.starter import example_table
from revmentor_desktop.programme import files
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.interpreter import guard_constants
from revmentor_desktop.ui.navigation import DOCUMENTS
from revmentor_desktop.ui.pairs.consulting.warnings_dialog import WarningsDialog
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.theme import Mode, Theme
from tests import factory
from tests.dialogs import answering, press


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenProgramme]:
    guard_constants()
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    firm = Firm("Talleres Albor, S. L.", town="Zaragoza", hr_name="Pilar Casanova", hr_position="RR. HH.")
    edition = Edition(EditionId(0), "Piloto 2027", date(2027, 1, 18), date(2027, 7, 18), region="AR")
    files.create(tmp_path / "albor.revmentor", firm, edition).close()
    program = Program(Theme(application, Mode.LIGHT), lambda: factory.NOW)
    program.start(tmp_path / "albor.revmentor")
    assert program.current is not None
    qtbot.waitExposed(program.current.window)
    yield program.current
    program.end()


def button(inside: QWidget, text: str) -> QAbstractButton:
    found = [b for b in inside.findChildren(QAbstractButton) if b.isVisible() and b.text().replace("&", "").startswith(text)]
    assert found, f"no button «{text}»"
    return found[0]


def action(inside: QWidget, text: str) -> QAction:
    return next(a for a in inside.actions() if a.text().replace("&", "").startswith(text))


def go(opened: OpenProgramme, qtbot: QtBot, number: int) -> QWidget:
    """Go to a screen by its number in the sidebar."""
    window = opened.window
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.focusWidget() is not None)
    qtbot.keyClick(window.focusWidget(), Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    shown = window.screen_of(window.current_key())
    assert isinstance(shown, QWidget)
    return shown


def settled(opened: OpenProgramme, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.bridge.busy(), timeout=30_000)


def import_people(opened: OpenProgramme, qtbot: QtBot) -> None:
    screen = go(opened, qtbot, 2)
    assert isinstance(screen, PeopleScreen)
    dialog = screen.import_file(example_table())
    settled(opened, qtbot)
    for words in ("Seguir", "Importar 28"):
        qtbot.waitUntil(
            lambda text=words: any(
                b.text().startswith(text) and b.isEnabled() for b in dialog.findChildren(QAbstractButton) if b.isVisible()
            )
        )
        button(dialog, words).click()
        settled(opened, qtbot)
    assert len(opened.workspace.snapshot().enrolments) == 28


def read_warnings(dialog: QDialog) -> None:
    """Tick every warning as read, then note that all accept."""
    assert isinstance(dialog, WarningsDialog)
    for line in dialog.lines.values():
        line.box.click()
    dialog.act.click()


def form_pairs(opened: OpenProgramme, qtbot: QtBot) -> None:
    screen = go(opened, qtbot, 3)
    assert isinstance(screen, PairsScreen)
    with answering(press("Usar esta propuesta")):
        button(screen, "Completar").click()
        qtbot.waitUntil(lambda: len(opened.workspace.snapshot().living_pairs) == 13, timeout=30_000)
    screen.board.list.view.setFocus()
    screen.board.list.view.selectAll()
    with answering(read_warnings):
        action(screen, "Anotar que acepta").trigger()
    assert {pair.state for pair in opened.workspace.snapshot().living_pairs} == {PairState.ACCEPTED}


def plan_sessions(opened: OpenProgramme, qtbot: QtBot) -> None:
    screen = go(opened, qtbot, 4)
    assert isinstance(screen, CalendarScreen)
    with answering(press("Usar este plan")):
        button(screen, "Planificar sesiones").click()
        qtbot.waitUntil(lambda: len(opened.workspace.snapshot().sessions) == 130, timeout=30_000)


def save_agreements(opened: OpenProgramme, qtbot: QtBot, folder: Path) -> None:
    screen = go(opened, qtbot, 5)
    assert isinstance(screen, DocumentsScreen)
    button(screen, "Preparar 13 acuerdos").click()
    settled(opened, qtbot)
    screen.choose_folder = lambda *_args: folder
    button(screen, "Guardar en una carpeta").click()
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) == 13, timeout=60_000)
    settled(opened, qtbot)


def test_a_spreadsheet_becomes_thirteen_agreements_and_all_of_it_can_be_taken_back(
    opened: OpenProgramme, qtbot: QtBot, tmp_path: Path
) -> None:
    import_people(opened, qtbot)
    form_pairs(opened, qtbot)
    plan_sessions(opened, qtbot)
    folder = tmp_path / "acuerdos"
    folder.mkdir()
    save_agreements(opened, qtbot, folder)
    texts = ["".join(page.extract_text() for page in pypdf.PdfReader(path).pages) for path in sorted(folder.glob("*.pdf"))]
    assert any("Lucía Serrano Pombo" in text and "Gonzalo Prieto Salas" in text for text in texts)
    assert opened.window.current_key() == DOCUMENTS
    while opened.window.undo_action.isEnabled():
        opened.window.undo_action.trigger()
        settled(opened, qtbot)
    assert not opened.workspace.snapshot().enrolments
    assert not [w for w in opened.window.findChildren(QDialog) if w.isVisible()]
