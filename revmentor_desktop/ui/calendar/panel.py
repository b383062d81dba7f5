# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The panel of the calendar: one session, or a list of them to choose from."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.sessions import SessionId
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.entries import Entry
from revmentor_desktop.ui.calendar.entry_list import EntryList
from revmentor_desktop.ui.calendar.facts import Facts
from revmentor_desktop.ui.calendar.session_page import HELD, MISSED, MOVE, PairSign, SessionPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button, IconButton
from revmentor_desktop.ui.widgets.card import clear
from revmentor_desktop.ui.widgets.labels import PlainLabel, tip_text
from revmentor_desktop.ui.widgets.side_panel import SidePanel

WIDTH = 300


class CalendarPanel(SidePanel):
    """What the user decided about the session shown, as signals; nothing is written here.

    ``log_asked(SessionLog)``, ``move_asked(datetime, bool by the pair)``, ``postpone_asked()``, ``missed_asked()``, ``reopen_asked()``;
    ``session_chosen(id)`` and ``back_asked()`` of a list. ``page_shown()`` and ``page_leaving()`` around each session in sight.
    """

    log_asked = Signal(object)
    move_asked = Signal(object, bool)
    postpone_asked = Signal()
    missed_asked = Signal()
    reopen_asked = Signal()
    session_chosen = Signal(int)
    back_asked = Signal()
    page_shown = Signal()
    page_leaving = Signal()

    def __init__(self, theme: Theme, read_only: str = "", parent: QWidget | None = None) -> None:
        """``read_only``: why the file can't be changed (`Bridge.read_only`); then sessions are only told."""
        super().__init__(theme, WIDTH, parent)
        self._read_only = read_only
        self.page: SessionPage | None = None
        self.listing: EntryList | None = None
        self.keep = Button(theme, "", "check", "primary")
        self.postpone = Button(theme, _("Postpone"), tip=_("They have no new date yet"))
        self.back = IconButton(theme, "chevron-left", _("Back to the list"))
        self._promise = PlainLabel(theme, _("What was talked about is not noted: it stays between the two."), "caption", "text2", wrap=True)
        self._foot_column = QWidget()
        self._avatars = PairSign(theme)
        self._build_foot()
        self.set_sign(self._avatars)
        self.add_to_head(self.back)
        self.keep.clicked.connect(self.confirm)
        self.postpone.clicked.connect(self.postpone_asked)
        self.back.clicked.connect(self.back_asked)

    def session_id(self) -> SessionId | None:
        """Return which session is shown, ``None`` for none."""
        return self.page.facts.session.id if self.page is not None else None

    def show_session(self, snapshot: Snapshot, facts: Facts, today: date, *, from_list: bool) -> None:
        """Show one session; ``from_list``: there is a list to go back to."""
        self._empty()
        self.set_title(facts.names, facts.number)
        self._avatars.set_facts(facts)
        self.back.setVisible(from_list)
        self.page = SessionPage(self._theme, snapshot, facts, today, self._read_only)
        self.page.mode_changed.connect(self._show_foot)
        self.page.reopen_asked.connect(self.reopen_asked)
        self.body.addWidget(self.page, 1)
        # At once: a layout shows what it is given only later, and what is not shown takes no focus.
        self.page.show()
        self.page_shown.emit()
        self._show_foot()

    def show_list(self, title: str, subtitle: str, entries: Sequence[Entry]) -> None:
        """Show sessions to choose from."""
        self._empty()
        self.set_title(title, subtitle)
        self._avatars.set_facts(None)
        self.back.hide()
        self.listing = EntryList(self._theme, entries, title)
        self.listing.chosen.connect(self.session_chosen)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.listing, 1)
        self.listing.show()
        self._show_foot()

    def forget_page(self) -> None:
        """Show no session any more; the panel is about to be closed, or to show it anew."""
        if self.page is not None:
            self._empty()

    def focus_first(self) -> None:
        """Give the keys to what can be done here."""
        if self.page is not None:
            self.page.focus_first()
        elif self.listing is not None:
            self.listing.setFocus(Qt.FocusReason.TabFocusReason)
            self.listing.setCurrentIndex(self.listing.model().index(0, 0))

    def confirm(self) -> None:
        """Keep what was chosen, as the button at the foot does; does nothing while that can't be kept."""
        page = self.page
        if page is None or not self.keep.isEnabled():
            return
        if page.mode == HELD and page.acta is not None:
            log = page.acta.log()
            if log is not None:
                self.log_asked.emit(log)
        elif page.mode == MOVE and page.move_form is not None:
            self.move_asked.emit(page.move_form.start(), page.move_form.asked_by_pair())
        elif page.mode == MISSED:
            self.missed_asked.emit()

    # Inside

    def _empty(self) -> None:
        if self.page is not None:
            self.page_leaving.emit()
        self.page = self.listing = None
        clear(self.body)
        self.body.setContentsMargins(12, 14, 12, 14)
        self.scroller.verticalScrollBar().setValue(0)

    def _show_foot(self) -> None:
        page = self.page
        mode = page.mode if page is not None else ""
        foot = self._foot_column.parentWidget()
        if foot is not None:
            foot.setVisible(bool(mode) and not self._read_only)
        if page is None or not mode or self._read_only:
            return
        words = {
            HELD: (_("Save acta"), "check"),
            MOVE: (_("Move session"), "calendar-check"),
            MISSED: (_("Note that it was not held"), "check"),
        }
        self.keep.set_label(words[mode][0])
        self.keep.set_icon(words[mode][1])
        refusal = page.refusal()
        self.keep.setEnabled(not refusal)
        self.keep.setToolTip(tip_text(refusal or f"{words[mode][0]} (Ctrl+Enter)"))
        self.postpone.setVisible(mode == MOVE and page.facts.session.start is not None and page.choice.isVisibleTo(page))
        self._promise.setVisible(mode == HELD)

    def _build_foot(self) -> None:
        column = QVBoxLayout(self._foot_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.postpone)
        row.addWidget(self.keep, 1)
        column.addLayout(row)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._promise)
        # Even to the eye: the button keeps 4 px on each side for its ring.
        self.footer.setContentsMargins(12, 8, 12, 10)
        self.add_to_footer(self._foot_column, 1)
        foot = self._foot_column.parentWidget()
        if foot is not None:
            foot.hide()
