# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Small in the normal run, large with ``--faults=full``; what was counted stands at the end of the run."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults import use_cases

_LINES = pytest.StashKey[list[str]]()


@dataclass
class Faults:
    """How much a fault test tries, and what it saw."""

    full: bool
    lines: list[str] = field(default_factory=list)

    def size(self, normal: int, full: int) -> int:
        """How many cases to try: few in the normal run, many before a release."""
        return full if self.full else normal

    def tell(self, name: str, **figures: object) -> None:
        """Keep one line of counts for the end of the run."""
        self.lines.append(f"{name}: " + ", ".join(f"{figure.replace('_', ' ')} {value}" for figure, value in figures.items()))


@pytest.fixture
def faults(pytestconfig: pytest.Config) -> Faults:
    """The size of this run and the place for its counts."""
    return Faults(pytestconfig.getoption("--faults") == "full", pytestconfig.stash.setdefault(_LINES, []))


@pytest.fixture(scope="session")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed programme in the middle of its life (see `use_cases.made`); copied, never opened."""
    return use_cases.made(tmp_path_factory.mktemp("life") / "x.revmentor")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what the fault tests counted."""
    if lines := config.stash.get(_LINES, []):
        terminalreporter.section("faults")
        for line in sorted(lines):
            terminalreporter.line(line)
