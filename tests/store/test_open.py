# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What opens and what is refused, with the right code and untouched."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from revmentor_desktop.store import check, driver, meta
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.migrations import runner

NOT_OURS = {
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3" + b"x" * 500,
    "ZIP": b"PK\x03\x04" + b"\0" * 500,
    "Office": b"PK\x03\x04\x14\0\x06\0\x08\0" + b"\0" * 20 + b"[Content_Types].xml" + b"\0" * 500,
    "OpenDocument": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    "text": "Nombre;Apellidos;Correo\nAna;Núñez;ana@example.es\n".encode(),
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    "archive": b"\x1f\x8b\x08" + b"\0" * 200,
    "unknown": bytes(range(200)) + b"\0",
}
HOSTILE = (
    "CREATE TRIGGER t AFTER INSERT ON person BEGIN UPDATE person SET first_name = 'x'; END",
    "CREATE VIEW v AS SELECT * FROM person",
    "ALTER TABLE person ADD COLUMN extra TEXT",
    "CREATE TABLE extra (id INTEGER)",
    "CREATE INDEX extra ON person (first_name)",
    "DROP INDEX ix_person_boss_id",
    "CREATE VIRTUAL TABLE extra USING fts5 (a)",
    "ALTER TABLE person RENAME COLUMN position TO post",
    "PRAGMA user_version = 7",
)


def refused(path: Path) -> StoreError:
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        ProgrammeFile.open(path)
    assert path.read_bytes() == before
    return caught.value


@contextmanager
def bare(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(driver.connect(path, "rw")) as connection:
        yield connection


@pytest.mark.parametrize("what", NOT_OURS)
def test_a_file_of_another_kind_is_named(tmp_path: Path, what: str) -> None:
    path = tmp_path / "x.revmentor"
    path.write_bytes(NOT_OURS[what])
    error = refused(path)
    assert (error.code, error.data["what"]) == ("foreign", what)


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"SQLite format 3\0" + b"\0" * 20], ids=["empty", "zeros", "cut"])
def test_a_file_without_content_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.revmentor"
    path.write_bytes(content)
    assert refused(path).code == "damaged"


def test_a_file_that_looks_encrypted_asks_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "x.revmentor"
    path.write_bytes(b"".join(hashlib.sha256(bytes([place])).digest() for place in range(256)))
    assert refused(path).code == "password"


def test_a_data_base_of_another_program_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "x.revmentor"
    with closing(driver.connect(path, "rwc")) as connection:
        connection.execute("CREATE TABLE person (id INTEGER)")
    error = refused(path)
    assert (error.code, error.data["what"]) == ("foreign", "SQLite")


