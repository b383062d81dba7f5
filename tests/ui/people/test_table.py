# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The table of people: search, filters, order, selection, withdrawal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import pairs, people
from revmentor_desktop.ui.people.rows import DEPARTMENT, NAME, ROLE, TOPICS
from tests import factory
from tests.ui.people.conftest import Desk

# Popups take the keyboard, which this platform does not have.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def click_row(qtbot: QtBot, desk: Desk, name: str) -> None:
    table = desk.screen.card.table
    index = desk.screen.card.model.index(desk.names().index(name), NAME)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


def search(qtbot: QtBot, desk: Desk, text: str) -> None:
    qtbot.keyClicks(desk.screen.card.search, text)
    qtbot.keyClick(desk.screen.card.search, KEY.Key_Return)


@pytest.mark.parametrize(("text", "name"), [("lucia serr", "Lucía Serrano Pombo"), ("LABORATORIO", "Diego Amor Vázquez"), ("nedargo", "")])
def test_a_search_finds_names_and_posts_without_their_accents(qtbot: QtBot, desk: Desk, text: str, name: str) -> None:
    search(qtbot, desk, text)
    assert desk.names() == ([name] if name else [])
    assert desk.screen.card.count.text() == ("1 persona" if name else "0 personas")


def test_a_search_finds_topics_and_departments(qtbot: QtBot, desk: Desk) -> None:
    search(qtbot, desk, "marketing venta")
    assert "Lucía Serrano Pombo" in desk.names()


def test_a_search_without_result_says_so_and_can_be_taken_back(qtbot: QtBot, desk: Desk) -> None:
    search(qtbot, desk, "martes")
    assert desk.screen.card.pages.currentWidget() is desk.screen.card.no_result
    qtbot.mouseClick(desk.screen.card.clear_filters_button, LEFT)
    assert len(desk.names()) == 28
    assert desk.screen.card.search.hasFocus()


def test_the_filter_counts_who_teaches_learns_or_does_both(qtbot: QtBot, desk: Desk) -> None:
    kinds = desk.screen.card.kinds
    assert [kinds.piece(key).text() for key in ("all", "teach", "learn", "either")] == ["Todas 28", "Enseñan 12", "Aprenden 12", "Ambos 4"]
    qtbot.mouseClick(kinds.piece("either"), LEFT)
    assert len(desk.names()) == 4


def test_drafts_are_counted_in_the_head_and_found_by_the_filter(qtbot: QtBot, desk: Desk) -> None:
    diego = desk.person("Diego Amor Vazquez")
    people.save_enrolment(desk.workspace, replace(desk.workspace.snapshot().enrolments[diego.id], notice=None, windows=()))
    assert desk.screen.header.state() == "28 en esta edición · 1 inscripción por completar"
    qtbot.mouseClick(desk.screen.card.kinds.piece("drafts"), LEFT)
    assert desk.names() == ["Diego Amor Vázquez"]
    read = desk.screen.card.model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read.endswith("Borrador, Falta: horario e información RGPD") or "Borrador" in read


def test_one_department_is_shown_alone(qtbot: QtBot, desk: Desk) -> None:
    box = desk.screen.card.department
    box.setFocus()
    qtbot.keyClicks(box, "Calid")
    box.activated.emit(box.currentIndex())
    assert {row.department for row in desk.screen.card.model.shown()} == {"Calidad"}


@pytest.mark.parametrize("column", [NAME, ROLE, DEPARTMENT, TOPICS])
def test_a_click_on_a_head_sorts_by_it_and_a_second_turns_it_round(qtbot: QtBot, desk: Desk, column: int) -> None:
    head = desk.screen.card.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
    if column != NAME:
        qtbot.mouseClick(head.viewport(), LEFT, pos=place)
    first = desk.names()
    qtbot.mouseClick(head.viewport(), LEFT, pos=place)
    assert desk.names() != first
    assert sorted(desk.names()) == sorted(first)


def test_a_pair_shows_the_partner_of_each(desk: Desk) -> None:
    mentor, mentee = desk.person("Lucia Serrano Pombo"), desk.person("Gonzalo Prieto Salas")
    pairs.make_pair(desk.workspace, mentor.id, mentee.id)
    shown = {row.name: row.pair_text for row in desk.screen.card.model.shown()}
    assert (shown["Lucía Serrano Pombo"], shown["Gonzalo Prieto Salas"]) == ("Gonzalo", "Lucía")


