# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F7: whatever befalls the bytes of a closed file, it is noticed or harmless, at once, and nothing crashes."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from revmentor_desktop.store import encryption, header
from revmentor_desktop.store.file import ProgrammeFile
from tests.faults.conftest import Faults
from tests.faults.examining import Seen
from tests.faults.killing import begin, rest, server
from tests.store.conftest import CUT_SHORT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the process that looks at the files is forked")

PAGE = 4096
BATCH = 20
SECONDS = 2.0
PASSWORD = "una contraseña de prueba"
REFUSALS = {"", "damaged", "foreign", "integrity", "foreign_keys", "newer", "pages", "password", "schema", "seal"}
# Page size, versions, reserved, pages, free list, schema, vacuum, encoding, user version, incremental vacuum, application.
HEADER = ((16, 2), (18, 2), (20, 4), (28, 4), (32, 8), (40, 8), (52, 4), (56, 4), (60, 4), (64, 4), (68, 4))
EXTREME = (b"\0\0\0\0\0\0\0\0", b"\xff\xff\xff\xff\xff\xff\xff\xff", b"\x7f\xff\xff\xff\x7f\xff\xff\xff", b"\0\0\0\1\0\0\0\1")
Damage = Callable[[bytearray, random.Random], None]


def flip_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        place = chance.randrange(len(content) * 8)
        content[place // 8] ^= 1 << place % 8


def burst(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    for place in range(start, min(len(content), start + chance.randrange(1, 600))):
        content[place] = chance.randrange(256)


def cut_short(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) // chance.choice((1, PAGE)) * chance.choice((1, PAGE)) :]


def swap_pages(content: bytearray, chance: random.Random) -> None:
    one, other = (PAGE * place for place in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = content[other : other + PAGE], content[one : one + PAGE]


def repeat_page(content: bytearray, chance: random.Random) -> None:
    one, other = (PAGE * place for place in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE] = content[other : other + PAGE]


def zero_page(content: bytearray, chance: random.Random) -> None:
    start = PAGE * chance.randrange(len(content) // PAGE)
    content[start : start + PAGE] = bytes(PAGE)


def empty(content: bytearray, _chance: random.Random) -> None:
    content.clear()


def grow(content: bytearray, chance: random.Random) -> None:
    content += chance.randbytes(chance.choice((1, 100, PAGE, 3 * PAGE)))


def field(content: bytearray, chance: random.Random) -> None:
    start, length = chance.choice(HEADER)
    content[start : start + length] = chance.choice((*EXTREME, chance.randbytes(8)))[:length]


KINDS: dict[str, Damage] = {
    "bits": flip_bits,
    "burst": burst,
    "cut": cut_short,
    "swapped": swap_pages,
    "repeated": repeat_page,
    "zeroed": zero_page,
    "field": field,
    "grown": grow,
}
# A third are single bits: the kind that SQLite's own checks miss.
ORDER = ("bits", "burst", "bits", "cut", "bits", "swapped", "bits", "repeated", "field", "zeroed", "field", "grown")


def damaged(whole: bytes, count: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Give ``count`` damaged contents, each of its kind, none of them whole."""
    yield "empty", b""
    number = 1
    while number < count:
        kind, content = ORDER[number % len(ORDER)], bytearray(whole)
        KINDS[kind](content, chance)
        if content != whole:
            yield kind, bytes(content)
            number += 1


def looked_at(started: subprocess.Popen[str], paths: list[Path], password: str | None, ways: tuple[str, ...]) -> list[list[Seen]]:
    """Let a process look at files in some ways; each has to answer for all of them."""
    order = [{"path": str(path), "password": password, "ways": ways, "memory": 0} for path in paths]
    begin(started, json.dumps(order))
    answers = [Seen(**json.loads(line)) for line in rest(started)]
    told = len(answers) // len(ways)
    assert len(answers) == len(paths) * len(ways), f"{paths[told].name} killed the process that looked at it"
    return [answers[place : place + len(ways)] for place in range(0, len(answers), len(ways))]


def judged(kind: str, seen: list[Seen], rows: str) -> str:
    """Fail unless a damaged file was refused, or is harmless; return what it was."""
    by_way = {each.way: each for each in seen}
    for each in seen:
        assert each.code in REFUSALS, f"{kind}, {each.way}: {each.code}\n{each.said}"
        assert each.seconds <= SECONDS, f"{kind}, {each.way}: {each.seconds:.1f} s"
        assert each.code == "" or each.kept, f"{kind}, {each.way}: the file was changed"
    check, write = by_way["check"], by_way["write"]
    assert (check.code == "") == (write.code == ""), f"{kind}: examined as {check.code!r}, opened as {write.code!r}"
    if write.code:
        return "refused"
    assert write.rows == rows, f"{kind}: changed and not noticed"
    return "harmless"


@pytest.fixture(scope="module")
def looker() -> Iterator[subprocess.Popen[str]]:
    with server("tests.faults.examining") as started:
        yield started


@pytest.fixture(scope="module")
def original(life: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(life, tmp_path_factory.mktemp("damage") / "plain.revmentor"))


@pytest.fixture(scope="module")
def locked(original: Path) -> tuple[Path, str]:
    """The same with a password, and its recovery key: it opens the file without the slow derivation."""
    path = Path(shutil.copy(original, original.with_name("locked.revmentor")))
    key = encryption.encrypt(path, PASSWORD).key
    assert key is not None
    return path, key.printed()


def tried(looker: subprocess.Popen[str], path: Path, password: str | None, count: int, folder: Path, faults: Faults) -> None:
    """Damage a file in ``count`` ways and look at each."""
    with ProgrammeFile.open(Path(shutil.copy(path, folder / "x.revmentor")), password=password) as file:
        rows = file.rows_digest()
    cases, seen, slowest = damaged(path.read_bytes(), count, random.Random(count)), Counter[str](), 0.0  # noqa: S311
    while batch := list(islice(cases, BATCH)):
        paths = [folder / f"{number} {kind}.revmentor" for number, (kind, _) in enumerate(batch)]
        for place, (_, content) in zip(paths, batch, strict=True):
            place.write_bytes(content)
        answers = looked_at(looker, paths, password, ("check", "read", "write"))
        for (kind, _), each in zip(batch, answers, strict=True):
            seen[judged(kind, each, rows)] += 1
            slowest = max(slowest, *(one.seconds for one in each))
    what = "encrypted" if password else "plain"
    faults.tell("F7 damage", kind=what, files=sum(seen.values()), **seen, crashes=0, unnoticed=0, slowest=f"{slowest:.2f} s")


def test_damage_of_a_plain_file_is_noticed_or_harmless(
    looker: subprocess.Popen[str], original: Path, tmp_path: Path, faults: Faults
) -> None:
    tried(looker, original, None, faults.size(200, 2000), tmp_path, faults)


def test_damage_of_an_encrypted_file_is_noticed_or_harmless(
    looker: subprocess.Popen[str], locked: tuple[Path, str], tmp_path: Path, faults: Faults
) -> None:
    tried(looker, *locked, faults.size(40, 400), tmp_path, faults)


def test_a_damaged_journal_is_no_crash(looker: subprocess.Popen[str], original: Path, tmp_path: Path, faults: Faults) -> None:
    """The file was not closed, so there is no seal: what counts is that nothing crashes or hangs, and that both ways agree."""
    hot = Path(shutil.copy(original, tmp_path / "hot.revmentor"))
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(hot)], check=False, timeout=60)
    assert header.is_hot(hot)
    whole, journal = hot.read_bytes(), header.journal_of(hot).read_bytes()
    seen = Counter[str]()
    for way in ("check", "write"):
        cases = list(damaged(journal, faults.size(20, 200), random.Random(7)))  # noqa: S311
        paths = [tmp_path / f"{way} {number} {kind}.revmentor" for number, (kind, _) in enumerate(cases)]
        for path, (_, content) in zip(paths, cases, strict=True):
            path.write_bytes(whole)
            header.journal_of(path).write_bytes(content)
        for (answer,) in looked_at(looker, paths, None, (way,)):
            assert answer.code in REFUSALS, answer.said
            assert answer.seconds <= SECONDS
            seen["refused" if answer.code else "opened"] += 1
    faults.tell("F7 journal", **seen, crashes=0)


def test_with_a_damaged_salt_the_recovery_key_still_opens_the_file(
    looker: subprocess.Popen[str], locked: tuple[Path, str], tmp_path: Path
) -> None:
    """The password can't be told from a wrong one then; the printed key holds the salt as well."""
    whole, key = bytearray(locked[0].read_bytes()), locked[1]
    whole[3] ^= 1
    path = tmp_path / "x.revmentor"
    path.write_bytes(whole)
    ((by_password,), (by_key,)) = (looked_at(looker, [path], secret, ("check",))[0] for secret in (PASSWORD, key))
    assert (by_password.code, by_key.code) == ("password", "")
