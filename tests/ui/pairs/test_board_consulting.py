# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What both people say, and the rest of a pair's life on the board."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.pairs import Answer, PairState
from revmentor_desktop.programme import pairs, people
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.widgets.dialog import AskDialog
from revmentor_desktop.ui.widgets.goals_dialog import GoalsDialog
from tests import factory
from tests.ui.pairs.desk import Desk

# The screenless platform says so of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


@pytest.fixture
def paired(desk: Desk) -> Desk:
    desk.make("Lucía", "Gonzalo")
    return desk


def state_of(desk: Desk) -> PairState:
    return desk.workspace.snapshot().pairs[0].state


def test_two_yes_at_the_avatars_make_the_pair_accepted_and_offer_the_agreement(paired: Desk) -> None:
    paired.click_part(paired.rows()[0], "mentor")
    paired.choose_in_menu("Acepta")
    row = paired.rows()[0]
    assert (row.state, row.mentor.said_yes, row.mentee.said_yes) == (PairState.CONSULTING, True, False)
    paired.click_part(row, "mentee")
    paired.choose_in_menu("Acepta")
    assert state_of(paired) is PairState.ACCEPTED
    text, action = paired.heard[-1]
    assert text == "Lucía y Gonzalo aceptan"
    action.trigger()  # type: ignore[attr-defined]
    assert paired.went == [("documents", ("pair", paired.rows()[0].pair_id))]


def test_who_prefers_another_option_frees_both(paired: Desk) -> None:
    paired.click_part(paired.rows()[0], "mentee")
    paired.choose_in_menu("Prefiere otra opción")
    assert state_of(paired) is PairState.DECLINED
    assert paired.rows() == ()
    assert "Gonzalo" not in str(paired.workspace.snapshot().pairs[0])


def test_the_menu_asks_what_each_one_said(paired: Desk) -> None:
    paired.click_part(paired.rows()[0], "more")
    paired.choose_in_menu("Acepta", submenu="¿Qué ha dicho Gonzalo?")
    assert paired.rows()[0].mentee.said_yes


def test_an_answer_can_be_taken_back(paired: Desk) -> None:
    pair = paired.workspace.snapshot().pairs[0]
    pairs.answer(paired.workspace, pair.id, pair.mentor_id, Answer.YES, factory.TODAY)
    paired.click_part(paired.rows()[0], "mentor")
    paired.choose_in_menu("Aún no")
    assert not paired.rows()[0].mentor.said_yes


def test_the_menu_of_a_proposal_offers_what_can_be_done(paired: Desk) -> None:
    paired.click_part(paired.rows()[0], "more")
    texts = paired.menu_texts()
    assert texts[0] == "Consultar"
    assert {"Soltar", "Deshacer pareja", "Objetivos de la pareja…", "¿Qué ha dicho Lucía?"} <= set(texts)
    assert "Terminar antes…" not in texts


def test_all_proposals_are_consulted_from_the_head(paired: Desk) -> None:
    paired.make("Paula", "Concepción")
    button = paired.screen.header.secondary_buttons()[0]
    assert button.label == "Consultar 2 propuestas"
    paired.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert {pair.state for pair in paired.workspace.snapshot().pairs} == {PairState.CONSULTING}
    labels = [button.label for button in paired.screen.header.secondary_buttons()]
    assert labels[0] == "Anotar respuestas"
    assert not any(label.startswith("Consultar") for label in labels)


def test_several_pairs_are_noted_as_accepted_in_one_action(paired: Desk) -> None:
    paired.make("Paula", "Concepción")
    heard: list[object] = []
    paired.workspace.add_listener(heard.append)
    first, second = paired.rows()
    paired.click_part(first, "")
    paired.click_part(second, "", Qt.KeyboardModifier.ControlModifier)
    paired.click_part(second, "more")
    paired.choose_in_menu("Anotar que aceptan 2 parejas")
    assert {pair.state for pair in paired.workspace.snapshot().pairs} == {PairState.ACCEPTED}
    assert len(heard) == 1


def test_the_lock_is_released_by_click_and_fixed_by_key(paired: Desk) -> None:
    paired.click_part(paired.rows()[0], "lock")
    assert not paired.workspace.snapshot().pairs[0].locked
    paired.screen.board.list.view.setFocus()
    paired.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert paired.workspace.snapshot().pairs[0].locked


def test_delete_undoes_a_proposal_and_nothing_else(paired: Desk) -> None:
    paired.make("Paula", "Concepción")
    pairs.consult(paired.workspace, [paired.workspace.snapshot().pairs[0].id], factory.TODAY)
    for row in paired.rows():
        paired.click_part(row, "")
        paired.screen.board.list.view.setFocus()
        paired.key(Qt.Key.Key_Delete)
    assert [row.names for row in paired.rows()] == ["Lucía y Gonzalo"]
    assert paired.heard[-1][0] == "Pareja deshecha: Paula y Concepción"


