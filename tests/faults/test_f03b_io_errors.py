# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F3b: a disk that fails at any one call: the action fails whole or is done whole, and the file stays sound."""

import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from revmentor_desktop.store import check
from tests.faults import use_cases
from tests.faults.conftest import Faults
from tests.faults.killing import begin, rest, server

KINDS = {"EIO": 1, "EINTR": 2, "short": 3}
EVERYTHING = (*use_cases.WRITING, *use_cases.BESIDE)
HARMLESS = {".x.revmentor.lock", ".x.revmentor.quien.json", "copias", "copias/.copias.lock", "copias/copias.jsonl", "acuerdos"}


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """A server whose disk can be told to fail."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler on Linux")
    folder = tmp_path_factory.mktemp("shim")
    source = Path(__file__).with_name("failing_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(folder / "failing.so"), str(source), "-ldl"], check=True)
    before = ("env", f"LD_PRELOAD={folder / 'failing.so'}")
    with server("tests.faults.failing", str(folder), before=before) as started:
        yield started


@dataclass(frozen=True)
class Outcome:
    """What a process said: the state before, how many calls there were, what came of the action, the state after, what a screen shows."""

    before: str
    calls: str
    came: str
    after: str
    screen: str

    @property
    def done(self) -> bool:
        """Whether the action was said to be done."""
        return self.came == "done"


def tried(failing: subprocess.Popen[str], life: Path, folder: Path, case: tuple[str, str, int], goal: str = "") -> Outcome:
    """Let one call fail; all that must hold is asserted. ``goal`` is the state to which the action leads."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = Path(shutil.copy(life, folder / "x.revmentor"))
    use_case, kind, at = case
    begin(failing, json.dumps({"path": str(path), "use_case": use_case, "kind": KINDS[kind], "at": at}))
    said = rest(failing)
    assert len(said) == 5, (case, said)
    found = Outcome(*said)
    assert found.done or found.came.startswith("refused"), (case, said)
    # A commit whose last fsync fails may be on the disk all the same: then whole, and shown.
    assert found.after == goal or not goal or (not found.done and found.after == found.before), (case, said)
    assert found.screen == "shown", (case, said)
    assert check.check(path).sound, case
    left = {each.relative_to(folder).as_posix() for each in folder.rglob("*")} - HARMLESS
    assert found.done or {Path(name).suffix for name in left} <= {".revmentor", ".pdf"}, (case, left)
    assert all(check.check(folder / name).sound for name in left if name.endswith(".revmentor")), (case, left)
    return found


def test_whatever_call_fails_the_action_is_done_whole_or_not_at_all(
    failing: subprocess.Popen[str], life: Path, tmp_path: Path, faults: Faults
) -> None:
    chance, seen, goals = random.Random(33), Counter[str](), dict[str, str]()  # noqa: S311
    cases: list[tuple[str, str, int]] = []
    for use_case in EVERYTHING if faults.full else chance.sample(EVERYTHING, 4):
        undisturbed = tried(failing, life, tmp_path / "disco", (use_case, "EIO", 0))
        assert undisturbed.done
        goals[use_case] = undisturbed.after
        cases += [(use_case, kind, at) for kind in KINDS for at in range(1, int(undisturbed.calls.removeprefix("calls ")) + 1)]
    chosen = cases if faults.full else chance.sample(cases, 30)
    for case in chosen:
        found = tried(failing, life, tmp_path / "disco", case, goals[case[0]])
        seen[f"{case[1]}_{found.came.split()[0]}"] += 1
        seen["refused_but_on_the_disk_whole"] += not found.done and found.after != found.before
    faults.tell("F3b one call fails", calls_that_can_fail=len(cases), tried=len(chosen), **seen, unsound=0, half_done=0)
    assert seen["EIO_refused"]
