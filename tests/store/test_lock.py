# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One user at a time; who it is, is known; a dead one never blocks."""

import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from revmentor_desktop.store import check
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.lock import Guard

HOLDER = """
import sys
from pathlib import Path
from revmentor_desktop.store.file import ProgrammeFile
file = ProgrammeFile.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
file.close()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def note_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.quien.json")


def test_a_second_process_is_refused_and_told_who_until_the_first_dies(path: Path) -> None:
    with holder(path) as first:
        for way in (ProgrammeFile.open, check.check):
            with pytest.raises(StoreError) as caught:
                way(path)
            assert caught.value.code == "in_use"
            assert caught.value.data["computer"] == platform.node()
            assert caught.value.data["since"]
            assert caught.value.data["elsewhere"] is False
        assert json.loads(note_of(path).read_text(encoding="utf-8"))["pid"] == first.pid
        first.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        first.wait(30)
    assert note_of(path).exists()
    with ProgrammeFile.open(path) as file:
        assert file.is_open
    assert not note_of(path).exists()


def test_the_same_process_cannot_open_a_file_twice(file: ProgrammeFile) -> None:
    with pytest.raises(StoreError, match="in_use"):
        ProgrammeFile.open(file.path)
    with file.transaction() as work:
        work.connection.exec_driver_sql("UPDATE firm SET name = 'x'")


def test_the_lock_file_is_empty_and_stays_and_the_note_goes(path: Path) -> None:
    lock = path.with_name(f".{path.name}.lock")
    with ProgrammeFile.open(path):
        assert note_of(path).exists()
        number = lock.stat().st_ino
    assert not note_of(path).exists()
    assert (lock.stat().st_size, lock.stat().st_ino) == (0, number)


def test_a_note_of_another_computer_asks_once(path: Path) -> None:
    note = {"user": "marta", "computer": "PORTATIL-RRHH", "pid": 1, "since": "2027-01-12T09:12+01:00", "program": "RevMentor Desktop"}
    note_of(path).write_text(json.dumps(note), encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        ProgrammeFile.open(path)
    assert caught.value.code == "in_use"
    assert caught.value.data == {"who": "marta", "computer": "PORTATIL-RRHH", "since": note["since"], "elsewhere": True}
    with ProgrammeFile.open(path, anyway=True):
        assert json.loads(note_of(path).read_text(encoding="utf-8"))["computer"] == platform.node()
    ProgrammeFile.open(path).close()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\0"])
def test_a_note_that_cannot_be_read_blocks_nobody(path: Path, text: str) -> None:
    note_of(path).write_text(text, encoding="utf-8")
    ProgrammeFile.open(path).close()


def test_a_guard_that_cannot_lie_beside_the_file_lies_in_the_own_folder(tmp_path: Path, own_home: Path) -> None:
    path = tmp_path / ("ñ" * 120 + ".revmentor")  # 250 bytes: no room for the name of a lock
    first, second = Guard(path), Guard(path)
    first.acquire()
    with pytest.raises(StoreError, match="in_use"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    assert list(tmp_path.iterdir()) == []
    assert [each.suffix for each in own_home.rglob("guards/*")] == [".lock"]


def test_a_refused_file_lets_the_guard_go(tmp_path: Path) -> None:
    path = tmp_path / "x.revmentor"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(StoreError, match="foreign"):
        ProgrammeFile.open(path)
    guard = Guard(path)
    guard.acquire()
    assert guard.held
    guard.release()
    assert not guard.held


def test_a_note_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    path = tmp_path / "x.revmentor"
    note_of(path).with_name(f"{note_of(path).name}.tmp").mkdir()
    first, second = Guard(path), Guard(path)
    first.acquire()
    with pytest.raises(StoreError) as caught:
        second.acquire()
    assert (caught.value.code, caught.value.data["who"]) == ("in_use", None)
    first.release()
