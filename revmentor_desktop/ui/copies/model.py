# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The copies as a list that a view can show."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from revmentor_desktop.ui.copies.rows import Head, Line, Row, lines

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


class CopiesModel(QAbstractListModel):
    """Heads can't be chosen. ``today`` and ``grouped`` are what the delegate words its lines by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self.today = date.min
        self.grouped = False

    def set_rows(self, rows: Sequence[Row], today: date) -> None:
        """Show other copies."""
        fresh = lines(rows, today)
        same_places = [_place(line) for line in fresh] == [_place(line) for line in self._lines] and today == self.today
        if not same_places:
            self.beginResetModel()
        self._rows, self._lines, self.today = tuple(rows), fresh, today
        self.grouped = any(isinstance(line, Head) for line in fresh)
        if same_places and fresh:
            # What is chosen stays chosen when only the marks change.
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
        elif not same_places:
            self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return the copies, newest first."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """Return the copy at an index, ``None`` for a head or nothing."""
        line = self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None
        return line if isinstance(line, Row) else None

    def place_of(self, name: str) -> int:
        """Return the place of the copy with a file name, of the newest when it is gone, -1 without any."""
        found = [(number, line.copy.path.name) for number, line in enumerate(self._lines) if isinstance(line, Row)]
        return next((number for number, known in found if known == name), found[0][0] if found else -1)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken(self.today) if isinstance(line, Row) else line.text
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _place(line: Line) -> str:
    return line.copy.path.name if isinstance(line, Row) else line.text
