# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file with a password: what opens it, what does not, what its copies are, and what is left of the plain one."""

import shutil
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from revmentor_desktop.programme import backups as copying
from revmentor_desktop.programme import files, passwords
from revmentor_desktop.store import backups, check, encryption, people
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile

PASSWORD = "  una contraseña larga "
OTHER = "otra bien distinta, larga"
NOW = datetime(2026, 11, 24, 20, 15)  # noqa: DTZ001 (wall time)


@pytest.fixture
def path(tmp_path: Path, example_file: Path) -> Path:
    """A copy of the example, closed and plain."""
    target = tmp_path / "programa.revmentor"
    shutil.copyfile(example_file, target)
    return target


def why(path: Path, password: str | None) -> object:
    with pytest.raises(StoreError) as refused:
        ProgrammeFile.open(path, password=password)
    assert refused.value.code == "password"
    return refused.value.data["why"]


def test_a_password_opens_the_file_and_nothing_else_does(path: Path) -> None:
    with ProgrammeFile.open(path) as file:
        before = file.dump()
    encryption.encrypt(path, PASSWORD)
    assert why(path, None) == "missing"
    assert why(path, PASSWORD.strip()) == "wrong"
    with ProgrammeFile.open(path, password=PASSWORD) as file:
        assert [row for row in file.dump() if row[0] != "meta"] == [row for row in before if row[0] != "meta"]
        assert file.key is not None


def test_no_name_stands_in_an_encrypted_file_nor_in_its_copies(path: Path, tmp_path: Path) -> None:
    names = _surnames(path)
    assert all(name in path.read_bytes() for name in names)
    encryption.encrypt(path, PASSWORD)
    copy = backups.of_closed(path, tmp_path / "copias", NOW, PASSWORD)
    for file in (path, copy.path):
        content = file.read_bytes()
        assert b"CREATE TABLE" not in content
        assert not [name for name in names if name in content]


def _surnames(path: Path) -> list[bytes]:
    with ProgrammeFile.open(path) as file, file.reading() as cx:
        return [person.last_name.encode() for person in people.all(cx) if len(person.last_name) > 8]


def test_the_printed_key_opens_the_file_however_it_is_typed_in(path: Path) -> None:
    done = encryption.encrypt(path, PASSWORD)
    assert done.key is not None
    printed = done.key.printed()
    for typed in (printed, printed.upper(), printed.replace(" ", "-"), printed.replace(" ", "") + "\n"):
        ProgrammeFile.open(path, password=typed).close()


def test_the_printed_key_is_void_after_a_change_and_the_new_password_opens(path: Path) -> None:
    old = encryption.encrypt(path, PASSWORD).key
    assert old is not None
    encryption.change(path, PASSWORD, OTHER)
    assert why(path, PASSWORD) == "wrong"
    assert why(path, old.printed()) == "wrong"
    ProgrammeFile.open(path, password=OTHER).close()


def test_letters_composed_another_way_are_the_same_password(path: Path) -> None:
    encryption.encrypt(path, unicodedata.normalize("NFC", PASSWORD))
    ProgrammeFile.open(path, password=unicodedata.normalize("NFD", PASSWORD)).close()


def test_without_its_password_the_file_is_plain_and_whole_again(path: Path) -> None:
    encryption.encrypt(path, PASSWORD)
    encryption.decrypt(path, PASSWORD)
    assert check.check(path).sound
    with pytest.raises(StoreError) as refused:
        encryption.decrypt(path, PASSWORD)
    assert (refused.value.code, refused.value.data["why"]) == ("password", "absent")


def test_a_second_password_is_refused_and_the_first_stays(path: Path) -> None:
    encryption.encrypt(path, PASSWORD)
    with pytest.raises(StoreError) as refused:
        encryption.encrypt(path, OTHER)
    assert refused.value.data["why"] == "present"
    assert check.check(path, PASSWORD).sound


def test_nothing_lies_beside_the_file_after_a_change_of_password(path: Path) -> None:
    encryption.encrypt(path, PASSWORD)
    encryption.change(path, PASSWORD, OTHER)
    encryption.decrypt(path, OTHER)
    assert sorted(found.name for found in path.parent.iterdir() if not found.name.endswith(".lock")) == [path.name]


def test_a_changed_byte_of_an_encrypted_file_is_found(path: Path) -> None:
    encryption.encrypt(path, PASSWORD)
    content = bytearray(path.read_bytes())
    content[5 * 4096 + 17] ^= 1
    path.write_bytes(content)
    report = check.check(path, PASSWORD)
    assert not report.sound
    with pytest.raises(StoreError) as refused:
        ProgrammeFile.open(path, password=PASSWORD)
    assert refused.value.code == "damaged"


def test_a_damaged_first_page_is_told_from_a_wrong_password_by_the_newest_copy(path: Path) -> None:
    encryption.encrypt(path, PASSWORD)
    copying.back_up(path, copying.copies_folder(), NOW, PASSWORD)
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        files.open_file(path, PASSWORD)
    assert refused.value.code == "damaged"
    with pytest.raises(StoreError) as refused:
        files.open_file(path, OTHER)
    assert refused.value.code == "password"


def test_the_copies_get_the_password_too_and_stay_sound(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copias"
    first = backups.of_closed(path, folder, NOW)
    report = passwords.set_password(path, PASSWORD, [folder])
    assert (report.encrypted, report.copies_encrypted, report.plain_left) == (True, 1, ())
    (copy,) = backups.listed(folder)
    assert (copy.path, copy.encrypted, copy.verified) == (first.path, True, True)
    assert backups.is_sound(copy.path, report.key)
    report = passwords.change_password(path, PASSWORD, OTHER, [folder])
    assert (report.copies_encrypted, backups.is_sound(copy.path, report.key)) == (1, True)
    report = passwords.remove_password(path, OTHER, [folder])
    assert (report.encrypted, report.copies_encrypted) == (False, 0)
    assert backups.is_sound(copy.path)


def test_kept_plain_copies_are_named(path: Path, tmp_path: Path) -> None:
    copy = backups.of_closed(path, tmp_path / "copias", NOW)
    aside = path.with_name(f"apartado 2026-11-23 10.00 {path.name}")
    shutil.copyfile(path, aside)
    report = passwords.set_password(path, PASSWORD, [tmp_path / "copias"], keep_copies=True)
    assert (report.copies_encrypted, set(report.plain_left)) == (0, {aside, copy.path})


def test_a_copy_of_an_encrypted_file_goes_back_with_the_same_password(path: Path, tmp_path: Path) -> None:
    encryption.encrypt(path, PASSWORD)
    copy = backups.of_closed(path, tmp_path / "copias", NOW, PASSWORD)
    made = copying.restore(copy.path, tmp_path / "nuevo.revmentor", NOW, PASSWORD)
    assert made.people == 28
    assert check.check(made.path, PASSWORD).sound


def test_keys_do_not_show_when_something_prints_them(path: Path) -> None:
    done = encryption.encrypt(path, PASSWORD)
    assert done.key is not None
    assert done.key.digits not in repr(done)
