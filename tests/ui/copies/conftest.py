# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The keeper and the page of copies on a real file, at a moment of the test's choice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, editions
from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper
from revmentor_desktop.ui.copies.screen import CopiesScreen
from revmentor_desktop.ui.theme import Theme
from tests.factory import NOW


class Hand:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **passed: float) -> None:
        self.now += timedelta(**passed)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def bridge(example: Workspace) -> Iterator[Bridge]:
    made = Bridge(example)
    yield made
    made.close()


@pytest.fixture
def keeper(bridge: Bridge, hand: Hand) -> CopyKeeper:
    """Who makes the copies of the example, treated as somebody's own file."""
    return CopyKeeper(bridge, hand, backups.copies_folder())


@pytest.fixture
def finished(qtbot: QtBot, keeper: CopyKeeper) -> Callable[[], None]:
    """Wait until nothing is being copied."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not keeper.busy, timeout=10_000)

    return wait


Open = Callable[[], CopiesScreen]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, bridge: Bridge, hand: Hand) -> Iterator[Open]:
    """Show the page; the list is read and every copy looked into when it comes back."""
    shown: list[CopiesScreen] = []

    def opened() -> CopiesScreen:
        screen = CopiesScreen(theme, bridge, hand)
        shown.append(screen)
        qtbot.addWidget(screen)
        screen.resize(1158, 690)
        screen.show()
        qtbot.waitExposed(screen)
        settle(qtbot, screen)
        return screen

    yield opened
    for screen in shown:
        screen.hide()


def settle(qtbot: QtBot, screen: CopiesScreen) -> None:
    """Wait until the page knows its copies."""
    qtbot.waitUntil(lambda: screen.reading.read_once and not screen.reading.checking, timeout=10_000)


def copy_at(workspace: Workspace, when: datetime, folder: Path | None = None) -> Copy:
    """Make a copy at a moment."""
    return backups.back_up(workspace, folder or backups.copies_folder(), when)


def spoil(copy: Path, letters: bytes = b"Serrano") -> None:
    """Change one letter of what a copy holds, as a disk that goes bad does."""
    content = copy.read_bytes()
    assert letters in content
    copy.write_bytes(content.replace(letters, letters[:-1] + b"x"))


def change(workspace: Workspace, number: int = 1) -> None:
    """Do so many actions."""
    for place in range(number):
        firm = workspace.snapshot().firm
        town = f"Huesca {place}" if firm.town != f"Huesca {place}" else "Teruel"
        editions.save_firm(workspace, replace(firm, town=town))
