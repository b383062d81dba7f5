# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Forcing a pair against a rule that allows it."""

from PySide6.QtCore import QPoint, QRectF, Qt

from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.force_dialog import ForceDialog
from tests.ui.pairs.desk import Desk


def choose_ramon(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    desk.click(Side.LEARN, "Ramón")


def test_a_reason_that_is_too_short_is_refused_at_the_field(desk: Desk) -> None:
    choose_ramon(desk)
    errors: list[str] = []

    def type_little(dialog: ForceDialog) -> None:
        desk.qtbot.keyClicks(dialog.reason, "me lo pide")
        desk.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
        errors.append(dialog.field.error())
        assert dialog.reason.toPlainText() == "me lo pide"
        desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    desk.in_dialog(ForceDialog, type_little, desk.screen.commands["force"].trigger)
    assert errors == ["Di por qué con 10 letras como mínimo."]
    assert desk.rows() == ()


def test_a_forced_pair_keeps_its_mark_and_its_reason(desk: Desk) -> None:
    choose_ramon(desk)

    def type_enough(dialog: ForceDialog) -> None:
        desk.qtbot.keyClicks(dialog.reason, "cambia de turno en febrero")
        desk.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)

    desk.in_dialog(ForceDialog, type_enough, desk.screen.commands["force"].trigger)
    pair = desk.workspace.snapshot().pairs[0]
    assert pair.forced is not None
    assert (pair.forced.blocks, pair.forced.reason) == ((Block.HOURS,), "cambia de turno en febrero")
    assert desk.rows()[0].forced
    desk.click_part(desk.rows()[0], "")
    assert "Forzada (Sin horario en común): cambia de turno en febrero" in desk.preview()


def test_the_reason_is_typed_at_once_and_kept_by_key(desk: Desk) -> None:
    choose_ramon(desk)

    focused: list[object] = []

    def type_and_keep(dialog: ForceDialog) -> None:
        focused.append(dialog.focusWidget() is dialog.reason)
        dialog.activateWindow()
        desk.qtbot.wait(50)
        desk.qtbot.keyClicks(dialog.reason, "cambia de turno en febrero")
        desk.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if dialog.isVisible():
            dialog.reject()

    desk.in_dialog(ForceDialog, type_and_keep, desk.screen.commands["force"].trigger)
    assert focused == [True]
    assert [row.forced for row in desk.rows()] == [True]


def test_the_words_in_the_list_open_the_dialog(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    item = desk.item(Side.LEARN, "Ramón")

    def at_the_words(view: object, index: object) -> QPoint:
        return view.cards.act_rect(QRectF(view.visualRect(index)), item).center().toPoint()  # type: ignore[attr-defined]

    def leave(dialog: ForceDialog) -> None:
        desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)

    desk.in_dialog(ForceDialog, leave, lambda: desk.click(Side.LEARN, "Ramón", at=at_the_words))
    assert desk.rows() == ()
