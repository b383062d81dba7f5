# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The card with the month: legend and what waits on top, the weeks below; or how to begin while there is no session."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.calendar.legend import Legend
from revmentor_desktop.ui.calendar.month_view import MonthView
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.progress import ProgressStrip


class MonthCard(QFrame):
    """Its ``month``, the buttons to what waits, ``progress`` of planning (hidden), and the way to begin."""

    def __init__(self, theme: Theme, actions: Mapping[str, Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "surface")
        self._actions = actions
        self.month = MonthView(theme)
        self.progress = ProgressStrip(theme, _("Looking for dates"))
        self._clashes = Button(theme, actions["clashes"].label, "triangle-alert", "danger", small=True).follow(actions["clashes"])
        self._undated = Button(theme, actions["undated"].label, "calendar-x", small=True).follow(actions["undated"])
        self._plan = Button(theme, actions["plan"].label, variant="primary").follow(actions["plan"])
        self._pairs = Button(theme, actions["pairs"].label, variant="primary").follow(actions["pairs"])
        self._stack = QStackedLayout()
        self._legend = Legend(theme)
        self._build(theme)

    def show_waiting(self, clashes: int, undated: int) -> None:
        """Offer what has to be solved, with how many there are."""
        self._clashes.setVisible(clashes > 0)
        self._actions["clashes"].set_label(plural("See to {n} clash", "See to {n} clashes", clashes).format(n=clashes))
        self._undated.setVisible(undated > 0)
        self._actions["undated"].set_label(_("Without date: {n}").format(n=undated))

    def show_empty(self, *, empty: bool, can_plan: bool) -> None:
        """Show how to begin instead of the month."""
        self._stack.setCurrentIndex(1 if empty else 0)
        self._plan.setVisible(can_plan)
        self._pairs.setVisible(not can_plan)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.progress.setContentsMargins(16, 12, 16, 4)
        column.addWidget(self.progress)
        self.progress.hide()
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(14, 3, 12 - RING, 0)
        top.setSpacing(0)
        top.addWidget(self._legend, 1)
        top.addWidget(self._undated)
        top.addWidget(self._clashes)
        rows.addLayout(top)
        rows.addWidget(self.month, 1)
        # In the card before it is filled: a stack without parent shows its first widget as a window of its own for a moment.
        column.addLayout(self._stack, 1)
        title, text = _("There are no sessions yet."), _("They are planned when a pair accepts.")
        self._stack.addWidget(inner)
        self._stack.addWidget(EmptyState(theme, "calendar-days", title, text, (self._plan, self._pairs)))
        top.setStretch(0, 1)
        # Without buttons the line keeps its height, so that nothing moves when the last clash is solved.
        self._legend.setMinimumHeight(theme.px(34))
