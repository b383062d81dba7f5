# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Programme files for tests: real ones, in a folder of the test's own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty programme, open."""
    opened = factory.new_file(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, closed; made once, never written."""
    path = tmp_path_factory.mktemp("example") / "ejemplo.revmentor"
    files.make_example(path)
    return path


@pytest.fixture
def example(example_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the example, open."""
    opened = files.open_file(Path(shutil.copy(example_file, tmp_path / "ejemplo.revmentor")))
    yield opened
    opened.close()


@pytest.fixture
def example_copy(example_file: Path, tmp_path: Path) -> Path:
    """A copy of the example, closed: for tests that open it more than once."""
    return Path(shutil.copy(example_file, tmp_path / "copia.revmentor"))
