# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How the rows of the list are drawn: sign, title, what tells it from others, and its shortcut at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.ui.search.model import ROW, Index
from revmentor_desktop.ui.search.results import Entry
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_text

HEAD, HEIGHT = 30, 36
"""Heights of the head of a group and of a result, in px at 100 %."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = 10
_SIDE = 8


class ResultDelegate(QStyledItemDelegate):
    """Draws heads and results of a `ResultModel`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = HEIGHT if isinstance(index.data(ROW), Entry) else HEAD
        return QSize(self._theme.px(120), self._theme.px(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), QRectF(option.rect)
        if not isinstance(row, Entry):
            words = rect.adjusted(_SIDE + 12, 6, -_SIDE, 0)
            paint_text(painter, words, str(index.data() or ""), self._theme, "label", "text2")
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, chosen, bool(option.state & QStyle.StateFlag.State_MouseOver))
        inner = rect.adjusted(_SIDE + 12, 0, -_SIDE - 12, 0)
        column = self._theme.px(24)
        self._paint_sign(painter, QRectF(inner.left(), inner.top(), column, inner.height()), row, chosen)
        self._paint_words(painter, inner.adjusted(column + _GAP, 0, 0, 0), row, chosen)

    def _paint_ground(self, painter: QPainter, rect: QRectF, chosen: bool, hovered: bool) -> None:
        theme, tile = self._theme, rect.adjusted(_SIDE, 1, -_SIDE, -1)
        if chosen:
            paint_box(painter, tile, 8, theme.color("accent_soft"))
            bar = theme.px(18)
            paint_box(painter, QRectF(tile.left(), tile.center().y() - bar / 2, 3, bar), 1.5, theme.color("accent"))
        elif hovered:
            paint_box(painter, tile, 8, theme.color("surface2"))

    def _paint_sign(self, painter: QPainter, place: QRectF, entry: Entry, chosen: bool) -> None:
        theme = self._theme
        if entry.initials:
            side = place.width()
            circle = QRectF(place.left(), place.center().y() - side / 2, side, side)
            paint_avatar(painter, circle, entry.initials, entry.role, theme)
            return
        action = entry.target
        if not entry.icon and isinstance(action, QAction) and not action.icon().isNull():
            side = theme.px(16)
            box = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
            action.icon().paint(painter, box.toRect())
            return
        theme.paint_icon(painter, place, entry.icon or "arrow-right", "accent_text" if chosen else "text2", 16)

    def _paint_words(self, painter: QPainter, place: QRectF, entry: Entry, chosen: bool) -> None:
        theme = self._theme
        right = place.right()
        if entry.keys:
            width = theme.metrics("chip").horizontalAdvance(entry.keys) + 2
            paint_text(painter, QRectF(right - width, place.top(), width, place.height()), entry.keys, theme, "chip", "text2", _RIGHT)
            right -= width + _GAP
        role = "strong" if chosen else "table"
        room = right - place.left()
        width = min(float(theme.metrics(role).horizontalAdvance(entry.title) + 2), room)
        paint_text(painter, QRectF(place.left(), place.top(), width, place.height()), entry.title, theme, role)
        left = place.left() + width + _GAP
        if entry.detail and right - left > theme.px(24):
            paint_text(painter, QRectF(left, place.top(), right - left, place.height()), entry.detail, theme, "caption", "text2")
