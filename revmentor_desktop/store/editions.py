# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Editions, and which of them is the current one."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from revmentor_desktop.domain.editions import Edition, EditionId, Weights
from revmentor_desktop.store import rows, schema

_WEIGHT = "weight_"


def all(cx: Connection) -> tuple[Edition, ...]:  # noqa: A001 (people.all reads well; the builtin is not needed here)
    """Return every edition, oldest first."""
    query = select(schema.edition).order_by(schema.edition.c.start, schema.edition.c.id)
    return tuple(_record(row) for row in cx.execute(query).mappings())


def get(cx: Connection, edition_id: EditionId) -> Edition:
    """Return one edition."""
    return _record(rows.one(cx, select(schema.edition).where(schema.edition.c.id == edition_id)))


def add(cx: Connection, edition: Edition) -> EditionId:
    """Add an edition and return its id."""
    return EditionId(rows.add(cx, schema.edition, _values(edition)))


def update(cx: Connection, edition: Edition) -> None:
    """Write an edition."""
    rows.change(cx, schema.edition, edition.id, _values(edition))


def current(cx: Connection) -> EditionId | None:
    """Return the current edition's id, ``None`` before there is one."""
    found = cx.execute(select(schema.current_edition.c.edition_id)).scalar_one_or_none()
    return None if found is None else EditionId(found)


def set_current(cx: Connection, edition_id: EditionId) -> None:
    """Make an edition the current one."""
    cx.execute(delete(schema.current_edition))
    cx.execute(insert(schema.current_edition).values(id=1, edition_id=edition_id))


def _values(edition: Edition) -> dict[str, Any]:
    weights = {f"{_WEIGHT}{name}": value for name, value in asdict(edition.weights).items()}
    return {**rows.fields_in(schema.edition, edition), **weights}


def _record(row: RowMapping) -> Edition:
    fields = {name: value for name, value in row.items() if not name.startswith(_WEIGHT)}
    weights = {name.removeprefix(_WEIGHT): value for name, value in row.items() if name.startswith(_WEIGHT)}
    return Edition(**fields, weights=Weights(**weights))
