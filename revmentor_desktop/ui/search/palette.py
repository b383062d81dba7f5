# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list over the window: a line to type into, the results, and how to move."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.search.delegate import HEAD, HEIGHT, ResultDelegate
from revmentor_desktop.ui.search.field import QueryField
from revmentor_desktop.ui.search.model import ResultModel, spoken
from revmentor_desktop.ui.search.results import Entry, Index
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_DIALOG
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box, paint_shadow
from revmentor_desktop.ui.widgets.table import prepare_view

WIDTH, TOP = 560, 64
"""Width of the list and its distance from the top of the window, in px at 100 %."""
EDGE = 12
"""Least distance from the edges of a small window, in px."""
_TALL = 460
"""Height of the window from which the foot is shown and the list keeps its distance from the top, in px at 100 %."""
_HEAD_MARGIN = 8
_LEAST = 130
"""Height of the place for the results when there are few or none, in px at 100 %."""

_SAID = 32
"""Letters of what was typed that are said again."""


def shortened(query: str) -> str:
    """Return what was typed, cut where a sentence could not hold it."""
    return query if len(query) <= _SAID else f"{query[:_SAID]}…"


class SearchPalette(QWidget):
    """A child that covers its host while open. ``chosen(Entry)`` after it has closed; a click beside it closes it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._host = theme, host
        self._index = Index(())
        self._before: QWidget | None = None
        self.box = QWidget(self)
        self.field = QueryField(theme, self.box)
        self.model = ResultModel(self)
        self.list = QListView(self.box)
        self._mark = QLabel()
        self.nothing = EmptyState(theme, "search", "")
        self._hint = PlainLabel(theme, _("↑ ↓ move · Enter opens · Esc closes"), "caption", "text2")
        self._build()
        self._connect()
        self.hide()
        self._restyle()

    def open_with(self, index: Index) -> None:
        """Show it, empty, over these entries, with the focus."""
        self._index = index
        if not self.isVisible():
            self._before = self._host.focusWidget()
        self.field.clear()
        self._search()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def current(self) -> Entry | None:
        """Return the result that Enter would open."""
        return self.model.entry(self.list.currentIndex().row())

    def entries(self) -> tuple[Entry, ...]:
        """Return all results shown, from top to bottom."""
        rows = (self.model.entry(row) for row in range(self.model.rowCount()))
        return tuple(entry for entry in rows if entry is not None)

    # Inside

    def _build(self) -> None:
        column = QVBoxLayout(self.box)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(22, _HEAD_MARGIN, 16, _HEAD_MARGIN)
        head.setSpacing(12)
        head.addWidget(self._mark)
        head.addWidget(self.field, 1)
        column.addLayout(head)
        column.addWidget(Line())
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        column.addLayout(self._pages, 1)
        self._foot_line = Line()
        column.addWidget(self._foot_line)
        self._hint.setContentsMargins(22, 7, 16, 8)
        column.addWidget(self._hint)
        prepare_view(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(self._theme, self.list))
        self.list.setAccessibleName(_("Results"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.moved.connect(self._move)
        self.field.chosen.connect(self._choose)
        self.field.left.connect(self.dismiss)
        self.list.clicked.connect(self._click)
        self._host.installEventFilter(self)
        self._theme.changed.connect(self._restyle)

    def _search(self) -> None:
        query = self.field.text()
        self.model.show_entries(self._index.find(query))
        found = self.model.rowCount() > 0
        self._pages.setCurrentIndex(0 if found else 1)
        if not found:
            words = _("Nothing matches “{query}”.").format(query=shortened(" ".join(query.split())))
            self.nothing.say(words, _("Try a name, a post, a date or what you want to do."))
            self._announce(words)
        self.list.scrollToTop()
        self._select(self.model.next_row(-1, 1))
        self._place()

    def _move(self, step: int) -> None:
        if abs(step) == 1:
            self._select(self.model.next_row(self.list.currentIndex().row(), step))
            return
        rows = [row for row in range(self.model.rowCount()) if self.model.entry(row) is not None]
        if rows:
            # The page keys stop at the ends; only the arrows go round.
            present = rows.index(self.list.currentIndex().row())
            self._select(rows[max(0, min(present + step, len(rows) - 1))])

    def _select(self, row: int) -> None:
        if row < 0:
            return
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        # The head of the first group comes into sight with its first result.
        self.list.scrollTo(self.model.index(row - 1) if row == 1 else index)
        entry = self.model.entry(row)
        if entry is not None and self.isVisible():
            self._announce(spoken(entry))

    def _announce(self, words: str) -> None:
        """Let a reader say it: the focus stays in the field."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _choose(self) -> None:
        entry = self.current()
        if entry is not None:
            self.dismiss()
            self.chosen.emit(entry)

    def _click(self, index: QModelIndex) -> None:
        if self.model.entry(index.row()) is not None:
            self.list.setCurrentIndex(index)
            self._choose()

    def _restyle(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("search", "text2", 18))
        self.list.doItemsLayout()
        self._place()

    def _place(self) -> None:
        """Lay the box over the host, as high as its rows ask for and the host allows."""
        host, theme = self._host, self._theme
        self.setGeometry(host.rect())
        tall = host.height() >= theme.px(_TALL)
        self._hint.setVisible(tall)
        self._foot_line.setVisible(tall)
        top = theme.px(TOP) if tall else EDGE
        width = min(theme.px(WIDTH), host.width() - 2 * EDGE)
        entries = len(self.entries())
        rows = theme.px(HEIGHT) * entries + theme.px(HEAD) * (self.model.rowCount() - entries)
        head = self.field.sizeHint().height() + 2 * _HEAD_MARGIN + 1
        foot = self._hint.sizeHint().height() + 1 if tall else 0
        height = min(head + max(rows + 10, theme.px(_LEAST)) + foot, host.height() - top - EDGE)
        self.box.setGeometry(QRect((host.width() - width) // 2, top, width, height))
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt may still ask while the window goes, when Python has already taken its attributes.
        if watched is getattr(self, "_host", None) and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.box.geometry())
        painter.fillRect(self.rect(), self._theme.shade(96 if self._theme.is_dark else 32))
        paint_shadow(painter, box, RADIUS_DIALOG, self._theme)
        paint_box(painter, box, RADIUS_DIALOG, self._theme.color("surface"), self._theme.color("border2"))
