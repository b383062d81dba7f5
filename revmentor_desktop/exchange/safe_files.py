# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Writing a file of ours whole or not at all: every file but the programme file itself and its copies goes through here."""

import errno
import os
import secrets
import time
from pathlib import Path

_HELD_BY_OTHERS = frozenset({5, 32, 33})
"""Windows: a virus scanner, an indexer or a cloud folder has the file for a moment (access denied, sharing, locked)."""
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.5, 0.5, 0.5, 0.5)
"""Seconds between attempts to put a file in place: three in all."""
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF, errno.EISDIR})
"""What network drives and folders that may not be listed answer; the file itself is on the disk then."""
_LONGEST_STEM = 100
"""Bytes of the name that the part takes over, so that a name of 255 bytes leaves room for what is added."""


def write_safely(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: beside it first, on the disk, then put in place. Raises `OSError`, leaving no part behind.

    Whoever reads ``path`` meanwhile, or after a crash or a power cut, finds the old content or the new one, never a part of it.
    """
    part = _part_of(path)
    # Not tempfile: its files are for the owner alone, and giving them the usual rights afterwards is refused on some sticks.
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if os.fstat(file.fileno()).st_size != len(content):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        _put_in_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk. Raises `OSError`; Windows has no such call and does not need it."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def _part_of(path: Path) -> Path:
    stem = path.stem.encode(errors="surrogateescape")[:_LONGEST_STEM].decode(errors="ignore")
    return path.with_name(f".{stem}-{secrets.token_hex(6)}.part")


def _put_in_place(part: Path, path: Path) -> None:
    for pause in _PAUSES:
        try:
            part.replace(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise
            time.sleep(pause)
        else:
            return
    part.replace(path)
