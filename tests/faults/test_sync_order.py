# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What reaches the disk, and in which order, as the kernel sees it: the promise that a power cut finds the old state or the new one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from revmentor_desktop.programme import files, passwords
from tests.faults.conftest import Faults
from tests.source import ROOT

DAY = """
import os, sys
from dataclasses import replace
from pathlib import Path
from revmentor_desktop.programme import backups, files, people, saving
from tests import factory
path = Path(sys.argv[1])
workspace = files.open_file(path, sys.argv[2] or None)
person = min(workspace.snapshot().people.values(), key=lambda person: person.id)
people.save_person(workspace, replace(person, position="uno"))
(path.parent / "copias").mkdir()
for step, work in (
    ("commit", lambda: people.save_person(workspace, replace(person, position="dos"))),
    ("backup", lambda: backups.back_up(workspace, path.parent / "copias", factory.NOW)),
    ("file", lambda: saving.save(path.parent / "x.pdf", b"x")),
    ("close", workspace.close),
    ("end", int),
):
    os.write(2, f"STEP {step}\\n".encode())
    work()
"""
CALLS = "trace=fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,pwrite64,write"
COMMIT = [
    "write journal",
    "fsync journal",
    "fsync folder",
    "write journal",
    "fsync journal",
    "write file",
    "fsync file",
    "cut journal",
    "fsync journal",
]
"""Under TRUNCATE and EXTRA: the pages as they were are safe before the first page of the file changes, and the file before they go."""


def steps(folder: Path, password: str) -> dict[str, list[str]]:
    """Do a day's work under strace; return what was done to which file in each step, what repeats said once."""
    path, trace = folder / "x.revmentor", folder / "trace.txt"
    files.make_example(path)
    if password:
        passwords.set_password(path, password, ())
    command = ["strace", "-f", "-qq", "-y", "-s", "40", "-e", CALLS, "-e", "signal=none", "-o", str(trace)]
    subprocess.run([*command, sys.executable, "-c", DAY, str(path), password], cwd=ROOT, capture_output=True, check=True)
    found: dict[str, list[str]] = {}
    said: list[str] = []
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if marked := re.search(r'"STEP (\w+)', line):
            said = found.setdefault(marked[1], [])
        elif (event := read(line, folder)) and said[-1:] != [event]:
            said.append(event)
    return found


def read(line: str, folder: Path) -> str:
    """Return a line of strace as two words: what was done, and to what; nothing when it failed or is about no file of ours."""
    call = re.match(r'\d+ +(\w+)\(\d*(?:<([^>]*)>|"([^"]*)")(?:.*, "([^"]*)")?', line)
    if call is None or ") = -1" in line or "<unfinished" in line:
        return ""
    verb = {
        "fdatasync": "fsync",
        "pwrite64": "write",
        "ftruncate": "cut",
        "renameat2": "rename",
        "renameat": "rename",
        "unlinkat": "unlink",
    }
    path = call[4] if call[1].startswith("rename") else call[2] or call[3]
    if not path.startswith(str(folder)):
        return ""
    name = Path(path).name
    kind = {folder.name: "folder", "x.revmentor": "file", "x.revmentor-journal": "journal", "copias": "copies", "copias.jsonl": "list"}
    what = kind.get(name) or ("half" if name == ".copia-a-medias" else "half-journal" if name.startswith(".copia") else "other")
    return f"{verb.get(call[1], call[1])} {what if what != 'other' else 'copy' if name.endswith('.revmentor') else name}"


@pytest.fixture(scope="session", params=["", "una clave bien larga"], ids=["plain", "password"])
def traced(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The steps of one day, plain and with a password."""
    if shutil.which("strace") is None or subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace, which sees the calls, is not here or not allowed")
    return steps(tmp_path_factory.mktemp("orden"), request.param)


def test_a_commit_is_on_the_disk_in_an_order_that_a_power_cut_survives(traced: dict[str, list[str]], faults: Faults) -> None:
    assert traced["commit"] == COMMIT
    faults.tell("sync order of a commit", order="; ".join(traced["commit"]))


def test_a_copy_gets_its_name_only_when_it_and_its_line_are_on_the_disk(traced: dict[str, list[str]], faults: Faults) -> None:
    done = [event for event in traced["backup"] if not event.endswith("half-journal")]
    written, synced = (max(i for i, event in enumerate(done) if event == wanted) for wanted in ("write half", "fsync half"))
    listed, named = done.index("fsync list"), done.index("rename copy")
    assert written < synced < listed < named
    assert "fsync copies" in done[named:]
    assert not any(event.startswith(("write", "cut")) and event.endswith((" file", " journal")) for event in traced["backup"])
    faults.tell("sync order of a backup", order="; ".join(dict.fromkeys(done[synced:])))


def test_any_other_file_is_on_the_disk_before_it_takes_its_name(traced: dict[str, list[str]]) -> None:
    done = [event.split() for event in traced["file"]]
    part = done[0][1]
    assert part.endswith(".part")
    assert [" ".join(event) for event in done] == [f"write {part}", f"fsync {part}", "rename x.pdf", "fsync folder"]


def test_a_clean_close_leaves_no_journal(traced: dict[str, list[str]]) -> None:
    assert traced["close"].index("fsync file") < traced["close"].index("unlink journal")
