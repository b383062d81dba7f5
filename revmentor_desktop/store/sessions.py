# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Sessions with their logs."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog
from revmentor_desktop.store import rows, schema

_OWNER = "session_id"


def of_edition(cx: Connection, edition_id: EditionId) -> tuple[Session, ...]:
    """Return the sessions of an edition by pair and number."""
    pairs = select(schema.pair.c.id).where(schema.pair.c.edition_id == edition_id)
    return _read(cx, select(schema.session).where(schema.session.c.pair_id.in_(pairs)))


def of_pair(cx: Connection, pair_id: PairId) -> tuple[Session, ...]:
    """Return the sessions of a pair by number."""
    return _read(cx, select(schema.session).where(schema.session.c.pair_id == pair_id))


def get(cx: Connection, session_id: SessionId) -> Session:
    """Return one session."""
    found = _read(cx, select(schema.session).where(schema.session.c.id == session_id))
    if not found:
        raise LookupError(f"session {session_id}")
    return found[0]


def add(cx: Connection, session: Session) -> SessionId:
    """Add a session and return its id."""
    return add_many(cx, (session,))[0]


def add_many(cx: Connection, sessions: Iterable[Session]) -> tuple[SessionId, ...]:
    """Add sessions and return their ids in the same order."""
    records = tuple(sessions)
    if not records:
        return ()
    query = insert(schema.session).returning(schema.session.c.id, sort_by_parameter_order=True)
    ids = [int(new) for new in cx.execute(query, [_values(each) for each in records]).scalars()]
    topics = {new: _topics(each) for new, each in zip(ids, records, strict=True)}
    rows.add_children(cx, schema.session_topic, _OWNER, topics)
    return tuple(SessionId(new) for new in ids)


def update(cx: Connection, session: Session) -> None:
    """Write a session with its log."""
    rows.change(cx, schema.session, session.id, _values(session))
    rows.replace_children(cx, schema.session_topic, _OWNER, session.id, _topics(session))


def remove(cx: Connection, session_id: SessionId) -> None:
    """Remove a session with its log."""
    rows.remove(cx, schema.session, session_id)


def _values(session: Session) -> dict[str, Any]:
    log = session.log
    return {
        **rows.fields_in(schema.session, session),
        "log_day": log.day if log else None,
        "log_minutes": log.minutes if log else None,
        "log_rating": log.rating if log else None,
        "log_needs_hr": log.needs_hr if log else None,
    }


def _topics(session: Session) -> list[dict[str, Any]]:
    return [{"topic_id": topic_id} for topic_id in session.log.topic_ids] if session.log else []


def _read(cx: Connection, query: Select[Any]) -> tuple[Session, ...]:
    table = schema.session.c
    found = cx.execute(query.order_by(table.pair_id, table.number, table.id)).mappings().all()
    topics = rows.children_of(cx, schema.session_topic, _OWNER, query.with_only_columns(table.id))
    return tuple(_record(row, topics.get(row["id"], ())) for row in found)


def _record(row: RowMapping, topics: Sequence[RowMapping]) -> Session:
    fields = {name: value for name, value in row.items() if not name.startswith("log_")}
    return Session(**fields, log=None if row["log_day"] is None else _log(row, topics))


def _log(row: RowMapping, topics: Sequence[RowMapping]) -> SessionLog:
    return SessionLog(
        day=row["log_day"],
        minutes=row["log_minutes"],
        topic_ids=tuple(each["topic_id"] for each in topics),
        rating=row["log_rating"],
        needs_hr=row["log_needs_hr"],
    )
