# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Runs the steps that a file still lacks. A step, its data and ``user_version`` are committed together or not at all."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from revmentor_desktop.store.migrations import s0001_initial


@dataclass(frozen=True, slots=True)
class Step:
    """One schema step: the version it leads to and its statements, in order."""

    version: int
    statements: Sequence[str]


STEPS: tuple[Step, ...] = (Step(s0001_initial.VERSION, s0001_initial.STATEMENTS),)
"""Every step of every release, oldest first."""
LATEST = STEPS[-1].version
"""Schema number of today (major · 1000 + minor)."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema number of an open file (0: an empty one)."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS, until: int = LATEST) -> None:
    """Bring a file up to the schema ``until`` in one transaction; any failure leaves it as it was.

    ``executescript`` is not used, for it commits first.
    """
    version = version_of(connection)
    pending = [step for step in steps if version < step.version <= until]
    if not pending:
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:  # commits, or rolls back on any exception
        for step in pending:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.version:d}")
