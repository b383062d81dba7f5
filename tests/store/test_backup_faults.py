# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Killed, or without room: the older copies stay sound, no half copy bears a copy's name (small runs of a release's long ones)."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from revmentor_desktop.store import backups, check
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.restore import restore
from tests.store.killing import kill_one
from tests.store.test_backups import NOW, names_in, rows_of

posix = pytest.mark.skipif(os.name != "posix", reason="kill -9 and limits of POSIX")

COPIER = """
import os
import sys
from datetime import datetime
from pathlib import Path
from revmentor_desktop.store import backups
from revmentor_desktop.store.restore import restore

path, folder, target, now = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), datetime(2026, 11, 23, 15, 4)

def work():
    print("pid", os.getpid(), flush=True)
    while True:
        copy = backups.of_closed(path, folder, now)
        os.write(1, b"%d\\n" % copy.sequence)  # one write: a kill must not part the number from its end of line
        restore(copy.path, target, now)

for _ in sys.stdin:  # each line asks for a fresh process; importing once keeps the test short
    if (child := os.fork()) == 0:
        work()
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


@posix
def test_kills_while_copying_and_restoring_leave_whole_copies_and_the_old_file(path: Path, tmp_path: Path) -> None:
    folder, target, rows = tmp_path / "copias", tmp_path / "casa" / "x.revmentor", rows_of(path)
    target.parent.mkdir()
    chance = random.Random(15)  # noqa: S311
    said: set[int] = set()
    command = [sys.executable, "-c", COPIER, str(path), str(folder), str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        for _ in range(8):
            said |= kill_one(server, chance.uniform(0.01, 0.2))
        server.communicate()
    copies = backups.listed(folder)
    assert said
    assert said <= {copy.sequence for copy in copies}
    assert all(copy.verified and backups.is_sound(copy.path) for copy in copies)
    for whole in (path, *target.parent.glob("*.revmentor")):
        assert check.check(whole).sound
        assert rows_of(whole) == rows
    last = backups.of_closed(path, folder, NOW)
    assert last.sequence > max(copy.sequence for copy in copies)
    assert not [name for name in names_in(folder) if "medias" in name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, mounted by root alone."""
    folder = tmp_path / "lapiz"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, free: int) -> None:
    """Leave about ``free`` bytes on a disk."""
    (disk / "lleno").unlink(missing_ok=True)
    state = os.statvfs(disk)
    (disk / "lleno").write_bytes(b"x" * max(0, state.f_bavail * state.f_frsize - free))


@posix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a small disk is made with Linux's mount")
def test_a_full_disk_keeps_the_older_copies_and_no_part_of_a_new_one(small_disk: Path, path: Path) -> None:
    first = backups.of_closed(path, small_disk, NOW)
    refusals = 0
    for free in range(0, first.size + 140_000, 24_576):
        fill(small_disk, free)
        before = names_in(small_disk)
        try:
            made = backups.of_closed(path, small_disk, NOW)
        except StoreError as error:
            refusals += 1
            assert error.code == "full"
            assert names_in(small_disk) == before
            assert len(backups.listed(small_disk)) == 1
        else:
            assert backups.is_sound(made.path)
            made.path.unlink()
        assert backups.is_sound(first.path)
    assert 2 < refusals < 20


@posix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a small disk is made with Linux's mount")
def test_a_full_disk_leaves_the_file_that_was_to_be_replaced(small_disk: Path, path: Path, tmp_path: Path) -> None:
    copy = backups.of_closed(path, tmp_path / "copias", NOW)
    target = small_disk / "x.revmentor"
    target.write_bytes(b"the old one")
    for free in (0, 4096, copy.size - 4096):
        fill(small_disk, free)
        with pytest.raises(StoreError, match="full"):
            restore(copy.path, target, NOW)
        assert target.read_bytes() == b"the old one"
        assert {each.name for each in small_disk.iterdir()} <= {"x.revmentor", ".x.revmentor.lock", "lleno"}


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
def test_a_write_that_fails_in_the_middle_leaves_nothing(path: Path, tmp_path: Path) -> None:
    first = backups.of_closed(path, tmp_path / "copias", NOW)
    before = names_in(tmp_path / "copias")
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path), str(tmp_path / "copias")], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"io", "full"}
    assert len(done.stdout.split()) == 4
    assert names_in(tmp_path / "copias") == before
    assert backups.is_sound(first.path)