def test_a_consultation_is_taken_back(paired: Desk) -> None:
    pairs.consult(paired.workspace, [paired.rows()[0].pair_id], factory.TODAY)
    paired.click_part(paired.rows()[0], "more")
    paired.choose_in_menu("Retirar la consulta")
    assert state_of(paired) is PairState.PROPOSED


def test_ending_early_asks_first(paired: Desk) -> None:
    factory.accept(paired.workspace, [paired.rows()[0].pair_id])
    paired.click_part(paired.rows()[0], "")

    def refuse(dialog: AskDialog) -> None:
        paired.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def end(dialog: AskDialog) -> None:
        paired.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)

    paired.in_dialog(AskDialog, refuse, paired.screen.commands["end_early"].trigger)
    assert state_of(paired) is PairState.ACCEPTED
    paired.in_dialog(AskDialog, end, paired.screen.commands["end_early"].trigger)
    assert state_of(paired) is PairState.ENDED_EARLY


def test_goals_are_written_for_the_agreement(paired: Desk) -> None:
    paired.click_part(paired.rows()[0], "")

    def write(dialog: GoalsDialog) -> None:
        mentor, mentee = dialog.editors()
        paired.qtbot.keyClicks(mentor, "Negociar sin nervios")
        paired.qtbot.keyClicks(mentee, "Publicar cada semana")
        paired.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)

    paired.in_dialog(GoalsDialog, write, paired.screen.commands["goals"].trigger)
    pair = paired.workspace.snapshot().pairs[0]
    assert (pair.mentor_goal, pair.mentee_goal) == ("Negociar sin nervios", "Publicar cada semana")


def test_a_pair_that_may_not_go_on_says_so_and_is_not_consulted(paired: Desk) -> None:
    pair = paired.workspace.snapshot().pairs[0]
    people.add_exclusion(paired.workspace, pair.mentor_id, pair.mentee_id)
    assert paired.rows()[0].block == "Incompatibilidad anotada"
    assert not any(button.label.startswith("Consultar") for button in paired.screen.header.secondary_buttons())
    paired.click_part(paired.rows()[0], "mentor")
    paired.choose_in_menu("Acepta")
    assert state_of(paired) is PairState.PROPOSED
    assert "Incompatibilidad anotada" in paired.heard[-1][0]


def test_the_menu_key_opens_the_menu_of_the_row(paired: Desk) -> None:
    view = paired.screen.board.list.view
    paired.click_part(paired.rows()[0], "")
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    assert "Deshacer pareja" in paired.menu_texts()


def test_an_accepted_pair_says_since_when_and_offers_its_agreement(paired: Desk) -> None:
    factory.accept(paired.workspace, [paired.rows()[0].pair_id])
    paired.click_part(paired.rows()[0], "")
    assert "Aceptada el 12 de enero" in paired.preview()
    shown = [button.label for button in paired.screen.foot_buttons() if button.isVisible()]
    assert shown == ["Preparar acuerdo"]


def test_a_stopped_proposal_offers_only_to_undo_it(paired: Desk) -> None:
    pair = paired.workspace.snapshot().pairs[0]
    people.add_exclusion(paired.workspace, pair.mentor_id, pair.mentee_id)
    paired.click_part(paired.rows()[0], "")
    shown = [button for button in paired.screen.foot_buttons() if button.isVisible()]
    assert [button.label for button in shown] == ["Deshacer pareja"]
    paired.qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert paired.rows() == ()


def test_who_prefers_another_option_is_suggested_again_with_a_warning(paired: Desk) -> None:
    pair = paired.workspace.snapshot().pairs[0]
    pairs.answer(paired.workspace, pair.id, pair.mentee_id, Answer.OTHER, factory.TODAY)
    paired.click(Side.TEACH, "Lucía")
    assert paired.item(Side.LEARN, "Gonzalo").warning.endswith("en esta edición")


def test_going_back_to_a_pair_with_ctrl_held_marks_it_once_more(paired: Desk) -> None:
    pair = paired.workspace.snapshot().pairs[0]
    paired.screen.show_target(("pair", pair.id))
    handle = paired.screen.window().windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        pairs.consult(paired.workspace, [pair.id], factory.TODAY)
        paired.screen.show_target(("pair", pair.id))
        assert [row.pair_id for row in paired.screen.selected_rows()] == [pair.id]
        paired.screen.board.list.view.select_pair(pair.id)
        assert [row.pair_id for row in paired.screen.selected_rows()] == [pair.id]
    finally:
        QTest.keyRelease(handle, Qt.Key.Key_Control)
