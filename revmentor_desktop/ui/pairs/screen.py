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
from revmentor_desktop.ui.pairs.completion.completer import Completer
from revmentor_desktop.ui.pairs.dragging import Dragging
from revmentor_desktop.ui.pairs.enabling import enable_pairs, enable_possible, foot_of, hold_named
from revmentor_desktop.ui.pairs.force_dialog import ForceDialog
from revmentor_desktop.ui.pairs.judged import names_of
from revmentor_desktop.ui.pairs.layout import PAIRS_TAB
from revmentor_desktop.ui.pairs.page import BoardPage
from revmentor_desktop.ui.pairs.sheet_printer import SheetPrinter
from revmentor_desktop.ui.pairs.swaps import Swaps
from revmentor_desktop.ui.pairs.weeks import HoursDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button, IconButton
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
        self.completer = Completer(theme, bridge, clock, self)
        self.completer.chosen.connect(self.desk.use)
        self.completer.said.connect(self.toast)
        self.completer.go.connect(self.go)
        self.completer.busy_changed.connect(self._show_busy)
        self.dragging = Dragging(self)
        self.swaps = Swaps(self)
        self.sheets = SheetPrinter(theme, bridge, clock, self)
        self.sheets.said.connect(self.toast)
        self.sheets.busy_changed.connect(self.commands["print"].setDisabled)
        self.print_button = IconButton(theme, "printer", self.commands["print"].label)
        self.print_button.clicked.connect(self.commands["print"].trigger)
        self.header.add_control(self.print_button)
        # Where the buttons of the head are taken by what waits for an answer.
        self.compare_button = IconButton(theme, "columns-3", self.commands["compare"].label)
        self.compare_button.clicked.connect(self.commands["compare"].trigger)
        self.header.add_control(self.compare_button)
        self._head: tuple[tuple[str, ...], bool] | None = None
        self.board.narrowed.connect(self._show_header)
        self.column_of_screen(self.header)
        self._guard_against_haste()
        self.refresh(frozenset())

    # What the window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state; what is chosen stays chosen as long as it can."""
        del changed
        if self.bridge.hides_names:
            # What it would find is full of names.
            self.completer.stop()
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

    @override
    def choose(self, choice: Choice) -> None:
        used = self.window().focusWidget()
        super().choose(choice)
        if isinstance(used, Button) and self.board.preview.isAncestorOf(used) and not (used.isVisible() and used.isEnabled()):
            # Not to the button in its place: who presses the same key again would do the next thing, too.
            self._list_of_choice().setFocus(Qt.FocusReason.OtherFocusReason)

    # Actions

    def complete(self) -> None:
        """Work out complete proposals and show them."""
        self.completer.start()

    def compare(self) -> None:
        """Lay proposals of today and saved ones side by side."""
        self.completer.compare()

    def consult_all(self) -> None:
        """Start asking about every proposal."""
        self.desk.consult(self.seen.to_consult())

    def note_answers(self) -> None:
        """Note what everybody asked has said, in one list."""
        self.desk.note_all()

    def write_letters(self) -> None:
        """Show the messages of the selected pairs in consultation."""
        self.desk.write([row.pair_id for row in self.selected_rows() if row.state is PairState.CONSULTING])

    def print_sheet(self) -> None:
        """Print the pairing sheet."""
        self.sheets.print_sheet(self)

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
        """Choose nobody; first stop looking for proposals, and in a narrow window close the preview."""
        if self.completer.busy:
            self.completer.stop()
            return
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

    def pause_selected(self) -> None:
        """Let the selected pair rest."""
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.pause(pair)

    def resume_selected(self) -> None:
        """Go on with the selected pair."""
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.resume(pair)

    def complete_selected(self) -> None:
        """Call the selected pair completed."""
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.complete(pair)

    def pair_anew(self) -> None:
        """Choose who learned in the selected pair that is over, or else who taught, with who fits best now."""
        over = self.choice.over(self.seen)
        sides = ((Side.LEARN, over.mentee_id), (Side.TEACH, over.mentor_id)) if over is not None else ()
        for side, person_id in sides:
            if person_id in self.seen.free(side):
                self.choose_person(side, person_id)
                self.board.columns[side].view.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # Inside

    def _guard_against_haste(self) -> None:
        """A double click, or a key held too long, is one deed: the next person stands at once where the last one stood."""
        for button in (self.narrow_pair_button, *self.board.preview.findChildren(Button)):
            button.once()
        for command in self.commands.values():
            command.setAutoRepeat(not command.writes)

    @override
    def update_commands(self) -> None:
        enable_possible(self.commands, self.seen, self.choice)
        enable_pairs(self.commands, self.seen, self.choice, self.selected_rows())
        hold_named(self.commands, self.seen)
        shown = [self.commands[key] for key in foot_of(self.commands, self.seen, self.choice)]
        for button in self.foot_buttons():
            button.setVisible(button.action in shown)
        self.narrow_pair_button.setVisible(self.commands["pair"].isEnabled())
        self.board.set_foot_shown(self.commands["why"].isEnabled())

    def _list_of_choice(self) -> QWidget:
        """Where what is chosen stands."""
        return self.board.list.view if self.choice.pair_id is not None else self.board.columns[self.choice.side].view

    def _show_busy(self) -> None:
        for key in ("complete", "compare"):
            self.commands[key].setEnabled(not self.completer.busy)
        self.update_commands()
        if self.completer.busy:
            # Esc stops it.
            self.commands["clear"].setEnabled(True)

    def _show_header(self) -> None:
        self.header.set_state(display.state_line(self.seen))
        number = len(self.seen.to_consult())
        words = plural("Consult {n} proposal", "Consult {n} proposals", number).format(n=number)
        self.commands["consult_all"].set_label(words)
        self.commands["consult_all"].setEnabled(number > 0)
        asked = any(pair.state is PairState.CONSULTING for pair in self.seen.snapshot.living_pairs)
        self.commands["answers"].setEnabled(asked)
        self.commands["print"].setEnabled(bool(self.seen.snapshot.living_pairs))
        for key in ("complete", "compare"):
            self.commands[key].setEnabled(not self.completer.busy)
        hold_named(self.commands, self.seen)
        for button, key in ((self.print_button, "print"), (self.compare_button, "compare")):
            button.setEnabled(self.commands[key].isEnabled())
        keys = tuple(key for key, wanted in (("consult_all", number > 0), ("answers", asked)) if wanted)
        self._fill_head(keys)

    def _fill_head(self, keys: tuple[str, ...]) -> None:
        """Show at most two buttons beside the primary one, and icons for the rest; in a narrow window all of it waits behind «⋯»."""
        narrow = self.board.narrow
        if self._head == (keys, narrow):
            return
        self._head = keys, narrow
        roomy = len(keys) < 2
        more = ("compare", "print") if narrow else ("compare",) if roomy else ()
        self.commands["complete"].set_label(_("Complete") if narrow else _("Complete automatically"))
        self.header.set_actions([self.commands[key] for key in (*keys, *more)], self.commands["complete"])
        self.print_button.setVisible(not narrow)
        self.compare_button.setVisible(not narrow and not roomy)
        self.order_focus(self.header)

    def _show_couple(self, pair_id: PairId, mentor_id: PersonId, mentee_id: PersonId) -> None:
        """Show a pair, or, where it is gone, its two people as they could be paired again."""
        gone = self.seen.pair(pair_id) is None
        # Who works from the left goes on there.
        at_left = self.choice.side is Side.TEACH and self.choice.person_id is not None and mentor_id in self.seen.free(Side.TEACH)
        if gone and mentee_id in self.seen.free(Side.LEARN):
            side, person_id, other_id = (Side.TEACH, mentor_id, mentee_id) if at_left else (Side.LEARN, mentee_id, mentor_id)
            self.board.show_tab(side)
            self.choose(Choice.of_person(self.seen, side, person_id, other_id))
            self.board.columns[side].view.setFocus(Qt.FocusReason.OtherFocusReason)
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
