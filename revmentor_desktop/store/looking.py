# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Connecting to a file only to look at it: nothing of it is written, even while somebody else works in it."""

import os
import sqlite3
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from revmentor_desktop.store import check, copies, driver, header, keys
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey, Secret
from revmentor_desktop.store.lock import Guard
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.private_folders import private_folder


def is_writable(path: Path) -> bool:
    """Whether a file and the folder around it can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connection(path: Path, password: Secret | None, ending: ExitStack) -> tuple[sqlite3.Connection, RawKey | None]:
    """Connect to the last whole state of a file, which may be that of a private copy; all goes when ``ending`` is closed."""
    guard = Guard(path)
    if guard.was_ever_taken or header.is_hot(path):
        try:
            guard.acquire()
        except StoreError as error:
            if error.code == "in_use":
                # Somebody works in it, maybe this very process: closing a file of ours would cost them their locks.
                return _beside_another(path, password, ending)
            # Nothing can be written there, so nobody works in it.
    try:
        key = keys.raw_key(path, password) if header.sniff(path) else None
        ready = _settled_to_read(path, key, ending)
        with told():
            made = driver.connect(ready, "ro", key and key.pragma)
            ending.callback(made.close)
        return made, key
    finally:
        guard.release()


def brought_up(old: sqlite3.Connection, key: RawKey | None, ending: ExitStack) -> sqlite3.Connection:
    """Return a connection to a private copy of a file of an older schema that has today's; the file itself stays as it is.

    Raises `StoreError`: ``damaged`` when it is too broken to be copied, and what the medium of the copy answers.
    """
    copy = ending.enter_context(private_folder()) / "copy.revmentor"
    with told(unknown="damaged"):
        old.execute("VACUUM INTO ?", (driver.uri(copy),))
        with closing(driver.connect(copy, "rw", key and key.pragma)) as connection:
            driver.prepare(connection)
            runner.migrate(connection)
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        made = driver.connect(copy, "ro", key and key.pragma)
        ending.callback(made.close)
        check.admit(made)
    return made


def _beside_another(path: Path, password: Secret | None, ending: ExitStack) -> tuple[sqlite3.Connection, RawKey | None]:
    """Connect without opening the file ourselves; whether it is encrypted is found out by trying."""
    with told():
        plain = driver.connect(path, "ro")
        ending.callback(plain.close)
    try:
        with told():
            plain.execute("PRAGMA schema_version").fetchone()
    except StoreError as error:
        if error.code != "damaged":
            raise
    else:
        return plain, None
    if password is None:
        raise StoreError("password", why="missing")
    with told():
        made = driver.connect(path, "ro", keys.pragma_of(password))
        ending.callback(made.close)
        salt = str(made.execute("PRAGMA cipher_salt").fetchone()[0])
    return made, keys.of_salt(password, bytes.fromhex(salt))


def _settled_to_read(path: Path, key: RawKey | None, ending: ExitStack) -> Path:
    """Return where the last whole state of a file can be read: there, or in a private copy. The guard is held."""
    if not header.is_hot(path):
        return path
    if is_writable(path):
        # What would come out damaged is kept as it is, and read from a copy as far as that goes.
        with suppress(StoreError):
            check.settle(path, key)
            return path
    copy = ending.enter_context(private_folder()) / path.name
    copies.copy_bytes(path, copy)
    check.roll_back(copy, key)
    return copy
