# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Half-typed forms, kept so that a power cut loses no more than two seconds of typing."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from revmentor_desktop.store import schema


def all(cx: Connection) -> dict[str, str]:  # noqa: A001 (people.all reads well; the builtin is not needed here)
    """Return every draft by its key."""
    query = select(schema.draft.c.key, schema.draft.c.text).order_by(schema.draft.c.key)
    return {row.key: row.text for row in cx.execute(query)}


def get(cx: Connection, key: str) -> str | None:
    """Return a draft, ``None`` without one."""
    return cx.execute(select(schema.draft.c.text).where(schema.draft.c.key == key)).scalar_one_or_none()


def put(cx: Connection, key: str, text: str) -> None:
    """Keep a draft instead of the one that the key had."""
    new = insert(schema.draft).values(key=key, text=text)
    cx.execute(new.on_conflict_do_update(index_elements=[schema.draft.c.key], set_={"text": text}))


def remove(cx: Connection, key: str) -> None:
    """Drop a draft if there is one."""
    cx.execute(delete(schema.draft).where(schema.draft.c.key == key))
