# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Reads the rows of a damaged encrypted file by SQL, in ranges of row numbers that are halved around what can't be read.

Only SQLCipher can decrypt a page, and one that fails its HMAC spoils the connection: each failure costs a new one (no derivation of the
key, about a millisecond). The first page and the schema must be whole.
"""

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Self

from revmentor_desktop.store import check, driver
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.pages import Value
from revmentor_desktop.store.scavenge import Scavenged, TableRows, Watch
from revmentor_desktop.store.shapes import SEQUENCE, Shape, shapes

_SECONDS = 15.0
"""Time for ranges that fail; what they hold then counts as lost."""
_FURTHEST = 64
"""How far to look behind the last row that could be read, when nothing says how many there were."""


def read_ranges(path: Path, key: RawKey, watch: Watch) -> Scavenged:
    """Return the rows of an encrypted file that still decrypt. ``path`` is a private copy.

    Raises `StoreError`: ``password`` (why: wrong; a damaged first page looks the same), ``newer``, ``damaged`` without a readable schema.
    """
    with _Reader(path, key) as reader:
        known = shapes(reader.version)
        found: dict[str, TableRows] = {}
        highest: dict[str, int] = {}
        # The highest numbers first: they say where each table ends.
        for place, shape in enumerate(sorted(known.values(), key=lambda each: each.name != SEQUENCE)):
            watch(place, len(known))
            found[shape.name] = reader.table(shape, highest.get(shape.name, 0))
            if shape.name == SEQUENCE:
                highest = {str(name): int(last) for name, last in found[SEQUENCE].rows.values() if isinstance(last, int)}
        return Scavenged(reader.version, found)


class _Reader:
    """A connection that is made anew after every page that can't be read."""

    def __init__(self, path: Path, key: RawKey) -> None:
        self._path = path
        self._key = key
        self._last = time.monotonic() + _SECONDS
        self._connection = self._opened()
        self.version = runner.version_of(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        self._connection.close()

    def table(self, shape: Shape, highest: int) -> TableRows:
        """Read one table; ``highest`` is the row number that it is known to have reached."""
        table = TableRows(expected=self._expected(shape))
        last = max([highest, *(table.expected or ())])
        whole, reached = self._from(shape, table, None)
        if not whole and table.expected is None:
            table.torn = True
            self._halve(shape, table, reached + 1, max(last, reached + _FURTHEST))
        elif not whole:
            for number in sorted((table.expected or {}).keys() - table.rows.keys()):
                self._range(shape, table, number, number)
        return table

    def _opened(self) -> sqlite3.Connection:
        connection = driver.connect(self._path, "rw", self._key.pragma)
        # SQLite refuses a file that is shorter than its header says, unless somebody repairs it.
        connection.execute("PRAGMA writable_schema = ON").fetchall()
        try:
            check.admit(connection)
        except StoreError as error:
            connection.close()
            raise StoreError("damaged", faults=()) if error.code == "schema" else error from None
        except BaseException:
            connection.close()
            raise
        return connection

    def _tried(self, read: Callable[[sqlite3.Connection], None]) -> bool:
        """Read something; after a failure the connection is a new one. Whether it could be read."""
        try:
            read(self._connection)
        except (driver.Error, UnicodeDecodeError):
            self._connection.close()
            self._connection = self._opened()
            return False
        return True

    def _expected(self, shape: Shape) -> dict[int, tuple[Value, ...]] | None:
        best: dict[int, tuple[Value, ...]] | None = None
        for index in sorted(shape.indexes, key=lambda name: name != shape.key_index):
            found: dict[int, tuple[Value, ...]] = {}
            if self._tried(partial(_read_index, shape, index, found)):
                best = found
                break
        return best

    def _from(self, shape: Shape, table: TableRows, least: int | None) -> tuple[bool, int]:
        """Read on to the end; whether it was reached, and the last number read."""
        reached = 0

        def read(connection: sqlite3.Connection) -> None:
            nonlocal reached
            for number, *values in _selected(connection, shape, least, None):
                table.rows[number] = tuple(values)
                reached = number

        return self._tried(read), reached

    def _range(self, shape: Shape, table: TableRows, low: int, high: int) -> bool:
        def read(connection: sqlite3.Connection) -> None:
            for number, *values in _selected(connection, shape, low, high):
                table.rows[number] = tuple(values)

        return self._tried(read)

    def _halve(self, shape: Shape, table: TableRows, low: int, high: int) -> None:
        waiting = [(low, high)]
        while waiting and time.monotonic() < self._last:
            low, high = waiting.pop()
            if low <= high and not self._range(shape, table, low, high) and low < high:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]


def _read_index(shape: Shape, index: str, found: dict[int, tuple[Value, ...]], connection: sqlite3.Connection) -> None:
    keys = [shape.columns[place].name for place in shape.key] if index == shape.key_index else []
    columns = ", ".join(f'"{name}"' for name in ("rowid", *keys))
    for number, *key in connection.execute(f'SELECT {columns} FROM main."{shape.name}" INDEXED BY "{index}"'):  # noqa: S608
        found[number] = (number,) if shape.alias is not None else tuple(key)


def _selected(connection: sqlite3.Connection, shape: Shape, low: int | None, high: int | None) -> sqlite3.Cursor:
    columns = ", ".join(f'"{column.name}"' for column in shape.columns)
    least, most = -(2**63) if low is None else low, 2**63 - 1 if high is None else high
    # NOT INDEXED: a row must come from the table, not from an index that agrees with nothing any more.
    query = f'SELECT rowid, {columns} FROM main."{shape.name}" NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid'  # noqa: S608
    return connection.execute(query, (least, most))
