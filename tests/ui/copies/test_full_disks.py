# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Copies on disks that are really full, or pulled out. Only root may mount such disks; elsewhere these are skipped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups
from revmentor_desktop.programme.copy_plan import Standing
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper
from tests.dialogs import answering, press
from tests.faults import disks
from tests.ui.copies.conftest import Hand, Open, change


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with disks.mounted(tmp_path / "disco", "2m") as place:
        yield place


def test_a_full_disk_fails_whole_and_is_tried_again_until_there_is_room(
    bridge: Bridge, example: Workspace, hand: Hand, disk: Path, qtbot: QtBot
) -> None:
    keeper = CopyKeeper(bridge, hand, disk / "copias")
    assert keeper.before_risk()
    before = disks.names_on(disk)
    disks.fill(disk, 40_000)
    change(example)
    assert not keeper.before_risk()
    assert (keeper.standing, keeper.copying.why) == (Standing.FAILED, "full")
    assert disks.names_on(disk) == before
    hand.forward(minutes=4)
    keeper.look()
    assert not keeper.busy
    (disk / disks.FILLER).unlink()
    hand.forward(minutes=1)
    with qtbot.waitSignal(keeper.copied, timeout=10_000):
        keeper.look()
    assert keeper.standing is Standing.GOOD


def test_a_full_stick_is_said_and_nothing_half_stays_on_it(open_page: Open, keeper: CopyKeeper, disk: Path, qtbot: QtBot) -> None:
    disks.fill(disk, 60_000)
    screen = open_page()
    screen.choose_folder = lambda _parent, _title, _proposed: disk
    with answering(press("Guardar sin contraseña")), qtbot.waitSignal(screen.outside_flow.refused, timeout=10_000):
        screen.copy_outside()
    assert "No hay sitio suficiente" in screen.notices.outcome.accessibleName()
    assert disks.names_on(disk) == set()
    assert not keeper.busy


def test_a_stick_is_another_disk_and_a_folder_beside_the_file_is_not(open_page: Open, example: Workspace, disk: Path) -> None:
    screen = open_page()
    assert screen.lies_apart(disk, example.path)
    assert not screen.lies_apart(example.path.parent, example.path)


def test_a_second_disk_that_was_pulled_out_leaves_the_usual_place_alone(
    keeper: CopyKeeper, example: Workspace, disk: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.copied, timeout=10_000):
        keeper.choose_second_folder(disk)
    assert len(backups.copies(disk, example)) == 1
    disks.pull(disk)
    disk.rmdir()
    change(example)
    with qtbot.waitSignal(keeper.copied, timeout=10_000):
        keeper.make_now()
    assert (keeper.second.why, disk.exists()) == ("no_folder", False)
