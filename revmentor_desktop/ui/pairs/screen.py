# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Parejas*: what can be done on the board."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.navigation import DOCUMENTS, PAIRS, PEOPLE
from revmentor_desktop.ui.pairs import display
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.completer import Completer
from revmentor_desktop.ui.pairs.enabling import enable_pairs, enable_possible, foot_of
from revmentor_desktop.ui.pairs.force_dialog import ForceDialog
from revmentor_desktop.ui.pairs.judged import names_of
from revmentor_desktop.ui.pairs.layout import PAIRS_TAB
from revmentor_desktop.ui.pairs.page import BoardPage
from revmentor_desktop.ui.pairs.weeks import HoursDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import tell
from revmentor_desktop.ui.widgets.header import PageHeader

COMPLETE = "complete"
"""Target that opens the completion."""


class PairsScreen(BoardPage):
    """The board. `show_target` takes ``("person", id)`` or an id of a person, ``("pair", id)``,

    ``("couple", (pair id, mentor id, mentee id))`` (the pair, or both people where it is gone) and `COMPLETE`.
    """

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, clock, parent)
        self.key = PAIRS
        self.header = PageHeader(theme, _("Pairs"))
        self.completer = Completer(theme, bridge, self)
        self.completer.chosen.connect(self.desk.use)
        self.completer.busy_changed.connect(self._show_busy)
        self._consults: bool | None = None
        self.column_of_screen(self.header)
        self.refresh(frozenset())

    # What the window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state; what is chosen stays chosen as long as it can."""
        del changed
        self.take_snapshot()
        self.choose(self.choice.still_true(self.seen))
        self._show_header()

    def show_target(self, target: object) -> None:
        """Select a person or a pair, or open the completion (see the class)."""
        if target == COMPLETE:
            self.commands["complete"].trigger()
            return
        kind, wanted = target if isinstance(target, tuple) and len(target) == 2 else ("person", target)
        if kind == "couple" and isinstance(wanted, tuple):
            self._show_couple(*wanted)
            return
        if kind == "pair" and (not isinstance(wanted, int) or self.seen.pair(PairId(wanted)) is None):
            self.board.show_tab(PAIRS_TAB)
            self.board.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not isinstance(wanted, int):
            return
        if kind == "pair" and (pair := self.seen.pair(PairId(wanted))) is not None:
            self.board.show_tab(PAIRS_TAB)
            self.board.list.reveal(pair.id)
            self.choose(Choice(pair_id=pair.id))
            self.board.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif kind == "person":
            self._show_person(PersonId(wanted))

    # Actions

    def complete(self) -> None:
        """Work out complete proposals and show them."""
        self.completer.start()

    def consult_all(self) -> None:
        """Start asking about every proposal."""
        self.desk.consult(self.seen.to_consult())

    def pair_up(self) -> None:
        """Form the pair that is shown; a blocked one asks for a reason first."""
        couple, partner = self.choice.couple(self.seen), self.choice.partner(self.seen)
        if couple is None or partner is None:
            return
        if partner.block is not None:
            self.force()
            return
        before = self.seen.free(self.choice.side)
        chosen = self.choice
        if self.desk.pair_up(couple) is not None:
            self.go_on(before, chosen)

    def force(self) -> None:
        """Ask for the reason and form the pair that a rule speaks against."""
        couple, partner = self.choice.couple(self.seen), self.choice.partner(self.seen)
        if couple is None or partner is None or not partner.blocks or not all(block.forcible for block in partner.blocks):
            return
        before, chosen = self.seen.free(self.choice.side), self.choice
        dialog = ForceDialog(self.theme, self, names_of(self.seen, couple), partner.blocks)
        dialog.exec()
        forced = dialog.forced
        dialog.deleteLater()
        if forced is not None and self.desk.pair_up(couple, forced) is not None:
            self.go_on(before, chosen)

    def show_hours(self) -> None:
        """Lay both weeks over each other."""
        couple = self.choice.couple(self.seen)
        if couple is not None:
            dialog = HoursDialog(self.theme, self, self.seen, couple)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def show_exclusion(self) -> None:
        """Show the private reason of an incompatibility."""
        couple = self.choice.couple(self.seen)
        if couple is None:
            return
        both = {couple.mentor_id, couple.mentee_id}
        noted = [one.reason for one in self.seen.snapshot.exclusions if {one.by_id, one.other_id} == both and one.reason]
        text = " ".join(noted) or _("No reason was noted, and none is needed.")
        tell(self.theme, self, _("Incompatibility of {names}").format(names=names_of(self.seen, couple)), text, _("Close"))

    def open_form(self) -> None:
        """Go to the form of the person chosen last."""
        person_id = self.choice.person_id
        view = self.board.columns[self.choice.side.opposite].view
        if self.choice.partner_id is not None and view.hasFocus():
            person_id = self.choice.partner_id
        if person_id is not None:
            self.go.emit(PEOPLE, ("person", person_id))

    def go_to_free(self) -> None:
        """Choose the next person without a pair, those who learn last."""
        side = Side.TEACH if self.seen.free(Side.TEACH) else Side.LEARN
        free = self.seen.free(side)
        if free:
            at = free.index(self.choice.person_id) + 1 if self.choice.person_id in free else 0
            self.choose_person(side, free[at % len(free)])
            self.board.columns[side].view.enter()

    def focus_filter(self) -> None:
        """Go to the filter of the pairs."""
        self.board.show_tab(PAIRS_TAB)
        self.board.list.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear_selection(self) -> None:
        """Choose nobody; in a narrow window, first close the preview."""
        if self.board.narrow and self.board.why_close.isVisible():
            self.board.close_why()
            return
        self.choose(Choice())

    def consult_selected(self) -> None:
        """Start asking about the selected proposals."""
        self.desk.consult([row.pair_id for row in self.selected_rows() if row.state is PairState.PROPOSED])

    def accept_selected(self) -> None:
        """Note the yes of both people of the selected pairs."""
        self.desk.accept([row.pair_id for row in self.selected_rows() if row.open_to_answers])

    def toggle_lock(self) -> None:
        """Fix the selected proposal, or release it."""
        pair = self.choice.pair(self.seen)
        if pair is not None and pair.state is PairState.PROPOSED:
            self.desk.set_locked(pair, not pair.locked)

    def show_why(self) -> None:
        """Show what is chosen in the preview."""
        if self.board.narrow:
            self.board.open_why()
        else:
            self.hours_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_goals(self) -> None:
        """Ask for the goals of the selected pair."""
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.edit_goals(self.seen, pair)

    def open_agreement(self) -> None:
        """Go to the agreement of the selected pair."""
        if self.choice.pair_id is not None:
            self.go.emit(DOCUMENTS, ("pair", self.choice.pair_id))

    def withdraw_consultation(self) -> None:
        """Take the consultation of the selected pair back."""
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.withdraw(pair)

    def unpair_selected(self) -> None:
        """Undo the selected proposal; the next row is chosen."""
        pair = self.choice.pair(self.seen)
        if pair is None:
            return
        listed = [row.pair_id for row in self.board.list.rows()]
        place = listed.index(pair.id) if pair.id in listed else 0
        self.desk.unpair(pair)
        self.take_snapshot()
        left = [pair_id for pair_id in listed if self.seen.pair(pair_id) is not None]
        self.choose(Choice(pair_id=left[min(place, len(left) - 1)]) if left else Choice())

    def end_selected_early(self) -> None:
        """End the selected pair."""
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.end_early(pair)

    # Inside

    @override
    def update_commands(self) -> None:
        enable_possible(self.commands, self.seen, self.choice)
        enable_pairs(self.commands, self.seen, self.choice, self.selected_rows())
        shown = [self.commands[key] for key in foot_of(self.commands, self.seen, self.choice)]
        for button in self.foot_buttons():
            button.setVisible(button.action in shown)

    def _show_busy(self) -> None:
        self.commands["complete"].setEnabled(not self.completer.busy)

    def _show_header(self) -> None:
        self.header.set_state(display.state_line(self.seen))
        number = len(self.seen.to_consult())
        words = plural("Consult {n} proposal", "Consult {n} proposals", number).format(n=number)
        self.commands["consult_all"].set_label(words)
        self.commands["consult_all"].setEnabled(number > 0)
        if self._consults != (number > 0):
            self._consults = number > 0
            secondary = [self.commands["consult_all"]] if self._consults else []
            self.header.set_actions(secondary, self.commands["complete"])
            self.order_focus(self.header)

    def _show_couple(self, pair_id: PairId, mentor_id: PersonId, mentee_id: PersonId) -> None:
        """Show a pair, or, where it is gone, its two people as they could be paired again."""
        if self.seen.pair(pair_id) is None and mentee_id in self.seen.free(Side.LEARN):
            self.board.show_tab(Side.LEARN)
            self.choose(Choice.of_person(self.seen, Side.LEARN, mentee_id, mentor_id))
            self.board.columns[Side.LEARN].view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_target(("pair", pair_id))

    def _show_person(self, person_id: PersonId) -> None:
        side = next((one for one in Side if person_id in (*self.seen.free(one), *self.seen.not_ready(one))), None)
        living = self.seen.snapshot.pairs_of(person_id)
        if side is not None:
            self.choose_person(side, person_id)
            self.board.columns[side].view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif living:
            self.show_target(("pair", living[0].id))
