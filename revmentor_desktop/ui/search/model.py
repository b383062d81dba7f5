# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The rows of the list: the results, with the name of its group above each first one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.search.results import Entry, Group

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""What a row is: an `Entry`, or the `Group` whose name it shows."""
_NOWHERE = QModelIndex()


def group_name(group: Group) -> str:
    """Return the name of a group, as it stands above its results."""
    return {
        Group.PEOPLE: _("People"),
        Group.PAIRS: _("Pairs"),
        Group.SESSIONS: _("Sessions"),
        Group.DOCUMENTS: _("Documents"),
        Group.ACTIONS: context("search", "Actions"),
        Group.PLACES: context("search", "Go to"),
    }[group]


class ResultModel(QAbstractListModel):
    """What was found, for the list. Heads of groups can't be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Entry | Group, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other results; those of a group stand together."""
        rows: list[Entry | Group] = []
        group: Group | None = None
        for entry in entries:
            if entry.group is not group:
                group = entry.group
                rows.append(group)
            rows.append(entry)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the result in a row, ``None`` for a head or outside."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def next_row(self, row: int, step: int) -> int:
        """Return the row of the result ``step`` further from ``row``, heads skipped, round the ends; -1 without any."""
        places = [place for place, found in enumerate(self._rows) if isinstance(found, Entry)]
        if not places:
            return -1
        if row not in places:
            return places[0 if step > 0 else -1]
        return places[(places.index(row) + step) % len(places)]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return group_name(row) if isinstance(row, Group) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return group_name(row) if isinstance(row, Group) else spoken(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def spoken(entry: Entry) -> str:
    """Return a result as it is read aloud: «Lucía Serrano Pombo, Técnica · Marketing, Personas»."""
    return ", ".join(part for part in (entry.title, entry.detail, group_name(entry.group), entry.keys) if part)
