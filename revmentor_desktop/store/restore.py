# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Going back to a copy: a new, checked file; what lay in its place is set aside together with its journal.

A file beside the journal of another is broken: that is why the journal goes along.
"""

import hashlib
import os
import stat
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from revmentor_desktop.store import check, copies, driver, header, keys, names
from revmentor_desktop.store.copies import Contents
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import Secret
from revmentor_desktop.store.lock import Guard

_LONGEST = 200
"""Bytes of a set-aside name without what tells two of them apart; systems allow 255."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The new file, where the old one lies now (``None``: there was none), and the new one's figures."""

    path: Path
    set_aside: Path | None
    people: int
    pairs: int
    sessions: int


def restore(copy: Path, target: Path, now: datetime, secret: Secret | None = None) -> Restored:
    """Make ``target`` from a copy, which is only read. ``now`` is wall time, for the name of what is set aside.

    Raises `StoreError`: ``copy_damaged`` (copy), ``foreign``, ``missing``, ``in_use`` (either is open somewhere), ``no_folder``,
    ``password``, ``exists`` (the copy itself is the target), ``full`` …; then whatever was at ``target`` is still there.
    """
    source = header.located(copy)
    real = _destination(target)
    if real == source:
        raise StoreError("exists")
    guard = Guard(real)
    guard.acquire()
    half = real.with_name(f".{hashlib.sha256(os.fsencode(real.name)).hexdigest()[:16]}.copia")
    try:
        found = _fetched(source, half, secret)
        with told():
            aside = put_in_place(half, real, now)
        return Restored(real, aside, found.people, found.pairs, found.sessions)
    finally:
        copies.clear_away(half)
        guard.release()


def _destination(target: Path) -> Path:
    """Return where the new file will really lie. Raises `StoreError`: ``no_folder``, ``folder``, ``foreign`` (device)."""
    with told():
        if not target.absolute().parent.is_dir():
            raise StoreError("no_folder", folder=target.absolute().parent.name)
        real = target.resolve()
        header.refuse_long(real)
        if not real.parent.is_dir():
            raise StoreError("no_folder", folder=real.parent.name)
        if real.is_dir():
            raise StoreError("folder")
        if real.exists() and not stat.S_ISREG(real.stat().st_mode):
            raise StoreError("foreign", what="device")
    return real


def _fetched(source: Path, half: Path, secret: Secret | None) -> Contents:
    """Copy the copy to ``half`` and look at it whole. Nothing is sealed anew: that would hide what has gone bad."""
    try:
        with told():
            copies.discard(half)
        copies.duplicate(source, half)
        key = keys.raw_key(half, secret) if header.sniff(half) else None
        if header.is_hot(half):
            check.roll_back(half, key)
        with told(unknown="damaged"), closing(driver.connect(half, "rw", key and key.pragma)) as connection:
            check.admit(connection)
            found = check.faults(connection)
            if found:
                raise StoreError("damaged", faults=found)
            contents = copies.contents(connection)
        with told():
            copies.sync(half)
    except StoreError as error:
        if error.code in {"damaged", "schema"}:
            raise StoreError("copy_damaged", copy=source.name) from error
        raise
    return contents


def put_in_place(half: Path, real: Path, now: datetime) -> Path | None:
    """Move what is there aside and give the new file its name; a move that fails takes the others back."""
    aside = free_name(real, now)
    wanted = ((real, aside), (header.journal_of(real), header.journal_of(aside)))
    moved: list[tuple[Path, Path]] = []
    try:
        for was, goes in wanted:
            if was.exists():
                was.rename(goes)
                moved.append((was, goes))
        half.rename(real)
    except OSError:
        for was, goes in reversed(moved):
            goes.rename(was)
        raise
    copies.sync_folder(real.parent)
    return aside if (real, aside) in moved else None


def free_name(real: Path, now: datetime) -> Path:
    """Return where a file at ``real`` and its journal are set aside at ``now``, wall time. Raises `StoreError` ``exists``."""
    stem = names.shortened(real.stem, _LONGEST - len(real.suffix.encode()))
    name = f"{stem}{real.suffix}"
    for number in range(1, 1000):
        again = f" ({number})" if number > 1 else ""
        aside = real.with_name(f"apartado {now.date().isoformat()} {now:%H.%M}{again} {name}")
        if not aside.exists() and not header.journal_of(aside).exists():
            return aside
    raise StoreError("exists")
