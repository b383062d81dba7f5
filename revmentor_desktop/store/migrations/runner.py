# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Runs the steps that a file still lacks. A step, its data and ``user_version`` are committed together or not at all."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from revmentor_desktop.store.migrations import s0001_initial, s0002_scenarios


@dataclass(frozen=True, slots=True)
class Step:
    """One schema step: the version it leads to and its statements, in order.

    ``resized`` names the tables whose number of rows it may change, new and dropped ones that hold rows included. ``min_reader`` is
    the lowest schema whose program may still open the result; 0 means only those that know this step.
    """

    version: int
    statements: Sequence[str]
    resized: frozenset[str] = frozenset()
    min_reader: int = 0


STEPS: tuple[Step, ...] = (
    Step(s0001_initial.VERSION, s0001_initial.STATEMENTS),
    Step(s0002_scenarios.VERSION, s0002_scenarios.STATEMENTS, min_reader=s0002_scenarios.MIN_READER),
)
"""Every step of every release, oldest first."""
LATEST = STEPS[-1].version
"""Schema number of today (major · 1000 + minor)."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema number of an open file (0: an empty one)."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def pending(version: int, steps: Sequence[Step] = STEPS, until: int = LATEST) -> tuple[Step, ...]:
    """Return the steps that a file of ``version`` still lacks, in order."""
    return tuple(step for step in steps if version < step.version <= until)


def min_reader(steps: Sequence[Step] = STEPS, until: int = LATEST) -> int:
    """Return the lowest schema whose program may open a file of the schema ``until``."""
    return max(step.min_reader or step.version for step in steps if step.version <= until)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS, until: int = LATEST) -> None:
    """Bring a file up to the schema ``until`` in one transaction; any failure leaves it as it was.

    ``executescript`` is not used, for it commits first.
    """
    lacking = pending(version_of(connection), steps, until)
    if not lacking:
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:  # commits, or rolls back on any exception
        for step in lacking:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.version:d}")
