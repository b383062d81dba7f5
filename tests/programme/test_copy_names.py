# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Names proposed for files made of copies, and the figures that tell two states of a file apart."""

from datetime import date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.programme import backups, pairs
from revmentor_desktop.programme.contents import contents_of
from revmentor_desktop.programme.copy_names import free_name, set_aside_name
from revmentor_desktop.programme.workspace import Workspace

DAY = date(2027, 1, 12)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    first = free_name(tmp_path, "Piloto 2027", "recuperado", DAY)
    first.touch()
    assert first.name == "Piloto 2027 recuperado 2027-01-12.revmentor"
    assert free_name(tmp_path, "Piloto 2027", "recuperado", DAY).name == "Piloto 2027 recuperado 2027-01-12 (2).revmentor"


@given(title=st.text(max_size=120))
def test_no_title_becomes_a_path(title: str) -> None:
    path = free_name(Path("/nowhere"), title, "", DAY)
    assert path.parent == Path("/nowhere")
    assert len(path.name.encode()) < 140


def test_what_is_set_aside_is_called_as_was_said(example: Workspace, tmp_path: Path) -> None:
    now = datetime(2027, 1, 12, 9, 30)  # noqa: DTZ001 (wall time)
    copy, path = backups.back_up(example, tmp_path / "copias", now), example.path
    example.close()
    restored = backups.restore(copy.path, path, now)
    assert restored.set_aside is not None
    assert restored.set_aside.name == set_aside_name(path, now)


def test_a_file_is_counted_as_its_copies_are(example: Workspace, tmp_path: Path) -> None:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    copy = backups.back_up(example, tmp_path, datetime(2027, 1, 12))  # noqa: DTZ001 (wall time)
    found = contents_of(example)
    assert (found.people, found.pairs, found.sessions) == (copy.people, copy.pairs, copy.sessions) == (28, 13, 0)
