# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""At the start: what was left half typed, wherever in the window, with the way back to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import drafts
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.change_places import Place
from revmentor_desktop.ui.navigation import CALENDAR, PAIRS, PEOPLE, PROGRAMME


class HalfTyped(QObject):
    """Says once, by ``toast(text, action)``, that something is half typed; its button goes there by ``go(key, target)``."""

    def __init__(
        self, workspace: Workspace, toast: Callable[[str, QAction], None], go: Callable[[str, object], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._toast, self._go = workspace, toast, go
        self._places: tuple[Place, ...] = ()
        self._action = QAction(_("Go on typing"), self)
        self._action.triggered.connect(self._follow)

    def say(self) -> None:
        """Say it when there is something; nothing otherwise, and nothing of a file that is only looked at."""
        self._places = () if self._workspace.read_only else places(self._workspace)
        if self._places:
            self._toast(_("Something was left half typed, and nothing of it is lost"), self._action)

    def _follow(self) -> None:
        self._go(*self._places[0])


def places(workspace: Workspace) -> tuple[Place, ...]:
    """Return where something is half typed in the current edition, as `show_screen` takes it."""
    snapshot = workspace.snapshot()
    found = (_place(key.split("."), snapshot) for key in drafts.starting_with(workspace))
    return tuple(place for place in found if place is not None)


def _place(key: Sequence[str], snapshot: Snapshot) -> Place | None:
    here = str(snapshot.edition.id)
    match key:
        case ["people", "new"]:
            return PEOPLE, "new"
        case ["people", "typed", edition, number] if edition == here and _number(number) in snapshot.enrolments:
            return PEOPLE, ("typed", _number(number))
        case ["calendar", "session", edition, number] if edition == here and _number(number) in {one.id for one in snapshot.sessions}:
            return CALENDAR, ("typed", _number(number))
        case ["goals", number] if _number(number) in {one.id for one in snapshot.pairs}:
            return PAIRS, ("pair", _number(number))
        case ["programme", section, *_]:
            return PROGRAMME, section
        case _:
            return None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else -1
