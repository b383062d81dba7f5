# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long opening a programme of 250 people takes, beside bare SQLite reading the same file whole.

Run it by itself: ``python -m tests.benchmarks.bench_open``. It is no test: a clock proves nothing on a busy machine.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from revmentor_desktop.exchange.columns import recognise
from revmentor_desktop.exchange.spreadsheets import read_table
from revmentor_desktop.exchange.starter import example_table
from revmentor_desktop.programme import imports, pairs, sessions
from revmentor_desktop.store import check, driver, meta
from revmentor_desktop.store.file import ProgrammeFile
from tests import factory

ROUNDS, PEOPLE = 40, 250


def made(folder: Path) -> Path:
    """Make a programme of 250 people with pairs and sessions."""
    workspace = factory.new_file(folder)
    table, chance = read_table(example_table()), random.Random(7)  # noqa: S311
    columns = recognise(table.headings)
    rows: list[tuple[str, ...]] = []
    for number in range(PEOPLE):
        row = list(chance.choice(table.rows))
        row[columns["last_name"]], row[columns["email"]], row[columns["boss"]] = f"Prueba {number}", f"p{number}@example.com", ""
        rows.append(tuple(row))
    imports.apply(workspace, imports.plan_import(workspace.snapshot(), replace(table, rows=tuple(rows)), columns))
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()), factory.TODAY)
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    workspace.close()
    return workspace.path


def bare(path: Path) -> None:
    """Read every row after SQLite's own checks, and note in one commit that the file is open."""
    with closing(driver.connect(path, "rw")) as connection:
        driver.prepare(connection)
        connection.execute("PRAGMA integrity_check").fetchall()
        connection.execute("PRAGMA foreign_key_check").fetchall()
        for _row in check.dump(connection):
            pass
        connection.execute("BEGIN IMMEDIATE")
        meta.write(connection, {"seq": "7"})
        connection.execute("COMMIT")


def ours(path: Path) -> float:
    """Open as the program does; return the seconds without those of closing."""
    start = time.perf_counter()
    file = ProgrammeFile.open(path)
    taken = time.perf_counter() - start
    file.close()
    return taken


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder))
        one = min(ours(path) for _ in range(ROUNDS))
        other = min(seconds(lambda: bare(path)) for _ in range(ROUNDS))
        size = path.stat().st_size // 1024
        sys.stdout.write(
            f"open, {PEOPLE} people, {size} kB: {1000 * one:.1f} ms, bare read {1000 * other:.1f} ms, ratio {one / other:.2f}\n"
        )


if __name__ == "__main__":
    main()
