# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F9: backup copies keep their promises whatever the clock says, whatever goes bad, and whoever pulls the stick."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.programme import backups, files
from revmentor_desktop.store import backups as kept
from revmentor_desktop.store import check, driver, rotation
from revmentor_desktop.store.errors import StoreError
from tests import factory
from tests.faults import disks, use_cases
from tests.faults.conftest import Faults
from tests.faults.killing import kill_one, server
from tests.faults.use_cases import Scene
from tests.store.test_rotation import Kept, histories, left

posix = pytest.mark.skipif(os.name != "posix", reason="kill -9 and limits of POSIX")
PROMISED = ((rotation.DAYS, "%Y-%m-%d"), (rotation.MONTHS, "%Y-%m"))


def rows_of(path: Path) -> str:
    """Return the digest of what a person put into a closed file, read without changing it."""
    with closing(driver.connect(path, "ro")) as connection:
        return check.rows_digest(connection)


def hold(history: list[Kept], limit: int) -> None:
    """Assert every promise of rotation about one history."""
    stay = {copy.sequence for copy in left(history)}
    verified = sorted((copy for copy in history if copy.verified), key=lambda copy: -copy.sequence)
    assert {copy.sequence for copy in history if not copy.verified} <= stay
    assert {copy.sequence for copy in verified[: rotation.NEWEST]} <= stay
    for places, form in PROMISED:
        labels = [copy.when.strftime(form) for copy in verified]
        newest = list(dict.fromkeys(labels))[:places]
        assert {verified[labels.index(label)].sequence for label in newest} <= stay
    assert {copy.sequence for copy in verified[: rotation.UNTOUCHED]} <= {copy.sequence for copy in left(history, limit)}


def test_no_history_of_clocks_breaks_a_promise_of_rotation(faults: Faults) -> None:
    count = faults.size(300, 2000)

    @settings(max_examples=count)
    @given(histories(), st.integers(0, 3000))
    def all_hold(history: list[Kept], limit: int) -> None:
        hold(history, limit)

    all_hold()
    faults.tell("F9 rotation", histories=count, promises_broken=0)


def clocks(chance: random.Random, count: int) -> list[datetime]:
    """Return moments as clocks go: on by hours or days, and now and then ten years back or seventy-three ahead."""
    now, found = factory.NOW, list[datetime]()
    for _ in range(count):
        found.append(now + chance.choice((timedelta(0),) * 6 + (timedelta(days=-3650), timedelta(days=26663))))
        now += chance.choice((timedelta(hours=1), timedelta(days=1), timedelta(days=20)))
    return found


def test_every_copy_that_is_kept_leads_back_to_its_state(life: Path, tmp_path: Path, faults: Faults) -> None:
    chance, folder = random.Random(9), tmp_path / "copias"  # noqa: S311
    states, made, stays = dict[Path, str](), faults.size(20, 300), tuple[backups.Copy, ...]()
    workspace = files.open_file(Path(shutil.copy(life, tmp_path / "x.revmentor")))
    for now in clocks(chance, made):
        use_cases.edit(Scene(workspace, chance, tmp_path))
        copy = backups.back_up(workspace, folder, now)
        states[copy.path] = rows_of(copy.path)
        backups.thin_out(folder, workspace)
        stays = backups.copies(folder, workspace)
        assert stays[0].path == copy.path
        assert all(one.verified for one in stays)
    assert {copy.path for copy in stays} <= states.keys()
    assert [copy.path for copy in stays][: rotation.NEWEST] == list(reversed(states))[: rotation.NEWEST]
    workspace.close()
    for copy in stays:
        backups.restore(copy.path, tmp_path / "vuelto.revmentor", factory.NOW)
        assert rows_of(tmp_path / "vuelto.revmentor") == states[copy.path]
        assert check.check(tmp_path / "vuelto.revmentor").sound
        (tmp_path / "vuelto.revmentor").unlink()
    faults.tell("F9 copies under random clocks", made=made, kept=len(stays), restored=len(stays))


