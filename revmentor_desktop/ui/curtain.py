# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What stands in place of a screen that can't be shown without names: forms, papers, days, settings."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.navigation import CURTAIN, WITHOUT_NAMES, Screen, places
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.header import PageHeader


class Curtain(QWidget):
    """A screen of the main window (see `navigation.Screen`). ``show_names`` is the action of the window that shows the names again.

    ``key_behind`` and ``target`` say which screen it stands for, and what was to be selected there.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, show_names: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = CURTAIN
        self.key_behind, self.target = "", None
        self.header = PageHeader(theme, "")
        self.button = Button(theme, _("Show names"), "eye", variant="primary")
        self.button.clicked.connect(show_names.trigger)
        text = _("This place shows people by their names, so it waits until they are shown again. Nothing in it has changed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(EmptyState(theme, "eye-off", _("Names are hidden"), text, (self.button,)), 1)

    def stand_for(self, key: str, target: object) -> None:
        """Stand in place of a screen."""
        self.key_behind, self.target = key, target
        self.header.set_title(next((place.text for place in places() if place.key == key), ""))

    def refresh(self, changed: frozenset[str]) -> None:
        """Nothing here changes."""

    def show_target(self, target: object) -> None:
        """There is nothing to select."""


class Cover:
    """Whether names are hidden in a window (``hides``), and the curtain before what can't be shown then. ``action`` is what turns it.

    ``shown`` says how a notice at the foot may be worded now.
    """

    def __init__(self, theme: Theme, action: Action) -> None:
        self._theme, self._action = theme, action
        self._curtain: Curtain | None = None
        self.hides = False
        self.shown: Callable[[str], str] = str

    @property
    def curtain(self) -> Screen:
        """The one curtain of the window, made when it is first needed."""
        return cast("Screen", self._made())

    def turn(self) -> tuple[str, object] | None:
        """Hide names, or show them again; returns the place behind the curtain, and what was to be selected there, when it is in sight."""
        self.hides = not self.hides
        QToolTip.hideText()
        self._action.set_label(_("Show names") if self.hides else _("Hide names"))
        self._action.set_tip(self._action.label)
        curtain = self._curtain
        return (curtain.key_behind, curtain.target) if curtain is not None and not curtain.isHidden() and not self.hides else None

    def behind(self, key: str) -> str:
        """Return the key of the screen that stands behind the one with ``key``, if that is the curtain."""
        return self._curtain.key_behind if key == CURTAIN and self._curtain is not None else key

    def stands_before(self, key: str) -> bool:
        """Whether a screen can't be shown now."""
        return self.hides and key not in WITHOUT_NAMES

    def stand_for(self, key: str, target: object) -> None:
        """Let the curtain stand in place of a screen."""
        if key != CURTAIN:
            self._made().stand_for(key, target)

    def _made(self) -> Curtain:
        if self._curtain is None:
            self._curtain = Curtain(self._theme, self._action)
        return self._curtain
