# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A person's card dragged onto another: what shows meanwhile, and what letting go does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import files, pairs, people
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.dragging import MIME
from revmentor_desktop.ui.pairs.force_dialog import ForceDialog
from revmentor_desktop.ui.pairs.items import Kind
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from tests import factory
from tests.dialogs import answering
from tests.ui.pairs.conftest import opened
from tests.ui.pairs.desk import Desk
from tests.ui.pairs.hand import Hand, reading, words

TEACH, LEARN = Side.TEACH, Side.LEARN


@pytest.fixture
def hand(desk: Desk) -> Hand:
    return Hand(desk)


def test_a_card_let_go_on_a_person_forms_the_pair_and_can_be_undone(desk: Desk, hand: Hand) -> None:
    hand.drag(hand.person(TEACH, "Lucía"), hand.person(LEARN, "Mercedes"))
    assert [row.names for row in desk.rows()] == ["Lucía y Mercedes"]
    assert desk.heard[-1][0].startswith("Pareja formada: Lucía y Mercedes")
    desk.workspace.undo()
    assert desk.rows() == ()


def test_from_the_right_to_the_left_the_one_who_teaches_still_teaches(desk: Desk, hand: Hand) -> None:
    hand.drag(hand.person(LEARN, "Gonzalo"), hand.person(TEACH, "Lucía"))
    assert [(row.mentor.first_name, row.mentee.first_name) for row in desk.rows()] == [("Lucía", "Gonzalo")]


def test_a_suggestion_can_be_dragged_onto_who_it_was_suggested_for(desk: Desk, hand: Hand) -> None:
    desk.click(TEACH, "Lucía")
    hand.drag(hand.person(LEARN, "Mercedes"), hand.person(TEACH, "Lucía"))
    assert [row.names for row in desk.rows()] == ["Lucía y Mercedes"]


def test_meanwhile_the_slot_is_named_the_suggestions_keep_their_order_and_the_preview_says_what_dropping_does(
    desk: Desk, hand: Hand
) -> None:
    seen: list[object] = []
    board = desk.screen.board

    def look() -> None:
        seen.append([item.name for item in desk.items(LEARN, Kind.FIT)][:2])
        seen.append((board.columns[LEARN].title(), board.columns[LEARN].hint()))
        seen.append("Lucía Serrano enseñaría a Mercedes Albor" in desk.preview())
        seen.append(board.preview.drop_text())

    hand.drag(hand.person(TEACH, "Lucía"), hand.person(LEARN, "Gonzalo"), hand.person(LEARN, "Mercedes"), look=look)
    assert seen == [
        ["Gonzalo Prieto", "Mercedes Albor"],
        ("Encajan con Lucía", "Suelta la tarjeta sobre una persona"),
        True,
        "Suelta para emparejar",
    ]
    assert board.preview.drop_text() == ""
    assert board.columns[LEARN].hint() != "Suelta la tarjeta sobre una persona"


def test_a_drag_that_is_given_up_leaves_everything_as_it_was(desk: Desk, hand: Hand) -> None:
    desk.click(TEACH, "Sara")
    desk.click(LEARN, "Concepción")
    before = desk.screen.choice
    hand.drag(hand.person(TEACH, "Lucía"), hand.person(LEARN, "Gonzalo"), drop=False)
    assert (desk.screen.choice, desk.rows(), desk.heard) == (before, (), [])


def test_let_go_on_nothing_nothing_is_done(desk: Desk, hand: Hand) -> None:
    hand.drag(hand.person(TEACH, "Lucía"), hand.preview)
    hand.drag(hand.person(TEACH, "Lucía"), hand.person(TEACH, "Wei"))
    assert hand.accepted == [False, False]
    assert (desk.rows(), desk.heard) == ((), [])


def test_who_comes_in_over_a_heading_can_still_be_let_go_on_somebody(desk: Desk, hand: Hand) -> None:
    hand.drag(hand.person(TEACH, "Lucía"), hand.beside(LEARN), hand.person(LEARN, "Gonzalo"))
    assert hand.accepted == [False, True]
    assert [row.names for row in desk.rows()] == ["Lucía y Gonzalo"]


def test_on_a_boss_it_is_explained_and_cannot_be_forced(desk: Desk, hand: Hand) -> None:
    read: list[str] = []
    desk.in_dialog(Dialog, reading(read), lambda: hand.drag(hand.person(TEACH, "Lucía"), hand.person(LEARN, "Itziar")))
    assert read[0].startswith("Lucía e Itziar no pueden ser pareja Relación jerárquica directa. Nadie se empareja con su responsable")
    assert desk.rows() == ()


