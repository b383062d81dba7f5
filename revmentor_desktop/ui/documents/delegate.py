# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a paper is drawn in the list, and where its box to tick is."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.ui.documents.model import ROW_ROLE, PapersModel
from revmentor_desktop.ui.documents.rows import Row
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import chip_size, paint_checkbox, paint_chip, paint_pair, paint_text
from revmentor_desktop.ui.widgets.table import Index, RowDelegate, two_lines

ROW_HEIGHT = 48
_BOX, _AVATAR, _GAP = 28, 30, 12
_ICON_FROM = 330
"""Width of a row from which the state has its icon besides its word."""


class PaperDelegate(RowDelegate):
    """Box, both avatars, names over number and date, and the state. Clicks on the box and Space tick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, height=ROW_HEIGHT)

    def box_rect(self, row: QRectF) -> QRectF:
        """Return where the box of a row can be clicked: 28 px at its left, whole height."""
        return QRectF(row.left() + 6, row.top(), self.theme.px(_BOX), row.height())

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, Row) or not isinstance(model, PapersModel):
            return
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = self.box_rect(QRectF(option.rect))
        paint_checkbox(painter, box, model.is_ticked(row), self.theme, hovered=hovered)
        side = self.theme.px(_AVATAR)
        place = QRectF(box.right() + 6, round(rect.center().y() - side / 2), side, side)
        paint_pair(painter, place, row.initials, row.roles, self.theme)
        right = self._paint_state(painter, rect, row)
        left = place.left() + side * 1.8 + _GAP
        first, second = two_lines(QRectF(left, rect.top(), max(0.0, right - left), rect.height()), self.theme)
        paint_text(painter, first, row.names, self.theme, "strong")
        paint_text(painter, second, row.second, self.theme, "caption", "text2")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # As narrow as the list: names are cut, they do not make it scroll sideways.
        return QSize(0, self.theme.px(ROW_HEIGHT))

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if not isinstance(model, PapersModel):
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            inside = self.box_rect(QRectF(option.rect)).contains(event.position())
            if event.button() == Qt.MouseButton.LeftButton and inside:
                model.toggle(index)
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            model.toggle(index)
            return True
        return False

    def _paint_state(self, painter: QPainter, rect: QRectF, row: Row) -> float:
        if row.look is None:
            return rect.right()
        icon = row.look.icon if rect.width() >= self.theme.px(_ICON_FROM) else ""
        size = chip_size(self.theme, row.look.text, icon)
        chip = QRectF(rect.right() - size.width(), round(rect.center().y() - size.height() / 2), size.width(), size.height())
        paint_chip(painter, chip, row.look.text, row.look.tone, self.theme, icon)
        return chip.left() - 8
