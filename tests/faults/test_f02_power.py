# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F2: whatever a power cut leaves on the disk opens, and holds everything that was said to be saved.

Real use cases are recorded statement by statement and run again by another SQLite on a disk in memory, with the store's own settings;
then the power is cut at many moments, and each state of the disk is opened.
"""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, cast

import apsw
import pytest
from sqlalchemy import event

from revmentor_desktop.programme import files
from revmentor_desktop.store import check, driver, meta
from revmentor_desktop.store.errors import StoreError
from tests.faults import use_cases
from tests.faults.conftest import Faults
from tests.faults.power import Disk, Event, Files, Platter, Said

NAME, JOURNAL = "/x", "/x-journal"
ACTIONS = (
    "edit",
    "enrol",
    "type_on",
    "spreadsheet",
    "pair",
    "undo",
    "redo",
    "plan",
    "log",
    "prepare",
    "mark_printed",
    "clear",
    "close_days",
)


class Replayed:
    """A connection of `apsw` behind the few names of `sqlite3` that the store uses on a connection of the driver."""

    def __init__(self, disk: Disk) -> None:
        self.own = apsw.Connection(NAME, vfs=disk.name)
        self.execute, self.executemany = self.own.execute, self.own.executemany
        self.set_progress_handler, self.set_authorizer = self.own.set_progress_handler, self.own.set_authorizer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self.own.execute("COMMIT" if kind is None else "ROLLBACK")


@contextmanager
def replaying(content: Files, settings: Sequence[str] = ()) -> Iterator[tuple[Disk, sqlite3.Connection]]:
    """Open a disk in memory as the store opens a file, with ``settings`` put over the store's own."""
    disk = Disk(f"disk {random.randrange(10**12)}", content)  # noqa: S311
    opened = Replayed(disk)
    try:
        connection = cast("sqlite3.Connection", opened)
        driver.prepare(connection)
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").fetchall()
        yield disk, connection
    finally:
        opened.own.close()
        disk.unregister()


@dataclass(frozen=True)
class Played:
    """What was done to the disk, from which content on, and the seal after each commit (the first one: before any)."""

    content: bytes
    events: list[Event]
    seals: list[str]


@dataclass(frozen=True)
class Statement:
    """One statement of the store with its values, or a list of such values."""

    sql: str
    values: Any

    @property
    def writes(self) -> bool:
        """Whether it does something to the file; the log of what can be taken back is none of it."""
        return self.sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE", "PRAGMA defer")) and "undo_log" not in self.sql

    def run(self, connection: sqlite3.Connection) -> None:
        """Do it again."""
        (connection.executemany if isinstance(self.values, list) else connection.execute)(self.sql, self.values)


@pytest.fixture(scope="module")
def transactions(life: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[Statement]]:
    """The statements of the transactions of many use cases, as the store ran them."""
    found: list[list[Statement]] = []

    def seen(_cx: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        if statement == "BEGIN IMMEDIATE":
            found.append([])
        elif found and (one := Statement(statement, values)).writes:
            found[-1].append(one)

    folder = tmp_path_factory.mktemp("recorded")
    workspace = files.open_file(Path(shutil.copy(life, folder / "x.revmentor")))
    with workspace.reading() as cx:
        event.listen(cx.engine, "before_cursor_execute", seen)
    scene = use_cases.Scene(workspace, random.Random(2), folder)  # noqa: S311
    for name in ACTIONS * 2:
        use_cases.WRITING[name](scene)
    workspace.close()
    return [statements for statements in found if statements]


def played(life: Path, transactions: list[list[Statement]], settings: Sequence[str]) -> Played:
    """Open the file, run the transactions and close it, as the store does."""
    content = life.read_bytes()
    with replaying({NAME: content}, settings) as (disk, connection):
        seals = [check.seal(connection)]

        def said() -> None:
            disk.events.append(Said(len(seals)))
            seals.append(check.seal(connection))

        connection.execute("BEGIN IMMEDIATE")
        meta.write(connection, {"clean": "0", "seq": "99"})
        connection.execute("COMMIT")
        said()
        for statements in transactions:
            connection.execute("BEGIN IMMEDIATE")
            for statement in statements:
                statement.run(connection)
            connection.execute("COMMIT")
            said()
        check.conclude(connection)
        said()
    return Played(content, disk.events, seals)


def verdict(state: Files, allowed: Sequence[str], earlier: Sequence[str]) -> str:
    """Open what a power cut left, and compare."""
    if NAME not in state:
        return "corrupt"
    try:
        with replaying(state) as (_disk, connection):
            check.admit(connection)
            found, seal = check.faults(connection), check.seal(connection)
    except (apsw.Error, StoreError):
        return "corrupt"
    if found:
        return "corrupt"
    return "sound" if seal in allowed else "lost" if seal in earlier else "corrupt"


def cut(story: Played, states: int) -> Counter[str]:
    """Cut the power so many times; count what came of it."""
    chance, seen = random.Random(states), Counter[str](corrupt=0, lost=0)  # noqa: S311
    moments = Counter(chance.randrange(len(story.events)) for _ in range(states))
    platter, number = Platter({NAME: story.content}), 0
    for place, one in enumerate(story.events):
        platter.take(one)
        number = one.number if isinstance(one, Said) else number
        for _ in range(moments[place]):
            state = platter.left(chance, chance.choice((0, 1, 0.1, 0.5, 0.5, 0.9)))
            seen[verdict(state, story.seals[number : number + 2], story.seals[:number])] += 1
            seen["rolled_back"] += bool(state.get(JOURNAL, b"").strip(b"\0"))
    return seen


@pytest.mark.parametrize("cache", ["default", "small"])
def test_no_power_cut_harms_the_file_or_takes_back_what_was_said_to_be_saved(
    life: Path, transactions: list[list[Statement]], faults: Faults, cache: str
) -> None:
    # With a small cache pages are written before the commit.
    story = played(life, transactions, ["cache_size = 10"] if cache == "small" else [])
    states = faults.size(250, 5000)
    seen = cut(story, states)
    faults.tell(f"F2 power cut, {cache} cache", states=states, **seen)
    assert (seen["corrupt"], seen["lost"]) == (0, 0)
    assert seen["rolled_back"] > states // 10


@pytest.mark.parametrize(
    ("settings", "harm", "states"),
    [
        (("synchronous = OFF",), ("corrupt", "lost"), 60),
        (("journal_mode = MEMORY",), ("corrupt",), 60),
        # What most programs use: the folder is not synced after the journal was removed.
        (("journal_mode = DELETE", "synchronous = FULL"), ("lost",), 300),
    ],
)
def test_the_harness_finds_what_a_wrong_setting_does(
    life: Path, transactions: list[list[Statement]], faults: Faults, settings: tuple[str, ...], harm: tuple[str, ...], states: int
) -> None:
    seen = cut(played(life, transactions, settings), faults.size(states, 1000))
    faults.tell(f"F2 the same with {', '.join(settings)}", **seen)
    assert all(seen[kind] for kind in harm)
