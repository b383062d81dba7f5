# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What becomes of an accepted pair on the board: pause, completion, its end, and another pair with what is left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairs import Answer, PairState
from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.programme import pairs, people, sessions
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.printing import Wish
from tests import factory
from tests.dialogs import answering, press
from tests.ui.pairs.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


@pytest.fixture
def accepted(desk: Desk) -> Desk:
    """An accepted pair, chosen."""
    pair_id = desk.make("Lucía", "Gonzalo")
    factory.accept(desk.workspace, [pair_id])
    desk.screen.show_target(("pair", pair_id))
    return desk


def state_of(desk: Desk) -> PairState:
    return desk.workspace.snapshot().pairs[0].state


def shown(desk: Desk) -> list[str]:
    return [button.label for button in desk.screen.foot_buttons() if button.isVisible()]


def test_a_pair_is_paused_and_goes_on(accepted: Desk) -> None:
    accepted.screen.commands["pause"].trigger()
    assert state_of(accepted) is PairState.PAUSED
    assert shown(accepted) == ["Reanudar"]
    assert not accepted.screen.commands["pause"].isEnabled()
    accepted.screen.commands["resume"].trigger()
    assert state_of(accepted) is PairState.ACCEPTED
    assert accepted.heard[-1][0] == "Siguen: Lucía y Gonzalo"


def test_a_pair_is_called_completed(accepted: Desk) -> None:
    accepted.screen.commands["completed"].trigger()
    assert state_of(accepted) is PairState.COMPLETED
    assert accepted.rows() == ()
    assert "completaron su pareja" in accepted.preview()


def test_after_the_end_somebody_is_paired_anew(accepted: Desk) -> None:
    with answering(press("Terminar pareja")):
        accepted.screen.commands["end_early"].trigger()
    assert state_of(accepted) is PairState.ENDED_EARLY
    assert "terminaron antes, sin culpa de nadie" in accepted.preview()
    accepted.screen.commands["again"].trigger()
    assert accepted.screen.choice.person_id == accepted.who("Gonzalo")
    assert accepted.screen.choice.side is Side.LEARN
    assert accepted.screen.choice.partner_id is not None


def test_the_new_pair_takes_what_is_left_of_the_plan(accepted: Desk) -> None:
    workspace = accepted.workspace
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    pair = workspace.snapshot().pairs[0]
    for session in workspace.snapshot().sessions_of(pair.id)[:4]:
        sessions.log_session(workspace, session.id, SessionLog(factory.TODAY, 60), factory.TODAY)
    with answering(press("Terminar pareja")):
        accepted.screen.commands["end_early"].trigger()
    assert accepted.heard[-1][0] == "Pareja terminada: Lucía y Gonzalo. Quedan 6 sesiones de 10"
    assert "4 sesiones celebradas. Quedan 6 sesiones de 10." in accepted.preview()
    accepted.screen.commands["again"].trigger()
    accepted.screen.commands["pair"].trigger()
    assert accepted.heard[-1][0].endswith("Quedan 6 sesiones de 10")


def test_pairs_that_are_over_stand_under_a_piece_of_the_filter(accepted: Desk) -> None:
    other = accepted.make("Paula", "Concepción")
    pair = accepted.workspace.snapshot().pair(other)
    pairs.answer(accepted.workspace, other, pair.mentee_id, Answer.OTHER, factory.TODAY)
    assert [row.names for row in accepted.rows()] == ["Lucía y Gonzalo"]
    piece = accepted.screen.board.list.filter.piece("over")
    assert piece.text() == "Terminadas"
    accepted.qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)
    (row,) = accepted.rows()
    assert (row.names, row.look.text, row.mentee.said_yes) == ("Paula y Concepción", "No aceptada", False)
    accepted.click_part(row, "")
    assert "No se guarda quién prefirió otra opción ni por qué." in accepted.preview()
    accepted.click_part(row, "more")
    assert accepted.menu_texts() == ["Emparejar de nuevo"]


def test_a_block_that_appears_later_asks_to_end_an_accepted_pair(accepted: Desk) -> None:
    pair = accepted.workspace.snapshot().pairs[0]
    people.add_exclusion(accepted.workspace, pair.mentor_id, pair.mentee_id, "motivo privado")
    assert (accepted.rows()[0].block, accepted.rows()[0].stopped) == ("Incompatibilidad anotada", True)
    assert shown(accepted) == ["Terminar antes…"]
    assert "motivo privado" not in accepted.preview()


def test_a_consulted_pair_that_may_not_go_on_is_undone_at_once(desk: Desk) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    pairs.consult(desk.workspace, [pair_id], factory.TODAY)
    pair = desk.workspace.snapshot().pair(pair_id)
    people.add_exclusion(desk.workspace, pair.mentor_id, pair.mentee_id)
    desk.screen.show_target(("pair", pair_id))
    assert shown(desk) == ["Deshacer pareja"]
    desk.screen.commands["unpair"].trigger()
    assert desk.workspace.snapshot().pairs == ()


def test_the_day_of_a_yes_is_said_in_the_preview_and_in_the_menu(desk: Desk) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    pair = desk.workspace.snapshot().pair(pair_id)
    pairs.answer(desk.workspace, pair_id, pair.mentee_id, Answer.YES, factory.TODAY)
    desk.screen.show_target(("pair", pair_id))
    assert "Gonzalo aceptó el 12 de enero. Sin respuesta de Lucía." in desk.preview()
    desk.click_part(desk.rows()[0], "mentee")
    texts = desk.menu_texts()
    assert "Acepta \u00b7 12 ene" in texts
    assert texts[-1] == "No se guarda quién prefiere otra opción ni por qué."


def test_the_pairing_sheet_is_printed(accepted: Desk, tmp_path: Path) -> None:
    def to_file(_parent: QWidget, wish: Wish) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "hoja.pdf"))
        assert wish.name == "Hoja de emparejamiento"
        return printer

    accepted.screen.sheets.choose_printer = to_file
    accepted.qtbot.mouseClick(accepted.screen.print_button, Qt.MouseButton.LeftButton)
    accepted.qtbot.waitUntil(
        lambda: bool(accepted.heard) and accepted.heard[-1][0] == "Hoja de emparejamiento enviada a la impresora", timeout=20_000
    )
    assert (tmp_path / "hoja.pdf").stat().st_size > 1000
