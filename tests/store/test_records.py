# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file that is let in can be read: whatever the tables' own constraints let pass, somebody looks at."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import check, driver, records, schema
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from tests.files import make

COLUMNS = [column for table in schema.metadata.sorted_tables for column in table.c if table.name != "meta"]
STRANGE = [
    "",
    " ",
    "\u00a0",
    "\u202e",
    "no",
    "hours,horoscope",
    ",",
    "XX",
    "../../etc/passwd",
    "9999-12-31",
    "0001-01-01",
    "9999-12-31T23:59",
]
values = st.one_of(
    st.sampled_from(STRANGE),
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
    st.integers(-(2**63), 2**63 - 1),
    st.integers(-2, 12),
    st.floats(),
    st.text(max_size=30),
    st.binary(max_size=9),
    st.none(),
)


def changed(folder: Path, column: Column[object], value: object) -> Path | None:
    """Put a value into every row of a column and close the file well; ``None`` when the tables refuse it."""
    path = Path(shutil.copy(make.HERE / "schema-1000.revmentor", folder / "x.revmentor"))
    with closing(driver.connect(path, "rw")) as connection:
        try:
            connection.execute(f'UPDATE "{column.table.name}" SET "{column.name}" = ?', (value,))  # noqa: S608
        except (driver.Error, UnicodeEncodeError):
            return None
        check.conclude(connection)
    return path


@settings(max_examples=40)
@given(st.sampled_from(COLUMNS), values)
@example(schema.edition.c.name, "\u00a0")
@example(schema.pair.c.forced_reason, "no")
@example(schema.site.c.time_zone, "../../etc/passwd")
@example(schema.session.c.start, "9999-12-31T23:59")
def test_a_file_that_is_let_in_can_be_read(column: Column[object], value: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = changed(Path(folder), column, value)
        if path is None:
            return
        try:
            file = ProgrammeFile.open(path)
        except StoreError as error:
            assert error.code == "damaged"
            return
        with closing(Workspace(file)) as workspace:
            workspace.snapshot()


@pytest.mark.parametrize("error", [DomainError("name", "empty"), KeyError("x"), OverflowError(), ValueError("married")])
def test_only_where_a_file_is_doubted_its_rows_are_to_blame(error: Exception) -> None:
    with pytest.raises(StoreError, match="damaged"), records.doubted(True):
        raise error
    with pytest.raises(type(error)), records.doubted(False):
        raise error
