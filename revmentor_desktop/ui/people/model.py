# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The people of the edition as a Qt model."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.ui.people.rows import DEPARTMENT, NAME, PAIR, ROLE, TOPICS, Filter, Row, matching, ordered
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.looks import role_look

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Row` itself, for the delegate."""


class PeopleModel(QAbstractTableModel):
    """Rows filtered and sorted; `set_rows` and `set_filter` show others."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._filter = Filter()
        self._order = (NAME, False)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the present people; what was selected stays selected while it is shown."""
        self._all = tuple(rows)
        self._rearrange()

    def set_filter(self, wanted: Filter) -> None:
        """Show only the rows that match."""
        self._filter = wanted
        self._rearrange()

    def shown(self) -> tuple[Row, ...]:
        """Return the rows in sight, in their order."""
        return self._shown

    def row_of(self, person_id: PersonId | None) -> int:
        """Return where somebody stands, -1 when they are not shown."""
        return next((place for place, row in enumerate(self._shown) if row.person_id == person_id), -1)

    def order_text(self) -> str:
        """Say by what the rows are ordered («Ordenadas por nombre»)."""
        names = {NAME: _("by name"), ROLE: _("by role"), DEPARTMENT: _("by department"), TOPICS: _("by topics"), PAIR: _("by pair")}
        return _("Sorted {how}").format(how=names[self._order[0]])

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else PAIR + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font("label")
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Person"), _("Role"), _("Department"), _("Topics"), _("Pair"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = _cell(row, index.column())
            return row.sentence if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAME else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(_tip(row, index.column()))
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (max(column, NAME), order is Qt.SortOrder.DescendingOrder)
        self._rearrange()

    def _rearrange(self) -> None:
        shown = ordered(matching(self._all, self._filter), self._order[0], descending=self._order[1])
        if shown == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {row.person_id: place for place, row in enumerate(shown)}
        now = [places.get(self._shown[index.row()].person_id, -1) if index.row() < len(self._shown) else -1 for index in before]
        self._shown = shown
        after = [self.index(place, index.column()) if place >= 0 else QModelIndex() for place, index in zip(now, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _cell(row: Row, column: int) -> str:
    if column == NAME:
        return row.name
    if column == ROLE:
        return role_look(row.role).text
    if column == DEPARTMENT:
        return row.department
    if column == TOPICS:
        return _("wants {wants}, offers {offers}").format(wants=row.wants, offers=row.offers)
    return row.pair_text


def _tip(row: Row, column: int) -> str:
    if column == NAME:
        return ", ".join(part for part in (row.name, row.position) if part)
    if column == TOPICS:
        return _("Wants to learn {wants}, can teach {offers}").format(wants=row.wants, offers=row.offers)
    if column == PAIR and row.draft:
        missing = plural("Missing: {answers}", "Still missing: {answers}", len(row.missing))
        return missing.format(answers=formats.joined(row.missing, current()))
    return _cell(row, column)
