# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Copies of a closed programme file."""

from pathlib import Path

from revmentor_desktop.store import header
from revmentor_desktop.store.errors import told
from revmentor_desktop.store.lock import Guard


def duplicate(path: Path, target: Path) -> None:
    """Copy a closed file to ``target`` byte by byte, with a journal that a crash left; the file itself is never written.

    The guard is held meanwhile, so nobody writes half-way. Raises `StoreError` as opening does.
    """
    real = header.located(path)
    guard = Guard(real)
    guard.acquire()
    try:
        header.sniff(real)
        with told():
            target.write_bytes(real.read_bytes())
            if header.is_hot(real):
                header.journal_of(target).write_bytes(header.journal_of(real).read_bytes())
    finally:
        guard.release()
