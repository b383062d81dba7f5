# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Pairs of an edition, and those of other editions."""

from typing import Any

from sqlalchemy import Connection, RowMapping, select

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.pairs import Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.store import rows, schema

_NEVER_ACCEPTED = (PairState.PROPOSED, PairState.CONSULTING, PairState.DECLINED)


def of_edition(cx: Connection, edition_id: EditionId) -> tuple[Pair, ...]:
    """Return the pairs of an edition in every state, in the order in which they were added."""
    query = select(schema.pair).where(schema.pair.c.edition_id == edition_id).order_by(schema.pair.c.id)
    return tuple(_record(row) for row in cx.execute(query).mappings())


def get(cx: Connection, pair_id: PairId) -> Pair:
    """Return one pair."""
    return _record(rows.one(cx, select(schema.pair).where(schema.pair.c.id == pair_id)))


def add(cx: Connection, pair: Pair) -> PairId:
    """Add a pair and return its id."""
    return PairId(rows.add(cx, schema.pair, _values(pair)))


def update(cx: Connection, pair: Pair) -> None:
    """Write a pair."""
    rows.change(cx, schema.pair, pair.id, _values(pair))


def remove(cx: Connection, pair_id: PairId) -> None:
    """Remove a pair that has neither sessions nor agreements."""
    rows.remove(cx, schema.pair, pair_id)


def earlier(cx: Connection, edition_id: EditionId) -> frozenset[tuple[PersonId, PersonId]]:
    """Return (mentor, mentee) of every pair of the other editions that both people accepted, whatever became of it."""
    table = schema.pair.c
    query = select(table.mentor_id, table.mentee_id).where(table.edition_id != edition_id, table.state.not_in(_NEVER_ACCEPTED))
    return frozenset((PersonId(mentor), PersonId(mentee)) for mentor, mentee in cx.execute(query))


def _values(pair: Pair) -> dict[str, Any]:
    return {
        **rows.fields_in(schema.pair, pair),
        "forced_blocks": pair.forced.blocks if pair.forced else None,
        "forced_reason": pair.forced.reason if pair.forced else None,
    }


def _record(row: RowMapping) -> Pair:
    fields = {name: value for name, value in row.items() if not name.startswith("forced_")}
    return Pair(**fields, forced=None if row["forced_blocks"] is None else Forced(row["forced_blocks"], row["forced_reason"]))
