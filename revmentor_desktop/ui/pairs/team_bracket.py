# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The bracket that holds the rows of one mentor together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from revmentor_desktop.ui.pairs.pair_rows import Team
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import saved


def paint_bracket(painter: QPainter, row: QRectF, avatar: QRectF, theme: Theme, team: Team) -> None:
    """Draw the part of the bracket that belongs to a row, between its edge and the avatar."""
    left, thick = row.left() + theme.px(4), max(1.5, theme.px(2))
    top = avatar.top() + theme.px(2) if team.first else row.top()
    bottom = avatar.bottom() - theme.px(2) if team.last else row.bottom()
    with saved(painter):
        ink = theme.color("mentor")
        painter.fillRect(QRectF(left, top, thick, bottom - top), ink)
        for ends, where in ((team.first, top), (team.last, bottom - thick)):
            if ends:
                painter.fillRect(QRectF(left, where, theme.px(5), thick), ink)
