# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file in the middle of its sessions, opened only to be looked at, in the whole window."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.programme import agreements, editions, files, pairs, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.documents import papers
from revmentor_desktop.ui.documents.rows import Kind
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.screens import makers
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import viewing
from tests import factory
from tests.ui.viewing.hands import Hands

ASKING, TODAY = date(2027, 1, 12), date(2027, 4, 20)


@pytest.fixture(scope="session")
def lively_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with pairs in every state, a plan, actas, agreements (one printed) and a closure; made once, never written."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("lively") / "vista.revmentor"))
    workspace = files.open_file(path)
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()))
    made = [pair.id for pair in workspace.snapshot().pairs]
    pairs.consult(workspace, made[:6], ASKING)
    factory.accept(workspace, made[:3], ASKING)
    pairs.set_goals(workspace, made[0], "Negociar sin ayuda", "")
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), ASKING))
    agreements.prepare_drafts(workspace, ASKING)
    snapshot = workspace.snapshot()
    first = snapshot.agreements[0]
    agreements.mark_printed(workspace, {first.id: papers.draw(snapshot, first, Kind.AGREEMENT)}, ASKING)
    factory.accept(workspace, made[3:4], TODAY)
    for session in [one for one in snapshot.sessions if one.start is not None and one.start.date() < TODAY][:-2]:
        sessions.log_session(workspace, session.id, SessionLog(session.start.date() if session.start else TODAY, 60, rating=4), TODAY)
    editions.add_closure(workspace, date(2027, 4, 21), date(2027, 4, 22), "Inventario")
    workspace.close()
    return path


@pytest.fixture
def viewed(lively_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the lively file, opened to be read. At the end it has the same bytes, and nothing lies beside it."""
    path = Path(shutil.copy(lively_file, tmp_path / "vista.revmentor"))
    before = path.read_bytes()
    opened = files.open_to_read(path)
    yield opened
    opened.close()
    assert path.read_bytes() == before
    assert [other.name for other in path.parent.iterdir() if other.name.startswith("vista")] == ["vista.revmentor"]


@pytest.fixture
def hands(qtbot: QtBot, theme: Theme, viewed: Workspace) -> Iterator[Hands]:
    """The window on that file, in sight, and hands to use it."""
    bridge = Bridge(viewed)
    window = MainWindow(theme, with_history=True)
    window.set_search(viewed.snapshot)
    for key, make in makers(theme, bridge, lambda: datetime(2027, 4, 20, 10, 0)).items():  # noqa: DTZ001 - wall time
        window.add_place(key, make)
    snapshot = viewed.snapshot()
    window.set_names(snapshot.edition.name, snapshot.firm.name)
    window.show_viewing_band(*viewing.band(viewed.read_only), why=viewed.read_only)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    used = Hands(qtbot, window, viewed)
    yield used
    used.rest()
    window.hide()
    bridge.close()
