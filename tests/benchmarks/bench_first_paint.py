# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long the window needs until it is painted, against a bare PySide6 window with Inter, in the same run.

    python -m tests.benchmarks.bench_first_paint [RUNS]

Each is a process of its own, timed from before it starts to its first paint; both take turns. The figure is the ratio of
the medians (at most 2.5).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from revmentor_desktop.programme import files
from tests.source import ROOT

LIMIT = 2.5

WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.monotonic(), flush=True)
            import os; os._exit(0)
        return False
"""
BARE = (
    WATCH
    + """
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
for face in ("Regular", "Medium", "SemiBold", "Bold"):
    QFontDatabase.addApplicationFont(f"resources/fonts/Inter-{face}.ttf")
app.setFont(QFont("Inter", 11))
label = QLabel("RevMentor"); label.resize(1366, 690)
watch = Watch(); label.installEventFilter(watch); label.show()
app.exec()
"""
)
OURS = (
    WATCH
    + """
from pathlib import Path
from revmentor_desktop import app
application = app.build(); theme = app.themed(application)
start = app.Start(application, theme, Path(sys.argv[1]), example=False)
watch = Watch(); start.window.installEventFilter(watch)
start.begin()
application.exec()
"""
)
READY = (
    WATCH
    + """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from revmentor_desktop import app
application = app.build(); theme = app.themed(application)
start = app.Start(application, theme, Path(sys.argv[1]), example=False)
def look():
    for window in QApplication.topLevelWidgets():
        if type(window).__name__ == "MainWindow" and window.isVisible():
            timer.stop(); window.screen_of("home").installEventFilter(watch); window.screen_of("home").update()
watch = Watch(); timer = QTimer(); timer.timeout.connect(look); timer.start(2)
start.begin()
application.exec()
"""
)


def first_paint(script: str, *arguments: str) -> float:
    """Return the seconds from before the start of a process to its first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return float(done.stdout.split()[0]) - begun


def main() -> int:
    """Print both medians and their ratio; status 1 when it is over the limit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "e.revmentor"
        files.make_example(path)
        scripts = ((BARE,), (OURS, str(path)), (READY, str(path)))
        times = [[first_paint(*script) for script in scripts] for _run in range(runs + 1)][1:]
    bare, ours, ready = (statistics.median(column) for column in zip(*times, strict=True))
    sys.stdout.write(f"bare window {bare * 1000:.0f} ms; ours {ours * 1000:.0f} ms, ratio {ours / bare:.2f} (at most {LIMIT}); ")
    sys.stdout.write(f"the example on it {ready * 1000:.0f} ms, ratio {ready / bare:.2f}\n")
    return int(ours / bare > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