@pytest.mark.parametrize("size", [100, 4096, 4196, 40960, -1])
def test_a_file_cut_short_is_damaged(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    assert refused(path).code == "damaged"
    report = check.check(path)
    assert not report.sound
    assert report.faults


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_schema_that_is_not_exactly_ours_is_refused(path: Path, statement: str) -> None:
    with bare(path) as connection:
        connection.execute(statement)
    assert refused(path).code == "schema"
    report = check.check(path)
    assert [fault.code for fault in report.faults] == ["schema"]


@pytest.mark.parametrize("version", [runner.LATEST + 1, 2000, 99000])
def test_a_newer_file_is_refused_with_its_version(path: Path, version: int) -> None:
    with bare(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    error = refused(path)
    assert (error.code, error.data["version"]) == ("newer", version)
    with pytest.raises(StoreError, match="newer"):
        check.check(path)


def test_a_file_in_write_ahead_mode_is_none_of_ours(path: Path) -> None:
    with bare(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert refused(path).code == "damaged"


def test_a_path_that_is_no_plain_file_is_refused(tmp_path: Path, path: Path) -> None:
    for wrong, code in ((tmp_path / "no.revmentor", "missing"), (tmp_path / "no" / "x.revmentor", "missing"), (tmp_path, "folder")):
        with pytest.raises(StoreError) as caught:
            ProgrammeFile.open(wrong)
        assert caught.value.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")
def test_devices_and_second_names_are_refused_and_links_followed(tmp_path: Path, path: Path) -> None:
    pipe = tmp_path / "pipe.revmentor"
    os.mkfifo(pipe)
    with pytest.raises(StoreError, match="foreign"):
        ProgrammeFile.open(pipe)
    link = tmp_path / "link.revmentor"
    link.symlink_to(path)
    with ProgrammeFile.open(link) as file:
        assert file.path == path.resolve()
    twin = tmp_path / "twin.revmentor"
    twin.hardlink_to(path)
    with pytest.raises(StoreError, match="foreign"):
        ProgrammeFile.open(path)


def test_an_existing_file_is_never_made_again(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError, match="exists"):
        ProgrammeFile.create(path)
    assert path.read_bytes() == before


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no_folder"):
        ProgrammeFile.create(tmp_path / "no" / "x.revmentor")


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(meta, "write", full)
    with pytest.raises(StoreError, match="full"):
        ProgrammeFile.create(tmp_path / "x.revmentor")
    assert [each.name for each in tmp_path.iterdir()] == [".x.revmentor.lock"]


@pytest.mark.parametrize(
    "name", ["Año 2027 & Cía #1?.revmentor", "100 % ñandú 🎉.revmentor", "a'b\"c.revmentor" if os.name == "posix" else "a'b"]
)
def test_any_name_of_a_file_works(tmp_path: Path, name: str) -> None:
    with ProgrammeFile.create(tmp_path / name) as file:
        assert file.is_open
    assert check.check(tmp_path / name).sound
    assert {each.name for each in tmp_path.iterdir()} == {name, f".{name}.lock"}


def test_an_open_file_has_the_settings_that_lose_nothing(file: ProgrammeFile) -> None:
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "cell_size_check": 1,
        "mmap_size": 0,
        "locking_mode": "normal",
        "busy_timeout": 2000,
        "page_size": 4096,
        "auto_vacuum": 0,
        "application_id": 0x5265764D,
        "user_version": runner.LATEST,
    }
    with file.reading() as cx:
        seen = {name: cx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
    assert seen == expected | {"mmap_size": seen["mmap_size"]}
    assert seen["mmap_size"] in (0, None)


def test_a_closed_file_lies_alone_and_counts_its_openings(path: Path) -> None:
    for _ in range(2):
        with ProgrammeFile.open(path) as file:
            assert path.with_name(f"{path.name}-journal").exists()
            assert not file.is_moved()
        assert {each.name for each in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}
    with bare(path) as connection:
        known = meta.read(connection)
    assert (known["seq"], known["clean"], known["min_reader"]) == ("3", "1", str(runner.min_reader()))
    assert known["seal"]
    assert known["file_uuid"]


WATCHED = """
import sys
from pathlib import Path
from datetime import datetime
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store import backups, drafts
path = Path(sys.argv[1])
seen = []
def watch(event, arguments):
    if event in ("open", "os.open") and str(arguments[0]) in (str(path), f"{path}-journal"):
        seen.append(event)
file = ProgrammeFile.open(path)
sys.addaudithook(watch)
with file.transaction() as work:
    drafts.put(work.connection, "a", "b")
with file.reading() as cx:
    drafts.all(cx)
file.dump()
file.is_moved()
file.copy_to(path.with_name("copia.revmentor"))
for folder in (path.parent, path.with_name("copias")):
    copy = backups.of_open(file, folder, datetime(2026, 11, 23, 15, 4))
    assert backups.listed(folder, file.file_uuid) == (copy,)
    assert backups.is_sound(copy.path)
    backups.thin_out(folder, file.file_uuid, 0)
file.close()
assert not seen, seen
path.read_bytes()
assert seen
"""


def test_nobody_opens_the_file_while_it_is_open(path: Path) -> None:
    subprocess.run([sys.executable, "-c", WATCHED, str(path)], check=True, timeout=60)


def test_an_open_file_that_is_moved_or_replaced_refuses_to_write(path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(path, tmp_path / "otra.revmentor"))
    before = other.read_bytes()
    file = ProgrammeFile.open(path)
    path.rename(tmp_path / "movida.revmentor")
    assert file.is_moved()
    other.rename(path)
    with pytest.raises(StoreError, match="moved"), file.transaction() as work:
        work.connection.exec_driver_sql("DELETE FROM agreement")
    file.copy_to(tmp_path / "salvada.revmentor")
    with pytest.raises(StoreError, match="moved"):
        file.close()
    assert not file.is_open
    assert path.read_bytes() == before
    assert check.check(tmp_path / "salvada.revmentor").people == 4
