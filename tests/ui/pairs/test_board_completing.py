# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Completing automatically: the proposals side by side, and using one."""

from PySide6.QtCore import Qt

from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.pairs.completion_dialog import CompletionDialog
from revmentor_desktop.ui.pairs.proposals import LineKind
from tests.ui.pairs.desk import Desk


def open_dialog(desk: Desk) -> CompletionDialog:
    button = desk.screen.header.primary_button()
    assert button is not None
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.screen.completer.dialog is not None, timeout=20000)
    dialog = desk.screen.completer.dialog
    assert dialog is not None
    return dialog


def test_the_example_is_completed_with_thirteen_pairs_in_one_action(desk: Desk) -> None:
    dialog = open_dialog(desk)
    heard: list[object] = []
    desk.workspace.add_listener(heard.append)
    card = dialog.cards[0]
    assert (card.proposal.pairs, round(card.proposal.points), card.proposal.added) == (13, 703, 13)
    desk.qtbot.mouseClick(card.use, Qt.MouseButton.LeftButton)
    assert len(desk.rows()) == 13
    assert len(heard) == 1
    assert desk.heard[-1][0] == "13 parejas nuevas, como propuestas"


def test_leaving_the_proposals_changes_nothing(desk: Desk) -> None:
    dialog = open_dialog(desk)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.rows() == ()
    assert desk.screen.completer.dialog is None


def test_who_is_left_without_is_listed_with_the_reason(desk: Desk) -> None:
    dialog = open_dialog(desk)
    alone = {line.text: line.reason for line in dialog.cards[0].lines.records if line.kind is LineKind.ALONE}
    assert "no coincide con nadie" in alone["Fermín Olmo"]
    assert dialog.cards[0].alone.text().startswith("Sin pareja: Fermín")
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)


def test_pairs_that_differ_between_the_proposals_are_marked(desk: Desk) -> None:
    for mentor, mentee in (("Paula", "Concepción"), ("Sara", "Itziar"), ("Álvaro", "Rocío"), ("Marcos", "Bernardo")):
        desk.make(mentor, mentee)
    dialog = open_dialog(desk)
    assert len(dialog.cards) == 2
    names = [{line.text for line in card.lines.records if line.kind is LineKind.PAIR and line.differs} for card in dialog.cards]
    assert names[0]
    assert names[0].isdisjoint(names[1])
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)


def test_loose_proposals_that_would_go_are_listed_first(desk: Desk) -> None:
    # 30 of 100, under the minimum: no completion keeps it.
    pair_id = desk.make("Lucía", "Óscar")
    pairs.set_locked(desk.workspace, pair_id, False)
    dialog = open_dialog(desk)
    gone = [line.text for line in dialog.cards[0].lines.records if line.kind is LineKind.GONE]
    assert gone == ["Lucía y Óscar"]
    desk.qtbot.mouseClick(dialog.cards[0].use, Qt.MouseButton.LeftButton)
    assert pair_id not in {row.pair_id for row in desk.rows()}


def test_with_nothing_left_to_pair_there_is_only_an_explanation(desk: Desk) -> None:
    pairs.use_completion(desk.workspace, pairs.complete(desk.workspace.snapshot()))
    for pair in desk.workspace.snapshot().pairs:
        pairs.set_locked(desk.workspace, pair.id, True)
    dialog = open_dialog(desk)
    assert [card.use.isVisible() for card in dialog.cards] == [False]
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)


def test_the_search_can_be_stopped(desk: Desk) -> None:
    desk.screen.complete()
    with desk.qtbot.waitSignal(desk.screen.completer.busy_changed, timeout=20000):
        desk.qtbot.mouseClick(desk.screen.completer.progress.strip.cancel, Qt.MouseButton.LeftButton)
    assert desk.rows() == ()
    assert desk.screen.commands["complete"].isEnabled()
    if desk.screen.completer.dialog is not None:
        desk.screen.completer.dialog.reject()


def test_in_a_narrow_window_the_proposals_stand_one_behind_the_other(desk: Desk) -> None:
    for mentor, mentee in (("Paula", "Concepción"), ("Sara", "Itziar"), ("Álvaro", "Rocío"), ("Marcos", "Bernardo")):
        desk.make(mentor, mentee)
    desk.screen.resize(660, 380)
    dialog = open_dialog(desk)
    assert [card.isVisible() for card in dialog.cards] == [True, False]
    desk.qtbot.mouseClick(dialog.tabs.piece("1"), Qt.MouseButton.LeftButton)
    assert [card.isVisible() for card in dialog.cards] == [False, True]
    assert dialog.width() <= 660
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)


def test_an_empty_programme_has_nothing_to_propose(bare_desk: Desk) -> None:
    dialog = open_dialog(bare_desk)
    assert len(dialog.cards) == 1
    assert dialog.cards[0].alone.text() == "Nadie se queda sin pareja."
    assert not dialog.cards[0].use.isVisible()
    bare_desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)
