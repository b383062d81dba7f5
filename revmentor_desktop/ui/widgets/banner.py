# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Notices that stay until they are solved, and what an empty place says."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets.button import RING, Button, button_row
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box

_ICONS = {"danger": "triangle-alert", "warn": "triangle-alert", "info": "info", "ok": "circle-check"}


class Banner(QWidget):
    """What happened (bold) and what to do, with at most one button (``acted``). ``tone``: danger, warn, info or ok.

    ``writes``: its button changes the file, so in a held part it is not there.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: str,
        title: str,
        text: str = "",
        *,
        action: str = "",
        icon: str = "",
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._tone, self._icon = theme, tone, icon
        self._mark = QLabel()
        self._title = PlainLabel(theme, "", "strong", wrap=True)
        self._text = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self.button = Button(theme, action, small=True, writes=writes)
        self.button.clicked.connect(self.acted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._build()
        self.say(tone, title, text, action=action, icon=icon)
        theme.changed.connect(self._restyle)

    def say(self, tone: str, title: str, text: str = "", *, action: str = "", icon: str = "") -> None:
        """Say something else."""
        self._tone, self._icon = tone, icon or _ICONS[tone]
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.set_label(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}".strip())
        self._restyle()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 9, 9)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _restyle(self) -> None:
        token = "warn_icon" if self._tone == "warn" else self._tone
        self._mark.setPixmap(self._theme.pixmap(self._icon, token, 18))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        paint_box(
            QPainter(self), QRectF(self.rect()), RADIUS_CARD - 2, theme.color(f"{self._tone}_soft"), theme.color(f"{self._tone}_line")
        )


class EmptyState(QWidget):
    """What is missing and how to start, in the middle of an empty place. ``boxed``: with an edge of its own."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str = "", buttons: tuple[Button, ...] = (), *, boxed: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._icon, self._boxed = theme, icon, boxed
        self._mark = QLabel()
        self._title = PlainLabel(theme, title, "h3", wrap=True)
        self._text = PlainLabel(theme, text, "caption", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(2)
        column.addStretch(1)
        for label in (self._mark, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if buttons:
            row = button_row(*buttons)
            row.addStretch(1)
            column.addSpacing(8 - RING)
            column.addLayout(row)
        column.addStretch(1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def say(self, title: str, text: str = "") -> None:
        """Say something else (a filter without result names what was typed)."""
        self._title.setText(title)
        self._text.setText(text)

    def _restyle(self) -> None:
        self._mark.setPixmap(self._theme.pixmap(self._icon, "text3", 28))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._boxed:
            paint_box(QPainter(self), QRectF(self.rect()), RADIUS_CARD, self._theme.color("surface2"), self._theme.color("border"))
