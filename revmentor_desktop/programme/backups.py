# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Backup copies: making one, listing them, keeping the right ones, going back to one."""

import shutil
from datetime import datetime
from pathlib import Path

from revmentor_desktop.programme import preferences
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import backups as kept
from revmentor_desktop.store import restore as going_back
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.keys import Secret

Copy = kept.Copy
Removed = kept.Removed
Restored = going_back.Restored

MOST_BYTES = 2 * 1024**3
SHARE_OF_DISK = 20
"""All copies of a file take at most `MOST_BYTES`, and at most one in so many parts of the disk."""


def copies_folder() -> Path:
    """Return where the copies lie that the program makes by itself; not beside the file, which may be lost with all that is there."""
    return preferences.data_folder() / "copias"


def back_up(source: Workspace | Path, folder: Path, now: datetime, password: Secret | None = None) -> Copy:
    """Make one verified copy of an open programme, or of a closed file, which is not changed, in ``folder`` (made if missing).

    ``now`` is wall time. Raises `StoreError`; nothing half made stays behind.
    """
    if isinstance(source, Workspace):
        return source.back_up(folder, now)
    return kept.of_closed(source, folder, now, password)


def back_up_if_changed(source: Workspace, folder: Path, now: datetime) -> Copy | None:
    """Make a copy as `back_up` does, unless the newest one in the folder holds the same; then ``None``."""
    return source.back_up_if_changed(folder, now)


def copies(folder: Path, source: Workspace | None = None) -> tuple[Copy, ...]:
    """Return the copies in a folder, newest (highest number) first; with ``source`` only those of that programme.

    Without it also those that can't be read any more (``file_uuid`` empty). Raises `StoreError`.
    """
    return kept.listed(folder, None if source is None else source.file_uuid)


def copies_of_path(folder: Path, path: Path) -> tuple[Copy, ...]:
    """Return the copies in a folder of the programme that lay at ``path``, newest first, even if that can't be read any more."""
    return kept.of_path(folder, path)


def is_plain_in_copies(path: Path, folder: Path | None = None) -> bool:
    """Whether the newest copy of the programme that lay at ``path`` has no password."""
    try:
        newest = next(iter(copies_of_path(folder or copies_folder(), path)), None)
    except StoreError:
        return False
    return newest is not None and not newest.encrypted


def opens_a_copy(path: Path, password: Secret | None, folder: Path | None = None) -> bool:
    """Whether a password opens the newest encrypted copy of the programme that lay at ``path``: then it is the right one."""
    try:
        newest = next((copy for copy in copies_of_path(folder or copies_folder(), path) if copy.encrypted), None)
        return newest is not None and kept.opens(newest.path, password)
    except StoreError:
        return False


def opens(copy: Copy, password: Secret | None) -> bool:
    """Whether a copy can be read with a password, or needs none. Raises `StoreError` when it can't be asked."""
    return not copy.encrypted or (password is not None and kept.opens(copy.path, password))


def is_sound(copy: Path, source: Workspace | None = None) -> bool:
    """Whether a copy still holds exactly what it held when it was made; ``source`` is the programme, whose password it has."""
    return kept.is_sound(copy) if source is None else source.is_sound(copy)


def copy_outside(source: Workspace, target: Path, *, replace: bool = False) -> int:
    """Write a copy to a stick or another drive, read it back from there and compare; returns its bytes.

    Raises `StoreError`, ``copy_failed`` when what is read back is not what was written; then nothing stays there.
    """
    source.copy_to(target, replace=replace)
    before = kept.digest_on_medium(target)
    if not kept.is_readable(target, source.key) or kept.digest_on_medium(target) != before:
        target.unlink(missing_ok=True)
        raise StoreError("copy_failed")
    return target.stat().st_size


def thin_out(folder: Path, source: Workspace) -> Removed:
    """Remove the copies of a programme that newer ones stand for, or for which there is no room; says which. Raises `StoreError`."""
    return source.thin_out(folder, min(MOST_BYTES, shutil.disk_usage(folder).total // SHARE_OF_DISK))


def restore(copy: Path, target: Path, now: datetime, password: Secret | None = None) -> Restored:
    """Make a checked new file at ``target`` from a copy; what lies there is set aside with its journal, never overwritten.

    ``now`` is wall time. Raises `StoreError`, ``copy_damaged`` among them; then everything is as it was.
    """
    return going_back.restore(copy, target, now, password)
