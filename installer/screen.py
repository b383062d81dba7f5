# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Whether there is a screen, and surroundings in which Qt keeps quiet."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from words import ROOT

_PROBE = "import sys; from PySide6.QtGui import QGuiApplication; QGuiApplication(sys.argv)"


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for the program: those of the caller, less what would lead Python astray, plus what Qt misses.

    A service, a container or ``su`` often leaves no home, no folder for the session or no UTF-8.
    """
    result = {key: value for key, value in environment.items() if key not in {"PYTHONHOME", "PYTHONPATH"}}
    if sys.platform.startswith("linux"):
        if not _usable_folder(result.get("XDG_RUNTIME_DIR", "")):
            result["XDG_RUNTIME_DIR"] = _own_folder("session")
        home = result.get("HOME") or str(Path("~").expanduser())
        result["HOME"] = home if _usable_folder(home) else _own_folder("home")
        spoken = result.get("LC_ALL") or result.get("LC_CTYPE") or result.get("LANG") or ""
        if "utf-8" not in spoken.lower().replace("utf8", "utf-8"):
            result["LC_ALL"] = "C.UTF-8"
    return result


def without(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the same surroundings, for work without a screen."""
    return {**environment, "QT_QPA_PLATFORM": "offscreen"}


def usable(python: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened: a variable that names a screen is not enough, the screen must answer."""
    if sys.platform.startswith("linux"):
        named = environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
        if not named or named == "offscreen":
            return False
    try:
        probe = subprocess.run([python, "-c", _PROBE], env=dict(environment), capture_output=True, timeout=30, check=False)
    except subprocess.TimeoutExpired:
        return False
    return probe.returncode == 0


def _usable_folder(name: str) -> bool:
    return Path(name).is_absolute() and Path(name).is_dir() and os.access(name, os.W_OK)


def _own_folder(purpose: str) -> str:
    """Return a private folder (mode 0700, as the session's must be) that stays with the project's own Python."""
    folder = ROOT / ".venv" / purpose
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return tempfile.mkdtemp(prefix=f"revmentor-{purpose}-")
    return str(folder) if _usable_folder(str(folder)) else tempfile.mkdtemp(prefix=f"revmentor-{purpose}-")
