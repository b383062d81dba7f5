# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A half-typed form as text and back. What cannot be read any more is left out, never a reason to fail."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar, cast

from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, NoticeWay, Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import GenerationBand, Level, Person, PersonId
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import Offer, TopicId, Want
from revmentor_desktop.programme.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What was answered so far, and by field what was typed in fields that are not right yet."""

    person: Person
    enrolment: Enrolment
    typed: Mapping[str, str]


def written(person: Person, enrolment: Enrolment, typed: Mapping[str, str]) -> str:
    """Return a half-typed form as JSON."""
    data: dict[str, object] = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "uses_email": person.uses_email,
        "department": person.department,
        "position": person.position,
        "level": person.level,
        "boss_id": person.boss_id,
        "site_id": person.site_id,
        "languages": list(person.languages),
        "band": person.band,
        "role": enrolment.role,
        "motivation": enrolment.motivation,
        "expectation": enrolment.expectation,
        "wants": [[want.topic_id, want.priority] for want in enrolment.wants],
        "offers": [[offer.topic_id, offer.level] for offer in enrolment.offers],
        "windows": [[window.weekday, window.start, window.end] for window in enrolment.windows],
        "absences": [[absence.start.isoformat(), absence.end.isoformat()] for absence in enrolment.absences],
        "modality": enrolment.modality,
        "capacity": enrolment.capacity,
        "private_notes": enrolment.private_notes,
        "notice": [enrolment.notice.day.isoformat(), enrolment.notice.way] if enrolment.notice else None,
        "typed": dict(typed),
    }
    return json.dumps(data, ensure_ascii=False)


def read(text: str, snapshot: Snapshot) -> HalfTyped | None:
    """Return the form that `written` wrote, or ``None`` when the text is none. What is gone from the file is left out."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    data = cast("dict[str, object]", found)
    person, enrolment = Person(PersonId(0), 0, "", ""), Enrolment(EnrolmentId(0), snapshot.edition.id, PersonId(0))
    for field, reading in _person_readings(snapshot).items():
        person = _with(person, field, reading, data)
    for field, reading in _answer_readings(snapshot).items():
        enrolment = _with(enrolment, field, reading, data)
    typed = data.get("typed")
    kept = {str(key): value for key, value in typed.items() if isinstance(value, str)} if isinstance(typed, dict) else {}
    return HalfTyped(person, enrolment, kept)


_Reading = Callable[[object], object]
_Record = TypeVar("_Record", Person, Enrolment)


def _with(record: _Record, field: str, reading: _Reading, data: Mapping[str, object]) -> _Record:
    if data.get(field) is None:
        return record
    try:
        return replace(record, **{field: reading(data[field])})  # type: ignore[arg-type]
    except (ValueError, TypeError, KeyError, DomainError):
        return record


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(type(value))
    return value


def _rows(value: object) -> list[list[object]]:
    if not isinstance(value, list):
        raise TypeError(type(value))
    return cast("list[list[object]]", value)


def _person_readings(snapshot: Snapshot) -> dict[str, _Reading]:
    return {
        "first_name": _text,
        "last_name": _text,
        "email": _text,
        "uses_email": bool,
        "department": _text,
        "position": _text,
        "level": lambda value: Level(_number(value)),
        "boss_id": lambda value: snapshot.people[PersonId(_number(value))].id,
        "site_id": lambda value: snapshot.sites[SiteId(_number(value))].id,
        "languages": lambda value: tuple(_text(code) for code in _rows(value)),
        "band": lambda value: GenerationBand(_text(value)),
    }


def _answer_readings(snapshot: Snapshot) -> dict[str, _Reading]:
    def topic(value: object) -> TopicId:
        return snapshot.topics[TopicId(_number(value))].id

    return {
        "role": lambda value: Role(_text(value)),
        "motivation": _text,
        "expectation": _text,
        "wants": lambda value: tuple(Want(topic(one), _number(grade)) for one, grade in _rows(value)),
        "offers": lambda value: tuple(Offer(topic(one), _number(grade)) for one, grade in _rows(value)),
        "windows": lambda value: tuple(Window(_number(day), _number(start), _number(end)) for day, start, end in _rows(value)),
        "absences": lambda value: tuple(Absence(_day(start), _day(end)) for start, end in _rows(value)),
        "modality": lambda value: Modality(_text(value)),
        "capacity": _number,
        "private_notes": _text,
        "notice": lambda value: Notice(_day(_rows(value)[0]), NoticeWay(_text(_rows(value)[1]))),
    }


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))
