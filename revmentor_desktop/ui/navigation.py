# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where one can go in the window, and what a screen must be to be one of these places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.header import PageHeader


@dataclass(frozen=True, slots=True)
class Destination:
    """A place of the sidebar: its key, its word and its icon."""

    key: str
    text: str
    icon: str


HOME, PEOPLE, PAIRS, CALENDAR, DOCUMENTS, PROGRAMME = "home", "people", "pairs", "calendar", "documents", "programme"
COPIES = "copies"
"""*Archivo y copias*, at the foot of the sidebar and of another kind: it is about the file, not about what is in it."""
COVERAGE = "coverage"
"""*Temas sin cubrir*, which belongs to *Parejas* and is reached from there and from *Inicio*; targets: ``("topic", id)``: one topic,
``("person", id)``: what somebody wants and nobody offers."""
CREATE, OPEN, OPEN_FILE, SAVE_COPY, CHECK_FILE, PASSWORD = "create", "open", "open_file", "save_copy", "check_file", "password"
"""What a screen asks of the program by ``go``: make or choose another programme, open the one at a path (the target), save a copy
somewhere, examine the file, set or change its password."""
CURTAIN = "curtain"
"""What is shown, while names are hidden, in place of whatever can't be shown without them."""
WITHOUT_NAMES = frozenset({HOME, PEOPLE, PAIRS, CALENDAR, COVERAGE})
"""The places that can be shown while names are hidden: everything in them comes from `Bridge.snapshot`."""
LOCK = "lock"
"""Likewise: lock the file, which has a password."""
PREFERENCES, QUIT = "preferences", "quit"
"""Likewise: the preferences of the window, and leaving the program."""
VIEW_COPY, RESTORE_COPY = "view_copy", "restore_copy"
"""Likewise, with a `Copy` as the target: look into it in another window, or put it in the place of the open file."""


def destinations() -> tuple[Destination, ...]:
    """Return the places in the order of the sidebar; ``Ctrl+1`` is the first."""
    return (
        Destination(HOME, _("Home"), "house"),
        Destination(PEOPLE, _("People"), "users"),
        Destination(PAIRS, _("Pairs"), "git-compare-arrows"),
        Destination(CALENDAR, _("Calendar"), "calendar-days"),
        Destination(DOCUMENTS, _("Documents"), "file-text"),
        Destination(PROGRAMME, _("Programme"), "sliders-horizontal"),
    )


def file_place() -> Destination:
    """Return the place of the file and its copies."""
    return Destination(COPIES, _("File and copies"), "folder")


def coverage_place() -> Destination:
    """Return the place of the topics not covered."""
    return Destination(COVERAGE, _("Topics not covered"), "tags")


def places() -> tuple[Destination, ...]:
    """Return every place there is, those beyond the sidebar too."""
    return (*destinations(), coverage_place(), file_place())


def marked(key: str) -> str:
    """Return which place of the sidebar is marked while one is at ``key``."""
    return PAIRS if key == COVERAGE else key


class Screen(Protocol):
    """What the main window asks of a screen, which is a `QWidget` besides.

    ``go(str, object)``: take me to that place, with something there (an id, or ``None``).
    ``toast(str, object)``: say this at the foot; the object is the `QAction` of its button, or ``None``.
    """

    key: str
    header: PageHeader
    go: SignalInstance
    toast: SignalInstance

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state; ``changed`` names the tables that changed (empty: everything may have)."""
        ...

    def show_target(self, target: object) -> None:
        """Select what another screen sent the user to. Unknown targets are ignored."""
        ...

    def actions(self) -> Sequence[QAction]:
        """Return everything that can be done here, for the help and the menus (``QWidget.actions`` does)."""
        ...
