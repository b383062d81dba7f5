# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A killed process loses nothing that it said was saved (a small run; the long one belongs to a release)."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from revmentor_desktop.store import check, drafts
from revmentor_desktop.store.file import ProgrammeFile
from tests.store.killing import kill_one

WRITER = """
import os
import sys
from pathlib import Path
from revmentor_desktop.store import drafts
from revmentor_desktop.store.file import ProgrammeFile

def write():
    file = ProgrammeFile.open(Path(sys.argv[1]))
    with file.reading() as cx:
        step = len(drafts.all(cx))
    print("pid", os.getpid(), flush=True)
    while True:
        with file.transaction() as work:
            drafts.put(work.connection, f"step {step}", "x" * 5000)
            drafts.put(work.connection, f"twin {step}", "x" * 5000)
        os.write(1, b"%d\\n" % step)  # one write: a kill must not part the number from its end of line
        step += 1

for _ in sys.stdin:  # each line asks for a fresh process; importing once keeps the test short
    if (child := os.fork()) == 0:
        write()
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_dozen_kills_lose_nothing_that_was_acknowledged(path: Path) -> None:
    chance = random.Random(9)  # noqa: S311
    acknowledged: set[int] = set()
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        for _ in range(12):
            acknowledged |= kill_one(server, chance.uniform(0, 0.08))
            assert check.check(path).sound
        server.communicate()
    with ProgrammeFile.open(path) as file, file.reading() as cx:
        there = drafts.all(cx)
    steps = {int(key.removeprefix("step ")) for key in there if key.startswith("step ")}
    assert acknowledged
    assert acknowledged <= steps
    assert {int(key.removeprefix("twin ")) for key in there if key.startswith("twin ")} == steps
