# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Reading SQLite's pages by ourselves gives what SQLite gives, and on any bytes whatever it gives rows or says that they are broken."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.store import driver
from revmentor_desktop.store.pages import INTERIOR, LEAF, PAGE, BrokenPage, Pages, Row, record, varint

integers = st.integers(-(2**63), 2**63 - 1)
values = st.none() | integers | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8"), max_size=200) | st.binary(max_size=200)
long_values = st.builds(random.Random.randbytes, st.builds(random.Random, st.integers(0, 9)), st.integers(3_000, 30_000))


def rows_below(pages: Pages, number: int) -> Iterator[Row]:
    if pages.kind(number) == INTERIOR:
        for below, _highest in pages.branches(number):
            yield from rows_below(pages, below)
        return
    leaf = pages.rows(number)
    assert leaf.broken == 0
    yield from leaf.rows


@settings(max_examples=25, deadline=None)
@given(rows=st.dictionaries(integers, st.tuples(values, values | long_values), max_size=60), copies=st.integers(1, 40))
def test_every_row_that_sqlite_wrote_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[int, tuple[object, object]], copies: int
) -> None:
    path = tmp_path_factory.mktemp("pages") / "any.sqlite"
    with closing(driver.connect(path, "rwc")) as connection:
        connection.execute("PRAGMA page_size = 4096").fetchall()
        connection.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, x, y)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO a VALUES (?, ?, ?)", [(number, *row) for number, row in rows.items()])
        connection.executemany("INSERT OR IGNORE INTO a VALUES (?, ?, 0)", [(number, "x" * 90) for number in range(copies * 20)])
        connection.execute("COMMIT")
        wanted = connection.execute("SELECT id, x, y FROM a ORDER BY id").fetchall()
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'a'").fetchone()[0]
    found = [(row.number, *row.values[1:]) for row in rows_below(Pages(path.read_bytes()), root)]
    path.unlink()
    assert found == wanted


@given(content=st.binary(max_size=400), kind=st.sampled_from((2, 5, 10, 13)), count=st.integers(0, 30), place=st.integers(0, 500))
def test_any_bytes_are_rows_or_broken(content: bytes, kind: int, count: int, place: int) -> None:
    head = bytes([kind, 0, 0, *count.to_bytes(2, "big"), 0, 0, 0])
    page = (head + content * 12).ljust(PAGE, b"\0")[: PAGE + place]
    pages = Pages(page + content)
    for read in (pages.rows, pages.branches):
        for number in (0, 1, 2, 3):
            try:
                read(number)
            except BrokenPage:
                continue


@given(content=st.binary(max_size=60))
def test_a_record_of_any_bytes_is_read_to_the_byte_or_broken(content: bytes) -> None:
    try:
        record(content)
    except BrokenPage:
        return
    # The length that its own head says is the length that it has.
    assert varint(content, 0)[0] <= len(content)


def test_a_page_that_is_cut_short_keeps_the_rows_before_the_cut(original: Path) -> None:
    content = original.read_bytes()
    whole = Pages(content)
    last = max(number for number in range(1, whole.count + 1) if whole.kind(number) == LEAF and whole.rows(number).rows)
    cut = Pages(content[: last * PAGE - 200])
    assert cut.kind(last) == LEAF
    assert len(cut.rows(last).rows) <= len(whole.rows(last).rows)
