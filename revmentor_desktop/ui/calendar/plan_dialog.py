# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A plan before it is used: how many sessions, from when to when, and what found no date."""

from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QWidget

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sessions import Unplaced
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import sessions
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.entries import names_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.words import planning


class PlanDialog(Dialog):
    """Accepted: use the plan. Data in, answer out."""

    def __init__(self, theme: Theme, parent: QWidget | None, snapshot: Snapshot, plan: sessions.Plan) -> None:
        text = _("They show as planned; you can still move each of them.") if plan.placed else ""
        super().__init__(theme, parent, plan_title(plan), text, safe=_("Leave it for later"), act=_("Use this plan"), width=480)
        self._snapshot, self._plan = snapshot, plan
        if plan.placed:
            self.body.addLayout(self._facts())
        if plan.not_placed:
            self._list_not_placed()
        self.body.addStretch(0 if plan.not_placed else 1)
        self._fit()

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what is said of the dates: name and value."""
        if not self._plan.placed:
            return ()
        starts = [placed.start for placed in self._plan.placed]
        gap = self._plan.longest_gap_days()
        return (
            (_("First session"), formats.weekday_long_date(min(starts).date(), current())),
            (_("Last session"), formats.weekday_long_date(max(starts).date(), current())),
            (_("Longest wait between two sessions"), plural("{n} day", "{n} days", gap).format(n=gap)),
        )

    def not_placed(self) -> tuple[tuple[str, str], ...]:
        """Return what found no date: «Lucía y Gonzalo: sesiones 9 y 10», and the reason with a way out."""
        return tuple(
            (self._which(pair_id, [each.number for each in group]), planning.unplaced(reason))
            for (pair_id, reason), group in groupby(self._plan.not_placed, key=_pair_and_reason)
        )

    def _fit(self) -> None:
        """Be as high as the text needs at this width: Qt would guess from lines broken elsewhere."""
        layout, width = self.layout(), self.minimumWidth()
        if layout is not None:
            self.resize(width, min(layout.totalHeightForWidth(width), self.maximumHeight()))

    def _which(self, pair_id: PairId, numbers: list[int]) -> str:
        sentence = plural("{names}: session {numbers}", "{names}: sessions {numbers}", len(numbers))
        names = names_of(self._snapshot, self._snapshot.pair(pair_id))
        return sentence.format(names=names, numbers=formats.joined([str(number) for number in numbers], current()))

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self.facts()):
            grid.addWidget(PlainLabel(self.theme, name, "table", "text2"), row, 0)
            grid.addWidget(PlainLabel(self.theme, value, "strong"), row, 1)
        return grid

    def _list_not_placed(self) -> None:
        count = len(self._plan.not_placed)
        title = plural("{n} does not fit", "{n} do not fit", count).format(n=count)
        self.body.addWidget(PlainLabel(self.theme, title, "h3"))
        self.body.addWidget(
            PlainLabel(
                self.theme, _("They stay in the calendar as “Without date”, so that none is forgotten."), "caption", "text2", wrap=True
            )
        )
        listing = Scroll(spacing=2)
        for which, reason in self.not_placed():
            listing.body.addWidget(PlainLabel(self.theme, which, "strong", wrap=True))
            listing.body.addWidget(PlainLabel(self.theme, reason, "caption", "text2", wrap=True))
            listing.body.addSpacing(8)
        listing.body.addStretch(1)
        listing.setMinimumHeight(self.theme.px(min(240, 62 * len(self.not_placed()))))
        self.body.addWidget(listing, 1)


def plan_title(plan: sessions.Plan) -> str:
    """Return «Plan para 13 parejas: 130 sesiones»."""
    pairs = len({each.pair_id for each in (*plan.placed, *plan.not_placed)})
    count = len(plan.placed)
    whom = plural("Plan for {n} pair", "Plan for {n} pairs", pairs).format(n=pairs)
    what = plural("{n} session", "{n} sessions", count).format(n=count)
    return f"{whom}: {what}"


def _pair_and_reason(each: sessions.NotPlaced) -> tuple[PairId, Unplaced]:
    return each.pair_id, each.reason
