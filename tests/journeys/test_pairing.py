# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Pairing everybody in the whole window, by hand and by proposals, and taking all of it back: by clicks, keys and drags."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.interpreter import guard_constants
from revmentor_desktop.ui.navigation import PAIRS, PEOPLE
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
from revmentor_desktop.ui.widgets.labels import PlainLabel
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
        self.press(Qt.Key.Key_3, CTRL)
        screen = self.window.screen_of(PAIRS)
        assert isinstance(screen, PairsScreen)
        self.screen = screen

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        self.wake(self.window)
        focused = self.window.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def wake(self, window: QWidget) -> None:
        """Let keys go to a window; what a system does when a dialog opens or closes is asked for here."""
        if not window.isActiveWindow():
            window.activateWindow()
        self.qtbot.waitUntil(lambda: window.isActiveWindow() and window.focusWidget() is not None)

    def click_button(self, text: str) -> None:
        """Click the button of the screen that begins so, once it is there."""

        def shown() -> list[QAbstractButton]:
            buttons = self.screen.findChildren(QAbstractButton)
            return [b for b in buttons if b.isVisible() and b.text().replace("&", "").startswith(text)]

        self.qtbot.waitUntil(lambda: bool(shown()))
        self.qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)

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


def test_undo_leaves_the_person_in_the_column_where_they_work(seat: Seat) -> None:
    for column, key in ((TEACH, "Carla"), (LEARN, "Amparo")):
        seat.click(column, key)
        chosen = seat.screen.choice
        seat.press(Qt.Key.Key_Return, CTRL)
        assert seat.screen.choice != chosen
        seat.press(Qt.Key.Key_Z, CTRL)
        assert (seat.rows(), seat.screen.choice) == ((), chosen)
        assert seat.window.focusWidget() is seat.screen.board.columns[column].view
        seat.press(Qt.Key.Key_Escape)


def test_proposals_drags_forcing_answers_and_the_end_of_a_pair_are_taken_back_to_nothing(seat: Seat) -> None:
    use_proposals(seat)
    drag_about(seat, Hand(seat))
    force_a_pair(seat)
    ask_everybody(seat)
    live_and_end(seat)
    snapshot = seat.workspace.snapshot()
    assert sorted(seat.states()) == sorted([PairState.DECLINED, PairState.ACCEPTED, PairState.ENDED_EARLY, *[PairState.CONSULTING] * 11])
    assert [pair.forced.reason for pair in snapshot.pairs if pair.forced is not None] == ["Se organizan por las tardes"]
    for _time in range(2):
        assert seat.undo_all() == STEPS
        assert (seat.workspace.snapshot().pairs, seat.workspace.snapshot().scenarios) == ((), ())
        while seat.window.redo_action.isEnabled():
            seat.press(Qt.Key.Key_Y, CTRL)
        assert (seat.workspace.snapshot().pairs, seat.workspace.snapshot().scenarios) == (snapshot.pairs, snapshot.scenarios)
    seat.undo_all()
    seat.settle()
    assert not [one for one in seat.window.findChildren(QDialog) if one.isVisible()]
    assert "0 formadas" in seat.screen.header.state()


STEPS = 13
"""As many things are done with pairs in the test above."""


def proposals(seat: Seat, button: str) -> ProposalsDialog:
    """Open the proposals."""
    seat.click_button(button)
    seat.qtbot.waitUntil(lambda: seat.screen.completer.dialog is not None, timeout=30_000)
    dialog = seat.screen.completer.dialog
    assert dialog is not None
    return dialog


def use_proposals(seat: Seat) -> None:
    """Use the best one, save the alternative and use that, and then the best one again: four steps."""
    press("Usar esta propuesta")(proposals(seat, "Completar"))
    assert len(seat.rows()) == 13
    dialog = proposals(seat, "Comparar propuestas")

    def name_it(asking: QDialog) -> None:
        assert isinstance(asking, NameDialog)
        seat.wake(asking)
        seat.qtbot.keyClick(asking.name, Qt.Key.Key_Return)
        assert asking.field.error() == "Escribe un nombre."
        seat.qtbot.keyClicks(asking.name, "Antes de Navidad")
        seat.qtbot.keyClick(asking.name, Qt.Key.Key_Return)

    with answering(name_it):
        seat.qtbot.mouseClick(dialog.cards[1].keep, Qt.MouseButton.LeftButton)
    saved = dialog.cards[-1]
    assert (saved.offer.name, len(saved.offer.couples)) == ("Antes de Navidad", 12)
    seat.qtbot.keyClick(saved.use, Qt.Key.Key_Return)
    assert len(seat.rows()) == 12
    press("Usar esta propuesta")(proposals(seat, "Completar"))
    assert len(seat.rows()) == 13


