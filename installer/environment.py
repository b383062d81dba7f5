# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The project's own Python in ``.venv``: made, repaired, filled with the pinned packages, and left alone when it is ready."""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import qt_libraries
from terminal import Step, StopError, complain
from words import ROOT, _

Purpose = Literal["run", "test"]

VENV = ROOT / ".venv"
STAMP = VENV / "revmentor.json"
LOG = VENV / "bootstrap.log"
PINS: Mapping[Purpose, Path] = {
    "run": ROOT / "installer" / "constraints.txt",
    "test": ROOT / "installer" / "constraints-test.txt",
}
"""What each purpose installs; the second holds all of the first."""

_PIP = ("-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "3")
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Failed to establish a new connection|name resolution|getaddrinfo failed"
    r"|ConnectTimeout|Connection refused|Network is unreachable|ReadTimeout"
)
# -I: neither the caller's folder nor variables decide what the probe finds.
_PROBE = """
import importlib.util, json, sys, pip
place = lambda name: (spec := importlib.util.find_spec(name)) and spec.origin
print(json.dumps({"version": sys.version_info[:3], "qt": place("PySide6"), "project": place("revmentor_desktop")}))
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What the Python in ``.venv`` says of itself: its version, the folder of PySide6, whether the project is installed."""

    version: str
    qt: Path | None
    project: bool


def prepare(purpose: Purpose) -> str:
    """Make ``.venv`` ready and return the path of its Python. Raises `StopError` with a sentence when that can't be done.

    Ready means: made here, by the present pins, by this Python, and every library of the system that Qt loads is there.
    The second call takes about a second.
    """
    found = _look()
    wanted = mark(purpose)
    stamp = _stamp()
    if found is None or not found.project or found.qt is None or stamp.get(purpose) != wanted or stamp.get("python") != found.version:
        found = _fill(purpose, found)
    qt_libraries.ensure(found.qt)
    return _python()


def call(command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None) -> int:
    """Run a command with the person's own terminal, in ``folder`` if given, and return its exit status."""
    return subprocess.run(command, env=dict(environment), cwd=folder, check=False).returncode


def _python() -> str:
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def _look() -> Found | None:
    """Ask the Python in ``.venv`` about itself; None when there is none, or it is broken, old, or was made elsewhere."""
    if not Path(_python()).exists() or _stamp().get("root", str(ROOT)) != str(ROOT):
        return None
    try:
        probe = subprocess.run([_python(), "-I", "-c", _PROBE], capture_output=True, text=True, timeout=60, check=False)
        answer = json.loads(probe.stdout) if probe.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    if answer is None or tuple(answer["version"][:2]) < (3, 11):
        return None
    project = answer["project"] is not None and Path(answer["project"]).is_relative_to(ROOT)
    return Found(".".join(map(str, answer["version"])), Path(answer["qt"]).parent if answer["qt"] else None, project)


def _stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def mark(purpose: Purpose) -> str:
    """Return a digest of all that decides what is installed; the tools' settings in pyproject.toml don't."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    described.pop("tool", None)
    digest = hashlib.sha256(json.dumps(described, sort_keys=True).encode())
    digest.update(PINS[purpose].read_bytes())
    return digest.hexdigest()


def _fill(purpose: Purpose, found: Found | None) -> Found:
    """Install into ``.venv``, made anew when ``found`` is None, and leave the stamp that says so."""
    try:
        STAMP.unlink(missing_ok=True)
        if found is None:
            _make()
        _install_pins(purpose)
        _install_project()
    except PermissionError as error:
        raise StopError(_("I can't write in {folder}: move the project to a folder of yours and repeat.").format(folder=ROOT)) from error
    found = _look()
    if found is None or not found.project or found.qt is None:
        raise StopError(_("The installation did not finish: delete the folder {folder} and repeat.").format(folder=VENV))
    marks: dict[str, str] = {"python": found.version, "root": str(ROOT), purpose: mark(purpose)}
    if purpose == "test":
        marks["run"] = mark("run")
    half = STAMP.with_suffix(".half")
    half.write_text(json.dumps(marks, indent=1) + "\n", encoding="utf-8")
    half.replace(STAMP)
    return found


def _make() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        qt_libraries.install_packages(["python3-venv"], _("Python on this computer lacks its «venv» part."))
    with Step(_("Making the project's own Python in .venv")):
        if VENV.is_dir() and not VENV.is_symlink():
            shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, env=_clean(), check=False)
        if made.returncode:
            raise StopError(_("Python could not make {folder}: {reason}").format(folder=VENV, reason=_last_line(made.stdout + made.stderr)))


def _install_pins(purpose: Purpose) -> None:
    pins = PINS[purpose]
    total = len(set(re.findall(r"^([\w.-]+)==", pins.read_text(encoding="utf-8"), re.MULTILINE)))
    with Step(_("Installing {n} packages, each checked by its hash").format(n=total)) as step:
        _pip(["--require-hashes", "--only-binary", ":all:", "-r", str(pins)], step, total)


def _install_project() -> None:
    with Step(_("Installing RevMentor itself")) as step:
        _pip(["--no-deps", "--no-build-isolation", "-e", str(ROOT)], step, 1)
        for site in (*VENV.glob("lib/python*/site-packages"), *VENV.glob("Lib/site-packages")):
            _point_to_project(site)


def _point_to_project(site: Path) -> None:
    """Name the project relative to the folder of packages.

    Before version 3.13 Python reads such a file by the computer's own alphabet (documentation of ``site``), while pip writes
    UTF-8: below a folder like «Begoña» it would not find the project, or not even begin.
    """
    for link in site.glob("_editable_impl_revmentor_desktop.pth"):
        link.write_text(os.path.relpath(ROOT, site.resolve()) + "\n", encoding="utf-8")


def _pip(arguments: Sequence[str], step: Step, total: int) -> None:
    """Run pip, show in ``step`` how far it is, and keep its words in a log. Raises `StopError` when it fails."""
    command = [_python(), *_PIP, *arguments]
    lines: list[str] = []
    seen = 0
    with (
        LOG.open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", env=_clean(), cwd=ROOT
        ) as pip,
    ):
        for line in pip.stdout or ():
            log.write(line)
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen = min(seen + 1, total)
                step.note(
                    _("{done} of {total}: {name}").format(
                        done=seen, total=total, name=re.split(r"[=<>! ]", line.split(": ")[-1].replace("Collecting ", ""))[0]
                    )
                )
            elif line.startswith("Installing collected"):
                step.note(_("unpacking"))
    if pip.returncode:
        raise StopError(reason("".join(lines)))


def reason(text: str) -> str:
    """Return the sentence for what made pip fail."""
    if _NO_NETWORK.search(text):
        return _("There is no connection to the package registry: check the network and repeat the same command.")
    if "No space left" in text:
        return _("The disk is full: free 1 GB and repeat the same command.")
    if "No matching distribution" in text:
        return _("A package does not exist for this computer ({reason}). RevMentor needs 64-bit Windows, macOS or Linux.").format(
            reason=_last_line(text)
        )
    complain("".join(text.splitlines(keepends=True)[-12:]).rstrip())
    return _("A package could not be installed: {reason}. All that pip said is in {log}.").format(reason=_last_line(text), log=LOG)


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return (errors or lines or [""])[-1].rstrip(".")


def _clean() -> dict[str, str]:
    """Return the caller's variables less those that would send the packages elsewhere; the way to the registry stays theirs."""
    astray = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_QUIET", "PIP_LOG"}
    return {**{key: value for key, value in os.environ.items() if key not in astray}, "PIP_USER": "0", "PYTHONUTF8": "1"}
