# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""An old file is brought up to date on a copy: whole, or left as it was; the old one is kept."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from revmentor_desktop.store import check, driver, encryption, header, meta, schema, upgrade
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.keys import RawKey
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.migrations.runner import Step
from tests.store import next_release

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")
KEPT = f"programa.revmentor.v{runner.LATEST // 1000}.{runner.LATEST % 1000}"
ADDED_TO_PAIR = ("", None, None, None)
Rows = dict[str, list[tuple[object, ...]]]
GROWS = Step(2000, ("INSERT INTO draft VALUES ('a', 'b')",))
FAILING = {
    "a statement that fails": Step(2000, ("CREATE TABLE extra (id INTEGER) STRICT", "INSERT INTO nobody VALUES (1)")),
    "rows that go": Step(2000, ("DELETE FROM session_topic",)),
    "rows that come": GROWS,
    "references that break": Step(2000, ("UPDATE topic SET area_id = 99",)),
    "values that do not fit": Step(2000, ("UPDATE area SET offered = 7",)),
    "another schema than a new file's": Step(2000, ("DROP TABLE IF EXISTS draft",), frozenset({"draft"})),
}


def read(path: Path, key: RawKey | None = None) -> tuple[int, Rows, dict[str, str]]:
    """Return the schema number, the rows of every table but meta, and what the file says about itself; it has to be sound."""
    with closing(driver.connect(path, "rw", key and key.pragma)) as connection:
        assert check.faults(connection) == ()
        rows: Rows = {}
        for table, row in check.dump(connection):
            if table != "meta":
                rows.setdefault(table, []).append(row)
        return runner.version_of(connection), rows, meta.read(connection)


def as_today(rows: Rows) -> Rows:
    """What today's release makes of rows of an older one: what it added has its default."""
    return rows | {"pair": [(*row, *ADDED_TO_PAIR)[: len(schema.pair.c)] for row in rows["pair"]]}


def as_next(rows: Rows, web: str = "") -> Rows:
    """What the next release makes of rows of an older one."""
    rows = as_today(rows)
    nicknames: list[tuple[object, ...]] = [(row[0], str(row[2]).lower()) for row in rows["person"]]
    return rows | {"nickname": nicknames, "firm": [(*row, web) for row in rows["firm"]]}


def brought_up(path: Path, key: RawKey | None = None, steps: tuple[Step, ...] = next_release.STEPS) -> Path:
    kept = upgrade.upgrade(path, key=key, steps=steps)
    assert kept is not None
    return kept


@pytest.fixture(params=["plain", "with a password"])
def locked(request: pytest.FixtureRequest, path: Path) -> tuple[Path, RawKey | None]:
    """A file and its key."""
    return path, encryption.encrypt(path, "una contraseña").key if request.param != "plain" else None


def others(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()} - {path.name, f".{path.name}.lock"}


def test_an_old_file_comes_out_with_all_it_held_and_the_old_one_is_kept(locked: tuple[Path, RawKey | None]) -> None:
    path, key = locked
    before, (_, rows, known) = path.read_bytes(), read(path, key)
    kept = brought_up(path, key)
    version, found, says = read(path, key)
    assert (version, found) == (2001, as_next(rows))
    assert says == known | {"min_reader": "2000", "seal": says["seal"], "clean": "1"}
    assert kept == path.with_name(f"{KEPT}.antes-de-actualizar")
    assert kept.read_bytes() == before
    assert others(path) == {kept.name}
    assert header.sniff(path) == (key is not None)


def test_it_has_the_schema_of_a_new_file(path: Path) -> None:
    brought_up(path)
    with closing(driver.connect(path, "ro")) as connection, closing(driver.memory()) as fresh:
        runner.migrate(fresh, next_release.STEPS, next_release.LATEST)
        assert check.entries(connection) == check.entries(fresh)


def test_a_file_that_lacks_no_step_keeps_its_bytes(path: Path) -> None:
    before = path.read_bytes()
    assert upgrade.upgrade(path) is None
    assert upgrade.upgrade(path, steps=next_release.STEPS, until=runner.LATEST) is None
    assert path.read_bytes() == before
    assert others(path) == set()
    brought_up(path)
    assert upgrade.upgrade(path, steps=next_release.STEPS) is None


@pytest.mark.parametrize("what", FAILING)
def test_a_step_that_goes_wrong_leaves_the_file_as_it_was(path: Path, what: str) -> None:
    before = path.read_bytes()
    steps = (*runner.STEPS, FAILING[what])
    if what.startswith("another"):
        with closing(driver.connect(path, "rw")) as connection:
            connection.execute("CREATE TABLE more (id INTEGER, name TEXT) STRICT")
            check.conclude(connection)
        before = path.read_bytes()
    with pytest.raises(StoreError, match="not_upgraded"):
        brought_up(path, steps=steps)
    assert path.read_bytes() == before
    assert others(path) == set()


def test_a_step_may_say_which_tables_it_changes_in_number(path: Path) -> None:
    assert brought_up(path, steps=(*runner.STEPS, Step(2000, GROWS.statements, frozenset({"draft"}))))
    assert read(path)[1]["draft"] == [("a", "b")]


