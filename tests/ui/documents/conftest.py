# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The screen of documents over a small programme and over the example with its thirteen pairs."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import agreements, files, pairs, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory

ShowScreen = Callable[[Workspace], DocumentsScreen]


def accept(workspace: Workspace, mentor: PersonId, mentee: PersonId) -> None:
    """Make a pair of two people who both say yes."""
    pairs.make_pair(workspace, mentor, mentee)
    factory.accept(workspace, [workspace.snapshot().pairs_of(mentee)[0].id])


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A programme with one accepted pair that lacks nothing: goals and dates are there."""
    accept(workspace, *factory.two_people(workspace))
    pair = workspace.snapshot().pairs[0]
    pairs.set_goals(workspace, pair.id, "Presentar un plan", "Publicar con soltura")
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    return workspace


@pytest.fixture
def drafted(small: Workspace) -> Workspace:
    """The small programme with its draft."""
    agreements.prepare_drafts(small, factory.TODAY)
    return small


@pytest.fixture(scope="session")
def paired_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its thirteen pairs accepted, without agreements; made once, never written."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("paired") / "parejas.revmentor"))
    opened = files.open_file(path)
    pairs.use_completion(opened, pairs.complete(opened.snapshot()), accept_on=factory.TODAY)
    opened.close()
    return path


@pytest.fixture
def thirteen(paired_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the example with thirteen accepted pairs, open."""
    opened = files.open_file(Path(shutil.copy(paired_file, tmp_path / "parejas.revmentor")))
    yield opened
    opened.close()


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[ShowScreen]:
    """Shows the screen over a programme, told of its changes as the main window tells it."""
    made: list[tuple[DocumentsScreen, Bridge]] = []

    def build(workspace: Workspace) -> DocumentsScreen:
        bridge = Bridge(workspace)
        screen = DocumentsScreen(theme, bridge, lambda: factory.NOW)
        made.append((screen, bridge))
        bridge.changed.connect(screen.refresh)
        # As the main window does: small, whatever the layout would like.
        screen.setMinimumSize(300, 200)
        screen.resize(1158, 690)
        # Shortcuts only work in the active window.
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        return screen

    yield build
    for screen, bridge in made:
        screen.hide()
        bridge.close()


def pdf_printer(path: Path, *, copies: int = 3) -> QPrinter:
    """A printer whose sheets go to a file, coarse to be quick."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF())
    printer.setResolution(72)
    printer.setCopyCount(copies)
    return printer
