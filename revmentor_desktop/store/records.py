# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Rows that no program of ours wrote, although every constraint of the tables lets them pass, or nobody looked at the constraints."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from sqlalchemy.exc import InvalidRequestError

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Forced
from revmentor_desktop.domain.sites import REGIONS
from revmentor_desktop.store.errors import StoreError

# Weeks are counted from these days, and Python's calendar ends with the year 9999.
_FIRST, _LAST = "1000", "9000"
_DAYS = (
    'SELECT start FROM edition UNION ALL SELECT "end" FROM edition UNION ALL SELECT start FROM session WHERE start IS NOT NULL'
    " UNION ALL SELECT baseline FROM session WHERE baseline IS NOT NULL"
)
# No firm, or people and no edition that they could be in; a file just made has neither people nor edition.
_NOWHERE = "SELECT NOT EXISTS (SELECT 1 FROM firm) OR EXISTS (SELECT 1 FROM person) AND NOT EXISTS (SELECT 1 FROM current_edition)"
# From the last number of SQLite's on, it says of every new row that the disk is full.
_MOST_ROWS = 2**53
_SPENT = "SELECT EXISTS (SELECT 1 FROM sqlite_sequence WHERE typeof(seq) <> 'integer' OR seq >= ?)"


def make_sense(connection: sqlite3.Connection) -> bool:
    """Whether the records of a file can be made whose constraints have been checked, by the rules that only the domain knows."""
    try:
        for blocks, reason in connection.execute("SELECT forced_blocks, forced_reason FROM pair WHERE forced_reason IS NOT NULL"):
            Forced(tuple(Block(code) for code in blocks.split(",") if code), reason)
        for (zone,) in connection.execute("SELECT DISTINCT time_zone FROM site"):
            ZoneInfo(zone)
        (lost,) = connection.execute(_NOWHERE).fetchone()
        (spent,) = connection.execute(_SPENT, (_MOST_ROWS,)).fetchone()
        named = all(name.strip() for (name,) in connection.execute("SELECT name FROM edition"))
        regions = {region for (region,) in connection.execute("SELECT region FROM edition UNION SELECT region FROM site")}
        days = connection.execute(f"SELECT count(*) FROM ({_DAYS}) WHERE start NOT BETWEEN ? AND ?", (_FIRST, _LAST)).fetchone()  # noqa: S608
    except (AttributeError, DomainError, LookupError, OSError, TypeError, ValueError):
        return False
    return named and regions <= set(REGIONS) and not (lost or spent or days[0])


@contextmanager
def doubted(doubt: bool) -> Generator[None]:
    """Where ``doubt`` is cast on a file, take what its rows can't be made into for damage of the file, not for a defect of ours.

    Raises `StoreError` ``damaged``.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, DomainError, InvalidRequestError, LookupError, TypeError, ValueError) as error:
        if doubt:
            raise StoreError("damaged", faults=()) from error
        raise
