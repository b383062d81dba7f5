# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What gets on paper or into a folder, and what freezes."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Event
from time import sleep
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.programme import agreements, people, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Progress, Runner
from revmentor_desktop.ui.documents.check_dialog import CheckDialog, Way
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.printing import Paper, PrinterError, Wish, print_papers, sides
from revmentor_desktop.ui.widgets.dialog import AskDialog
from revmentor_desktop.ui.widgets.goals_dialog import GoalsDialog
from tests import factory
from tests.ui.documents.conftest import ShowScreen, pdf_printer

LEFT = Qt.MouseButton.LeftButton
D = TypeVar("D", bound=QWidget)


class Chooser:
    """Answers in place of the system's dialogs, and keeps what was proposed."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.wishes: list[object] = []

    def printer(self, _parent: QWidget, wish: Wish) -> QPrinter | None:
        self.wishes.append(wish)
        answer = self.answers.pop(0)
        return answer if isinstance(answer, QPrinter) else None

    def folder(self, _parent: QWidget, proposed: Path) -> Path | None:
        self.wishes.append(proposed)
        answer = self.answers.pop(0)
        return answer if isinstance(answer, Path) else None


def dialog(qtbot: QtBot, screen: DocumentsScreen, kind: type[D]) -> D:
    qtbot.waitUntil(lambda: bool(visible(screen, kind)))
    return visible(screen, kind)[0]


def visible(screen: DocumentsScreen, kind: type[D]) -> list[D]:
    return [found for found in screen.findChildren(kind) if found.isVisible()]


def pages(path: Path) -> int:
    return len(PdfReader(BytesIO(path.read_bytes())).pages)


def press_print(qtbot: QtBot, screen: DocumentsScreen) -> None:
    qtbot.keyClick(screen.card.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def change_post(workspace: Workspace) -> None:
    person = next(person for person in workspace.snapshot().people.values() if person.first_name == "Lucía")
    people.save_person(workspace, replace(person, position="Exploradora polar"))


def test_printed_and_marked_an_agreement_is_frozen(qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path) -> None:
    screen, chooser = show(drafted), Chooser(pdf_printer(tmp_path / "out.pdf"))
    screen.choose_printer = chooser.printer
    press_print(qtbot, screen)
    question = dialog(qtbot, screen, AskDialog)
    assert chooser.wishes == [Wish("Acuerdos de mentoring", 3)]
    assert question.windowTitle() == "¿Ha salido bien el acuerdo 2027-P-01?"
    assert drafted.snapshot().agreements[0].state is AgreementState.DRAFT
    with qtbot.waitSignal(screen.toast):
        qtbot.mouseClick(question.act, LEFT)
    agreement = drafted.snapshot().agreements[0]
    assert (agreement.state, agreement.printed_on) == (AgreementState.PRINTED, factory.TODAY)
    assert pages(tmp_path / "out.pdf") == 6
    before = agreements.pdf_of(drafted.snapshot(), agreement)
    change_post(drafted)
    assert agreements.pdf_of(drafted.snapshot(), drafted.snapshot().agreements[0]) == before == agreement.pdf
    assert screen.card.model.ticked() == ()


def test_what_has_not_come_out_well_stays_a_draft_until_somebody_says_so(
    qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path
) -> None:
    screen = show(drafted)
    screen.choose_printer = Chooser(pdf_printer(tmp_path / "out.pdf", copies=1)).printer
    press_print(qtbot, screen)
    qtbot.mouseClick(dialog(qtbot, screen, AskDialog).safe, LEFT)
    assert drafted.snapshot().agreements[0].state is AgreementState.DRAFT
    qtbot.waitUntil(screen.notices.outcome.isVisible)
    qtbot.mouseClick(screen.notices.outcome.button, LEFT)
    qtbot.mouseClick(dialog(qtbot, screen, AskDialog).act, LEFT)
    assert drafted.snapshot().agreements[0].state is AgreementState.PRINTED
    assert screen.notices.isHidden()


def test_the_bytes_that_came_out_are_kept_even_when_the_data_changed_before_marking(
    qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path
) -> None:
    printed = agreements.pdf_of(drafted.snapshot(), drafted.snapshot().agreements[0])
    screen = show(drafted)
    screen.choose_printer = Chooser(pdf_printer(tmp_path / "out.pdf", copies=1)).printer
    press_print(qtbot, screen)
    qtbot.mouseClick(dialog(qtbot, screen, AskDialog).safe, LEFT)
    change_post(drafted)
    qtbot.mouseClick(screen.notices.outcome.button, LEFT)
    qtbot.mouseClick(dialog(qtbot, screen, AskDialog).act, LEFT)
    assert drafted.snapshot().agreements[0].pdf == printed


def test_what_lacks_is_said_before_printing_with_the_way_to_fill_it_in(qtbot: QtBot, thirteen: Workspace, show: ShowScreen) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    screen = show(thirteen)
    press_print(qtbot, screen)
    check = dialog(qtbot, screen, CheckDialog)
    assert check.windowTitle() == "Ninguno listo, 13 por completar"
    assert check.act.isHidden()
    ways = check.findChildren(Way)
    assert {way.place for way in ways} == {"goals", "pairs", "calendar"}
    with qtbot.waitSignal(screen.go) as went:
        qtbot.mouseClick(next(way for way in ways if way.place == "calendar"), LEFT)
    assert went.args == ["calendar", ("pair", thirteen.snapshot().agreements[0].pair_id)]
    assert not visible(screen, CheckDialog)


def test_goals_are_written_on_the_way_to_the_printer(qtbot: QtBot, thirteen: Workspace, show: ShowScreen) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    sessions.use_plan(thirteen, sessions.propose_plan(thirteen.snapshot(), factory.TODAY))
    screen = show(thirteen)
    press_print(qtbot, screen)
    first = dialog(qtbot, screen, CheckDialog)
    qtbot.mouseClick(first.findChildren(Way)[0], LEFT)
    goals = dialog(qtbot, screen, GoalsDialog)
    mentor, mentee = goals.editors()
    qtbot.keyClicks(mentee, "Publicar con soltura")
    qtbot.keyClick(mentee, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.toast):
        qtbot.keyClick(mentor, Qt.Key.Key_Return)
    pair_id = thirteen.snapshot().agreements[0].pair_id
    assert thirteen.snapshot().pair(pair_id).mentee_goal == "Publicar con soltura"
    check = dialog(qtbot, screen, CheckDialog)
    assert check.windowTitle() == "1 listo, 12 por completar"
    check.reject()


def test_one_paper_that_lacks_something_is_spoken_of_alone(qtbot: QtBot, thirteen: Workspace, show: ShowScreen) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    screen = show(thirteen)
    screen.print_this()
    check = dialog(qtbot, screen, CheckDialog)
    assert (check.windowTitle(), check.print_all.label) == ("A este acuerdo le falta algo", "Imprimirlo así")
    assert check.height() < 300
    check.reject()


def test_the_focus_comes_back_to_the_button_after_saving(qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path) -> None:
    screen = show(drafted)
    screen.choose_folder = Chooser(tmp_path).folder
    button = screen.header.secondary_buttons()[0]
    button.setFocus()
    with qtbot.waitSignal(screen.toast):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(button.hasFocus)


def test_only_the_ready_ones_are_printed_when_the_user_says_so(qtbot: QtBot, thirteen: Workspace, show: ShowScreen, tmp_path: Path) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    first = thirteen.snapshot().agreements[0]
    agreements.mark_printed(thirteen, {first.id: agreements.pdf_of(thirteen.snapshot(), first)}, factory.TODAY)
    screen = show(thirteen)
    screen.choose_printer = Chooser(pdf_printer(tmp_path / "out.pdf", copies=1)).printer
    screen.tick_all()
    press_print(qtbot, screen)
    check = dialog(qtbot, screen, CheckDialog)
    assert (check.windowTitle(), check.act.label) == ("1 listo, 12 por completar", "Imprimir 1")
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.mouseClick(check.act, LEFT)
    assert told.args == ["1 acuerdo enviado a la impresora", None]
    assert pages(tmp_path / "out.pdf") == 2


def test_all_are_printed_with_gaps_when_the_user_says_so(qtbot: QtBot, thirteen: Workspace, show: ShowScreen, tmp_path: Path) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    screen = show(thirteen)
    screen.choose_printer = Chooser(pdf_printer(tmp_path / "out.pdf", copies=1)).printer
    press_print(qtbot, screen)
    qtbot.mouseClick(dialog(qtbot, screen, CheckDialog).print_all, LEFT)
    question = dialog(qtbot, screen, AskDialog)
    assert question.windowTitle() == "¿Han salido bien los 13 acuerdos?"
    qtbot.mouseClick(question.act, LEFT)
    assert {agreement.state for agreement in thirteen.snapshot().agreements} == {AgreementState.PRINTED}
    assert pages(tmp_path / "out.pdf") == 26


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_a_sentence_and_can_be_chosen_again(
    qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path
) -> None:
    screen = show(drafted)
    chooser = Chooser(pdf_printer(tmp_path / "missing" / "out.pdf"), pdf_printer(tmp_path / "out.pdf", copies=1))
    screen.choose_printer = chooser.printer
    press_print(qtbot, screen)
    qtbot.waitUntil(screen.notices.trouble.isVisible)
    assert screen.notices.trouble.accessibleName().startswith("La impresora no acepta el trabajo.")
    qtbot.mouseClick(screen.notices.trouble.button, LEFT)
    qtbot.mouseClick(dialog(qtbot, screen, AskDialog).safe, LEFT)
    assert pages(tmp_path / "out.pdf") == 2


def test_a_calendar_is_printed_as_often_as_wanted_and_freezes_nothing(
    qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path
) -> None:
    screen = show(drafted)
    screen.choose_printer = Chooser(pdf_printer(tmp_path / "out.pdf", copies=2)).printer
    qtbot.keyClick(screen.card.kinds, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.toast) as told:
        press_print(qtbot, screen)
    assert told.args == ["1 calendario enviado a la impresora", None]
    assert drafted.snapshot().agreements[0].state is AgreementState.DRAFT
    assert pages(tmp_path / "out.pdf") == 2


def test_on_both_sides_every_copy_begins_on_a_sheet_of_its_own() -> None:
    assert sides(1, 2, double=True) == (0, None, 0, None)
    assert sides(1, 2, double=False) == (0, 0)
    assert sides(2, 3, double=True) == (0, 1, 0, 1, 0, 1)


def test_a_closed_print_dialog_prints_nothing(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    screen.choose_printer = Chooser(None).printer
    press_print(qtbot, screen)
    assert not screen.work.busy
    assert screen.notices.isHidden()


def test_stopping_keeps_what_is_printed_and_leaves_the_rest(qtbot: QtBot, drafted: Workspace, tmp_path: Path) -> None:
    pdf = agreements.pdf_of(drafted.snapshot(), drafted.snapshot().agreements[0])
    runner, printed, printer = Runner(), list[object](), pdf_printer(tmp_path / "out.pdf", copies=1)
    begun = Event()

    def draw_and_stop() -> bytes:
        begun.wait(5)
        job.cancel()
        return pdf

    papers = [Paper("Lucía y Gonzalo", draw_and_stop), Paper("Sara e Itziar", draw_and_stop)]
    job = runner.run(runner, lambda progress: print_papers(printer, papers, progress), printed.append)
    begun.set()
    qtbot.waitUntil(lambda: bool(printed))
    runner.close()
    assert printed == [(pdf,)]
    assert pages(tmp_path / "out.pdf") == 2


def test_long_work_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen, ended = show(drafted), list[object]()

    def work(progress: Progress) -> int:
        progress.report(7, 13, "Sara e Itziar")
        while not progress.cancelled:
            sleep(0.01)
        return 7

    screen.work.start("Imprimiendo acuerdos", work, ended.append, ended.append)
    assert screen.work.card.isHidden()
    qtbot.waitUntil(screen.work.card.isVisible)
    assert screen.work.card.strip.count_text() == "7 de 13"
    button = screen.header.primary_button()
    assert button is not None
    assert not button.isEnabled()
    qtbot.mouseClick(screen.work.card.strip.cancel, LEFT)
    qtbot.waitUntil(lambda: ended == [7])
    assert screen.work.card.isHidden()
    assert button.isEnabled()


def test_thirteen_files_are_saved_by_number_alone(qtbot: QtBot, thirteen: Workspace, show: ShowScreen, tmp_path: Path) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    screen, folder = show(thirteen), tmp_path / "Acuerdos"
    screen.choose_folder = Chooser(folder).folder
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.mouseClick(screen.header.secondary_buttons()[0], LEFT)
    assert told.args is not None
    assert told.args[0] == "13 acuerdos guardados en «Acuerdos»"
    assert sorted(path.name for path in folder.iterdir()) == [f"2027-P-{number:02d}.pdf" for number in range(1, 14)]
    assert all(pages(path) == 2 for path in folder.iterdir())


def test_a_folder_that_cannot_be_written_is_a_sentence_and_another_can_be_chosen(
    qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path
) -> None:
    (tmp_path / "Acuerdos").write_text("not a folder", encoding="utf-8")
    screen, chooser = show(drafted), Chooser(tmp_path / "Acuerdos", tmp_path / "Otra")
    screen.choose_folder = chooser.folder
    screen.save_ticked()
    qtbot.waitUntil(screen.notices.trouble.isVisible)
    assert screen.notices.trouble.accessibleName().startswith("No se puede escribir en «Acuerdos».")
    assert screen.notices.trouble.button.label == "Elegir otra carpeta"
    with qtbot.waitSignal(screen.toast):
        qtbot.mouseClick(screen.notices.trouble.button, LEFT)
    assert [path.name for path in (tmp_path / "Otra").iterdir()] == ["2027-P-01.pdf"]
    assert screen.notices.isHidden()


def test_no_paper_is_left_in_the_temporary_folder(
    qtbot: QtBot, drafted: Workspace, show: ShowScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    screen = show(drafted)
    screen.choose_printer = Chooser(pdf_printer(tmp_path / "out.pdf", copies=1)).printer
    qtbot.waitUntil(lambda: bool(screen.preview.pdf()))
    press_print(qtbot, screen)
    qtbot.mouseClick(dialog(qtbot, screen, AskDialog).act, LEFT)
    assert list(temporary.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_job_that_the_printer_refuses_raises(tmp_path: Path, qtbot: QtBot, drafted: Workspace) -> None:
    pdf = agreements.pdf_of(drafted.snapshot(), drafted.snapshot().agreements[0])
    runner, failed, printer = Runner(), list[object](), pdf_printer(tmp_path / "missing" / "out.pdf")
    runner.run(runner, lambda progress: print_papers(printer, [Paper("", lambda: pdf)], progress), failed.append, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    runner.close()
    assert isinstance(failed[0], PrinterError)
