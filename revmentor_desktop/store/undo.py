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
class _Step:
    """Rows of the log that make one action, both ends included."""

    first: int
    last: int


class UndoLog:
    """The steps of one open file. All methods run inside the file's transaction, but for the two depths."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._start = 0
        connection.execute("CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sql TEXT NOT NULL)")
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

    def begin(self, cx: Connection) -> None:
        """Note where a new action begins."""
        self._start = _newest(cx)

    def end(self, cx: Connection) -> bool:
        """Close an action as one step; whatever could be done again is forgotten. Returns whether anything was logged."""
        newest = _newest(cx)
        if newest == self._start:
            return False
        self._undo.append(_Step(self._start + 1, newest))
        self._redo.clear()
        if len(self._undo) > STEPS_KEPT:
            self._undo.pop(0)
            cx.exec_driver_sql("DELETE FROM undo_log WHERE seq < ?", (self._undo[0].first,))
        return True

    def undo(self, cx: Connection) -> frozenset[str]:
        """Take the newest step back; returns the tables it touched. Raises `IndexError` when there is none."""
        step, tables = self._reverse(cx, self._undo[-1])
        self._undo.pop()
        self._redo.append(step)
        return tables

    def redo(self, cx: Connection) -> frozenset[str]:
        """Do the newest taken-back step again; returns the tables it touched. Raises `IndexError` when there is none."""
        step, tables = self._reverse(cx, self._redo[-1])
        self._redo.pop()
        self._undo.append(step)
        return tables

    def forget(self, cx: Connection) -> None:
        """Set a barrier: nothing before now can be taken back."""
        self._undo.clear()
        self._redo.clear()
        cx.exec_driver_sql("DELETE FROM undo_log")

    def _reverse(self, cx: Connection, step: _Step) -> tuple[_Step, frozenset[str]]:
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
        return _Step(start + 1, _newest(cx)), frozenset(str(name) for name, _statement in rows)


def _newest(cx: Connection) -> int:
    """Return the number of the newest row ever logged; it never goes back, rows may be gone."""
    return int(cx.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM temp.sqlite_sequence WHERE name = 'undo_log'").scalar_one())


def _triggers(connection: sqlite3.Connection, table: str) -> tuple[str, str, str]:
    """Return the three statements that log the inverse of an insert, an update and a delete."""
    columns = connection.execute(f"PRAGMA main.table_info('{table}')").fetchall()
    names = [str(column[1]) for column in columns]
    keys = [column for column in columns if column[5]]
    # An INTEGER PRIMARY KEY is the rowid itself; other tables need their rowid named to come back as they were.
    has_own_rowid = not (len(keys) == 1 and str(keys[0][2]).upper() == "INTEGER")
    restored = ["rowid"] * has_own_rowid + [f'"{name}"' for name in names]
    values = ["old.rowid"] * has_own_rowid + [f'quote(old."{name}")' for name in names]
    assignments = " || ',' || ".join(f"""'"{name}"=' || quote(old."{name}")""" for name in names)
    start = f"INSERT INTO undo_log(name, sql) VALUES('{table}', "
    inserted = f"""'DELETE FROM "{table}" WHERE rowid=' || new.rowid"""
    updated = f"""'UPDATE "{table}" SET ' || {assignments} || ' WHERE rowid=' || new.rowid"""
    deleted = f"""'INSERT INTO "{table}"({", ".join(restored)}) VALUES(' || {" || ',' || ".join(values)} || ')'"""
    return (
        f'CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON "{table}" BEGIN {start}{inserted}); END',
        f'CREATE TEMP TRIGGER undo_{table}_update AFTER UPDATE ON "{table}" BEGIN {start}{updated}); END',
        f'CREATE TEMP TRIGGER undo_{table}_delete AFTER DELETE ON "{table}" BEGIN {start}{deleted}); END',
    )
