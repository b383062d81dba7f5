# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the interpreter needs before Qt is used much."""

import subprocess
import sys

from tests.source import ROOT

SCRIPT = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from revmentor_desktop.ui.interpreter import guard_constants
application = QGuiApplication([])
guard_constants()
pixmap = QPixmap(4, 4)
painter = QPainter(pixmap)
for _step in range(200_000):
    painter.setOpacity(0.5)
painter.end()
class Bell(QObject):
    rung = Signal(int)
bell = Bell()
for step in range(200_000):
    bell.rung.emit(step)
print("alive")
"""


def test_a_long_life_of_painting_and_signals_does_not_wear_the_constants_out() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stdout.strip() == "alive", done.stderr


COLLECTING = """
import gc, threading
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from revmentor_desktop.ui.interpreter import Collector
application = QCoreApplication([])
collector = Collector()
gone = []
class Round(QObject):
    def __init__(self):
        super().__init__()
        self.me = self
        self.timer = QTimer(self)
        self.timer.start(10)
        self.destroyed.connect(lambda: gone.append(threading.current_thread() is threading.main_thread()))
for _number in range(50):
    Round()
def work():
    kept = []
    for number in range(200_000):
        kept.append([number])
thread = threading.Thread(target=work)
thread.start()
thread.join()
assert not gone, "collected beside the window"
for _turn in range(20):
    collector.look()
gc.collect()
print(len(gone), all(gone))
"""


def test_garbage_is_collected_in_the_thread_of_the_window_only() -> None:
    done = subprocess.run([sys.executable, "-c", COLLECTING], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("50 True", "")
