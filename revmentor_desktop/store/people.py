# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""People of the firm, and who must not be paired with whom."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from revmentor_desktop.domain.people import Exclusion, ExclusionId, Person, PersonId
from revmentor_desktop.store import counters, rows, schema

_CODES = "person"


def all(cx: Connection) -> tuple[Person, ...]:  # noqa: A001 (people.all reads well; the builtin is not needed here)
    """Return everybody, in the order in which they were added."""
    return _read(cx, select(schema.person).order_by(schema.person.c.id))


def get(cx: Connection, person_id: PersonId) -> Person:
    """Return one person."""
    found = _read(cx, select(schema.person).where(schema.person.c.id == person_id))
    if not found:
        raise LookupError(f"person {person_id}")
    return found[0]


def add(cx: Connection, person: Person) -> PersonId:
    """Add a person and return the id. The code (see `next_code`) is taken for ever."""
    new = rows.add(cx, schema.person, rows.fields_in(schema.person, person))
    rows.add_children(cx, schema.person_language, "person_id", {new: _languages(person)})
    counters.reach(cx, _CODES, person.code)
    return PersonId(new)


def update(cx: Connection, person: Person) -> None:
    """Write a person."""
    rows.change(cx, schema.person, person.id, rows.fields_in(schema.person, person))
    rows.replace_children(cx, schema.person_language, "person_id", person.id, _languages(person))


def remove(cx: Connection, person_id: PersonId) -> None:
    """Remove a person with enrolments and exclusions; reports lose their boss. One with a pair cannot be removed."""
    rows.remove(cx, schema.person, person_id)


def next_code(cx: Connection) -> int:
    """Return the code for the next person, which nobody ever had. It is taken when somebody is added with it."""
    return counters.value(cx, _CODES) + 1


def all_exclusions(cx: Connection) -> tuple[Exclusion, ...]:
    """Return every exclusion."""
    query = select(schema.exclusion).order_by(schema.exclusion.c.id)
    return tuple(Exclusion(**row) for row in cx.execute(query).mappings())


def add_exclusion(cx: Connection, exclusion: Exclusion) -> ExclusionId:
    """Add an exclusion and return its id."""
    return ExclusionId(rows.add(cx, schema.exclusion, rows.fields_in(schema.exclusion, exclusion)))


def remove_exclusion(cx: Connection, exclusion_id: ExclusionId) -> None:
    """Remove an exclusion."""
    rows.remove(cx, schema.exclusion, exclusion_id)


def _languages(person: Person) -> list[dict[str, Any]]:
    return [{"name": name} for name in person.languages]


def _read(cx: Connection, query: Select[Any]) -> tuple[Person, ...]:
    found = cx.execute(query).mappings().all()
    owners = query.with_only_columns(schema.person.c.id).order_by(None)
    languages = rows.children_of(cx, schema.person_language, "person_id", owners)
    return tuple(_record(row, languages.get(row["id"], ())) for row in found)


def _record(row: RowMapping, languages: Sequence[RowMapping]) -> Person:
    return Person(**row, languages=tuple(each["name"] for each in languages))
