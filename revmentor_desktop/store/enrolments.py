# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Enrolments with their wants, offers, hours and absences, read whole with one query per table."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, select

from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Notice
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import Offer, Want
from revmentor_desktop.store import rows, schema

_OWNER = "enrolment_id"
_ANSWERS: tuple[tuple[str, Table], ...] = (
    ("wants", schema.enrolment_want),
    ("offers", schema.enrolment_offer),
    ("windows", schema.enrolment_window),
    ("absences", schema.enrolment_absence),
)


def of_edition(cx: Connection, edition_id: EditionId) -> tuple[Enrolment, ...]:
    """Return the enrolments of an edition, in the order in which they were added."""
    return _read(cx, select(schema.enrolment).where(schema.enrolment.c.edition_id == edition_id))


def get(cx: Connection, edition_id: EditionId, person_id: PersonId) -> Enrolment | None:
    """Return somebody's enrolment in an edition, ``None`` without one."""
    table = schema.enrolment.c
    found = _read(cx, select(schema.enrolment).where(table.edition_id == edition_id, table.person_id == person_id))
    return found[0] if found else None


def add(cx: Connection, enrolment: Enrolment) -> EnrolmentId:
    """Add an enrolment and return its id."""
    new = rows.add(cx, schema.enrolment, _values(enrolment))
    for field, table in _ANSWERS:
        rows.add_children(cx, table, _OWNER, {new: _children(enrolment, field, table)})
    return EnrolmentId(new)


def update(cx: Connection, enrolment: Enrolment) -> None:
    """Write an enrolment with all its answers."""
    rows.change(cx, schema.enrolment, enrolment.id, _values(enrolment))
    for field, table in _ANSWERS:
        rows.replace_children(cx, table, _OWNER, enrolment.id, _children(enrolment, field, table))


def remove(cx: Connection, enrolment_id: EnrolmentId) -> None:
    """Remove an enrolment with its answers."""
    rows.remove(cx, schema.enrolment, enrolment_id)


def _values(enrolment: Enrolment) -> dict[str, Any]:
    notice = enrolment.notice
    return {
        **rows.fields_in(schema.enrolment, enrolment),
        "notice_day": notice.day if notice else None,
        "notice_way": notice.way if notice else None,
    }


def _children(enrolment: Enrolment, field: str, table: Table) -> list[dict[str, Any]]:
    return [rows.fields_in(table, each) for each in getattr(enrolment, field)]


def _read(cx: Connection, query: Select[Any]) -> tuple[Enrolment, ...]:
    found = cx.execute(query.order_by(schema.enrolment.c.id)).mappings().all()
    owners = query.with_only_columns(schema.enrolment.c.id)
    answers = {field: rows.children_of(cx, table, _OWNER, owners) for field, table in _ANSWERS}
    return tuple(_record(row, {field: of.get(row["id"], ()) for field, of in answers.items()}) for row in found)


def _record(row: RowMapping, answers: Mapping[str, Sequence[RowMapping]]) -> Enrolment:
    fields = {name: value for name, value in row.items() if not name.startswith("notice_")}
    return Enrolment(
        **fields,
        notice=None if row["notice_day"] is None else Notice(row["notice_day"], row["notice_way"]),
        wants=tuple(Want(each["topic_id"], each["priority"]) for each in answers["wants"]),
        offers=tuple(Offer(each["topic_id"], each["level"]) for each in answers["offers"]),
        windows=tuple(Window(each["weekday"], each["start"], each["end"]) for each in answers["windows"]),
        absences=tuple(Absence(each["start"], each["end"]) for each in answers["absences"]),
    )