def drag_about(seat: Seat, hand: Hand) -> None:
    """Swap, take apart and pair, each by dragging: three steps."""
    hand.drag(hand.person(TEACH, "Carla"), hand.half(seat.pair_of("Rocío", "Ramón"), "mentor"))
    swapped = seat.pair_of("Carla", "Ramón")
    hand.drag(hand.half(swapped, "mentor"), hand.column(TEACH))
    assert len(seat.rows()) == 12
    hand.drag(hand.person(TEACH, "Carla"), hand.person(LEARN, "Ramón"))
    assert seat.state_of(seat.pair_of("Carla", "Ramón")) is PairState.PROPOSED


def force_a_pair(seat: Seat) -> None:
    """Force a pair, with too short a reason first."""

    def say_why(dialog: QDialog) -> None:
        assert isinstance(dialog, ForceDialog)
        seat.wake(dialog)
        seat.qtbot.keyClicks(dialog.reason, "Se")
        seat.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, CTRL)
        assert dialog.isVisible()
        assert dialog.field.error() == "Di por qué con 10 letras como mínimo."
        seat.qtbot.keyClicks(dialog.reason, " organizan por las tardes")
        seat.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, CTRL)

    seat.click(TEACH, "Diego")
    seat.click(LEARN, "Rocío")
    with answering(say_why):
        seat.press(Qt.Key.Key_Return, CTRL)


def ask_everybody(seat: Seat) -> None:
    """Consult all; two pairs accept, with their warnings read, and one person prefers another option: two steps."""

    def mark(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        seat.wake(dialog)
        seat.qtbot.keyClicks(dialog.view, "aaaoaan")
        seat.qtbot.keyClick(dialog.view, Qt.Key.Key_Return, CTRL)

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, WarningsDialog)
        seat.wake(dialog)
        assert not named(dialog, "Anotar").isEnabled()
        for line in dialog.lines.values():
            seat.qtbot.keyClick(line.box, Qt.Key.Key_Space)
        named(dialog, "Anotar").click()

    seat.click_button("Consultar 14 propuestas")
    with answering(mark, read):
        seat.click_button("Anotar respuestas")
    assert seat.states().count(PairState.ACCEPTED) == 2


def live_and_end(seat: Seat) -> None:
    """Pause an accepted pair, let it go on, end it early: three steps."""
    pair_id = next(pair.id for pair in seat.workspace.snapshot().pairs if pair.state is PairState.ACCEPTED)
    for words, state in (("Pausar", PairState.PAUSED), ("Reanudar", PairState.ACCEPTED)):
        by_menu(seat, pair_id, words)
        assert seat.state_of(pair_id) is state
    with answering(press("Terminar pareja")):
        by_menu(seat, pair_id, "Terminar antes")
    assert seat.state_of(pair_id) is PairState.ENDED_EARLY


def by_menu(seat: Seat, pair_id: PairId, words: str) -> None:
    """Choose in the menu of a pair."""
    seat.click_part(next(row for row in seat.rows() if row.pair_id == pair_id), "more")
    menu = next(menu for menu in seat.screen.findChildren(QMenu) if menu.isVisible())
    menu.setActiveAction(next(action for action in menu.actions() if action.text().startswith(words)))
    seat.qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_proposals_found_while_the_person_is_on_another_screen_wait_until_they_are_asked_for(seat: Seat) -> None:
    completer = seat.screen.completer
    said: list[tuple[str, object]] = []
    completer.said.connect(lambda text, deed: said.append((text, deed)))
    seat.click_button("Completar")
    seat.press(Qt.Key.Key_2, CTRL)
    seat.qtbot.waitUntil(lambda: not completer.busy, timeout=30_000)
    assert (seat.window.current_key(), completer.dialog, QApplication.activeModalWidget()) == (PEOPLE, None, None)
    text, see = said[-1]
    assert text == "Ya están las propuestas de parejas"
    assert isinstance(see, QAction)
    see.trigger()
    assert seat.window.current_key() == PAIRS
    assert completer.dialog is not None
    press("Usar esta propuesta")(completer.dialog)
    assert len(seat.rows()) == 13


def test_proposals_found_while_a_dialog_is_open_do_not_open_over_it_and_a_change_makes_them_old(seat: Seat) -> None:
    completer = seat.screen.completer

    def look_long(dialog: QDialog) -> None:
        seat.qtbot.waitUntil(lambda: not completer.busy, timeout=30_000)
        dialog.reject()

    seat.click(TEACH, "Lucía")
    seat.click_button("Completar")
    with answering(look_long):
        seat.click_button("Ver horarios")
        seat.qtbot.waitUntil(lambda: not completer.busy and QApplication.activeModalWidget() is None, timeout=30_000)
    assert completer.dialog is None
    seat.make("Lucía", "Gonzalo")
    dialog = proposals(seat, "Completar")
    assert "La pareja fijada no cambia" in " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    dialog.reject()
