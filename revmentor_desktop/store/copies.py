# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Copying a programme file: a closed one byte by byte; any one compacted by SQLite, sealed and checked."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.store import check, driver, header, meta
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.store.lock import Guard

HALVES = (".copia", ".migrando", ".antes", ".clave", check.REHEARSAL)
"""Endings of the hidden names under which something is made beside a file, before it gets its name."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: which programme it is, how often it was opened, the name of its edition, its figures, its seal.

    ``rows`` is the digest of what a person put in (see `check.rows_digest`).
    """

    file_uuid: str
    openings: int
    edition: str
    people: int
    pairs: int
    sessions: int
    seal: str
    rows: str


def duplicate(path: Path, target: Path) -> None:
    """Copy a closed file to ``target`` byte by byte, with a journal that a crash left; the file itself is never written.

    The guard is held meanwhile, so nobody writes half-way. Raises `StoreError` as opening does.
    """
    real = header.located(path)
    guard = Guard(real)
    guard.acquire()
    try:
        header.sniff(real)
        copy_bytes(real, target)
    finally:
        guard.release()


def copy_bytes(path: Path, target: Path) -> None:
    """Copy a file that nobody has open, with a journal that a crash left. Raises `StoreError`."""
    with told():
        shutil.copyfile(path, target)
        if header.is_hot(path):
            shutil.copyfile(header.journal_of(path), header.journal_of(target))


def compact(connection: sqlite3.Connection, half: Path) -> str:
    """Write what ``connection`` sees to ``half``, without free pages; returns the seal that its rows must have.

    Raises the driver's errors and `OSError`; on a full disk a part of the copy stays behind.
    """
    discard(half)
    seal = check.seal(connection)
    connection.execute("VACUUM INTO ?", (driver.uri(half),))
    return seal


def finish(half: Path, seal: str, key: RawKey | None = None) -> Contents:
    """Seal a fresh copy, check it whole by a connection of its own, and put it on the disk.

    Raises `StoreError`: ``copy_failed`` when its rows are not those of the file, and what the medium answers.
    """
    try:
        with told(unknown="damaged"):
            with closing(driver.connect(half, "rw", key and key.pragma)) as connection:
                check.admit(connection)
                check.conclude(connection)
                found = contents(connection)
                if found.seal != seal or check.faults(connection):
                    raise StoreError("copy_failed")
            sync(half)
    except StoreError as error:
        # The file itself has just been read well: what is wrong with the copy must not be said of it.
        if error.code in {"damaged", "newer", "password", "schema"}:
            raise StoreError("copy_failed") from error
        raise
    return found


def contents(connection: sqlite3.Connection) -> Contents:
    """Return what a file holds whose schema has been compared. Raises `StoreError` ``damaged`` when it says nothing about itself."""
    known = meta.read(connection)
    name = connection.execute("SELECT name FROM edition JOIN current_edition ON edition.id = current_edition.edition_id").fetchone()
    people, pairs, sessions = (check.count(connection, table) for table in ("person", "pair", "session"))
    identity = meta.identity(known)
    if identity is None:
        raise StoreError("damaged", faults=())
    title, rows = str(name[0]) if name else "", check.rows_digest(connection)
    return Contents(*identity, title, people, pairs, sessions, known.get("seal", ""), rows)


def digest(path: Path) -> str:
    """Return the SHA-256 of a closed file in hexadecimal, read back from where it lies."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def discard(path: Path) -> None:
    """Remove a file and its journal, if they are there. Raises `OSError`."""
    path.unlink(missing_ok=True)
    header.journal_of(path).unlink(missing_ok=True)


def clear_away(path: Path) -> None:
    """Remove what a failure may have left. If even that is refused (a stick that is gone), the failure itself is what matters."""
    with suppress(OSError):
        discard(path)


def clear_leftovers(path: Path) -> None:
    """Remove what a process that was killed left half made beside a file: copies, migrations, changes of password. The guard is held."""
    for ending in HALVES:
        clear_away(path.with_name(f".{path.name}{ending}"))


def sync(path: Path) -> None:
    """Put a closed file on the disk. Raises `OSError`."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk. Raises `OSError`."""
    if os.name != "posix":
        return  # Windows has no such thing
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
