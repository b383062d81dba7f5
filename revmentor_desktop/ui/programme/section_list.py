# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The names of the sections at the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text
from revmentor_desktop.ui.widgets.table import prepare_list

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its key, its name and its icon."""

    key: str
    text: str
    icon: str


def sections() -> tuple[Section, ...]:
    """Return the sections in their order."""
    return (
        Section("edition", _("Edition"), "flag"),
        Section("firm", _("Firm and signature"), "building-2"),
        Section("criteria", _("Pairing criteria"), "scale"),
        Section("days", _("Days without sessions"), "calendar-off"),
        Section("topics", _("Areas and topics"), "tags"),
        Section("sites", _("Sites"), "map-pin"),
    )


class SectionModel(QAbstractListModel):
    """The sections, for the list."""

    def __init__(self, shown: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = tuple(shown)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sections)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        section = self.sections[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return section.text
        if role == Qt.ItemDataRole.DecorationRole:
            return section.icon
        return section.key if role == Qt.ItemDataRole.UserRole else None


class _Tile(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.by_key = False
        """Whether the focus came by the keyboard: only then its ring is drawn."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self.by_key
        tile = QRectF(option.rect).adjusted(8, 1, -8, -1)
        if chosen:
            paint_box(painter, tile, 8, theme.color("surface"), theme.color("border"))
            middle = tile.center().y()
            paint_box(painter, QRectF(tile.left(), middle - theme.px(9), 3, theme.px(18)), 1.5, theme.color("accent"))
        elif hovered:
            paint_box(painter, tile, 8, theme.color("surface2"))
        if focused and chosen:
            paint_box(painter, tile, 8, None, theme.color("focus"), 2)
        icon = QRectF(tile.left() + 12, tile.top(), theme.px(18), tile.height())
        theme.paint_icon(painter, icon, str(index.data(Qt.ItemDataRole.DecorationRole)), "accent_text" if chosen else "text2", 18)
        place = QRectF(icon.right() + 10, tile.top(), tile.right() - icon.right() - 14, tile.height())
        role, ink = ("h3", "accent_text") if chosen else ("nav", "text")
        paint_text(painter, place, str(index.data()), theme, role, ink)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(40))


class SectionList(QFrame):
    """``chosen(key)`` when the user goes to another section; the arrows move."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, model: SectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "sunken")
        self.view = QListView(self)
        prepare_list(self.view)
        self.view.setModel(model)
        self._tile = _Tile(theme, self.view)
        self.view.setItemDelegate(self._tile)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.view.setAccessibleName(_("Sections of the programme"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_current(self, row: int) -> None:
        """Show which section is in sight, without emitting."""
        selection = self.view.selectionModel()
        blocked = selection.blockSignals(True)
        index = self.view.model().index(row, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(blocked)
        self.view.viewport().update()

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(str(current.data(Qt.ItemDataRole.UserRole)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        tile = getattr(self, "_tile", None)
        if tile is not None:
            if event.type() is QEvent.Type.KeyPress or (isinstance(event, QFocusEvent) and event.reason() in KEYBOARD_REASONS):
                tile.by_key = True
            elif event.type() is QEvent.Type.MouseButtonPress:
                tile.by_key = False
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(196))
        self.view.doItemsLayout()

    @override
    def resizeEvent(self, event: object) -> None:
        self.view.setGeometry(self.rect().adjusted(0, 6, 0, -6))
