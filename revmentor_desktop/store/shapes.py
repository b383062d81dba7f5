# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a row of each table of ours must look like, to know it again among the pages of a damaged file."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from revmentor_desktop.store import driver
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.pages import Row, Value

SEQUENCE = "sqlite_sequence"
"""SQLite's own table of the highest row number that each table ever gave."""
_KINDS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int), "BLOB": (bytes,)}  # whole numbers of a REAL column are stored as such
)


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """One column. ``spare``: rows from before it was added may end without it."""

    name: str
    kind: str
    nullable: bool
    spare: bool

    def takes(self, value: Value) -> bool:
        """Whether a stored value can stand in this column."""
        return self.nullable if value is None else isinstance(value, _KINDS[self.kind])


@dataclass(frozen=True, slots=True)
class Shape:
    """One table: its columns, which of them is the row's number (None: none), and the columns of each of its indexes.

    ``key``: the columns of its primary key, and ``key_index`` the index of that, "" when it is the row's number.
    """

    name: str
    columns: tuple[ColumnShape, ...]
    alias: int | None
    indexes: Mapping[str, tuple[int, ...]]
    key: tuple[int, ...] = ()
    key_index: str = ""

    def fits(self, row: Row) -> bool:
        """Whether the values of a row are of this table's kinds. The row's number is stored as NULL in its own column."""
        if not 0 < len(row.values) <= len(self.columns) or not all(each.spare for each in self.columns[len(row.values) :]):
            return False
        pairs = zip(self.columns, row.values, strict=False)
        return all(value is None if place == self.alias else column.takes(value) for place, (column, value) in enumerate(pairs))

    def is_key(self, key: tuple[Value, ...], columns: tuple[int, ...]) -> bool:
        """Whether an index over these columns may hold such a key."""
        return len(key) == len(columns) and all(self.columns[place].takes(value) for place, value in zip(columns, key, strict=True))

    def values(self, row: Row) -> tuple[Value, ...]:
        """Return the values of a row that fits, as a SELECT gives them."""
        return tuple(row.number if place == self.alias else value for place, value in enumerate(row.values))


@cache
def shapes(version: int) -> Mapping[str, Shape]:
    """Return every table of a schema by its name, parents before those that refer to them as the schema makes them."""
    with closing(driver.memory()) as connection:
        runner.migrate(connection, until=version)
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
        found = {str(name): _shape(connection, str(name)) for (name,) in rows if name != SEQUENCE}
    columns = (ColumnShape("name", "TEXT", nullable=False, spare=False), ColumnShape("seq", "INTEGER", nullable=False, spare=False))
    found[SEQUENCE] = Shape(SEQUENCE, columns, None, MappingProxyType({}))
    return MappingProxyType(found)


def _shape(connection: sqlite3.Connection, name: str) -> Shape:
    columns: list[ColumnShape] = []
    keys: list[int] = []
    for place, column, kind, needed, otherwise, key in connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall():
        columns.append(ColumnShape(str(column), str(kind), nullable=not needed, spare=not needed or otherwise is not None))
        if key:
            keys.append(int(place))
    alias = keys[0] if len(keys) == 1 and columns[keys[0]].kind == "INTEGER" else None
    indexes: dict[str, tuple[int, ...]] = {}
    for (index,) in connection.execute("SELECT name FROM pragma_index_list(?)", (name,)).fetchall():
        places = connection.execute("SELECT cid FROM pragma_index_info(?) ORDER BY seqno", (index,)).fetchall()
        indexes[str(index)] = tuple(int(cid) for (cid,) in places)
    key_index = "" if alias is not None else next((index for index, places in indexes.items() if set(places) == set(keys)), "")
    key = indexes.get(key_index, tuple(keys))
    return Shape(name, tuple(columns), alias, MappingProxyType(indexes), key, key_index)


class Trial:
    """An empty data base in memory in which a row shows whether the rules of its table let it in. References are not looked at."""

    def __init__(self, version: int) -> None:
        self._connection = driver.memory()
        runner.migrate(self._connection, until=version)

    def admits(self, shape: Shape, row: Row) -> bool:
        """Whether the CHECK constraints of a table of ours take a row that fits its shape."""
        if shape.name == SEQUENCE:
            return True
        self._connection.execute("SAVEPOINT trial")
        try:
            self._connection.execute(f'DELETE FROM "{shape.name}"')  # noqa: S608 (a name of our own schema)
            insert(self._connection, shape, shape.values(row))
        except driver.Error:
            return False
        finally:
            self._connection.execute("ROLLBACK TO trial")
            self._connection.execute("RELEASE trial")
        return True

    def close(self) -> None:
        """Let the memory go."""
        self._connection.close()


def insert(connection: sqlite3.Connection, shape: Shape, values: tuple[Value, ...]) -> None:
    """Insert one row, which may lack spare columns at its end. Raises the driver's errors."""
    names = ", ".join(f'"{column.name}"' for column in shape.columns[: len(values)])
    marks = ", ".join("?" * len(values))
    connection.execute(f'INSERT INTO main."{shape.name}" ({names}) VALUES ({marks})', values)  # noqa: S608 (names of our own schema)
