# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Going back to a copy gives a checked new file and loses nothing of what was there; a bad copy changes nothing."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from revmentor_desktop.store import backups, check, drafts, header
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.restore import restore
from tests.store.test_backups import NOW, rot, rows_of

ASIDE = "apartado 2026-11-23 15.04 x.revmentor"


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A copy in a folder of copies."""
    return backups.of_closed(path, tmp_path / "copias", NOW).path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where to restore; a folder with nothing in it yet."""
    (tmp_path / "casa").mkdir()
    return tmp_path / "casa" / "x.revmentor"


def seen(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.endswith(".lock")}


@contextmanager
def refused(code: str, copy: Path, target: Path) -> Iterator[None]:
    """Everything stays as it was."""
    before = seen(target.parent), copy.read_bytes()
    with pytest.raises(StoreError) as caught:
        restore(copy, target, NOW)
    assert caught.value.code == code
    assert (seen(target.parent), copy.read_bytes()) == before
    yield


def test_a_new_file_is_the_copy_and_the_copy_stays(copy: Path, target: Path) -> None:
    before = copy.read_bytes()
    made = restore(copy, target, NOW)
    assert (made.path, made.set_aside, made.people, made.pairs, made.sessions) == (target, None, 4, 1, 5)
    assert seen(target.parent) == {"x.revmentor": before}
    assert copy.read_bytes() == before
    assert check.check(target).sound
    with ProgrammeFile.open(target) as file, file.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")


def test_every_copy_that_is_kept_can_be_restored(path: Path, target: Path) -> None:
    states: list[list[tuple[str, tuple[object, ...]]]] = []
    for place in range(4):
        with ProgrammeFile.open(path) as file:
            with file.transaction() as work:
                drafts.put(work.connection, "alta", str(place))
            backups.of_open(file, target.parent / "copias", NOW)
            states.append(list(file.dump()))
    for copy, state in zip(reversed(backups.listed(target.parent / "copias")), states, strict=True):
        restore(copy.path, target, NOW)
        assert rows_of(target) == state


def test_what_was_there_is_set_aside_with_its_journal(copy: Path, target: Path) -> None:
    target.write_bytes(b"the old one")
    header.journal_of(target).write_bytes(b"its journal")
    made = restore(copy, target, NOW)
    assert made.set_aside == target.with_name(ASIDE)
    again = restore(copy, target, NOW)
    assert again.set_aside == target.with_name("apartado 2026-11-23 15.04 (2) x.revmentor")
    whole = copy.read_bytes()
    assert seen(target.parent) == {
        "x.revmentor": whole,
        ASIDE: b"the old one",
        f"{ASIDE}-journal": b"its journal",
        "apartado 2026-11-23 15.04 (2) x.revmentor": whole,
    }


def test_a_journal_without_its_file_never_meets_the_new_one(copy: Path, target: Path) -> None:
    header.journal_of(target).write_bytes(b"of a dead session")
    assert restore(copy, target, NOW).set_aside is None
    assert seen(target.parent) == {"x.revmentor": copy.read_bytes(), f"{ASIDE}-journal": b"of a dead session"}


def test_the_longest_name_can_be_set_aside(copy: Path, target: Path) -> None:
    long = target.with_name("ñ" * 100 + "x" * 35 + ".revmentor")
    long.write_bytes(b"the old one")
    made = restore(copy, long, NOW)
    assert made.set_aside is not None
    assert made.set_aside.read_bytes() == b"the old one"


def test_a_rotten_copy_is_refused_by_name_and_nothing_changes(copy: Path, target: Path) -> None:
    target.write_bytes(b"the old one")
    rot(copy)
    with refused("copy_damaged", copy, target):
        pass
    with pytest.raises(StoreError) as caught:
        restore(copy, target, NOW)
    assert caught.value.data["copy"] == copy.name


def test_no_single_flipped_bit_comes_back_as_data(copy: Path, target: Path) -> None:
    whole, rows = copy.read_bytes(), rows_of(copy)
    chance = random.Random(20261123)  # noqa: S311
    for _ in range(60):
        place = chance.randrange(len(whole) * 8)
        content = bytearray(whole)
        content[place // 8] ^= 1 << place % 8
        copy.write_bytes(content)
        target.unlink(missing_ok=True)
        try:
            restore(copy, target, NOW)
        except StoreError as error:
            assert error.code in {"copy_damaged", "foreign", "newer", "password"}
            assert not target.exists()
        else:
            assert rows_of(target) == rows


@pytest.mark.parametrize(
    ("content", "code"), [(b"%PDF-1.7 algo", "foreign"), (b"", "copy_damaged"), (b"SQLite format 3\0" + b"\0" * 4080, "foreign")]
)
def test_what_is_no_copy_is_refused(copy: Path, target: Path, content: bytes, code: str) -> None:
    copy.write_bytes(content)
    target.write_bytes(b"the old one")
    with refused(code, copy, target):
        pass


def test_a_file_or_a_copy_that_is_open_is_refused(copy: Path, target: Path, path: Path) -> None:
    shutil.copy(path, target)
    with ProgrammeFile.open(target), pytest.raises(StoreError, match="in_use"):
        restore(copy, target, NOW)
    with ProgrammeFile.open(copy), pytest.raises(StoreError, match="in_use"):
        restore(copy, target, NOW)
    assert not list(target.parent.glob("apartado*"))


def test_places_where_nothing_can_be_restored_are_refused(copy: Path, target: Path) -> None:
    for place, code in ((copy, "exists"), (target.parent, "folder"), (target.parent / "no" / "x.revmentor", "no_folder")):
        with pytest.raises(StoreError, match=code):
            restore(copy, place, NOW)
    with pytest.raises(StoreError, match="missing"):
        restore(copy.with_name("no.revmentor"), target, NOW)
    assert seen(target.parent) == {}


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")
def test_links_are_followed_and_pipes_refused(copy: Path, target: Path) -> None:
    link = target.with_name("enlace.revmentor")
    link.symlink_to(target)
    target.write_bytes(b"the old one")
    assert restore(copy, link, NOW).path == target
    assert link.is_symlink()
    os.mkfifo(target.with_name("pipe"))
    with pytest.raises(StoreError, match="foreign"):
        restore(copy, target.with_name("pipe"), NOW)


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_copy_that_was_cut_short_in_use_is_rolled_back_in_the_new_file_alone(hot: Path, target: Path) -> None:
    before = hot.read_bytes(), header.journal_of(hot).read_bytes()
    made = restore(hot, target, NOW)
    assert (made.people, made.sessions) == (4, 5)
    assert (hot.read_bytes(), header.journal_of(hot).read_bytes()) == before
    assert b"Nadie" not in target.read_bytes()
    assert set(seen(target.parent)) == {"x.revmentor"}


def test_a_move_that_fails_takes_the_others_back(copy: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.write_bytes(b"the old one")
    header.journal_of(target).write_bytes(b"its journal")
    rename = Path.rename

    def refuse(self: Path, goes: Path) -> Path:
        if self.suffix == ".copia":
            raise OSError(28, "No space left on device")
        return rename(self, goes)

    monkeypatch.setattr(Path, "rename", refuse)
    with refused("full", copy, target):
        pass


def test_the_time_in_the_name_is_the_one_given(copy: Path, target: Path) -> None:
    target.write_bytes(b"the old one")
    made = restore(copy, target, datetime(2099, 1, 2, 3, 4))  # noqa: DTZ001 (wall time)
    assert made.set_aside == target.with_name("apartado 2099-01-02 03.04 x.revmentor")
