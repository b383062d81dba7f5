# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The card at the left: search, filters, the table and its count."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.people.delegate import PersonDelegate
from revmentor_desktop.ui.people.model import PeopleModel
from revmentor_desktop.ui.people.rows import DEPARTMENT, NAME, PAIR, ROLE, TOPICS, Filter, Row, counts, departments, rows_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.editors import ComboBox, SearchField
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.widgets.table import ROW_TWO_LINES, prepare_table

_WIDTHS = {ROLE: 124, DEPARTMENT: 152, TOPICS: 88, PAIR: 104}
_NARROW, _NARROWER = 620, 420
"""Widths of the card under which department and topics, and then the role, give way."""


class PeopleView(QTableView):
    """The table; ``entered_row`` on Enter."""

    entered_row = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered_row.emit()
            return
        super().keyPressEvent(event)


class PeopleCard(Card):
    """``chosen(id)``: a row became the current one. ``clicked(id)``, ``opened(id)`` (Enter). ``menu_asked(point)`` of the screen."""

    chosen = Signal(int)
    clicked = Signal(int)
    opened = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, actions: dict[str, Action]) -> None:
        super().__init__(theme, padding=0)
        self.body.setSpacing(0)
        self.search = SearchField(theme, _("Search by name, post or topic"))
        self.department = ComboBox(theme)
        self.department.setAccessibleName(_("Department"))
        self.kinds = SegmentedControl(theme, [("all", "")], _("Show"))
        self.model = PeopleModel(theme, self)
        self.table = PeopleView()
        self.count = PlainLabel(theme, "", "caption", "text2")
        self.order = ElidedLabel(theme, "", "caption", "text2")
        self.clear_filters_button = Button(theme, _("Clear filters"))
        starters = (
            Button(theme, actions["import"].label).follow(actions["import"]),
            Button(theme, actions["new"].label).follow(actions["new"]),
        )
        self.nobody = EmptyState(
            theme, "users", _("There are no enrolments yet"), _("Import a spreadsheet of answers, or type the first person."), starters
        )
        self.no_result = EmptyState(theme, "search", "", "", (self.clear_filters_button,))
        self._rows: tuple[Row, ...] = ()
        self._department: str | None = None
        self._typing = QTimer(self, singleShot=True, interval=120)
        self._prepare_table()
        self._lay_out()
        self._connect()

    # What it shows

    def show_people(self, snapshot: Snapshot) -> None:
        """Show the people of the edition as they are now."""
        self._rows = rows_of(snapshot)
        self._fill_departments()
        self._fill_kinds()
        self.model.set_rows(self._rows)
        self._show_filtered()

    def current_id(self) -> PersonId | None:
        """Return whom the current row is about, ``None`` without one."""
        index = self.table.currentIndex()
        shown = self.model.shown()
        return shown[index.row()].person_id if index.isValid() and index.row() < len(shown) else None

    def select(self, person_id: PersonId | None) -> bool:
        """Make somebody's row the current one without emitting; returns whether it is in sight."""
        row = self.model.row_of(person_id)
        selection = self.table.selectionModel()
        blocked = selection.blockSignals(True)
        if row >= 0:
            self.table.selectRow(row)
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        selection.blockSignals(blocked)
        self.table.viewport().update()
        if row >= 0:
            # Now: with rows that have just come the view would scroll only as far as there were rows before.
            self.table.doItemsLayout()
            self.table.scrollTo(self.model.index(row, NAME), QAbstractItemView.ScrollHint.EnsureVisible)
        return row >= 0

    def neighbour(self, person_id: PersonId | None, step: int) -> PersonId | None:
        """Return who stands ``step`` rows below (above when below zero), ``None`` past the ends."""
        shown = self.model.shown()
        place = self.model.row_of(person_id)
        target = place + step if place >= 0 else (0 if step > 0 else len(shown) - 1)
        return shown[target].person_id if 0 <= target < len(shown) else None

    def show_kind(self, kind: str) -> None:
        """Choose a piece of the segmented filter."""
        self.kinds.set_current(kind)
        self._apply_filter()

    def clear_filters(self) -> None:
        """Show everybody who is in."""
        self.search.clear()
        self.department.select(None)
        self._department = None
        self.department.setCurrentIndex(0)
        self.show_kind("all")

    def wanted(self) -> Filter:
        """Return the filter as it is set."""
        return Filter(self.search.text(), self._department, self.kinds.current() or "all")

    # Inside

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(PersonDelegate(self._theme))
        self.table.setAccessibleName(_("People"))
        prepare_table(self.table, self._theme, row_height=ROW_TWO_LINES)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self._measure()

    def _measure(self) -> None:
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, self._theme.px(width))
        self.table.horizontalHeader().setFixedHeight(self._theme.px(34))
        self.table.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_TWO_LINES))
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.width() / self._theme.scale
        for column, least in ((DEPARTMENT, _NARROW), (TOPICS, _NARROW), (ROLE, _NARROWER)):
            self.table.setColumnHidden(column, width < least)

    def _lay_out(self) -> None:
        filters = QWidget()
        column = QVBoxLayout(filters)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 5)
        top.addWidget(self.department, 2)
        self.department.setMinimumWidth(self._theme.px(226))
        column.addLayout(top)
        line = QHBoxLayout()
        line.addWidget(self.kinds)
        line.addStretch(1)
        column.addLayout(line)
        self.pages = QStackedWidget()
        for page in (self.table, self.nobody, self.no_result):
            self.pages.addWidget(page)
        ends = QWidget()
        foot = QHBoxLayout(ends)
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.order)
        lines = Line(), Line()
        self._around = (filters, *lines, ends)
        self.body.setContentsMargins(1, 1, 1, 1)
        for widget in (filters, lines[0], self.pages, lines[1], ends):
            self.body.addWidget(widget, 1 if widget is self.pages else 0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._apply_filter)
        self.search.returnPressed.connect(self._to_table)
        self.department.activated.connect(self._choose_department)
        self.kinds.changed.connect(self._apply_filter)
        self.clear_filters_button.clicked.connect(self._clear_and_search)
        self.table.selectionModel().currentRowChanged.connect(self._tell_current)
        self.table.clicked.connect(self._tell_click)
        self.table.entered_row.connect(self._tell_entered)
        self.table.customContextMenuRequested.connect(self._tell_menu)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._show_order)
        self._theme.changed.connect(self._measure)

    def _fill_departments(self) -> None:
        names = departments(self._rows)
        present = [self.department.itemData(row) for row in range(self.department.count())]
        if present != [None, *names]:
            blocked = self.department.blockSignals(True)
            self.department.clear()
            self.department.addItem(_("All departments"), None)
            for name in names:
                self.department.addItem(name, name)
            self.department.blockSignals(blocked)
        if self._department not in names:
            self._department = None
        self.department.select(self._department)

    def _fill_kinds(self) -> None:
        number = counts(self._rows)
        words = {
            "all": _("All {n}"),
            "teach": _("Teach {n}"),
            "learn": _("Learn {n}"),
            "either": _("Both {n}"),
            "drafts": _("Drafts {n}"),
            "withdrawn": _("Withdrawn {n}"),
        }
        shown = [kind for kind in words if kind != "withdrawn" or number[kind]]
        current = self.kinds.current()
        self.kinds.set_choices([(kind, words[kind].format(n=number[kind])) for kind in shown], current if current in shown else "all")

    def _choose_department(self) -> None:
        self._department = self.department.currentData()
        self._apply_filter()

    def _apply_filter(self) -> None:
        self._typing.stop()
        self._show_filtered()

    def _show_filtered(self) -> None:
        wanted = self.wanted()
        self.model.set_filter(wanted)
        shown = len(self.model.shown())
        self.count.setText(plural("{n} person", "{n} people", shown).format(n=shown))
        self._show_order()
        for widget in self._around:
            widget.setVisible(bool(self._rows))
        if shown:
            self.pages.setCurrentWidget(self.table)
        elif not self._rows or (wanted.empty and not any(not row.withdrawn for row in self._rows)):
            self.pages.setCurrentWidget(self.nobody)
        else:
            self._say_no_result(wanted)
            self.pages.setCurrentWidget(self.no_result)

    def _say_no_result(self, wanted: Filter) -> None:
        text = wanted.text.strip()
        title = _("Nobody matches “{text}”").format(text=text) if text else _("Nobody is like that")
        self.no_result.say(title, _("Look whether it is written so, or clear the filters."))

    def _show_order(self) -> None:
        self.order.setText(self.model.order_text())

    def _to_table(self) -> None:
        self._apply_filter()
        if self.model.shown():
            if self.current_id() is None:
                self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clear_and_search(self) -> None:
        self.clear_filters()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_current(self) -> None:
        person_id = self.current_id()
        if person_id is not None:
            self.chosen.emit(person_id)

    def _tell_click(self) -> None:
        person_id = self.current_id()
        if person_id is not None:
            self.clicked.emit(person_id)

    def _tell_entered(self) -> None:
        person_id = self.current_id()
        if person_id is not None:
            self.opened.emit(person_id)

    def _tell_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(self.table.viewport().mapToGlobal(place))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
