# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F8: killed while an old file is brought up to date, it is the old or the new one. F8b: a newer file is read or refused, never touched."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from revmentor_desktop import cli
from revmentor_desktop.programme import files
from revmentor_desktop.store import driver, encryption, meta, upgrade
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.migrations.runner import Step
from revmentor_desktop.ui.words import errors
from tests.faults.conftest import Faults
from tests.faults.killing import begin, kill_one, rest, server
from tests.files import contents, make
from tests.store import next_release
from tests.store.test_upgrade import Rows, as_next, as_today, read

NEWEST = make.HERE / f"schema-{runner.LATEST}.revmentor"
MOST = 2.0
"""How many times as long as an undisturbed upgrade a kill may come."""


@dataclass(frozen=True)
class Release:
    """A release that brings an older file up to date: its steps, and what it makes of older rows."""

    name: str
    steps: tuple[Step, ...]
    makes: Callable[[Rows], Rows]

    @property
    def latest(self) -> int:
        return self.steps[-1].version


TODAY = Release("today", runner.STEPS, as_today)
NEXT = Release("next", next_release.STEPS, as_next)
WAYS = [("schema-1000", TODAY), ("schema-1000-password", TODAY), ("schema-1000", NEXT), ("schema-1001-password", NEXT)]


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize(("name", "release"), WAYS, ids=lambda value: getattr(value, "name", value))
def test_killed_while_it_is_brought_up_to_date_a_file_is_old_or_new(name: str, release: Release, tmp_path: Path, faults: Faults) -> None:
    path = Path(shutil.copy(make.HERE / f"{name}.revmentor", tmp_path / "programa.revmentor"))
    # At hand, for deriving it takes longer than the upgrade.
    key = encryption.key_of(path, contents.PASSWORD) if "password" in name else None
    whole, (before, old, _known) = path.read_bytes(), read(path, key)
    new = release.makes(old)
    chance, seen = random.Random(8), Counter[str]()  # noqa: S311
    order = json.dumps({"path": str(path), "password": key and key.digits})
    with server("tests.faults.upgrading", release.name) as started:
        took = undisturbed(started, order)
        for _ in range(faults.size(20, 200)):
            start_again(path, whole)
            said = kill_one(started, order, chance.uniform(0, MOST * took), once="begin")
            version, rows, _known = read(path, key)
            assert (version, rows) in ((before, old), (release.latest, new))
            assert version == release.latest or not any(line.startswith("open") for line in said)
            seen["old" if version == before else "new"] += 1
            upgrade.upgrade(path, key=key, steps=release.steps)
            assert read(path, key)[:2] == (release.latest, new)
            left = beside(path)
            # A note that was being written goes when the next holder writes its own.
            left.pop(f".{path.name}.quien.json.tmp", None)
            if version == release.latest:
                left.pop(f"{path.name}-journal", None)  # of the first commit in the new file
            assert left == {f"{path.name}.{'v1' if before == 1000 else 'v1.1'}.antes-de-actualizar": whole}
    assert set(seen) == {"old", "new"}
    kind = "encrypted" if key else "plain"
    faults.tell("F8 upgrade", kind=kind, to=release.name, kills=sum(seen.values()), old=seen["old"], new=seen["new"], half=0)


def undisturbed(started: subprocess.Popen[str], order: str) -> float:
    """How long the next release takes to open the file, in seconds."""
    pid = begin(started, order)
    assert started.stdout is not None
    assert started.stdout.readline() == "begin\n"
    since = time.monotonic()
    assert started.stdout.readline().startswith("open")
    took = time.monotonic() - since
    os.kill(pid, signal.SIGKILL)
    rest(started)
    return took


def beside(path: Path) -> dict[str, bytes]:
    """What lies beside a file; not its lock, nor the empty journal of a process that was killed while it had the file open."""
    there = {each.name: each.read_bytes() for each in path.parent.iterdir() if each != path}
    return {name: content for name, content in there.items() if not name.endswith((".lock", ".json")) and content}


def start_again(path: Path, whole: bytes) -> None:
    for each in path.parent.iterdir():
        if not each.name.endswith(".lock"):
            each.unlink()
    path.write_bytes(whole)


