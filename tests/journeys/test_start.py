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
from PySide6.QtCore import QEvent, QObject
from revmentor_desktop import app

class Watch(QObject):
    seen = set()
    def eventFilter(self, watched, event):
        name = type(watched).__name__
        if event.type() == QEvent.Type.Paint and name in ("OpeningWindow", "HomeScreen") and name not in self.seen:
            self.seen.add(name)
            print(name, *sorted({module.split(".")[0] for module in sys.modules}), flush=True)
            if name == "HomeScreen":
                os._exit(0)
        return False

application = app.build()
start = app.Start(application, app.themed(application), Path(sys.argv[1]), example=False)
watch = Watch()
application.installEventFilter(watch)
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
