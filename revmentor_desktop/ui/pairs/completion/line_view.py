# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list inside a card: pairs with their ring, tinted where the proposals differ; names with the reason below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.ui.pairs.completion.lines import Line, LineKind
from revmentor_desktop.ui.pairs.models import RECORD, ToldModel
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_ring, paint_text
from revmentor_desktop.ui.widgets.table import prepare_view

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class _Places:
    name: QRectF
    reason: QRectF
    ring: QRectF

    @property
    def words(self) -> QRectF:
        return self.name.united(self.reason) if self.reason.height() else self.name


class LineView(QListView):
    """Lines to read with the arrows. ``entered``: the focus came; ``used``: Enter; ``stepped(±1)``: left and right.

    ``pressed_key(key)``: F2 or Supr; ``moved``: another line is the current one.
    """

    entered = Signal()
    used = Signal()
    stepped = Signal(int)
    pressed_key = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._spread = theme, False
        self.lines = ToldModel[Line](self)
        prepare_view(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(theme.px(72))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.lines.show_records(lines)

    def whole_height(self) -> int:
        """Return the height at which nothing scrolls, at the present width."""
        option = QStyleOptionViewItem()
        return sum(self.itemDelegate().sizeHint(option, self.lines.index(row, 0)).height() for row in range(self.lines.rowCount())) + 2

    def spread(self) -> None:
        """Be as high as the lines are from now on."""
        self._spread = True
        self.setMinimumHeight(self.whole_height())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), min(self.whole_height(), self._theme.px(230)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(72))

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()
        if self._spread and e.oldSize().width() != e.size().width():
            self.setMinimumHeight(self.whole_height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(min(1, self.lines.rowCount() - 1), 0))
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.used.emit()
        elif plain and key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            self.pressed_key.emit(int(key))
        else:
            super().keyPressEvent(event)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, px = index.data(RECORD), self._theme.px
        if not isinstance(line, Line):
            return QSize()
        if line.kind is LineKind.HEADING:
            return QSize(px(80), px(30))
        words = self._places(line, QRectF(0, 0, self._view.viewport().width(), px(34))).words
        return QSize(px(80), max(px(38), round(words.height()) + px(12)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, theme = index.data(RECORD), self._theme
        if not isinstance(line, Line):
            return
        rect = QRectF(option.rect)
        if line.kind is LineKind.HEADING:
            paint_text(painter, rect.adjusted(2, theme.px(8), 0, 0), line.text, theme, "label", "text2")
        else:
            self._paint_line(painter, rect.adjusted(0, 2, -2, -2), line)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            paint_box(painter, rect.adjusted(0, 1, -2, -1), 6, None, theme.color("focus"), 2)

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        theme, side, gone = self._theme, self._theme.px(26), line.kind is LineKind.GONE
        if line.differs:
            paint_box(painter, rect, 6, theme.color("accent_soft"))
        top = rect.center().y() - side / 2
        for number, (initials, role) in enumerate(zip(line.initials, line.roles, strict=True)):
            box = QRectF(rect.left() + theme.px(6) + number * side * 0.8, top, side, side)
            paint_avatar(painter, box, initials, role, theme, faded=gone)
        places = self._places(line, rect)
        self._write(painter, places.name, line.text, "segment", "text2" if gone else "text")
        self._write(painter, places.reason, line.reason, "caption", "warn" if line.warns else "text2")
        if line.score is not None:
            paint_ring(painter, places.ring, line.score, theme)

    def _write(self, painter: QPainter, rect: QRectF, text: str, role: str, token: str) -> None:
        painter.save()
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(token))
        painter.drawText(rect, _WRAPPED, text)
        painter.restore()

    def _places(self, line: Line, rect: QRectF) -> _Places:
        """Where the parts of a line stand; names wrap before they would be cut."""
        px = self._theme.px
        ring = QRectF(rect.right() - px(36), rect.center().y() - px(15), px(30), px(30))
        width = self._theme.px(26) * (0.8 * len(line.initials) + 0.2)
        left = rect.left() + px(6) + width + px(10)
        room = max((ring.left() if line.score is not None else rect.right()) - px(6) - left, px(80))
        name, reason = (self._height(text, role, room) for text, role in ((line.text, "segment"), (line.reason, "caption")))
        top = rect.center().y() - (name + reason) / 2
        return _Places(QRectF(left, top, room, name), QRectF(left, top + name, room, reason), ring)

    def _height(self, text: str, role: str, width: float) -> int:
        room = QRect(0, 0, int(width), 10_000)
        return self._theme.metrics(role).boundingRect(room, _WRAPPED, text).height() if text else 0