def made_newer(path: Path, version: int, min_reader: str | None = None, *statements: str) -> bytes:
    """Make a file of another schema out of ours; return its bytes."""
    with closing(driver.connect(path, "rw")) as connection:
        for statement in statements:
            connection.execute(statement)
        if min_reader is not None:
            meta.write(connection, {"min_reader": min_reader, "written_by": "RevMentor Desktop 9"})
        connection.execute(f"PRAGMA user_version = {version}")
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A plain released file, which has to be alone in its folder at the end."""
    path = Path(shutil.copy(NEWEST, tmp_path / "programa.revmentor"))
    yield path
    assert {each.name for each in tmp_path.iterdir()} <= {path.name, f".{path.name}.lock"}


def codes(path: Path) -> dict[str, str]:
    """What each way of looking at a file answers, empty where it is let in."""
    said: dict[str, str] = {}
    for way in (files.open_file, files.open_to_read, files.check):
        said[way.__name__] = ""
        try:
            got = way(path)
        except StoreError as error:
            assert all(errors.sentence(error))
            said[way.__name__] = error.code
        else:
            if isinstance(got, files.CheckReport):
                said[way.__name__] = "" if got.sound else got.faults[0].code
            else:
                got.close()
    return said


EVERYWHERE_NEWER = dict.fromkeys(("open_file", "open_to_read", "check"), "newer")
EVERYWHERE_STRANGE = {"open_file": "schema", "open_to_read": "schema", "check": "schema"}


@pytest.mark.parametrize(
    ("version", "min_reader", "expected"),
    [
        (runner.LATEST + 1, "1000", {"open_file": "newer", "open_to_read": "", "check": "newer"}),
        (1999, "1000", {"open_file": "newer", "open_to_read": "", "check": "newer"}),
        (runner.LATEST + 1, str(runner.LATEST + 1), EVERYWHERE_NEWER),
        (runner.LATEST + 1, "", EVERYWHERE_NEWER),
        (runner.LATEST + 1, "-5", EVERYWHERE_NEWER),
        (runner.LATEST + 1, "٣", EVERYWHERE_NEWER),
        (2000, "1000", EVERYWHERE_NEWER),
        (2001, None, EVERYWHERE_NEWER),
        (2**31 - 1, None, EVERYWHERE_NEWER),
        (999, None, EVERYWHERE_STRANGE),
        (0, None, EVERYWHERE_STRANGE),
        (-1, None, EVERYWHERE_STRANGE),
        (-(2**31), None, EVERYWHERE_STRANGE),
    ],
)
def test_a_file_of_another_schema_is_read_or_refused_and_keeps_its_bytes(
    path: Path, version: int, min_reader: str | None, expected: dict[str, str]
) -> None:
    before = made_newer(path, version, min_reader)
    assert codes(path) == expected
    assert path.read_bytes() == before


def test_a_newer_file_is_read_as_far_as_this_program_knows_it(path: Path) -> None:
    with closing(files.open_to_read(path)) as ours:
        known = ours.snapshot()
    more = ("ALTER TABLE firm ADD COLUMN web TEXT NOT NULL DEFAULT ''", "CREATE TABLE nickname (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    before = made_newer(path, runner.LATEST + 1, "1000", *more)
    with closing(files.open_to_read(path)) as newer:
        assert newer.read_only == "newer"
        assert newer.snapshot() == known
        with pytest.raises(StoreError, match="viewing"), newer.action("x"):
            pass
    assert path.read_bytes() == before
    with pytest.raises(StoreError) as caught:
        files.open_file(path)
    assert caught.value.data == {"version": runner.LATEST + 1, "by": "RevMentor Desktop 9", "readable": True}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW nickname AS SELECT * FROM person",
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM pair; END",
        "CREATE VIRTUAL TABLE nickname USING fts5 (a)",
        "DROP TABLE draft",
    ],
)
def test_a_newer_file_with_something_that_could_run_is_refused(path: Path, statement: str) -> None:
    before = made_newer(path, runner.LATEST + 1, "1000", statement)
    assert codes(path) == EVERYWHERE_NEWER
    assert path.read_bytes() == before


def test_the_command_line_refuses_a_newer_file_in_one_sentence(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = made_newer(path, runner.LATEST + 1, "1000")
    for verb in ("check", "pair", "plan"):
        assert cli.run([verb, str(path), "--json"]) == 3
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert "más nueva" in said.err
    assert path.read_bytes() == before
