# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Work beside the window gives way while the window has something to do."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.pairs.courtesy import Courtesy


def go_on() -> None:
    """The work is still wanted."""


def test_work_goes_on_once_the_window_is_idle(qtbot: QtBot) -> None:
    owner = QObject()
    courtesy, looked = Courtesy(owner), Event()

    def wanted() -> None:
        looked.set()

    qtbot.wait(20)  # the window has been busy since it came back from this
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(courtesy.wait, wanted)
        assert looked.wait(5)
        assert not waiting.done()
        qtbot.waitUntil(waiting.done, timeout=5000)


def test_a_window_that_is_always_busy_does_not_stop_the_work_for_good(qtbot: QtBot) -> None:
    owner = QObject()
    courtesy = Courtesy(owner)
    qtbot.wait(20)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(courtesy.wait, go_on).result(timeout=5) is None


def test_work_that_is_given_up_stops_waiting(qtbot: QtBot) -> None:
    owner = QObject()
    courtesy = Courtesy(owner)

    def give_up() -> None:
        raise InterruptedError

    qtbot.wait(20)
    with pytest.raises(InterruptedError):
        courtesy.wait(give_up)
