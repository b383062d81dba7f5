# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The screen *Programa* over the example, as it stands in the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory


@pytest.fixture
def bridge(example: Workspace) -> Iterator[Bridge]:
    made = Bridge(example)
    made.undo_action = QAction("Deshacer", made)
    made.undo_action.triggered.connect(example.undo)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, bridge: Bridge) -> Iterator[ProgrammeScreen]:
    made = ProgrammeScreen(theme, bridge, lambda: factory.NOW)
    qtbot.addWidget(made)
    bridge.changed.connect(made.refresh)
    made.resize(1158, 690)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
