# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One of a pair dragged out of it or into another, and people dragged into pairs."""

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QListView, QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.drag_view import EdgeScroller
from revmentor_desktop.ui.widgets.dialog import Dialog
from tests import factory
from tests.ui.pairs.desk import Desk
from tests.ui.pairs.hand import Hand, reading

TEACH, LEARN = Side.TEACH, Side.LEARN
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


@pytest.fixture
def hand(desk: Desk) -> Hand:
    return Hand(desk)


def couples(desk: Desk) -> set[tuple[str, str]]:
    return {(row.mentor.first_name, row.mentee.first_name) for row in desk.rows()}


def test_a_half_let_go_in_a_column_undoes_the_proposal_and_is_looked_at_next(desk: Desk, hand: Hand) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    hand.drag(hand.half(pair_id, "mentor"), hand.column(TEACH))
    assert desk.rows() == ()
    assert desk.heard[-1][0] == "Pareja deshecha: Lucía y Gonzalo"
    assert (desk.screen.choice.side, desk.screen.choice.person_id) == (TEACH, desk.who("Lucía"))
    desk.workspace.undo()
    assert couples(desk) == {("Lucía", "Gonzalo")}


def test_by_the_name_and_over_the_cards_of_the_other_column_too(desk: Desk, hand: Hand) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    hand.drag(hand.half(pair_id, "mentee_words"), hand.person(TEACH, "Wei"))
    assert desk.rows() == ()


def test_the_columns_say_what_letting_go_there_does(desk: Desk, hand: Hand) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    said: list[str] = []

    def look() -> None:
        said.extend(column.hint() for column in desk.screen.board.columns.values())
        said.append(desk.screen.board.preview.drop_text())

    hand.drag(hand.half(pair_id, "mentor"), hand.column(LEARN), drop=False, look=look)
    assert said == ["Suelta aquí para deshacer la pareja"] * 2 + ["Suelta para deshacer la pareja"]


def test_out_of_a_consultation_it_is_offered_to_take_that_back_and_nothing_is_lost_by_refusing(desk: Desk, hand: Hand) -> None:
    pair_id, read = desk.make("Lucía", "Gonzalo"), list[str]()
    pairs.consult(desk.workspace, [pair_id], factory.TODAY)

    def drag() -> None:
        hand.drag(hand.half(pair_id, "mentor"), hand.column(TEACH))

    desk.in_dialog(Dialog, reading(read), drag)
    assert read[0].startswith("Lucía y Gonzalo están en consulta Desde la consulta, la pareja cuenta como fijada.")
    assert desk.rows()[0].state is PairState.CONSULTING
    desk.in_dialog(Dialog, reading(read, acting=True), drag)
    assert desk.rows()[0].state is PairState.PROPOSED


def test_out_of_an_accepted_pair_it_is_asked_whether_to_end_it_early(desk: Desk, hand: Hand) -> None:
    pair_id, read = desk.make("Lucía", "Gonzalo"), list[str]()
    factory.accept(desk.workspace, [pair_id])
    desk.in_dialog(Dialog, reading(read), lambda: hand.drag(hand.half(pair_id, "mentee"), hand.column(LEARN)))
    assert "Terminar" in read[0]
    assert desk.rows()[0].state is PairState.ACCEPTED


def test_onto_an_accepted_pair_it_is_explained_first(desk: Desk, hand: Hand) -> None:
    pair_id, read = desk.make("Lucía", "Gonzalo"), list[str]()
    factory.accept(desk.workspace, [pair_id])
    desk.in_dialog(Dialog, reading(read), lambda: hand.drag(hand.person(TEACH, "Wei"), hand.half(pair_id, "mentor")))
    assert read[0].startswith("Lucía y Gonzalo ya han aceptado")
    assert couples(desk) == {("Lucía", "Gonzalo")}


def test_a_half_let_go_on_another_proposal_swaps_both_in_one_step(desk: Desk, hand: Hand) -> None:
    first, second = desk.make("Lucía", "Gonzalo"), desk.make("Álvaro", "Mercedes")
    steps = desk.workspace.changes
    hand.drag(hand.half(second, "mentor"), hand.half(first, "mentor"))
    assert couples(desk) == {("Álvaro", "Gonzalo"), ("Lucía", "Mercedes")}
    assert desk.heard[-1][0] == "Cambio hecho: Álvaro y Gonzalo; Lucía y Mercedes"
    assert desk.workspace.changes == steps + 1
    desk.workspace.undo()
    assert couples(desk) == {("Lucía", "Gonzalo"), ("Álvaro", "Mercedes")}


def test_a_free_person_let_go_on_a_proposal_takes_the_place_of_the_same_side(desk: Desk, hand: Hand) -> None:
    pair_id = desk.make("Sara", "Itziar")
    hand.drag(hand.person(TEACH, "Carla"), hand.half(pair_id, "mentee"))
    assert couples(desk) == {("Carla", "Itziar")}
    assert desk.who("Sara") in desk.screen.seen.free(TEACH)
    desk.workspace.undo()
    assert couples(desk) == {("Sara", "Itziar")}


