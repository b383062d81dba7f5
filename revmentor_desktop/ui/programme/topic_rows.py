# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Areas and topics as rows: how many want each and how many offer it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_text
from revmentor_desktop.ui.widgets.table import RowDelegate, prepare_list

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic, or (``topic_id`` ``None``) the area over its topics. ``wants`` and ``offers`` count people."""

    name: str
    topic_id: TopicId | None
    wants: int = 0
    offers: int = 0


def topic_rows(snapshot: Snapshot) -> tuple[TopicRow, ...]:
    """Return every area followed by its topics; the firm's own topics without area come last."""
    active = [answers for person_id, answers in snapshot.enrolments.items() if snapshot.is_active(person_id)]
    wants = Counter(want.topic_id for answers in active for want in answers.wants)
    offers = Counter(offer.topic_id for answers in active for offer in answers.offers)
    found: list[TopicRow] = []
    areas = sorted(snapshot.areas, key=lambda area: area.position)
    for area_id, name in [*((area.id, area.name) for area in areas), (None, _("Topics of your own"))]:
        topics = [topic for topic in snapshot.topics.values() if topic.area_id == area_id]
        if topics:
            found.append(TopicRow(name, None))
            found += [TopicRow(t.name, t.id, wants[t.id], offers[t.id]) for t in sorted(topics, key=lambda t: (t.position, t.name))]
    return tuple(found)


class TopicsModel(QAbstractListModel):
    """The rows, for the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TopicRow, ...] = ()

    def rows(self) -> tuple[TopicRow, ...]:
        """Return what is shown."""
        return self._rows

    def row_of(self, topic_id: TopicId) -> int:
        """Return the row of a topic, -1 when it is not there."""
        return next((number for number, row in enumerate(self._rows) if row.topic_id == topic_id), -1)

    def show_rows(self, rows: Sequence[TopicRow]) -> None:
        """Show other rows; the same are left alone."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].topic_id is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.name if row.topic_id is None else f"{row.name}: {wanted_text(row.wants)}, {offered_text(row.offers)}"
        return None


class TopicsDelegate(RowDelegate):
    """Name, how many want it and how many offer it; areas as headings."""

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        row, theme = index.data(Qt.ItemDataRole.UserRole), self.theme
        rect = rect.adjusted(0, 0, 0, -1)
        if row.topic_id is None:
            paint_text(painter, rect.adjusted(-6, theme.px(8), 0, 0), row.name, theme, "h3")
            return
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        end = rect.right()
        for icon, number, tone in (("arrow-up-from-line", row.offers, "mentor"), ("arrow-down-to-line", row.wants, "mentee")):
            ink = tone if number else "text3"
            place = QRectF(end - theme.px(22), rect.top(), theme.px(22), rect.height())
            paint_text(painter, place, str(number), theme, "table", ink, right)
            theme.paint_icon(painter, QRectF(place.left() - theme.px(16), rect.top(), theme.px(16), rect.height()), icon, ink, 14)
            end = place.left() - theme.px(28)
        paint_text(painter, QRectF(rect.left() + 2, rect.top(), end - rect.left() - 8, rect.height()), row.name, theme)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(super().sizeHint(option, index).width(), self.theme.px(ROW_HEIGHT + (10 if row.topic_id is None else 0)))


class TopicsList(QListView):
    """The list of areas and topics."""

    def __init__(self, theme: Theme, model: TopicsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare_list(self)
        self.setUniformItemSizes(False)
        self.setModel(model)
        self.setItemDelegate(TopicsDelegate(theme, self, height=ROW_HEIGHT))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(_("Areas and topics"))
        self._theme = theme
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setMinimumHeight(self._theme.px(7 * ROW_HEIGHT))
        self.doItemsLayout()


def wanted_text(number: int) -> str:
    """Return «5 quieren aprender»."""
    if number == 0:
        return _("nobody wants to learn it")
    return plural("{n} wants to learn it", "{n} want to learn it", number).format(n=number)


def offered_text(number: int) -> str:
    """Return «3 pueden aportar»."""
    if number == 0:
        return _("nobody can teach it")
    return plural("{n} can teach it", "{n} can teach it", number).format(n=number)
