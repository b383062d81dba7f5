# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Salvaging: whatever happens to a file, nothing crashes, the file keeps its bytes, and the rows that can be read come back equal."""

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from revmentor_desktop.store import check, driver, encryption, header, keys
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.lock import Guard
from revmentor_desktop.store.pages import PAGE
from revmentor_desktop.store.salvage import Salvaged, salvage, salvage_in_place

PASSWORD = "una frase bien larga"
NOW = datetime(2026, 11, 24, 16, 40)  # noqa: DTZ001 (wall time)
OF_THE_FILE = {"meta", "counter", "sqlite_sequence"}
Row = tuple[str, tuple[object, ...]]


def rows_of(path: Path, password: str | None = None) -> set[Row]:
    """What a person put in."""
    key = keys.raw_key(path, password).pragma if password else None
    with closing(driver.connect(path, "ro", key)) as connection:
        return {row for row in check.dump(connection) if row[0] not in OF_THE_FILE}


def roots_of(path: Path, password: str | None = None) -> dict[str, int]:
    key = keys.raw_key(path, password).pragma if password else None
    with closing(driver.connect(path, "ro", key)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master").fetchall())


def damage(path: Path, *pages: int) -> bytes:
    """Write zeros over whole pages; returns what lies there then."""
    content = bytearray(path.read_bytes())
    for number in pages:
        content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    return bytes(content)


def salvaged(path: Path, **more: object) -> Salvaged:
    return salvage(path, path.with_name("rescatado.revmentor"), **more)  # type: ignore[arg-type]


def flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 40))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def burst(content: bytearray, chance: random.Random) -> None:
    place, length = chance.randrange(len(content) - 600), chance.randrange(1, 600)
    content[place : place + length] = chance.randbytes(length)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def swap(content: bytearray, chance: random.Random) -> None:
    one, other = (PAGE * chance.randrange(1, len(content) // PAGE) for _ in range(2))
    kept = content[one : one + PAGE]
    content[one : one + PAGE] = content[other : other + PAGE]
    content[other : other + PAGE] = kept


def behead(content: bytearray, chance: random.Random) -> None:
    length = chance.randrange(16, PAGE)
    content[:length] = chance.randbytes(length)


@pytest.mark.parametrize("harm", [flip, burst, cut, swap, behead])
def test_any_damage_gives_rows_of_the_file_or_a_refusal(path: Path, harm: Callable[[bytearray, random.Random], None]) -> None:
    whole, wanted, chance = path.read_bytes(), rows_of(path), random.Random(20270118)  # noqa: S311
    target = path.with_name("rescatado.revmentor")
    for _ in range(8):
        content = bytearray(whole)
        harm(content, chance)
        path.write_bytes(content)
        target.unlink(missing_ok=True)
        try:
            made = salvage(path, target)
        except StoreError as error:
            assert error.code in {"damaged", "newer"}
            assert not target.exists()
            continue
        assert path.read_bytes() == content
        assert check.check(target).sound
        found = rows_of(target)
        assert not made.proven or found == wanted
        counted = Counter(name for name, _values in found)
        assert all(counted[table.name] == table.kept for table in made.tables if table.name in {"person", "pair", "session", "topic"})


def test_zeros_over_any_page_lose_only_rows_of_that_page(path: Path) -> None:
    whole, wanted = path.read_bytes(), rows_of(path)
    alone = ("firm", "person_language", "session_topic", "agreement", "enrolment_window", "enrolment_want", "enrolment_offer")
    for name, number in roots_of(path).items():
        if name in alone or name.startswith(("sqlite_autoindex_person", "ix_session", "ix_pair")):
            path.write_bytes(whole)
            damage(path, number)
            made = salvaged(path)
            found = rows_of(made.path)
            assert {table for table, _values in wanted ^ found} <= {name}
            assert made.proven == (found == wanted)
            made.path.unlink()


def test_without_its_first_page_nothing_is_lost(path: Path) -> None:
    wanted = rows_of(path)
    damage(path, 1)
    made = salvaged(path)
    assert rows_of(made.path) == wanted
    assert made.proven
    assert made.known
    assert made.lost == 0


def test_any_two_pages_may_change_places(path: Path) -> None:
    whole, wanted, chance = path.read_bytes(), rows_of(path), random.Random(4)  # noqa: S311
    for _ in range(8):
        content = bytearray(whole)
        swap(content, chance)
        path.write_bytes(content)
        made = salvaged(path)
        assert rows_of(made.path) == wanted
        made.path.unlink()


def test_rows_without_what_they_belong_to_are_left_out_and_counted(path: Path) -> None:
    damage(path, roots_of(path)["person"])
    made = salvaged(path)
    assert (made.people, made.pairs) == (0, 0)
    assert made.table("person").lost == 4
    assert made.table("pair").orphans == 1
    assert made.table("session").before == 5
    assert check.check(made.path).sound


def test_a_sound_copy_lends_the_rows_that_are_lost(path: Path) -> None:
    wanted, copy = rows_of(path), Path(shutil.copy(path, path.with_name("copia.revmentor")))
    damage(path, roots_of(path)["person"])
    made = salvaged(path, copy=copy)
    assert rows_of(made.path) == wanted
    assert (made.people, made.fetched, made.lost) == (4, 4, 0)
    assert made.proven


def test_a_lost_edition_gets_one_in_its_place(path: Path) -> None:
    damage(path, roots_of(path)["edition"])
    made = salvaged(path)
    assert (made.people, made.pairs, made.sessions) == (4, 1, 5)
    assert ("edition", 1, "2027") in {(name, *values[:2]) for name, values in rows_of(made.path)}


def test_the_new_file_goes_on_where_the_damaged_one_was(path: Path) -> None:
    with ProgrammeFile.open(path) as file:
        identity = file.file_uuid
    damage(path, roots_of(path)["sqlite_autoindex_person_1"], roots_of(path)["counter"])
    made = salvaged(path)
    with ProgrammeFile.open(made.path) as file, file.reading() as cx:
        assert file.file_uuid == identity
        numbers = dict(cx.exec_driver_sql("SELECT name, value FROM counter").all())
    assert numbers == {"person": 4, "agreement 2027": 1}


def test_a_commit_that_was_cut_short_is_rolled_back_first(hot: Path) -> None:
    journal = header.journal_of(hot).read_bytes()
    content = damage(hot, roots_of_rolled_back(hot)["sqlite_autoindex_person_2"])
    made = salvaged(hot)
    assert {values[2] for name, values in rows_of(made.path) if name == "person"} == {"Ana"}
    assert hot.read_bytes() == content
    assert header.journal_of(hot).read_bytes() == journal


def roots_of_rolled_back(hot: Path) -> dict[str, int]:
    copy = hot.with_name("otro.revmentor")
    shutil.copy(hot, copy)
    shutil.copy(header.journal_of(hot), header.journal_of(copy))
    check.roll_back(copy)
    return roots_of(copy)


def test_the_journal_of_another_file_does_not_spoil_the_salvage(hot: Path, original: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(original, tmp_path / "sano.revmentor"))
    wanted = rows_of(path)
    shutil.copy(header.journal_of(hot), header.journal_of(path))
    damage(path, roots_of(original)["ix_session_pair_id"])
    header.journal_of(path).write_bytes(header.journal_of(hot).read_bytes())
    made = salvaged(path)
    assert rows_of(made.path) == wanted
    assert made.proven


def test_what_breaks_a_rule_is_left_out(path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE session SET minutes = 99999 WHERE number = 2")
    made = salvaged(path)
    assert made.sessions == 4
    assert made.table("session").lost == 1
    assert not made.proven


def test_values_that_no_record_can_hold_are_replaced(path: Path) -> None:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("UPDATE edition SET region = 'XX'")
        connection.execute("UPDATE pair SET forced_blocks = 'nothing', forced_reason = 'x'")
        connection.execute("UPDATE session SET start = '0001-01-01T09:00' WHERE number = 1")
    made = salvaged(path)
    assert (made.loosened, made.sessions, made.pairs) == (3, 5, 1)
    assert check.check(made.path).sound


def test_in_place_the_damaged_file_is_set_aside_whole(hot: Path) -> None:
    journal, content = header.journal_of(hot).read_bytes(), hot.read_bytes()
    made, aside = salvage_in_place(hot, NOW)
    assert aside is not None
    assert aside.name == f"apartado 2026-11-24 16.40 {hot.name}"
    assert aside.read_bytes() == content
    assert header.journal_of(aside).read_bytes() == journal
    assert not header.journal_of(hot).exists()
    assert made.path == hot
    assert check.check(hot).sound


@pytest.mark.parametrize("content", [b"", bytes(20 * PAGE), b"%PDF-1.7 " * 5000, random.Random(1).randbytes(12_345)])  # noqa: S311
def test_what_holds_no_row_is_refused_and_leaves_nothing(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    before = {each.name for each in path.parent.iterdir()}
    with pytest.raises(StoreError) as caught:
        salvaged(path)
    assert caught.value.code == "damaged"
    assert {each.name for each in path.parent.iterdir()} - before <= {f".{path.name}.lock"}


def test_an_open_file_is_not_salvaged_and_a_taken_name_is_not_written(path: Path) -> None:
    target = path.with_name("otro.revmentor")
    guard = Guard(path)
    guard.acquire()
    with pytest.raises(StoreError, match="in_use"):
        salvage(path, target)
    guard.release()
    target.write_bytes(b"x")
    with pytest.raises(StoreError, match="exists"):
        salvage(path, target)
    assert target.read_bytes() == b"x"


def test_work_that_is_stopped_leaves_nothing(path: Path) -> None:
    damage(path, 1)

    def stop(_done: int, _total: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        salvaged(path, watch=stop)
    assert {each.name for each in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}


@pytest.fixture
def secret(path: Path) -> Path:
    """The file with a password."""
    encryption.encrypt(path, PASSWORD)
    return path


def test_an_encrypted_file_gives_its_rows_and_the_new_one_has_the_same_password(secret: Path) -> None:
    wanted, roots, content = rows_of(secret, PASSWORD), roots_of(secret, PASSWORD), bytearray(secret.read_bytes())
    for name in ("session", "sqlite_autoindex_enrolment_1"):
        content[(roots[name] - 1) * PAGE + 100] ^= 1
    secret.write_bytes(content)
    made = salvaged(secret, password=PASSWORD)
    found = rows_of(made.path, PASSWORD)
    assert wanted - found == {row for row in wanted if row[0] in {"session", "session_topic"}}
    assert made.table("session").lost == 5
    assert b"SQLite" not in made.path.read_bytes()[:16]
    assert keys.raw_key(made.path, PASSWORD) == keys.raw_key(secret, PASSWORD)
    assert secret.read_bytes() == content


def test_an_encrypted_file_that_was_cut_short_gives_what_is_left(secret: Path) -> None:
    wanted = rows_of(secret, PASSWORD)
    secret.write_bytes(secret.read_bytes()[: -2 * PAGE - 100])
    made = salvaged(secret, password=PASSWORD)
    assert {row for row in rows_of(made.path, PASSWORD) if row[0] == "person"} == {row for row in wanted if row[0] == "person"}


def test_an_encrypted_file_without_its_first_page_or_a_part_of_its_schema_loses_nothing(secret: Path) -> None:
    wanted, content = rows_of(secret, PASSWORD), bytearray(secret.read_bytes())
    content[500] ^= 1
    content[(roots_of(secret, PASSWORD)["ix_session_pair_id"] - 1) * PAGE + 9] ^= 1
    secret.write_bytes(content)
    made = salvaged(secret, password=PASSWORD)
    assert rows_of(made.path, PASSWORD) == wanted
    assert made.proven


def test_any_page_of_an_encrypted_file_costs_only_its_own_rows(secret: Path) -> None:
    wanted, whole, roots = rows_of(secret, PASSWORD), secret.read_bytes(), roots_of(secret, PASSWORD)
    for name in ("enrolment_offer", "person_language", "session_topic", "sqlite_autoindex_person_2"):
        content = bytearray(whole)
        content[(roots[name] - 1) * PAGE + 2000] ^= 4
        secret.write_bytes(content)
        made = salvaged(secret, password=PASSWORD)
        assert {table for table, _values in wanted ^ rows_of(made.path, PASSWORD)} <= {name}
        assert name.startswith("sqlite") or made.table(name).lost > 0
        made.path.unlink()


def test_the_copy_lends_the_salt_when_the_first_bytes_are_gone(secret: Path) -> None:
    wanted, copy = rows_of(secret, PASSWORD), Path(shutil.copy(secret, secret.with_name("copia.revmentor")))
    secret.write_bytes(random.Random(2).randbytes(PAGE) + secret.read_bytes()[PAGE:])  # noqa: S311
    with pytest.raises(StoreError, match="password"):
        salvaged(secret, password=PASSWORD)
    made = salvaged(secret, password=PASSWORD, copy=copy)
    assert rows_of(made.path, PASSWORD) == wanted


@pytest.mark.parametrize(("password", "why"), [(None, "missing"), ("otra frase bien larga", "wrong")])
def test_without_its_password_an_encrypted_file_gives_nothing(secret: Path, password: str | None, why: str) -> None:
    with pytest.raises(StoreError, match="password") as caught:
        salvaged(secret, password=password)
    assert caught.value.data["why"] == why


def test_a_file_of_a_newer_program_is_not_salvaged(secret: Path, original: Path, tmp_path: Path) -> None:
    plain = Path(shutil.copy(original, tmp_path / "nuevo.revmentor"))
    for path, key in ((plain, None), (secret, keys.raw_key(secret, PASSWORD).pragma)):
        with closing(driver.connect(path, "rw", key)) as connection:
            connection.execute("PRAGMA user_version = 2000").fetchall()
        with pytest.raises(StoreError, match="newer"):
            salvaged(path, password=PASSWORD)


def test_no_plain_byte_of_an_encrypted_file_is_written_anywhere(secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "temporal"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    seen: list[bytes] = []

    def look(_done: int, _total: int) -> None:
        seen.extend(each.read_bytes() for each in kept.rglob("*") if each.is_file())

    damage(secret, roots_of(secret, PASSWORD)["session"])
    made = salvaged(secret, password=PASSWORD, watch=look)
    assert seen
    assert not any("Núñez".encode() in content or b"CREATE TABLE" in content for content in [*seen, made.path.read_bytes()])
    assert not any(kept.iterdir())
