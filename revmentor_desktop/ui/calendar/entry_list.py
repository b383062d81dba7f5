# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A list of sessions in the panel: those of a day, those that clash, those without acta or without date."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.calendar.delegate import PAINTS
from revmentor_desktop.ui.calendar.entries import Entry, Kind, kind_look
from revmentor_desktop.ui.calendar.facts import short_date_and_hour
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_text, saved
from revmentor_desktop.ui.widgets.table import Index, RowDelegate, prepare_view

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING = 10


class EntryModel(QAbstractListModel):
    """Sessions, one a row."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.names
        sentence = ". ".join(part for part in (f"{entry.names}, {_second_line(entry)}", entry.reason) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence
        return tip_text(sentence) if role == Qt.ItemDataRole.ToolTipRole else None


class EntryDelegate(RowDelegate):
    """Icon, names over state and date, and the reason in as many lines as it needs."""

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        theme, top = self.theme, rect.top() + _PADDING - 3
        first, second = theme.line_height("strong"), theme.line_height("caption")
        side = theme.px(16)
        icon = "circle-dashed" if entry.undated and entry.kind is Kind.PLANNED else kind_look(entry.kind).icon
        theme.paint_icon(painter, QRectF(rect.left(), top, side, first), icon, PAINTS[entry.kind].icon, 14)
        left = rect.left() + side + 8
        width = rect.right() - left
        paint_text(painter, QRectF(left, top, width, first), entry.names, theme, "strong")
        paint_text(painter, QRectF(left, top + first, width, second), _second_line(entry), theme, "caption", "text2")
        if entry.reason:
            with saved(painter):
                painter.setFont(theme.font("caption"))
                painter.setPen(theme.color("text2"))
                wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft)
                painter.drawText(QRectF(left, top + first + second + 2, width, rect.bottom() - top - first - second), entry.reason, wrapped)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry, theme = index.data(ENTRY_ROLE), self.theme
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QListView) else option.rect.width()) - 2 * 10 - theme.px(16) - 8
        height = theme.line_height("strong") + theme.line_height("caption") + 2 * _PADDING - 4
        if isinstance(entry, Entry) and entry.reason:
            needed = theme.metrics("caption").boundingRect(0, 0, max(width, 40), 10_000, Qt.TextFlag.TextWordWrap, entry.reason)
            height += needed.height() + 4
        return QSize(100, height)


class EntryList(QListView):
    """``chosen(id)`` by click or Enter."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, entries: Sequence[Entry], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare_view(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(EntryModel(entries, self))
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Enter opens a session"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid() and not event.modifiers():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.chosen.emit(entry.session_id)


def _second_line(entry: Entry) -> str:
    """Say when, in which state and which number: «mar 9 mar, 09:00 · prevista · sesión 4»."""
    number = _("session {number}").format(number=entry.session.number)
    state = "" if entry.undated and entry.kind is Kind.PLANNED else kind_look(entry.kind).text.lower()
    when = short_date_and_hour(entry.session.start) if entry.session.start is not None else ""
    return " · ".join(part for part in (when, entry.cause or state, number) if part)
