# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Inicio*: where the edition stands, what comes next, what needs a look."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.editions import days_off_between
from revmentor_desktop.programme.home import Findings, Phase, counts_of, findings, next_session, next_steps, phase_of
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.home.actions import specs
from revmentor_desktop.ui.home.copy_news import CopyNews
from revmentor_desktop.ui.home.figure_card import FigureCard
from revmentor_desktop.ui.home.figures import Situation, figures, phases
from revmentor_desktop.ui.home.file_card import FileCard
from revmentor_desktop.ui.home.notices_card import NoticesCard
from revmentor_desktop.ui.home.people_card import PeopleCard
from revmentor_desktop.ui.home.stepper import Stepper
from revmentor_desktop.ui.home.tasks_card import TasksCard
from revmentor_desktop.ui.home.week_card import WeekCard, events, week_shown
from revmentor_desktop.ui.home.words import Notice, Task, notices, tasks
from revmentor_desktop.ui.navigation import CALENDAR, COPIES, COVERAGE, HOME, PAIRS, PEOPLE
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.card import Card, Scroll
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.held import hold
from revmentor_desktop.ui.words.moments import capital

WIDE_FROM = 860
"""Width of the page from which there are two columns and four figures in a row."""
NARROW_UNDER = 600
"""Width of the page under which who teaches and who learns stand one under the other."""
GAP, MARGIN = 14, 24


class HomeScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`). ``clock`` gives the present moment.

    What takes longer (notices, how many pairs are possible) is worked out beside the window and shown a little later. Its buttons
    ``go`` to: people ``"import"``, ``"new"``, ``("filter", "drafts")``, ``("missing" | "hours" | "topics", id)``; pairs
    ``"complete"``, ``("person", id)`` or ``("pair", id)``; calendar ``"plan"`` or ``("session", id)``; documents; programme;
    the topics not covered; and ``"save_copy"``.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = HOME
        self._theme, self._bridge, self._clock = theme, bridge, clock
        self._found: Findings | None = None
        self._wide: bool | None = None
        self._worked_out_of: tuple[Snapshot, date] | None = None
        self.header = PageHeader(theme, _("Home"))
        actions = build_actions(theme, self, specs(), bridge.read_only)
        self.header.set_actions([actions["import"], actions["new"]])
        self.stepper = Stepper(theme)
        self.figures = tuple(FigureCard(theme) for _place in range(4))
        self.tasks, self.notices = TasksCard(theme), NoticesCard(theme)
        self.people, self.week, self.file = PeopleCard(theme), WeekCard(theme), FileCard(theme)
        hold(self.tasks, bridge.read_only)
        self._news = CopyNews(bridge, clock, self)
        self._build()
        self._connect()
        self.refresh(frozenset())

    # What the main window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state; what takes longer follows."""
        self._show()
        QTimer.singleShot(0, self, self._work_out)

    def show_target(self, target: object) -> None:
        """There is nothing to select here."""

    # Actions

    def import_answers(self) -> None:
        """Go and choose a spreadsheet of answers."""
        self.go.emit(PEOPLE, "import")

    def new_person(self) -> None:
        """Go to an empty form."""
        self.go.emit(PEOPLE, "new")

    # Inside

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._page = page = Scroll(margins=(MARGIN, 2, MARGIN, 20), spacing=GAP)
        page.verticalScrollBar().rangeChanged.connect(self._make_room)
        column.addWidget(page, 1)
        line = Card(self._theme)
        line.body.setContentsMargins(16, 14, 16, 8)
        line.body.addWidget(self.stepper)
        page.body.addWidget(line)
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        page.body.addWidget(self._figures)
        self._columns = QHBoxLayout()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for layout in (self._left, self._right):
            layout.setSpacing(GAP)
            self._columns.addLayout(layout)
        page.body.addLayout(self._columns)
        page.body.addStretch(1)
        self._fit()

    def _connect(self) -> None:
        self.stepper.opened.connect(self._open_place)
        self.tasks.chosen.connect(self._open)
        self.notices.chosen.connect(self._open)
        self.people.chosen.connect(self._open_person)
        self.people.topics_asked.connect(partial(self.go.emit, COVERAGE, None))
        self.week.chosen.connect(self._open_session)
        self.file.copy_asked.connect(self._save_copy)
        self.file.copies_asked.connect(partial(self.go.emit, COPIES, None))
        self._news.changed.connect(self._show)
        self._theme.changed.connect(self._fit)

    def _show(self) -> None:
        workspace, now = self._bridge.workspace, self._clock()
        snapshot, today = self._bridge.snapshot(), now.date()
        counts = counts_of(snapshot, now)
        of = Situation(snapshot, counts, phase_of(snapshot.edition, counts, today), now, self._found)
        self.header.set_state(capital(formats.weekday_long_date(today, current())))
        self.stepper.show_phases(phases(of))
        for card, figure in zip(self.figures, figures(of), strict=True):
            card.show_figure(figure)
        possible = None if self._found is None else self._found.possible - counts.living_pairs
        self.tasks.show_tasks(tasks(next_steps(counts, possible), snapshot, now, self._found), _done(snapshot, now))
        found = None if self._found is None else (*self._news.notices(), *notices(self._found.alerts, snapshot))
        self.notices.show_notices(None if found is None else sorted(found, key=_red_first))
        self._show_below(of, today)
        self.file.show_file(workspace.path, workspace.saved_at, snapshot, today)
        self.file.show_copies(self._news.line())

    def _show_below(self, of: Situation, today: date) -> None:
        pairing = of.phase in {Phase.PREPARATION, Phase.ENROLMENT, Phase.PAIRING} or not of.snapshot.sessions
        anybody = bool(of.counts.teachers_free or of.counts.learners_free)
        self.people.setVisible(pairing and anybody)
        self.week.setVisible(not pairing)
        if pairing:
            self.people.show_people(of.snapshot)
            self.people.show_topics(0 if self._found is None else self._found.uncovered)
            return
        clashing = set() if self._found is None else {a.session_id for a in self._found.alerts if a.session_id is not None}
        monday = week_shown(of.snapshot, of.now)
        off = days_off_between(self._bridge.workspace, monday, monday + timedelta(days=6), current())
        found = events(of.snapshot, monday, clashing, of.now)
        self.week.show_week(monday, today, found, off)

    def _work_out(self) -> None:
        # Only in sight, and after the first paint: the window must not wait for it. Once hidden, the file may be closed.
        if not self.isVisible():
            return
        snapshot, today = self._bridge.snapshot(), self._clock().date()
        if self._worked_out_of is not None and self._worked_out_of[0] is snapshot and self._worked_out_of[1] == today:
            return
        self._worked_out_of = (snapshot, today)

        def work(_progress: Progress) -> tuple[Snapshot, Findings]:
            return snapshot, findings(snapshot, today)

        self._bridge.run(self, work, self._take)

    def _take(self, result: object) -> None:
        snapshot, found = result  # type: ignore[misc] - what `work` returns
        # An answer about what has changed meanwhile is of no use: a newer one is under way.
        if snapshot is self._bridge.snapshot() and isinstance(found, Findings):
            self._found = found
            self._show()

    def _open(self, chosen: object) -> None:
        if isinstance(chosen, Task | Notice):
            self.go.emit(chosen.place, chosen.target)

    def _open_place(self, place: str) -> None:
        self.go.emit(place, None)

    def _open_person(self, person_id: PersonId | None) -> None:
        self.go.emit(PAIRS, None if person_id is None else ("person", person_id))

    def _open_session(self, session_id: SessionId | None) -> None:
        self.go.emit(CALENDAR, None if session_id is None else ("session", session_id))

    def _save_copy(self) -> None:
        self.go.emit("save_copy", None)

    def _make_room(self, _low: int, high: int) -> None:
        # The cards keep their right edge, in line with the buttons of the head, whether there is a scroll bar or not.
        bar = self._page.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self._page.body.setContentsMargins(MARGIN, 2, MARGIN - bar, 20)

    def _fit(self) -> None:
        self.people.set_narrow(self.width() < self._theme.px(NARROW_UNDER))
        wide = self.width() >= self._theme.px(WIDE_FROM)
        if wide == self._wide:
            return
        self._wide = wide
        per_row = 4 if wide else 2
        for place, card in enumerate(self.figures):
            self._grid.addWidget(card, place // per_row, place % per_row)
            self._grid.setColumnStretch(place, 1 if place < per_row else 0)
        if wide:
            self._page.body.insertWidget(1, self._figures)
        # In one column what comes next stands before the figures, and the notices right after it.
        right: tuple[QWidget, ...] = (self.notices, self.file) if wide else ()
        one = (self.tasks, self.notices, self._figures, self.people, self.week, self.file)
        left: tuple[QWidget, ...] = (self.tasks, self.people, self.week) if wide else one
        for layout, cards in ((self._left, left), (self._right, right)):
            for card in cards:
                # What is last takes the room that the other column needs more.
                layout.addWidget(card, 1 if card in (self.people, self.week, self.file) else 0)
        for place, share in enumerate((7, 4) if wide else (1, 0)):
            self._columns.setStretch(place, share)
        self._columns.setSpacing(GAP if wide else 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._work_out)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _red_first(notice: Notice) -> bool:
    return notice.tone != "danger"


def _done(snapshot: Snapshot, now: datetime) -> str:
    """Say that nothing is to be done, and which appointment comes next."""
    session = next_session(snapshot.sessions, now)
    if session is not None and session.start is not None:
        day = formats.weekday_date(session.start.date(), current())
        hour = formats.hour(session.start)
        return _("All done. Next appointment: {day}, at {hour}.").format(day=day, hour=hour)
    start = snapshot.edition.start
    if start > now.date():
        return _("All done. The sessions start on {day}.").format(day=formats.weekday_date(start, current()))
    return _("All done. There is no appointment ahead.")
