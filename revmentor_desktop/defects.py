# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What happens when the program itself is at fault: one sentence for the person, a report without anybody's data, a line in a log.

The message of an exception is never kept: it quotes what was being worked on (a name, a note, a row). Its type, and the lines of code
that it passed, say enough.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

import platformdirs

from revmentor_desktop import __version__
from revmentor_desktop.i18n import _

LOG_LIMIT = 256 * 1024
"""Bytes after which the log starts anew."""
_FRAMES = 40
"""Lines of code kept of one failure, half from each end: an endless recursion passes a thousand."""
_CAUSES = 5
_LIBRARIES = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "pypdf", "numpy", "scipy", "holidays", "filelock")


def log_path() -> Path:
    """Return where defects are noted."""
    return Path(platformdirs.user_log_dir("RevMentor", appauthor=False)) / "defects.log"


def trail(error: BaseException) -> str:
    """Return the type of a failure and the lines of code that it passed, then those of its causes. No message, no value, no folder."""
    return "\n".join(line for each in _chain(error) for line in (f"{type(each).__module__}.{type(each).__name__}", *_frames(each)))


def report(error: BaseException) -> str:
    """Return what helps to mend a failure, and nothing about the person or the people of the file. Meant to be read before it is kept."""
    libraries = ", ".join(f"{name} {version}" for name in _LIBRARIES if (version := _version(name)))
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    return "\n".join(
        (
            _("Program: RevMentor Desktop {version}").format(version=__version__),
            _("System: {system}; Python {version}").format(system=system, version=platform.python_version()),
            _("Libraries: {libraries}").format(libraries=libraries),
            "",
            _("What failed, and the lines of the program's code that it passed:"),
            trail(error),
            "",
        )
    )


def note(error: BaseException) -> None:
    """Note a failure in the log, as `trail` tells it. A log that can't be written is no reason to fail again."""
    entry = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {__version__} {trail(error)}\n"
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if not path.exists() or path.stat().st_size < LOG_LIMIT else "w"
        with path.open(mode, encoding="utf-8") as file:
            file.write(entry)
    except OSError:
        return


def sentence() -> str:
    """Return what the person is told on a terminal."""
    return _("Something went wrong in the program itself. Your data are as they were last saved. Details: {path}").format(path=log_path())


def terminal_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Serve as ``sys.excepthook`` of the command line: a sentence instead of a trace, exit status 1 follows by itself."""
    if issubclass(kind, KeyboardInterrupt):
        return
    note(error)
    sys.stderr.write(sentence() + "\n")


def keep_quiet() -> None:
    """Let nothing but our own sentences reach the terminal or the session's log: what libraries say may quote somebody's data.

    For the whole process; failures outside the main thread are noted as the others are.
    """
    logging.getLogger().addHandler(logging.NullHandler())
    logging.captureWarnings(True)
    threading.excepthook = _in_thread
    sys.unraisablehook = _unraisable


def _in_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        note(failure.exc_value)


def _unraisable(failure: "sys.UnraisableHookArgs") -> None:
    if failure.exc_value is not None:
        note(failure.exc_value)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield a failure and those that led to it, newest first; a circle ends."""
    seen: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and len(seen) < _CAUSES and not any(each is known for known in seen):
        seen.append(each)
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _frames(error: BaseException) -> list[str]:
    frames = [
        f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}" for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if len(frames) <= _FRAMES:
        return frames
    return [*frames[: _FRAMES // 2], "  …", *frames[-_FRAMES // 2 :]]


def _place(file: str) -> str:
    """Return a file of code from its package on: the folders above may hold the name of whoever works here."""
    parts = file.replace("\\", "/").split("/")
    for root in ("site-packages", "revmentor_desktop"):
        if root in parts[:-1]:
            start = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[start + (root == "site-packages") :])
    return parts[-1]


def _version(library: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:  # in a bundle without its papers
        return ""
