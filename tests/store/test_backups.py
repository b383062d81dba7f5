# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A backup copy is whole, verified and told apart; a failure leaves the older ones and nothing half made."""

import hashlib
import json
import os
import shutil
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.store import backups, check, copies, drafts, driver, editions, header, manifest
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from tests.store import samples

NOW = datetime(2026, 11, 23, 15, 4)  # noqa: DTZ001 (wall time)


def rows_of(path: Path) -> list[tuple[str, tuple[object, ...]]]:
    with closing(driver.connect(path, "ro")) as connection:
        return list(check.dump(connection))


def rot(path: Path) -> None:
    """Change one letter of a name, as a bad sector would."""
    content = path.read_bytes()
    assert b"ana1@example.es" in content
    path.write_bytes(content.replace(b"ana1@example.es", b"ano1@example.es"))


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != ".copias.lock")


def test_a_copy_holds_every_row_is_sealed_and_tells_what_it_is(file: ProgrammeFile, tmp_path: Path) -> None:
    with file.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")
    copy = backups.of_open(file, tmp_path / "copias" / "casa", NOW)
    assert copy.path == tmp_path / "copias" / "casa" / "Piloto 2027 · 2026-11-23 15.04 · 000002.revmentor"
    assert (copy.sequence, copy.when, copy.people, copy.pairs, copy.sessions, copy.verified) == (2, NOW, 4, 1, 5, True)
    assert copy.size == copy.path.stat().st_size
    assert rows_of(copy.path) == list(file.dump())
    assert backups.listed(copy.path.parent, file.file_uuid) == (copy,)
    assert backups.is_sound(copy.path)
    assert names_in(copy.path.parent) == [copy.path.name, "copias.jsonl"]
    assert check.check(copy.path) == check.CheckReport(sound=True, people=4, pairs=1, sessions=5)


def test_the_manifest_says_enough_to_know_a_copy_and_names_nobody(path: Path, tmp_path: Path) -> None:
    copy = backups.of_closed(path, tmp_path / "copias", NOW)
    (line,) = (tmp_path / "copias" / manifest.NAME).read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert said["sha256"] == hashlib.sha256(copy.path.read_bytes()).hexdigest()
    assert (said["name"], said["when"], said["size"]) == (copy.path.name, "2026-11-23T15:04", copy.size)
    figures = {"name", "sequence", "when", "size", "people", "pairs", "sessions", "sha256", "rows", "file_uuid"}
    assert set(said) == figures | {"origin", "encrypted"}
    assert str(path.parent) not in line  # folders are called after people
    assert "Ana" not in line


