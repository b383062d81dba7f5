# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What every test stands on: no screen, no real home, Spanish words, and noise is failure.

Qt is imported only by tests that use it: the pure ones, most of all, stay fast.
"""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from revmentor_desktop import i18n

pytest_plugins = ["tests.files_fixtures"]

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_DOCUMENTS_DIR": "home/documents",
}
"""Variables by which programs find the person's folders, each pointed into the test's own."""

GARBAGE = 50_000
"""Objects made since the last collection after which a test collects."""
_WINDOWS = pytest.StashKey[list[object]]()
_ASTRAY = ("REVMENTOR_PASSWORD", "REVMENTOR_NEW_PASSWORD")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests on this screen")
    parser.addoption("--faults", choices=("normal", "full"), default="normal", help="how much tests/faults tries: full before a release")


def pytest_configure(config: pytest.Config) -> None:
    """Choose Qt's platform before anything imports Qt. No time limit for one example: this machine may be busy."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    settings.register_profile("project", deadline=None)
    settings.load_profile("project")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat what installer/checks.py saw fail before the tests: pytest's closing line alone would look green."""
    if failed := os.environ.get("REVMENTOR_FAILED_CHECKS"):
        terminalreporter.section("other checks")
        terminalreporter.line(f"FAILED {failed}: see above", red=True)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which each test gets a home of its own."""
    return tmp_path_factory.mktemp("person")


@pytest.fixture(autouse=True)
def own_home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every folder of the person into one of the test's own, so that nothing touches the real home."""
    root = Path(tempfile.mkdtemp(dir=homes))
    (root / "home" / "documents").mkdir(parents=True)
    for variable, folder in _FOLDERS.items():
        monkeypatch.setenv(variable, str(root / folder))
    for variable in _ASTRAY:
        monkeypatch.delenv(variable, raising=False)
    return root / "home"


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    """Begin and end each test in the language of the program."""
    i18n.use("es")
    yield
    i18n.use("es")


class Unexpected(logging.Handler):
    """Keeps the warnings and errors that no test asked for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse. A test that expects one marks itself ``@pytest.mark.logs`` and looks at ``caplog``."""
    handler = Unexpected()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.records and request.node.get_closest_marker("logs") is None:
        pytest.fail("unexpected in the log:\n" + "\n".join(handler.records))


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Keep every window of a test until it is closed, and close what would hold the test up for ever.

    A window that only the test's own function named is garbage from its return on, still in sight. Were it collected before it is
    closed, its parts would be emptied in any order, and called by Qt while empty.
    """
    unanswered = _watched()
    try:
        answer = yield
    finally:
        closed = unanswered()
    widgets = sys.modules.get("PySide6.QtWidgets")
    pyfuncitem.stash[_WINDOWS] = widgets.QApplication.topLevelWidgets() if widgets and widgets.QApplication.instance() else []
    if closed:
        pytest.fail("nobody answered: " + ", ".join(closed))
    return answer


def _watched() -> Callable[[], list[str]]:
    """Begin to close questions that nobody answers; the callable ends it and names them. Nothing of Qt for a test without it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return list
    from tests.dialogs import Watch

    return Watch().stop


@pytest.fixture(autouse=True)
def no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window open; destroy every top-level widget, and empty the clipboard, before another test comes."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if widgets is None or application is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if not gc.isenabled() and gc.get_count()[0] > GARBAGE:
        # The window collects by itself, but only while its events are handled.
        gc.collect()
    # What one test copies is not the next one's.
    widgets.QApplication.clipboard().clear()
    left = widgets.QApplication.topLevelWidgets()
    visible = [f"{type(widget).__name__} «{widget.windowTitle()}»" for widget in left if widget.isVisible()]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()
    # The tests live on to the end of the run: what they keep would, too.
    request.node.stash.get(_WINDOWS, []).clear()
    if visible:
        pytest.fail("windows left open: " + ", ".join(visible))
