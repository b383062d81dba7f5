# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A folder in which a file lies for a while goes with whoever uses it; a killed one's is removed by the next start, nobody else's."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from revmentor_desktop.store import private_folders
from revmentor_desktop.store.private_folders import private_folder, sweep
from tests.source import ROOT

LATER = time.time() + 3600
KILLED = """
import os, signal
from revmentor_desktop.store.private_folders import private_folder
with private_folder() as folder:
    (folder / "x.revmentor").write_bytes(b"Zurbaran")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def own_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_the_owners_alone_and_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    with private_folder() as folder:
        (folder / "x").write_bytes(b"x")
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert sweep(LATER) == 0
        assert (folder / "x").exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_what_a_killed_process_left_goes_at_the_next_start(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env={**os.environ, "TMPDIR": str(tmp_path)}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(list(tmp_path.rglob("x.revmentor"))) == 1
    assert sweep() == 0, "it may still be on its way to its lock"
    assert sweep(LATER) == 1
    assert not list(tmp_path.iterdir())


def test_the_folders_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "revmentor-mio").mkdir()
    (tmp_path / "revmentor-mio" / "x").write_bytes(b"x")
    (tmp_path / f"{private_folders.PREFIX}archivo").write_bytes(b"x")
    elsewhere = tmp_path / "otra"
    elsewhere.mkdir()
    (elsewhere / private_folders.MARK).touch()
    (tmp_path / "revmentor-enlace").symlink_to(elsewhere)
    assert sweep(LATER) == 0
    assert len(list(tmp_path.iterdir())) == 4
