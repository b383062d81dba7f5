# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What dragging does, without a mouse: the list of who could take a place."""

import pytest
from PySide6.QtCore import Qt

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.swap_choices import candidates
from revmentor_desktop.ui.pairs.swap_dialog import SwapDialog
from tests import factory
from tests.ui.pairs.desk import Desk

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def couples(desk: Desk) -> set[tuple[str, str]]:
    return {(row.mentor.first_name, row.mentee.first_name) for row in desk.rows()}


def choose(desk: Desk, pair_id: PairId) -> None:
    desk.screen.show_target(("pair", pair_id))


def listed(desk: Desk, pair_id: PairId, side: Side) -> list[tuple[str, str, bool]]:
    board = desk.screen.seen
    pair = board.pair(pair_id)
    assert pair is not None
    return [(one.item.name, one.item.points, one.possible) for one in candidates(board, pair, side)]


def test_who_could_take_a_place_comes_first_by_what_would_come_out(desk: Desk) -> None:
    pair_id = desk.make("Sara", "Itziar")
    found = listed(desk, pair_id, Side.TEACH)
    possible = [points for _name, points, can in found if can]
    assert possible == sorted(possible, key=int, reverse=True)
    assert found[: len(possible)] == [one for one in found if one[2]]
    assert ("Lucía Serrano", "93", False) in found


def test_other_proposals_are_listed_with_what_would_become_of_them(desk: Desk) -> None:
    first = desk.make("Lucía", "Gonzalo")
    desk.make("Álvaro", "Mercedes")
    board = desk.screen.seen
    pair = board.pair(first)
    assert pair is not None
    alvaro = next(one for one in candidates(board, pair, Side.TEACH) if one.item.name.startswith("Álvaro"))
    assert (alvaro.item.second, alvaro.item.third) == ("ahora Álvaro y Mercedes", "Lucía y Mercedes tendrían 62 de 100")


def test_nobody_is_listed_twice_who_cannot(desk: Desk) -> None:
    pairs.use_completion(desk.workspace, pairs.complete(desk.workspace.snapshot()))
    for row in desk.rows():
        for side in Side:
            cannot = [name for name, _points, can in listed(desk, row.pair_id, side) if not can]
            assert len(cannot) == len(set(cannot))


def test_by_keys_alone_a_name_is_typed_and_enter_swaps_in_one_step(desk: Desk) -> None:
    first = desk.make("Lucía", "Gonzalo")
    desk.make("Álvaro", "Mercedes")
    choose(desk, first)
    told: list[str] = []

    def type_and_enter(dialog: SwapDialog) -> None:
        assert dialog.focusWidget() is dialog.search
        desk.qtbot.keyClicks(dialog.search, "alvaro")
        told.append(dialog.told())
        desk.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    steps = desk.workspace.changes
    desk.in_dialog(SwapDialog, type_and_enter, lambda: desk.key(Qt.Key.Key_Left, CTRL_SHIFT))
    assert told == ["Álvaro y Gonzalo tendrían 44 de 100, y Lucía y Mercedes, 62."]
    assert couples(desk) == {("Álvaro", "Gonzalo"), ("Lucía", "Mercedes")}
    assert desk.workspace.changes == steps + 1
    desk.workspace.undo()
    assert couples(desk) == {("Lucía", "Gonzalo"), ("Álvaro", "Mercedes")}


def test_the_arrows_walk_through_the_list_while_one_types(desk: Desk) -> None:
    choose(desk, desk.make("Sara", "Itziar"))
    marked: list[str] = []

    def walk(dialog: SwapDialog) -> None:
        for _time in range(2):
            assert dialog.chosen is not None
            marked.append(dialog.chosen.item.name)
            desk.qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
        dialog.reject()

    desk.in_dialog(SwapDialog, walk, desk.screen.commands["swap_mentor"].trigger)
    names = [name for name, _points, _can in listed(desk, desk.rows()[0].pair_id, Side.TEACH)]
    assert marked == names[:2]


def test_who_cannot_is_marked_with_the_reason_and_enter_does_nothing(desk: Desk) -> None:
    choose(desk, desk.make("Sara", "Itziar"))
    told: list[object] = []

    def try_lucia(dialog: SwapDialog) -> None:
        desk.qtbot.keyClicks(dialog.search, "lucia")
        desk.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
        told.extend((dialog.told(), dialog.isVisible(), dialog.act.isEnabled()))
        dialog.search.clear()
        desk.qtbot.keyClicks(dialog.search, "xyz")
        told.append(dialog.told())
        desk.qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
        desk.qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
        told.append(dialog.isVisible())

    desk.in_dialog(SwapDialog, try_lucia, desk.screen.commands["swap_mentor"].trigger)
    assert told == ["Relación jerárquica directa.", True, False, "Nadie se llama así.", False]
    assert couples(desk) == {("Sara", "Itziar")}


def test_the_menu_of_a_proposal_names_both_and_that_of_later_states_neither(desk: Desk) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    desk.click_part(desk.rows()[0], "more")
    texts = desk.menu_texts()
    assert "Cambiar a Lucía por…" in texts
    assert "Cambiar a Gonzalo por…" in texts
    pairs.consult(desk.workspace, [pair_id], factory.TODAY)
    desk.click_part(desk.rows()[0], "more")
    assert not any(text.startswith("Cambiar a") for text in desk.menu_texts())


def test_delete_takes_a_proposal_apart_as_dragging_out_does(desk: Desk) -> None:
    choose(desk, desk.make("Lucía", "Gonzalo"))
    desk.key(Qt.Key.Key_Delete)
    assert desk.rows() == ()
