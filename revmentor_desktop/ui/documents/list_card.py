# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The card at the left: kind of paper, filter by state, and the list with its ticks."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.agreements import AgreementId
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.documents.delegate import PaperDelegate
from revmentor_desktop.ui.documents.model import ALL, ROW_ROLE, PapersModel
from revmentor_desktop.ui.documents.rows import Kind, Row, rows_of, state_choices
from revmentor_desktop.ui.documents.words import kind_name
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.editors import ComboBox
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.widgets.table import EnterList, prepare_list

KIND_ICONS = {Kind.AGREEMENT: "handshake", Kind.CALENDAR: "calendar-days"}
WIDE = 520
"""Width of the card from which kind and filter share a line."""


class PapersView(EnterList):
    """The list of papers."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            # These turn the pages of the preview, and stop at its last.
            event.ignore()
            return
        super().keyPressEvent(event)


class ListCard(Card):
    """``chosen(Row | None)``: another row is the current one, or it looks otherwise. ``ticks_changed``. ``kind_changed``.

    ``opened`` on Enter. ``menu_asked(point)`` on the screen.
    """

    chosen = Signal(object)
    ticks_changed = Signal()
    kind_changed = Signal()
    opened = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, actions: dict[str, Action]) -> None:
        super().__init__(theme, padding=0)
        self.body.setSpacing(0)
        self._theme = theme
        self.kinds = ComboBox(theme)
        self.states = SegmentedControl(theme, state_choices(()), _("Show"))
        self.count = ElidedLabel(theme, "", "strong")
        self.tick_drafts = Button(theme, actions["tick_drafts"].label, variant="quiet", small=True).follow(actions["tick_drafts"])
        self.tick_all = Button(theme, actions["tick_all"].label, variant="quiet", small=True).follow(actions["tick_all"])
        self.model = PapersModel(self)
        self.list = PapersView()
        self.show_all = Button(theme, _("Show all"))
        self._stack = QStackedWidget()
        self._shown: Row | None = None
        self._lay_out()
        self._connect()

    # What the screen asks

    def kind(self) -> Kind:
        """Return the kind of paper that is listed."""
        return Kind(self.kinds.currentData())

    def show_papers(self, snapshot: Snapshot) -> None:
        """Show the present papers, keeping what is selected and ticked."""
        rows = rows_of(snapshot, self.kind())
        self.model.set_rows(rows)
        self.states.set_choices(state_choices(rows), self.model.state)
        self._settle()

    def current(self) -> Row | None:
        """Return the current row."""
        row = self.list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, Row) else None

    def select(self, agreement_id: AgreementId | None) -> bool:
        """Make a paper the current one; tells whether it is in sight."""
        return self._go_to(self.model.place_of(agreement_id))

    def select_pair(self, pair_id: PairId) -> bool:
        """Make the paper of a pair the current one; shows all states when it is filtered out. Tells whether it has one."""
        if self.model.place_of_pair(pair_id) < 0:
            self.show_state(ALL)
        return self._go_to(self.model.place_of_pair(pair_id))

    def show_state(self, state: str) -> None:
        """Show only the papers in one state, or all."""
        self.states.set_current(state)
        self._take_state(state)

    def tick_the_drafts(self) -> None:
        """Tick the drafts and nothing else."""
        self.model.tick_only(row.agreement_id for row in self.model.rows() if row.is_draft)

    def tick_all_or_none(self) -> None:
        """Tick all rows in sight; when all are, none."""
        shown = [row.agreement_id for row in self.model.shown()]
        if len(self.model.ticked()) == len(shown):
            self.model.untick(shown)
        else:
            self.model.tick_also(shown)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, as one reads."""
        return (self.kinds, self.states, self.tick_drafts, self.tick_all, self.list, self.show_all)

    # Inside

    def _lay_out(self) -> None:
        for kind in Kind:
            self.kinds.addItem(kind_name(kind), kind.value)
        self._draw_icons()
        self.kinds.setAccessibleName(_("Kind of document"))
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setContentsMargins(12, 12, 12, 4)
        self._top.setSpacing(8)
        self._top.addWidget(self.kinds, 1)
        self._top.addWidget(self.states)
        line = QHBoxLayout()
        line.setContentsMargins(14, 0, 10, 2)
        line.setSpacing(8)
        line.addWidget(self.count, 1)
        line.addWidget(self.tick_drafts)
        line.addWidget(self.tick_all)
        prepare_list(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaperDelegate(self._theme))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self.list)
        self._stack.addWidget(EmptyState(self._theme, "file-text", _("Nothing in this state"), "", (self.show_all,)))
        self.body.addLayout(self._top)
        self.body.addLayout(line)
        self.body.addWidget(Line())
        inner = QVBoxLayout()
        inner.setContentsMargins(1, 0, 1, RING)
        inner.addWidget(self._stack)
        self.body.addLayout(inner, 1)
        self._fit_kind()

    def _connect(self) -> None:
        self.kinds.activated.connect(self._take_kind)
        self.states.changed.connect(self._take_state)
        self.model.ticks_changed.connect(self._show_count)
        self.model.ticks_changed.connect(self.ticks_changed)
        self.list.selectionModel().currentChanged.connect(self._take_current)
        self.list.entered_row.connect(self.opened)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.show_all.clicked.connect(self._show_every_state)
        self._theme.changed.connect(self.list.doItemsLayout)
        self._theme.changed.connect(self._draw_icons)

    def _draw_icons(self) -> None:
        self.kinds.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        for place in range(self.kinds.count()):
            self.kinds.setItemIcon(place, self._theme.icon(KIND_ICONS[Kind(self.kinds.itemData(place))], size=self._theme.px(16)))

    def _settle(self) -> None:
        """After the rows changed: somebody is always the current one, and the count is right."""
        if not self.list.currentIndex().isValid() and self.model.shown():
            first = next((place for place, row in enumerate(self.model.shown()) if row.is_draft), 0)
            self.list.setCurrentIndex(self.model.index(first))
        self._stack.setCurrentIndex(0 if self.model.shown() else 1)
        self.list.setAccessibleName(kind_name(self.kind()))
        self._show_count()
        self._tell(self.current())

    def _tell(self, row: Row | None) -> None:
        self._shown = row
        self.chosen.emit(row)

    def _go_to(self, place: int) -> bool:
        if place < 0:
            return False
        index = self.model.index(place)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        return True

    def _take_kind(self) -> None:
        if self.model.state != ALL:
            self.show_state(ALL)
        self._fit_kind()
        self.kind_changed.emit()

    def _fit_kind(self) -> None:
        """Calendars are drawn anew each time: they have no state to filter by."""
        has_states = self.kind() is Kind.AGREEMENT
        self.states.setVisible(has_states)
        self.tick_drafts.setVisible(has_states)
        self.tick_all.setVisible(not has_states)

    def _take_state(self, state: str) -> None:
        self.model.set_state(state)
        self._settle()

    def _show_every_state(self) -> None:
        self.show_state(ALL)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.data(ROW_ROLE)
        if isinstance(row, Row) and row != self._shown:
            self._tell(row)

    def _show_count(self) -> None:
        number = len(self.model.ticked())
        self.count.setText(plural("{n} ticked", "{n} ticked", number).format(n=number) if number else _("None ticked"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(WIDE)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _ask_menu(self, point: QPoint) -> None:
        if self.current() is not None:
            self.menu_asked.emit(self.list.viewport().mapToGlobal(point))
