# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What happens when the program itself is at fault: one sentence for the person, the trace in a log file, no personal data in it."""

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

import platformdirs

from revmentor_desktop import __version__
from revmentor_desktop.i18n import _

LOG_LIMIT = 256 * 1024
"""Bytes after which the log starts anew."""


def log_path() -> Path:
    """Return where defects are noted."""
    return Path(platformdirs.user_log_dir("RevMentor", appauthor=False)) / "defects.log"


def note(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Note a defect: its type and the lines of code it passed. The message is left out, for it may hold somebody's data."""
    frames = "".join(f"  {Path(f.filename).name}:{f.lineno} {f.name}\n" for f in traceback.extract_tb(trace))
    entry = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {__version__} {kind.__module__}.{kind.__name__}\n{frames}"
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if not path.exists() or path.stat().st_size < LOG_LIMIT else "w"
        with path.open(mode, encoding="utf-8") as file:
            file.write(entry)
    except OSError:
        return


def sentence() -> str:
    """Return what the person is told."""
    return _("Something went wrong in the program itself. Your data are as they were last saved. Details: {path}").format(path=log_path())


def terminal_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Serve as ``sys.excepthook`` of the command line: a sentence instead of a trace, exit status 1 follows by itself."""
    if issubclass(kind, KeyboardInterrupt):
        return
    note(kind, trace)
    sys.stderr.write(sentence() + "\n")
