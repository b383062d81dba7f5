# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a programme file says about itself: table ``meta``, by the driver's connection.

Keys: ``file_uuid`` · ``min_reader`` (lowest schema whose program may open it) · ``written_by`` · ``seq`` (times opened for writing) ·
``clean`` (1 after a close, 0 while open) · ``seal`` (of the last close).
"""

import sqlite3
from collections.abc import Mapping

_MOST_DIGITS = 9


def read(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every entry."""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def write(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Write entries, new or not, inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", list(values.items())
    )


def identity(known: Mapping[str, str]) -> tuple[str, int] | None:
    """Return which file it is and how often it was opened, ``None`` when the entries do not say."""
    file_uuid, opened = known.get("file_uuid", ""), known.get("seq", "")
    if not file_uuid or not (opened.isascii() and opened.isdigit()) or len(opened) > _MOST_DIGITS:
        return None
    return file_uuid, int(opened)
