# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Disks that are small, full, read-only or gone. Only root may mount them, on Linux; elsewhere the tests are skipped with that reason."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FILLER = "lleno"


def may_mount() -> bool:
    """Whether this process may mount a disk, so that a test need not be skipped."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("mount") is not None


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[Path]:
    """Mount a disk of ``size`` (as ``mount`` takes it) in memory at ``folder``, made if missing."""
    folder.mkdir(exist_ok=True)
    done = may_mount() and _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    if not done:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        _run("umount", "-l", str(folder))


def pull(folder: Path) -> None:
    """Take a mounted disk away though files of it are open, as when a stick is pulled."""
    assert _run("umount", "-l", str(folder))


def make_read_only(folder: Path, *, read_only: bool = True) -> bool:
    """Mount a disk again so that it can only be read; whether that was possible (not while a file of it is open for writing)."""
    return _run("mount", "-o", f"remount,{'ro' if read_only else 'rw'}", str(folder))


def fill(disk: Path, free: int) -> None:
    """Leave about ``free`` bytes on a disk."""
    (disk / FILLER).unlink(missing_ok=True)
    state = os.statvfs(disk)
    (disk / FILLER).write_bytes(bytes(max(0, state.f_bavail * state.f_frsize - free)))


def clear(disk: Path) -> None:
    """Remove everything from a disk."""
    for each in disk.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()


def names_on(disk: Path) -> set[str]:
    """Return everything on a disk but the filler, as paths below it."""
    return {each.relative_to(disk).as_posix() for each in disk.rglob("*")} - {FILLER}


def without_rights() -> tuple[str, ...]:
    """Return what is put before a command so that permissions count for it, even when root starts it; skips where that can't be."""
    if os.name != "posix":
        pytest.skip("permissions of POSIX")
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("for root, permissions count only without its privileges")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


def _run(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
