# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What every deed on the board shares: it is tried, what refuses it is said, and what was done is said with its undo."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.i18n import current, formats
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import errors

Result = TypeVar("Result")


class Deeds(QObject):
    """``said(text, action)``: a notice, with the action of its button or ``None``. ``go(place, target)`` leads to another screen."""

    said = Signal(str, object)
    go = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], page: QWidget) -> None:
        super().__init__(page)
        self.theme, self.bridge, self.page = theme, bridge, page
        self._clock = clock
        self.workspace = bridge.workspace

    def today(self) -> date:
        """Return the day on which it is done."""
        return self._clock().date()

    def snapshot(self) -> Snapshot:
        """Return the programme as it stands now and may be shown."""
        return self.bridge.snapshot()

    def tried(self, deed: Callable[[], Result]) -> Result | None:
        """Do it and return what it returned; what refuses it is said, and ``None`` returned."""
        try:
            return deed()
        except (DomainError, StoreError) as error:
            self.said.emit(self.bridge.shown(" ".join(part for part in errors.sentence(error) if part)), None)
            return None

    def did(self, deed: Callable[[], object]) -> bool:
        """Do it and return whether nothing refused it; what did is said."""

        def done() -> bool:
            deed()
            return True

        return self.tried(done) is True

    def say(self, text: str) -> None:
        """Say what was done, with its undo."""
        self.said.emit(text, self.bridge.undo_action)

    def names(self, pair: Pair) -> str:
        """Return «Lucía y Gonzalo»."""
        people = self.snapshot().people
        return formats.joined([people[pair.mentor_id].first_name, people[pair.mentee_id].first_name], current())
