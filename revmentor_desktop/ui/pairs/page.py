# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The board with what is chosen on it: what clicks and keys in its lists choose, and how a choice shows."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.navigation import COVERAGE
from revmentor_desktop.ui.pairs import display, menus
from revmentor_desktop.ui.pairs.actions import specs
from revmentor_desktop.ui.pairs.alone import Alone
from revmentor_desktop.ui.pairs.alone_words import WayOut, way_out
from revmentor_desktop.ui.pairs.assistant import Assistant
from revmentor_desktop.ui.pairs.board import Board, Side
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.desk import Desk
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.layout import BoardLayout
from revmentor_desktop.ui.pairs.pair_rows import PairRow
from revmentor_desktop.ui.pairs.preview import Preview
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.held import hold


class BoardPage(QWidget):
    """Base of the screen. ``seen`` is the programme as the board knows it, ``choice`` what is chosen."""

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.bridge = theme, bridge
        self.seen = Board(bridge.snapshot())
        self.choice = Choice()
        self._way_out: WayOut | None = None
        self.commands = build_actions(theme, self, specs(), bridge.read_only)
        if bridge.read_only:
            self.commands["agreement"].set_label(_("See the agreement"))
        self.desk = Desk(theme, bridge, clock, self)
        self.assistant = Assistant(bridge, self)
        self.board = self._make_board()
        for view in (self.board.list.view, *(column.view for column in self.board.columns.values())):
            hold(view, bridge.read_only)
        hold(self.board.preview.warnings, bridge.read_only)
        self._connect()

    # Choosing

    def take_snapshot(self) -> None:
        """Look at the programme again."""
        snapshot = self.bridge.snapshot()
        if snapshot is not self.seen.snapshot:
            self.seen = Board(snapshot)

    def choose(self, choice: Choice) -> None:
        """Choose something and show it everywhere."""
        self.choice = choice
        display.show_columns(self.board, self.seen, choice)
        display.show_pairs(self.board, self.seen, choice)
        self._show_preview()
        self.assistant.look(self.seen, choice)

    def choose_person(self, side: Side, person_id: PersonId) -> None:
        """Choose somebody with their best partner; a narrow window turns to their column."""
        self.board.show_tab(side)
        self.choose(Choice.of_person(self.seen, side, person_id))

    def go_on(self, before: Sequence[PersonId], chosen: Choice) -> None:
        """After a pair was formed, choose who follows in the column; ``before`` is how it stood."""
        self.take_snapshot()
        free = self.seen.free(chosen.side)
        place = before.index(chosen.person_id) if chosen.person_id in before else 0
        following = [person_id for person_id in (*before[place + 1 :], *before[: place + 1]) if person_id in free]
        if following:
            self.choose_person(chosen.side, following[0])
        else:
            self.choose(Choice(chosen.side))
        self.board.list.filter.set_current("all")
        display.show_pairs(self.board, self.seen, self.choice)
        self.board.list.view.scrollToTop()
        self.board.columns[chosen.side].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_rows(self) -> tuple[PairRow, ...]:
        """Return the marked pairs, those as they are now."""
        return self.board.list.view.selected()

    def update_commands(self) -> None:
        """Enable what can be done now and word it. Overridden by the screen."""

    # Lists

    def _pick(self, item: Item) -> None:
        if item.person_id is None:
            return
        if item.kind in (Kind.FIT, Kind.BLOCKED):
            self.choose(Choice(self.choice.side, self.choice.person_id, item.person_id))
        else:
            self.choose_person(item.side, item.person_id)

    def _enter(self, item: Item) -> None:
        self._pick(item)
        if item.kind is Kind.UNREADY:
            self.commands["spot"].trigger()
        elif item.kind is Kind.CARD:
            self.board.columns[item.side.opposite].view.enter()
        elif self.board.narrow:
            self.board.open_why()
        else:
            button = self.force_button if item.kind is Kind.BLOCKED else self.pair_button
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step_aside(self) -> None:
        column = next(column for column in self.board.columns.values() if column.view is self.sender())
        other = self.board.columns[column.side.opposite].view
        other.enter()

    def _act_on_item(self, item: Item) -> None:
        self._pick(item)
        self.commands["force" if item.kind is Kind.BLOCKED else "spot"].trigger()

    def _pick_pair(self, row: PairRow) -> None:
        rows = self.selected_rows()
        self.choice = Choice(pair_id=row.pair_id)
        if len(rows) > 1:
            self.update_commands()
            return
        display.show_columns(self.board, self.seen, self.choice)
        self._show_preview()

    def _enter_pair(self, row: PairRow) -> None:
        self._pick_pair(row)
        self.commands["why"].trigger()

    def _click_part(self, row: PairRow, part: str, point: QPoint) -> None:
        if part == "more":
            self._open_pair_menu(row, point)
            return
        self._pick_pair(row)
        if part == "lock" and row.state is PairState.PROPOSED:
            self.commands["lock"].trigger()
        elif part in ("mentor", "mentee") and row.open_to_answers:
            half = row.mentor if part == "mentor" else row.mentee
            self.popup(menus.answer_menu(self, row, half), point)

    def _open_pair_menu(self, row: PairRow, point: QPoint) -> None:
        rows = self.selected_rows()
        if row not in rows:
            self.board.list.view.select_pair(row.pair_id)
            rows = (row,)
        self._pick_pair(row)
        menu = menus.pair_menu(self, self.commands, rows)
        self.popup(menu, point)

    def _open_item_menu(self, item: Item, point: QPoint) -> None:
        self._pick(item)
        self.popup(menus.item_menu(self, self.commands, item), point)

    def popup(self, menu: QMenu, point: QPoint) -> None:
        """Open a menu; what it says of answers is noted."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._take_answer)
        if menu.actions():
            menu.popup(point)

    def _take_answer(self, action: QAction) -> None:
        noted = menus.answer_of(action)
        if noted is None:
            return
        pair_id, person_id, said = noted
        pair = self.seen.pair(pair_id)
        if pair is not None:
            self.desk.note(pair, person_id, said)

    def _read_warning(self, code: str) -> None:
        if (pair := self.choice.pair(self.seen)) is not None:
            self.desk.read_warning(pair.id, code)

    # Showing

    def _show_preview(self) -> None:
        self._way_out = way_out(self.seen, self.choice)
        self.commands["spot"].setVisible(self._way_out is not None)
        if self._way_out is not None:
            self.commands["spot"].set_label(self._way_out.text)
        over = self.choice.over(self.seen) is not None
        self.commands["again"].setVisible(over)
        self.commands["form"].setVisible(not over)
        display.show_preview(self.board, self.seen, self.choice)
        self.update_commands()

    def _show_told(self) -> None:
        """Show what the assistant found out."""
        display.show_columns(self.board, self.seen, self.choice)
        self._show_preview()

    def go_to_spot(self) -> None:
        """Go where the chosen person can be helped to a pair."""
        if self._way_out is not None:
            self.go.emit(self._way_out.place, self._way_out.target)

    def open_coverage(self) -> None:
        """Go to the topics that are asked for and not offered."""
        self.go.emit(COVERAGE, None)

    def _make_board(self) -> BoardLayout:
        theme = self.theme
        self.pair_button = Button(theme, _("Pair up"), variant="primary").follow(self.commands["pair"])
        self.force_button = Button(theme, _("Force…")).follow(self.commands["force"])
        next_keys = ("reason", "consult", "accept", "resume", "agreement", "withdraw", "unpair", "end_early")
        self.next_buttons = tuple(Button(theme, self.commands[key].label).follow(self.commands[key]) for key in next_keys)
        self.hours_button = Button(theme, _("See hours"), variant="quiet").follow(self.commands["hours"])
        spot = Button(theme, self.commands["spot"].label, small=True).follow(self.commands["spot"])
        form = Button(theme, _("Open their enrolment"), variant="quiet", small=True).follow(self.commands["form"])
        again = Button(theme, self.commands["again"].label, small=True).follow(self.commands["again"])
        buttons = (self.hours_button, self.force_button, *self.next_buttons, self.pair_button)
        self.alone_buttons = (form, spot)
        preview = Preview(theme, buttons, Alone(theme, (spot, form)), (again,))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.narrow_pair_button = Button(theme, _("Pair up"), variant="primary").follow(self.commands["pair"])
        row.addWidget(self.narrow_pair_button, 1)
        row.addWidget(Button(theme, _("See why")).follow(self.commands["why"]))
        self.coverage_button = Button(theme, _("Topics not covered"), variant="plain", small=True).follow(self.commands["coverage"])
        return BoardLayout(theme, preview, foot, self.coverage_button)

    def _connect(self) -> None:
        for column in self.board.columns.values():
            view = column.view
            view.picked.connect(self._pick)
            view.entered.connect(self._enter)
            view.asided.connect(self._step_aside)
            view.forced.connect(self._act_on_item)
            view.menu_asked.connect(self._open_item_menu)
            column.cleared.connect(self.commands["clear"].trigger)
        pair_view = self.board.list.view
        pair_view.picked.connect(self._pick_pair)
        pair_view.entered.connect(self._enter_pair)
        pair_view.part_clicked.connect(self._click_part)
        pair_view.menu_asked.connect(self._open_pair_menu)
        pair_view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.assistant.told.connect(self._show_told)
        self.board.preview.warnings.read.connect(self._read_warning)
        self.desk.said.connect(self.toast)
        self.desk.go.connect(self.go)
        self.theme.changed.connect(self._show_preview)

    def _selection_changed(self) -> None:
        self.update_commands()

    def foot_buttons(self) -> tuple[Button, ...]:
        """Return the buttons in the foot of the preview that take turns; each follows an action."""
        return (self.force_button, *self.next_buttons, self.pair_button)

    def order_focus(self, header: PageHeader) -> None:
        """Let Tab walk as one reads: head, left column, preview, pairs, right column."""
        left, right = self.board.columns[Side.TEACH], self.board.columns[Side.LEARN]
        primary = header.primary_button()
        buttons = (*self.alone_buttons, self.hours_button, *self.foot_buttons())
        pair_list = self.board.list
        chain = [*header.secondary_buttons(), *([primary] if primary else []), left.close_button, left.view, *buttons]
        chain += [pair_list.filter, pair_list.view, right.close_button, right.view, self.coverage_button]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def column_of_screen(self, header: QWidget) -> None:
        """Put the head over the board."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.board, 1)
