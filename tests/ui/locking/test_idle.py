# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Ten minutes without use lock a file; use in any window, also in a question, counts; what a program makes up does not."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.preferences import Preferences
from revmentor_desktop.ui.locking.dialogs import AskPasswordDialog
from revmentor_desktop.ui.locking.idle import IdleWatch
from revmentor_desktop.ui.start.preferences_dialog import PreferencesDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import AskDialog, Question
from tests.ui.locking.conftest import Clock

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Nobody:
    """A watch over clocks that a test moves; ``expired`` counts how often it told."""

    def __init__(self, clock: Clock, wall: Clock) -> None:
        self.clock, self.wall, self.expired = clock, wall, 0
        self.watch = IdleWatch(clock=clock, wall=wall)
        self.watch.expired.connect(self._count)
        self.watch.start()

    def pass_by(self, seconds: float) -> None:
        """Let time go by as it does, looked at every five seconds."""
        for _look in range(int(seconds // 5)):
            self.clock.seconds += 5
            self.wall.seconds += 5
            self.watch.look()

    def _count(self) -> None:
        self.expired += 1


@pytest.fixture
def nobody(theme: Theme, clock: Clock, wall: Clock) -> Iterator[Nobody]:
    watched = Nobody(clock, wall)
    yield watched
    watched.watch.stop()


def window(qtbot: QtBot, made: QWidget) -> QWidget:
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_tells_once_after_ten_minutes_and_not_before(nobody: Nobody) -> None:
    nobody.pass_by(595)
    assert nobody.expired == 0
    nobody.pass_by(5)
    assert nobody.expired == 1
    assert not nobody.watch.watching
    nobody.pass_by(900)
    assert nobody.expired == 1


def plain_window(_theme: Theme) -> QWidget:
    return QWidget()


def question(theme: Theme) -> QWidget:
    return AskDialog(theme, None, Question("¿Borrar?", "Se borra.", "Dejarlo", "Borrar"))


def password(theme: Theme) -> QWidget:
    return AskPasswordDialog(theme, None, "Piloto 2027")


def preferences(theme: Theme) -> QWidget:
    return PreferencesDialog(theme, None, Preferences())


def menu(_theme: Theme) -> QWidget:
    made = QMenu()
    made.addAction("Abrir")
    return made


KINDS = [plain_window, question, password, preferences, menu]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("make", KINDS)
def test_keys_and_mouse_count_in_every_kind_of_window(qtbot: QtBot, theme: Theme, nobody: Nobody, make: Callable[[Theme], QWidget]) -> None:
    opened = window(qtbot, make(theme))
    nobody.pass_by(500)
    qtbot.keyClick(opened, Qt.Key.Key_Shift)
    nobody.pass_by(500)
    qtbot.mouseClick(opened, Qt.MouseButton.RightButton, pos=QPoint(1, 1))
    nobody.pass_by(500)
    assert nobody.expired == 0
    nobody.pass_by(100)
    assert nobody.expired == 1
    opened.hide()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("make", KINDS)
def test_an_open_window_that_nobody_uses_does_not_keep_it_awake(
    qtbot: QtBot, theme: Theme, nobody: Nobody, make: Callable[[Theme], QWidget]
) -> None:
    opened = window(qtbot, make(theme))
    nobody.pass_by(600)
    assert nobody.expired == 1
    opened.hide()


def test_what_the_program_makes_up_itself_is_no_use(qtbot: QtBot, nobody: Nobody) -> None:
    opened = window(qtbot, QWidget())
    nobody.pass_by(590)
    made_up = (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE, "a"),
        QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(1, 1), QPointF(1, 1), LEFT, LEFT, NONE),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1)),
    )
    for event in made_up:
        QApplication.sendEvent(opened, event)
    nobody.pass_by(10)
    assert nobody.expired == 1
    opened.hide()


def test_a_pointer_that_lies_still_is_no_use_although_the_system_tells_of_it_again(qtbot: QtBot, nobody: Nobody) -> None:
    opened = window(qtbot, QWidget())
    opened.resize(300, 200)
    opened.setMouseTracking(True)
    QTest.mouseMove(opened, QPoint(50, 50))
    nobody.pass_by(595)
    QTest.mouseMove(opened, QPoint(50, 50))
    nobody.pass_by(5)
    assert nobody.expired == 1
    nobody.watch.start()
    nobody.pass_by(595)
    QTest.mouseMove(opened, QPoint(80, 60))
    nobody.pass_by(500)
    assert nobody.expired == 1
    opened.hide()


@pytest.mark.parametrize("standing", [True, False])
def test_sleep_counts_whether_or_not_the_even_clock_stood_still(nobody: Nobody, standing: bool) -> None:
    nobody.pass_by(30)
    nobody.wall.seconds += 70
    nobody.clock.seconds += 5 if standing else 70
    nobody.watch.look()
    assert nobody.expired == 1


def test_a_slow_minute_and_a_clock_put_back_are_no_sleep(nobody: Nobody) -> None:
    nobody.wall.seconds += 64
    nobody.watch.look()
    nobody.wall.seconds -= 3_600
    nobody.watch.look()
    assert nobody.expired == 0


def test_it_looks_by_itself(qtbot: QtBot, theme: Theme, clock: Clock, wall: Clock) -> None:
    watch = IdleWatch(clock=clock, wall=wall, every=20)
    watch.start()
    with qtbot.waitSignal(watch.expired, timeout=2_000):
        clock.seconds += 600
