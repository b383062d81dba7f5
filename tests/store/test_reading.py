# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file that is opened to be looked at: all of it is there, and nothing of it changes."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.migrations import runner
from tests.files import contents, make


@pytest.fixture
def path(tmp_path: Path, example_file: Path) -> Path:
    """A copy of the example, closed."""
    target = tmp_path / "programa.revmentor"
    shutil.copyfile(example_file, target)
    return target


def test_everything_is_visible_and_nothing_can_be_changed(path: Path) -> None:
    before = path.read_bytes()
    opened = files.open_to_read(path)
    assert (opened.read_only, len(opened.snapshot().enrolments)) == ("asked", 28)
    with pytest.raises(StoreError) as refused, opened.action("edit"):
        pass
    assert refused.value.code == "viewing"
    opened.close()
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == [path.name]


def test_a_file_that_somebody_works_in_can_be_looked_at(path: Path) -> None:
    working = files.open_file(path)
    opened = files.open_to_read(path)
    assert len(opened.snapshot().enrolments) == 28
    opened.close()
    working.close()


def test_a_file_of_a_later_minor_version_is_shown_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE person ADD COLUMN phone TEXT")
        connection.execute("CREATE TABLE wish (id INTEGER PRIMARY KEY) STRICT")
        connection.execute(f"PRAGMA user_version = {runner.LATEST + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        ProgrammeFile.open(path)
    assert (refused.value.code, refused.value.data["readable"]) == ("newer", True)
    opened = files.open_to_read(path)
    assert (opened.read_only, len(opened.snapshot().enrolments)) == ("newer", 28)
    opened.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 2000",
        f"UPDATE meta SET value = '{runner.LATEST + 1}' WHERE key = 'min_reader'",  # noqa: S608
        "CREATE VIEW wish AS SELECT 1",
        "DROP TABLE closure",
    ],
)
def test_a_later_file_that_says_no_or_looks_strange_is_not_even_shown(path: Path, change: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {runner.LATEST + 1}")
        connection.execute(change)
    connection.close()
    with pytest.raises(StoreError) as refused:
        files.open_to_read(path)
    assert (refused.value.code, refused.value.data["readable"]) == ("newer", False)


def test_a_damaged_file_is_shown_as_far_as_it_can_be_read_when_asked(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE person SET first_name = 'Otra' WHERE id = 1")
    connection.close()
    with pytest.raises(StoreError) as refused:
        files.open_to_read(path)
    assert refused.value.code == "damaged"
    opened = files.open_to_read(path, despite_faults=True)
    assert (opened.read_only, len(opened.snapshot().people)) == ("damaged", 28)
    opened.close()


@pytest.mark.parametrize("name", ["schema-1000.revmentor", "schema-1000-password.revmentor"])
def test_a_file_of_an_older_schema_is_shown_as_today_s_and_left_alone(tmp_path: Path, name: str) -> None:
    password = contents.PASSWORD if "password" in name else None
    path = Path(shutil.copy(make.HERE / name, tmp_path / "programa.revmentor"))
    before = path.read_bytes()
    opened = files.open_to_read(path, password)
    assert (opened.read_only, len(opened.snapshot().people)) == ("asked", 4)
    assert [pair.warnings_read for pair in opened.snapshot().pairs] == [(), ()]
    opened.close()
    assert path.read_bytes() == before
    assert {found.name for found in path.parent.iterdir()} <= {path.name, f".{path.name}.lock"}
