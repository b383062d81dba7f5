# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Backup copies: making one, listing them, keeping the right ones, going back to one."""

import shutil
from datetime import datetime
from pathlib import Path

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import backups as kept
from revmentor_desktop.store import restore as going_back

Copy = kept.Copy
Removed = kept.Removed
Restored = going_back.Restored

MOST_BYTES = 2 * 1024**3
SHARE_OF_DISK = 20
"""All copies of a file take at most `MOST_BYTES`, and at most one in so many parts of the disk."""


def back_up(source: Workspace | Path, folder: Path, now: datetime) -> Copy:
    """Make one verified copy of an open programme, or of a closed file, which is not changed, in ``folder`` (made if missing).

    ``now`` is wall time. Raises `StoreError`; nothing half made stays behind.
    """
    if isinstance(source, Workspace):
        return source.back_up(folder, now)
    return kept.of_closed(source, folder, now)


def back_up_if_changed(source: Workspace, folder: Path, now: datetime) -> Copy | None:
    """Make a copy as `back_up` does, unless the newest one in the folder holds the same; then ``None``."""
    return source.back_up_if_changed(folder, now)


def copies(folder: Path, source: Workspace | None = None) -> tuple[Copy, ...]:
    """Return the copies in a folder, newest (highest number) first; with ``source`` only those of that programme.

    Without it also those that can't be read any more (``file_uuid`` empty). Raises `StoreError`.
    """
    return kept.listed(folder, None if source is None else source.file_uuid)


def is_sound(copy: Path) -> bool:
    """Whether a copy still holds exactly what it held when it was made."""
    return kept.is_sound(copy)


def thin_out(folder: Path, source: Workspace) -> Removed:
    """Remove the copies of a programme that newer ones stand for, or for which there is no room; says which. Raises `StoreError`."""
    return kept.thin_out(folder, source.file_uuid, min(MOST_BYTES, shutil.disk_usage(folder).total // SHARE_OF_DISK))


def restore(copy: Path, target: Path, now: datetime) -> Restored:
    """Make a checked new file at ``target`` from a copy; what lies there is set aside with its journal, never overwritten.

    ``now`` is wall time. Raises `StoreError`, ``copy_damaged`` among them; then everything is as it was.
    """
    return going_back.restore(copy, target, now)
