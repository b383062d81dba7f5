# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Getting at a file: the guard, and the password from the environment or a person, never from an argument."""

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from revmentor_desktop.domain import passwords as rules
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import files
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace

T = TypeVar("T")
PASSWORD, NEW_PASSWORD = "REVMENTOR_PASSWORD", "REVMENTOR_NEW_PASSWORD"
"""Where a script puts the password of a file and the one that it is to have; an argument could be read by everybody on the computer."""


@contextmanager
def opened(path: Path) -> Generator[Workspace]:
    """Open a file for the time of a verb."""
    workspace = unlocked(partial(files.open_file, path))
    try:
        yield workspace
    finally:
        workspace.close()


def unlocked(work: Callable[[str | None], T]) -> T:
    """Do ``work`` with the password from the environment; one that is missing is asked for where there is somebody to answer."""
    try:
        return work(given(PASSWORD))
    except StoreError as error:
        if error.code != "password" or error.data.get("why") != "missing":
            raise
    return work(asked(_("Password of the file: ")))


def given(variable: str) -> str | None:
    """Return a password from the environment as it stands there, ``None`` when none does."""
    value = os.environ.get(variable) or None
    if value is not None and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:  # no text in this computer's encoding
            raise StoreError("password", why="wrong") from None
    return value


def asked(*prompts: str) -> str:
    """Ask at the terminal, once for each prompt; the answers must be the same. Without a terminal the password is missing at once."""
    if not sys.stdin or not sys.stdin.isatty():
        raise DomainError("password", "missing", name=PASSWORD)
    import getpass

    try:
        answers = [getpass.getpass(prompt) for prompt in prompts]
    except (EOFError, UnicodeError):
        raise StoreError("password", why="missing") from None
    if len({rules.normalised(answer) for answer in answers}) > 1:
        raise DomainError("password", "not_the_same")
    return answers[0]


def new_password() -> str:
    """Return the password that a file is to have, from the environment or asked for twice."""
    new = given(NEW_PASSWORD)
    if new is None and not (sys.stdin and sys.stdin.isatty()):
        raise DomainError("password", "new_missing", name=NEW_PASSWORD)
    new = new or asked(_("New password: "), _("The same again: "))
    rules.check(new)
    return new
