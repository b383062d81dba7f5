# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Whether a programme file is whole: its schema, SQLite's own checks, and the seal of its rows.

Single flipped bits pass SQLite's ``integrity_check`` in two of three cases and change data silently; the seal finds them.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from revmentor_desktop.store import driver, header, meta
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.lock import Guard
from revmentor_desktop.store.migrations import runner

_EXAMINE_SECONDS = 2.0
_READ_SECONDS = 30.0
_UNSEALED = frozenset({"clean", "seal"})
# What PRAGMA optimize may add: figures about indexes, never rows of ours (ANALYZE with a limit keeps no samples).
_STATISTICS = frozenset(
    {
        ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
        ("table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file. Codes: ``damaged`` · ``schema`` · ``integrity`` (message) · ``foreign_keys`` (table) · ``seal``."""

    code: str
    data: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `check` found; the counts are 0 where they cannot be read."""

    sound: bool
    people: int = 0
    pairs: int = 0
    sessions: int = 0
    faults: tuple[Fault, ...] = ()


def entries(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str]]:
    """Return the schema as (type, name, table, SQL with single spaces)."""
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    kept = {(str(kind), str(name), str(table), " ".join(str(sql or "").split())) for kind, name, table, sql in found}
    return frozenset(kept - _STATISTICS)


@cache
def reference(version: int) -> frozenset[tuple[str, str, str, str]]:
    """Return the schema that a file of ``version`` must have."""
    with closing(driver.memory()) as connection:
        runner.migrate(connection, until=version)
        return entries(connection)


def admit(connection: sqlite3.Connection) -> None:
    """Give a fresh connection its settings, and refuse a schema that is not exactly ours before anything of the file runs.

    Raises `StoreError`: ``newer`` (version), ``schema``, ``damaged``, or what reading answers.
    """
    with told(unknown="damaged"):
        driver.prepare(connection)
    with told(unknown="damaged"), driver.limited(connection, _EXAMINE_SECONDS, examining=True):
        version = runner.version_of(connection)
        if version > runner.LATEST:
            raise StoreError("newer", version=version)
        if version not in {step.version for step in runner.STEPS} or entries(connection) != reference(version):
            raise StoreError("schema")


def faults(connection: sqlite3.Connection) -> tuple[Fault, ...]:
    """Return what is wrong with a file whose schema is ours. Raises `StoreError` when the medium fails."""
    try:
        with told(unknown="damaged"), driver.limited(connection, _READ_SECONDS):
            return tuple(_faults(connection))
    except StoreError as error:
        if error.code != "damaged":
            raise
        return (Fault("damaged"),)


def _faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (message,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if message != "ok":
            yield Fault("integrity", {"message": message})
    for table in sorted({str(row[0]) for row in connection.execute("PRAGMA foreign_key_check").fetchall()}):
        yield Fault("foreign_keys", {"table": table})
    known = meta.read(connection)
    if meta.identity(known) is None:
        yield Fault("damaged")
    if known.get("clean") == "1":
        if known.get("seal") != seal(connection):
            yield Fault("seal")
    elif known.get("clean") != "0":
        yield Fault("seal")


def dump(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield (table, row) of every row of ours in key order, but for the entries of ``meta`` that a close writes.

    The key of every table is its first or its first two columns.
    """
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_stat_' ESCAPE '\\' ORDER BY name"
    for (name,) in connection.execute(tables).fetchall():
        # The name comes from a schema that was compared with ours; TEMP has a sqlite_sequence of its own.
        for row in connection.execute(f'SELECT * FROM main."{name}" ORDER BY 1, 2'):  # noqa: S608
            if name != "meta" or row[0] not in _UNSEALED:
                yield name, row


def seal(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of `dump` in hexadecimal."""
    return _digest(dump(connection))


def rows_digest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of what a person put in, in hexadecimal: opening and closing a file does not change it, as it does the seal."""
    return _digest((name, row) for name, row in dump(connection) if name != "meta")


def _digest(rows: Iterable[tuple[str, tuple[object, ...]]]) -> str:
    # repr of text, numbers and bytes is exact and has one reading.
    digest = hashlib.sha256()
    for name, row in rows:
        digest.update(f"{name}{row!r}\n".encode())
    return digest.hexdigest()


def conclude(connection: sqlite3.Connection) -> None:
    """Seal an open file and leave no journal beside it; the connection is to be closed then."""
    # With a limit ANALYZE keeps figures only, no samples of e-mail addresses that an erasure would miss.
    connection.execute("PRAGMA analysis_limit = 400").fetchall()
    connection.execute("PRAGMA optimize").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        meta.write(connection, {"clean": "1", "seal": seal(connection)})
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def check(path: Path) -> CheckReport:
    """Examine a closed file without changing it (a commit that a crash cut short is rolled back first).

    On a read-only place that happens on a private copy. Raises `StoreError` for what is not a damaged programme file: ``missing``,
    ``folder``, ``foreign``, ``password``, ``newer``, ``in_use``, ``permission``.
    """
    try:
        with held(path) as connection:
            return _report(connection)
    except StoreError as error:
        if error.code in {"damaged", "schema"}:
            return CheckReport(sound=False, faults=(Fault(error.code),))
        raise


@contextmanager
def held(path: Path) -> Generator[sqlite3.Connection]:
    """Hold a closed file by its guard and give a connection that sees its last whole state; the file keeps its bytes.

    Its schema has been compared, nothing else looked at. Raises `StoreError` as opening does.
    """
    real = header.located(path)
    guard = Guard(real)
    guard.acquire()
    try:
        header.sniff(real)
        # Not "ro": SQLite leaves the CHECK constraints out of a data base that it opens for reading only, so they are not checked.
        with _settled(real) as ready, told(), closing(driver.connect(ready, "rw")) as connection:
            admit(connection)
            yield connection
    finally:
        guard.release()


def count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table of ours has, 0 when it can't be read. ``table`` is a name of the program's own."""
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
    except (driver.Error, UnicodeDecodeError):
        return 0


def roll_back(path: Path) -> None:
    """Take back what a crash cut short in a closed file, and leave no journal. Raises `StoreError` (``damaged``, ``read_only`` …)."""
    with told(unknown="damaged"), closing(driver.connect(path, "rw")) as connection:
        driver.prepare(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _report(connection: sqlite3.Connection) -> CheckReport:
    connection.execute("PRAGMA query_only = ON").fetchall()
    found = faults(connection)
    people, pairs, sessions = (count(connection, table) for table in ("person", "pair", "session"))
    return CheckReport(not found, people, pairs, sessions, found)


@contextmanager
def _settled(path: Path) -> Generator[Path]:
    """Yield a path that can be opened for writing and whose last transaction is whole: ``path`` itself, or a private copy."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        if header.is_hot(path):
            roll_back(path)
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="revmentor-") as folder:
        copy = Path(folder) / "check.revmentor"
        with told():
            copy.write_bytes(path.read_bytes())
            if header.is_hot(path):
                header.journal_of(copy).write_bytes(header.journal_of(path).read_bytes())
        roll_back(copy)
        yield copy
