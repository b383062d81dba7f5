# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The guard: one user of a programme file at a time, held by the operating system and so freed when a process dies.

The lock file is empty and never removed (removing it lets two holders in). Who holds it stands in a second file, for a
locked byte can't be read on Windows.
"""

import errno
import getpass
import hashlib
import json
import os
import platform
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import cast

from filelock import BaseFileLock, FileLock, SoftFileLock, Timeout
from platformdirs import user_data_path

from revmentor_desktop.store.errors import StoreError, told

PROGRAM = "RevMentor Desktop"
_TRIES, _PAUSE = 20, 0.025
_ELSEWHERE = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG}


class Guard:
    """The right to use one programme file (``path`` must be its real path)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None
        self._who = path

    @property
    def held(self) -> bool:
        """Whether this guard holds the lock."""
        return self._lock is not None

    @property
    def was_ever_taken(self) -> bool:
        """Whether somebody has, or had, this file open: the lock file stays."""
        return any(map(_present, self._places()))

    def acquire(self, *, anyway: bool = False) -> None:
        """Take the lock at once, or raise `StoreError` ``in_use`` with who, computer, since, elsewhere.

        ``anyway``: pass over the mark of another computer that came along with the file (nobody holds the lock here).
        """
        with told():
            lock, who = self._taken()
        note = _read(who)
        if note and note.get("computer") != platform.node() and not anyway:
            lock.release()
            raise _in_use(note, elsewhere=True)
        self._lock, self._who = lock, who
        # On a full disk the file can still be held and read; the next one is then not told who has it.
        with suppress(OSError):
            _write(who)

    def release(self, *, for_good: bool = False) -> None:
        """Remove the who-file, then let go. Does nothing when the lock is not held.

        ``for_good``: the file itself was removed, so that nobody can want its lock any more; the lock file goes, too.
        """
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        # The stick may be gone or the folder read-only by now: the note stays then, the lock must not.
        with suppress(OSError):
            self._who.unlink(missing_ok=True)
        lock.release()
        if for_good:
            with suppress(OSError):
                Path(lock.lock_file).unlink(missing_ok=True)

    def _taken(self) -> tuple[BaseFileLock, Path]:
        beside, elsewhere = self._places()
        try:
            return _locked(beside), _note_of(beside)
        except OSError as error:
            # On a medium that can't be written nobody of this computer works, even if a lock from earlier lies there.
            if error.errno != errno.EROFS and (error.errno not in _ELSEWHERE or _present(beside)):
                raise
        elsewhere.parent.mkdir(parents=True, exist_ok=True)
        return _locked(elsewhere), _note_of(elsewhere)

    def _places(self) -> tuple[Path, Path]:
        """Return where the lock is: beside the file, or in the person's data folder where nothing can be written beside it."""
        name = hashlib.sha256(os.fsencode(self._path)).hexdigest()[:32]
        folder = user_data_path(PROGRAM, appauthor=False) / "guards"
        return self._path.with_name(f".{self._path.name}.lock"), folder / f"{name}.lock"


@contextmanager
def queue(path: Path, seconds: float) -> Generator[None]:
    """Wait until nobody else is in the queue of ``path``, a lock file of its own, and hold it for the block.

    Raises `StoreError`: ``busy`` after ``seconds``, and what the medium answers.
    """
    lock: BaseFileLock = FileLock(path, timeout=seconds, thread_local=False, fallback_to_soft=False, preserve_lock_file=True)
    try:
        with told():
            lock.acquire()
    except Timeout as error:
        raise StoreError("busy") from error
    try:
        yield
    finally:
        lock.release()


def _note_of(lock: Path) -> Path:
    return lock.with_name(f"{lock.name.removesuffix('.lock')}.quien.json")


def _present(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the name is too long to exist
        return False


def _locked(path: Path) -> BaseFileLock:
    lock: BaseFileLock = FileLock(path, timeout=0, thread_local=False, fallback_to_soft=False, preserve_lock_file=True)
    if _is_soft(lock):
        raise NotImplementedError("this system has no file locks")
    try:
        lock.acquire()
    except Timeout as error:
        raise _in_use(_holder(_note_of(path)), elsewhere=False) from error
    return lock


def _holder(path: Path) -> Mapping[str, object]:
    """Return the note of who holds a lock: it is written a moment after the lock was taken."""
    for _try in range(_TRIES):
        if note := _read(path):
            return note
        time.sleep(_PAUSE)
    return {}


def _is_soft(lock: BaseFileLock) -> bool:
    return isinstance(lock, SoftFileLock)


def _in_use(note: Mapping[str, object], *, elsewhere: bool) -> StoreError:
    return StoreError("in_use", who=note.get("user"), computer=note.get("computer"), since=note.get("since"), elsewhere=elsewhere)


def _read(path: Path) -> Mapping[str, object]:
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, object]", note) if isinstance(note, dict) else {}


def _write(path: Path) -> None:
    note = {
        "user": _user(),
        "computer": platform.node(),
        "pid": os.getpid(),
        "since": datetime.now().astimezone().isoformat(timespec="minutes"),
        "program": PROGRAM,
    }
    half = path.with_name(f"{path.name}.tmp")
    try:
        half.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""
