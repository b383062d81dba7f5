# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Proposals of today and saved ones side by side: saving, choosing, renaming, deleting, using what still holds, printing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.scenarios import ScenarioId
from revmentor_desktop.programme import files, pairs, people, scenarios
from revmentor_desktop.ui.pairs.completion.card import OfferCard
from revmentor_desktop.ui.pairs.completion.dialog import ProposalsDialog
from revmentor_desktop.ui.pairs.completion.naming import NameDialog
from revmentor_desktop.ui.printing import Wish
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.ui.pairs.conftest import opened
from tests.ui.pairs.desk import Desk


def open_dialog(desk: Desk) -> ProposalsDialog:
    desk.screen.commands["compare"].trigger()
    return desk.proposals()


def close(desk: Desk, dialog: ProposalsDialog) -> None:
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)


def save(desk: Desk, name: str) -> ScenarioId:
    """Save the best proposal of today."""
    return scenarios.save(desk.workspace, name, pairs.complete(desk.workspace.snapshot()), factory.TODAY)


def names(desk: Desk) -> list[str]:
    return [scenario.name for scenario in desk.workspace.snapshot().scenarios]


def card_of(dialog: ProposalsDialog, name: str) -> OfferCard:
    return next(card for card in dialog.cards if card.offer.name == name)


def name_it(desk: Desk, card: OfferCard, typed: str) -> list[str]:
    """Press *Guardar como…*, type a name and Enter; returns what the field says."""
    said: list[str] = []

    def do(dialog: NameDialog) -> None:
        dialog.name.setText(typed)
        desk.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
        if dialog.isVisible():
            said.append(dialog.field.note())
            dialog.reject()

    desk.in_dialog(NameDialog, do, lambda: desk.qtbot.mouseClick(card.keep, Qt.MouseButton.LeftButton))
    return said


def test_a_proposal_is_saved_under_a_name_and_that_can_be_undone_on_the_spot(desk: Desk) -> None:
    dialog = open_dialog(desk)
    assert name_it(desk, dialog.cards[0], "  Antes   de Navidad ") == []
    assert names(desk) == ["Antes de Navidad"]
    assert dialog.notice.text.text() == "Guardada: Antes de Navidad"
    assert "Antes de Navidad" in {card.offer.name for card in dialog.cards}
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: dialog.notice.text.text() == "Deshecho")
    assert names(desk) == []
    assert "Antes de Navidad" not in {card.offer.name for card in dialog.cards}
    close(desk, dialog)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Escribe un nombre."),
        ("antes de navidad", "Ya hay una propuesta guardada"),
        ("x" * 61, "Caben 60 letras como mucho."),
    ],
)
def test_a_name_that_does_not_do_is_refused_at_the_field(desk: Desk, typed: str, sentence: str) -> None:
    save(desk, "Antes de Navidad")
    dialog = open_dialog(desk)
    (said,) = name_it(desk, dialog.cards[0], typed)
    assert said.startswith(sentence)
    assert names(desk) == ["Antes de Navidad"]
    close(desk, dialog)


def test_the_first_of_today_stands_beside_the_newest_saved_ones_and_a_fourth_is_refused(desk: Desk) -> None:
    for name in ("Enero", "Febrero", "Marzo"):
        save(desk, name)
    dialog = open_dialog(desk)
    assert [card.offer.name for card in dialog.cards] == ["Más puntos", "Marzo", "Febrero"]
    january = next(pill for pill in dialog.chooser.pills.values() if pill.text() == "Enero")
    desk.qtbot.mouseClick(january, Qt.MouseButton.LeftButton)
    assert dialog.chooser.hint.text() == "Caben tres como mucho: quita antes una."
    assert len(dialog.cards) == 3
    desk.qtbot.mouseClick(dialog.chooser.pills["total"], Qt.MouseButton.LeftButton)
    desk.qtbot.keyClick(january, Qt.Key.Key_Space)
    assert [card.offer.name for card in dialog.cards] == ["Marzo", "Febrero", "Enero"]
    close(desk, dialog)


def test_a_saved_one_is_renamed_with_a_key_and_deleted_with_another_and_comes_back(desk: Desk) -> None:
    save(desk, "Enero")
    dialog = open_dialog(desk)

    def rename(asked: NameDialog) -> None:
        asked.name.setText("Invierno")
        desk.qtbot.mouseClick(asked.act, Qt.MouseButton.LeftButton)

    desk.in_dialog(NameDialog, rename, lambda: desk.qtbot.keyClick(card_of(dialog, "Enero").list, Qt.Key.Key_F2))
    assert names(desk) == ["Invierno"]
    desk.qtbot.keyClick(card_of(dialog, "Invierno").list, Qt.Key.Key_Delete)
    assert names(desk) == []
    assert dialog.notice.text.text() == "Borrada: Invierno"
    desk.qtbot.mouseClick(dialog.notice.undo, Qt.MouseButton.LeftButton)
    assert names(desk) == ["Invierno"]
    close(desk, dialog)


