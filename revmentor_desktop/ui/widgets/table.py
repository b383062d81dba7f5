# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Tables and lists in our look: a delegate whose rows are grounded by `paint_row`, and the settings all views share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_box, paint_row, paint_text

Index = QModelIndex | QPersistentModelIndex
ROW_TWO_LINES, ROW_ONE_LINE = 44, 38
"""Heights of rows in px at 100 %."""


class RowDelegate(QStyledItemDelegate):
    """Base of delegates: override `paint_content`; the ground, selection and focus are already drawn.

    Without override it writes the display text (and, under it, ``second_role`` in grey, when given).
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, height: int = ROW_ONE_LINE, second_role: int | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._height, self._second_role = height, second_role

    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        """Draw one cell inside ``rect`` (10 px of padding are already taken off at the sides)."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        align = Qt.AlignmentFlag(
            index.data(Qt.ItemDataRole.TextAlignmentRole) or (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        )
        second = str(index.data(self._second_role) or "") if self._second_role is not None else ""
        if not second:
            paint_text(painter, rect, text, self.theme, "table", "text", align)
            return
        first_line, second_line = two_lines(rect, self.theme)
        paint_text(painter, first_line, text, self.theme, "strong")
        paint_text(painter, second_line, second, self.theme, "caption", "text2")

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, view = option.state, option.widget
        rect = QRectF(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        paint_row(painter, rect, self.theme, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        if selected:
            self._paint_selection(painter, rect, index)
        if state & QStyle.StateFlag.State_HasFocus and view is not None and view.hasFocus() and not isinstance(view, QTableView):
            paint_box(painter, rect.adjusted(0, 0, 0, -1), 4, None, self.theme.color("focus"), 2)
        self.paint_content(painter, rect.adjusted(10, 0, -10, 0), index, option)

    def _paint_selection(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), self.theme.color("accent_soft"))
        if index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), self.theme.color("accent"))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(self.theme.metrics("table").horizontalAdvance(text) + 24, self.theme.px(self._height))


class EnterList(QListView):
    """A list whose row Enter opens: ``entered_row``."""

    entered_row = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
            return
        super().keyPressEvent(event)


def two_lines(rect: QRectF, theme: Theme) -> tuple[QRectF, QRectF]:
    """Return where the name and the second line of a row go, both centred together in ``rect``."""
    first, second = theme.line_height("strong"), theme.line_height("caption")
    top = rect.center().y() - (first + second) / 2
    return QRectF(rect.left(), top, rect.width(), first), QRectF(rect.left(), top + first, rect.width(), second)


def prepare_view(view: QAbstractItemView) -> None:
    """Settings of every list and table: whole rows, hover, no editing in place, scrolling by pixel."""
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


def prepare_list(view: QListView) -> None:
    """A list whose rows share a height."""
    prepare_view(view)
    view.setUniformItemSizes(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)


def prepare_table(view: QTableView, theme: Theme, *, row_height: int = ROW_TWO_LINES) -> None:
    """A table without grid or row numbers, sorted by its head, rows of ``row_height`` (grown with the text)."""
    prepare_view(view)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSortingEnabled(True)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    rows, head = view.verticalHeader(), view.horizontalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(theme.px(24))
    rows.setDefaultSectionSize(theme.px(row_height))
    head.setHighlightSections(False)
    head.setTextElideMode(Qt.TextElideMode.ElideRight)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setFixedHeight(theme.px(34))
    head.setStretchLastSection(True)
