# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Inicio* on a real file, at a moment of the test's choice."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.home.screen import HomeScreen
from revmentor_desktop.ui.theme import Theme
from tests.factory import NOW

Open = Callable[..., HomeScreen]


@pytest.fixture
def open_home(qtbot: QtBot, theme: Theme) -> Iterator[Open]:
    """Make the screen of a workspace; what takes longer is worked out when it comes back."""
    bridges: list[Bridge] = []

    def opened(workspace: Workspace, now: datetime = NOW) -> HomeScreen:
        bridge = Bridge(workspace)
        bridges.append(bridge)
        screen = HomeScreen(theme, bridge, lambda: now)
        qtbot.addWidget(screen)
        screen.resize(1158, 690)
        screen.show()
        qtbot.waitUntil(lambda: screen.notices.note.text() != "…", timeout=10_000)
        return screen

    yield opened
    for bridge in bridges:
        bridge.close()
