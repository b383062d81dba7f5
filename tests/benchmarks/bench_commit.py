# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long a person's action takes until it is committed, against a bare SQLite commit of the same rows, in one run.

    python -m tests.benchmarks.bench_commit [ROUNDS]

Both write the same rows of files with the same settings, plain and with a password, and take turns. The figure is the ratio of the
medians (at most 3): what the thread of the window waits beyond what the disk asks of anybody.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from revmentor_desktop.programme import files, passwords, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import driver, keys

LIMIT = 3.0
PASSWORD = "una clave bien larga"


def milliseconds(work: Callable[[], object]) -> float:
    """Time of one call."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


class Actions:
    """One person's post, changed again and again through the program: checked, logged for undo, committed, told to the listeners."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._number = workspace, 0
        self._person = min(workspace.snapshot().people.values(), key=lambda person: person.id)

    def change(self) -> None:
        """Save the person with another post."""
        self._number += 1
        people.save_person(self._workspace, replace(self._person, position=f"Puesto {self._number:09d}"))


class Bare:
    """The same rows of a copy, written by plain statements in one transaction of a connection with the same settings."""

    def __init__(self, path: Path, password: str | None) -> None:
        self.connection = driver.connect(path, "rw", None if password is None else keys.raw_key(path, password).pragma)
        driver.prepare(self.connection)
        self._number = 0
        self._id = self.connection.execute("SELECT min(id) FROM person").fetchone()[0]
        rows = self.connection.execute("SELECT name FROM person_language WHERE person_id = ? ORDER BY position", (self._id,)).fetchall()
        self._languages = [row[0] for row in rows]

    def change(self) -> None:
        """Begin, write what the program writes for a person, commit."""
        self._number += 1
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        run("UPDATE person SET position = ? WHERE id = ?", (f"Puesto {self._number:09d}", self._id))
        run("DELETE FROM person_language WHERE person_id = ?", (self._id,))
        for place, name in enumerate(self._languages):
            run("INSERT INTO person_language (person_id, position, name) VALUES (?, ?, ?)", (self._id, place, name))
        run("COMMIT")


def measured(folder: Path, rounds: int, password: str | None) -> tuple[float, float, float]:
    """Return the medians in milliseconds: a bare commit, an action, an action and the fresh snapshot that a screen then asks for."""
    folder.mkdir()
    ours, theirs = folder / "a.revmentor", folder / "b.revmentor"
    files.make_example(ours)
    if password is not None:
        passwords.set_password(ours, password, ())
    theirs.write_bytes(ours.read_bytes())
    workspace, bare = files.open_file(ours, password), Bare(theirs, password)
    try:
        actions = Actions(workspace)
        with closing(bare.connection):
            for _warm in range(20):
                bare.change()
                actions.change()
            rows = [(milliseconds(bare.change), milliseconds(actions.change), milliseconds(workspace.snapshot)) for _round in range(rounds)]
    finally:
        workspace.close()
    plain, action, read = (statistics.median(column) for column in zip(*rows, strict=True))
    return plain, action, action + read


def main() -> int:
    """Print the medians and their ratios; status 1 when one is over the limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, password in (("plain", None), ("with password", PASSWORD)):
            bare, action, whole = measured(Path(folder) / name, rounds, password)
            worst = max(worst, action / bare)
            sys.stdout.write(
                f"{name}: bare commit {bare:.2f} ms; action {action:.2f} ms, ratio {action / bare:.2f} (at most {LIMIT}); "
                f"with a fresh snapshot {whole:.2f} ms\n"
            )
    return int(worst > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