def test_a_closed_file_is_copied_without_a_change(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    copy = backups.of_closed(path, tmp_path / "copias", NOW)
    assert path.read_bytes() == before
    assert rows_of(copy.path) == rows_of(path)
    assert not list(path.parent.glob("*.quien.json"))


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_commit_that_was_cut_short_is_not_in_the_copy(hot: Path, tmp_path: Path) -> None:
    copy = backups.of_closed(hot, tmp_path / "copias", NOW)
    assert b"Nadie" not in copy.path.read_bytes()
    assert check.check(copy.path).sound


def test_a_damaged_file_is_not_copied(path: Path, tmp_path: Path) -> None:
    rot(path)
    with pytest.raises(StoreError, match="damaged"):
        backups.of_closed(path, tmp_path / "copias", NOW)
    assert backups.listed(tmp_path / "copias") == ()


def test_a_copy_that_is_not_equal_to_the_file_is_thrown_away(path: Path, tmp_path: Path) -> None:
    half = tmp_path / "x"
    shutil.copy(path, half)
    with pytest.raises(StoreError, match="copy_failed"):
        copies.finish(half, "0" * 64)
    with pytest.raises(StoreError, match="copy_failed"):
        half.write_bytes(b"no" * 5000)
        copies.finish(half, "0" * 64)


def test_numbers_go_on_whatever_the_clock_says(path: Path, tmp_path: Path) -> None:
    clock = [NOW, datetime(2099, 1, 1), NOW - timedelta(days=4000), NOW]  # noqa: DTZ001
    made = [backups.of_closed(path, tmp_path, when) for when in clock]
    assert [copy.sequence for copy in made] == [1, 2, 3, 4]
    assert [copy.sequence for copy in backups.listed(tmp_path)] == [4, 3, 2, 1]
    made[-1].path.unlink()
    assert backups.of_closed(path, tmp_path, NOW).sequence == 5


def test_a_lost_manifest_gives_no_number_twice_and_hides_no_copy(path: Path, tmp_path: Path) -> None:
    first = backups.of_closed(path, tmp_path, NOW)
    (tmp_path / manifest.NAME).unlink()
    (again,) = backups.listed(tmp_path, first.file_uuid)
    assert (again.people, again.when, again.sequence, again.verified) == (4, NOW, 1, False)
    assert backups.of_closed(path, tmp_path, NOW).sequence == 2
    first.path.write_bytes(b"nothing of ours")
    assert [copy.sequence for copy in backups.listed(tmp_path, first.file_uuid)] == [2]
    assert [(copy.sequence, copy.file_uuid) for copy in backups.listed(tmp_path)][1] == (1, "")


def test_two_programmes_share_a_folder_without_mixing(path: Path, tmp_path: Path) -> None:
    other = samples.made(tmp_path / "otro.revmentor")
    folder = tmp_path / "copias"
    mine = [backups.of_closed(path, folder, NOW) for _ in range(2)]
    theirs = backups.of_closed(other, folder, NOW)
    assert theirs.path not in {copy.path for copy in mine}
    assert backups.listed(folder, theirs.file_uuid) == (theirs,)
    assert backups.listed(folder, mine[0].file_uuid) == tuple(reversed(mine))
    assert len(backups.listed(folder)) == 3


def test_two_threads_make_two_copies(file: ProgrammeFile, tmp_path: Path) -> None:
    made: list[backups.Copy] = []
    threads = [threading.Thread(target=lambda: made.append(backups.of_open(file, tmp_path, NOW))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(copy.sequence for copy in made) == [2, 3, 4]
    assert all(backups.is_sound(copy.path) for copy in made)


@pytest.mark.parametrize(("edition", "name"), [("../../Año 1: «A/B»", "Año 1 «A B»"), ("CON", "_CON"), ("...", "programa")])
def test_an_edition_never_leads_out_of_the_folder(file: ProgrammeFile, tmp_path: Path, edition: str, name: str) -> None:
    with file.transaction() as work:
        run = editions.current(work.connection) or EditionId(0)
        work.connection.exec_driver_sql("UPDATE edition SET name = ? WHERE id = ?", (edition, run))
    copy = backups.of_open(file, tmp_path / "copias", NOW)
    assert copy.path == tmp_path / "copias" / f"{name} · 2026-11-23 15.04 · 000002.revmentor"


def test_a_rotten_copy_is_known_by_its_rows_and_one_that_was_cut_by_its_size(path: Path, tmp_path: Path) -> None:
    copy, cut = (backups.of_closed(path, tmp_path, NOW) for _ in range(2))
    rot(copy.path)
    assert not backups.is_sound(copy.path)
    cut.path.write_bytes(cut.path.read_bytes()[:-4096])
    assert not backups.is_sound(cut.path)
    assert [found.verified for found in backups.listed(tmp_path)] == [False, True]


def test_a_copy_is_made_again_only_after_a_change(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copias"
    with ProgrammeFile.open(path) as file:
        first = backups.of_open_if_changed(file, folder, NOW)
        assert first is not None
        assert backups.of_open_if_changed(file, folder, NOW) is None
    with ProgrammeFile.open(path) as file:
        assert backups.of_open_if_changed(file, folder, NOW) is None
        with file.transaction() as work:
            drafts.put(work.connection, "alta", "Ana")
        second = backups.of_open_if_changed(file, folder, NOW)
        assert second is not None
        second.path.unlink()
        assert backups.of_open_if_changed(file, folder, NOW) is not None


def test_looking_into_a_copy_leaves_it_sound_and_changing_it_does_not(path: Path, tmp_path: Path) -> None:
    copy = backups.of_closed(path, tmp_path, NOW)
    ProgrammeFile.open(copy.path).close()
    assert backups.is_sound(copy.path)
    with ProgrammeFile.open(copy.path) as changed, changed.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")
    assert check.check(copy.path).sound
    assert not backups.is_sound(copy.path)


def test_a_place_that_cannot_be_a_folder_is_named(path: Path, tmp_path: Path) -> None:
    (tmp_path / "carta").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "carta", tmp_path / "carta" / "copias"):
        with pytest.raises(StoreError, match="no_place") as caught:
            backups.of_closed(path, folder, NOW)
        assert caught.value.data["folder"] == folder.name


def test_thinning_out_keeps_the_newest_sound_ones_and_forgets_the_others(path: Path, tmp_path: Path) -> None:
    made = [backups.of_closed(path, tmp_path / "copias", NOW + timedelta(minutes=number)) for number in range(13)]
    uuid, folder = made[0].file_uuid, tmp_path / "copias"
    rot(made[-1].path)
    removed = backups.thin_out(folder, uuid, 10**12)
    assert ([copy.sequence for copy in removed.expired], removed.thinned) == ([1, 2], ())
    assert {line.sequence for line in manifest.read(folder)} == set(range(3, 14))
    with ProgrammeFile.open(made[3].path):
        removed = backups.thin_out(folder, uuid, 0)
    assert [copy.sequence for copy in removed.thinned] == [3, 5, 6, 7, 8, 9]
    assert [copy.sequence for copy in backups.listed(folder, uuid)] == [13, 12, 11, 10, 4]
    assert not list(folder.glob(".*0003.*"))
    assert backups.thin_out(folder, "another", 0) == backups.Removed()


def test_what_a_killed_copy_left_is_cleared_by_the_next(path: Path, tmp_path: Path) -> None:
    left = tmp_path / "copias" / ".copia-a-medias"
    left.parent.mkdir()
    left.write_bytes(b"half")
    header.journal_of(left).write_bytes(b"half")
    copy = backups.of_closed(path, left.parent, NOW)
    assert names_in(left.parent) == [copy.path.name, manifest.NAME]


def test_lines_that_cannot_be_read_are_passed_over_and_kept(path: Path, tmp_path: Path) -> None:
    list_ = tmp_path / manifest.NAME
    strange = ['{"erased": "somebody", "when": "2027-01-01"}', "[1]", '{"name": "../x", "sequence": -1}', "[" * 5000, "\udcff{cut"]
    list_.write_bytes("\n".join(strange).encode(errors="surrogateescape"))
    copy = backups.of_closed(path, tmp_path, NOW)
    assert [line.name for line in manifest.read(tmp_path)] == [copy.path.name]
    manifest.forget(tmp_path, {copy.path.name})
    assert manifest.read(tmp_path) == ()
    assert list_.read_bytes().decode(errors="surrogateescape").splitlines() == strange


def test_a_copy_of_a_file_that_says_nothing_of_itself_is_refused(path: Path, tmp_path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("UPDATE meta SET value = 'many' WHERE key = 'seq'")
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'clean'")
    with pytest.raises(StoreError, match="damaged"):
        backups.of_closed(path, tmp_path / "copias", NOW)