def test_damage_is_not_carried_into_a_new_file(path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("UPDATE person SET first_name = 'Ena' WHERE code = 2")
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        brought_up(path)
    assert (caught.value.code, caught.value.data["faults"]) == ("damaged", (check.Fault("seal"),))
    assert path.read_bytes() == before
    assert others(path) == set()


def test_an_older_kept_file_is_never_written_over(path: Path) -> None:
    kept = path.with_name(f"{KEPT}.antes-de-actualizar")
    kept.write_bytes(b"an earlier one")
    before = path.read_bytes()
    again = brought_up(path)
    assert again == path.with_name(f"{KEPT} (2).antes-de-actualizar")
    assert (kept.read_bytes(), again.read_bytes()) == (b"an earlier one", before)
    path.write_bytes(before)
    assert brought_up(path) == again


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_commit_that_was_cut_short_is_rolled_back_first(hot: Path) -> None:
    kept = brought_up(hot)
    assert {row[2] for row in read(hot)[1]["person"]} == {row[2] for row in read(kept)[1]["person"]} == {"Ana"}
    assert not header.journal_of(hot).exists()


def test_what_a_killed_upgrade_left_goes_at_the_next(path: Path) -> None:
    for ending in (".migrando", ".migrando-journal", ".antes"):
        path.with_name(f".{path.name}{ending}").write_bytes(b"half")
    kept = brought_up(path)
    assert others(path) == {kept.name}


@posix
def test_nobody_else_can_read_the_new_file_or_the_kept_one_who_could_not_before(path: Path) -> None:
    path.chmod(0o600)
    kept = brought_up(path)
    assert {stat.S_IMODE(each.stat().st_mode) for each in (path, kept)} == {0o600}


def test_a_very_long_name_is_no_obstacle(path: Path) -> None:
    long = path.rename(path.with_name(f"{'ñ' * 117}.revmentor"))
    kept = brought_up(long)
    assert kept.name.startswith("ñ" * 90)
    assert read(long)[0] == 2001


class BusyError(PermissionError):
    """What Windows raises while another program looks at a file."""

    winerror = 32


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are no text")
@pytest.mark.parametrize("name", ["\udcff.revmentor", "file:x?mode=ro&a=%41.revmentor"])
def test_a_name_that_is_no_text_or_reads_like_an_address_is_no_obstacle(path: Path, name: str) -> None:
    before = read(path)[1]
    odd = path.rename(path.with_name(name))
    kept = brought_up(odd)
    assert read(odd)[1] == as_next(before)
    assert kept.parent == odd.parent
    assert not {each for each in others(odd) if each not in {kept.name, f".{odd.name}.lock"}}


def test_a_virus_scanner_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    half, path, tries = tmp_path / "half", tmp_path / "whole", iter((True, True, False))
    half.write_text("new")
    path.write_text("old")
    really = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if next(tries):
            raise BusyError
        return really(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    upgrade.replace(half, path)
    assert path.read_text() == "new"
    with pytest.raises(FileNotFoundError):
        monkeypatch.undo()
        upgrade.replace(half, path)


def test_nobody_is_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    def busy(_self: Path, _target: Path) -> None:
        raise BusyError

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr("time.monotonic", lambda: sum(slept))
    with pytest.raises(BusyError):
        upgrade.replace(tmp_path / "half", tmp_path / "whole")
    assert (slept[0], max(slept)) == (0.01, 0.5)
    assert 2.5 < sum(slept) <= 3


NEXT_OPENS = """
import sys
from pathlib import Path
from tests.store import next_release
next_release.arrive()
from revmentor_desktop.store.file import ProgrammeFile
with ProgrammeFile.open(Path(sys.argv[1]), password=sys.argv[2] or None) as file, file.transaction() as work:
    work.connection.exec_driver_sql("UPDATE firm SET web = 'example.com'")
"""


@pytest.mark.parametrize("password", ["", "una contraseña"])
def test_the_next_release_opens_a_file_of_this_one(path: Path, password: str) -> None:
    key = encryption.encrypt(path, password).key if password else None
    _, rows, known = read(path, key)
    subprocess.run([sys.executable, "-c", NEXT_OPENS, str(path), password], check=True, timeout=60)
    version, found, says = read(path, key)
    assert (version, found) == (2001, as_next(rows, "example.com"))
    assert (says["seq"], says["clean"]) == (str(int(known["seq"]) + 1), "1")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte and a half that can be filled."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", place], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_leaves_the_old_file_and_nothing_half_made(path: Path, small_disk: Path) -> None:
    full = Path(shutil.copy(path, small_disk / "x.revmentor"))
    before = full.read_bytes()
    filler, refused = small_disk / "filler", 0
    for free in range(0, 640_000, 20_000):
        filler.unlink(missing_ok=True)
        state = os.statvfs(small_disk)
        filler.write_bytes(bytes(max(0, state.f_bavail * state.f_frsize - free)))
        try:
            kept = brought_up(full)
        except StoreError as error:
            assert error.code == "full"
            assert full.read_bytes() == before
            assert others(full) == {filler.name}
            refused += 1
        else:
            assert read(full)[0] == 2001
            full.write_bytes(kept.read_bytes())
            kept.unlink()
    assert 0 < refused < 32
