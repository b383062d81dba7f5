# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Backup copies of a programme, open or closed, and the way back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from revmentor_desktop.programme import backups, files, pairs
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from tests import factory

NOW = datetime(2026, 11, 23, 15, 4)  # noqa: DTZ001 (wall time)


def test_an_open_programme_is_copied_as_it_stands_and_work_goes_on(example: Workspace, tmp_path: Path) -> None:
    before = example.snapshot()
    copy = backups.back_up(example, tmp_path / "copias", NOW)
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    later = backups.back_up(example, tmp_path / "copias", NOW + timedelta(minutes=30))
    assert (copy.people, copy.pairs, later.pairs) == (28, 0, 13)
    assert backups.copies(tmp_path / "copias", example) == (later, copy)
    assert example.next_undo is not None
    restored = backups.restore(copy.path, tmp_path / "antes.revmentor", NOW)
    workspace = files.open_file(restored.path)
    assert workspace.snapshot() == before
    workspace.close()


def test_a_programme_is_told_from_the_others_in_the_folder(example: Workspace, example_file: Path, tmp_path: Path) -> None:
    other = factory.new_file(tmp_path)
    backups.back_up(other, tmp_path / "copias", NOW)
    mine = backups.back_up(example, tmp_path / "copias", NOW)
    twin = backups.back_up(example_file, tmp_path / "copias", NOW)
    assert backups.copies(tmp_path / "copias", example) == (twin, mine)
    assert len(backups.copies(tmp_path / "copias")) == 3
    assert backups.copies(tmp_path / "no", example) == ()
    other.close()


def test_going_back_in_place_keeps_what_was_there(example: Workspace, tmp_path: Path) -> None:
    copy = backups.back_up(example, tmp_path / "copias", NOW)
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    with pytest.raises(StoreError, match="in_use"):
        backups.restore(copy.path, example.path, NOW)
    after = example.snapshot()
    example.close()
    restored = backups.restore(copy.path, example.path, NOW)
    assert (restored.pairs, files.check(example.path).pairs) == (0, 0)
    assert restored.set_aside is not None
    workspace = files.open_file(restored.set_aside)
    assert workspace.snapshot() == after
    workspace.close()


def test_numbers_go_on_after_going_back(example: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "copias"
    first, last = (backups.back_up(example, folder, NOW) for _ in range(2))
    path = example.path
    example.close()
    backups.restore(first.path, path, NOW)
    assert backups.back_up(path, folder, NOW).sequence == last.sequence + 1


def test_a_copy_is_made_again_only_after_a_change(example: Workspace, tmp_path: Path) -> None:
    assert backups.back_up_if_changed(example, tmp_path / "copias", NOW) is not None
    assert backups.back_up_if_changed(example, tmp_path / "copias", NOW) is None
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    assert backups.back_up_if_changed(example, tmp_path / "copias", NOW) is not None
    example.undo()
    assert backups.back_up_if_changed(example, tmp_path / "copias", NOW) is not None


def test_thinning_out_leaves_the_newest_ten_of_one_day(example: Workspace, tmp_path: Path) -> None:
    made = [backups.back_up(example, tmp_path, NOW) for _ in range(11)]
    removed = backups.thin_out(tmp_path, example)
    assert removed.expired == (made[0],)
    assert not made[0].path.exists()
    assert all(backups.is_sound(copy.path) for copy in made[1:])
