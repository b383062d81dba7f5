# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Whether a programme file is whole: its schema, SQLite's own checks, and the seal of its rows.

Single flipped bits pass SQLite's ``integrity_check`` in two of three cases and change data silently; the seal finds them.
"""

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path

from revmentor_desktop.store import driver, header, keys, meta, records
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey, Secret
from revmentor_desktop.store.lock import Guard
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.private_folders import private_folder

_EXAMINE_SECONDS = 2.0
_READ_SECONDS = 30.0
_MAJOR = 1000
REHEARSAL = ".ensayo"
"""Ending of the hidden copy on which a roll-back is tried first."""
_ROWS_AT_ONCE = 1000
_CORRUPT = 11
_NAMED = re.compile(r"Tree \d+|\w+")
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
    """One thing wrong with a file.

    Codes: ``damaged`` · ``schema`` · ``integrity`` (message: the first one, count, tables) ·
    ``pages`` (count; of encrypted files) · ``foreign_keys`` (table) · ``seal``.
    """

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
    # None of ours is nearly as long; the comments of a hostile one may fill the memory.
    found = connection.execute("SELECT type, name, tbl_name, substr(sql, 1, 20000) FROM sqlite_master").fetchall()
    kept = {(str(kind), str(name), str(table), " ".join(str(sql or "").split())) for kind, name, table, sql in found}
    return frozenset(kept - _STATISTICS)


@cache
def reference(version: int) -> frozenset[tuple[str, str, str, str]]:
    """Return the schema that a file of ``version`` must have."""
    with closing(driver.memory()) as connection:
        runner.migrate(connection, until=version)
        return entries(connection)


def admit(connection: sqlite3.Connection, *, newer: bool = False) -> bool:
    """Give a fresh connection its settings, and refuse a schema that is not exactly ours before anything of the file runs.

    ``newer``: a file of a later minor version is let in, for reading what this program knows of it; whether it is such a file.
    Raises `StoreError`: ``newer``, ``schema``, ``password`` (why: wrong), ``damaged``, or what reading answers.
    """
    _unlock(connection)
    with told(unknown="damaged"):
        driver.prepare(connection)
    with told(unknown="damaged"), driver.limited(connection, _EXAMINE_SECONDS, examining=True):
        version = runner.version_of(connection)
        if version > runner.LATEST:
            _admit_newer(connection, version, allowed=newer)
            return True
        if version not in {step.version for step in runner.STEPS} or entries(connection) != reference(version):
            raise StoreError("schema")
    return False


def is_latest(connection: sqlite3.Connection) -> bool:
    """Whether a file has today's schema."""
    return runner.version_of(connection) == runner.LATEST


def _unlock(connection: sqlite3.Connection) -> None:
    """Read the first page of an encrypted file. Raises `StoreError` ``password`` when the key does not open it, ``foreign``."""
    if not connection.execute("PRAGMA cipher_salt").fetchall():
        return
    try:
        with told():
            known = int(connection.execute("PRAGMA application_id").fetchone()[0])
    except StoreError as error:
        if error.code == "damaged":
            # SQLCipher says the same of a wrong password and of a damaged first page.
            raise StoreError("password", why="wrong") from error
        raise
    if known != driver.APPLICATION_ID:
        raise StoreError("foreign", what="SQLite")


def _admit_newer(connection: sqlite3.Connection, version: int, *, allowed: bool) -> None:
    """Look at a file of a later version. Raises `StoreError` ``newer``, with ``readable``, unless it may be read and ``allowed``."""
    found = entries(connection)
    ours = {(kind, name) for kind, name, _table, _sql in reference(runner.LATEST) if kind == "table"}
    # Nothing that could run: no views, no triggers, no virtual tables; and our tables are there.
    plain = all(kind == "index" or (kind == "table" and sql.upper().startswith("CREATE TABLE ")) for kind, _name, _table, sql in found)
    # Generated columns are hidden in this list; reading one would run what it is made of.
    plain = plain and not any(row[6] for _kind, name in ours for row in connection.execute(f'PRAGMA table_xinfo("{name}")').fetchall())
    readable = version // _MAJOR == runner.LATEST // _MAJOR and plain and ours <= {(kind, name) for kind, name, _table, _sql in found}
    known = dict(connection.execute("SELECT key, value FROM meta").fetchall()) if readable else {}
    lowest = str(known.get("min_reader", ""))
    readable = readable and lowest.isascii() and lowest.isdigit() and int(lowest[:9]) <= runner.LATEST
    if not (readable and allowed):
        raise StoreError("newer", version=version, by=str(known.get("written_by", ""))[:80], readable=readable)


