# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One criterion of a pair: its points of its weight, a bar, and one sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_bar, paint_text

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHORT_BAR = 56
"""Width of the bar on one line."""


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """A criterion in words. ``points`` of ``share`` are rounded numbers as text; ``value`` fills the bar, 0 to 1."""

    name: str
    points: str
    share: str
    value: float
    reason: str

    @property
    def of_weight(self) -> str:
        """«32 de 40»."""
        return _("{points} of {share}").format(points=self.points, share=self.share)


class CriterionView(QWidget):
    """Name and points, bar, sentence; or all on one line, with a short bar below the points. What is cut stands in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: CriterionWords | None = None
        self._one_line = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_words(self, words: CriterionWords) -> None:
        """Show a criterion."""
        self._words = words
        self.setAccessibleName(f"{words.name}: {words.of_weight}. {words.reason}")
        self.setToolTip(tip_text(f"{words.name}: {words.reason}"))
        self.update()

    def set_one_line(self, one_line: bool) -> None:
        """Put everything on one line; a short bar stands below the points."""
        self._one_line = one_line
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(18 if self._one_line else 44))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        words = self._words
        if words is None:
            return
        painter, theme, rect = QPainter(self), self._theme, QRectF(self.rect())
        px = theme.px
        points = max(theme.metrics("label").horizontalAdvance(words.of_weight) + 4, px(_SHORT_BAR) if self._one_line else 0)
        top = QRectF(rect.left(), rect.top(), rect.width(), px(18))
        number = QRectF(top.right() - points, top.top(), points, top.height())
        if self._one_line:
            name = px(132)
            paint_text(painter, QRectF(top.left(), top.top(), name - px(8), top.height()), words.name, theme, "label", "text2")
            reason = QRectF(top.left() + name, top.top(), number.left() - top.left() - name - px(8), top.height())
            paint_text(painter, reason, words.reason, theme, "caption")
            paint_bar(painter, QRectF(number.right() - px(_SHORT_BAR), rect.bottom() - 2, px(_SHORT_BAR), 2), words.value, theme)
            number.adjust(0, 0, 0, -2)
        else:
            paint_text(
                painter, QRectF(top.left(), top.top(), number.left() - top.left(), top.height()), words.name, theme, "label", "text2"
            )
            paint_bar(painter, QRectF(rect.left(), rect.top() + px(20), rect.width(), 4), words.value, theme)
            paint_text(painter, QRectF(rect.left(), rect.top() + px(27), rect.width(), px(17)), words.reason, theme, "caption")
        paint_text(painter, number, words.of_weight, theme, "label", "text2", _RIGHT)
