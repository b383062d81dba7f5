# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Sees every file that Python opens while SQLite has the same one open in this process: on Linux and macOS closing that handle drops
SQLite's locks, and another process may then write into the middle of a transaction.

Also a plugin of pytest (``-p tests.faults.watching``): it watches a whole run and writes what it saw where ``WATCHED_INTO`` says.
"""

import os
import sys
import traceback
from pathlib import Path

_OTHERS = (".lock", ".json", ".jsonl", ".pdf", ".png", ".part", ".log", ".po", ".csv", ".txt", ".py", ".pyc")
"""Files that no SQLite opens."""


def watch(folder: Path) -> list[str]:
    """Watch what lies under ``folder`` from now on, for the rest of the process; returns the list that fills."""
    found: list[str] = []
    root = os.path.realpath(folder) + os.sep

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event != "open" or not isinstance(arguments[0], str | bytes):
            return
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if path.startswith(root) and not path.endswith(_OTHERS) and not Path(path).is_dir() and _is_open(path):
            where = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_stack(limit=9)[:-1]]
            found.append(f"{Path(path).name} opened while open: {' < '.join(reversed(where))}")

    sys.addaudithook(hook)
    return found


def _is_open(path: str) -> bool:
    for handle in Path("/proc/self/fd").iterdir():
        try:
            if str(handle.readlink()) == path:
                return True
        except OSError:  # the one that lists the folder is gone by now
            continue
    return False


class Plugin:
    """Watches a run of pytest."""

    def __init__(self, folder: Path, report: Path) -> None:
        self._report = report
        self._found = watch(folder)

    def pytest_runtest_logfinish(self) -> None:
        """Write what was seen so far; an empty file says that a test was watched."""
        self._report.write_text("\n".join(self._found), encoding="utf-8")


def pytest_configure(config: object) -> None:
    """Begin to watch, where the run was asked to."""
    into = os.environ.get("WATCHED_INTO")
    manager = getattr(config, "pluginmanager", None)
    if into and manager is not None and not manager.has_plugin("watched files"):
        manager.register(Plugin(Path(os.environ["WATCHED_FOLDER"]), Path(into)), "watched files")
