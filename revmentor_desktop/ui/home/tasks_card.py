# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Qué toca ahora*: at most four tasks, the first with the only primary button."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.home.marks import TILE, Mark, Tile
from revmentor_desktop.ui.home.words import Task
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_FIELD
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box

BUTTON = 132
"""Least width of the buttons, so that they stand in one column."""
ASIDE = 12
"""How far the first task's ground reaches from the card's edge to the content of the other rows."""


class TaskRow(QWidget):
    """One task; ``first`` stands on the soft accent. ``chosen(task)`` when its button is clicked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, task: Task, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.task, self._first = theme, task, first
        self.button = Button(theme, task.button, variant="primary" if first else "secondary", writes=task.writes)
        self.button.setAccessibleName(f"{task.title}: {task.button}")
        self.button.clicked.connect(self._choose)
        policy = self.button.sizePolicy()
        # Where nothing can be changed, the minutes stay in their column without it.
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(ASIDE, 8 if self._first else 6, ASIDE - RING, 8 if self._first else 6)
        row.setSpacing(12)
        row.addWidget(Tile(self._theme, self.task.icon, strong=self._first))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(PlainLabel(self._theme, self.task.title, "h3", wrap=True))
        words.addWidget(PlainLabel(self._theme, self.task.reason, "table", "text2", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(
            PlainLabel(self._theme, _("{n} min").format(n=self.task.minutes), "caption", "text2"), 0, Qt.AlignmentFlag.AlignVCenter
        )
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _choose(self) -> None:
        self.chosen.emit(self.task)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._first:
            paint_box(QPainter(self), QRectF(self.rect()), RADIUS_FIELD, self._theme.color("accent_soft"))


class TasksCard(Card):
    """``chosen(task)``: take me there. With nothing to do it says so, and which appointment comes next."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(_("What comes next"))
        self._shown: tuple[tuple[Task, ...], str] | None = None
        self._rows: list[TaskRow] = []
        self._done = ""
        self.body.setContentsMargins(4, 16, 4, 10)
        self.body.setSpacing(8)
        # A head of its own: the ground of the first row reaches further out than the title.
        head = QHBoxLayout()
        head.setContentsMargins(ASIDE, 0, ASIDE, 0)
        head.addWidget(PlainLabel(theme, _("What comes next"), "h2"), 1)
        self._summary = PlainLabel(theme, "", "caption", "text2")
        head.addWidget(self._summary)
        self.body.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        theme.changed.connect(self._level_buttons)

    def show_tasks(self, tasks: Sequence[Task], done: str) -> None:
        """Show the tasks; ``done`` is said when there are none. Rows are made anew only when they differ."""
        if self._shown == (tuple(tasks), done):
            return
        focused = next((place for place, row in enumerate(self._rows) if row.button.hasFocus()), None)
        self._shown, self._done = (tuple(tasks), done), "" if tasks else done
        clear(self._list)
        self._rows = [TaskRow(self._theme, task, first=place == 0) for place, task in enumerate(tasks)]
        for place, row in enumerate(self._rows):
            if place > 1:
                self._list.addLayout(self._line())
            self._list.addWidget(row)
            row.chosen.connect(self.chosen)
        self._level_buttons()
        if not tasks:
            self._list.addLayout(self._all_done(done))
        self._summary.setText(_summary_of(tasks))
        if focused is not None and self._rows:
            self._rows[min(focused, len(self._rows) - 1)].button.setFocus()

    def rows(self) -> tuple[TaskRow, ...]:
        """Return the tasks in sight, in order."""
        return tuple(self._rows)

    def said(self) -> str:
        """Return what is said instead of tasks, empty when there are some."""
        return self._done

    def _level_buttons(self) -> None:
        # One column of buttons, as wide as the widest needs.
        least = self._theme.px(BUTTON) + 2 * RING
        width = max([least, *(row.button.sizeHint().width() for row in self._rows)])
        for row in self._rows:
            row.button.setMinimumWidth(width)

    def _line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(ASIDE + self._theme.px(TILE) + 12, 0, ASIDE, 0)
        row.addWidget(Line())
        return row

    def _all_done(self, done: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(ASIDE, 8, ASIDE, 8)
        row.setSpacing(12)
        row.addWidget(Mark(self._theme, "circle-check", "ok", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(self._theme, done, "body", wrap=True), 1)
        return row


def _summary_of(tasks: Sequence[Task]) -> str:
    if not tasks:
        return ""
    count = plural("{n} task", "{n} tasks", len(tasks)).format(n=len(tasks))
    return _("{tasks} · about {n} min").format(tasks=count, n=sum(task.minutes for task in tasks))
