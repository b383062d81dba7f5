# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Folders for the owner alone in which a file is copied for a while; a killed process leaves one behind, the next start removes it.

Whoever uses one holds a lock in it, which the system frees when the process dies: that tells a folder in use from one left over.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

PREFIX = "revmentor-"
MARK = ".revmentor-en-uso.lock"
"""The lock in each folder of ours; a folder without it is somebody else's, whatever it is called."""
FRESH_SECONDS = 60.0
"""A folder that is younger may not have its lock yet."""


@contextmanager
def private_folder() -> Generator[Path]:
    """Give an empty folder (rights 0700) that is removed with all that is in it when the block ends. Raises `OSError`."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        lock = _lock(Path(name))
        lock.acquire()
        try:
            yield Path(name)
        finally:
            lock.release()


def sweep(now: float | None = None) -> int:
    """Remove what processes that were killed left in such folders; returns how many there were. Never raises.

    ``now`` is the system's clock in seconds.
    """
    removed = 0
    moment = time.time() if now is None else now
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            with suppress(OSError, Timeout):
                if _is_left(folder, moment):
                    with _lock(folder):
                        pass
                    shutil.rmtree(folder, ignore_errors=True)
                    removed += not folder.exists()
    return removed


def _is_left(folder: Path, now: float) -> bool:
    state = folder.lstat()
    own = os.name != "posix" or state.st_uid == os.getuid()
    return own and folder.is_dir() and not folder.is_symlink() and (folder / MARK).is_file() and now - state.st_mtime > FRESH_SECONDS


def _lock(folder: Path) -> BaseFileLock:
    return FileLock(folder / MARK, timeout=0, thread_local=False, fallback_to_soft=False, preserve_lock_file=True)
