# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F10: a stranger's file is only data. Each of `hostile.CASES` gets its own answer, at once and in little memory; nothing of it runs."""

import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from revmentor_desktop.store.migrations import runner
from tests.faults.conftest import Faults
from tests.faults.examining import Seen
from tests.faults.hostile import CASES, Case
from tests.faults.killing import begin, rest, server
from tests.files import make

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs limits of memory, pipes and links of POSIX")

SECONDS, MEMORY, ADDRESSES = 2.0, 300_000_000, 700_000_000
WAYS = ("check", "command", "read", "write")
FAULTY = {"damaged", "foreign_keys", "integrity", "pages", "seal"}
WITNESS = "Mi tesis, que no es de nadie más."


@pytest.fixture(scope="module")
def looker() -> Iterator[subprocess.Popen[str]]:
    with server("tests.faults.examining") as started:
        yield started


def made(case: Case, folder: Path) -> Path:
    """Make a hostile file beside something that must not be touched; return the path that is opened."""
    path = Path(shutil.copy(make.HERE / f"schema-{runner.LATEST}.revmentor", folder / "programa.revmentor"))
    path.with_name("witness.txt").write_text(WITNESS, encoding="utf-8")
    case.make(path)
    return folder / (case.elsewhere or path.name)


def looked_at(looker: subprocess.Popen[str], path: Path, password: str | None) -> dict[str, Seen]:
    """Let a process of little memory look at a file in every way."""
    begin(looker, json.dumps([{"path": str(path), "password": password, "ways": WAYS, "memory": ADDRESSES}]))
    answers = [Seen(**json.loads(line)) for line in rest(looker)]
    assert len(answers) == len(WAYS), f"killed the process that looked at it: {answers}"
    return {each.way: each for each in answers}


def beside(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir() if each.suffix != ".lock"} if path.parent.is_dir() else set()


@pytest.mark.parametrize("name", CASES)
def test_a_stranger_s_file_is_refused_in_its_own_words_or_only_read(
    looker: subprocess.Popen[str], tmp_path: Path, name: str, faults: Faults
) -> None:
    case = CASES[name]
    path = made(case, tmp_path)
    before = beside(path)
    seen = looked_at(looker, path, case.password)
    for way, each in seen.items():
        assert each.code != "defect", f"{way}: {each.said}"
    reads = case.code if case.reads is None else case.reads
    answers = {way: each.code for way, each in seen.items()}
    examined = case.code if case.code != "damaged" else answers["check"] if answers["check"] in FAULTY else "damaged"
    assert answers == {"check": examined, "command": "3" if case.code else "0", "read": reads, "write": case.code}
    for way, each in seen.items():
        assert each.kept or not each.code, f"{way} changed the file"
        assert each.seconds <= SECONDS, f"{way} took {each.seconds:.1f} s"
        assert each.memory <= MEMORY, f"{way} took {each.memory // 1_000_000} MB"
    assert seen["read"].kept
    assert (tmp_path / "witness.txt").read_text(encoding="utf-8") == WITNESS
    assert beside(path) == before
    if case.code:
        sentences(seen)
    most = max(each.memory for each in seen.values()) // 1_000_000
    faults.tell(f"F10 {name}", answer=case.code or "opened", seconds=f"{max(e.seconds for e in seen.values()):.2f}", MB=most)


def sentences(seen: dict[str, Seen]) -> None:
    """Fail unless each refusal says something that a person can read; the command line in one line."""
    for way in ("check", "command", "write"):
        said = seen[way].said.strip()
        assert said.endswith("."), f"{way}: {said}"
        assert "Traceback" not in said
        assert not [letter for letter in said if unicodedata.category(letter) == "Cc"], f"{way}: {said!r}"
    assert seen["command"].said.count("\n") == 1


def test_there_are_at_least_forty_of_them() -> None:
    assert len(CASES) >= 40
