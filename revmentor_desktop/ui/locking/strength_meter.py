# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How strong a password is: three pieces of a bar, and the word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.domain.passwords import Strength
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box

_WIDE, _HIGH, _GAP = 132, 5, 4
_TONES = {Strength.WEAK: "warn", Strength.FAIR: "text2", Strength.STRONG: "ok"}
_BARS = {Strength.WEAK: "warn_icon", Strength.FAIR: "accent", Strength.STRONG: "ok"}


class StrengthMeter(QWidget):
    """A bar and a sentence; empty when there is nothing to judge. `say` takes its place with another sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(theme)
        self._words = PlainLabel(theme, "", "caption", "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.bar)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def words(self) -> str:
        """Return the sentence."""
        return self._words.text()

    def show_strength(self, strength: Strength | None) -> None:
        """Show how strong it is, or (``None``) an empty bar with the sentence set last by `say`."""
        self.bar.set_strength(strength)
        if strength is not None:
            self._set(_sentence(strength), _TONES[strength])

    def say(self, sentence: str) -> None:
        """Show an empty bar and a sentence beside it."""
        self.bar.set_strength(None)
        self._set(sentence, "text2")

    def _set(self, sentence: str, tone: str) -> None:
        self._words.set_tone(tone)
        if self._words.text() != sentence:
            self._words.setText(sentence)
            self.setAccessibleName(sentence)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strength: Strength | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_strength(self, strength: Strength | None) -> None:
        self._strength = strength
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.line_height("caption"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, count = QPainter(self), len(Strength)
        high = self._theme.px(_HIGH)
        wide = (self.width() - (count - 1) * _GAP) / count
        for index in range(count):
            filled = self._strength is not None and index < self._strength
            token = _BARS[self._strength] if filled and self._strength is not None else "track"
            box = QRectF(index * (wide + _GAP), (self.height() - high) / 2, wide, high)
            paint_box(painter, box, high / 2, self._theme.color(token))


def _sentence(strength: Strength) -> str:
    return {
        Strength.WEAK: _("Weak: it is easy to guess. Add two words that have nothing to do with each other."),
        Strength.FAIR: _("Fair. One word more makes it strong."),
        Strength.STRONG: _("Strong."),
    }[strength]
