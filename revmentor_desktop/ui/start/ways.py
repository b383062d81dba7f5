# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One way to begin, as a card of the first page."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box

TILE = 44


@dataclass(frozen=True, slots=True)
class Way:
    """What a card says. ``first``: the one with the primary button."""

    icon: str
    title: str
    text: str
    button: str
    first: bool = False


class _Tile(QWidget):
    def __init__(self, theme: Theme, icon: str, *, strong: bool) -> None:
        super().__init__()
        self._theme, self._icon, self._strong = theme, icon, strong
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(TILE), self._theme.px(TILE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, box, RADIUS_CARD, self._theme.color("accent" if self._strong else "accent_soft"))
        self._theme.paint_icon(painter, box, self._icon, "on_accent" if self._strong else "accent_text", 22)


class WayCard(Card):
    """Icon, title, what it is, and its button; flat: all in one row, for narrow windows."""

    def __init__(self, theme: Theme, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(theme, kind="accent" if way.first else "surface", padding=0, parent=parent)
        self.way = way
        self.setAccessibleName(way.title)
        self.button = Button(theme, way.button, variant="primary" if way.first else "secondary")
        self.button.setAccessibleDescription(way.text)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(PlainLabel(theme, way.title, "h2"))
        self._words.addWidget(PlainLabel(theme, way.text, "table", "text2", wrap=True))
        self._words.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sign = QVBoxLayout()
        self._sign.addWidget(_Tile(theme, way.icon, strong=way.first), 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._line.addLayout(self._sign)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self.button)
        self.body.addLayout(self._line)
        self.set_flat(False)

    def set_flat(self, flat: bool) -> None:
        """Lay it out in a row, or as a column."""
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(14)
        if flat:
            self._line.setContentsMargins(16, 12, 16 - RING, 12)
        else:
            self._line.setContentsMargins(22 - RING, 22, 22 - RING, 20 - RING)
        for part in (self._sign, self._words):
            part.setContentsMargins(0 if flat else RING, 0, 0, 0)
        self._line.setAlignment(self.button, Qt.AlignmentFlag.AlignVCenter if flat else Qt.AlignmentFlag(0))
