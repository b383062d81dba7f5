# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Personas* as the user has it: on a window, over a real file, with a clock that stands still."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.people import Person, PersonId, folded
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.field import Field
from tests import factory


@dataclass
class Desk:
    """The screen over a programme, and what it said at the foot."""

    screen: PeopleScreen
    workspace: Workspace
    said: list[tuple[str, object]]

    def person(self, name: str) -> Person:
        """Return somebody by full name, accents ignored."""
        return next(p for p in self.workspace.snapshot().people.values() if folded(p.full_name) == folded(name))

    def open(self, name: str) -> PersonId:
        """Open somebody's form."""
        person_id = self.person(name).id
        self.screen.open_person(person_id)
        return person_id

    def names(self) -> list[str]:
        """Return the names in the table, from top to bottom."""
        return [row.name for row in self.screen.card.model.shown()]


def typed(field: Field) -> str:
    """Return what stands in a field of text."""
    editor = field.editor
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.property("text")


MakeDesk = Callable[[Workspace], Desk]


@pytest.fixture
def make_desk(qtbot: QtBot, theme: Theme) -> Iterator[MakeDesk]:
    """Open the screen over a programme, in sight and with the keys."""
    bridges: list[Bridge] = []

    def make(workspace: Workspace) -> Desk:
        bridge = Bridge(workspace)
        bridges.append(bridge)
        screen = PeopleScreen(theme, bridge, lambda: factory.NOW)
        bridge.changed.connect(screen.refresh)
        qtbot.addWidget(screen)
        said: list[tuple[str, object]] = []
        screen.toast.connect(lambda text, action: said.append((text, action)))
        screen.resize(1158, 690)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return Desk(screen, workspace, said)

    yield make
    for window in QApplication.topLevelWidgets():
        window.hide()
    for bridge in bridges:
        bridge.close()


@pytest.fixture
def desk(make_desk: MakeDesk, example: Workspace) -> Desk:
    """The screen over the example: 28 people."""
    return make_desk(example)


@pytest.fixture
def empty_desk(make_desk: MakeDesk, workspace: Workspace) -> Desk:
    """The screen over a programme without people."""
    return make_desk(workspace)
