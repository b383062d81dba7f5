# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F6: of two processes that open a programme at the same moment exactly one gets it, and the other learns who has it."""

import getpass
import json
import os
import platform
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from revmentor_desktop.store import check
from tests.faults.conftest import Faults
from tests.faults.killing import begin, rest, server

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9")


def raced(racers: list[subprocess.Popen[str]], path: Path, chance: random.Random, *, kill: bool) -> str:
    """Let both open the file at almost the same moment; kill the winner, or let it close. Returns what the loser was told."""
    start = time.monotonic() + 0.02
    moments = [start, start + chance.choice((0, 0, 0, chance.uniform(0, 0.004)))]
    pids = [begin(racer, json.dumps({"path": str(path), "moment": moment})) for racer, moment in zip(racers, moments, strict=True)]
    said = [racer.stdout.readline().rstrip("\n") for racer in racers if racer.stdout is not None]
    assert said.count("won") == 1, said
    winner = said.index("won")
    if kill:
        os.kill(pids[winner], signal.SIGKILL)
    else:
        held = racers[winner].stdin
        assert held is not None
        held.write("\n")
        held.flush()
    assert [rest(racer) for racer in racers] == [[], []]
    return said[1 - winner]


def test_exactly_one_of_two_opens_the_file_and_the_other_learns_who(life: Path, tmp_path: Path, faults: Faults) -> None:
    path = Path(shutil.copy(life, tmp_path / "x.revmentor"))
    chance, seen, races = random.Random(6), Counter[str](), faults.size(40, 200)  # noqa: S311
    with server("tests.faults.racing") as one, server("tests.faults.racing") as other:
        for race in range(races):
            racers = [one, other] if chance.random() < 0.5 else [other, one]
            killed = race % 3 == 0
            told = json.loads(raced(racers, path, chance, kill=killed))
            assert told["code"] == "in_use"
            assert told["elsewhere"] is False
            seen["killed"] += killed
            seen["told_who"] += (told["who"], told["computer"]) == (getpass.getuser(), platform.node())
    assert check.check(path).sound
    faults.tell("F6 races for the guard", races=races, winners=races, **seen)
    assert seen["told_who"] == races