def test_a_copy_that_went_bad_is_never_restored_as_if_it_were_sound(life: Path, tmp_path: Path, faults: Faults) -> None:
    chance, seen, tries = random.Random(10), Counter[str](), faults.size(40, 400)  # noqa: S311
    original = backups.back_up(life, tmp_path / "copias", factory.NOW)
    content, rows = original.path.read_bytes(), rows_of(original.path)
    used = [place for place, byte in enumerate(content) if byte]
    for number in range(tries):
        rotten = bytearray(content)
        rotten[chance.choice(used)] ^= 1 << chance.randrange(8)
        original.path.write_bytes(rotten)
        target = tmp_path / f"{number}.revmentor"
        try:
            backups.restore(original.path, target, factory.NOW)
        except StoreError as error:
            assert error.code in {"copy_damaged", "foreign", "newer", "password"}, error.code
            assert not target.exists()
            seen["refused"] += 1
        else:
            # A bit between the rows: nothing of what a person put in is different.
            assert rows_of(target) == rows
            assert kept.is_sound(original.path)
            seen["harmless"] += 1
    faults.tell("F9 copies with a flipped bit", tried=tries, **seen, changed_and_not_noticed=0)
    assert seen["refused"] > tries // 4


def test_a_pulled_stick_fails_the_copy_and_the_next_stick_takes_it(life: Path, tmp_path: Path) -> None:
    workspace = files.open_file(Path(shutil.copy(life, tmp_path / "x.revmentor")))
    with disks.mounted(tmp_path / "media", "1m") as media, disks.mounted(media / "lapiz", "4m") as stick:
        first = backups.back_up(workspace, stick / "copias", factory.NOW)
        disks.pull(stick)
        stick.rmdir()
        disks.make_read_only(media)  # nobody but the system makes folders there
        for action in (
            lambda: backups.back_up(workspace, stick / "copias", factory.NOW),
            lambda: workspace.copy_to(stick / "copia.revmentor"),
            lambda: backups.copy_outside(workspace, stick / "copia.revmentor"),
        ):
            with pytest.raises(StoreError, match=r"no_place|no_folder|read_only|missing"):
                action()
        assert backups.copies(first.path.parent, workspace) == ()
        use_cases.edit(Scene(workspace, random.Random(1), tmp_path))  # noqa: S311
        disks.make_read_only(media, read_only=False)
        stick.mkdir()
        with disks.mounted(stick, "4m"):
            assert kept.is_sound(backups.back_up(workspace, stick / "copias", factory.NOW).path)
            workspace.close()


@posix
def test_kills_while_copying_and_restoring_leave_whole_copies_and_the_old_file(life: Path, tmp_path: Path, faults: Faults) -> None:
    path = Path(shutil.copy(life, tmp_path / "x.revmentor"))
    folder, target, rows = tmp_path / "copias", tmp_path / "casa" / "x.revmentor", rows_of(path)
    target.parent.mkdir()
    chance, said, kills = random.Random(15), set[int](), faults.size(8, 100)  # noqa: S311
    order = json.dumps({"path": str(path), "folder": str(folder), "target": str(target)})
    with server("tests.faults.copying") as started:
        for _ in range(kills):
            said |= {int(line) for line in kill_one(started, order, chance.uniform(0.01, 0.2))}
    copies = kept.listed(folder)
    assert said
    assert said <= {copy.sequence for copy in copies}
    assert all(copy.verified and kept.is_sound(copy.path) for copy in copies)
    restored = [path, *target.parent.glob("*.revmentor")]
    for whole in restored:
        assert check.check(whole).sound
        assert rows_of(whole) == rows
    last = kept.of_closed(path, folder, factory.NOW)
    assert last.sequence > max(copy.sequence for copy in copies)
    assert not [each.name for each in folder.iterdir() if "medias" in each.name]
    faults.tell("F9 kill -9 while copying and restoring", kills=kills, copies=len(copies), restored=len(restored), unsound=0)


LIMITED = """
import resource
import signal
import sys
from datetime import datetime
from pathlib import Path
from revmentor_desktop.store import backups
from revmentor_desktop.store.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
for most in (1, 5_000, 60_000, path.stat().st_size - 4096):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        backups.of_closed(path, folder, datetime(2026, 11, 23, 15, 4))
    except StoreError as error:
        print(error.code)
"""


@posix
def test_a_write_that_fails_in_the_middle_leaves_nothing(life: Path, tmp_path: Path) -> None:
    path, folder = Path(shutil.copy(life, tmp_path / "x.revmentor")), tmp_path / "copias"
    first = kept.of_closed(path, folder, factory.NOW)
    before = sorted(folder.iterdir())
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path), str(folder)], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"io", "full"}
    assert len(done.stdout.split()) == 4
    assert sorted(folder.iterdir()) == before
    assert kept.is_sound(first.path)
