# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Small in the normal run, large with ``--faults=full``; what was counted stands at the end of the run."""

import faulthandler
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults import use_cases

_TOLD = "faults"


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


@pytest.fixture(autouse=True)
def patience(request: pytest.FixtureRequest) -> None:
    """Before a release one test may take half an hour: no limit then."""
    if request.config.getoption("--faults") == "full":
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def faults(request: pytest.FixtureRequest) -> Iterator[Faults]:
    """The size of this run and the place for its counts."""
    counted = Faults(request.config.getoption("--faults") == "full")
    yield counted
    # Reports carry these to whoever prints the summary, also from another process.
    request.node.user_properties.extend((_TOLD, line) for line in counted.lines)


@pytest.fixture(scope="session")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed programme in the middle of its life (see `use_cases.made`); copied, never opened."""
    return use_cases.made(tmp_path_factory.mktemp("life") / "x.revmentor")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the fault tests counted."""
    reports = [report for group in terminalreporter.stats.values() for report in group if isinstance(report, pytest.TestReport)]
    if lines := sorted({str(text) for report in reports for name, text in report.user_properties if name == _TOLD}):
        terminalreporter.section("faults")
        for line in lines:
            terminalreporter.line(line)
