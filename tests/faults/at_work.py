# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process that works with a programme until it is killed, and says what it is about to commit and what it has committed.

An order is JSON: ``path``, ``folder``, ``seed``, ``password``. Said are ``open``, then ``will DIGEST`` before and ``did`` after each
commit, and ``copied PATH`` for each backup copy.
"""

import hashlib
import json
import random
import sqlite3
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection

from revmentor_desktop.programme.workspace import ActionName, Workspace
from revmentor_desktop.store import check, undo
from revmentor_desktop.store.file import ProgrammeFile
from tests.faults import use_cases
from tests.faults.killing import say, serve
from tests.faults.use_cases import Scene

_APART = undo.NOT_LOGGED | {"sqlite_sequence"}
"""What taking an action back leaves as it is."""


def digests(connection: sqlite3.Connection) -> tuple[str, str]:
    """Return the digests of what can be taken back and of what can't, but for the file's notes about itself."""
    logged, apart = hashlib.sha256(), hashlib.sha256()
    for name, row in check.dump(connection):
        if name != "meta":
            (apart if name in _APART else logged).update(f"{name}{row!r}\n".encode())
    return logged.hexdigest(), apart.hexdigest()


def driver_of(cx: Connection) -> sqlite3.Connection:
    """Return the driver's connection below one of SQLAlchemy's."""
    return cast("sqlite3.Connection", cx.connection.driver_connection)


class Telling(Workspace):
    """A workspace that says the digest of each state before its commit, and that it was committed."""

    def __init__(self, file: ProgrammeFile) -> None:
        super().__init__(file)
        self._opened = file
        with file.reading() as cx:
            self._states = [digests(driver_of(cx))[0]]

    @contextmanager
    def action(self, code: str, **data: object) -> Generator[Connection]:
        """Run one action and say so."""
        with super().action(code, **data) as cx:
            yield cx
            now = digests(driver_of(cx))
            say("will " + " ".join(now))
        say("did")
        self._states = [*self._states[: self._opened.undo_depth], now[0]]

    @contextmanager
    def quiet(self) -> Generator[Connection]:
        """Write a draft and say so."""
        with super().quiet() as cx:
            yield cx
            say("will " + " ".join(digests(driver_of(cx))))
        say("did")

    def forget_history(self) -> None:
        """Set a barrier."""
        super().forget_history()
        self._states = self._states[-1:]

    def undo(self) -> ActionName | None:
        """Take an action back: what it leads to was known before."""
        return self._led(self._opened.undo_depth - 1, super().undo) if self.next_undo else None

    def redo(self) -> ActionName | None:
        """Do it again."""
        return self._led(self._opened.undo_depth + 1, super().redo) if self.next_redo else None

    def _led(self, depth: int, step: use_cases.Step) -> ActionName | None:
        with self.reading() as cx:
            apart = digests(driver_of(cx))[1]
        say(f"will {self._states[depth]} {apart}")
        name = step()
        say("did")
        return name


def work(order: str) -> None:
    """Do one thing after another until killed."""
    told = json.loads(order)
    chance = random.Random(told["seed"])  # noqa: S311
    workspace = Telling(ProgrammeFile.open(Path(told["path"]), password=told["password"]))
    say("open")
    doing = list(use_cases.WRITING.values()) * 3
    while True:
        scene = Scene(workspace, chance, Path(told["folder"]))
        if chance.random() < 0.1:
            say(f"copied {use_cases.back_up(scene).path}")
        else:
            chance.choice(doing)(scene)


def warm_up() -> None:
    """Import and compute once what every child would."""
    with tempfile.TemporaryDirectory() as folder:
        use_cases.everything_once(Path(folder))


if __name__ == "__main__":
    warm_up()
    serve(work)
