# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The topics of one group, with the filter above."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.coverage import Cover, Group
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.coverage import words
from revmentor_desktop.ui.coverage.delegate import CoverDelegate
from revmentor_desktop.ui.coverage.model import COVER_ROLE, CoverageModel
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.editors import ComboBox, SearchField
from revmentor_desktop.ui.widgets.labels import Line
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.widgets.table import EnterList, Index, prepare_list

_MARGIN = 12


class ListCard(Card):
    """``chosen``: another topic is the current one, or none. ``opened`` on Enter or a click. ``menu_asked(point)`` on the screen."""

    chosen = Signal()
    opened = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, people: Action) -> None:
        super().__init__(theme, padding=0)
        self._theme = theme
        self.model = CoverageModel(self)
        self.list = EnterList()
        self.groups = SegmentedControl(theme, words.choices(()), _("Topics in sight"))
        # The same choice where there is no room for its pieces.
        self.group_box = ComboBox(theme)
        self.search = SearchField(theme, _("Topic, area or person"))
        self.clear_button = Button(theme, _("Clear filter"))
        self.people_button = Button(theme, people.label, "users").follow(people)
        self.nobody = EmptyState(
            theme,
            "users",
            _("There are no enrolments yet"),
            _("Once people say what they want and offer, you see here what is missing."),
            (self.people_button,),
        )
        self.empty = EmptyState(theme, "circle-check", "", "")
        self.no_result = EmptyState(theme, "search", "", "", (self.clear_button,))
        self._typing = QTimer(self, singleShot=True, interval=120)
        self._covers: tuple[Cover, ...] = ()
        self._anybody = False
        self._lay_out()
        self._connect()

    def show_covers(self, covers: Sequence[Cover], snapshot: Snapshot) -> None:
        """Show the present topics; the current one stays current, or else the one that took its row."""
        self._covers, self._anybody = tuple(covers), bool(snapshot.enrolments)
        before, row = self.current(), self.list.currentIndex().row()
        self.model.show_covers(covers, snapshot)
        self._fill_groups()
        self._settle(None if before is None else before.topic_id, row)

    def show_group(self, group: Group) -> None:
        """Show another group."""
        self.groups.set_current(group.value)
        self.group_box.select(group.value)
        self._apply()

    def current(self) -> Cover | None:
        """Return the current topic."""
        found = self.list.currentIndex().data(COVER_ROLE)
        return found if isinstance(found, Cover) else None

    def select(self, topic_id: TopicId) -> bool:
        """Go to a topic, in its group; returns whether there is one."""
        cover = next((one for one in self._covers if one.topic_id == topic_id), None)
        if cover is None:
            return False
        self.search.clear()
        self.show_group(cover.group)
        index = self.model.index(self.model.row_of(topic_id))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        return True

    def clear_filter(self) -> None:
        """Show the whole group."""
        self.search.clear()
        self._apply()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._filters = QWidget()
        head = QVBoxLayout(self._filters)
        head.setContentsMargins(_MARGIN, 12, _MARGIN, 10)
        head.setSpacing(8)
        self.group_box.setAccessibleName(_("Topics in sight"))
        head.addWidget(self.search)
        head.addWidget(self.groups, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.group_box)
        self.body.setSpacing(0)
        self._line = Line()
        self.body.addWidget(self._filters)
        self.body.addWidget(self._line)
        prepare_list(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CoverDelegate(self._theme))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Topics"))
        self.pages = QStackedWidget()
        for page in (self.list, self.nobody, self.empty, self.no_result):
            self.pages.addWidget(page)
        inner = QVBoxLayout()
        inner.setContentsMargins(1, 0, 1, 1)
        inner.addWidget(self.pages)
        self.body.addLayout(inner, 1)
        self._fit()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._apply)
        self.search.returnPressed.connect(self._to_list)
        self.groups.changed.connect(self._choose_piece)
        self.group_box.activated.connect(self._choose_row)
        self.clear_button.clicked.connect(self.clear_filter)
        self.list.selectionModel().currentChanged.connect(self._take_current)
        self.list.entered_row.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self._theme.changed.connect(self._fit)

    def _fill_groups(self) -> None:
        pieces = words.choices(self._covers)
        self.groups.set_choices(pieces)
        chosen = self.groups.current()
        self.group_box.clear()
        for key, text in pieces:
            self.group_box.addItem(text, key)
        self.group_box.select(chosen)
        self._fit()

    def _choose_piece(self, key: str) -> None:
        self.group_box.select(key)
        self._apply()

    def _choose_row(self, _row: int) -> None:
        self.groups.set_current(str(self.group_box.currentData()))
        self._apply()

    def _apply(self) -> None:
        self._typing.stop()
        before, row = self.current(), self.list.currentIndex().row()
        self.model.set_filter(Group(self.groups.current()), self.search.text())
        self._settle(None if before is None else before.topic_id, row)

    def _settle(self, topic_id: TopicId | None, row: int) -> None:
        """Keep the current topic, or go to the one that stands where it did; say what is not there."""
        shown = self.model.shown()
        place = self.model.row_of(topic_id)
        if place < 0 and shown:
            place = min(max(row, 0), len(shown) - 1)
        if place >= 0 and self.list.currentIndex().row() != place:
            self.list.setCurrentIndex(self.model.index(place))
        if shown:
            self.pages.setCurrentWidget(self.list)
        elif self.search.text().strip():
            self.no_result.say(
                _("No topic matches “{text}”").format(text=self.search.text().strip()), _("Look into another group, or clear it.")
            )
            self.pages.setCurrentWidget(self.no_result)
        elif self._anybody:
            self.empty.say(*words.empty(self.model.group))
            self.pages.setCurrentWidget(self.empty)
        else:
            self.pages.setCurrentWidget(self.nobody)
        for widget in (self._filters, self._line):
            widget.setVisible(self._anybody)
        self.chosen.emit()

    def _to_list(self) -> None:
        self._apply()
        if self.model.shown():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_current(self, _now: Index, _before: Index) -> None:
        self.chosen.emit()

    def _open(self) -> None:
        if self.current() is not None:
            self.opened.emit()

    def _ask_menu(self, point: QPoint) -> None:
        if self.current() is not None:
            self.menu_asked.emit(self.list.viewport().mapToGlobal(point))

    def _fit(self) -> None:
        wide = self.width() >= self.groups.sizeHint().width() + 2 * _MARGIN
        self.groups.setVisible(wide)
        self.group_box.setVisible(not wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
