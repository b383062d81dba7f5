# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F6b: nobody of ours opens a programme file beside SQLite, so no second process ever gets in: not after a backup, a check, a copy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Faults
from tests.source import ROOT

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="/proc tells which files a process has open")

STRANGER = """
import sys
from pathlib import Path
import sqlcipher3.dbapi2 as driver
from revmentor_desktop.programme import files
from revmentor_desktop.programme.errors import StoreError
for line in sys.stdin:
    how, path = line.rstrip("\\n").split(" ", 1)
    try:
        if how == "open":
            files.open_file(Path(path), "una clave bien larga").close()
        else:
            connection = driver.connect(path, isolation_level=None, timeout=0)
            try:
                connection.execute("BEGIN IMMEDIATE")
            finally:
                connection.close()
        print("got in", flush=True)
    except StoreError as error:
        print(error.code, flush=True)
    except driver.OperationalError as error:
        print(str(error), flush=True)
"""
JOURNEY = """
import random, subprocess, sys
from pathlib import Path
from tests.faults import use_cases
from tests.faults.watching import watch
from revmentor_desktop.programme import backups, files, passwords, places
from tests import factory

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
found = watch(folder)
stranger = subprocess.Popen([sys.executable, "-c", sys.argv[3]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
tried = 0

def refused(path, how="open"):
    global tried
    stranger.stdin.write(f"{how} {path}\\n"); stranger.stdin.flush()
    answer = stranger.stdout.readline().strip()
    tried += 1
    assert answer == ("in_use" if how == "open" else "database is locked"), answer

def beside(scene, password):
    workspace = scene.workspace
    copies = folder / "copias"
    copy = backups.back_up(workspace, copies, factory.NOW); refused(workspace.path)
    backups.back_up_if_changed(workspace, copies, factory.NOW); refused(workspace.path)
    assert backups.is_sound(copy.path, workspace); refused(workspace.path)
    backups.copies(copies, workspace); backups.copies_of_path(copies, workspace.path); refused(workspace.path)
    backups.opens_a_copy(workspace.path, password, copies); refused(workspace.path)
    backups.copy_outside(workspace, folder / "lapiz.revmentor", replace=True); refused(workspace.path)
    backups.thin_out(copies, workspace); refused(workspace.path)
    assert not workspace.examine(); refused(workspace.path)
    seen = files.open_to_read(copy.path, password); seen.snapshot(); backups.copies(copies); seen.close(); refused(workspace.path)
    use_cases.export(scene); use_cases.copy(scene); refused(workspace.path)
    places.place_of(workspace.path); workspace.is_moved()
    with workspace.action("type_on"):
        pass
    with workspace.quiet() as cx:
        cx.exec_driver_sql("UPDATE firm SET town = town")
        places.place_of(workspace.path); workspace.is_moved()
        if password is None:
            refused(workspace.path, "raw")
    return copy.path

def journey(path, password, seed):
    workspace = files.open_file(path, password)
    scene = use_cases.Scene(workspace, random.Random(seed), folder)
    for use_case in scene.chance.sample(list(use_cases.WRITING.values()), len(use_cases.WRITING)):
        use_case(scene)
    copy = beside(scene, password)
    workspace.close()
    assert files.check(path, password).sound
    target = folder / f"vuelta {seed} {password is None}.revmentor"
    backups.restore(copy, target, factory.NOW, password)
    backups.back_up(target, folder / "otras", factory.NOW, password)
    if password is None:
        files.duplicate(path, folder / f"doble {seed}.revmentor")

path = use_cases.made(folder / "x.revmentor")
for seed in range(rounds):
    journey(path, None, seed)
passwords.set_password(path, "una clave", (folder / "copias",))
passwords.change_password(path, "una clave", "una clave bien larga", (folder / "copias",))
for seed in range(rounds):
    journey(path, "una clave bien larga", rounds + seed)
passwords.remove_password(path, "una clave bien larga", (folder / "copias",))
(folder / "documentos").mkdir()
places.move(path, folder / "documentos")
stranger.stdin.close(); stranger.wait()
print(tried)
print("\\n".join(found), file=sys.stderr)
sys.exit(bool(found))
"""


def test_no_journey_through_the_program_opens_the_file_beside_sqlite(tmp_path: Path, faults: Faults) -> None:
    rounds = faults.size(1, 12)
    command = [sys.executable, "-c", JOURNEY, str(tmp_path), str(rounds), STRANGER]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    faults.tell("F6b lock kept, program", journeys=2 * rounds, tries_of_a_second_process=done.stdout.strip(), got_in=0, own_opens=0)


def test_no_journey_through_the_window_opens_the_file_beside_sqlite(tmp_path: Path, faults: Faults) -> None:
    # Other tests of the window read the file themselves, to look at its bytes.
    report = tmp_path / "seen.txt"
    environment = {"WATCHED_INTO": str(report), "WATCHED_FOLDER": str(tmp_path / "base"), "QT_QPA_PLATFORM": "offscreen"}
    (tmp_path / "base" / "tmp").mkdir(parents=True)
    wanted = ["tests/journeys/test_whole_way.py", "tests/ui/program/test_program.py"]
    command = [sys.executable, "-m", "pytest", *wanted, "-q", "-p", "no:cacheprovider", "-p", "tests.faults.watching"]
    done = subprocess.run(
        [*command, f"--basetemp={tmp_path / 'base' / 'tests'}"],
        cwd=ROOT,
        env={**os.environ, **environment, "TMPDIR": str(tmp_path / "base" / "tmp")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stdout + done.stderr
    assert report.read_text(encoding="utf-8") == ""
    assert done.returncode == 0, done.stdout
    faults.tell("F6b lock kept, window", tests=done.stdout.split(" passed")[0].split()[-1], own_opens=0)


def test_the_watch_sees_what_it_is_there_for(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.faults.watching import watch; from tests import factory\n"
        "folder = Path(sys.argv[1]); found = watch(folder); workspace = factory.new_file(folder)\n"
        "workspace.path.read_bytes(); print(len(found))\n"
        "workspace.close(); workspace.path.read_bytes(); print(len(found))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]
