# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Today's tables, as SQLAlchemy Core writes and reads them. ``migrations`` makes them; a test holds both equal.

STRICT tables know TEXT, INTEGER, REAL and BLOB: days, moments, flags and enums are types over those.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import BLOB, REAL, TEXT, Column, Dialect, ForeignKey, Integer, MetaData, Table
from sqlalchemy.types import TypeDecorator

from revmentor_desktop.domain.agreements import AgreementState, DocumentLanguage
from revmentor_desktop.domain.editions import LegalBasis
from revmentor_desktop.domain.enrolments import Modality, NoticeWay, Role
from revmentor_desktop.domain.pairs import Answer, Block, PairState
from revmentor_desktop.domain.people import GenerationBand, Level
from revmentor_desktop.domain.scenarios import Aim
from revmentor_desktop.domain.sessions import SessionState, Unplaced


class Day(TypeDecorator[date]):
    """A `date` as ``YYYY-MM-DD``."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Return the stored text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Return the day."""
        return None if value is None else date.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A `datetime` of wall time in whole minutes as ``YYYY-MM-DDTHH:MM``."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the stored text. Raises `ValueError` for seconds or a time zone: they would be lost."""
        if value is None:
            return None
        if value.second or value.microsecond or value.tzinfo is not None:
            raise ValueError("a session starts at a whole minute of wall time")
        return value.isoformat(timespec="minutes")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the moment."""
        return None if value is None else datetime.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """A `bool` as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return the stored number."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Return the truth."""
        return None if value is None else bool(value)


class Choice(TypeDecorator[Enum]):
    """An enum by its value, in a column of text or of whole numbers."""

    impl = TEXT
    cache_ok = True

    def __init__(self, kind: type[Enum], *, number: bool = False) -> None:
        super().__init__()
        self.kind = kind
        self.number = number
        if number:
            self.impl = Integer()

    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> str | int | None:
        """Return the stored value."""
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> Enum | None:
        """Return the member."""
        return None if value is None else self.kind(value)


class Blocks(TypeDecorator[tuple[Block, ...]]):
    """The rules that a forced pair breaks, as their codes with commas between."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: Iterable[Block] | None, dialect: Dialect) -> str | None:
        """Return the stored text."""
        return None if value is None else ",".join(block.value for block in value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Block, ...] | None:
        """Return the blocks in their order."""
        return None if value is None else tuple(Block(code) for code in value.split(",") if code)


class Codes(TypeDecorator[tuple[str, ...]]):
    """Codes of ours with commas between."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> str | None:
        """Return the stored text."""
        return None if value is None else ",".join(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...] | None:
        """Return the codes in their order."""
        return None if value is None else tuple(code for code in value.split(",") if code)


metadata = MetaData()


def _table(name: str, *columns: Column[Any]) -> Table:
    return Table(name, metadata, *columns)


def _id() -> Column[Any]:
    return Column("id", Integer, primary_key=True)


def _ref(name: str, target: str, on_delete: str, *, key: bool = False, null: bool = False) -> Column[Any]:
    return Column(name, Integer, ForeignKey(f"{target}.id", ondelete=on_delete), primary_key=key, nullable=null)


def _text(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, TEXT, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=null)


def _real(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, REAL, nullable=null)


def _day(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Day, nullable=null)


def _flag(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Flag, nullable=null)


def _choice(name: str, kind: type[Enum], *, null: bool = False, number: bool = False) -> Column[Any]:
    return Column(name, Choice(kind, number=number), nullable=null)


def _position() -> Column[Any]:
    return Column("position", Integer, primary_key=True)


meta = _table("meta", Column("key", TEXT, primary_key=True), _text("value"))
counter = _table("counter", Column("name", TEXT, primary_key=True), _number("value"))
draft = _table("draft", Column("key", TEXT, primary_key=True), _text("text"))

firm = _table(
    "firm",
    _id(),
    *(_text(name) for name in ("name", "town", "tax_number", "address", "privacy_contact")),
    _choice("legal_basis", LegalBasis),
    _number("retention_months"),
    *(_text(name) for name in ("hr_name", "hr_position", "hr_email", "programme_name")),
    Column("logo", BLOB, nullable=False),
)
edition = _table(
    "edition",
    _id(),
    _text("name"),
    _day("start"),
    _day("end"),
    _flag("is_pilot"),
    _number("sessions"),
    _number("minutes"),
    _text("region"),
    *(_real(f"weight_{name}") for name in ("learn", "give_back", "hours", "hierarchy", "department", "ease")),
    _real("minimum"),
    _number("per_pair_week"),
    _number("per_person_week"),
    _day("enrolment_closes", null=True),
)
current_edition = _table("current_edition", _id(), _ref("edition_id", "edition", "CASCADE"))

site = _table(
    "site",
    _id(),
    _text("name"),
    _text("region"),
    _text("time_zone"),
    _day("summer_start", null=True),
    _day("summer_end", null=True),
    _number("summer_until", null=True),
    _number("rooms", null=True),
)
site_local_day = _table("site_local_day", _ref("site_id", "site", "CASCADE", key=True), _position(), _day("day"), _text("name"))
closure = _table("closure", _id(), _day("start"), _day("end"), _text("name"))

