# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Bringing a closed file of an older release up to date: on a copy, looked at whole, then put in its place in one move.

Killed at any moment, the file is the old or the new one, never half; the next try begins afresh.
"""

import hashlib
import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from revmentor_desktop.store import check, copies, driver, header, meta, names
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.migrations.runner import Step

_LONGEST = 200
"""Bytes of a name without what tells two of them apart; systems allow 255."""
_HELD_OPEN = frozenset({5, 32})
# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION: a virus scanner, the indexer or a cloud client looks at the file just now.
_FIRST_WAIT, _LONGEST_WAIT, _PATIENCE = 0.01, 0.5, 3.0


def upgrade(path: Path, *, key: RawKey | None = None, steps: Sequence[Step] = runner.STEPS, until: int | None = None) -> Path | None:
    """Bring the closed file at ``path`` up to the schema ``until`` (the last of ``steps``) and return where the old one is kept.

    The caller holds the guard and has compared the old schema. Returns ``None``, and leaves the file's bytes alone, when no step is
    lacking. Raises `StoreError`: ``damaged`` (faults), ``not_upgraded``, ``full``, ``read_only`` …; the file is then as it was.
    """
    last = steps[-1].version if until is None else until
    with told():
        clear_leftovers(path)
    try:
        with told(unknown="damaged"), closing(driver.connect(path, "rw", key and key.pragma)) as old:
            driver.prepare(old)
            version = runner.version_of(old)
            if not runner.pending(version, steps, last):
                return None
            seal = _copied(old, path)
        if header.journal_of(path).exists():
            raise StoreError("busy")
        _migrated(_half(path), key, seal, steps, last)
        with told():
            kept = _kept(path, version)
            copies.sync(_half(path))
            replace(_half(path), path)
            copies.sync_folder(path.parent)
        return kept
    finally:
        for each in (_half(path), _aside(path)):
            copies.clear_away(each)


def clear_leftovers(path: Path) -> None:
    """Remove what a killed upgrade of ``path`` left beside it. The caller holds the guard. Raises `OSError`."""
    copies.discard(_half(path))
    copies.discard(_aside(path))


def replace(half: Path, path: Path) -> None:
    """Give ``half`` the name ``path``, whatever lies there; on Windows wait up to three seconds for whoever looks at either.

    Raises `OSError`.
    """
    wait, end = _FIRST_WAIT, time.monotonic() + _PATIENCE
    while True:
        try:
            half.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_OPEN or time.monotonic() + wait > end:
                raise
        else:
            return
        time.sleep(wait)
        wait = min(2 * wait, _LONGEST_WAIT)


def _half(path: Path) -> Path:
    """Return the hidden name of the copy that is worked on."""
    return _hidden(path, ".migrando")


def _aside(path: Path) -> Path:
    """Return the hidden name of the old file's copy while it is being written."""
    return _hidden(path, ".antes")


def _hidden(path: Path, ending: str) -> Path:
    name = f".{path.name}{ending}"
    if len(os.fsencode(name)) > _LONGEST:
        # With a journal's ending it might not fit any more.
        name = f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}{ending}"
    return path.with_name(name)


def _copied(old: sqlite3.Connection, path: Path) -> str:
    """Copy a sound file to the hidden name, readable by those who could read the file; returns the seal of its rows."""
    found = check.faults(old)
    if found:
        # A copy with a fresh seal would hide what has gone bad.
        raise StoreError("damaged", faults=found)
    seal = check.seal(old)
    # VACUUM INTO takes an empty file: made first, nobody else can read the copy meanwhile.
    os.close(os.open(_half(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    old.execute("VACUUM INTO ?", (driver.uri(_half(path)),))
    shutil.copymode(path, _half(path))
    # A new file beside the journal of another is broken: none may stay.
    old.execute("PRAGMA journal_mode = DELETE").fetchall()
    return seal


def _migrated(half: Path, key: RawKey | None, seal: str, steps: Sequence[Step], last: int) -> None:
    """Run the lacking steps on the copy and look at the result whole. Raises `StoreError`."""
    try:
        with told(unknown="not_upgraded"), closing(driver.connect(half, "rw", key and key.pragma)) as copy:
            driver.prepare(copy)
            if check.seal(copy) != seal:
                raise StoreError("copy_failed")
            _run(copy, steps, last)
    except StoreError as error:
        # The file itself has just been read well: what is wrong with the copy must not be said of it.
        if error.code == "damaged":
            raise StoreError("copy_failed") from error
        raise
    if header.journal_of(half).exists():
        raise StoreError("copy_failed")


def _run(copy: sqlite3.Connection, steps: Sequence[Step], last: int) -> None:
    # A step that rebuilds a table drops the old one, which deletes its rows: that must not reach those who refer to them.
    copy.execute("PRAGMA foreign_keys = OFF").fetchall()
    lacking, before = runner.pending(runner.version_of(copy), steps, last), _counts(copy)
    runner.migrate(copy, steps, last)
    copy.execute("BEGIN IMMEDIATE")
    with copy:
        meta.write(copy, {"min_reader": str(runner.min_reader(steps, last))})
    resized = frozenset[str]().union(*(step.resized for step in lacking))
    if _resized(before, _counts(copy)) - resized or check.entries(copy) != _expected(steps, last):
        raise StoreError("not_upgraded")
    check.conclude(copy)
    if check.faults(copy):
        raise StoreError("not_upgraded")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    # Names from a schema that was compared with ours, or of the steps themselves.
    return {name: int(connection.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]) for (name,) in tables.fetchall()}  # noqa: S608


def _resized(before: Mapping[str, int], after: Mapping[str, int]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name, 0) != after.get(name, 0)}


def _expected(steps: Sequence[Step], last: int) -> frozenset[tuple[str, str, str, str]]:
    """Return the schema that a new file would have: an old one must come out the same."""
    with closing(driver.memory()) as connection:
        runner.migrate(connection, steps, last)
        return check.entries(connection)


def _kept(path: Path, version: int) -> Path:
    """Copy the old, closed file byte by byte to a name that tells its schema; one that an earlier try kept is used again.

    Not a second name of the same bytes: killed before the move, the file would have two names, and is then refused.
    """
    major, minor = divmod(version, 1000)
    mark = f"v{major}.{minor}" if minor else f"v{major}"
    stem = names.shortened(path.name, _LONGEST)
    for number in range(1, 1000):
        kept = path.with_name(f"{stem}.{mark}{f' ({number})' if number > 1 else ''}.antes-de-actualizar")
        if kept.is_file() and copies.digest(kept) == copies.digest(path):
            return kept
        if not os.path.lexists(kept):
            _write_aside(path, kept)
            return kept
    raise StoreError("exists")


def _write_aside(path: Path, kept: Path) -> None:
    aside = _aside(path)
    mode = stat.S_IMODE(path.stat().st_mode)
    with path.open("rb") as source, os.fdopen(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    aside.chmod(mode)
    aside.rename(kept)
    copies.sync_folder(path.parent)
