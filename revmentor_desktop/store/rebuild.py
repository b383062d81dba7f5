# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Makes a new programme file of the rows that were found in a damaged one.

Each row goes in by itself: one that breaks a rule is left out and counted. Indexes are built anew. A row that refers to a lost one gets
that from a sound copy where there is one; otherwise the reference is emptied where it may be, or the row is left out.
"""

import sqlite3
import uuid
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Forced
from revmentor_desktop.domain.sites import REGIONS
from revmentor_desktop.store import check, copies, driver, meta
from revmentor_desktop.store.copies import Contents
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.pages import Value
from revmentor_desktop.store.scavenge import Scavenged, TableRows, Watch
from revmentor_desktop.store.shapes import SEQUENCE, Shape, insert, shapes

_CONSTRAINT = 19
_STEP = 1000
_MOST_ROUNDS = 20
_LONGEST = timedelta(days=364)
# What a value that can't be read becomes; the bounds are those of `records.make_sense`.
_REGION, _ZONE = "MD", "Europe/Madrid"
_FIRST, _LAST = "1000", "9000"
_MOST_ROWS = 2**53


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a new file holds, and by table: rows refused by a rule, left out as orphans, taken from the copy; references emptied.

    ``proven``: the rows that were found are exactly those that the damaged file was closed with, to the last letter.
    """

    contents: Contents
    proven: bool
    known: bool
    refused: Mapping[str, int]
    orphans: Mapping[str, int]
    fetched: Mapping[str, int]
    loosened: int


def rebuild(half: Path, found: Scavenged, key: RawKey | None, copy: Path | None, watch: Watch) -> Rebuilt:
    """Write ``half`` from what was found, encrypted with ``key`` if there is one, and check it whole.

    ``copy`` is a sound copy of the same file, which the same key opens, or None. Raises `StoreError`: ``damaged`` when the new file is
    not sound, and what the medium answers; the caller removes what lies at ``half`` then.
    """
    with told(), closing(driver.connect(half, "rwc", key and key.pragma)) as connection, _copy(copy, key) as source:
        driver.prepare_empty(connection)
        driver.prepare(connection)
        connection.execute("PRAGMA foreign_keys = OFF").fetchall()
        runner.migrate(connection, until=found.version)
        with _transaction(connection):
            refused = _fill(connection, found, watch)
        proven = _is_proven(connection)
        runner.migrate(connection)
        with _transaction(connection):
            mender = _Mender(connection, source)
            mender.fetch_lost(found)
            # With the rows of the copy the seal may be that of the file after all.
            proven = proven or (found.version == runner.LATEST and _is_proven(connection))
            if not proven:
                mender.make_sense()
            mender.mend()
            if not proven:
                mender.stand_in_if_none()
            known = _finish(connection)
        seal = check.seal(connection)
    contents = copies.finish(half, seal, key)
    return Rebuilt(contents, proven, known, refused, mender.orphans, mender.fetched, mender.loosened)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Generator[None]:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


@contextmanager
def _copy(path: Path | None, key: RawKey | None) -> Generator[sqlite3.Connection | None]:
    """Open the copy to read, if it can be: without it the salvage is poorer, not wrong."""
    if path is None:
        yield None
        return
    try:
        connection = driver.connect(path, "ro", key and key.pragma)
    except driver.Error:
        yield None
        return
    with closing(connection):
        try:
            check.admit(connection)
        except StoreError:
            yield None
            return
        yield connection


def _fill(connection: sqlite3.Connection, found: Scavenged, watch: Watch) -> Counter[str]:
    refused: Counter[str] = Counter()
    done, total = 0, sum(len(table.rows) for table in found.tables.values())
    for name, shape in shapes(found.version).items():
        if name == SEQUENCE:
            continue
        born = connection.execute(f'SELECT * FROM main."{name}"').fetchall()  # noqa: S608 (a name of our own schema)
        connection.execute(f'DELETE FROM main."{name}"')  # noqa: S608
        rows = found.tables.get(name, TableRows()).rows
        kept = 0
        for number in sorted(rows):
            kept += _inserted(connection, shape, rows[number])
            done += 1
            if done % _STEP == 0:
                watch(done, total)
        refused[name] = len(rows) - kept
        if not kept:
            # The row that every file is born with (the firm) must be there.
            for row in born:
                _inserted(connection, shape, tuple(row))
    _reach(connection, found)
    return refused