def test_over_a_proposal_the_preview_shows_who_would_be_a_pair_and_at_what_price(desk: Desk, hand: Hand) -> None:
    first, second = desk.make("Lucía", "Gonzalo"), desk.make("Álvaro", "Mercedes")
    seen: list[str] = []
    hand.drag(hand.half(second, "mentor"), hand.half(first, "mentor"), drop=False, look=lambda: seen.append(desk.preview()))
    assert "Álvaro Requena enseñaría a Gonzalo Prieto. Compatibilidad 44 de 100." in seen[0]
    assert "Álvaro ocupa el puesto de Lucía" in seen[0]
    assert "Álvaro y Gonzalo tendrían 44 de 100, y Lucía y Mercedes, 62." in seen[0]
    assert "Álvaro ocupa" not in desk.preview()


def test_meanwhile_both_rows_show_how_they_would_come_out_and_how_they_are_now(desk: Desk, hand: Hand) -> None:
    first, second = desk.make("Lucía", "Gonzalo"), desk.make("Álvaro", "Mercedes")
    marks, seen = desk.screen.board.list.view.rows.marks, dict[PairId, tuple[str, float, str]]()

    def look() -> None:
        for row in desk.rows():
            seen[row.pair_id] = marks.as_shown(row).names, round(marks.ring_of(row)), marks.words_of(row)

    hand.drag(hand.half(second, "mentor"), hand.half(first, "mentor"), drop=False, look=look)
    assert seen == {first: ("Álvaro y Gonzalo", 44, "ahora 86"), second: ("Lucía y Mercedes", 62, "ahora 71")}
    row = next(row for row in desk.rows() if row.pair_id == first)
    assert (marks.as_shown(row), marks.ring_of(row), marks.words_of(row)) == (row, row.score, "")


def test_a_swap_into_a_couple_that_cannot_be_is_explained_and_changes_nothing(desk: Desk, hand: Hand) -> None:
    pair_id, read = desk.make("Sara", "Itziar"), list[str]()
    steps = desk.workspace.changes
    desk.in_dialog(Dialog, reading(read), lambda: hand.drag(hand.person(TEACH, "Lucía"), hand.half(pair_id, "mentor")))
    assert read == ["Lucía e Itziar no pueden ser pareja Relación jerárquica directa. No se ha cambiado nada."]
    assert (couples(desk), desk.workspace.changes) == ({("Sara", "Itziar")}, steps)


def test_what_could_be_forced_cannot_be_within_a_swap(desk: Desk, hand: Hand) -> None:
    pair_id, read = desk.make("Rocío", "Ramón"), list[str]()
    desk.in_dialog(Dialog, reading(read), lambda: hand.drag(hand.person(TEACH, "Lucía"), hand.half(pair_id, "mentor")))
    assert "Sin horario en común. Cada pareja se fuerza por separado" in read[0]
    assert couples(desk) == {("Rocío", "Ramón")}


def test_a_pair_that_is_gone_meanwhile_ends_in_a_sentence(desk: Desk, hand: Hand) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    hand.drag(hand.half(pair_id, "mentor"), hand.column(TEACH), look=lambda: pairs.unpair(desk.workspace, pair_id))
    assert desk.heard[-1][0] == "La pareja de Lucía ha cambiado mientras arrastrabas. No se ha cambiado nada más."


def test_undo_while_dragging_takes_the_target_away_and_nothing_breaks(desk: Desk, hand: Hand) -> None:
    first = desk.make("Álvaro", "Mercedes")
    second = desk.make("Lucía", "Gonzalo")
    hand.drag(hand.half(first, "mentor"), hand.half(second, "mentor"), drop=False, look=desk.workspace.undo)
    assert couples(desk) == {("Álvaro", "Mercedes")}


def test_given_up_the_pair_and_what_was_chosen_stay(desk: Desk, hand: Hand) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    desk.click(TEACH, "Sara")
    before = desk.screen.choice
    hand.drag(hand.half(pair_id, "mentor"), hand.column(TEACH), drop=False)
    assert (desk.screen.choice, couples(desk), desk.heard) == (before, {("Lucía", "Gonzalo")}, [])


def test_a_click_without_a_pull_still_asks_what_they_said(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    desk.click_part(desk.rows()[0], "mentor")
    menu = next(menu for menu in desk.screen.findChildren(QMenu) if menu.isVisible())
    assert "Lucía" in menu.actions()[0].text()
    menu.close()


def test_a_pull_too_short_to_be_one_is_a_click(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    view = desk.screen.board.list.view
    point = view.places_of(desk.rows()[0]).mentor.center().toPoint()
    desk.qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(2, 1))
    menu = next(menu for menu in desk.screen.findChildren(QMenu) if menu.isVisible())
    menu.close()


def test_a_list_scrolls_by_itself_while_something_is_held_near_its_edge(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel([str(number) for number in range(200)]))
    view.resize(200, 300)
    view.show()
    scroller, bar = EdgeScroller(view), view.verticalScrollBar()
    scroller.follow(QPoint(20, view.viewport().height() - 4))
    qtbot.waitUntil(lambda: bar.value() > 2)
    scroller.follow(QPoint(20, 4))
    qtbot.waitUntil(lambda: bar.value() == 0)
    scroller.follow(QPoint(20, view.viewport().height() // 2))
    qtbot.wait(100)
    assert bar.value() == 0
    view.hide()
