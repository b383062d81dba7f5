# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a topic is drawn in the list: a sign of how it stands, its name, why, and how many people want it or offer it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.programme.coverage import Cover, Group
from revmentor_desktop.ui.coverage.model import COVER_ROLE, SECOND_ROLE
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_text
from revmentor_desktop.ui.widgets.table import Index, RowDelegate, two_lines

ROW_HEIGHT = 52
_SIGNS = {
    Group.NOBODY: ("triangle-alert", "warn_icon"),
    Group.SHORT: ("hourglass", "warn_icon"),
    Group.UNWANTED: ("info", "info"),
    Group.COVERED: ("circle-check", "ok"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CoverDelegate(RowDelegate):
    """Two lines between a sign and a count."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, height=ROW_HEIGHT)

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        cover, theme = index.data(COVER_ROLE), self.theme
        if not isinstance(cover, Cover):
            return
        rect = rect.adjusted(6, 0, -6, -1)
        icon, tone = _SIGNS[cover.group]
        side = theme.px(18)
        theme.paint_icon(painter, QRectF(rect.left(), rect.top(), side, rect.height()), icon, tone, 18)
        people = cover.offered if cover.group is Group.UNWANTED else cover.wanted
        number = QRectF(rect.right() - theme.px(24), rect.top(), theme.px(24), rect.height())
        paint_text(painter, number, str(len(people)), theme, "strong", "text", _RIGHT)
        mark = QRectF(number.left() - theme.px(16), rect.top(), theme.px(16), rect.height())
        theme.paint_icon(painter, mark, "users", "text2", 16)
        left = rect.left() + side + 10
        first, second = two_lines(QRectF(left, rect.top(), max(0.0, mark.left() - 10 - left), rect.height()), theme)
        paint_text(painter, first, str(index.data(Qt.ItemDataRole.DisplayRole)), theme, "strong")
        paint_text(painter, second, str(index.data(SECOND_ROLE)), theme, "caption", "text2")
