# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Running numbers that are never given twice, not even after what bore them was deleted."""

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from revmentor_desktop.store import schema


def value(cx: Connection, name: str) -> int:
    """Return the last number given (0: none yet)."""
    return cx.execute(select(schema.counter.c.value).where(schema.counter.c.name == name)).scalar_one_or_none() or 0


def reach(cx: Connection, name: str, number: int) -> None:
    """Note that ``number`` is given; a counter never goes back."""
    new = insert(schema.counter).values(name=name, value=number)
    highest = func.max(schema.counter.c.value, new.excluded.value)
    cx.execute(new.on_conflict_do_update(index_elements=[schema.counter.c.name], set_={"value": highest}))
