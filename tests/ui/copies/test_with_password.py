# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Copies of a file with a password: listed as such, looked into, recovered and carried out without asking for it again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, files, passwords
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper
from revmentor_desktop.ui.copies.rows import Sound
from tests.dialogs import answering, press
from tests.ui.copies.conftest import Hand, Open, change, spoil

PASSWORD = "cuatro palabras al azar"


@pytest.fixture
def example(example_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the example with a password, open."""
    path = Path(shutil.copy(example_file, tmp_path / "ejemplo.revmentor"))
    passwords.set_password(path, PASSWORD, [])
    opened = files.open_file(path, PASSWORD)
    yield opened
    opened.close()


def test_they_are_listed_and_whole_and_recovered_under_the_same_password(
    open_page: Open, keeper: CopyKeeper, example: Workspace, qtbot: QtBot
) -> None:
    assert keeper.before_risk()
    screen = open_page()
    (row,) = screen.copies.model.rows()
    assert (row.copy.encrypted, row.sound) == (True, Sound.WHOLE)
    assert row.spoken(screen.copies.model.today).endswith("Con contraseña")
    assert screen.file.lock.text().startswith("Con contraseña")
    with answering(press("Recuperar en un archivo nuevo")), qtbot.waitSignal(screen.toast, timeout=15_000):
        qtbot.mouseClick(screen.copies.restore, Qt.MouseButton.LeftButton)
    restored = files.open_file(example.path.with_name("ejemplo recuperado 2027-01-12.revmentor"), PASSWORD)
    assert len(restored.snapshot().people) == 28
    restored.close()


def test_the_stick_needs_no_warning(open_page: Open, keeper: CopyKeeper, qtbot: QtBot, tmp_path: Path) -> None:
    screen = open_page()
    stick = tmp_path / "LAPIZ"
    stick.mkdir()
    screen.choose_folder = lambda _parent, _title, _proposed: stick
    with qtbot.waitSignal(screen.outside_flow.finished, timeout=15_000):
        qtbot.mouseClick(screen.outside.stick, Qt.MouseButton.LeftButton)
    (copy,) = stick.iterdir()
    assert passwords.has_password(copy)
    assert not keeper.busy


def test_a_copy_from_before_the_password_keeps_its_own_and_is_not_called_damaged(
    open_page: Open, keeper: CopyKeeper, bridge: Bridge, hand: Hand, example_file: Path
) -> None:
    plain = backups.back_up(example_file, keeper.folder, hand.now)
    change(bridge.workspace)
    assert keeper.before_risk()
    screen = open_page()
    assert {row.sound for row in screen.copies.model.rows()} == {Sound.WHOLE}
    assert [row.copy.encrypted for row in screen.copies.model.rows()] == [True, False]
    assert bridge.workspace.file_uuid == plain.file_uuid


def test_an_older_copy_gone_bad_is_marked_under_a_password_too(open_page: Open, keeper: CopyKeeper, hand: Hand, example_file: Path) -> None:
    spoil(backups.back_up(example_file, keeper.folder, hand.now).path)
    screen = open_page()
    assert [row.sound for row in screen.copies.model.rows()] == [Sound.BAD]
