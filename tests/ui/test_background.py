# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Work beside the window: its answer comes back in the window's thread, in its language, or not at all."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from revmentor_desktop import i18n
from revmentor_desktop.ui.background import Progress, Runner


class Listener(QObject):
    """Notes what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.steps: list[tuple[int, int, str]] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    def step(self, done: int, total: int, item: str) -> None:
        self.steps.append((done, total, item))
        self.threads.add(threading.get_ident())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def thread_and_language(progress: Progress) -> tuple[int, str]:
    progress.report(7, 13, "Sara e Itziar")
    return threading.get_ident(), i18n.current()


def test_the_answer_comes_back_in_the_thread_of_the_window(qtbot: QtBot, runner: Runner) -> None:
    i18n.use("en")
    listener = Listener()
    job = runner.run(listener, thread_and_language, listener.done)
    job.progressed.connect(listener.step)
    qtbot.waitUntil(lambda: bool(listener.results))
    answer = listener.results[0]
    assert isinstance(answer, tuple)
    worker, language = answer
    assert worker != threading.get_ident()
    assert language == "en"
    assert listener.steps == [(7, 13, "Sara e Itziar")]
    assert listener.threads == {threading.get_ident()}
    assert not runner.busy()


def refuse(_progress: Progress) -> object:
    raise OSError("disk")


def test_a_failure_is_handed_over(qtbot: QtBot, runner: Runner) -> None:
    listener = Listener()
    runner.run(listener, refuse, listener.done, listener.failed)
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert isinstance(listener.errors[0], OSError)
    assert listener.results == []


def test_a_failure_nobody_waits_for_is_raised_in_the_window(qtbot: QtBot, runner: Runner) -> None:
    listener = Listener()
    with qtbot.captureExceptions() as raised:
        runner.run(listener, refuse, listener.done)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is OSError


def test_cancelling_stops_the_work_at_its_next_check(qtbot: QtBot, runner: Runner) -> None:
    listener, started = Listener(), threading.Event()

    def endless(progress: Progress) -> object:
        started.set()
        while True:
            progress.check()

    job = runner.run(listener, endless, listener.done, listener.failed)
    started.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert listener.results == listener.errors == []


def test_nothing_is_told_to_who_is_gone(qtbot: QtBot, runner: Runner) -> None:
    listener, go, kept = Listener(), threading.Event(), Listener()
    results = listener.results

    def waits(_progress: Progress) -> object:
        go.wait(5)
        return 1

    runner.run(listener, waits, listener.done)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete.value)
    go.set()
    runner.run(kept, thread_and_language, kept.done)
    qtbot.waitUntil(lambda: bool(kept.results) and not runner.busy())
    assert results == []
