# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The pages of an encrypted file whose first page or schema is damaged, read by SQLCipher through a first page of our own making.

Each page is encrypted by itself, with the key of the file and its own number. So the first page of another file with the same key and
salt fits, too: ours holds a schema of two tables without types, whose roots are moved to the page that is to be read, one after the
other. All this happens on a private copy. What SQLite can't read costs a new connection, for an error of SQLCipher's stays with it.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from revmentor_desktop.store import driver
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.store.pages import INDEX_LEAF, LEAF, PAGE, BrokenPage, Leaf, Row, Value

_COLUMNS = 40
_SETTINGS = ("writable_schema = ON", "journal_mode = MEMORY", "synchronous = OFF", "trusted_schema = OFF", "cell_size_check = ON")
_SECONDS = 300.0
"""Time for all pages; those left over then count as unreadable."""


class ForgedPages:
    """A damaged encrypted file as pages. Whole trees are read at once, so every page of a tree looks like a leaf with all rows below it."""

    def __init__(self, path: Path, key: RawKey) -> None:
        self._path = path
        self._key = key
        self.count = path.stat().st_size // PAGE
        self._last = time.monotonic() + _SECONDS
        self._put_first_page()
        self._connection = self._opened()
        self._tables: dict[int, Leaf] = {}
        self._indexes: dict[int, Leaf] = {}

    def close(self) -> None:
        """Let the copy go."""
        self._connection.close()

    def kind(self, number: int) -> int:
        """Return `LEAF` for a page of a table, `INDEX_LEAF` for one of an index. Raises `BrokenPage` when it is neither."""
        if number in self._tables:
            return LEAF
        if number in self._indexes:
            return INDEX_LEAF
        if not 1 < number <= self.count or time.monotonic() > self._last:
            raise BrokenPage
        rows = self._read("a", number)
        if rows is not None:
            self._tables[number] = rows
            return LEAF
        rows = self._read("b", number)
        if rows is None:
            raise BrokenPage
        self._indexes[number] = rows
        return INDEX_LEAF

    def rows(self, number: int) -> Leaf:
        """Return the rows below a page. Raises `BrokenPage`."""
        found = self._tables if self.kind(number) == LEAF else self._indexes
        return found[number]

    def branches(self, number: int) -> tuple[tuple[int, int | None], ...]:
        """No page looks like a way to others."""
        raise BrokenPage

    def _put_first_page(self) -> None:
        forged = self._path.with_name(f"{self._path.name}.primera")
        columns = ", ".join(f"c{place}" for place in range(_COLUMNS))
        with closing(driver.connect(forged, "rwc", self._key.pragma)) as connection:
            connection.execute(f"CREATE TABLE a ({columns})")
            connection.execute(f"CREATE TABLE b ({columns}, PRIMARY KEY (c0)) WITHOUT ROWID")
            # The header says how many pages there are, and SQLite reads none beyond.
            connection.execute("CREATE TABLE c (x)")
            for _ in range(self.count * PAGE // 10**6 + 1):
                connection.execute("INSERT INTO c VALUES (zeroblob(1000000))")
        with forged.open("rb") as source, self._path.open("r+b") as file:
            file.write(source.read(PAGE))
            file.truncate(max(forged.stat().st_size, self.count * PAGE))
        forged.unlink()

    def _opened(self) -> sqlite3.Connection:
        connection = driver.connect(self._path, "rw", self._key.pragma)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        return connection

    def _read(self, table: str, number: int) -> Leaf | None:
        """Return the rows of the tree whose top is a page, as far as they can be read; None when there is no such tree."""
        found: list[Row] = []
        try:
            self._connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (number, table))
            # The schema is read again at the next statement, with the root where it is now.
            self._connection.execute("PRAGMA writable_schema = RESET").fetchall()
            self._connection.execute("PRAGMA writable_schema = ON").fetchall()
            what = "rowid, *" if table == "a" else "0, *"
            for row, *values in self._connection.execute(f"SELECT {what} FROM {table}"):  # noqa: S608
                found.append(Row(row, _trimmed(values)))
        except (driver.Error, UnicodeDecodeError):
            self._connection.close()
            self._connection = self._opened()
            return Leaf(tuple(found), 1) if found else None
        return Leaf(tuple(found), 0)


def _trimmed(values: list[Value]) -> tuple[Value, ...]:
    """Leave out the columns at the end that a row does not have, which can't be told from empty ones."""
    end = len(values)
    while end and values[end - 1] is None:
        end -= 1
    return tuple(values[:end])
