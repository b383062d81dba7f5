# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Calendario*: the month, its sessions, and the panel in which one of them is noted or moved."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.sessions import SessionId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import editions, sessions
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.calendar.actions import specs
from revmentor_desktop.ui.calendar.entries import Entry, Kind, by_day, of_kind, read_entries, without_date
from revmentor_desktop.ui.calendar.facts import Facts, facts_of
from revmentor_desktop.ui.calendar.filter_box import FilterBox
from revmentor_desktop.ui.calendar.half_noted import HalfNoted
from revmentor_desktop.ui.calendar.half_noted_banner import HalfNotedBanner
from revmentor_desktop.ui.calendar.keeper import Keeper
from revmentor_desktop.ui.calendar.month import days_of, days_shown, first_of, month_after
from revmentor_desktop.ui.calendar.month_card import MonthCard
from revmentor_desktop.ui.calendar.panel import CalendarPanel
from revmentor_desktop.ui.calendar.planner import Planner
from revmentor_desktop.ui.calendar.slot_walk import SlotWalk
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.button import Button, IconButton
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.panel_page import PanelPage

CLASHES, UNDATED, LOGS, DAY = "clashes", "undated", "logs", "day"
"""What a list in the panel holds."""


class CalendarScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`).

    ``show_target`` takes a session's id, ``("session", id)`` or ``("typed", id)`` (moves into its form), ``("pair", id)`` (shows
    only theirs), ``"plan"`` (starts planning), ``("plan", (ids of pairs, day or None))`` (their sessions, from that day on),
    ``("month", date)``, or one of the lists ``"clashes"``, ``"undated"`` and ``"logs"``. ``clock`` gives the present moment.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = "calendar"
        self._theme, self._bridge, self._clock = theme, bridge, clock
        self._workspace = bridge.workspace
        self._edition_id = 0
        self._first = first_of(clock().date())
        self._entries: tuple[Entry, ...] = ()
        self._listed = ""
        self._listed_day = clock().date()
        self._actions = build_actions(theme, self, specs(), bridge.read_only)
        self._actions["keep"].setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.header = PageHeader(theme, _("Calendar"))
        self.filter_box = FilterBox(theme)
        self.card = MonthCard(theme, self._actions)
        self.panel = CalendarPanel(theme, bridge.read_only)
        self.planner = Planner(theme, bridge, self.card.progress, clock, self)
        self._keeper = Keeper(bridge.workspace, self.panel, clock, self)
        self.half_noted = HalfNoted(bridge.workspace, self.panel, self)
        self.unsaved = HalfNotedBanner(theme)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.unsaved)
        inner.addWidget(self.card, 1)
        self._page = PanelPage(theme, content, self.panel)
        self._beside = QWidget()
        self._walk = SlotWalk(self.card.month, self.panel, self.open_session, self.show_day, self)
        self._shown_actions: tuple[bool, bool] | None = None
        self._lay_out()
        self._connect()

    # What the window asks for

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state; what is half typed in the panel stays while its session is the same."""
        snapshot = self._bridge.snapshot()
        if snapshot.edition.id != self._edition_id:
            self._edition_id = snapshot.edition.id
            self.half_noted.begin_edition()
            self.panel.forget_page()
            self._page.close_panel()
            self._first = first_of(self._opening_day(snapshot))
            self._read(snapshot)
            self._draw(self._opening_day(snapshot))
            return
        self._read(snapshot)
        self._draw(self.card.month.current_day() or self._first)
        self._refresh_panel()

    def show_target(self, target: object) -> None:
        """Go to what another screen sent the user to; unknown targets are ignored."""
        match target:
            case "plan":
                self.plan()
            case "clashes" | "undated" | "logs":
                self._open_list(str(target))
            case ("month", date() as day):
                self.show_day(day)
            case ("pair", int() as pair_id):
                self.filter_box.select(f"pair:{pair_id}")
                self._filtered()
            case ("plan", (tuple() as pair_ids, day)):
                self._show_planned(set(pair_ids), day)
            case ("typed", int() as session_id):
                self.open_session(SessionId(session_id))
                self.panel.focus_first()
            case int() | ("session", int()):
                self.open_session(SessionId(target if isinstance(target, int) else target[1]))
                self._keep_focus()
            case _:
                return

    # Actions

    def plan(self) -> None:
        """Look for dates for the pairs that have none."""
        if self._actions["plan"].isEnabled():
            self.planner.start()

    def previous_month(self) -> None:
        """Show the month before."""
        self._step(-1)

    def next_month(self) -> None:
        """Show the month after."""
        self._step(1)

    def go_to_today(self) -> None:
        """Show the month of today with the keys on it."""
        self.show_day(self._clock().date())

    def next_free_slot(self) -> None:
        """Offer the session the next slot free for both."""
        self._walk.step(1)

    def previous_free_slot(self) -> None:
        """Offer the session the slot before that is free for both."""
        self._walk.step(-1)

    def focus_filter(self) -> None:
        """Give the keys to the filter."""
        self.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Save what the panel says, as its button does."""
        if self.panel.isVisible():
            self.panel.confirm()

    def show_clashes(self) -> None:
        """Open what clashes: the session, or the list when there are several."""
        self._open_list(CLASHES)

    def show_undated(self) -> None:
        """Open the list of what waits for a date."""
        self._open_list(UNDATED)

    def go_to_pairs(self) -> None:
        """Leave for the pairs."""
        self.go.emit("pairs", None)

    def show_day(self, day: date) -> None:
        """Show the month of a day with the keys on it."""
        self._first = first_of(day)
        self._draw(day)

    def open_session(self, session_id: SessionId) -> None:
        """Show a session in its month and in the panel; one that is gone, or filtered out and gone, is ignored."""
        entry = self._entry(session_id)
        if entry is None:
            self.filter_box.select("all")
            self._read(self._bridge.snapshot())
            entry = self._entry(session_id)
        if entry is None:
            return
        self._walk.end()
        by_key = self.card.month.by_key() or (self.panel.listing is not None and self.panel.listing.hasFocus())
        self.panel.show_session(self._bridge.snapshot(), self._facts(entry), self._clock().date(), from_list=bool(self._listed))
        self._page.open_panel()
        self.show_day(entry.when.date() if entry.when is not None else self.card.month.current_day() or self._first)
        if by_key:
            self.panel.focus_first()

    def _show_planned(self, pair_ids: set[int], day: object) -> None:
        """Show where sessions of some pairs are or were, without a filter that hides them."""
        if not any(entry.session.pair_id in pair_ids for entry in self._entries):
            self.filter_box.select("all")
            self._read(self._bridge.snapshot())
        self.show_day(day if isinstance(day, date) else self.card.month.current_day() or self._first)
        self._refresh_panel()
        self._keep_focus()

    def _keep_focus(self) -> None:
        """What had the keys may be gone with what changed: then the month takes them, or what stands in its place."""
        focused = self.focusWidget()
        if focused is not None and focused.isVisibleTo(self) and focused.hasFocus():
            return
        target = self.card.month if self.card.month.isVisibleTo(self) else self.header
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Drawing

    def _opening_day(self, snapshot: Snapshot) -> date:
        today, edition = self._clock().date(), snapshot.edition
        return today if edition.start <= today <= edition.end else edition.start

    def _read(self, snapshot: Snapshot) -> None:
        self.filter_box.fill(snapshot)
        chosen = self.filter_box.filter()
        self._entries = tuple(entry for entry in read_entries(snapshot, self._clock()) if chosen.takes(entry))

    def _draw(self, day: date) -> None:
        snapshot = self._bridge.snapshot()
        start, end = days_shown(self._first)
        days_off = editions.days_off_between(self._workspace, start, end, current())
        self.card.month.show_weeks(days_of(self._first, self._clock().date(), self._entries, days_off), day)
        self.card.month.select_session(self.panel.session_id() if self.panel.isVisibleTo(self._page) else None)
        self.card.show_waiting(len(of_kind(self._entries, Kind.CLASH)), len(without_date(self._entries)))
        can_plan, empty = bool(sessions.pairs_to_plan(snapshot)), not snapshot.sessions
        self.card.show_empty(empty=empty, can_plan=can_plan)
        self._beside.setVisible(not empty)
        self.filter_box.setVisible(not empty)
        self.header.set_title(_("Calendar") if empty else formats.month_and_year(self._first, current()))
        self.header.set_state("" if empty else self._state())
        self._show_plan_action(can_plan, empty)
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        self.unsaved.show_waiting(self._bridge.snapshot(), self.half_noted.waiting())

    def _go_on_noting(self, session_id: int) -> None:
        self.open_session(SessionId(session_id))
        self.panel.focus_first()

    def _show_anew(self, session_id: int) -> None:
        """Show a session as it is kept, after what was half noted of it was discarded."""
        self.panel.forget_page()
        self.open_session(SessionId(session_id))
        self.panel.focus_first()

    def _state(self) -> str:
        """Say the month in numbers: «26 sesiones · 3 sin acta · 2 choques»."""
        here = [e for e in self._entries if e.session.start is not None and first_of(e.session.start.date()) == self._first]
        if not here:
            return _("No sessions this month")
        parts = [plural("{n} session", "{n} sessions", len(here)).format(n=len(here))]
        logs, clashes = len(of_kind(here, Kind.NO_LOG)), len(of_kind(here, Kind.CLASH))
        if logs:
            parts.append(plural("{n} without acta", "{n} without acta", logs).format(n=logs))
        if clashes:
            parts.append(plural("{n} clash", "{n} clashes", clashes).format(n=clashes))
        return " · ".join(parts)

    def _show_plan_action(self, can_plan: bool, empty: bool) -> None:
        """Planning is the one primary button while the panel, which has its own, is closed."""
        plan = self._actions["plan"]
        plan.setEnabled(can_plan)
        plan.set_tip(_("Give dates to the sessions of the accepted pairs") if can_plan else _("First, a pair that has accepted"))
        wanted = (can_plan and not empty, self.panel.isVisibleTo(self._page))
        if wanted != self._shown_actions:
            self._shown_actions = wanted
            in_head, panel_open = wanted
            self.header.set_actions([plan] if in_head and panel_open else [], plan if in_head and not panel_open else None)

    # The panel

    def _entry(self, session_id: SessionId) -> Entry | None:
        return next((entry for entry in self._entries if entry.session_id == session_id), None)

    def _facts(self, entry: Entry) -> Facts:
        return facts_of(self._bridge.snapshot(), entry, self._clock())

    def _choose(self, session_id: int) -> None:
        self._listed = ""
        self.open_session(SessionId(session_id))

    def _choose_listed(self, session_id: int) -> None:
        self.open_session(SessionId(session_id))

    def _open_day(self, day: date) -> None:
        self._listed_day = day
        self._open_list(DAY)

    def _open_list(self, which: str) -> None:
        found = self._listing(which)
        if len(found) == 1 and which != DAY:
            self._choose(found[0].session_id)
            return
        if not found:
            return
        self._listed = which
        self._show_list(found)
        self._page.open_panel()
        self._draw(self.card.month.current_day() or self._first)
        self.panel.focus_first()

    def _back(self) -> None:
        self._open_list(self._listed)

    def _listing(self, which: str) -> tuple[Entry, ...]:
        if which == DAY:
            return tuple(by_day(self._entries).get(self._listed_day, ()))
        if which == UNDATED:
            return without_date(self._entries)
        return of_kind(self._entries, Kind.CLASH if which == CLASHES else Kind.NO_LOG)

    def _show_list(self, found: tuple[Entry, ...]) -> None:
        count = len(found)
        title = {
            CLASHES: plural("{n} clash", "{n} clashes", count).format(n=count),
            UNDATED: _("Without date: {n}").format(n=count),
            LOGS: plural("{n} without acta", "{n} without acta", count).format(n=count),
            DAY: formats.weekday_date(self._listed_day, current()),
        }[self._listed]
        subtitle = (
            plural("{n} session", "{n} sessions", count).format(n=count) if self._listed == DAY else _("Choose one to see what can be done")
        )
        self.panel.show_list(title[:1].upper() + title[1:], subtitle, found)

    def _refresh_panel(self) -> None:
        if not self.panel.isVisibleTo(self._page):
            return
        page = self.panel.page
        if page is None:
            found = self._listing(self._listed) if self._listed else ()
            if found:
                self._show_list(found)
            else:
                self._close_panel()
            return
        entry = self._entry(page.facts.session.id)
        if entry is None:
            self._close_panel()
            return
        facts = self._facts(entry)
        if facts != page.facts:
            self.panel.show_session(self._bridge.snapshot(), facts, self._clock().date(), from_list=bool(self._listed))

    def _close_panel(self) -> None:
        self._page.close_panel()
        self._panel_closed()

    def _panel_closed(self) -> None:
        self._walk.end()
        self.panel.forget_page()
        self._listed = ""
        self._draw(self.card.month.current_day() or self._first)
        self.card.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, undoable: bool) -> None:
        self.toast.emit(text, self._bridge.undo_action if undoable else None)

    def _go_on(self, day: object) -> None:
        """After a session was kept: show where it went, and go back to the list it came from while that holds others to solve."""
        self._walk.end()
        self.card.month.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._listed in (CLASHES, UNDATED, LOGS) and self._listing(self._listed):
            self._open_list(self._listed)
        elif isinstance(day, date):
            self.show_day(day)

    # Making

    def _step(self, months: int) -> None:
        first, today = month_after(self._first, months), self._clock().date()
        self.show_day(today if first_of(today) == first else first)

    def _filtered(self) -> None:
        self._read(self._bridge.snapshot())
        self._draw(self.card.month.current_day() or self._first)
        self._refresh_panel()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._page, 1)
        actions = self._actions
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(0)
        for button in (
            IconButton(self._theme, "chevron-left", actions["previous"].label).follow(actions["previous"]),
            Button(self._theme, actions["today"].label).follow(actions["today"]),
            IconButton(self._theme, "chevron-right", actions["next"].label).follow(actions["next"]),
        ):
            row.addWidget(button)
        self.header.add_beside_title(self._beside)
        self._keep_title_room()
        self.header.add_control(self.filter_box)

    def _keep_title_room(self) -> None:
        """Keep ‹ Hoy › in its place whatever the month is called."""
        names = [formats.month_and_year(date(self._first.year, month, 1), current()) for month in range(1, 13)]
        self.header.title.setMinimumWidth(max(self._theme.metrics("h1").horizontalAdvance(name) for name in names))

    def _connect(self) -> None:
        month, panel = self.card.month, self.panel
        month.session_chosen.connect(self._choose)
        month.day_opened.connect(self._open_day)
        month.day_wanted.connect(self.show_day)
        self._theme.changed.connect(self._keep_title_room)
        self.filter_box.filter_changed.connect(self._filtered)
        panel.closed.connect(self._panel_closed)
        panel.session_chosen.connect(self._choose_listed)
        panel.back_asked.connect(self._back)
        self._keeper.said.connect(self._say)
        self._keeper.kept.connect(self._go_on)
        self.half_noted.changed.connect(self._show_unsaved)
        self.half_noted.discarded.connect(self._show_anew)
        self.unsaved.wanted.connect(self._go_on_noting)
        self.planner.used.connect(self.show_day)
        self.planner.said.connect(self._say)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Another place, or the window closes: nothing half noted may be lost.
        self.half_noted.keep()
        super().hideEvent(event)