def test_the_arrows_move_and_enter_opens_the_form(qtbot: QtBot, desk: Desk) -> None:
    desk.screen.focus_search()
    qtbot.keyClick(desk.screen.card.search, KEY.Key_Return)
    qtbot.keyClick(desk.screen.card.table, KEY.Key_Down)
    assert not desk.screen.form.isVisible()
    qtbot.keyClick(desk.screen.card.table, KEY.Key_Return)
    assert desk.screen.form.isVisible()
    assert desk.screen.form.title.text() == desk.names()[1]
    assert desk.screen.form.section_bar.hasFocus()


def test_a_click_opens_the_form_and_escape_gives_the_focus_back(qtbot: QtBot, desk: Desk) -> None:
    click_row(qtbot, desk, "Carla Domènech Puig")
    assert desk.screen.form.title.text() == "Carla Domènech Puig"
    qtbot.keyClick(desk.screen.form, KEY.Key_Escape)
    assert not desk.screen.form.isVisible()
    assert desk.screen.card.table.hasFocus()


def test_supr_in_the_table_withdraws_and_the_notice_brings_back(qtbot: QtBot, desk: Desk) -> None:
    click_row(qtbot, desk, "Carla Domènech Puig")
    desk.screen.card.table.setFocus()
    qtbot.keyClick(desk.screen.card.table, KEY.Key_Delete)
    carla = desk.person("Carla Domenech Puig")
    assert not desk.workspace.snapshot().is_active(carla.id)
    assert "Carla Domènech Puig" not in desk.names()
    assert desk.screen.card.current_id() == desk.person("Concepcion Arias Peña").id
    text, action = desk.said[-1]
    assert text == "Carla Domènech ya no participa en esta edición"
    assert isinstance(action, QAction)
    assert action.iconText() == "Deshacer"
    action.trigger()
    assert desk.workspace.snapshot().is_active(carla.id)
    assert "Carla Domènech Puig" in desk.names()


def test_who_withdrew_has_a_filter_of_their_own_and_can_be_brought_back_from_the_form(qtbot: QtBot, desk: Desk) -> None:
    carla = desk.person("Carla Domenech Puig")
    people.withdraw(desk.workspace, carla.id, factory.TODAY)
    qtbot.mouseClick(desk.screen.card.kinds.piece("withdrawn"), LEFT)
    assert desk.names() == ["Carla Domènech Puig"]
    click_row(qtbot, desk, "Carla Domènech Puig")
    qtbot.mouseClick(desk.screen.form.away.button, LEFT)
    assert desk.workspace.snapshot().is_active(carla.id)


def test_the_menu_of_a_row_offers_what_can_be_done(qtbot: QtBot, desk: Desk) -> None:
    click_row(qtbot, desk, "Carla Domènech Puig")
    desk.screen.card.table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == ["Abrir ficha", "Copiar correo", "Retirar…"]
    menu.actions()[1].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == desk.person("Carla Domenech Puig").email


def test_an_empty_programme_says_how_to_start(empty_desk: Desk) -> None:
    card = empty_desk.screen.card
    assert card.pages.currentWidget() is card.nobody
    assert not card.search.isVisible()


def test_other_screens_can_send_the_user_to_a_person_or_a_filter(qtbot: QtBot, desk: Desk) -> None:
    lucia = desk.person("Lucia Serrano Pombo")
    desk.screen.show_target("learn")
    assert len(desk.names()) == 12
    desk.screen.show_target(("filter", "either"))
    assert len(desk.names()) == 4
    desk.screen.show_target(("person", int(lucia.id)))
    assert desk.screen.form.title.text() == lucia.full_name
    desk.screen.show_target(("hours", lucia.id))
    qtbot.waitUntil(lambda: desk.screen.form.section_bar.current() == "hours")
    desk.screen.show_target(987654)
    desk.screen.show_target(None)
    assert desk.screen.form.title.text() == lucia.full_name


def test_on_a_narrow_window_the_table_keeps_name_role_and_pair(desk: Desk) -> None:
    desk.screen.resize(608, 380)
    table = desk.screen.card.table
    assert [table.isColumnHidden(column) for column in range(5)] == [False, False, True, True, False]


def test_several_people_are_brought_into_sight_without_somebody_elses_form(desk: Desk) -> None:
    last = sorted(desk.screen.card.model.shown(), key=lambda row: desk.screen.card.model.row_of(row.person_id))[-1].person_id
    desk.open("Lucía Serrano Pombo")
    desk.screen.card.show_kind("drafts")
    desk.screen.show_target(("people", (last,)))
    table = desk.screen.card.table
    assert not desk.screen.form.isVisibleTo(desk.screen)
    assert desk.screen.card.current_id() == last
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
