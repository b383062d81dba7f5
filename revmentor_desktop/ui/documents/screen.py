# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Documentos*: the agreements and calendars of the pairs, how each looks, and the ways to print and save them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.agreements import AgreementId, AgreementState, DocumentLanguage
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import agreements
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.documents import papers
from revmentor_desktop.ui.documents.actions import specs
from revmentor_desktop.ui.documents.goals_flow import GoalsFlow
from revmentor_desktop.ui.documents.list_card import ListCard
from revmentor_desktop.ui.documents.long_work import LongWork
from revmentor_desktop.ui.documents.notices import Notices
from revmentor_desktop.ui.documents.preview import Preview
from revmentor_desktop.ui.documents.print_flow import PrintFlow
from revmentor_desktop.ui.documents.rows import Kind, Row
from revmentor_desktop.ui.documents.save_flow import ChooseFolder, SaveFlow, ask_folder
from revmentor_desktop.ui.documents.words import print_label, state_line
from revmentor_desktop.ui.printing import ChoosePrinter, ask_printer
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.held import hold
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.words import errors

_ONE_UNDER, _SLIM_UNDER = 860, 1060
"""Widths of the screen under which list and preview take turns, and under which the list is slim."""
_LIST, _SLIM = 380, 344
_LOW_UNDER = 520
"""Height of the screen under which only the most pressing notice is shown."""


class DocumentsScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`).

    `show_target` takes ``("pair", id)`` (its agreement, or the way to prepare it) or the value of an `AgreementState` (sets the filter).
    ``choose_printer`` and ``choose_folder`` ask the user with the system's dialogs; both may be replaced.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = "documents"
        self.choose_printer: ChoosePrinter = ask_printer
        self.choose_folder: ChooseFolder = ask_folder
        self._theme, self._bridge, self._clock = theme, bridge, clock
        self._workspace = bridge.workspace
        self._drawing: Job | None = None
        self._drafts: dict[AgreementId, bool] = {}
        self._actions = build_actions(theme, self, specs(), bridge.read_only)
        self.header = PageHeader(theme, _("Documents"))
        self.card = ListCard(theme, self._actions)
        self.preview = Preview(theme, self._actions)
        self.work = LongWork(theme, bridge, self)
        self.printing = PrintFlow(theme, bridge, self.work, clock, self)
        self.saving = SaveFlow(bridge, self.work, self)
        self.goals = GoalsFlow(theme, bridge, self)
        self._printing_on = False
        self.notices = Notices(theme)
        self.views = SegmentedControl(theme, [("list", _("List")), ("preview", _("Preview"))], _("Show"))
        self.prepare_button = Button(theme, _("Prepare agreements"), variant="primary").follow(self._actions["prepare"])
        self.pairs_button = Button(theme, _("Go to Pairs"), "git-compare-arrows", variant="primary")
        self.empty = EmptyState(theme, "file-text", "", "", (self.prepare_button, self.pairs_button))
        self._open_folder = QAction(_("Open the folder"), self)
        self._lay_out()
        self._connect()
        self.preview.hold(bridge.read_only)
        hold(self.notices.prepare, bridge.read_only)
        self.refresh(frozenset())

    # What the main window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state of the file."""
        snapshot = self._workspace.snapshot()
        self.card.show_papers(snapshot)
        self._tick_new_drafts()
        self._show_waiting(snapshot)
        self._update_actions()

    def show_target(self, target: object) -> None:
        """Go to the agreement of a pair, or to the papers in one state (see the class)."""
        match target:
            case ("pair", int(pair_id)):
                if self.card.select_pair(PairId(pair_id)):
                    self.card.list.setFocus(Qt.FocusReason.OtherFocusReason)
                else:
                    button = self.prepare_button if self.empty.isVisibleTo(self) else self.notices.prepare.button
                    button.setFocus(Qt.FocusReason.TabFocusReason)
            case str() if target in set(AgreementState):
                self.card.show_state(target)
            case _:
                return

    # What is done with the papers

    def prepare(self) -> None:
        """Give every accepted pair its agreement."""
        try:
            number = agreements.prepare_drafts(self._workspace, self._clock().date())
        except StoreError as error:
            self.toast.emit(" ".join(errors.sentence(error)), None)
            return
        if number:
            # The button that was pressed is gone now: the keys go to what it made.
            self.card.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.toast.emit(plural("{n} agreement prepared", "{n} agreements prepared", number).format(n=number), self._bridge.undo_action)

    def print_ticked(self) -> None:
        """Print what is ticked."""
        self.notices.hide_trouble()
        self.printing.start(self.card.kind(), self.card.model.ticked(), self.choose_printer)

    def print_this(self) -> None:
        """Print the one in sight."""
        row = self.card.current()
        if row is not None:
            self.notices.hide_trouble()
            self.printing.start(self.card.kind(), [row], self.choose_printer)

    def save_ticked(self) -> None:
        """Write a PDF of each that is ticked into a folder."""
        self.notices.hide_trouble()
        self.saving.start(self.card.kind(), self.card.model.ticked(), self.choose_folder)

    def tick_all(self) -> None:
        """Tick all of the list, or none."""
        self.card.tick_all_or_none()

    def tick_drafts(self) -> None:
        """Tick what has not been printed yet."""
        self.card.tick_the_drafts()

    def focus_filter(self) -> None:
        """Go to the filter by state, or where there is none, to the kind of document."""
        target = self.card.states if self.card.kind() is Kind.AGREEMENT else self.card.kinds
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tick_current(self) -> None:
        """Tick or untick the current row."""
        self.card.model.toggle(self.card.list.currentIndex())

    def write_goals(self) -> None:
        """Write what the two of the current row want to achieve."""
        row = self.card.current()
        if row is not None:
            self.goals.start(row)

    def previous_page(self) -> None:
        """Show the page before."""
        self.preview.step_page(-1)

    def next_page(self) -> None:
        """Show the page after."""
        self.preview.step_page(1)

    def zoom_in(self) -> None:
        """Show the page larger."""
        self.preview.step_zoom(1)

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self.preview.step_zoom(-1)

    def go_to_pair(self) -> None:
        """Open the pair of the current row on the board."""
        row = self.card.current()
        if row is not None:
            self.go.emit("pairs", ("pair", row.pair_id))

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        content = QVBoxLayout()
        content.setContentsMargins(24, 0, 24, 20)
        content.setSpacing(12)
        content.addWidget(self.notices)
        content.addWidget(self.work.card)
        content.addWidget(self.views)
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.card)
        row.addWidget(self.preview, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(cards)
        self._pages.addWidget(self.empty)
        content.addWidget(self._pages, 1)
        column.addLayout(content, 1)

    def _connect(self) -> None:
        self.card.chosen.connect(self._show_paper)
        self.card.ticks_changed.connect(self._update_actions)
        self.card.kind_changed.connect(self._take_kind)
        self.card.opened.connect(self._open_preview)
        self.card.menu_asked.connect(self._open_menu)
        self.preview.language_chosen.connect(self._set_language)
        self.preview.went.connect(self.go)
        self.preview.goals_asked.connect(self._actions["goals"].trigger)
        self.goals.saved.connect(self._tell_undoable)
        self.goals.failed.connect(self._tell)
        self.goals.ended.connect(self._print_on)
        self.views.changed.connect(self._fit)
        self.pairs_button.clicked.connect(self._go_to_pairs)
        self.work.busy_changed.connect(self._update_actions)
        self.printing.went.connect(self.go)
        self.printing.goals_asked.connect(self._write_goals_first)
        self.printing.told.connect(self._tell)
        self.printing.refused.connect(self.notices.say_printer_trouble)
        self.printing.waiting_changed.connect(self._show_outcome)
        self.saving.told.connect(self._tell_saved)
        self.saving.refused.connect(self.notices.say_folder_trouble)
        self.notices.prepare.acted.connect(self.prepare)
        self.notices.outcome.acted.connect(self.printing.ask_outcome)
        self.notices.print_again.connect(self.printing.again)
        self.notices.other_folder.connect(self._save_elsewhere)
        self._open_folder.triggered.connect(self._show_folder)
        self._theme.changed.connect(self._fit)
        # On a keyboard where + needs Shift.
        self._actions["zoom_in"].setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])

    def _tick_new_drafts(self) -> None:
        """Drafts come ticked; what was a draft and is printed now loses its tick."""
        now = {row.agreement_id: row.is_draft for row in self.card.model.rows()}
        before, self._drafts = self._drafts, now
        self.card.model.tick_also(number for number, draft in now.items() if draft and number not in before)
        self.card.model.untick(number for number, draft in now.items() if not draft and before.get(number))

    def _show_waiting(self, snapshot: Snapshot) -> None:
        rows, waiting = self.card.model.rows(), len(agreements.pairs_without_draft(snapshot))
        self.header.set_state(state_line(rows, waiting))
        words = plural("{n} accepted pair has no agreement yet", "{n} accepted pairs have no agreement yet", waiting).format(n=waiting)
        label = plural("Prepare {n} agreement", "Prepare {n} agreements", waiting).format(n=waiting) if waiting else _("Prepare agreements")
        self._actions["prepare"].set_label(label)
        self._actions["prepare"].setEnabled(bool(waiting))
        self.notices.say_waiting(words if waiting and rows else "", label)
        if waiting:
            self.empty.say(words, _("Each gets its number. Nothing is printed yet, and it can be undone."))
        else:
            self.empty.say(_("Agreements appear here when a pair accepts."), _("Form the pairs and note what they say."))
        self.prepare_button.setVisible(bool(waiting))
        self.pairs_button.setVisible(not waiting)
        self._show_head(bool(rows))
        self._show_outcome()

    def _show_head(self, filled: bool) -> None:
        self._pages.setCurrentIndex(0 if filled else 1)
        if filled is not (self.header.primary_button() is not None):
            self.header.set_actions([self._actions["save"]] if filled else [], self._actions["print"] if filled else None)
            self._order_focus()
        self._fit()

    def _order_focus(self) -> None:
        """The keys go as one reads: the buttons of the head are new, but come first."""
        primary = self.header.primary_button()
        order = [*self.header.secondary_buttons(), *([primary] if primary else []), *self.notices.buttons(), self.views]
        for first, second in pairwise([*order, *self.card.focus_order(), *self.preview.focus_order()]):
            self.setTabOrder(first, second)

    def _show_outcome(self) -> None:
        self.notices.say_sent(len(self.printing.waiting()))

    def _update_actions(self) -> None:
        number, kind, busy = len(self.card.model.ticked()), self.card.kind(), self.work.busy
        self._actions["print"].set_label(print_label(kind, number))
        reason = _("Wait until it has ended") if busy else "" if number else _("Tick at least one in the list")
        tips = {"print": _("Print what is ticked"), "save": _("Write a PDF of each one that is ticked")}
        for key, tip in tips.items():
            why_not = reason or (self._unprintable(self.card.model.ticked()) if key == "print" else "")
            self._actions[key].setEnabled(not why_not)
            self._actions[key].set_tip(why_not or tip)
        every = number == len(self.card.model.shown())
        self._actions["tick_all"].set_label(_("Untick all") if every else _("Tick all"))
        row = self.card.current()
        why_not = self._unprintable([row] if row is not None else [])
        self._actions["print_this"].setEnabled(row is not None and not busy and not why_not)
        self._actions["print_this"].set_tip(why_not or _("Print only the one in sight"))
        for key in ("tick", "pair"):
            self._actions[key].setEnabled(row is not None)
        self._actions["goals"].setEnabled(row is not None and row.is_draft)
        self.preview.languages.setEnabled(not busy)

    def _unprintable(self, rows: Sequence[Row]) -> str:
        """Say why papers can't be printed now: a draft that is printed is marked so, and that is a change."""
        drafts = self.card.kind() is Kind.AGREEMENT and any(row.is_draft for row in rows)
        if not drafts or not self._bridge.read_only:
            return ""
        return _("A draft is marked once it is printed, and the file is open to consult only.")

    # The paper in sight

    def _show_paper(self, row: Row | None) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
        snapshot, kind = self._workspace.snapshot(), self.card.kind()
        self.preview.show_row(row, kind, papers.lacks(snapshot, row, kind) if row else ())
        self._update_actions()
        if row is not None:
            self._drawing = self._bridge.run(self, partial(_draw, snapshot, row, kind), self._take_pdf, self._take_refusal)

    def _take_pdf(self, result: object) -> None:
        row, kind, pdf = cast("tuple[Row, Kind, bytes]", result)
        if row == self.card.current() and kind is self.card.kind():
            self.preview.show_pdf(pdf)

    def _take_refusal(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self.preview.show_refusal(*errors.sentence(error))

    def _set_language(self, language: DocumentLanguage) -> None:
        row = self.card.current()
        if row is None:
            return
        try:
            agreements.set_language(self._workspace, row.agreement_id, language)
        except StoreError as error:
            self.preview.languages.select(row.agreement.language.value)
            self.toast.emit(" ".join(errors.sentence(error)), None)

    def _take_kind(self) -> None:
        self.card.show_papers(self._workspace.snapshot())
        self._update_actions()

    def _open_preview(self) -> None:
        self.views.set_current("preview")
        self._fit()
        self.preview.desk.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions["tick"], self._actions["print_this"]])
        menu.addSeparator()
        menu.addActions([self._actions["goals"], self._actions["pair"]])
        menu.popup(point)

    def _go_to_pairs(self) -> None:
        self.go.emit("pairs", None)

    def _write_goals_first(self, row: object) -> None:
        """The goals of one that is about to be printed; after them the check comes back."""
        self._printing_on = True
        self.goals.start(cast("Row", row))

    def _print_on(self) -> None:
        if self._printing_on:
            self._printing_on = False
            # Once the closed dialog is gone.
            QTimer.singleShot(0, self, self.printing.check_again)

    # How it ended

    def _tell_undoable(self, text: str) -> None:
        self.toast.emit(text, self._bridge.undo_action)

    def _tell(self, text: str) -> None:
        self.toast.emit(text, None)

    def _tell_saved(self, text: str) -> None:
        self.toast.emit(text, self._open_folder)

    def _save_elsewhere(self) -> None:
        self.saving.again(self.choose_folder)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saving.folder)))

    # Room

    def _fit(self) -> None:
        one, width = self.width() < self._theme.px(_ONE_UNDER), self.width()
        self.notices.set_single(self.height() < self._theme.px(_LOW_UNDER))
        self.views.setVisible(one and self._pages.currentIndex() == 0)
        self.card.setVisible(not one or self.views.current() == "list")
        self.preview.setVisible(not one or self.views.current() == "preview")
        if one:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(16777215)
        else:
            self.card.setFixedWidth(self._theme.px(_SLIM if width < self._theme.px(_SLIM_UNDER) else _LIST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _draw(snapshot: Snapshot, row: Row, kind: Kind, progress: Progress) -> tuple[Row, Kind, bytes]:
    progress.check()
    return row, kind, papers.draw(snapshot, row.agreement, kind)
