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
