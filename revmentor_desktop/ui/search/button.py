# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The line of the sidebar that opens the search: it looks like a field, for that is what comes next. In the rail, an icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text

KEYS = "Ctrl+K"
"""The shortcut of the search."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SearchButton(QPushButton):
    """«Buscar … Ctrl+K», 32 px high."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Search"))
        self._theme = theme
        self._rail = self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the focus where it is, so that closing the list gives it back there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Search"))
        self.setToolTip(tip_text(_("Search people, pairs, sessions, documents and actions ({keys})").format(keys=KEYS)))
        theme.changed.connect(self.updateGeometry)

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone, or the whole line."""
        self._rail = rail
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(36), self._theme.px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), self._theme, QRectF(self.rect())
        ring, icon = self._ring and self.hasFocus(), theme.px(16)
        if not self._rail:
            ground = theme.color("surface2" if self.underMouse() else "surface")
            paint_box(painter, box, 8, ground, theme.color("focus" if ring else "input"), 2 if ring else 1)
            theme.paint_icon(painter, QRectF(10, 0, icon, box.height()), "search", "text2", 16)
            keys = theme.metrics("caption").horizontalAdvance(KEYS) + 2
            left, right = 10 + icon + theme.px(6), box.width() - 10
            paint_text(painter, QRectF(left, 0, right - left - keys - 4, box.height()), _("Search"), theme, "table", "text2")
            paint_text(painter, QRectF(right - keys, 0, keys, box.height()), KEYS, theme, "caption", "text2", _RIGHT)
            return
        if self.underMouse():
            paint_box(painter, box, 8, theme.color("surface2"))
        if ring:
            paint_box(painter, box, 8, None, theme.color("focus"), 2)
        theme.paint_icon(painter, box, "search", "text2", 18)
