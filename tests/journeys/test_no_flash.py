# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Making a screen shows nothing but that screen: no part of it is a window of its own for a moment, which would take the keys away."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from revmentor_desktop.ui.interpreter import guard_constants
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import destinations
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.theme import Mode, Theme
from tests import factory


class Watcher(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def window(qtbot: QtBot, example_file: Path, tmp_path: Path) -> Iterator[MainWindow]:
    guard_constants()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(Theme(application, Mode.LIGHT), lambda: factory.NOW)
    program.start(Path(copy(example_file, tmp_path / "albor.revmentor")))
    assert program.current is not None
    qtbot.waitExposed(program.current.window)
    yield program.current.window
    program.end()


def test_no_part_of_a_screen_is_ever_a_window_of_its_own(window: MainWindow, qapp: QApplication) -> None:
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    places: list[tuple[str, object]] = [(place.key, None) for place in destinations()]
    places += [("programme", section) for section in ("edition", "firm", "criteria", "days", "topics", "sites")]
    places += [("people", "new"), ("people", ("hours", 3))]
    for key, target in places:
        window.show_screen(key, target)
        qapp.processEvents()
    qapp.removeEventFilter(watcher)
    assert not watcher.shown
