# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The SQLite driver with its types, and the settings of every connection to a programme file."""

import os
import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import quote

import sqlcipher3.dbapi2

module: Any = sqlcipher3.dbapi2
"""The driver, for SQLAlchemy; it has no type stubs."""
Error = cast("type[Exception]", module.Error)
"""Base of the driver's exceptions; they carry ``sqlite_errorcode`` (the primary code)."""

APPLICATION_ID = 0x5265764D
"""“RevM”, so that a file is known without opening its tables."""
BUSY_MS = 2000
"""How long a virus scanner may hold the file before we say that another program uses it."""
_STEPS = 20_000

# What an examination may ask of SQLite (sqlite.org/c3ref/c_alter_table.html): SELECT, READ, PRAGMA, TRANSACTION, FUNCTION.
_EXAMINING = frozenset({21, 20, 19, 22, 31})


def connect(path: Path, mode: Literal["ro", "rw", "rwc"], key: str | None = None) -> sqlite3.Connection:
    """Open ``path`` in autocommit mode; only ``rwc`` makes a file. The driver copies the interface of `sqlite3`.

    ``key`` is that of an encrypted file as ``PRAGMA key`` takes it (see `keys.RawKey.pragma`).
    """
    made = module.connect(f"{uri(path)}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)
    connection = cast("sqlite3.Connection", made)
    # Before anything else, or SQLCipher takes the file for a plain one. Wrong keys are not for standard error.
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    if key is not None:
        connection.execute(f"""PRAGMA key = "{key.replace('"', '""')}\"""").fetchall()
    return connection


def uri(path: Path) -> str:
    """Return ``path`` as SQLite takes it in place of a file's name (`connect` lets it): a name need not be text."""
    # Not Path.as_uri: SQLite refuses the server of a network path where a URI has its authority.
    plain = path.absolute().as_posix()
    return f"file://{'' if plain.startswith('/') else '/'}{quote(os.fsencode(plain))}"


def memory() -> sqlite3.Connection:
    """Return an empty data base in memory."""
    return cast("sqlite3.Connection", module.connect(":memory:", isolation_level=None))


def prepare(connection: sqlite3.Connection) -> None:
    """Give a fresh connection its settings, before anything of the file is read.

    TRUNCATE with EXTRA lost no acknowledged commit in simulated power cuts; NORMAL locking notices a moved file.
    Raises the driver's error when the file cannot be read at all, `RuntimeError` when foreign keys stay off.
    """
    for setting in (
        f"busy_timeout = {BUSY_MS}",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "temp_store = MEMORY",
        "recursive_triggers = OFF",
        "foreign_keys = ON",
        "fullfsync = ON",  # macOS only: its fsync does not reach the platter
        "locking_mode = NORMAL",
        "secure_delete = ON",
        "synchronous = EXTRA",
        "journal_mode = TRUNCATE",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    if connection.execute("PRAGMA foreign_keys").fetchone()[0] != 1:
        raise RuntimeError("foreign keys stay off")


def prepare_empty(connection: sqlite3.Connection) -> None:
    """Give an empty file what must be set before its first table."""
    for setting in ("page_size = 4096", "auto_vacuum = NONE", f"application_id = {APPLICATION_ID}"):
        connection.execute(f"PRAGMA {setting}").fetchall()


@contextmanager
def limited(connection: sqlite3.Connection, seconds: float, *, examining: bool = False) -> Generator[None]:
    """Interrupt what runs longer than ``seconds`` inside the block; ``examining`` also refuses all but plain reading."""
    last = time.monotonic() + seconds

    def over() -> int:
        return int(time.monotonic() > last)

    def allow(action: int, *_rest: str | None) -> int:
        return 0 if action in _EXAMINING else 1

    connection.set_progress_handler(over, _STEPS)
    if examining:
        connection.set_authorizer(allow)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
