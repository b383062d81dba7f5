# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Printing, step by step: what lacks, which printer, the sheets, and the question that no program can answer by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.agreements import Agreement, AgreementId
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import agreements
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.documents import papers
from revmentor_desktop.ui.documents.check_dialog import CheckDialog, Checked, Choice
from revmentor_desktop.ui.documents.long_work import LongWork
from revmentor_desktop.ui.documents.rows import Kind, Row
from revmentor_desktop.ui.documents.words import kind_name, sent
from revmentor_desktop.ui.printing import ChoosePrinter, Paper, PrinterError, Wish, print_papers
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import AskDialog, Question
from revmentor_desktop.ui.words import errors

COPIES = {Kind.AGREEMENT: 3, Kind.CALENDAR: 2}
"""One for each who signs; one for each who meets."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is being printed, and on whose choice of printer."""

    kind: Kind
    rows: tuple[Row, ...]
    choose: ChoosePrinter


class PrintFlow(QObject):
    """``went(place, target)``: the user goes to fill something in. ``told(str)``: how it ended. ``refused(str, str)``: what, what to do.

    ``goals_asked(Row)``: the user writes the goals of one; `check_again` goes on after it.
    ``waiting_changed``: drafts were sent to the printer and nobody has said yet whether they came out well, or somebody has.
    """

    went = Signal(str, object)
    told = Signal(str)
    refused = Signal(str, str)
    goals_asked = Signal(object)
    waiting_changed = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, work: LongWork, clock: Callable[[], datetime], window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._work, self._clock, self._window = theme, bridge, work, clock, window
        self._order: Order | None = None
        self._checked: Checked | None = None
        self._sent: dict[AgreementId, tuple[Agreement, bytes]] = {}

    def start(self, kind: Kind, rows: Sequence[Row], choose: ChoosePrinter) -> None:
        """Begin to print, unless something is under way: first what lacks is said."""
        if not rows or self._work.busy:
            return
        snapshot = self._bridge.workspace.snapshot()
        found = {row: papers.lacks(snapshot, row, kind) for row in rows}
        checked = Checked(tuple(row for row in rows if not found[row]), {row: what for row, what in found.items() if what})
        self._order, self._checked = Order(kind, tuple(rows), choose), checked
        if not checked.lacks:
            self._print()
            return
        dialog = CheckDialog(self._theme, self._window, checked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(self._decide)
        dialog.went.connect(self.went)
        dialog.goals_asked.connect(self.goals_asked)
        dialog.open()

    def check_again(self) -> None:
        """Go on with what was being printed, after something that lacked was filled in."""
        if self._order is not None:
            self.start(self._order.kind, self._order.rows, self._order.choose)

    def again(self) -> None:
        """Print what was refused once more, from the choice of the printer on."""
        if not self._work.busy:
            self._print()

    def waiting(self) -> tuple[Agreement, ...]:
        """Return the drafts that were sent to the printer and are not marked; those changed since do not count."""
        present = self._bridge.workspace.snapshot().agreements
        return tuple(agreement for agreement, _pdf in self._sent.values() if agreement in present)

    def ask_outcome(self) -> None:
        """Ask whether the papers came out well; only then they freeze."""
        waiting = self.waiting()
        if not waiting:
            return
        number = len(waiting)
        title = _("Did agreement {number} come out well?") if number == 1 else _("Did the {n} agreements come out well?")
        question = Question(
            title.format(n=number, number=waiting[0].number),
            plural(
                "Once marked as printed, it is kept just as it came out and does not change any more.",
                "Once marked as printed, they are kept just as they came out and do not change any more.",
                number,
            ),
            _("Not yet"),
            # In Spanish one paper and several are marked in different words.
            plural("Mark it as printed", "Mark them as printed", number),
        )
        dialog = AskDialog(self._theme, self._window, question)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._mark)
        dialog.rejected.connect(self.waiting_changed)
        dialog.open()

    # Inside

    def _decide(self, choice: Choice) -> None:
        if self._order is None or self._checked is None:
            return
        if choice is Choice.READY:
            self._order = Order(self._order.kind, self._checked.ready, self._order.choose)
        self._print()

    def _print(self) -> None:
        snapshot, order = self._bridge.workspace.snapshot(), self._order
        # Between a refusal and the next attempt somebody may have changed or undone one.
        rows = tuple(row for row in order.rows if row.agreement in snapshot.agreements) if order else ()
        if order is None or not rows:
            return
        self._order = order = Order(order.kind, rows, order.choose)
        printer = order.choose(self._window, Wish(kind_name(order.kind), COPIES[order.kind]))
        if printer is None:
            return
        sheets = [Paper(row.names, partial(papers.draw, snapshot, row.agreement, order.kind)) for row in order.rows]
        title = _("Printing agreements") if order.kind is Kind.AGREEMENT else _("Printing calendars")
        self._work.start(title, partial(print_papers, printer, sheets), self._take_printed, self._fail)

    def _take_printed(self, result: object) -> None:
        order, printed = self._order, cast("tuple[bytes, ...]", result)
        if order is None:
            return
        drafts = {row.agreement_id: (row.agreement, pdf) for row, pdf in zip(order.rows, printed, strict=False) if row.is_draft}
        if not printed:
            self.told.emit(_("Nothing was printed"))
        elif order.kind is Kind.CALENDAR or not drafts:
            self.told.emit(sent(order.kind, len(printed)))
        else:
            self._sent |= drafts
            self.ask_outcome()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, PrinterError):
            self.refused.emit(_("The printer does not take it."), _("See that it is on and has paper, or choose another one."))
        elif isinstance(error, DomainError):
            self.refused.emit(*errors.sentence(error))
        else:
            raise error

    def _mark(self) -> None:
        issued = {agreement.id: self._sent[agreement.id][1] for agreement in self.waiting()}
        try:
            agreements.mark_printed(self._bridge.workspace, issued, self._clock().date())
        except StoreError as error:
            self.refused.emit(*errors.sentence(error))
            return
        self._sent.clear()
        self.waiting_changed.emit()
        text = plural(
            "{n} agreement printed: it does not change any more", "{n} agreements printed: they do not change any more", len(issued)
        )
        self.told.emit(text.format(n=len(issued)))
