# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The papers as a Qt model whose rows can be ticked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from revmentor_desktop.domain.agreements import AgreementId
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.ui.documents.rows import Row
from revmentor_desktop.ui.widgets.labels import tip_text

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Row` itself, for the delegate."""
ALL = "all"


class PapersModel(QAbstractListModel):
    """``ticks_changed`` when other rows are ticked. Ticks outlive the filter, but only rows in sight count."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._state = ALL
        self._ticks: frozenset[AgreementId] = frozenset()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the present papers; what was selected and ticked stays so."""
        self._all = tuple(rows)
        self._rearrange()

    def set_state(self, state: str) -> None:
        """Show only the papers in one state, or ``all``."""
        self._state = state
        self._rearrange()
        self.ticks_changed.emit()

    @property
    def state(self) -> str:
        """The state that is shown, ``all`` for every one."""
        return self._state

    def rows(self) -> tuple[Row, ...]:
        """Return every row, filtered out or not."""
        return self._all

    def shown(self) -> tuple[Row, ...]:
        """Return the rows in sight."""
        return self._shown

    def ticked(self) -> tuple[Row, ...]:
        """Return the rows in sight that are ticked."""
        return tuple(row for row in self._shown if row.agreement_id in self._ticks)

    def is_ticked(self, row: Row) -> bool:
        """Tell whether a row is ticked."""
        return row.agreement_id in self._ticks

    def tick_only(self, ids: Iterable[AgreementId]) -> None:
        """Tick these and no other."""
        ticks = frozenset(ids)
        if ticks != self._ticks:
            self._ticks = ticks
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [Qt.ItemDataRole.CheckStateRole])
            self.ticks_changed.emit()

    def tick_also(self, ids: Iterable[AgreementId]) -> None:
        """Tick these besides."""
        self.tick_only(self._ticks | frozenset(ids))

    def untick(self, ids: Iterable[AgreementId]) -> None:
        """Take the ticks of these away."""
        self.tick_only(self._ticks - frozenset(ids))

    def toggle(self, index: Index) -> None:
        """Tick a row, or untick it."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            self.tick_only(self._ticks ^ {row.agreement_id})

    def place_of(self, agreement_id: AgreementId | None) -> int:
        """Return where a paper stands, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._shown) if row.agreement_id == agreement_id), -1)

    def place_of_pair(self, pair_id: PairId) -> int:
        """Return where the paper of a pair stands, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._shown) if row.pair_id == pair_id), -1)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.names
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(row.tip)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence(ticked=self.is_ticked(row))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) is not self.is_ticked(self._shown[index.row()]):
            self.toggle(index)
        return True

    def _rearrange(self) -> None:
        shown = tuple(row for row in self._all if self._state in (ALL, row.agreement.state.value))
        if shown == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {row.agreement_id: place for place, row in enumerate(shown)}
        now = [places.get(self._shown[index.row()].agreement_id, -1) if index.row() < len(self._shown) else -1 for index in before]
        self._shown = shown
        after = [self.index(place) if place >= 0 else QModelIndex() for place in now]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
