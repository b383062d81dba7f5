# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Double clicks, keys held too long and buttons that go away below the fingers: one deed each, and the focus is never lost."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.widgets.button import Button
from tests import factory
from tests.ui.pairs.desk import Desk

TEACH, LEARN = Side.TEACH, Side.LEARN
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def click_twice(desk: Desk, button: QWidget) -> None:
    """Click and click again fast, as a system tells it: the second time whatever stands there by then is meant."""
    place = button.mapTo(desk.screen, button.rect().center())
    desk.qtbot.mouseClick(button, LEFT)
    there = desk.screen.childAt(place) or desk.screen
    where = QPointF(there.mapFrom(desk.screen, place))
    for kind, held in ((QEvent.Type.MouseButtonDblClick, LEFT), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        QApplication.sendEvent(there, QMouseEvent(kind, where, there.mapToGlobal(where), LEFT, held, NONE))


def shown(desk: Desk, key: str) -> Button:
    return next(one for one in desk.screen.foot_buttons() if one.action is desk.screen.commands[key] and one.isVisible())


def awake(desk: Desk) -> Desk:
    desk.screen.activateWindow()
    desk.qtbot.waitUntil(desk.screen.isActiveWindow)
    return desk


def test_a_double_click_on_pair_up_forms_one_pair(desk: Desk) -> None:
    desk.click(TEACH, "Carla")
    click_twice(desk, desk.screen.pair_button)
    assert [row.mentor.first_name for row in desk.rows()] == ["Carla"]
    assert desk.went == []


def test_a_double_click_on_pair_up_does_not_go_away_to_what_would_help_the_next_person(desk: Desk) -> None:
    desk.click(TEACH, "Diego")
    click_twice(desk, desk.screen.pair_button)
    assert "Ahora no hay pareja posible para Hugo" in desk.preview()
    assert desk.went == []


def test_a_double_click_on_consult_does_not_accept(desk: Desk) -> None:
    desk.screen.show_target(("pair", desk.make("Lucía", "Gonzalo")))
    click_twice(desk, shown(desk, "consult"))
    assert [row.state for row in desk.rows()] == [PairState.CONSULTING]


def test_a_key_held_down_does_a_deed_once_and_goes_on_choosing(desk: Desk) -> None:
    commands = desk.screen.commands
    assert {key for key in ("pair", "unpair", "lock", "complete", "next_free") if commands[key].autoRepeat()} == {"next_free"}


def test_the_focus_goes_to_the_row_when_the_button_of_its_next_step_goes_away(desk: Desk) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    pairs.consult(desk.workspace, [pair_id], factory.TODAY)
    pairs.accept_both(desk.workspace, [pair_id], factory.TODAY)
    pairs.pause(desk.workspace, pair_id, factory.TODAY)
    awake(desk).screen.show_target(("pair", pair_id))
    shown(desk, "resume").setFocus()
    desk.key(Qt.Key.Key_Return)
    assert [row.state for row in desk.rows()] == [PairState.ACCEPTED]
    assert desk.screen.board.list.view.hasFocus()


def test_the_focus_goes_back_to_the_column_when_nobody_is_chosen_any_more(desk: Desk) -> None:
    desk.click(TEACH, "Hugo")
    desk.click(LEARN, "Fermín", at=lambda view, index: view.visualRect(index).topLeft() + QPoint(60, 12))
    awake(desk)
    desk.screen.force_button.setFocus()
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.choice.person_id is None
    assert desk.screen.board.columns[TEACH].view.hasFocus()
