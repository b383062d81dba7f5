# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The middle of a dialog that may be taller than the screen: as tall as it needs, and rolling beyond that."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll

_TALLEST = 660
"""Height of a dialog, at most."""
_AROUND = 160
"""What its title, its buttons and the frame of its window take of it."""


class Rolling(Scroll):
    """Fill ``body``. What gets the focus rolls into sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._needed = theme, 0
        inner = self.widget()
        if inner is not None:
            inner.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(arg__1, arg__2)

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._fit()

    def _fit(self) -> None:
        layout = self.body
        width = self.viewport().width()
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        if needed == self._needed:
            return
        self._needed = needed
        inner = self.widget()
        if inner is not None:
            # Otherwise Qt takes the height of words wrapped more narrowly than they are.
            inner.setMinimumHeight(needed)
        shown = max(self._theme.px(80), min(needed, self._most()))
        self.setFixedHeight(shown)
        window = self.window()
        if window.isVisible():
            QTimer.singleShot(0, window, window.adjustSize)

    def _most(self) -> int:
        return min(_TALLEST, self.screen().availableGeometry().height()) - self._theme.px(_AROUND)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, self._theme.px(24))