def _inserted(connection: sqlite3.Connection, shape: Shape, values: tuple[Value, ...]) -> bool:
    try:
        insert(connection, shape, values)
    except driver.Error as error:
        if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF != _CONSTRAINT:
            raise
        return False
    return True


def _reach(connection: sqlite3.Connection, found: Scavenged) -> None:
    """Note the highest row numbers ever given, so that none is given twice."""
    for name, last in found.tables.get(SEQUENCE, TableRows()).rows.values():
        if name not in shapes(found.version) or not isinstance(last, int) or last >= _MOST_ROWS:
            continue
        reached = connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = ?", (name,)).fetchone()[0]
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, max(last, reached or 0)))


def _is_proven(connection: sqlite3.Connection) -> bool:
    known = meta.read(connection)
    return known.get("clean") == "1" and known.get("seal") == check.seal(connection)


def _finish(connection: sqlite3.Connection) -> bool:
    """Write which file it is, its current edition and its running numbers; whether the file still said who it is."""
    said = meta.read(connection)
    identity = meta.identity(said)
    known = identity or (said.get("file_uuid") or str(uuid.uuid4()), 0)
    fresh = {"file_uuid": known[0], "seq": str(known[1] + 1), "min_reader": str(runner.min_reader())}
    meta.write(connection, fresh)
    connection.execute(
        "INSERT OR IGNORE INTO current_edition (id, edition_id) SELECT 1, id FROM edition ORDER BY start DESC, id DESC LIMIT 1"
    )
    _raise_counter(connection, "SELECT 'person', max(code) FROM person")
    _raise_counter(
        connection, "SELECT 'agreement ' || substr(number, 1, 4), max(CAST(substr(number, 8) AS INTEGER)) FROM agreement GROUP BY 1"
    )
    return identity is not None


def _raise_counter(connection: sqlite3.Connection, query: str) -> None:
    for name, highest in connection.execute(query).fetchall():
        if highest is not None:
            connection.execute(
                "INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
                (name, highest),
            )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        return False
    return True


def _is_forced(blocks: str, reason: str) -> bool:
    try:
        Forced(tuple(Block(code) for code in blocks.split(",") if code), reason)
    except (DomainError, ValueError):
        return False
    return True


