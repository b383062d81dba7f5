# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The command line: the same programme without a window. No rule lives here, only arguments, words and JSON."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from revmentor_desktop import i18n
from revmentor_desktop.cli import keeping, pairing, papers, people, pictures
from revmentor_desktop.cli.answers import REFUSED
from revmentor_desktop.cli.refusals import RefusedError
from revmentor_desktop.cli.streams import keep_apart
from revmentor_desktop.cli.verbs import Verbs
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme import preferences
from revmentor_desktop.programme.errors import StoreError, TableError
from revmentor_desktop.ui.words import errors

__all__ = ["EXAMPLE", "REFUSED", "VERBS", "is_for", "keep_apart", "run", "verbs"]

EXAMPLE = "--example"
"""The word that opens the window on a fresh copy of the example."""
VERBS = ("example", "import", "pair", "plan", "agreements", "backup", "restore", "password", "check", "tour")
"""The verbs, in the order in which --help names them."""


def is_for(words: Sequence[str]) -> bool:
    """Whether the words call a verb, ask for help or mean nothing; a file, the example or no word at all open the window."""
    if not words or words[0] == EXAMPLE:
        return False
    return words[0] in VERBS or words[0].startswith("-") or not (words[0].endswith(".revmentor") or Path(words[0]).exists())


def run(words: Sequence[str]) -> int:
    """Run one verb. Returns 0 done, 2 the call's words are off, 3 the world said no (a sentence says what to do)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    i18n.use(preferences.load().language)
    arguments = verbs().parser.parse_args(list(words))
    try:
        answer, status = arguments.run(arguments)
    except (StoreError, TableError, DomainError, OSError) as error:
        sys.stderr.write(" ".join(filter(None, errors.sentence(error))) + "\n")
        return REFUSED
    except RefusedError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return REFUSED
    if arguments.json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(arguments.say(answer) + "\n")
    return status


def verbs() -> Verbs:
    """Return the parser with every verb."""
    made = Verbs()
    people.add_example(made)
    people.add_import(made)
    pairing.add_pair(made)
    papers.add_plan(made)
    papers.add_agreements(made)
    keeping.add_backup(made)
    keeping.add_restore(made)
    keeping.add_password(made)
    keeping.add_check(made)
    pictures.add_tour(made)
    return made
