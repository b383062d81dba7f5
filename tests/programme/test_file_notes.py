# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What this computer remembers about a file, and what becomes of it when its place can't be read or written."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.programme import file_notes, preferences

UUID = "0f1e2d3c-0000-4000-8000-000000000001"


def notes() -> list[Path]:
    return sorted(path for path in preferences.data_folder().rglob("*") if path.is_file())


def test_what_is_noted_is_there_the_next_time_for_this_file_alone() -> None:
    file_notes.put(UUID, file_notes.PASSWORD_PROPOSED, value=True)
    file_notes.put(UUID, file_notes.SECOND_FOLDER, "/mnt/copias de Íñigo")
    assert file_notes.flag(UUID, file_notes.PASSWORD_PROPOSED)
    assert file_notes.folder(UUID, file_notes.SECOND_FOLDER) == Path("/mnt/copias de Íñigo")
    assert not file_notes.flag("another", file_notes.PASSWORD_PROPOSED)
    assert file_notes.get(UUID, file_notes.CLOUD_TOLD) is None


def test_nothing_noted_is_forgotten_by_noting_nothing() -> None:
    file_notes.put(UUID, file_notes.OUTSIDE_DAY, "2027-01-12")
    assert file_notes.day(UUID, file_notes.OUTSIDE_DAY) == date(2027, 1, 12)
    assert file_notes.moment(UUID, file_notes.OUTSIDE_DAY) == datetime(2027, 1, 12)  # noqa: DTZ001 (wall time)
    file_notes.put(UUID, file_notes.OUTSIDE_DAY, None)
    assert file_notes.day(UUID, file_notes.OUTSIDE_DAY) is None


@settings(max_examples=25)
@given(mark=st.text(max_size=40), value=st.text(max_size=40) | st.integers() | st.booleans())
def test_no_mark_becomes_a_path(mark: str, value: str | int | bool) -> None:
    file_notes.put(mark, "key", value)
    assert file_notes.get(mark, "key") == value
    assert {path.parent for path in notes()} == {preferences.data_folder() / "archivos"}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 5000, b'{"outside_day": "ayer", "second_folder": {"a": 1}}'])
def test_what_can_t_be_read_counts_as_not_noted(content: bytes) -> None:
    file_notes.put(UUID, file_notes.OUTSIDE_DAY, "2027-01-12")
    notes()[0].write_bytes(content)
    assert file_notes.day(UUID, file_notes.OUTSIDE_DAY) is None
    assert file_notes.folder(UUID, file_notes.SECOND_FOLDER) is None
    file_notes.put(UUID, file_notes.OUTSIDE_DAY, "2027-01-13")
    assert file_notes.day(UUID, file_notes.OUTSIDE_DAY) == date(2027, 1, 13)


def test_a_folder_that_can_t_be_written_stops_nobody() -> None:
    (preferences.data_folder() / "archivos").write_text("a file in its place")
    file_notes.put(UUID, file_notes.CLOUD_TOLD, value=True)
    assert not file_notes.flag(UUID, file_notes.CLOUD_TOLD)
