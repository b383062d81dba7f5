# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a person is drawn in the table."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.people.model import ROW_ROLE
from revmentor_desktop.ui.people.rows import DEPARTMENT, NAME, PAIR, ROLE, TOPICS, Row
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.looks import role_look
from revmentor_desktop.ui.widgets.paint import chip_size, paint_avatar, paint_chip, paint_text
from revmentor_desktop.ui.widgets.table import ROW_TWO_LINES, Index, RowDelegate, two_lines


class PersonDelegate(RowDelegate):
    """Avatar and name over the post, role as a chip, topics as two arrows, and pair or state."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, height=ROW_TWO_LINES)

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        if index.column() == NAME:
            self._paint_name(painter, rect, row)
        elif index.column() == ROLE:
            look = role_look(row.role)
            self._paint_chip(painter, rect, look.text, look.tone)
        elif index.column() == DEPARTMENT:
            paint_text(painter, rect, row.department, self.theme, "table")
        elif index.column() == TOPICS:
            self._paint_topics(painter, rect, row)
        else:
            self._paint_pair(painter, rect, row)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self.theme.px(ROW_TWO_LINES)
        row = index.data(ROW_ROLE)
        if isinstance(row, Row) and index.column() in (ROLE, PAIR):
            return QSize(chip_size(self.theme, str(index.data()), "pencil-line" if index.column() == PAIR else "").width() + 20, height)
        return super().sizeHint(option, index)

    def _paint_name(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        side = self.theme.px(32)
        box = QRectF(rect.left() + 2, rect.center().y() - side / 2, side, side)
        paint_avatar(painter, box, row.initials, row.role, self.theme, faded=row.withdrawn)
        words = QRectF(box.right() + 10, rect.top(), rect.right() - box.right() - 10, rect.height())
        if not row.position:
            paint_text(painter, words, row.name, self.theme, "strong")
            return
        first, second = two_lines(words, self.theme)
        paint_text(painter, first, row.name, self.theme, "strong")
        paint_text(painter, second, row.position, self.theme, "caption", "text2")

    def _paint_topics(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        left, step, icon = rect.left(), self.theme.px(38), self.theme.px(16)
        for name, number, token in (("arrow-down-to-line", row.wants, "mentee"), ("arrow-up-from-line", row.offers, "mentor")):
            self.theme.paint_icon(painter, QRectF(left, rect.top(), icon, rect.height()), name, token, 14)
            place = QRectF(left + icon + 4, rect.top(), step - icon - 4, rect.height())
            paint_text(painter, place, str(number), self.theme, "segment", "text" if number else "text3")
            left += step

    def _paint_pair(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        if row.withdrawn:
            self._paint_chip(painter, rect, row.pair_text, "gray")
        elif row.draft:
            self._paint_chip(painter, rect, _("Draft"), "warn", "pencil-line")
        else:
            paint_text(painter, rect, row.pair_text, self.theme, "table", "text" if row.partners else "text2")

    def _paint_chip(self, painter: QPainter, rect: QRectF, text: str, tone: str, icon: str = "") -> None:
        size = chip_size(self.theme, text, icon)
        width = min(float(size.width()), rect.width() + 8)
        paint_chip(painter, QRectF(rect.left(), rect.center().y() - size.height() / 2, width, size.height()), text, tone, self.theme, icon)
