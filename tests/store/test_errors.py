# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Every error of SQLite and of the system that means something to a person has its code; the rest are defects of ours."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from revmentor_desktop.store import driver
from revmentor_desktop.store.errors import StoreError, told, translated

BY_NAME = {
    "PERM": "permission",
    "BUSY": "busy",
    "LOCKED": "busy",
    "READONLY": "read_only",
    "INTERRUPT": "damaged",
    "IOERR": "io",
    "CORRUPT": "damaged",
    "FULL": "full",
    "CANTOPEN": "permission",
    "AUTH": "schema",
    "NOTADB": "damaged",
    "ERROR": None,
    "CONSTRAINT": None,
    "MISUSE": None,
}


def raised(number: int) -> Exception:
    error = driver.Error("x")
    error.sqlite_errorcode = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("name", BY_NAME)
def test_sqlite_codes_follow_pythons_own_constants(name: str) -> None:
    meant = translated(OperationalError("SELECT", {}, raised(getattr(sqlite3, f"SQLITE_{name}"))))
    assert (meant.code if meant else None) == BY_NAME[name]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "full"),
        (errno.EACCES, "permission"),
        (errno.EROFS, "read_only"),
        (errno.ENOENT, "missing"),
        (errno.EEXIST, "exists"),
        (errno.EISDIR, "folder"),
        (errno.EIO, "io"),
    ],
)
def test_system_errors_have_their_code(number: int, code: str) -> None:
    with pytest.raises(StoreError, match=code), told():
        raise OSError(number, "x")


def test_read_only_means_moved_when_another_file_stands_there() -> None:
    error = raised(sqlite3.SQLITE_READONLY)
    assert getattr(translated(error, lambda: True), "code", None) == "moved"
    assert getattr(translated(error, lambda: False), "code", None) == "read_only"


def test_a_connection_for_reading_only_says_so(path: Path) -> None:
    with closing(driver.connect(path, "ro")) as connection, pytest.raises(StoreError, match="read_only"), told():
        connection.execute("UPDATE firm SET name = 'x'")


def test_an_endless_query_is_interrupted() -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with closing(driver.memory()) as connection, pytest.raises(StoreError, match="damaged"), told(), driver.limited(connection, 0.05):
        connection.execute(endless)


def test_an_examination_refuses_to_write_or_attach() -> None:
    with closing(driver.memory()) as connection:
        for statement in ("CREATE TABLE t (a)", "ATTACH ':memory:' AS other"):
            with pytest.raises(driver.Error), driver.limited(connection, 2, examining=True):
                connection.execute(statement)
        connection.execute("CREATE TABLE t (a)")
