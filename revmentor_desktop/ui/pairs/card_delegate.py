# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a person is drawn in a column of the board."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.ui.pairs.drag_marks import CardMarks
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.models import RECORD
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets.held import is_held
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_focus, paint_ring, paint_text, whole_parts

Index = QModelIndex | QPersistentModelIndex
GAP = 4
"""Room around each box, in px: that of the focus ring."""
_HEIGHTS = {Kind.CARD: 68, Kind.FIT: 72, Kind.BLOCKED: 46, Kind.UNREADY: 44, Kind.HEADING: 26}
_LINE = 18
"""What a line more adds to a suggestion."""
_ROOMY = 226
"""Width in px at 100 % from which the lines of who cannot be paired keep away from the edge as the cards do."""
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CardDelegate(QStyledItemDelegate):
    """Cards of people who can be paired, and quiet lines of those who cannot. ``show_ring``: the keys are in use."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.show_ring = False
        self.marks = CardMarks(theme)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(RECORD)
        height = _HEIGHTS[item.kind] + (_LINE if item.warning else 0) if isinstance(item, Item) else 0
        return QSize(self._theme.px(80), self._theme.px(height) + 2 * GAP)

    def act_rect(self, rect: QRectF, item: Item) -> QRectF | None:
        """Return where «Forzar…» or «Completar» stands and is clicked, ``None`` without. ``rect`` is that of the item."""
        if not item.act or is_held(self._view):
            return None
        width = self._theme.metrics("label").horizontalAdvance(item.act) + 8
        return QRectF(rect.right() - GAP - self._inset(rect) - width, rect.top() + GAP, width, self._theme.px(25))

    def _inset(self, rect: QRectF) -> int:
        """Room between the edge of a line and what stands in it: as in a card, where there is enough."""
        return self._theme.px(8 if rect.width() >= self._theme.px(_ROOMY) else 4)

    def wants_click(self, rect: QRectF, item: Item, where: QPointF) -> bool:
        """Whether a click there means what can be done in the line itself."""
        act = self.act_rect(rect, item)
        return act is not None and act.contains(where)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(RECORD)
        if not isinstance(item, Item):
            return
        rect = QRectF(option.rect)
        box = rect.adjusted(GAP, GAP, -GAP, -GAP)
        if item.kind is Kind.HEADING:
            foot = QRectF(box.left(), box.bottom() - self._theme.px(18), box.width(), self._theme.px(18))
            paint_text(painter, foot, item.name, self._theme, "label", "text2")
            return
        if self.marks.take_over(painter, box, item):
            return
        self._paint_ground(painter, box, item, option)
        if item.kind in (Kind.CARD, Kind.FIT):
            self._paint_card(painter, box, item)
        else:
            self._paint_line(painter, rect, box, item)

    def _paint_ground(self, painter: QPainter, box: QRectF, item: Item, option: QStyleOptionViewItem) -> None:
        if self.marks.paint_ground(painter, box, item):
            return
        state = option.state
        selected, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        quiet = item.kind not in (Kind.CARD, Kind.FIT)
        if selected:
            paint_box(painter, box, RADIUS_CARD, self._theme.color("surface"), self._theme.color("accent"), 2)
        elif not quiet:
            ground, edge = ("surface2", "input") if hovered else ("surface", "border")
            paint_box(painter, box, RADIUS_CARD, self._theme.color(ground), self._theme.color(edge))
        elif hovered:
            paint_box(painter, box, RADIUS_CARD, self._theme.color("surface2"))
        view = option.widget
        if self.show_ring and state & QStyle.StateFlag.State_HasFocus and view is not None and view.hasFocus():
            paint_focus(painter, box, RADIUS_CARD, self._theme)

    def _paint_card(self, painter: QPainter, box: QRectF, item: Item) -> None:
        theme = self._theme
        px = theme.px
        slim = box.width() < px(192)
        side = px(28 if slim else 32)
        head = QRectF(box.left() + px(10), box.top() + px(8), box.width() - px(20), px(36))
        paint_avatar(painter, QRectF(head.left(), head.center().y() - side / 2, side, side), item.initials, item.role, theme)
        right = head.right()
        if item.kind is Kind.FIT:
            ring = px(30 if slim else 36)
            paint_ring(painter, QRectF(right - ring, head.center().y() - ring / 2, ring, ring), item.score, theme)
            right -= ring + px(4)
        left = head.left() + side + px(8 if slim else 10)
        paint_text(painter, QRectF(left, head.top(), right - left, px(20)), item.name, theme, "h3")
        second = whole_parts(item.second, theme, "caption", right - left)
        paint_text(painter, QRectF(left, head.top() + px(19), right - left, px(16)), second, theme, "caption", "text2")
        edge = px(8 if slim else 12)
        line = QRectF(box.left() + edge, head.bottom() + px(2 if item.kind is Kind.CARD else 4), box.width() - edge - px(8), px(16))
        self._paint_third(painter, line, item.third, item.icon, item.tone)
        if item.warning:
            self._paint_third(painter, line.translated(0, px(_LINE)), item.warning, "triangle-alert", "warn")

    def _paint_third(self, painter: QPainter, line: QRectF, text: str, icon: str, tone: str) -> None:
        theme, px = self._theme, self._theme.px
        if icon:
            theme.paint_icon(painter, QRectF(line.left(), line.top(), px(14), px(16)), icon, "warn_icon" if tone == "warn" else tone, 14)
            line = line.adjusted(px(18), 0, 0, 0)
        paint_text(painter, line, text, theme, "chip" if icon else "caption", tone)

    def _paint_line(self, painter: QPainter, rect: QRectF, box: QRectF, item: Item) -> None:
        theme = self._theme
        px = theme.px
        side = px(28)
        waiting = item.kind is Kind.UNREADY
        inset = self._inset(rect)
        avatar = QRectF(box.left() + inset, box.center().y() - side / 2, side, side)
        paint_avatar(painter, avatar, item.initials, item.role, theme, faded=waiting)
        left, right = avatar.right() + px(7), box.right() - inset
        top = QRectF(left, box.center().y() - px(18), right - left, px(18))
        below = QRectF(left, box.center().y() + px(1), right - left, px(16))
        act = self.act_rect(rect, item)
        if act is not None:
            paint_text(painter, act, item.act, theme, "label", "accent_text", _RIGHT)
            top.setRight(act.left() - px(4))
            self._paint_would(painter, below, item, theme.metrics("caption").horizontalAdvance(item.third) + px(15))
        else:
            self._paint_would(painter, top, item, theme.metrics("segment").horizontalAdvance(item.name))
        paint_text(painter, top, item.name, theme, "segment", "text2" if waiting else "text")
        if item.icon:
            theme.paint_icon(painter, QRectF(below.left(), below.top(), px(12), px(16)), item.icon, item.tone, 12)
            below.setLeft(below.left() + px(15))
        paint_text(painter, below, item.third, theme, "caption", item.tone)

    def _paint_would(self, painter: QPainter, line: QRectF, item: Item, taken: float) -> None:
        """Write «tendría 93» at the end of a line, only the number where there is no room, and take the room off the line."""
        metrics, gap = self._theme.metrics("caption"), self._theme.px(4)
        text = item.would_have
        if taken + gap + metrics.horizontalAdvance(text) > line.width():
            text = item.points
        if text:
            paint_text(painter, line, text, self._theme, "caption", "text2", _RIGHT)
            line.setRight(line.right() - metrics.horizontalAdvance(text) - gap)
