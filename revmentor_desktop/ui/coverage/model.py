# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The topics of one group as a list that a view can show."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from revmentor_desktop.domain.people import folded
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.programme.coverage import Cover, Group
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.coverage import words

Index = QModelIndex | QPersistentModelIndex
COVER_ROLE, SECOND_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_NO_PARENT = QModelIndex()


class CoverageModel(QAbstractListModel):
    """Shows one group, narrowed to what holds every typed word in the names of topic, area and people."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers: tuple[Cover, ...] = ()
        self._snapshot: Snapshot | None = None
        self._shown: tuple[Cover, ...] = ()
        self._searched: dict[TopicId, str] = {}
        self.group, self.text = Group.NOBODY, ""

    def show_covers(self, covers: Sequence[Cover], snapshot: Snapshot) -> None:
        """Show other topics, of the same group and text."""
        self._covers, self._snapshot = tuple(covers), snapshot
        self._searched = {
            cover.topic_id: folded(
                " ".join((words.topic_name(cover.topic_id, snapshot), words.area_name(cover, snapshot), words.people_text(cover, snapshot)))
            )
            for cover in covers
        }
        self._narrow()

    def set_filter(self, group: Group, text: str) -> None:
        """Show another group, or what holds other words."""
        self.group, self.text = group, text
        self._narrow()

    def shown(self) -> tuple[Cover, ...]:
        """Return the topics in sight."""
        return self._shown

    def row_of(self, topic_id: TopicId | None) -> int:
        """Return the row of a topic, -1 when it is not in sight."""
        return next((row for row, cover in enumerate(self._shown) if cover.topic_id == topic_id), -1)

    def _narrow(self) -> None:
        wanted = folded(self.text).split()
        fresh = tuple(
            cover for cover in self._covers if cover.group is self.group and all(word in self._searched[cover.topic_id] for word in wanted)
        )
        if [cover.topic_id for cover in fresh] == [cover.topic_id for cover in self._shown]:
            self._shown = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._shown = fresh
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown) or self._snapshot is None:
            return None
        cover = self._shown[index.row()]
        if role == COVER_ROLE:
            return cover
        if role == Qt.ItemDataRole.DisplayRole:
            return words.topic_name(cover.topic_id, self._snapshot)
        if role == SECOND_ROLE:
            return words.row(cover, self._snapshot)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return words.spoken(cover, self._snapshot)
        return None
