# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Agreements, and the running numbers of a year."""

from sqlalchemy import Connection, Select, select

from revmentor_desktop.domain.agreements import Agreement, AgreementId
from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.store import counters, rows, schema


def of_edition(cx: Connection, edition_id: EditionId) -> tuple[Agreement, ...]:
    """Return the agreements of an edition in every version, in the order in which they were made."""
    pairs = select(schema.pair.c.id).where(schema.pair.c.edition_id == edition_id)
    return _read(cx, select(schema.agreement).where(schema.agreement.c.pair_id.in_(pairs)))


def of_pair(cx: Connection, pair_id: PairId) -> tuple[Agreement, ...]:
    """Return the agreements of a pair in every version, oldest first."""
    return _read(cx, select(schema.agreement).where(schema.agreement.c.pair_id == pair_id))


def get(cx: Connection, agreement_id: AgreementId) -> Agreement:
    """Return one agreement."""
    return Agreement(**rows.one(cx, select(schema.agreement).where(schema.agreement.c.id == agreement_id)))


def add(cx: Connection, agreement: Agreement) -> AgreementId:
    """Add an agreement and return its id."""
    return AgreementId(rows.add(cx, schema.agreement, rows.fields_in(schema.agreement, agreement)))


def update(cx: Connection, agreement: Agreement) -> None:
    """Write an agreement."""
    rows.change(cx, schema.agreement, agreement.id, rows.fields_in(schema.agreement, agreement))


def next_running(cx: Connection, year: int) -> int:
    """Take the next running number of a year: it is given from now on, whatever becomes of the agreement."""
    name = f"agreement {year}"
    running = counters.value(cx, name) + 1
    counters.reach(cx, name, running)
    return running


def _read(cx: Connection, query: Select[tuple[object, ...]]) -> tuple[Agreement, ...]:
    return tuple(Agreement(**row) for row in cx.execute(query.order_by(schema.agreement.c.id)).mappings())
