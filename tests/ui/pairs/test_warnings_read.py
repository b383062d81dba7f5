# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""No pair is accepted over a warning that nobody has read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from revmentor_desktop.domain.pairs import Answer, PairState
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.pairs.consulting.warnings_dialog import WarningsDialog
from tests import factory
from tests.dialogs import answering, close
from tests.ui.pairs.desk import Desk


@pytest.fixture
def warned(desk: Desk) -> Desk:
    """A pair of the same chain of command, chosen."""
    desk.screen.show_target(("pair", desk.make("Sara", "Itziar")))
    return desk


def state_of(desk: Desk, place: int = 0) -> PairState:
    return desk.workspace.snapshot().pairs[place].state


def tick_all(desk: Desk, dialog: QDialog) -> None:
    assert isinstance(dialog, WarningsDialog)
    for line in dialog.lines.values():
        assert not dialog.act.isEnabled()
        desk.qtbot.keyClick(line.box, Qt.Key.Key_Space)
    desk.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)


def test_a_warning_is_ticked_in_the_preview_and_not_asked_again(warned: Desk) -> None:
    view = warned.screen.board.preview.warnings
    assert "cadena de mando" in view.lines[0].words.sentence
    for _number in range(len(view.lines)):
        line = next(line for line in view.lines if not line.words.read)
        warned.qtbot.mouseClick(line.box, Qt.MouseButton.LeftButton)
    assert all(line.words.read for line in view.lines)
    assert "same_chain" in warned.workspace.snapshot().pairs[0].warnings_read
    with answering():
        warned.screen.commands["accept"].trigger()
    assert state_of(warned) is PairState.ACCEPTED


def test_unread_warnings_are_listed_before_both_are_noted_as_accepting(warned: Desk) -> None:
    with answering(lambda dialog: tick_all(warned, dialog)):
        warned.screen.commands["accept"].trigger()
    assert state_of(warned) is PairState.ACCEPTED
    row = warned.rows()[0]
    assert (row.warnings, row.warned) == ((), False)


def test_leaving_the_warnings_unread_changes_nothing(warned: Desk) -> None:
    with answering(close):
        warned.screen.commands["accept"].trigger()
    assert state_of(warned) is PairState.PROPOSED
    assert warned.workspace.snapshot().pairs[0].warnings_read == ()


def test_the_second_yes_at_an_avatar_asks_too(warned: Desk) -> None:
    pair = warned.workspace.snapshot().pairs[0]
    pairs.answer(warned.workspace, pair.id, pair.mentor_id, Answer.YES, factory.TODAY)
    with answering(lambda dialog: tick_all(warned, dialog)):
        warned.screen.desk.note(warned.workspace.snapshot().pairs[0], pair.mentee_id, Answer.YES)
    assert state_of(warned) is PairState.ACCEPTED


def test_several_pairs_are_asked_about_in_one_dialog(warned: Desk) -> None:
    made = [pair.id for pair in warned.workspace.snapshot().pairs]
    made += [warned.make("Inés", "Joaquín"), warned.make("Lucía", "Gonzalo")]
    names: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, WarningsDialog)
        names.extend(dict.fromkeys(str(pair_id) for pair_id, _code in dialog.lines))
        tick_all(warned, dialog)

    with answering(read):
        warned.screen.desk.accept(made)
    # The third pair has no warning.
    assert names == [str(pair_id) for pair_id in made[:2]]
    assert {pair.state for pair in warned.workspace.snapshot().pairs} == {PairState.ACCEPTED}


def test_a_pair_accepted_elsewhere_shows_what_nobody_has_read(warned: Desk) -> None:
    factory.accept(warned.workspace, [pair.id for pair in warned.workspace.snapshot().pairs])
    warned.workspace.undo()
    assert warned.rows()[0].warnings[0] == "Misma cadena"