area = _table("area", _id(), _text("name"), _text("name_en"), _flag("offered"), _number("position"))
topic = _table("topic", _id(), _text("name"), _ref("area_id", "area", "RESTRICT", null=True), _text("name_en"), _number("position"))

person = _table(
    "person",
    _id(),
    _number("code"),
    _text("first_name"),
    _text("last_name"),
    _text("email", null=True),
    _flag("uses_email"),
    _text("department"),
    _text("position"),
    _choice("level", Level, null=True, number=True),
    _ref("boss_id", "person", "SET NULL", null=True),
    _ref("site_id", "site", "SET NULL", null=True),
    _choice("band", GenerationBand, null=True),
)
person_language = _table("person_language", _ref("person_id", "person", "CASCADE", key=True), _position(), _text("name"))
exclusion = _table("exclusion", _id(), _ref("by_id", "person", "CASCADE"), _ref("other_id", "person", "CASCADE"), _text("reason"))

enrolment = _table(
    "enrolment",
    _id(),
    _ref("edition_id", "edition", "RESTRICT"),
    _ref("person_id", "person", "CASCADE"),
    _choice("role", Role, null=True),
    _text("motivation"),
    _text("expectation"),
    _choice("modality", Modality),
    _number("capacity"),
    _text("private_notes"),
    _day("notice_day", null=True),
    _choice("notice_way", NoticeWay, null=True),
    _day("withdrawn_on", null=True),
)


def _answers(name: str, *columns: Column[Any]) -> Table:
    return _table(f"enrolment_{name}", _ref("enrolment_id", "enrolment", "CASCADE", key=True), _position(), *columns)


enrolment_want = _answers("want", _ref("topic_id", "topic", "RESTRICT"), _number("priority"))
enrolment_offer = _answers("offer", _ref("topic_id", "topic", "RESTRICT"), _number("level"))
enrolment_window = _answers("window", _number("weekday"), _number("start"), _number("end"))
enrolment_absence = _answers("absence", _day("start"), _day("end"))

pair = _table(
    "pair",
    _id(),
    _ref("edition_id", "edition", "RESTRICT"),
    _ref("mentor_id", "person", "RESTRICT"),
    _ref("mentee_id", "person", "RESTRICT"),
    _choice("state", PairState),
    _flag("locked"),
    _choice("mentor_answer", Answer),
    _day("mentor_answer_on", null=True),
    _choice("mentee_answer", Answer),
    _day("mentee_answer_on", null=True),
    _day("accepted_on", null=True),
    _real("accepted_score", null=True),
    Column("forced_blocks", Blocks, nullable=True),
    _text("forced_reason", null=True),
    _text("mentor_goal"),
    _text("mentee_goal"),
    _flag("in_person", null=True),
    Column("warnings_read", Codes, nullable=False),
    _day("consulted_on", null=True),
    _day("over_on", null=True),
    _day("paused_on", null=True),
)
session = _table(
    "session",
    _id(),
    _ref("pair_id", "pair", "RESTRICT"),
    _number("number"),
    Column("start", Moment, nullable=True),
    _number("minutes"),
    _choice("state", SessionState),
    Column("baseline", Moment, nullable=True),
    _number("postponements"),
    _flag("in_person"),
    _choice("unplaced", Unplaced, null=True),
    _day("log_day", null=True),
    _number("log_minutes", null=True),
    _number("log_rating", null=True),
    _flag("log_needs_hr", null=True),
)
session_topic = _table(
    "session_topic", _ref("session_id", "session", "CASCADE", key=True), _position(), _ref("topic_id", "topic", "RESTRICT")
)
agreement = _table(
    "agreement",
    _id(),
    _ref("pair_id", "pair", "RESTRICT"),
    _text("number"),
    _number("version"),
    _day("created_on"),
    _choice("language", DocumentLanguage),
    _choice("state", AgreementState),
    _day("printed_on", null=True),
    Column("pdf", BLOB, nullable=False),
)
scenario = _table(
    "scenario",
    _id(),
    _ref("edition_id", "edition", "RESTRICT"),
    _text("name"),
    _day("made_on"),
    _choice("objective", Aim),
    _number("size"),
)
scenario_pair = _table(
    "scenario_pair",
    _ref("scenario_id", "scenario", "CASCADE", key=True),
    _position(),
    _ref("mentor_id", "person", "CASCADE"),
    _ref("mentee_id", "person", "CASCADE"),
    _real("score"),
    _flag("fixed"),
)


def touched_by_delete(name: str) -> frozenset[str]:
    """Return the tables whose rows change when rows of table ``name`` are deleted, itself included."""
    found = {name}
    waiting = [name]
    while waiting:
        target = waiting.pop()
        for table in metadata.tables.values():
            for key in table.foreign_keys:
                if key.column.table.name == target and key.ondelete != "RESTRICT" and table.name not in found:
                    found.add(table.name)
                    if key.ondelete == "CASCADE":
                        waiting.append(table.name)
    return frozenset(found)
