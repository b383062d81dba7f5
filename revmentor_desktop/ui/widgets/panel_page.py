# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Content with a panel at its right, which slides over the content where the window is narrow."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.side_panel import SidePanel

GAP = 12
OVER_UNDER = 960
"""Width of the page (px at 100 %) under which the panel lies over the content."""


class PanelPage(QWidget):
    """Places ``content`` and ``panel`` (hidden at first); `open_panel` and `close_panel` show and hide it.

    The margins of a page are its own: 24 at the sides, 20 below. Closing by ✕ or Esc hides the panel; the screen listens to
    ``panel.closed`` to put the focus back on the row.
    """

    def __init__(self, theme: Theme, content: QWidget, panel: SidePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._content, self._panel = theme, content, panel
        content.setParent(self)
        panel.setParent(self)
        panel.hide()
        panel.closed.connect(self.close_panel)
        theme.changed.connect(self.arrange)

    def open_panel(self) -> None:
        """Show the panel."""
        self._panel.show()
        self._panel.raise_()
        self.arrange()

    def close_panel(self) -> None:
        """Hide the panel."""
        self._panel.hide()
        self.arrange()

    def is_over(self) -> bool:
        """Whether the panel lies over the content at this width."""
        return self.width() < self._theme.px(OVER_UNDER)

    def arrange(self) -> None:
        """Put both where they belong at this size."""
        area = self.rect().adjusted(24, 0, -24, -20)
        if self._panel.isHidden():
            self._content.setGeometry(area)
            return
        width = min(self._panel.wanted_width(), area.width())
        self._panel.setFixedWidth(width)
        self._panel.setGeometry(area.right() + 1 - width, area.top(), width, area.height())
        if not self.is_over():
            area.setRight(area.right() - width - GAP)
        self._content.setGeometry(area)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 120)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)