def faults(connection: sqlite3.Connection) -> tuple[Fault, ...]:
    """Return what is wrong with a file whose schema is ours. Raises `StoreError` when the medium fails."""
    found: list[Fault] = []
    try:
        with told(unknown="damaged"), driver.limited(connection, _READ_SECONDS):
            for fault in _faults(connection):
                found.append(fault)  # noqa: PERF402 (what was found before a page that can't be read counts)
    except StoreError as error:
        if error.code != "damaged":
            raise
        found = found or [Fault("damaged")]
    return tuple(found)


def _faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    bad = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    if bad:
        yield Fault("pages", {"count": bad})
    messages = list(_messages(connection))
    if messages:
        yield Fault("integrity", {"message": messages[0], "count": len(messages), "tables": _tables_in(connection, messages)})
    for table in sorted({str(row[0]) for row in connection.execute("PRAGMA foreign_key_check").fetchall()}):
        yield Fault("foreign_keys", {"table": table})
    yield from _faults_of_notes(connection)


def _messages(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite finds, up to the page at which it gives up: the rest of the examination meets that page, too."""
    try:
        for (message,) in connection.execute("PRAGMA integrity_check(100)"):
            if message != "ok":
                yield str(message)
    except driver.Error as error:
        if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF != _CORRUPT:
            raise
        # Some pages end the examination before it says anything of them.
        yield "the examination was given up"


def _tables_in(connection: sqlite3.Connection, messages: Iterable[str]) -> tuple[str, ...]:
    """Return the tables of ours that messages of ``integrity_check`` speak of, by name, by index or by root page."""
    owners: dict[str, str] = {}
    for name, table, root in connection.execute("SELECT name, tbl_name, rootpage FROM sqlite_master").fetchall():
        owners |= {str(name): str(table), f"Tree {root}": str(table)}
    words = (word for message in messages for word in _NAMED.findall(message))
    return tuple(sorted({owners[word] for word in words if word in owners}))


def _faults_of_notes(connection: sqlite3.Connection) -> Iterator[Fault]:
    known = meta.read(connection)
    if meta.identity(known) is None or not records.make_sense(connection):
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
    return _digest(dump(connection), _tables_with_blobs(connection))


def rows_digest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of what a person put in, in hexadecimal: opening and closing a file does not change it, as it does the seal."""
    return _digest(((name, row) for name, row in dump(connection) if name != "meta"), _tables_with_blobs(connection))


def _tables_with_blobs(connection: sqlite3.Connection) -> frozenset[str]:
    columns = (
        "SELECT DISTINCT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' AND c.type = 'BLOB'"
    )
    return frozenset(str(name) for (name,) in connection.execute(columns).fetchall())


def _digest(rows: Iterable[tuple[str, tuple[object, ...]]], with_blobs: frozenset[str]) -> str:
    # repr of text, numbers and bytes is exact and has one reading; of a picture or a PDF it would be four times its size.
    digest = hashlib.sha256()
    lines = (f"{name}{_without_blobs(row) if name in with_blobs else row!r}\n" for name, row in rows)
    # Many rows at once: a call for each is most of what opening a file takes.
    while piece := "".join(islice(lines, _ROWS_AT_ONCE)):
        digest.update(piece.encode())
    return digest.hexdigest()


def _without_blobs(row: tuple[object, ...]) -> str:
    return repr(tuple(hashlib.sha256(value).digest() if isinstance(value, bytes) else value for value in row))


def conclude(connection: sqlite3.Connection) -> None:
    """Seal an open file and leave no journal beside it; the connection is to be closed then."""
    # With a limit ANALYZE keeps figures only, no samples of e-mail addresses that an erasure would miss.
    connection.execute("PRAGMA analysis_limit = 400").fetchall()
    connection.execute("PRAGMA optimize").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        meta.write(connection, {"clean": "1", "seal": seal(connection)})
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def check(path: Path, secret: Secret | None = None) -> CheckReport:
    """Examine a closed file without changing it (a commit that a crash cut short is rolled back first).

    On a read-only place that happens on a private copy. Raises `StoreError` for what is not a damaged programme file: ``missing``,
    ``folder``, ``foreign``, ``password``, ``newer``, ``in_use``, ``permission``.
    """
    try:
        with held(path, secret) as (connection, _key):
            return _report(connection)
    except StoreError as error:
        if error.code in {"damaged", "schema"}:
            return CheckReport(sound=False, faults=(Fault(error.code),))
        raise


@contextmanager
def held(path: Path, secret: Secret | None = None) -> Generator[tuple[sqlite3.Connection, RawKey | None]]:
    """Hold a closed file by its guard and give a connection that sees its last whole state, and its key; the file keeps its bytes.

    Its schema has been compared, nothing else looked at. Raises `StoreError` as opening does.
    """
    real = header.located(path)
    guard = Guard(real)
    guard.acquire()
    try:
        key = keys.raw_key(real, secret) if header.sniff(real) else None
        # Not "ro": SQLite leaves the CHECK constraints out of a data base that it opens for reading only, so they are not checked.
        with settled(real, key) as ready, told(), closing(driver.connect(ready, "rw", key and key.pragma)) as connection:
            admit(connection)
            yield connection, key
    finally:
        guard.release()


def count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table of ours has, 0 when it can't be read. ``table`` is a name of the program's own."""
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
    except (driver.Error, UnicodeDecodeError):
        return 0


def roll_back(path: Path, key: RawKey | None = None) -> None:
    """Take back what a crash cut short in a closed file, and leave no journal. Raises `StoreError` (``damaged``, ``read_only`` …)."""
    with told(unknown="damaged"), closing(driver.connect(path, "rw", key and key.pragma)) as connection:
        _unlock(connection)
        driver.prepare(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _report(connection: sqlite3.Connection) -> CheckReport:
    connection.execute("PRAGMA query_only = ON").fetchall()
    found = faults(connection)
    people, pairs, sessions = (count(connection, table) for table in ("person", "pair", "session"))
    return CheckReport(not found, people, pairs, sessions, found)


def settle(path: Path, key: RawKey | None = None) -> None:
    """Take back what a crash cut short, if anything; tried on a copy first, for the journal may be damaged or that of another file.

    Raises `StoreError` ``damaged`` (faults), ``schema`` …; the file and its journal then keep their bytes.
    """
    if not header.is_hot(path):
        return
    half = path.with_name(f".{path.name}{REHEARSAL}")
    try:
        # Without room for a copy, what SQLite itself checks in a journal has to do.
        with suppress(OSError):
            shutil.copy(path, half)
            shutil.copy(header.journal_of(path), header.journal_of(half))
            _rehearse(half, key)
    finally:
        for each in (half, header.journal_of(half)):
            with suppress(OSError):
                each.unlink(missing_ok=True)
    roll_back(path, key)


def _rehearse(half: Path, key: RawKey | None) -> None:
    try:
        roll_back(half, key)
        with told(), closing(driver.connect(half, "rw", key and key.pragma)) as connection:
            admit(connection)
            found = faults(connection)
    except StoreError as error:
        if error.code == "full":
            return
        raise
    if found:
        raise StoreError("damaged", faults=found)


@contextmanager
def settled(path: Path, key: RawKey | None = None) -> Generator[Path]:
    """Yield a path that can be opened for writing and whose last transaction is whole: ``path`` itself, or a private copy."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        settle(path, key)
        yield path
        return
    with private_folder() as folder:
        copy = folder / "check.revmentor"
        with told():
            copy.write_bytes(path.read_bytes())
            if header.is_hot(path):
                header.journal_of(copy).write_bytes(header.journal_of(path).read_bytes())
        roll_back(copy, key)
        yield copy
