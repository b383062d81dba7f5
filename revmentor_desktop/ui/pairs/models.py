# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Items of a column and rows of pairs as Qt models: lists, so that arrows and screen readers walk through them."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.pair_rows import PairRow
from revmentor_desktop.ui.widgets.labels import tip_text

Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole + 1
"""The record itself, for the delegate."""


class Told(Protocol):
    """A record that can be read aloud."""

    @property
    def sentence(self) -> str:
        """All of it in words."""
        ...


Record = TypeVar("Record", bound=Told)


class ToldModel(QAbstractListModel, Generic[Record]):
    """Records whose sentence is read to who cannot see them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: tuple[Record, ...] = ()

    def show_records(self, records: Sequence[Record]) -> bool:
        """Show these; returns whether anything was another before. The view's current row is lost when so."""
        listed = tuple(records)
        if listed == self.records:
            return False
        self.beginResetModel()
        self.records = listed
        self.endResetModel()
        return True

    def record(self, index: Index) -> Record | None:
        """Return what stands at an index."""
        return self.records[index.row()] if index.isValid() and index.row() < len(self.records) else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.records)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index)
        if record is None:
            return None
        if role == RECORD:
            return record
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return record.sentence
        return self.tip(record) if role == Qt.ItemDataRole.ToolTipRole else None

    def tip(self, record: Record) -> str:
        """Return the tooltip of a record."""
        return tip_text(record.sentence)


class ItemModel(ToldModel[Item]):
    """A column of people. Headings are passed over by keys and clicks."""

    @override
    def show_records(self, records: Sequence[Item]) -> bool:
        listed = tuple(records)
        if listed == self.records or _lines(listed) != _lines(self.records):
            return super().show_records(listed)
        # The same people in the same lines are only written anew: the mark, what is in sight and a drag stay.
        self.records = listed
        self.dataChanged.emit(self.index(0, 0), self.index(len(listed) - 1, 0))
        return False

    def place_of(self, person_id: PersonId | None) -> QModelIndex:
        """Return where somebody stands, an invalid index when they are not listed."""
        row = next((place for place, item in enumerate(self.records) if person_id is not None and item.person_id == person_id), -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        item = self.record(index)
        if item is None or item.kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _lines(items: Sequence[Item]) -> list[tuple[Kind, PersonId | None, bool]]:
    return [(item.kind, item.person_id, bool(item.warning)) for item in items]


class PairModel(ToldModel[PairRow]):
    """The pairs that a filter leaves."""

    def place_of(self, pair_id: PairId | None) -> QModelIndex:
        """Return where a pair stands, an invalid index when it is not listed."""
        row = next((place for place, pair in enumerate(self.records) if pair.pair_id == pair_id), -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()
