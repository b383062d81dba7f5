# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F12: what is encrypted is encrypted everywhere, and a crash while the password is changed never leaves a file that none opens."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.programme import agreements, backups, drafts, editions, files, pairs, passwords, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import check, encryption, keys
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.keys import RawKey
from tests import factory
from tests.faults.conftest import Faults
from tests.faults.killing import begin, kill_one, rest, server

NEEDLE = "Zqwjkx"
PASSWORD = "Mesa azul 7 ñ"
LOOK = """
import sys
from pathlib import Path
needle = sys.argv[1]
forms = [needle.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
for folder in map(Path, sys.argv[2:]):
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if any(form in content for form in forms):
                print(path.name)
"""


def found_in(*folders: Path) -> set[str]:
    """Return the names of files that hold the needle; read by another process, for closing a file here would cost SQLite its locks."""
    done = subprocess.run([sys.executable, "-c", LOOK, NEEDLE, *map(str, folders)], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def hide(workspace: Workspace) -> None:
    """Write the needle into every kind of field."""
    snapshot = workspace.snapshot()
    person = next(iter(snapshot.enrolments))
    named = replace(snapshot.people[person], first_name=NEEDLE, position=NEEDLE, email=f"{NEEDLE.lower()}@example.com")
    people.save_person(workspace, named)
    answers = replace(snapshot.enrolments[person], motivation=NEEDLE, expectation=NEEDLE, private_notes=NEEDLE)
    people.save_enrolment(workspace, answers)
    people.add_exclusion(workspace, person, list(snapshot.people)[-1], NEEDLE)
    pairs.set_goals(workspace, snapshot.pairs[0].id, NEEDLE, NEEDLE)
    editions.add_closure(workspace, factory.EDITION.start, factory.EDITION.start, NEEDLE)
    editions.save_firm(workspace, replace(snapshot.firm, town=NEEDLE))
    drafts.put(workspace, "alta", NEEDLE * 50)
    draft = next(each for each in agreements.current(workspace.snapshot()) if each.state is AgreementState.DRAFT)
    agreements.mark_printed(workspace, {draft.id: b"%PDF-1.7 " + NEEDLE.encode()}, factory.TODAY)


@contextmanager
def half_way(workspace: Workspace) -> Iterator[None]:
    """Be in the middle of a large action, much of it written already; it is taken back at the end."""
    with pytest.raises(ZeroDivisionError), workspace.action("large") as cx:
        cx.exec_driver_sql("PRAGMA cache_size = 5")
        cx.exec_driver_sql("UPDATE person SET department = ?", (NEEDLE * 20,))
        for place in range(200):
            cx.exec_driver_sql("INSERT INTO draft (key, text) VALUES (?, ?)", (f"{place}", NEEDLE * 300))
        yield
        _ = 1 / 0


def test_nothing_of_an_encrypted_programme_can_be_read_anywhere(
    life: Path, tmp_path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, copies, temporary = (tmp_path / name for name in ("casa", "copias", "temp"))
    for folder in (home, copies, temporary):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    path = Path(shutil.copy(life, home / "x.revmentor"))
    workspace = files.open_file(path)
    hide(workspace)
    backups.back_up(workspace, copies, factory.NOW)
    with half_way(workspace):
        plain = found_in(home, copies)
    workspace.close()
    assert len(plain) == 3  # so the needle would be found
    report = passwords.set_password(path, PASSWORD, [copies])
    assert (report.encrypted, report.copies_encrypted, report.plain_left) == (True, 1, ())
    assert found_in(tmp_path) == set()
    workspace = files.open_file(path, report.key)
    hide(workspace)
    with half_way(workspace):
        assert path.with_name("x.revmentor-journal").stat().st_size > 10_000
        assert found_in(tmp_path) == set()
    backups.back_up(workspace, copies, factory.NOW)
    workspace.copy_to(home / "copia.revmentor")
    assert found_in(tmp_path) == set()
    workspace.close()
    assert files.check(home / "copia.revmentor", PASSWORD).sound
    passwords.change_password(path, report.key, "Silla verde 8 ñ", [copies])
    assert found_in(tmp_path) == set()
    faults.tell("F12 needles", looked_in="file, journal half way, copies, temp", found=0, found_while_plain=len(plain))


@pytest.fixture(scope="module")
def rekeying() -> Iterator[subprocess.Popen[str]]:
    """A server whose children set, change and remove passwords."""
    with server("tests.faults.rekeying") as started:
        yield started


def opens(path: Path, key: RawKey | None) -> bool:
    """Whether a key (``None``: no password, as a plain file is opened) opens a sound file."""
    if encryption.is_plain(path) != (key is None):
        return False
    try:
        report = check.check(path, key)
    except StoreError as error:
        assert error.code == "password", error.code
        return False
    assert report.sound
    assert report.people == 28
    return True


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("do", ["set", "change", "remove"])
def test_killed_while_the_password_changes_the_old_or_the_new_one_opens_it(
    rekeying: subprocess.Popen[str], life: Path, tmp_path: Path, faults: Faults, do: str
) -> None:
    home, plain = tmp_path / "casa", tmp_path / "plain.revmentor"
    home.mkdir()
    shutil.copy(life, plain)
    secret = Path(shutil.copy(life, tmp_path / "secret.revmentor"))
    salt = os.urandom(keys.SALT_BYTES).hex()
    old, new = (RawKey(os.urandom(keys.KEY_BYTES).hex() + salt) for _ in range(2))
    encryption.encrypt(secret, old)
    ways = {"set": (None, new), "change": (old, new), "remove": (old, None)}[do]
    path, original = home / "x.revmentor", plain if do == "set" else secret
    order = json.dumps({"path": str(path), "do": do, "old": old.digits, "new": new.digits})
    chance, seen, kills = random.Random(do), Counter[str](), faults.size(7, 100)  # noqa: S311
    shutil.copy(original, path)
    begin(rekeying, order)
    start = time.monotonic()
    assert rest(rekeying) == ["begin", "end"]
    took = time.monotonic() - start
    for number in range(kills):
        shutil.rmtree(home)
        home.mkdir()
        shutil.copy(original, path)
        said = kill_one(rekeying, order, chance.uniform(0, 1.5 * took), once="begin")
        tries = ways if number % 2 else ways[::-1]  # a wrong one that is tried first must do no harm
        now = [key for key in tries if opens(path, key)]
        assert len(now) == 1, (number, said, now)
        assert now[0] == ways[1] or "end" not in said
        seen["old" if now[0] == ways[0] else "new"] += 1
        files.open_file(path, now[0]).close()
        assert {each.name for each in home.iterdir()} <= {"x.revmentor", ".x.revmentor.lock"}
    faults.tell(f"F12 killed while the password was to be {do}", kills=kills, **seen, neither=0)
