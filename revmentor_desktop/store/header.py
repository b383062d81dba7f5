# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a path is, before SQLite opens it: the only place that reads a programme file by ourselves.

Never call `sniff` while SQLite has the file open in this process: on Linux and macOS closing any handle to a file drops all of the
process's locks on it. The guard, held first, makes that impossible.
"""

import os
import stat
from pathlib import Path

from revmentor_desktop.store.driver import APPLICATION_ID
from revmentor_desktop.store.errors import StoreError, told

HEAD = 100
"""Bytes of SQLite's own header (sqlite.org/fileformat.html)."""
_PAGE = 4096
_LONGEST_PATH = 480
_SQLITE = b"SQLite format 3\0"
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_KINDS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
    (b"{\\rtf", "Office"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)


def located(path: Path) -> Path:
    """Return the real path of an ordinary file with one name.

    Raises `StoreError`: ``missing``, ``folder``, ``foreign`` (device, link), ``permission``, ``too_long``.
    """
    with told():
        real = Path(os.path.realpath(path, strict=True))  # Path.resolve takes a link to itself for a defect
        state = real.stat()
    refuse_long(real)
    if stat.S_ISDIR(state.st_mode):
        raise StoreError("folder")
    if not stat.S_ISREG(state.st_mode):
        raise StoreError("foreign", what="device")
    if state.st_nlink > 1:
        # Two names would mean two guards and two journals for the same bytes.
        raise StoreError("foreign", what="link")
    return real


def refuse_long(path: Path) -> None:
    """Raise `StoreError` ``too_long`` for a path that SQLite's layer for Unix does not take (MAX_PATHNAME, with room for a journal)."""
    if os.name == "posix" and len(os.fsencode(path)) > _LONGEST_PATH:
        raise StoreError("too_long")


def sniff(path: Path) -> bool:
    """Read the first bytes of ``path`` and raise `StoreError` unless it looks like a programme file; whether it is encrypted.

    Codes: ``foreign`` with what it is, ``damaged`` (empty, cut short, not in our journal mode, beside a journal that is none of ours).
    """
    with told(), path.open("rb") as file:
        head = file.read(HEAD)
        size = os.fstat(file.fileno()).st_size
    _refuse_strange_journals(path)
    if head.startswith(_SQLITE):
        _sniff_sqlite(head, cut=size % _PAGE != 0 and not is_hot(path))
        return False
    if not head.strip(b"\0"):
        raise StoreError("damaged", faults=())
    _refuse_foreign(head, whole=size % _PAGE == 0 or is_hot(path))
    return True


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a file."""
    return path.with_name(f"{path.name}-journal")


def is_hot(path: Path) -> bool:
    """Whether a commit was cut short, so that SQLite rolls it back when it next opens the file."""
    with told():
        journal = journal_of(path)
        return journal.exists() and journal.stat().st_size > 0


def _refuse_strange_journals(path: Path) -> None:
    """Refuse what no program of ours leaves beside a file, and SQLite would obey without asking.

    A write-ahead log replaces pages of a file that has none by its own account; a rollback journal that ends with the name of a
    super-journal (sqlite.org/fileformat.html, 3) made older releases of SQLite delete the file of that name.
    """
    journal = journal_of(path)
    with told():
        log = path.with_name(f"{path.name}-wal")
        strange = log.exists() and log.stat().st_size > 0
        if is_hot(path):
            with journal.open("rb") as file:
                file.seek(-min(len(_JOURNAL), journal.stat().st_size), os.SEEK_END)
                strange |= file.read() == _JOURNAL
    if strange:
        raise StoreError("damaged", faults=())


def _sniff_sqlite(head: bytes, *, cut: bool) -> None:
    if len(head) < HEAD or cut:
        raise StoreError("damaged", faults=())
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError("foreign", what="SQLite")
    if head[18:20] != b"\x01\x01" or int.from_bytes(head[16:18], "big") != _PAGE:
        # Write-ahead logging or another page size: nothing that we ever write.
        raise StoreError("damaged", faults=())


def _refuse_foreign(head: bytes, *, whole: bool) -> None:
    for magic, what in _KINDS:
        if head.startswith(magic):
            raise StoreError("foreign", what=_inside(head) if what == "ZIP" else what)
    if _is_text(head):
        raise StoreError("foreign", what="text")
    if not whole:
        raise StoreError("foreign", what="unknown")


def _inside(head: bytes) -> str:
    if b"[Content_Types].xml" in head or b"_rels/" in head:
        return "Office"
    return "OpenDocument" if b"mimetypeapplication/vnd.oasis" in head else "ZIP"


def _is_text(head: bytes) -> bool:
    # 100 encrypted bytes without one control character: 6 in a million.
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or all(byte >= 32 or byte in b"\t\n\r" for byte in head)
