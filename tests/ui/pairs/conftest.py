# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The board over a copy of the example, as the window would show it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.ui.pairs.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, example: Workspace) -> Iterator[Desk]:
    """The board with the 28 people of the example and no pair."""
    yield from opened(qtbot, theme, example)


@pytest.fixture
def bare_desk(qtbot: QtBot, theme: Theme, workspace: Workspace) -> Iterator[Desk]:
    """The board of an empty programme."""
    yield from opened(qtbot, theme, workspace)


@pytest.fixture
def small(qtbot: QtBot, theme: Theme, workspace: Workspace) -> Iterator[Desk]:
    """Lucía, who teaches, and Gonzalo, who learns, as they fit."""
    factory.two_people(workspace)
    yield from opened(qtbot, theme, workspace)


def opened(qtbot: QtBot, theme: Theme, workspace: Workspace) -> Iterator[Desk]:
    bridge = Bridge(workspace)
    made = Desk(qtbot, theme, bridge)
    yield made
    made.screen.hide()
    bridge.close()
