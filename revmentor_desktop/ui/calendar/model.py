# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A month as a Qt model: a row for each week, a column for each weekday."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from revmentor_desktop.i18n import current, formats
from revmentor_desktop.ui.calendar.month import WEEK, Day

Index = QModelIndex | QPersistentModelIndex
DAY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Day` itself, for the delegate."""
_FRIDAY = 4


class MonthModel(QAbstractTableModel):
    """The weeks of one month; `set_weeks` shows another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[tuple[Day, ...], ...] = ()
        self._head_font = QFont()

    def set_weeks(self, weeks: tuple[tuple[Day, ...], ...]) -> None:
        """Show other days, or the same with other sessions."""
        if [week[0].day for week in weeks] == [week[0].day for week in self._weeks]:
            self._weeks = weeks
            self.dataChanged.emit(self.index(0, 0), self.index(len(weeks) - 1, WEEK - 1))
            return
        self.beginResetModel()
        self._weeks = weeks
        self.endResetModel()

    def set_head_font(self, font: QFont) -> None:
        """Write the names of the weekdays in this font, whatever the view would choose."""
        self._head_font = font
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WEEK - 1)

    def day_at(self, index: Index) -> Day | None:
        """Return what a cell holds, ``None`` for none."""
        return self._weeks[index.row()][index.column()] if index.isValid() and index.row() < len(self._weeks) else None

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day, an invalid index when it is not shown."""
        for row, week in enumerate(self._weeks):
            if week[0].day <= day <= week[-1].day:
                return self.index(row, day.weekday())
        return QModelIndex()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._weeks)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WEEK

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            name = formats.weekday_name(section, current())
            return name if section <= _FRIDAY else name[:3]
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation is Qt.Orientation.Horizontal:
            return formats.weekday_name(section, current())
        return self._head_font if role == Qt.ItemDataRole.FontRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day_at(index)
        if day is None:
            return None
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return day.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day.sentence
        return None