def test_where_nothing_can_be_changed_the_saved_ones_are_only_looked_at(qtbot: QtBot, theme: Theme, example_copy: Path) -> None:
    workspace = files.open_file(example_copy)
    scenarios.save(workspace, "Enero", pairs.complete(workspace.snapshot()), factory.TODAY)
    workspace.close()
    for desk in opened(qtbot, theme, files.open_to_read(example_copy)):
        dialog = open_dialog(desk)
        assert [card.offer.name for card in dialog.cards] == ["Más puntos", "Enero"]
        for card in dialog.cards:
            assert [button.isVisible() for button in (card.use, card.keep, card.menu)] == [False, False, False]
        desk.qtbot.keyClick(card_of(dialog, "Enero").list, Qt.Key.Key_Delete)
        assert names(desk) == ["Enero"]
        close(desk, dialog)
        desk.workspace.close()


def changed_since(desk: Desk) -> None:
    """Save, and then: somebody withdraws, two exclude each other, and somebody gets another partner."""
    save(desk, "Enero")
    people.withdraw(desk.workspace, desk.who("Concepción"), factory.TODAY)
    people.add_exclusion(desk.workspace, desk.who("Gonzalo"), desk.who("Lucía"), "Discutieron en 2019")
    desk.make("Álvaro", "Rocío")


def test_what_no_longer_holds_is_said_in_words_and_an_incompatibility_only_as_noted(desk: Desk) -> None:
    changed_since(desk)
    dialog = open_dialog(desk)
    card = card_of(dialog, "Enero")
    lost = {line.text: line.reason for line in card.lines if line.warns}
    assert lost["Paula y Concepción"] == "Concepción ya no está en la edición. Aquel día, 80"
    assert lost["Lucía y Gonzalo"] == "Incompatibilidad anotada. Aquel día, 86"
    assert lost["Álvaro y Mercedes"] == "Álvaro ya tiene pareja con Rocío. Aquel día, 71"
    assert card.lines[0].text == f"{len(lost)} parejas que ya no valen"
    assert "2019" not in " ".join(line.sentence for line in card.lines)
    assert "aquel día, 13 parejas" in card.about.text()
    close(desk, dialog)


def test_using_a_saved_one_forms_what_still_holds_in_one_step_and_says_what_was_left_out(desk: Desk) -> None:
    changed_since(desk)
    before = len(desk.rows())
    dialog = open_dialog(desk)
    card = card_of(dialog, "Enero")
    new = len([one for one in card.offer.shown if one.part == "new"])
    desk.qtbot.mouseClick(card.use, Qt.MouseButton.LeftButton)
    assert len(desk.rows()) == before + new
    said = desk.heard[-1][0]
    assert said.startswith(f"{new} parejas nuevas, como propuestas; ")
    assert "Incompatibilidad" not in said
    desk.workspace.undo()
    assert len(desk.rows()) == before


def test_with_nothing_to_add_today_the_saved_ones_can_still_be_looked_at(desk: Desk) -> None:
    pairs.use_completion(desk.workspace, pairs.complete(desk.workspace.snapshot()))
    save(desk, "Enero")
    for pair in desk.workspace.snapshot().pairs:
        pairs.set_locked(desk.workspace, pair.id, True)
    dialog = open_dialog(desk)
    assert [card.offer.name for card in dialog.cards] == ["Enero"]
    assert dialog.cards[0].lines[0].text == "13 parejas que ya están formadas"
    assert not dialog.cards[0].use.isVisible()
    close(desk, dialog)


def test_a_score_that_is_another_by_now_says_what_it_was(desk: Desk) -> None:
    save(desk, "Enero")
    learns = desk.who("Gonzalo")
    drop_wants(desk, learns)
    dialog = open_dialog(desk)
    line = next(line for line in card_of(dialog, "Enero").lines if line.text == "Lucía y Gonzalo")
    assert line.reason == "Aquel día, 86"
    assert line.score is not None
    assert round(line.score) < 86
    close(desk, dialog)


def test_a_saved_one_that_stands_already_has_the_same_figures_as_the_one_of_today(desk: Desk) -> None:
    save(desk, "Enero")
    pairs.use_completion(desk.workspace, pairs.complete(desk.workspace.snapshot()))
    pairs.unpair(desk.workspace, desk.workspace.snapshot().pairs[0].id)
    dialog = open_dialog(desk)
    today, saved = dialog.cards[0].offer, card_of(dialog, "Enero").offer
    assert saved.couples == today.couples
    assert saved.figures == today.figures
    close(desk, dialog)


def drop_wants(desk: Desk, person_id: PersonId) -> None:
    enrolment = desk.workspace.snapshot().enrolments[person_id]
    people.save_enrolment(desk.workspace, replace(enrolment, wants=enrolment.wants[-1:]))


def test_the_comparison_is_printed_and_the_dialog_says_so(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "comparacion.pdf"

    def to_file(parent: QWidget, wish: Wish) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    desk.screen.completer.choose_printer = to_file
    save(desk, "Enero")
    dialog = open_dialog(desk)
    desk.qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(dialog.notice.isVisible, timeout=20000)
    assert dialog.notice.text.text() == "La comparación se ha enviado a la impresora."
    assert target.read_bytes().startswith(b"%PDF")
    close(desk, dialog)
