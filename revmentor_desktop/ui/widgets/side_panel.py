# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The panel at the right of a screen: who it is about, a scrolling body, a footer that stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import IconButton
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line


class SidePanel(QFrame):
    """``closed`` when the user closes it (✕ or Esc): the screen hides it and gives the focus back to the row.

    ``head`` is the row of the header (put an avatar in front with `set_sign`, buttons before ✕ with `add_to_head`); ``bar`` a place under
    it that stays (tabs); ``body`` the column that scrolls; ``footer`` the row at the foot, shown once something is in it.
    """

    closed = Signal()

    def __init__(self, theme: Theme, width: int = 392, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted_width = width
        self.setProperty("card", "surface")
        self.title = ElidedLabel(theme, "", "h2")
        self.subtitle = ElidedLabel(theme, "", "caption", "text2")
        self.scroller = Scroll(margins=(16, 14, 16, 14))
        self.body = self.scroller.body
        self._close = IconButton(theme, "x", _("Close panel (Esc)"), small=True)
        self._sign: QWidget | None = None
        self._build()
        self._close.clicked.connect(self.closed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say who or what the panel is about."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def set_sign(self, widget: QWidget) -> None:
        """Put a widget (avatars) before the title, instead of the one there was."""
        if self._sign is not None:
            self._head.removeWidget(self._sign)
            self._sign.deleteLater()
        self._sign = widget
        self._head.insertWidget(0, widget)
        self._words.setContentsMargins(10, 0, 6, 0)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a (small) button before ✕."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def add_to_footer(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the footer and show the footer."""
        self.footer.addWidget(widget, stretch)
        self._foot.show()

    def wanted_width(self) -> int:
        """Return its width beside the content, in px: that of the design, and half as much as the text grows."""
        return round(self._wanted_width * (1 + (self._theme.scale - 1) / 2))

    def _restyle(self) -> None:
        self.setFixedWidth(self.wanted_width())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QWidget()
        self._head = QHBoxLayout(head)
        self._head.setContentsMargins(16, 12, 8, 10)
        self._head.setSpacing(0)
        self._words = words = QVBoxLayout()
        words.setSpacing(1)
        words.setContentsMargins(0, 0, 6, 0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._head.addLayout(words, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.bar = QVBoxLayout()
        self.bar.setContentsMargins(16, 0, 16, 0)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Line())
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(16, 8, 8, 8)
        self.footer.setSpacing(4)
        foot.addLayout(self.footer)
        self._foot.hide()
        column.addWidget(head)
        column.addLayout(self.bar)
        column.addWidget(Line())
        column.addWidget(self.scroller, 1)
        column.addWidget(self._foot)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
