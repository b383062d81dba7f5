# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A damaged file is noticed, by `check` and at opening, and the copy of a file is as good as the file."""

import os
import random
from contextlib import closing, suppress
from pathlib import Path

import pytest

from revmentor_desktop.store import check, drafts, driver, header
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from tests.store import samples


def rows_of(path: Path) -> list[tuple[str, tuple[object, ...]]]:
    with closing(driver.connect(path, "ro")) as connection:
        return list(check.dump(connection))


def test_a_sound_file_is_counted_and_left_alone(path: Path) -> None:
    before = path.read_bytes()
    report = check.check(path)
    assert report == check.CheckReport(sound=True, people=4, pairs=1, sessions=5)
    assert path.read_bytes() == before
    assert {each.name for each in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}


def test_no_single_flipped_bit_changes_data_unnoticed(path: Path) -> None:
    whole, rows = path.read_bytes(), rows_of(path)
    other = path.with_name("otra.revmentor")
    chance = random.Random(20270118)  # noqa: S311
    for _ in range(150):
        place = chance.randrange(len(whole) * 8)
        content = bytearray(whole)
        content[place // 8] ^= 1 << place % 8
        other.write_bytes(content)
        try:
            sound = check.check(other).sound
        except StoreError as error:
            assert error.code in {"foreign", "newer", "password"}
            sound = False
        assert not sound or rows_of(other) == rows


def test_a_changed_row_breaks_the_seal_and_stops_the_opening(path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("UPDATE person SET first_name = 'Ena' WHERE code = 2")
    assert [fault.code for fault in check.check(path).faults] == ["seal"]
    with pytest.raises(StoreError) as caught:
        ProgrammeFile.open(path)
    assert caught.value.code == "damaged"
    assert caught.value.data["faults"] == (check.Fault("seal"),)


def test_a_lost_reference_and_a_wrong_value_are_named(path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE pair SET mentor_id = 999, state = 'married'")
    faults = {fault.code: fault.data for fault in check.check(path).faults}
    assert faults["foreign_keys"] == {"table": "pair"}
    assert "ck_pair_state" in str(faults["integrity"]) or "CHECK" in str(faults["integrity"])


def test_text_that_is_not_utf8_is_damage(path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("UPDATE firm SET name = CAST(x'ff41' AS TEXT)")
    report = check.check(path)
    assert not report.sound
    with pytest.raises(StoreError, match="damaged"):
        ProgrammeFile.open(path)


def test_no_byte_of_the_header_brings_more_than_an_answer(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(100):
        content = bytes([*whole[:place], whole[place] ^ 0xFF, *whole[place + 1 :]])
        path.write_bytes(content)
        with suppress(StoreError):
            check.check(path)
        assert path.read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_commit_that_was_cut_short_is_rolled_back_first(hot: Path) -> None:
    assert check.check(hot) == check.CheckReport(sound=True, people=4, pairs=1, sessions=5)
    assert not header.is_hot(hot)
    assert b"Nadie" not in hot.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_in_a_place_that_cannot_be_written_a_copy_is_checked(hot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bool:
        return False

    monkeypatch.setattr(os, "access", never)
    before = hot.read_bytes(), header.journal_of(hot).read_bytes()
    assert check.check(hot) == check.CheckReport(sound=True, people=4, pairs=1, sessions=5)
    assert (hot.read_bytes(), header.journal_of(hot).read_bytes()) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"\0" * 5000])
def test_an_empty_shell_is_reported_as_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.revmentor"
    path.write_bytes(content)
    assert check.check(path) == check.CheckReport(sound=False, faults=(check.Fault("damaged"),))


def test_a_file_that_was_not_closed_is_sound_without_a_seal(tmp_path: Path, path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'clean'")
        connection.execute("UPDATE person SET first_name = 'Ena' WHERE code = 2")
    assert check.check(path).sound


def test_a_copy_is_sealed_and_equal_and_never_written_over(file: ProgrammeFile, tmp_path: Path) -> None:
    target = tmp_path / "antes de importar.revmentor"
    with file.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")
    file.copy_to(target)
    assert check.check(target) == check.CheckReport(sound=True, people=4, pairs=1, sessions=5)
    assert rows_of(target) == list(file.dump())
    with pytest.raises(StoreError, match="exists"):
        file.copy_to(target)
    file.copy_to(target, replace=True)
    with ProgrammeFile.open(target), pytest.raises(StoreError, match="in_use"):
        file.copy_to(target, replace=True)
    with pytest.raises(StoreError, match="in_use"):
        file.copy_to(file.path, replace=True)
    with pytest.raises(StoreError, match="no_folder"):
        file.copy_to(tmp_path / "no" / "x.revmentor")
    assert not list(tmp_path.glob("*.copia"))
    assert not list(tmp_path.glob(".*.copia"))


def test_the_seal_does_not_depend_on_the_place_of_rows_in_the_file(tmp_path: Path) -> None:
    first = samples.made(tmp_path / "a.revmentor")
    with ProgrammeFile.open(first) as file:
        file.copy_to(tmp_path / "b.revmentor")
        with closing(driver.connect(tmp_path / "b.revmentor", "ro")) as connection:
            assert list(check.dump(connection)) == list(file.dump())