def test_of_an_incompatibility_only_that_there_is_one_is_said(desk: Desk, hand: Hand) -> None:
    read: list[str] = []
    desk.in_dialog(Dialog, reading(read), lambda: hand.drag(hand.person(TEACH, "Sara"), hand.person(LEARN, "Gonzalo")))
    assert read == ["Sara y Gonzalo no pueden ser pareja Incompatibilidad anotada."]


def test_a_rule_that_may_be_broken_leads_on_to_forcing(desk: Desk, hand: Hand) -> None:
    asked: list[str] = []

    def go_on(dialog: QDialog) -> None:
        assert isinstance(dialog, Dialog)
        asked.append(words(dialog))
        dialog.accept()

    def type_reason(dialog: QDialog) -> None:
        assert isinstance(dialog, ForceDialog)
        dialog.reason.setPlainText("cambia de turno en febrero")
        dialog.accept()

    with answering(go_on, type_reason):
        hand.drag(hand.person(TEACH, "Lucía"), hand.person(LEARN, "Ramón"))
    assert asked[0].startswith("Lucía y Ramón no pueden ser pareja Sin horario en común.")
    assert [row.forced for row in desk.rows()] == [True]


def test_who_was_withdrawn_meanwhile_ends_in_a_sentence(desk: Desk, hand: Hand) -> None:
    wei = desk.who("Wei")
    hand.drag(
        hand.person(TEACH, "Wei"),
        hand.person(LEARN, "Amparo"),
        look=lambda: people.withdraw(desk.workspace, wei, factory.TODAY),
    )
    assert desk.heard[-1][0] == "Ya no se puede emparejar a Wei: ha cambiado mientras arrastrabas."
    assert desk.rows() == ()


def test_who_got_a_pair_meanwhile_is_not_paired_twice(desk: Desk, hand: Hand) -> None:
    def pair_them() -> None:
        pairs.make_pair(desk.workspace, desk.who("Sara"), desk.who("Itziar"))

    hand.drag(hand.person(TEACH, "Sara"), hand.person(LEARN, "Concepción"), look=pair_them)
    assert [row.names for row in desk.rows()] == ["Sara e Itziar"]
    assert "Sara" in desk.heard[-1][0]


def test_no_name_leaves_the_program(desk: Desk, hand: Hand) -> None:
    hand.drag(hand.person(TEACH, "Lucía"), hand.person(LEARN, "Gonzalo"), drop=False)
    data = hand.drags[0].mimeData()
    assert hand.formats == [MIME]
    assert bytes(data.data(MIME).data()) == b"1"
    assert not data.hasText()


def test_the_card_at_the_pointer_is_as_sharp_as_the_screen(desk: Desk, hand: Hand) -> None:
    hand.drag(hand.person(TEACH, "Lucía"), drop=False)
    picture: QPixmap = hand.drags[0].pixmap()
    view = desk.screen.board.columns[TEACH].view
    assert picture.devicePixelRatio() == view.devicePixelRatioF()
    assert picture.deviceIndependentSize().width() > view.viewport().width() - 30


def test_who_cannot_be_paired_yet_is_not_dragged(desk: Desk, hand: Hand) -> None:
    waiting = desk.items(TEACH, Kind.UNREADY) + desk.items(LEARN, Kind.UNREADY)
    for item in waiting:
        hand.drag(hand.person(item.side, item.name), drop=False)
    assert hand.drags == []


def test_without_a_drag_nothing_of_another_program_is_taken(desk: Desk, hand: Hand) -> None:
    foreign = QMimeData()
    foreign.setData(MIME, b"1")
    dragging, view = desk.screen.dragging, desk.screen.board.columns[LEARN].view
    assert not dragging.hovers(view, foreign, QPoint(20, 20))
    assert not dragging.falls(view, foreign, QPoint(20, 20))


def test_in_a_file_that_is_only_looked_at_nothing_is_dragged(qtbot: QtBot, theme: Theme, example_copy: Path) -> None:
    workspace = files.open_file(example_copy)
    lucia, gonzalo = (
        next(one.id for one in workspace.snapshot().people.values() if one.first_name == name) for name in ("Lucía", "Gonzalo")
    )
    pair_id = pairs.make_pair(workspace, lucia, gonzalo)
    workspace.close()
    viewed = files.open_to_read(example_copy)
    for desk in opened(qtbot, theme, viewed):
        hand = Hand(desk)
        hand.drag(hand.person(TEACH, "Wei"), hand.person(LEARN, "Amparo"))
        hand.drag(hand.half(pair_id, "mentor"), hand.column(TEACH))
        assert hand.drags == []
        assert not desk.screen.commands["swap_mentor"].isEnabled()
    viewed.close()
