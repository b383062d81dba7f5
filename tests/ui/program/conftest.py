# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A running program, and a file of one's own for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.theme import Theme
from tests import factory


@pytest.fixture
def program(theme: Theme, qtbot: QtBot) -> Iterator[Program]:
    """A program without a window yet; it is ended after the test."""
    running = Program(theme, lambda: factory.NOW)
    yield running
    running.end()


@pytest.fixture
def path(tmp_path: Path, example_file: Path) -> Path:
    """The example as a file of one's own, plain."""
    target = tmp_path / "programa.revmentor"
    shutil.copyfile(example_file, target)
    return target
