# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The copies, newest first, and what can be done with the chosen one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.copies.delegate import CopyDelegate
from revmentor_desktop.ui.copies.model import CopiesModel
from revmentor_desktop.ui.copies.rows import Row, Sound
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel
from revmentor_desktop.ui.widgets.table import EnterList, Index, prepare_view
from revmentor_desktop.ui.words import copies as words


class ListCard(Card):
    """``chosen``: another copy is the current one. ``opened`` on Enter or a double click. ``menu_asked(point)`` on the screen."""

    chosen = Signal()
    opened = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, actions: dict[str, Action]) -> None:
        super().__init__(theme, padding=0)
        self._theme = theme
        self.model = CopiesModel(self)
        self.list = EnterList()
        self.count = PlainLabel(theme, _("Copies"), "h2")
        self.total = ElidedLabel(theme, "", "caption", "text2")
        self.folder = Button(theme, actions["folder"].label, variant="quiet", small=True).follow(actions["folder"])
        self.state = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self.view = Button(theme, actions["view"].label, "eye").follow(actions["view"])
        self.restore = Button(theme, actions["restore"].label, "history").follow(actions["restore"])
        self.make = Button(theme, actions["make"].label, variant="secondary").follow(actions["make"])
        self.empty = EmptyState(theme, "archive", "", "", (self.make,))
        self._stack = QStackedWidget()
        self._empty_title = ""
        self.body.setSpacing(0)
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[Row], today: date) -> None:
        """Show the present copies; the chosen one stays chosen."""
        before = self.current()
        self.model.set_rows(rows, today)
        place = self.model.place_of(before.copy.path.name if before else "")
        if place >= 0 and self.list.currentIndex().row() != place:
            self.list.setCurrentIndex(self.model.index(place))
        self.total.setText(words.total([row.copy.size for row in rows]))
        self._stack.setCurrentIndex(0 if rows else 1)
        for button in (self.view, self.restore):
            button.setVisible(bool(rows))
        self._foot_line.setVisible(bool(rows))
        self.chosen.emit()

    def say_empty(self, title: str, text: str, *, can_make: bool) -> None:
        """Say why there are none, in the place of the list."""
        self._empty_title = title
        self.empty.say(title, text)
        self.make.setVisible(can_make)

    def empty_title(self) -> str:
        """Return what is said in the place of the list."""
        return self._empty_title

    def say_state(self, checking: bool, thinned: str) -> None:
        """Say under the list whether they are whole."""
        rows = self.model.rows()
        bad = sum(row.sound is Sound.BAD for row in rows)
        whole = sum(row.sound is Sound.WHOLE for row in rows)
        self.state.set_tone("danger" if bad else "text2")
        if bad:
            text = plural("{n} copy has gone bad. Use another one.", "{n} copies have gone bad. Use another one.", bad).format(n=bad)
        elif checking:
            text = _("Checking the copies…")
        elif rows and whole == len(rows):
            text = _("All checked: each holds what it held when it was made.")
        else:
            text = ""
        self.state.setText(f"{text} {thinned}".strip())
        self.state.setVisible(bool(rows))

    def current(self) -> Row | None:
        """Return the chosen copy."""
        return self.model.row_at(self.list.currentIndex())

    def select(self, path: Path) -> None:
        """Choose a copy, the newest when it is not there."""
        place = self.model.place_of(path.name)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))
            self.list.scrollTo(self.model.index(place))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 8)
        head.setSpacing(8)
        head.addWidget(self.count)
        head.addWidget(self.total, 1)
        head.addWidget(self.folder)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        prepare_view(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CopyDelegate(self._theme))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Copies"))
        self.list.setMinimumHeight(self._theme.px(184))
        inner = QVBoxLayout()
        inner.setContentsMargins(1, 0, 1, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        inner.addWidget(self._stack)
        self.body.addLayout(inner, 1)
        self._foot_line = Line()
        self.body.addWidget(self._foot_line)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8 - RING, 16 - RING, 8 - RING)
        foot.setSpacing(0)
        foot.addWidget(self.state, 1)
        foot.addSpacing(8)
        foot.addWidget(self.view)
        foot.addWidget(self.restore)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._take_current)
        self.list.entered_row.connect(self.opened)
        self.list.doubleClicked.connect(self._take_double)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self._theme.changed.connect(self.list.doItemsLayout)

    def _take_current(self, _now: Index, _before: Index) -> None:
        self.chosen.emit()

    def _take_double(self, index: Index) -> None:
        if self.model.row_at(index) is not None:
            self.opened.emit()

    def _ask_menu(self, point: QPoint) -> None:
        if self.current() is not None:
            self.menu_asked.emit(self.list.viewport().mapToGlobal(point))
