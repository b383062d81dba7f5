# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The tables of today are those that the steps make, and hold every field of every record."""

import re
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from revmentor_desktop.domain.agreements import Agreement
from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.editions import Edition, Firm, Weights
from revmentor_desktop.domain.enrolments import Enrolment, Notice
from revmentor_desktop.domain.pairs import Forced, Pair
from revmentor_desktop.domain.people import Exclusion, Person
from revmentor_desktop.domain.scenarios import Scenario, ScenarioPair
from revmentor_desktop.domain.sessions import Session, SessionLog
from revmentor_desktop.domain.sites import Closure, LocalDay, Site, SummerHours
from revmentor_desktop.domain.topics import Area, Offer, Topic, Want
from revmentor_desktop.store import check, driver, schema
from revmentor_desktop.store.migrations import runner

RECORDS = (
    (Firm, schema.firm, {}, ()),
    (Edition, schema.edition, {"weights": ("weight_", Weights)}, ()),
    (Site, schema.site, {"summer_hours": ("summer_", SummerHours)}, ("local_days",)),
    (Closure, schema.closure, {}, ()),
    (Area, schema.area, {}, ()),
    (Topic, schema.topic, {}, ()),
    (Person, schema.person, {}, ("languages",)),
    (Exclusion, schema.exclusion, {}, ()),
    (Enrolment, schema.enrolment, {"notice": ("notice_", Notice)}, ("wants", "offers", "windows", "absences")),
    (Pair, schema.pair, {"forced": ("forced_", Forced)}, ()),
    (Session, schema.session, {"log": ("log_", SessionLog)}, ()),
    (Agreement, schema.agreement, {}, ()),
    (Scenario, schema.scenario, {}, ("pairs",)),
)
CHILDREN = (
    (LocalDay, schema.site_local_day),
    (Want, schema.enrolment_want),
    (Offer, schema.enrolment_offer),
    (Window, schema.enrolment_window),
    (Absence, schema.enrolment_absence),
    (ScenarioPair, schema.scenario_pair),
)


def names(record: type) -> set[str]:
    return {field.name for field in fields(record)}


@pytest.mark.parametrize(("record", "table", "inside", "lists"), RECORDS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_record_and_its_table_have_the_same_fields(record, table, inside, lists) -> None:
    expected = names(record) - set(inside) - set(lists)
    for prefix, part in inside.values():
        expected |= {f"{prefix}{name}" for name in names(part)} - {"log_topic_ids"}
    assert {column.name for column in table.c} - ({"id"} if record is Firm else set()) == expected


@pytest.mark.parametrize(("record", "table"), CHILDREN)
def test_a_part_of_a_record_and_its_table_have_the_same_fields(record, table) -> None:
    owner = next(column.name for column in table.c if column.primary_key and column.name != "position")
    assert {column.name for column in table.c} == names(record) | {owner, "position"}


def migrated() -> sqlite3.Connection:
    connection = driver.memory()
    runner.migrate(connection)
    return connection


def test_the_tables_that_we_name_are_those_that_the_steps_make() -> None:
    with closing(migrated()) as connection:
        made = {name for kind, name, *_ in check.entries(connection) if kind == "table" and not name.startswith("sqlite_")}
        assert made == set(schema.metadata.tables)
        for table in schema.metadata.tables.values():
            there = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
            ours = [(c.name, c.type.compile() if c.type.__module__.startswith("sqlalchemy") else None, not c.nullable) for c in table.c]
            assert [(row[1], bool(row[3])) for row in there] == [(name, required) for name, _, required in ours]
            assert all(kind in (None, row[2]) for row, (_, kind, _) in zip(there, ours, strict=True))


def test_the_references_that_we_name_are_those_that_the_steps_make() -> None:
    with closing(migrated()) as connection:
        for table in schema.metadata.tables.values():
            there = {(row[3], row[2], row[6]) for row in connection.execute(f"PRAGMA foreign_key_list({table.name})")}
            ours = {(key.parent.name, key.column.table.name, key.ondelete) for key in table.foreign_keys}
            assert there == ours


def test_every_table_is_strict_and_every_constraint_has_a_name() -> None:
    with closing(migrated()) as connection:
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
        assert {name for name, strict in tables if not strict} <= {"sqlite_schema", "sqlite_sequence"}
    for statement in (each for step in runner.STEPS for each in step.statements):
        found = re.findall(r"(\w+)\s+\w+\s+(?:CHECK|UNIQUE \(|PRIMARY KEY|REFERENCES)", statement)
        assert set(found) <= {"CONSTRAINT"}
        assert len(found) == len(re.findall(r"CHECK|UNIQUE \(|PRIMARY KEY|REFERENCES", statement))


def test_a_key_leads_every_table_so_that_a_dump_has_one_order() -> None:
    for table in schema.metadata.tables.values():
        leading = [column.primary_key for column in table.c]
        assert sum(leading) <= 2
        assert all(leading[: sum(leading)])


def test_a_step_that_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with closing(driver.connect(tmp_path / "x.db", "rwc")) as connection:
        runner.migrate(connection)
        before = check.entries(connection)
        wrong = runner.Step(runner.LATEST + 1, ("CREATE TABLE extra (id INTEGER)", "INSERT INTO firm (id) VALUES (1)"))
        with pytest.raises(driver.Error):
            runner.migrate(connection, (*runner.STEPS, wrong), wrong.version)
        assert check.entries(connection) == before
        assert runner.version_of(connection) == runner.LATEST


def test_steps_run_once_in_their_order(tmp_path: Path) -> None:
    first = runner.Step(1000, ("CREATE TABLE one (id INTEGER)",))
    second = runner.Step(1001, ("ALTER TABLE one ADD COLUMN name TEXT",))
    with closing(driver.connect(tmp_path / "x.db", "rwc")) as connection:
        for steps in ((first,), (first, second), (first, second)):
            runner.migrate(connection, steps, 1001)
        assert runner.version_of(connection) == 1001
        assert [row[1] for row in connection.execute("PRAGMA table_info(one)")] == ["id", "name"]


def test_the_file_refuses_what_no_record_can_hold() -> None:
    wrong = (
        "INSERT INTO closure (start, \"end\", name) VALUES ('2027-02-30', '2027-03-01', 'x')",
        "INSERT INTO closure (start, \"end\", name) VALUES ('2027-03-02', '2027-03-01', 'x')",
        "INSERT INTO closure (start, \"end\", name) VALUES ('2027-03-02', '2027-03-03', 'a' || char(0) || 'b')",
        "INSERT INTO closure (start, \"end\", name) VALUES ('2027-03-02', '2027-03-03', printf('%.*c', 401, 'x'))",
        "INSERT INTO area (name, name_en, offered, position) VALUES ('x', '', 2, 0)",
        "INSERT INTO topic (name, area_id, name_en, position) VALUES ('x', 99, '', 0)",
        "INSERT INTO firm (id) VALUES (2)",
    )
    with closing(migrated()) as connection:
        driver.prepare(connection)
        for statement in wrong:
            with pytest.raises(driver.Error):
                connection.execute(statement)
