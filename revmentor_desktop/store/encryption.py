# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Setting, changing and removing the password of a closed file.

A plain file can't be given a key where it lies: SQLCipher writes it anew beside, it is checked whole, and then takes the name. A change
rewrites the pages in one transaction with a journal, so that a crash leaves the old password or the new one, never neither.
"""

import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from revmentor_desktop.store import check, copies, driver, header, keys, meta, upgrade
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey, Secret
from revmentor_desktop.store.lock import Guard

_HALF = ".clave"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Recrypted:
    """A file after the change: which programme it is, the key that opens it now (``None``: it is plain)."""

    file_uuid: str
    key: RawKey | None


def encrypt(path: Path, new: Secret) -> Recrypted:
    """Give a plain file a password, or the key of the file that it is a copy of.

    Raises `StoreError` (``password`` why: present, when it has one); then it is as before.
    """
    with _worked_on(path, None) as (real, connection, _key):
        return _rewritten(real, connection, new if isinstance(new, RawKey) else keys.fresh_key(new))


def decrypt(path: Path, old: Secret | None) -> Recrypted:
    """Take the password off. Raises `StoreError` (``password`` why: missing, wrong, absent); then it is as before."""
    with _worked_on(path, old, encrypted=True) as (real, connection, _key):
        return _rewritten(real, connection, None)


def change(path: Path, old: Secret | None, new: Secret) -> Recrypted:
    """Give an encrypted file another password. Raises `StoreError` as `decrypt`; then the old one opens it."""
    with _worked_on(path, old, encrypted=True) as (real, connection, key):
        if key is None:
            raise StoreError("password", why="absent")
        fresh = new if isinstance(new, RawKey) else keys.rekeyed(key, new)
        file_uuid = _uuid(connection)
        try:
            connection.execute(f'PRAGMA rekey = "{fresh.pragma}"').fetchall()
        except driver.Error as error:
            # SQLCipher says the same whatever the reason; the file had just been read whole.
            room = shutil.disk_usage(real.parent).free
            raise StoreError("full" if room < 2 * real.stat().st_size else "io") from error
        finally:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.close()
        _verified(real, fresh)
        return Recrypted(file_uuid, fresh)


def key_of(path: Path, secret: Secret | None) -> RawKey:
    """Return the key of a closed encrypted file. Raises `StoreError` ``password`` (why: missing, absent); nothing is tried yet."""
    real = header.located(path)
    if not header.sniff(real):
        raise StoreError("password", why="absent")
    return keys.raw_key(real, secret)


def is_plain(path: Path) -> bool:
    """Whether a closed file can be read without a password."""
    try:
        return not header.sniff(path)
    except StoreError:
        return False


@contextmanager
def _worked_on(path: Path, secret: Secret | None, *, encrypted: bool = False) -> Generator[tuple[Path, sqlite3.Connection, RawKey | None]]:
    """Hold a closed file, checked whole, of today's schema."""
    real = header.located(path)
    guard = Guard(real)
    guard.acquire()
    try:
        copies.clear_leftovers(real)
        if header.sniff(real) != encrypted:
            raise StoreError("password", why="absent" if encrypted else "present")
        key = keys.raw_key(real, secret) if encrypted else None
        with told(), closing(_sound(real, key)) as connection:
            yield real, connection, key
    finally:
        guard.release()


def _sound(path: Path, key: RawKey | None) -> sqlite3.Connection:
    connection = driver.connect(path, "rw", key and key.pragma)
    try:
        check.admit(connection)
        found = check.faults(connection)
        if found:
            raise StoreError("damaged", faults=found)
        if not check.is_latest(connection):
            connection.close()
            upgrade.upgrade(path, key=key)
            return _sound(path, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _rewritten(path: Path, connection: sqlite3.Connection, key: RawKey | None) -> Recrypted:
    """Write a file anew under another key, or plain, and put it in the place of the old one, whose bytes are overwritten."""
    half = path.with_name(f".{path.name}{_HALF}")
    try:
        copies.discard(half)
        file_uuid, seal = _uuid(connection), check.seal(connection)
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(half), "" if key is None else key.pragma))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        # The export leaves these out.
        for setting in ("application_id", "user_version"):
            value = int(connection.execute(f"PRAGMA main.{setting}").fetchone()[0])
            connection.execute(f"PRAGMA fresh.{setting} = {value:d}").fetchall()
        connection.execute("DETACH DATABASE fresh")
        if copies.finish(half, seal, key).file_uuid != file_uuid:
            raise StoreError("copy_failed")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.close()
        _take_place(half, path, wipe=key is not None)
    finally:
        copies.clear_away(half)
    return Recrypted(file_uuid, key)


def _take_place(half: Path, path: Path, *, wipe: bool) -> None:
    if not wipe or os.name != "posix":
        half.replace(path)
        copies.sync_folder(path.parent)
        return
    # The old bytes have no name any more once they are replaced, so they are held meanwhile. On a disk that moves its
    # writes about (SSD) this is the best that can be done.
    with path.open("r+b", buffering=0) as old:
        half.replace(path)
        copies.sync_folder(path.parent)
        with suppress(OSError):
            _wipe(old)


def _wipe(file: FileIO) -> None:
    left = os.fstat(file.fileno()).st_size
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(_BLOCK, left)))
    os.fsync(file.fileno())


def _verified(path: Path, key: RawKey) -> None:
    """Look at a file whose password has just been changed, and put it on the disk. Raises `StoreError`."""
    with closing(driver.connect(path, "rw", key.pragma)) as connection:
        check.admit(connection)
        found = check.faults(connection)
        if found:
            raise StoreError("damaged", faults=found)
    copies.sync(path)


def _uuid(connection: sqlite3.Connection) -> str:
    return meta.read(connection)["file_uuid"]
