# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the world can do to a programme file, as one exception with a code; the sentences belong to ``ui`` and ``cli``.

The mapping follows sqlite.org/rescode.html. A broken constraint or a malformed statement is a defect of ours and is not mapped.
"""

import errno
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Literal

from sqlalchemy.exc import DBAPIError

from revmentor_desktop.store import driver

Code = Literal[
    "busy",
    "copy_damaged",
    "copy_failed",
    "damaged",
    "exists",
    "folder",
    "foreign",
    "full",
    "in_use",
    "io",
    "missing",
    "moved",
    "newer",
    "no_folder",
    "no_place",
    "not_upgraded",
    "password",
    "permission",
    "read_only",
    "schema",
    "too_long",
    "viewing",
]

_FROM_SQLITE: Mapping[int, Code] = MappingProxyType(
    {
        3: "permission",  # SQLITE_PERM
        5: "busy",  # SQLITE_BUSY
        6: "busy",  # SQLITE_LOCKED
        8: "read_only",  # SQLITE_READONLY
        9: "damaged",  # SQLITE_INTERRUPT: the examination took too long
        10: "io",  # SQLITE_IOERR
        11: "damaged",  # SQLITE_CORRUPT
        13: "full",  # SQLITE_FULL
        14: "permission",  # SQLITE_CANTOPEN
        23: "schema",  # SQLITE_AUTH: the file asked for something that the examination refuses
        26: "damaged",  # SQLITE_NOTADB
    }
)
_UNNUMBERED = 1
_FROM_SENTENCE: Mapping[str, Code] = MappingProxyType(
    {
        "database or disk is full": "full",
        "disk I/O error": "io",
        "attempt to write a readonly database": "read_only",
        "unable to open database file": "permission",
    }
)
"""SQLCipher's export hands SQLite's sentence on without its number."""
_FROM_SYSTEM: Mapping[int, Code] = MappingProxyType(
    {
        errno.ENOENT: "missing",
        errno.ENOTDIR: "missing",
        errno.ELOOP: "missing",
        errno.EISDIR: "folder",
        errno.EEXIST: "exists",
        errno.EACCES: "permission",
        errno.EPERM: "permission",
        errno.EROFS: "read_only",
        errno.ENOSPC: "full",
        errno.EDQUOT: "full",
    }
)


class StoreError(Exception):
    """The world said no. ``code`` is one of `Code`; ``data`` holds what a sentence mentions.

    Data by code: ``foreign`` what (PDF, ZIP, Office, OpenDocument, text, picture, archive, SQLite, device, link, unknown) · ``newer``
    version, by, readable (it may be opened to read) · ``password`` why (missing, wrong, present, absent) · ``read_only`` readable ·
    ``in_use`` who, computer, since, elsewhere (its mark came from another computer, nobody holds the lock here) ·
    ``damaged`` faults · ``no_folder``, ``no_place`` folder · ``copy_damaged`` copy. The text of the exception is the code
    alone, for names must not reach a log.
    """

    def __init__(self, code: Code, **data: object) -> None:
        super().__init__(code)
        self.code: Code = code
        self.data: Mapping[str, object] = MappingProxyType(dict(data))


def translated(error: BaseException, moved: Callable[[], bool] | None = None) -> StoreError | None:
    """Return the `StoreError` that an SQLite or system error means, or ``None`` when it is a defect of ours.

    ``moved`` is asked after SQLITE_READONLY: the driver does not tell SQLITE_READONLY_DBMOVED apart.
    """
    if isinstance(error, DBAPIError):
        return translated(error.orig, moved) if error.orig is not None else None
    if isinstance(error, OSError):
        return StoreError(_FROM_SYSTEM.get(error.errno or 0, "io"))
    if isinstance(error, UnicodeDecodeError):
        # SQLite's own message quotes broken bytes of the file.
        return StoreError("damaged")
    if not isinstance(error, driver.Error):
        return None
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        # Raised by the driver itself, such as text that is not UTF-8.
        return StoreError("damaged") if "decode" in str(error) else None
    code = _FROM_SENTENCE.get(str(error)) if number == _UNNUMBERED else _FROM_SQLITE.get(number & 0xFF)
    if code == "read_only" and moved is not None and moved():
        code = "moved"
    return None if code is None else StoreError(code)


@contextmanager
def told(moved: Callable[[], bool] | None = None, *, system: bool = True, unknown: Code | None = None) -> Generator[None]:
    """Raise what SQLite and the system refuse inside the block as `StoreError`; anything else passes unchanged.

    ``system`` is false around code of others, whose own errors say nothing about the programme file.
    ``unknown`` is what an error of SQLite without a meaning of its own says about a file that nobody has vouched for yet.
    """
    try:
        yield
    except (DBAPIError, OSError, UnicodeDecodeError, driver.Error) as error:
        meant = translated(error, moved) if system or isinstance(error, (DBAPIError, driver.Error)) else None
        if meant is None and unknown is not None:
            meant = StoreError(unknown)
        if meant is None:
            raise
        raise meant from error
