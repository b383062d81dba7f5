# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Search as the window has it: what to search in, the list, and what happens with what was chosen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.search.edition import edition_entries
from revmentor_desktop.ui.search.key_guard import KeyGuard
from revmentor_desktop.ui.search.offers import action_entries, place_entries
from revmentor_desktop.ui.search.palette import SearchPalette
from revmentor_desktop.ui.search.results import Entry, Index
from revmentor_desktop.ui.theme import Theme


class Search(QObject):
    """``go(str, object)`` to the place of what was found, with what to select there. Actions are run."""

    go = Signal(str, object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.palette = SearchPalette(theme, window)
        self._guard = KeyGuard(window)
        self._source: Callable[[], Snapshot] | None = None
        self._read: tuple[Snapshot, tuple[Entry, ...]] | None = None
        self.palette.chosen.connect(self._take)

    def set_source(self, source: Callable[[], Snapshot]) -> None:
        """Search in what ``source`` returns; it is asked at each opening."""
        self._source, self._read = source, None

    def open(self, actions: Iterable[QAction]) -> None:
        """Open the list over the edition as it is now, the places, and these actions."""
        self.palette.open_with(Index((*self._edition(), *action_entries(actions), *place_entries())))

    def _edition(self) -> tuple[Entry, ...]:
        if self._source is None:
            return ()
        snapshot = self._source()
        if self._read is None or self._read[0] is not snapshot:
            self._read = snapshot, edition_entries(snapshot)
        return self._read[1]

    def _take(self, entry: Entry) -> None:
        if entry.place:
            self.go.emit(entry.place, entry.target)
        elif isinstance(entry.target, QAction):
            entry.target.trigger()
