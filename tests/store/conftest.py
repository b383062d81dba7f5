# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Real programme files in folders of the tests' own."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from revmentor_desktop.store import header
from revmentor_desktop.store.file import ProgrammeFile
from tests.store import samples


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file with a small programme in it, made once and never opened again."""
    return samples.made(tmp_path_factory.mktemp("original") / "x.revmentor")


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(original, tmp_path / "programa.revmentor"))


@pytest.fixture
def file(path: Path) -> Iterator[ProgrammeFile]:
    """The same, open."""
    with ProgrammeFile.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProgrammeFile]:
    """One open file for all examples of a property; each undoes what it did."""
    with ProgrammeFile.open(samples.made(tmp_path_factory.mktemp("lasting") / "x.revmentor")) as opened:
        yield opened


CUT_SHORT = """
import os, signal, sys
from pathlib import Path
from revmentor_desktop.store import drafts
from revmentor_desktop.store import header
from revmentor_desktop.store.file import ProgrammeFile
with ProgrammeFile.open(Path(sys.argv[1])) as file, file.transaction() as work:
    work.connection.exec_driver_sql("PRAGMA cache_size = 5")
    work.connection.exec_driver_sql("UPDATE person SET first_name = 'Nadie'")
    for place in range(100):
        drafts.put(work.connection, str(place), "x" * 10_000)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def hot(path: Path) -> Path:
    """A file whose last commit was killed half way, its journal beside it."""
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(path)], check=False, timeout=60)
    assert header.is_hot(path)
    return path
