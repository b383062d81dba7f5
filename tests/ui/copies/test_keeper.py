# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Copies are made at the right moments, beside the window; a failure is remembered and never stops the work."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, file_notes, pairs
from revmentor_desktop.programme.copy_plan import Standing
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper, keeper_of
from tests.ui.copies.conftest import Hand, change, copy_at

Finished = Callable[[], None]
WORST = "a folder's rights mean nothing to the superuser" if os.name == "nt" or os.geteuid() == 0 else ""


def found(workspace: Workspace) -> int:
    return len(backups.copies(backups.copies_folder(), workspace))


def block(folder: Path) -> None:
    """Leave no way to make a copy: a file lies in the place of the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("not a folder")


def test_after_opening_a_file_that_has_no_copy_gets_one_by_itself(keeper: CopyKeeper, example: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeper.copied, timeout=10_000):
        keeper.start()
    assert found(example) == 1
    assert keeper.standing is Standing.GOOD


def test_a_file_equal_to_its_newest_copy_gets_none(keeper: CopyKeeper, example: Workspace, hand: Hand, finished: Finished) -> None:
    made = copy_at(example, hand.now - timedelta(days=1))
    keeper.make_now()
    finished()
    assert found(example) == 1
    assert keeper.copying.last == made.when


def test_half_an_hour_of_work_makes_one_and_half_an_hour_of_nothing_none(
    keeper: CopyKeeper, example: Workspace, hand: Hand, finished: Finished
) -> None:
    keeper.make_now()
    finished()
    hand.forward(minutes=31)
    keeper.look()
    assert not keeper.busy
    change(example)
    keeper.look()
    assert keeper.busy
    finished()
    hand.forward(minutes=10)
    change(example)
    keeper.look()
    assert (keeper.busy, found(example)) == (False, 2)


def test_what_is_done_while_a_copy_is_made_counts_for_the_next(
    keeper: CopyKeeper, example: Workspace, hand: Hand, finished: Finished
) -> None:
    keeper.make_now()
    change(example)
    finished()
    hand.forward(minutes=31)
    keeper.look()
    assert keeper.busy
    finished()


def test_before_a_risk_the_copy_is_there_when_it_returns(keeper: CopyKeeper, example: Workspace) -> None:
    assert keeper.before_risk()
    change(example)
    assert keeper.before_risk()
    assert found(example) == 2
    assert keeper.before_risk()
    assert found(example) == 2


@pytest.mark.parametrize(("actions", "copies"), [(20, 1), (21, 2)])
def test_closing_after_more_than_twenty_changes_makes_one(
    keeper: CopyKeeper, example: Workspace, finished: Finished, actions: int, copies: int
) -> None:
    keeper.make_now()
    finished()
    change(example, actions)
    keeper.at_close()
    assert found(example) == copies


def test_a_failure_is_said_remembered_and_forgotten_with_the_next_good_one(
    keeper: CopyKeeper, bridge: Bridge, hand: Hand, finished: Finished, qtbot: QtBot
) -> None:
    block(keeper.folder)
    with qtbot.waitSignal(keeper.failed, timeout=10_000) as signal:
        keeper.make_now()
    assert signal.args == ["no_folder"]
    assert (keeper.standing, keeper.before_risk()) == (Standing.FAILED, False)
    hand.forward(days=7)
    again = CopyKeeper(bridge, hand, keeper.folder)
    assert (again.standing, again.copying.why) == (Standing.LATE, "no_folder")
    keeper.folder.unlink()
    keeper.look()
    finished()
    assert keeper.standing is Standing.GOOD
    assert CopyKeeper(bridge, hand, keeper.folder).standing is Standing.NONE


@pytest.mark.skipif(bool(WORST), reason=WORST or "never")
def test_a_folder_that_may_not_be_written_fails_with_its_own_reason(keeper: CopyKeeper, qtbot: QtBot) -> None:
    keeper.folder.mkdir(parents=True)
    keeper.folder.chmod(0o500)
    with qtbot.waitSignal(keeper.failed, timeout=10_000) as signal:
        keeper.make_now()
    keeper.folder.chmod(0o700)
    assert signal.args == ["permission"]


def test_the_copy_goes_into_the_second_folder_too_and_fails_there_alone(
    keeper: CopyKeeper, example: Workspace, finished: Finished, tmp_path: Path
) -> None:
    second = tmp_path / "red"
    second.mkdir()
    keeper.choose_second_folder(second)
    finished()
    assert len(backups.copies(second, example)) == 1
    second.rename(tmp_path / "desenchufada")
    change(example)
    keeper.make_now()
    finished()
    assert (keeper.standing, keeper.second_standing, keeper.second.why) == (Standing.GOOD, Standing.FAILED, "no_folder")
    assert not second.exists()
    keeper.choose_second_folder(None)
    assert (keeper.second_folder, keeper.second_standing) == (None, Standing.NONE)


def test_old_copies_go_only_after_the_new_one(keeper: CopyKeeper, example: Workspace, hand: Hand, finished: Finished) -> None:
    for minute in range(12):
        copy_at(example, hand.now - timedelta(minutes=60 - minute))
    change(example)
    keeper.make_now()
    finished()
    kept = backups.copies(backups.copies_folder(), example)
    assert len(kept) == 10
    assert kept[0].when == hand.now


def test_a_copy_outside_is_due_two_weeks_after_there_was_somebody_to_lose(keeper: CopyKeeper, hand: Hand, tmp_path: Path) -> None:
    keeper.look()
    assert not keeper.outside_is_due
    hand.forward(days=15)
    assert keeper.outside_is_due
    keeper.note_outside(tmp_path)
    assert not keeper.outside_is_due


def test_an_empty_file_is_not_worth_carrying_out(workspace: Workspace, hand: Hand) -> None:
    empty = Bridge(workspace)
    keeper = CopyKeeper(empty, hand, backups.copies_folder())
    keeper.look()
    hand.forward(days=40)
    assert not keeper.outside_is_due
    assert file_notes.get(workspace.file_uuid, file_notes.WORTH_SINCE) is None
    empty.close()


def test_work_goes_on_while_a_copy_is_written(keeper: CopyKeeper, example: Workspace, finished: Finished) -> None:
    keeper.make_now()
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    assert example.undo() is not None
    finished()
    assert all(backups.is_sound(copy.path, example) for copy in backups.copies(keeper.folder, example))


def test_nobody_makes_copies_where_none_was_asked_for(bridge: Bridge) -> None:
    assert keeper_of(bridge) is None
