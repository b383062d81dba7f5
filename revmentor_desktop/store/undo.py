# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Taking actions back, in this window and only while it is open.

TEMP triggers write the inverse of every change into a TEMP table (sqlite.org/undoredo.html): one mechanism for every table,
in memory, and nothing of it in the file. Drafts, the file's own notes and running numbers are not logged.
"""

import sqlite3
from dataclasses import dataclass

from sqlalchemy import Connection

STEPS_KEPT = 200
"""Actions that can be taken back; older ones are forgotten."""
NOT_LOGGED = frozenset({"counter", "draft", "meta"})


@dataclass(frozen=True, slots=True)
class Step:
    """Rows of the log that make one action, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reverse:
    """A step that was run backwards: the step that leads back again, and the tables touched."""

    step: Step
    tables: frozenset[str]


class UndoLog:
    """The steps of one open file.

    What takes a connection runs inside the file's transaction and changes the log; the rest only remembers, after the
    commit, what really happened (a refused commit rolls the TEMP log back by itself).
    """

    def __init__(self, connection: sqlite3.Connection, *, logging: bool = True) -> None:
        """``logging`` is false for a file in which nothing can change."""
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        connection.execute("CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sql TEXT NOT NULL)")
        if not logging:
            return
        names = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
        for (name,) in names:
            if name not in NOT_LOGGED:
                for statement in _triggers(connection, str(name)):
                    connection.execute(statement)

    @property
    def undo_depth(self) -> int:
        """How many actions can be taken back."""
        return len(self._undo)

    @property
    def redo_depth(self) -> int:
        """How many taken-back actions can be done again."""
        return len(self._redo)

    @property
    def newest(self) -> Step | None:
        """The newest action that can be taken back; another object after each one, also when the number of steps is at its limit."""
        return self._undo[-1] if self._undo else None

    def mark(self, cx: Connection) -> int:
        """Return where a new action begins; forgets in the log what is too old to be taken back."""
        if len(self._undo) > STEPS_KEPT:
            cx.exec_driver_sql("DELETE FROM undo_log WHERE seq < ?", (self._undo[-STEPS_KEPT].first,))
        return _newest(cx)

    def step_from(self, cx: Connection, start: int) -> Step | None:
        """Return the step that began at ``start``, ``None`` when nothing was logged."""
        newest = _newest(cx)
        return None if newest == start else Step(start + 1, newest)

    def keep(self, step: Step | None) -> None:
        """Remember a committed action as the newest; whatever could be done again is forgotten."""
        if step is not None:
            self._undo = [*self._undo[1 - STEPS_KEPT :], step]
            self._redo.clear()

    def reverse_newest(self, cx: Connection) -> Reverse:
        """Run the newest action backwards. Raises `IndexError` when there is none."""
        return _reverse(cx, self._undo[-1])

    def repeat_newest(self, cx: Connection) -> Reverse:
        """Run the newest taken-back action again. Raises `IndexError` when there is none."""
        return _reverse(cx, self._redo[-1])

    def undone(self, reverse: Reverse) -> None:
        """Remember that the newest action was taken back."""
        self._undo.pop()
        self._redo.append(reverse.step)

    def redone(self, reverse: Reverse) -> None:
        """Remember that the newest taken-back action was done again."""
        self._redo.pop()
        self._undo.append(reverse.step)

    def clear(self, cx: Connection) -> None:
        """Empty the log."""
        cx.exec_driver_sql("DELETE FROM undo_log")

    def forget(self) -> None:
        """Remember that nothing can be taken back any more."""
        self._undo.clear()
        self._redo.clear()


def _reverse(cx: Connection, step: Step) -> Reverse:
    """Run the inverses of a step, newest first; what the triggers write meanwhile is the step back again."""
    # A cascade was logged child by child: in between, rows may miss their parents.
    cx.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    rows = cx.exec_driver_sql(
        "SELECT name, sql FROM undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC", (step.first, step.last)
    ).fetchall()
    start = _newest(cx)
    for _name, statement in rows:
        cx.exec_driver_sql(statement)
    cx.exec_driver_sql("DELETE FROM undo_log WHERE seq BETWEEN ? AND ?", (step.first, step.last))
    return Reverse(Step(start + 1, _newest(cx)), frozenset(str(name) for name, _statement in rows))


def _newest(cx: Connection) -> int:
    """Return the number of the newest row ever logged; it never goes back, rows may be gone."""
    return int(cx.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM temp.sqlite_sequence WHERE name = 'undo_log'").scalar_one())


def _triggers(connection: sqlite3.Connection, table: str) -> tuple[str, str, str]:
    """Return the three statements that log the inverse of an insert, an update and a delete.

    Names of tables and columns are the program's own: the file's schema has been compared exactly before.
    """
    columns = connection.execute(f"PRAGMA main.table_info('{table}')").fetchall()
    names = [str(column[1]) for column in columns]
    keys = [column for column in columns if column[5]]
    # An INTEGER PRIMARY KEY is the rowid itself; other tables need their rowid named to come back as they were.
    has_own_rowid = not (len(keys) == 1 and str(keys[0][2]).upper() == "INTEGER")
    restored = ["rowid"] * has_own_rowid + [f'"{name}"' for name in names]
    values = ["old.rowid"] * has_own_rowid + [f'quote(old."{name}")' for name in names]
    assignments = " || ',' || ".join(f"""'"{name}"=' || quote(old."{name}")""" for name in names)
    start = f"INSERT INTO undo_log(name, sql) VALUES('{table}', "
    # No text of users stands in these: the names are those of the compared schema.
    inserted = f"""'DELETE FROM "{table}" WHERE rowid=' || new.rowid"""  # noqa: S608
    updated = f"""'UPDATE "{table}" SET ' || {assignments} || ' WHERE rowid=' || new.rowid"""  # noqa: S608
    deleted = f"""'INSERT INTO "{table}"({", ".join(restored)}) VALUES(' || {" || ',' || ".join(values)} || ')'"""
    return (
        f'CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON "{table}" BEGIN {start}{inserted}); END',
        f'CREATE TEMP TRIGGER undo_{table}_update AFTER UPDATE ON "{table}" BEGIN {start}{updated}); END',
        f'CREATE TEMP TRIGGER undo_{table}_delete AFTER DELETE ON "{table}" BEGIN {start}{deleted}); END',
    )
