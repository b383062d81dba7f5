# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F1: a process killed in the middle of any use case loses nothing that it said was saved, and leaves nothing half done."""

import json
import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from revmentor_desktop.store import backups, check, driver, encryption, header, keys
from revmentor_desktop.store.keys import RawKey
from tests.faults import at_work
from tests.faults.conftest import Faults
from tests.faults.killing import kill_one, server

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9")
FRESH = 20
"""Kills after which a new file is taken, so that it does not grow without end."""


@pytest.fixture(scope="module")
def worker() -> Iterator[subprocess.Popen[str]]:
    """The server whose children are killed."""
    with server("tests.faults.at_work") as started:
        yield started


def state_of(path: Path, key: RawKey | None) -> str:
    """Return the digests of a file that a kill left; by a connection like any other, which rolls a cut commit back."""
    with closing(driver.connect(path, "rw", key and key.pragma)) as connection:
        check.admit(connection)
        assert not check.faults(connection)
        return " ".join(at_work.digests(connection))


def after(said: list[str], before: str) -> tuple[str, str | None, int]:
    """Return the state that was said to be saved last, the one on its way, and how many were said to be saved."""
    saved, coming, count = before, None, 0
    for line in said:
        if line.startswith("will "):
            coming = line.removeprefix("will ")
        elif line == "did" and coming is not None:
            saved, coming, count = coming, None, count + 1
    return saved, coming, count


def killed_often(worker: subprocess.Popen[str], original: Path, folder: Path, kills: int, key: RawKey | None) -> dict[str, int]:
    """Kill a child so many times; return what was counted."""
    chance, seen, path, state = random.Random(kills), Counter[str](), folder / "x.revmentor", ""  # noqa: S311
    copies: set[Path] = set()
    for kill in range(kills):
        if kill % FRESH == 0:
            shutil.copy(original, path)
            state = state_of(path, key)
        order = json.dumps({"path": str(path), "folder": str(folder), "seed": kill, "password": key and key.printed()})
        # One in three from the first moment of opening on, the others while they work, however slow the machine is.
        if kill % 3 == 0:
            said = kill_one(worker, order, chance.uniform(0, 0.1))
        else:
            said = kill_one(worker, order, chance.uniform(0, 0.06), once="did", times=chance.randint(1, 4))
        saved, coming, count = after(said, state)
        seen["hot_journals"] += header.is_hot(path)
        now = state_of(path, key)
        assert now in {saved, coming}, (kill, said)
        seen["unsaid"] += now != saved
        seen["acknowledged"] += count
        state = now
        copies |= {Path(line.removeprefix("copied ")) for line in said if line.startswith("copied ")}
    assert all(backups.is_sound(copy, key) for copy in copies)
    return {"acknowledged": 0, "unsaid": 0, **seen, "copies": len(copies)}


def test_kills_in_any_use_case_lose_nothing_and_leave_nothing_half_done(
    worker: subprocess.Popen[str], life: Path, tmp_path: Path, faults: Faults
) -> None:
    kills = faults.size(60, 500)
    seen = killed_often(worker, life, tmp_path, kills, None)
    assert seen["acknowledged"] > kills
    assert seen["copies"]
    faults.tell("F1 kill -9, plain", kills=kills, damaged=0, lost=0, phantom=0, **seen)


def test_kills_of_an_encrypted_programme_lose_nothing(worker: subprocess.Popen[str], life: Path, tmp_path: Path, faults: Faults) -> None:
    secret = tmp_path / "secreto.revmentor"
    shutil.copy(life, secret)
    key = RawKey(os.urandom(keys.KEY_BYTES + keys.SALT_BYTES).hex())
    encryption.encrypt(secret, key)
    kills = faults.size(6, 500)
    seen = killed_often(worker, secret, tmp_path, kills, key)
    assert seen["acknowledged"] > kills
    faults.tell("F1 kill -9, encrypted", kills=kills, damaged=0, lost=0, phantom=0, **seen)
