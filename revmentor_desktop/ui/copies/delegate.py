# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a copy is drawn in the list, and the head of a day."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.ui.copies.model import LINE_ROLE, CopiesModel
from revmentor_desktop.ui.copies.rows import Head, Row, Sound, title
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import chip_size, paint_chip, paint_text
from revmentor_desktop.ui.widgets.table import Index, RowDelegate, two_lines
from revmentor_desktop.ui.words.copies import size

ROW_HEIGHT, HEAD_HEIGHT = 46, 30
_SIZE_WIDTH, _GAP, _SMALLEST = 64, 6, 150
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CopyDelegate(RowDelegate):
    """When, over what is in it; chips for what is special, and the size at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, height=ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, Head):
            rect = QRectF(option.rect)
            painter.fillRect(rect, self.theme.color("surface2"))
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self.theme.color("border"))
            paint_text(painter, rect.adjusted(16, 0, -16, 0), line.text, self.theme, "label", "text2")
            return
        super().paint(painter, option, index)

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        row, model = index.data(LINE_ROLE), index.model()
        if not isinstance(row, Row) or not isinstance(model, CopiesModel):
            return
        rect = rect.adjusted(6, 0, -6, 0)
        bad = row.sound is Sound.BAD
        right = rect.right() - self.theme.px(_SIZE_WIDTH)
        paint_text(
            painter,
            QRectF(right, rect.top(), rect.right() - right, rect.height()),
            size(row.copy.size),
            self.theme,
            "caption",
            "text2",
            _RIGHT,
        )
        right = self._paint_marks(painter, rect, row, right)
        words = QRectF(rect.left(), rect.top(), max(0.0, right - rect.left()), rect.height())
        first, second = two_lines(words, self.theme)
        ink = "text2" if bad and not option.state & QStyle.StateFlag.State_Selected else "text"
        paint_text(painter, first, title(row, model.today, model.grouped), self.theme, "strong", ink)
        paint_text(painter, second, row.figures, self.theme, "caption", "text2")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.theme.px(HEAD_HEIGHT if isinstance(index.data(LINE_ROLE), Head) else ROW_HEIGHT))

    def _paint_marks(self, painter: QPainter, rect: QRectF, row: Row, right: float) -> float:
        """Draw the chips from the right, with their words only while the words of the copy keep room; returns where they begin."""
        for text, tone, icon in reversed(row.marks()):
            whole = chip_size(self.theme, text, icon)
            width = whole.width()
            if right - width - rect.left() < self.theme.px(_SMALLEST):
                side = self.theme.px(16)
                place = QRectF(right - side - _GAP, rect.top(), side, rect.height())
                self.theme.paint_icon(painter, place, icon, {"plain": "text2"}.get(tone, tone), 16)
                right = place.left()
                continue
            place = QRectF(right - width - _GAP, round(rect.center().y() - whole.height() / 2), width, whole.height())
            paint_chip(painter, place, text, tone, self.theme, icon)
            right = place.left()
        return right - _GAP
