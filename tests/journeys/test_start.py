# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is loaded by the time the window shows: the slow packages belong to later moments."""

import os
import subprocess
import sys
from pathlib import Path

from tests.source import ROOT

LATE = {"scipy", "numpy", "reportlab", "pypdf", "pandas", "python_calamine", "holidays"}
SCRIPT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from revmentor_desktop import app

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(watched.objectName() or type(watched).__name__, *sorted({name.split(".")[0] for name in sys.modules}), flush=True)
            watched.removeEventFilter(self)
            if type(watched).__name__ == "HomeScreen":
                os._exit(0)
        return False

def look():
    for window in QApplication.topLevelWidgets():
        if type(window).__name__ == "MainWindow" and window.isVisible():
            timer.stop()
            window.screen_of("home").installEventFilter(watch)
            window.screen_of("home").update()

application = app.build()
start = app.Start(application, app.themed(application), Path(sys.argv[1]), example=False)
watch, timer = Watch(), QTimer()
start.window.installEventFilter(watch)
timer.timeout.connect(look)
timer.start(1)
start.begin()
application.exec()
"""


def test_the_first_paint_and_the_first_screen_wait_for_no_slow_package(example_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "e.revmentor"
    path.write_bytes(example_file.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    painted = {line.split()[0]: set(line.split()[1:]) for line in done.stdout.splitlines()}
    assert list(painted) == ["OpeningWindow", "HomeScreen"]
    assert not painted["OpeningWindow"] & {*LATE, "sqlalchemy", "sqlcipher3"}
    assert not painted["HomeScreen"] & {"scipy", "reportlab", "pandas", "python_calamine"}
