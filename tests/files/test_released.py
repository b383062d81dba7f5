# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The files that releases made: they open for ever, and come out as if today's program had made them."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from revmentor_desktop.store import check, driver
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.shapes import SEQUENCE, shapes
from tests.files import contents, make

DIGESTS = {
    "schema-1000.revmentor": "cb529472330c747696ecd3201a4b258be363fd3e81e7c8dc64cd0f44c7b4dbf2",
    "schema-1000-password.revmentor": "e819917a9ac5ac59eddea7ea5102d3306a66799325ecbb33c6ed9338e8b4ffef",
    "schema-1001.revmentor": "95b712b2c73ead0b0f9a3de997d488f0eb79dcf8e33768a3e069dbd424890b43",
    "schema-1001-password.revmentor": "12c42d7bb7529e3a6ab3bccd49739b298b3a285b1612a3666de3dc5073840953",
}
LARGEST = 300_000
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master"
Rows = list[tuple[str, tuple[object, ...]]]

each_file = pytest.mark.parametrize("name", DIGESTS)


@pytest.fixture
def today(name: str, tmp_path: Path) -> Iterator[ProgrammeFile]:
    """The same rows, written by today's program."""
    folder = tmp_path / "today"
    folder.mkdir()
    with ProgrammeFile.open(make.plain(folder / "x.revmentor", schema_of(name))) as file:
        yield file


def schema_of(name: str) -> int:
    return int(re.findall(r"^schema-(\d+)", name)[0])


def password_of(name: str) -> str | None:
    return contents.PASSWORD if "password" in name else None


def opened(name: str, folder: Path) -> ProgrammeFile:
    return ProgrammeFile.open(Path(shutil.copy(make.HERE / name, folder / name)), password=password_of(name))


def rows_of(file: ProgrammeFile) -> Rows:
    """Everything but what tells one file from another."""
    return [row for row in file.dump() if row[0] != "meta"]


def test_every_released_file_is_the_one_that_was_released() -> None:
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in make.HERE.glob("*.revmentor")}
    assert there == DIGESTS
    assert all((make.HERE / name).stat().st_size < LARGEST for name in DIGESTS)


def test_every_schema_has_a_plain_file_and_one_with_a_password() -> None:
    assert sorted(map(schema_of, DIGESTS)) == sorted(2 * [step.version for step in runner.STEPS])


@each_file
def test_a_released_file_holds_what_today_s_program_would_have_written(name: str, tmp_path: Path, today: ProgrammeFile) -> None:
    with opened(name, tmp_path) as file:
        assert rows_of(file) == rows_of(today)
        assert {table for table, _row in file.dump()} >= shapes(schema_of(name)).keys() - {SEQUENCE}
        before = file.dump()
    with ProgrammeFile.open(tmp_path / name, password=password_of(name)) as file:
        meta = {row for table, row in file.dump() if table == "meta"}
        assert {("min_reader", str(runner.min_reader())), ("seq", "3")} <= meta
        assert rows_of(file) == [row for row in before if row[0] != "meta"]


def test_an_old_file_brought_up_to_date_has_the_schema_of_a_new_one(tmp_path: Path) -> None:
    for name in DIGESTS:
        with opened(name, tmp_path) as file, file.reading() as cx:
            assert cx.exec_driver_sql("PRAGMA user_version").scalar() == runner.LATEST
            there = {tuple(row) for row in cx.exec_driver_sql(f"{SCHEMA} WHERE name NOT LIKE 'sqlite_stat_'")}
        with closing(driver.memory()) as connection:
            runner.migrate(connection)
            fresh = connection.execute(SCHEMA).fetchall()
        assert there == set(fresh)


@each_file
def test_a_released_file_is_sound_and_is_only_read_by_an_examination(name: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(make.HERE / name, tmp_path / name))
    report = files.check(path, password_of(name))
    assert report == check.CheckReport(sound=True, people=4, pairs=2 if schema_of(name) == 1000 else 3, sessions=3)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == DIGESTS[name]
