# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The main job without a screen, by the program's own command line: example, pairs, plan, agreements, check, pictures."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from terminal import Step, StopError, complain, say
from words import _, plural

EXAMPLE_START = date(2027, 1, 18)
"""First day of the example's edition: after it the demonstration is made as of that day, or nothing could be planned."""

_MADE = {"": ("ejemplo.revmentor*", ".ejemplo.revmentor*"), "acuerdos": ("*.pdf",), "pantallas": ("*.png", "*.pdf")}
"""The only files that a new demonstration removes, by folder."""


def make(python: str, environment: Mapping[str, str], folder: Path) -> int:
    """Make the demonstration afresh in ``folder`` and say in five lines what it holds. Returns the exit status."""
    clear(folder)
    folder.mkdir(exist_ok=True)
    file = str(folder / "ejemplo.revmentor")
    agreements, pictures = folder / "acuerdos", folder / "pantallas"
    steps: dict[str, tuple[str, list[str]]] = {
        "example": (_("Making the example"), ["example", file]),
        "pair": (_("Forming the pairs"), ["pair", file, "--accept", *today()]),
        "plan": (_("Planning the sessions"), ["plan", file, *today()]),
        "agreements": (_("Drawing the agreements"), ["agreements", file, "--out", str(agreements)]),
        "check": (_("Checking the file"), ["check", file]),
        "tour": (_("Drawing every screen and document"), ["tour", "--out", str(pictures)]),
    }
    answers: dict[str, dict[str, Any]] = {}
    for verb, (text, words) in steps.items():
        status, answers[verb] = _verb(python, environment, text, words)
        if status:
            return status
    for line in summary(answers, folder):
        say(line)
    return 0


def clear(folder: Path) -> None:
    """Remove what an earlier demonstration made, and nothing else that may lie there."""
    for name, patterns in _MADE.items():
        for pattern in patterns:
            for file in sorted((folder / name).glob(pattern)):
                try:
                    file.unlink()
                except OSError as error:
                    raise StopError(_("{file} can't be made anew: close what has it open and repeat.").format(file=file)) from error


def today(now: date | None = None) -> list[str]:
    """Return the option that sets the day, once the example's edition has begun; before that the real day does."""
    day = now or datetime.now(tz=UTC).astimezone().date()
    return ["--today", EXAMPLE_START.isoformat()] if day > EXAMPLE_START else []


def summary(answers: Mapping[str, Mapping[str, Any]], folder: Path) -> list[str]:
    """Return the five lines: what was made, and where."""
    people, edition = answers["example"]["people"], answers["example"]["edition"]
    pairs, alone = len(answers["pair"]["pairs"]), len(answers["pair"]["unpaired"])
    sessions, dateless = len(answers["plan"]["sessions"]), len(answers["plan"]["unplaced"])
    agreements = len(answers["agreements"]["files"])
    pictures, documents = len(answers["tour"]["pictures"]), len(answers["tour"]["documents"])
    return [
        _("{people} people in «{edition}», the file is sound: {place}").format(
            people=people, edition=edition, place=folder / "ejemplo.revmentor"
        ),
        plural(
            "{n} pair, accepted by both people; {alone} without a pair", "{n} pairs, accepted by both people; {alone} without a pair", pairs
        ).format(n=pairs, alone=alone),
        plural("{n} session with date and hour; {rest} without", "{n} sessions with date and hour; {rest} without", sessions).format(
            n=sessions, rest=dateless
        ),
        plural("{n} agreement to sign: {place}", "{n} agreements to sign: {place}", agreements).format(
            n=agreements, place=folder / "acuerdos"
        ),
        _("{pictures} pictures of the screens and {documents} documents: {place}").format(
            pictures=pictures, documents=documents, place=folder / "pantallas"
        ),
    ]


def _verb(python: str, environment: Mapping[str, str], text: str, words: Sequence[str]) -> tuple[int, dict[str, Any]]:
    """Run one verb of the command line; return its exit status and its answer. What it complains of is passed on."""
    command = [python, "-m", "revmentor_desktop", *words, "--json"]
    try:
        with Step(text):
            done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, encoding="utf-8", check=True)
            return 0, json.loads(done.stdout)
    except subprocess.CalledProcessError as error:
        complain(error.stderr.rstrip() or error.stdout.rstrip())
        return error.returncode, {}
    except ValueError as error:
        raise StopError(_("The program did not answer as it should in «{verb}».").format(verb=words[0])) from error
