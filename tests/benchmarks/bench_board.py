# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long choosing people on the board keeps the window from answering, with 250 people, beside a bare list in the same run.

    python -m tests.benchmarks.bench_board [PEOPLE]

The arrow key goes down through those who teach, then through the suggestions, once held (30 times a second) and once at
leisure, while the costs are worked out beside the window. A timer in the event loop of the window hears how long it had
to wait: the longest wait is how long the window was blocked (at most 50 ms). The floor is a bare list of as many lines.
A busy machine makes all of them wait, so what the thread of the window itself worked meanwhile is told beside it.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.benchmarks.editions import made

LIMIT, PEOPLE, KEYS = 50.0, 250, 30
HELD, LEISURE = 33, 500
"""Milliseconds between two keys."""
ASKED = 12
"""As many people are asked for their costs."""
Longest = tuple[float, float]


class Probe(QObject):
    """Hears every millisecond from the event loop, and remembers how long it had to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self.works: list[float] = []
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._hear)
        self._timer.start()

    def forget(self) -> None:
        """Begin anew."""
        self.waits, self.works = [], []
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def longest(self) -> tuple[float, float]:
        """The longest wait, and the longest work of the thread of the window between two looks, in milliseconds."""
        return 1000 * max(self.waits, default=0.0), 1000 * max(self.works, default=0.0)

    def _hear(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.waits.append(now - self._last)
        self.works.append(worked - self._worked)
        self._last, self._worked = now, worked


def wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def pressed(probe: Probe, widget: QWidget, times: int, between: int) -> list[Longest]:
    """Press the arrow key; return the longest wait and work after each press, in milliseconds."""
    found: list[Longest] = []
    for _time in range(times):
        probe.forget()
        QTimer.singleShot(0, lambda: QTest.keyClick(widget, Qt.Key.Key_Down))
        wait(between)
        found.append(probe.longest())
    return found


def told(name: str, found: list[Longest]) -> Longest:
    """Print one line; returns the longest wait and work."""
    waits, works = [one[0] for one in found], [one[1] for one in found]
    sys.stdout.write(
        f"{name}: longest wait {max(waits):.0f} ms, median of a key {statistics.median(waits):.0f} ms; "
        f"work of the window itself {max(works):.0f} ms, median {statistics.median(works):.0f} ms\n"
    )
    return max(waits), max(works)


def most(found: list[Longest]) -> Longest:
    """Return the longest wait and the longest work of all."""
    return max(one[0] for one in found), max(one[1] for one in found)


def floor(probe: Probe, lines: int) -> Longest:
    """The same keys on a bare list."""
    view = QListView()
    view.setModel(QStringListModel([f"Persona {number}" for number in range(lines)], view))
    view.resize(262, 690)
    view.show()
    wait(200)
    longest = told("a bare list", pressed(probe, view, KEYS, HELD))
    view.hide()
    return longest


def board(probe: Probe, screen: PairsScreen, state: str) -> Longest:
    """Keys in both columns; returns the longest wait and work."""
    teach, learn = (screen.board.columns[side].view for side in Side)
    longest: list[Longest] = []
    for rhythm, between, times in (("held", HELD, KEYS), ("at leisure", LEISURE, KEYS // 3)):
        screen.clear_selection()
        teach.enter()
        wait(800)
        longest.append(told(f"{state}, those who teach, {rhythm}", pressed(probe, teach, times, between)))
        learn.enter()
        wait(800)
        longest.append(told(f"{state}, suggestions, {rhythm}", pressed(probe, learn, times, between)))
    return most(longest)


def answered(screen: PairsScreen) -> float:
    """Choose people one after the other; return the longest time in milliseconds until all costs of one stand on the board."""
    found: list[float] = []
    for person_id in screen.seen.free(Side.TEACH)[:: max(1, len(screen.seen.free(Side.TEACH)) // ASKED)]:
        begun = time.perf_counter()
        screen.choose_person(Side.TEACH, person_id)
        while person_id not in screen.seen.findings.costs and screen.assistant.busy():
            wait(2)
        found.append(1000 * (time.perf_counter() - begun))
    return max(found, default=0.0)


def on_board(theme: Theme, workspace: Workspace, measure: Callable[[PairsScreen], Longest]) -> Longest:
    """Show the board of a programme and measure."""
    bridge = Bridge(workspace)
    screen = PairsScreen(theme, bridge, lambda: factory.NOW)
    bridge.changed.connect(screen.refresh)
    screen.resize(1158, 690)
    screen.show()
    wait(2500)
    found = measure(screen)
    sys.stdout.write(f"all costs of one person on the board after {answered(screen):.0f} ms at most\n")
    screen.hide()
    bridge.close()
    screen.deleteLater()
    return found


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    application = QApplication([])
    theme, probe = Theme(application), Probe()
    with tempfile.TemporaryDirectory() as folder:
        workspace = made(Path(folder), people)
        least = floor(probe, people // 2)
        worst = on_board(theme, workspace, lambda screen: board(probe, screen, "no pair yet"))
        some = pairs.complete(workspace.snapshot())
        pairs.use_completion(workspace, some)
        for pair in workspace.snapshot().living_pairs[::2]:
            pairs.unpair(workspace, pair.id)
        worst = most([worst, on_board(theme, workspace, lambda screen: board(probe, screen, "half paired"))])
        workspace.close()
    sys.stdout.write(
        f"{people} people: the window was blocked {worst[0]:.0f} ms at most (limit {LIMIT:.0f}), its own work {worst[1]:.0f} ms; "
        f"a bare list {least[0]:.0f} and {least[1]:.0f} ms\n"
    )


if __name__ == "__main__":
    main()
