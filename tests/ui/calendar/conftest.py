# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A calendar on real files: the example with accepted pairs, with and without its plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.sessions import Session, SessionId
from revmentor_desktop.programme import files, pairs, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory

NOW = datetime(2027, 4, 20, 8, 30)  # noqa: DTZ001 - wall time, as the program keeps it
TODAY = NOW.date()


@dataclass
class Calendar:
    """The screen under test, what it said, and how a user reaches things on it."""

    qtbot: QtBot
    workspace: Workspace
    bridge: Bridge
    screen: CalendarScreen
    said: list[tuple[str, object]] = field(default_factory=list)
    gone: list[tuple[str, object]] = field(default_factory=list)

    def show(self) -> None:
        self.screen.resize(1158, 690)
        self.screen.show()
        self.qtbot.waitExposed(self.screen)
        self.screen.activateWindow()
        self.qtbot.waitUntil(self.screen.isActiveWindow)

    def click_session(self, session_id: SessionId) -> None:
        viewport = self.screen.card.month.viewport()
        self.click_at(self._point(session_id), viewport)

    def click_at(self, point: QPoint, widget: object) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)

    def click(self, widget: object) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, widget: object = None) -> None:
        self.qtbot.keyClick(widget or self.screen.card.month, key, modifier)

    def session(self, session_id: SessionId) -> Session:
        return next(each for each in self.workspace.snapshot().sessions if each.id == session_id)

    def on(self, day: date) -> list[Session]:
        found = [each for each in self.workspace.snapshot().sessions if each.start is not None and each.start.date() == day]
        return sorted(found, key=lambda each: (each.start, each.pair_id))

    def _point(self, session_id: SessionId) -> QPoint:
        point = self.screen.card.month.point_of(session_id)
        assert point is not None, "the session is not in sight"
        return point


@pytest.fixture(scope="session")
def accepted_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with 13 accepted pairs and no session."""
    path = Path(copy(example_file, tmp_path_factory.mktemp("accepted") / "aceptadas.revmentor"))
    workspace = files.open_file(path)
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()), factory.TODAY)
    workspace.close()
    return path


@pytest.fixture(scope="session")
def planned_file(accepted_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its 130 sessions."""
    path = Path(copy(accepted_file, tmp_path_factory.mktemp("planned") / "plan.revmentor"))
    workspace = files.open_file(path)
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    workspace.close()
    return path


Opener = Callable[[Workspace, datetime], Calendar]


@pytest.fixture
def open_calendar(qtbot: QtBot, theme: Theme) -> Iterator[Opener]:
    """Build the screen on a workspace at a moment; closed at the end."""
    made: list[Calendar] = []

    def build(workspace: Workspace, now: datetime = NOW) -> Calendar:
        bridge = Bridge(workspace)
        bridge.undo_action = QAction("Deshacer", bridge)
        screen = CalendarScreen(theme, bridge, lambda: now)
        qtbot.addWidget(screen)
        calendar = Calendar(qtbot, workspace, bridge, screen)
        screen.toast.connect(lambda text, action: calendar.said.append((text, action)))
        screen.go.connect(lambda key, target: calendar.gone.append((key, target)))
        bridge.changed.connect(screen.refresh)
        screen.refresh(frozenset())
        made.append(calendar)
        return calendar

    yield build
    for calendar in made:
        calendar.screen.hide()
        calendar.bridge.close()


@pytest.fixture
def planned(planned_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    workspace = files.open_file(Path(copy(planned_file, tmp_path / "plan.revmentor")))
    yield workspace
    workspace.close()


@pytest.fixture
def accepted(accepted_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    workspace = files.open_file(Path(copy(accepted_file, tmp_path / "aceptadas.revmentor")))
    yield workspace
    workspace.close()


@pytest.fixture
def calendar(planned: Workspace, open_calendar: Opener) -> Calendar:
    """The planned example on 20 April 2027, in sight."""
    built = open_calendar(planned, NOW)
    built.show()
    return built
