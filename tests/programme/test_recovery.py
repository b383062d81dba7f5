# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The ways on from a damaged file tell true figures, and each of them keeps the damaged file."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from revmentor_desktop.programme import backups, files, passwords, recovery
from revmentor_desktop.programme.errors import StoreError

MADE = datetime(2026, 11, 24, 16, 40)  # noqa: DTZ001 (wall time)
NOW = MADE + timedelta(hours=1)
PASSWORD = "una frase bien larga"
PAGE = 4096


@pytest.fixture
def path(example_file: Path, tmp_path: Path) -> Path:
    """The example, closed: 28 people."""
    (tmp_path / "casa").mkdir()
    return Path(shutil.copy(example_file, tmp_path / "casa" / "Piloto 2027.revmentor"))


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder of copies."""
    return tmp_path / "copias"


def lose(path: Path, what: bytes) -> bytes:
    """Write zeros over the first page of rows that holds a text; returns the damaged bytes."""
    content = bytearray(path.read_bytes())
    place = next(place for place in range(0, len(content), PAGE) if content[place] == 13 and what in content[place : place + PAGE])
    content[place : place + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    return bytes(content)


def somebody(path: Path) -> bytes:
    workspace = files.open_file(path)
    name = workspace.snapshot().enrolled[0].last_name
    workspace.close()
    return name.encode()


def opened_people(path: Path, password: str | None = None) -> int:
    workspace = files.open_file(path, password)
    try:
        return len(workspace.snapshot().people)
    finally:
        workspace.close()


def test_both_ways_are_offered_with_their_figures(path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    content = lose(path, somebody(path))
    found = recovery.options(path, None, copies)
    assert found.copy is not None
    assert (found.copy.people, found.copy.when, found.copies) == (28, MADE, 1)
    assert found.salvage is not None
    assert (found.salvage.people, found.salvage.fetched) == (28, 28)
    assert found.faults
    assert not found.is_lost
    assert path.read_bytes() == content
    assert {each.name for each in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}


def test_a_copy_that_has_gone_bad_is_passed_over_for_an_older_one(path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    newer = backups.back_up(path, copies, NOW)
    lose(newer.path, somebody(path))
    lose(path, somebody(path))
    found = recovery.options(path, None, copies)
    assert found.copies == 2
    assert found.copy is not None
    assert found.copy.when == MADE


def test_the_copies_of_a_file_that_was_moved_are_found_by_what_it_says(path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    content = lose(path, somebody(path))
    elsewhere = path.with_name("otro.revmentor")
    elsewhere.write_bytes(content)
    found = recovery.options(elsewhere, None, copies)
    assert found.copy is not None
    assert found.salvage is not None
    assert found.salvage.people == 28


def test_going_back_to_the_copy_keeps_the_damaged_file_beside_it(path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    content = lose(path, somebody(path))
    found = recovery.options(path, None, copies)
    assert found.copy is not None
    name = recovery.set_aside_name(path, NOW)
    made = recovery.use_copy(path, found.copy, NOW)
    assert made.aside is not None
    assert (made.path, made.aside.name, made.people) == (path, name, 28)
    assert made.aside.read_bytes() == content
    assert opened_people(path) == 28


@pytest.mark.parametrize("beside", [True, False])
def test_what_is_salvaged_goes_in_place_or_beside(path: Path, copies: Path, beside: bool) -> None:
    content = lose(path, "Negociación".encode())
    target = path.with_name("nuevo.revmentor") if beside else None
    made = recovery.use_salvaged(path, NOW, target=target)
    kept = path if beside else made.aside
    assert kept is not None
    assert kept.read_bytes() == content
    assert opened_people(made.path) == made.people == 28
    assert recovery.options(kept, None, copies).copy is None


def test_a_taken_name_is_refused_and_nothing_is_changed(path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    content = lose(path, somebody(path))
    taken = path.with_name("nuevo.revmentor")
    taken.write_bytes(b"x")
    copy = recovery.options(path, None, copies).copy
    assert copy is not None
    for use in (lambda: recovery.use_copy(path, copy, NOW, target=taken), lambda: recovery.use_salvaged(path, NOW, target=taken)):
        with pytest.raises(StoreError, match="exists"):
            use()
    assert (path.read_bytes(), taken.read_bytes()) == (content, b"x")


def test_a_damaged_index_leaves_a_file_that_can_be_looked_at_and_proven_rows(path: Path, copies: Path) -> None:
    content = bytearray(path.read_bytes())
    places = [place for place in range(PAGE, len(content), PAGE) if content[place] == 10 and b"@" in content[place : place + PAGE]]
    content[places[0] : places[0] + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    found = recovery.options(path, None, copies)
    assert found.can_view
    assert found.salvage is not None
    assert found.salvage.proven


def test_without_copy_and_rows_there_is_nothing_and_it_says_why(path: Path, copies: Path) -> None:
    path.write_bytes(bytes(40 * PAGE))
    found = recovery.options(path, None, copies)
    assert found.is_lost
    assert not found.can_view
    assert found.refusal is not None
    assert found.refusal.code == "damaged"


def test_a_copy_on_a_stick_is_looked_at_whole_before_it_is_offered(path: Path, copies: Path, tmp_path: Path) -> None:
    stick = Path(shutil.copy(path, tmp_path / "lápiz.revmentor"))
    lose(path, somebody(path))
    known = recovery.options(path, None, copies)
    found = recovery.sound_copy(stick, None, known)
    assert (found.people, found.related) == (28, True)
    other = tmp_path / "otro.revmentor"
    files.make_example(other)
    assert recovery.sound_copy(other, None, known).related is False
    lose(stick, "Negociación".encode())
    with pytest.raises(StoreError, match="copy_damaged"):
        recovery.sound_copy(stick, None, known)


def test_with_a_password_both_ways_are_there_though_the_first_page_is_gone(path: Path, copies: Path) -> None:
    passwords.set_password(path, PASSWORD, [])
    backups.back_up(path, copies, MADE, PASSWORD)
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    found = recovery.options(path, PASSWORD, copies)
    assert found.salvage is not None
    assert found.salvage.proven
    assert found.copy is not None
    recovery.use_copy(path, found.copy, NOW, password=PASSWORD)
    assert opened_people(path, PASSWORD) == 28


def test_without_the_right_password_it_says_so(path: Path, copies: Path) -> None:
    passwords.set_password(path, PASSWORD, [])
    found = recovery.options(path, "otra frase bien larga", copies)
    assert found.is_lost
    assert found.refusal is not None
    assert found.refusal.code == "password"
