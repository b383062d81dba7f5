# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A programme in the middle of its sessions with something private on everybody, in the whole window."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import agreements, files, pairs, people, scenarios, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.theme import Theme
from tests import factory

ASKING = date(2027, 1, 12)
SECRET = "Xylófono"
"""What somebody wrote in every private field."""


@pytest.fixture(scope="session")
def private_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with pairs in every state, a plan, agreements, an incompatibility, and private words; made once, never written."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("private") / "vista.revmentor"))
    workspace = files.open_file(path)
    found = pairs.complete(workspace.snapshot())
    scenarios.save(workspace, SECRET, found, ASKING)
    pairs.use_completion(workspace, found)
    made = [pair.id for pair in workspace.snapshot().pairs]
    pairs.consult(workspace, made[:6], ASKING)
    factory.accept(workspace, made[:3], ASKING)
    pairs.set_goals(workspace, made[0], SECRET, SECRET)
    pairs.unpair(workspace, made[-1])
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), ASKING))
    agreements.prepare_drafts(workspace, ASKING)
    _write_private_words(workspace, made[-2])
    workspace.close()
    return path


def _write_private_words(workspace: Workspace, blocked: pairs.PairId) -> None:
    snapshot = workspace.snapshot()
    for enrolment in snapshot.enrolments.values():
        people.save_enrolment(workspace, replace(enrolment, private_notes=SECRET, motivation=SECRET, expectation=SECRET))
    pair = snapshot.pair(blocked)
    people.add_exclusion(workspace, pair.mentor_id, pair.mentee_id, SECRET)
    people.add_exclusion(workspace, PersonId(1), PersonId(14), SECRET)


@pytest.fixture
def opened(private_file: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[OpenProgramme]:
    """The window on a copy of that file, in sight, with names."""
    workspace = files.open_file(Path(shutil.copy(private_file, tmp_path / "vista.revmentor")))
    programme = OpenProgramme(theme, workspace, lambda: datetime(2027, 2, 9, 10, 0))  # noqa: DTZ001 - wall time
    qtbot.addWidget(programme.window)
    with qtbot.waitActive(programme.window):
        programme.window.show()
        programme.window.activateWindow()
    yield programme
    programme.window.hide()
    programme.let_go()
    workspace.close()
