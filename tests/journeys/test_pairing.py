# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Pairing everybody in the whole window, by hand and by proposals, and taking all of it back: by clicks, keys and drags."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.interpreter import guard_constants
from revmentor_desktop.ui.navigation import PAIRS
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.completion.dialog import ProposalsDialog
from revmentor_desktop.ui.pairs.completion.naming import NameDialog
from revmentor_desktop.ui.pairs.consulting.answers_dialog import AnswersDialog
from revmentor_desktop.ui.pairs.consulting.warnings_dialog import WarningsDialog
from revmentor_desktop.ui.pairs.force_dialog import ForceDialog
from revmentor_desktop.ui.pairs.items import Kind
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.theme import Mode, Theme
from tests import factory
from tests.dialogs import answering, named, press
from tests.ui.pairs.desk import Desk
from tests.ui.pairs.hand import Hand

TEACH, LEARN = Side.TEACH, Side.LEARN
CTRL, CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


class Seat(Desk):
    """The person before the open window, who works on *Parejas*."""

    def __init__(self, qtbot: QtBot, opened: OpenProgramme) -> None:
        self.qtbot, self.bridge, self.workspace, self.window = qtbot, opened.bridge, opened.workspace, opened.window
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.window.isActiveWindow() and self.window.focusWidget() is not None)
        self.press(Qt.Key.Key_3, CTRL)
        screen = self.window.screen_of(PAIRS)
        assert isinstance(screen, PairsScreen)
        self.screen = screen

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        focused = self.window.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def click_button(self, text: str) -> None:
        """Click the button of the screen that begins so."""
        shown = [b for b in self.screen.findChildren(QAbstractButton) if b.isVisible() and b.text().replace("&", "").startswith(text)]
        assert shown, f"no button «{text}»"
        self.qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        """Wait until everything is known that is asked now."""
        self.qtbot.waitUntil(lambda: not self.screen.assistant.busy() and not self.bridge.busy(), timeout=30_000)

    def cost_free(self) -> int | None:
        """At which place of the suggestions of who is chosen the first stands that costs the rest nothing."""
        fits = self.items(self.screen.choice.side.opposite, Kind.FIT)
        free = (place for place, item in enumerate(fits) if "No cuesta nada al resto" in (item.second, item.third))
        return next(free, None)

    def states(self) -> list[PairState]:
        return [pair.state for pair in self.workspace.snapshot().pairs]

    def state_of(self, pair_id: PairId) -> PairState:
        return next(pair.state for pair in self.workspace.snapshot().pairs if pair.id == pair_id)

    def pair_of(self, mentor: str, mentee: str) -> PairId:
        couple = (self.who(mentor), self.who(mentee))
        return next(pair.id for pair in self.workspace.snapshot().pairs if (pair.mentor_id, pair.mentee_id) == couple)

    def undo_all(self) -> int:
        """Undo by keys until nothing is left to undo; returns how many steps that were."""
        steps = 0
        while self.window.undo_action.isEnabled():
            self.press(Qt.Key.Key_Z, CTRL)
            steps += 1
            assert steps < 100
        return steps


@pytest.fixture
def seat(qtbot: QtBot, example_file: Path, tmp_path: Path) -> Iterator[Seat]:
    guard_constants()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(Theme(application, Mode.LIGHT), lambda: factory.NOW)
    program.start(Path(copy(example_file, tmp_path / "albor.revmentor")))
    assert program.current is not None
    qtbot.waitExposed(program.current.window)
    yield Seat(qtbot, program.current)
    program.end()


def test_following_the_suggestions_that_cost_nothing_by_keys_alone_gives_the_best_pairing(seat: Seat) -> None:
    best = pairs.complete(seat.workspace.snapshot())
    seat.press(Qt.Key.Key_Down)
    passed: set[object] = set()
    while (seat.screen.choice.side, seat.screen.choice.person_id) not in passed:
        seat.settle()
        place = seat.cost_free()
        if place is None:
            passed.add((seat.screen.choice.side, seat.screen.choice.person_id))
            seat.press(Qt.Key.Key_N, CTRL)
            continue
        passed.clear()
        seat.press(Qt.Key.Key_Right if seat.screen.choice.side is TEACH else Qt.Key.Key_Left)
        for _step in range(place):
            seat.press(Qt.Key.Key_Down)
        formed = len(seat.rows())
        seat.press(Qt.Key.Key_Return, CTRL)
        assert len(seat.rows()) == formed + 1
    snapshot = seat.workspace.snapshot()
    scores = pairs.scores(snapshot)
    learners = [pair for pair in snapshot.living_pairs if snapshot.enrolments[pair.mentee_id].role is Role.MENTEE]
    assert (len(learners), len(scores) - len(learners)) == (best.mentees, best.either)
    assert abs(sum(scores[pair.id] for pair in learners) - best.total) < 1e-6
    assert seat.undo_all() == len(scores)
    assert seat.workspace.snapshot().pairs == ()
