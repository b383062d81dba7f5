# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Every check of the project: lint, format, types, tests. The tests come last, so that pytest has the last word."""

import subprocess
from collections.abc import Mapping, Sequence

import environment
from terminal import Step, say
from words import ROOT, _

_STATIC = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("basedpyright", ("basedpyright",)),
)
_ALL = ("-n", "auto", "--dist", "worksteal")
"""How all tests are run: on every core."""
FAILED = "REVMENTOR_FAILED_CHECKS"
"""Variable in which the tests are told what failed before them; tests/conftest.py repeats it beside the closing line."""


def run(python: str, surroundings: Mapping[str, str], arguments: Sequence[str]) -> int:
    """Run all four, whatever the earlier ones say, and return 0 only when all pass; else pytest's status, or 1."""
    failed = [name for name, command in _STATIC if not _passes(name, [python, "-m", *command], surroundings)]
    if failed:
        say(_("Failed: {names}. The tests go on.").format(names=", ".join(failed)))
    told = {**surroundings, FAILED: ", ".join(failed)}
    status = environment.call([python, "-m", "pytest", *(arguments or _ALL)], told, ROOT)
    return status or (1 if failed else 0)


def _passes(name: str, command: Sequence[str], surroundings: Mapping[str, str]) -> bool:
    said = ""
    try:
        with Step(name, failed=_("does not pass")):
            done = subprocess.run(command, cwd=ROOT, env=dict(surroundings), capture_output=True, text=True, encoding="utf-8", check=False)
            said = done.stdout + done.stderr
            done.check_returncode()
    except subprocess.CalledProcessError:
        say(said.rstrip())
        return False
    return True
