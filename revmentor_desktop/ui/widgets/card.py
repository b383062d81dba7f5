# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Cards, and the scrolling area of pages and panels."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import PlainLabel


class Card(QFrame):
    """A frame with a column (``body``) and an optional title line.

    ``kind``: surface, accent (chosen), sunken (place to drop things), quiet or soft. ``note`` stands at the right of the title;
    more widgets are put there with ``add_to_head``.
    """

    def __init__(
        self, theme: Theme, title: str = "", note: str = "", *, kind: str = "surface", padding: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self.title = PlainLabel(theme, title, "h2")
        self.note = PlainLabel(theme, note, "caption", "text2")
        if title:
            self.setAccessibleName(title)
            self._head.addWidget(self.title)
            self._head.addStretch(1)
            self._head.addWidget(self.note)
            self.body.addLayout(self._head)
        else:
            self.title.setParent(self)
            self.note.setParent(self)
            self.title.hide()
            self.note.hide()

    def set_kind(self, kind: str) -> None:
        """Look like another kind of card."""
        self._theme.restyle(self, card=kind)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right end of the title line."""
        self._head.addWidget(widget)


class Scroll(QScrollArea):
    """A column that scrolls when it does not fit, without a frame. Fill ``body``; it ends in a stretch of its own only if you add one."""

    def __init__(self, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("scrolled", "true")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete its widgets once the events under way are over."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
