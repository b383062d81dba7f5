# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Lines of lists to pick from: high enough to hit, areas as quiet headings."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text
from revmentor_desktop.ui.widgets.table import Index

HEIGHT = 30
"""Height of a line in px at 100 %."""


class ListItemDelegate(QStyledItemDelegate):
    """Writes the display text; an item that cannot be chosen is a heading, one with an icon shows a plus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, text = QRectF(option.rect), str(index.data() or "")
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            paint_text(painter, rect.adjusted(10, 4, -8, 0), text, self._theme, "label", "text2")
            return
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if option.state & QStyle.StateFlag.State_Selected or hovered:
            token = "accent_soft" if option.state & QStyle.StateFlag.State_Selected else "surface2"
            paint_box(painter, rect.adjusted(2, 1, -2, -1), 6, self._theme.color(token))
        left = 10.0
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            self._theme.paint_icon(painter, QRectF(rect.left() + 8, rect.top(), self._theme.px(16), rect.height()), "plus", "accent", 14)
            left += self._theme.px(18)
        paint_text(painter, rect.adjusted(left, 0, -8, 0), text, self._theme, "table")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._theme.metrics("table").horizontalAdvance(str(index.data() or "")) + 24
        return QSize(width, self._theme.px(HEIGHT))
