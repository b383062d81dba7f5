# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One criterion with its slider, and the bar of all shares above."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.ui.programme import words
from revmentor_desktop.ui.programme.weights import CRITERIA, WHOLE, Shares
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text, saved
from revmentor_desktop.ui.words import pairing

_MOVING_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class WeightSlider(Editor, QSlider):
    """``moved(share)`` at every step of the user, ``let_go()`` when the button or the key is let go after one.

    Where nothing can be changed it is a bar.
    """

    moved = Signal(int)
    let_go = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._ring, self._gripped = theme, False, False
        self._dirty = False
        self.setRange(0, WHOLE)
        self.setPageStep(5)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._step)
        theme.changed.connect(self.updateGeometry)

    def set_share(self, share: int) -> None:
        """Show a share without emitting."""
        blocked = self.blockSignals(True)
        self.setValue(share)
        self.blockSignals(blocked)
        self.update()

    def is_gripped(self) -> bool:
        """Whether the user is moving it just now."""
        return self._gripped

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(28))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._gripped = True
            self.setValue(self._share_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gripped:
            self.setValue(self._share_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._release()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _MOVING_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._gripped = True
        super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and Qt.Key(event.key()) in _MOVING_KEYS:
            self._release()
        super().keyReleaseEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; a weight is not changed in passing.
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._release()
        super().focusOutEvent(event)

    def _step(self, share: int) -> None:
        self._dirty = True
        self.moved.emit(share)
        if not self._gripped:
            # Set from outside (a screen reader): there is nothing to let go.
            self._release()

    def _release(self) -> None:
        self._gripped = False
        if self._dirty:
            self._dirty = False
            self.let_go.emit()

    def _knob(self) -> float:
        return self._theme.px(8) + 4

    def _share_at(self, x: float) -> int:
        room = self.width() - 2 * self._knob()
        return round(min(1.0, max(0.0, (x - self._knob()) / max(1.0, room))) * WHOLE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        margin, middle, thick = self._knob(), self.height() / 2, theme.px(5)
        at = margin + (self.width() - 2 * margin) * self.value() / WHOLE
        groove = QRectF(margin - theme.px(8), middle - thick / 2, self.width() - 2 * margin + 2 * theme.px(8), thick)
        paint_box(painter, groove, thick / 2, theme.color("track"))
        if self.value():
            paint_box(painter, QRectF(groove.left(), groove.top(), at - groove.left(), thick), thick / 2, theme.color("accent"))
        if self.held:
            return
        with saved(painter):
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawEllipse(QPointF(at, middle), theme.px(7), theme.px(7))
            if self._ring and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color("focus"), 2))
                painter.drawEllipse(QPointF(at, middle), theme.px(8) + 3, theme.px(8) + 3)


class WeightRow(QWidget):
    """Name and meaning of a criterion, its slider and its share."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.slider = WeightSlider(theme, pairing.criterion_name(name))
        self.slider.setAccessibleDescription(words.criterion_note(name))
        self.number = PlainLabel(theme, "", "h3")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(theme, pairing.criterion_name(name), "strong", wrap=True))
        texts.addWidget(PlainLabel(theme, words.criterion_note(name), "caption", "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(texts, 46)
        row.addWidget(self.slider, 46)
        row.addWidget(self.number, 8)

    def set_share(self, share: int) -> None:
        """Show a share."""
        if not self.slider.is_gripped() or self.slider.value() != share:
            self.slider.set_share(share)
        self.number.setText(str(share))


class SharesBar(QWidget):
    """All shares side by side, the number in each where there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: Shares = dict.fromkeys(CRITERIA, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_shares(self, shares: Shares) -> None:
        """Show other shares."""
        self._shares = dict(shares)
        self.setAccessibleName(", ".join(f"{pairing.criterion_name(name)} {shares[name]}" for name in CRITERIA))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        gap = 2
        shown = [name for name in CRITERIA if self._shares[name]]
        room = self.width() - gap * (len(shown) - 1)
        left = 0.0
        for name in shown:
            share, place = self._shares[name], CRITERIA.index(name)
            box = QRectF(left, 0, room * share / WHOLE, self.height())
            ground = theme.color("accent")
            # The later, the lighter; from the third on the number is written in the colour of text.
            ground.setAlphaF(1.0 - 0.16 * place)
            paint_box(painter, box, 4, theme.color("surface"))
            paint_box(painter, box, 4, ground)
            ink = "on_accent" if place < 2 else "text"
            if box.width() >= theme.metrics("label").horizontalAdvance(str(share)) + 4:
                paint_text(painter, box, str(share), theme, "label", ink, Qt.AlignmentFlag.AlignCenter)
            left += box.width() + gap
