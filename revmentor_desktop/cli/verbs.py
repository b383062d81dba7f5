# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The words of a call: the parser, the verbs it knows, and values that are checked as they are read."""

import argparse
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from revmentor_desktop.cli.answers import WRONG_WORDS, Answer
from revmentor_desktop.i18n import _

Run = Callable[[argparse.Namespace], tuple[Answer, int]]
Say = Callable[[Answer], str]


class Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is off."""

    def error(self, message: str) -> NoReturn:
        """Write the sentence and leave with the status for words that are off."""
        self.print_usage(sys.stderr)
        # What argparse says itself is English; our own remarks on a value carry a quotation.
        remark = message.partition(": ")[2] if "«" in message or "“" in message else ""
        said = _("This call can't be understood: {message}.").format(message=remark) if remark else _("This call can't be understood.")
        sys.stderr.write(said + " " + _("See --help for how it is written.") + "\n")
        raise SystemExit(WRONG_WORDS)


class Verbs:
    """The parser of the program, to which each verb is added with its work and its summary."""

    def __init__(self) -> None:
        self.parser = Parser(
            prog="revmentor-desktop",
            description=_("Reverse-mentoring programmes, without a window. With a file or nothing, the window opens."),
        )
        self._verbs = self.parser.add_subparsers(dest="verb", required=True, parser_class=Parser)

    def add(self, name: str, help_text: str, run: Run, say: Say, file: bool = True) -> Parser:
        """Add a verb: ``run`` does it and returns the answer with the exit status, ``say`` sums the answer up for a person."""
        added = self._verbs.add_parser(name, help=help_text, description=help_text)
        added.add_argument("--json", action="store_true", help=_("print one JSON object"))
        added.add_argument("--today", type=day, default=None, metavar="DATE", help=_("work as if today were this day (ISO)"))
        if file:
            added.add_argument("file", type=Path, metavar="FILE", help=_("the programme file"))
        added.set_defaults(run=run, say=say)
        return added


def day(text: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a date like 2027-01-18").format(text=text)) from None


def minimum(text: str) -> float:
    """Read a score from 0 to 100."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number from 0 to 100").format(text=text))
    return value


def size(text: str) -> tuple[int, int]:
    """Read the width and height of a window."""
    width, _x, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 300 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(_("“{text}” is not a size like 1366x690").format(text=text))
    return int(width), int(height)


def today(arguments: argparse.Namespace) -> date:
    """Return the day on which the verb works."""
    return arguments.today or date.today()  # noqa: DTZ011 — the person's own day is meant


def now(arguments: argparse.Namespace) -> datetime:
    """Return the moment at which the verb works."""
    moment = datetime.now()  # noqa: DTZ005 — wall time, as people read it in a name
    return datetime.combine(arguments.today or moment.date(), moment.time())