class _Mender:
    """Gives lost rows back from a copy, and lets no reference hang."""

    def __init__(self, connection: sqlite3.Connection, source: sqlite3.Connection | None) -> None:
        self._connection = connection
        self._source = source
        self._shapes = shapes(runner.LATEST)
        self._tried: set[tuple[str, tuple[Value, ...]]] = set()
        self.orphans: Counter[str] = Counter()
        self.fetched: Counter[str] = Counter()
        self.loosened = 0

    def fetch_lost(self, found: Scavenged) -> None:
        """Take from the copy what the indexes of the damaged file know to have been there."""
        for name, shape in self._shapes.items():
            table = found.tables.get(name, TableRows())
            for number in (table.expected or {}).keys() - table.rows.keys():
                key = (table.expected or {})[number]
                if len(key) == len(shape.key):
                    self._fetch(shape, key)
            if name == "firm" and not table.rows:
                self._fetch_firm(shape)

    def make_sense(self) -> None:
        """Empty or replace single values that every constraint lets pass and no record can hold (see `records.make_sense`)."""
        for column in ("start", "baseline"):
            self._loosen(f'UPDATE session SET "{column}" = NULL WHERE "{column}" NOT BETWEEN ? AND ?', _FIRST, _LAST)  # noqa: S608
        self._loosen('DELETE FROM edition WHERE start NOT BETWEEN ? AND ? OR "end" NOT BETWEEN ? AND ?', _FIRST, _LAST, _FIRST, _LAST)
        regions = ", ".join("?" * len(REGIONS))
        for table in ("edition", "site"):
            self._loosen(f"UPDATE {table} SET region = ? WHERE region NOT IN ({regions})", _REGION, *REGIONS)  # noqa: S608
        for number, zone in self._connection.execute("SELECT id, time_zone FROM site").fetchall():
            if not _is_zone(str(zone)):
                self._loosen("UPDATE site SET time_zone = ? WHERE id = ?", _ZONE, number)
        forced = "SELECT id, forced_blocks, forced_reason FROM pair WHERE forced_reason IS NOT NULL"
        for number, blocks, reason in self._connection.execute(forced).fetchall():
            if not _is_forced(str(blocks), str(reason)):
                self._loosen("UPDATE pair SET forced_blocks = NULL, forced_reason = NULL WHERE id = ?", number)

    def _loosen(self, statement: str, *values: Value) -> None:
        self.loosened += self._connection.execute(statement, values).rowcount

    def mend(self) -> None:
        """Work through the references that lead nowhere until there is none."""
        for _ in range(_MOST_ROUNDS):
            hanging = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            if not hanging:
                return
            for table, number, parent, place in hanging:
                self._mend_one(str(table), int(number), str(parent), int(place))
        raise StoreError("damaged", faults=())

    def stand_in_if_none(self) -> None:
        """Make an edition where there is none: no screen could show the rest."""
        if not check.count(self._connection, "edition"):
            self._stand_in(1)

    def _mend_one(self, table: str, number: int, parent: str, place: int) -> None:
        column = self._connection.execute('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?', (table, place)).fetchone()[0]
        row = self._connection.execute(f'SELECT "{column}" FROM main."{table}" WHERE rowid = ?', (number,)).fetchone()  # noqa: S608
        if row is None or self._is_there(parent, row[0]) or self._fetch(self._shapes[parent], (row[0],)):
            return
        nullable = next(each.nullable for each in self._shapes[table].columns if each.name == column)
        if nullable:
            self._connection.execute(f'UPDATE main."{table}" SET "{column}" = NULL WHERE rowid = ?', (number,))  # noqa: S608
            self.loosened += 1
        elif parent == "edition" and table in {"enrolment", "pair"}:
            self._stand_in(int(row[0]))
        else:
            self._connection.execute(f'DELETE FROM main."{table}" WHERE rowid = ?', (number,))  # noqa: S608
            self.orphans[table] += 1

    def _is_there(self, table: str, number: Value) -> bool:
        """Whether another row that hung the same way has brought it by now."""
        return self._connection.execute(f'SELECT 1 FROM main."{table}" WHERE rowid = ?', (number,)).fetchone() is not None  # noqa: S608

    def _fetch(self, shape: Shape, key: tuple[Value, ...]) -> bool:
        """Take one row from the copy, once; whether it is there now."""
        if self._source is None or (shape.name, key) in self._tried:
            return False
        self._tried.add((shape.name, key))
        where = " AND ".join(f'"{shape.columns[place].name}" = ?' for place in shape.key)
        # A copy of an older schema lacks what steps have added at the end.
        known = shapes(runner.version_of(self._source)).get(shape.name)
        names = ", ".join(f'"{column.name}"' for column in known.columns) if known else "*"
        try:
            row = self._source.execute(f'SELECT {names} FROM main."{shape.name}" WHERE {where}', key).fetchone()  # noqa: S608
        except driver.Error:
            return False  # no such table in it, or it is broken itself
        if row is None or not _inserted(self._connection, shape, tuple(row)):
            return False
        self.fetched[shape.name] += 1
        return True

    def _fetch_firm(self, shape: Shape) -> None:
        born = self._connection.execute("SELECT * FROM firm").fetchall()
        self._connection.execute("DELETE FROM firm")
        if not self._fetch(shape, (1,)):
            for row in born:
                _inserted(self._connection, shape, tuple(row))

    def _stand_in(self, number: int) -> None:
        """Make an edition in place of a lost one: without it everybody in it would go, too. It is called by its year."""
        first, last = self._connection.execute(
            "SELECT min(session.start), max(session.start) FROM session JOIN pair ON pair.id = session.pair_id WHERE edition_id = ?",
            (number,),
        ).fetchone()
        start = date.fromisoformat(first[:10]) if first else date(2000, 1, 1)
        end = max(date.fromisoformat(last[:10]) if last else start, start + _LONGEST)
        weights = {"learn": 40.0, "give_back": 20.0, "hours": 15.0, "hierarchy": 10.0, "department": 10.0, "ease": 5.0}
        values: dict[str, Value] = {f"weight_{name}": value for name, value in weights.items()}
        values |= {"id": number, "name": str(start.year), "start": start.isoformat(), "end": end.isoformat(), "is_pilot": 1, "region": "MD"}
        values |= {"sessions": 10, "minutes": 60, "minimum": 40.0, "per_pair_week": 1, "per_person_week": 2}
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO edition ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608
