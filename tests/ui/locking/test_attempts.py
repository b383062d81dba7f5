# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Wrong passwords wait longer each time, and closing the question does not help."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.locking.attempts import Attempts, Countdown
from tests.ui.locking.conftest import Clock

HERE, THERE = Path("aqui.revmentor"), Path("otro.revmentor")


def test_each_wrong_one_waits_twice_as_long_and_the_right_one_forgives(clock: Clock) -> None:
    attempts = Attempts(clock)
    assert attempts.waiting(HERE) == 0
    assert [attempts.wrong(HERE) for _time in range(7)] == [1, 2, 4, 8, 16, 30, 30]
    assert attempts.wrong(THERE) == 1
    attempts.right(HERE)
    assert attempts.waiting(HERE) == 0
    assert attempts.wrong(HERE) == 1


def test_what_is_left_to_wait_goes_on_while_nobody_asks(clock: Clock) -> None:
    attempts = Attempts(clock)
    attempts.wrong(HERE)
    attempts.wrong(HERE)
    clock.seconds += 1.5
    assert attempts.waiting(HERE) == 0.5
    clock.seconds += 60
    assert attempts.waiting(HERE) == 0


def test_seconds_are_told_as_they_go(qtbot: QtBot, qapp: QApplication, clock: Clock) -> None:
    countdown, told = Countdown(clock=clock), list[int]()
    countdown.ticked.connect(told.append)
    countdown.start(2.5)
    assert countdown.running
    clock.seconds += 0.6
    qtbot.waitUntil(lambda: told == [3, 2], timeout=2_000)
    with qtbot.waitSignal(countdown.ended, timeout=2_000):
        clock.seconds += 5
    assert not countdown.running
