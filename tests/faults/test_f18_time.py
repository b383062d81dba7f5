# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F18: sessions are wall time: no time zone of the computer, and no change to or from summer time, moves one.

(Copies under clocks ten years back and seventy-three ahead are in F9.)
"""

import itertools
import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from revmentor_desktop.programme import files, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import sessions as stored
from tests import factory
from tests.faults import use_cases
from tests.faults.conftest import Faults
from tests.faults.use_cases import Scene

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows can't change the time zone of one process")
ZONES = ("Europe/Madrid", "Atlantic/Canary", "UTC", "Asia/Kolkata")
TURNS = (datetime(2027, 3, 28, 2, 30), datetime(2027, 10, 31, 2, 30), datetime(2027, 1, 19, 9))  # noqa: DTZ001 (wall time)
"""In the hour that is skipped, in the one that comes twice, and in neither."""


@pytest.fixture
def zoned(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test change the time zone of this process; it is put back at the end."""
    with monkeypatch.context() as changed:
        yield changed
    time.tzset()


def move_to(zoned: pytest.MonkeyPatch, zone: str) -> None:
    """Travel."""
    zoned.setenv("TZ", zone)
    time.tzset()


def written_and_read(workspace: Workspace, zoned: pytest.MonkeyPatch, zones: tuple[str, str], start: datetime) -> datetime | None:
    """Write a session's start in one zone, and read it in another."""
    session = workspace.snapshot().sessions[0]
    move_to(zoned, zones[0])
    with workspace.action("move_session") as cx:
        stored.update(cx, replace(session, start=start))
    move_to(zoned, zones[1])
    return next(each.start for each in workspace.snapshot().sessions if each.id == session.id)


def test_a_session_is_at_the_same_hour_wherever_it_is_read(example: Workspace, zoned: pytest.MonkeyPatch, faults: Faults) -> None:
    chance, tries = random.Random(18), faults.size(48, 2000)  # noqa: S311
    scene = Scene(example, chance, example.path.parent)
    use_cases.pair(scene)
    use_cases.plan(scene)
    matrix = list(itertools.product(ZONES, TURNS))
    for number in range(tries):
        zone, turn = matrix[number % len(matrix)]
        start = turn + timedelta(minutes=chance.randrange(-120, 120) if number >= len(matrix) else 0)
        assert written_and_read(example, zoned, (zone, chance.choice(ZONES)), start) == start
    faults.tell("F18 sessions read in another time zone", tried=tries, moved=0)


def test_the_plan_does_not_depend_on_where_the_computer_is(life: Path, tmp_path: Path, zoned: pytest.MonkeyPatch) -> None:
    plans = list[object]()
    path = tmp_path / "x.revmentor"
    path.write_bytes(life.read_bytes())
    for zone in ZONES:
        move_to(zoned, zone)
        workspace = files.open_file(path)
        everybody = {session.pair_id for session in workspace.snapshot().sessions}
        sessions.clear_plan(workspace, everybody)
        plans.append(sessions.propose_plan(workspace.snapshot(), factory.TODAY))
        workspace.undo()
        workspace.close()
    assert all(plan == plans[0] for plan in plans)
