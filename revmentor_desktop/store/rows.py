# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Writing and reading one row or the ordered child rows of one, the same for every noun.

A row that is asked for and not there raises `LookupError`: ids come from the file, so it is a defect of ours.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, delete, insert, select, update


def add(cx: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row and return its new id, which no row had before."""
    key = cx.execute(insert(table).values(values)).inserted_primary_key
    if key is None:
        raise LookupError(table.name)
    return int(key[0])


def change(cx: Connection, table: Table, id_: int, values: Mapping[str, Any]) -> None:
    """Write the values of the row ``id_``."""
    if cx.execute(update(table).where(table.c.id == id_).values(values)).rowcount != 1:
        raise LookupError(f"{table.name} {id_}")


def remove(cx: Connection, table: Table, id_: int) -> None:
    """Delete the row ``id_``."""
    if cx.execute(delete(table).where(table.c.id == id_)).rowcount != 1:
        raise LookupError(f"{table.name} {id_}")


def one(cx: Connection, query: Select[Any]) -> RowMapping:
    """Return the only row of ``query``."""
    row = cx.execute(query).mappings().one_or_none()
    if row is None:
        raise LookupError("no such row")
    return row


def replace_children(cx: Connection, table: Table, parent: str, id_: int, children: Sequence[Mapping[str, Any]]) -> None:
    """Give the row ``id_`` these children in this order instead of those it has. ``parent`` names the column that points to it."""
    cx.execute(delete(table).where(table.c[parent] == id_))
    add_children(cx, table, parent, {id_: children})


def add_children(cx: Connection, table: Table, parent: str, children: Mapping[int, Sequence[Mapping[str, Any]]]) -> None:
    """Insert the children of new rows, each list in its order."""
    values = [{parent: id_, "position": place, **child} for id_, each in children.items() for place, child in enumerate(each)]
    if values:
        cx.execute(insert(table), values)


def children_of(cx: Connection, table: Table, parent: str, owners: Select[Any] | None = None) -> dict[int, list[RowMapping]]:
    """Return the child rows by parent id, each list in order; ``owners`` is a query of parent ids (``None``: all)."""
    column = table.c[parent]
    query = select(table).order_by(column, table.c.position)
    if owners is not None:
        query = query.where(column.in_(owners))
    found: dict[int, list[RowMapping]] = {}
    for row in cx.execute(query).mappings():
        found.setdefault(row[parent], []).append(row)
    return found


def fields_in(table: Table, record: object) -> dict[str, Any]:
    """Return the fields of a record that are columns of the same name, the id left out."""
    return {name: getattr(record, name) for name in (column.name for column in table.c) if name != "id" and hasattr(record, name)}
