# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One criterion with its slider, and the bar of all shares above."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
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


PAUSE = 600
"""Milliseconds without a key after which a run of keys is kept."""


class WeightSlider(Editor, QSlider):
    """``moved(share)`` at every step of the user; ``let_go()`` when it is time to keep them; ``ended()`` when the drag is over;
    ``given_up()`` on Esc.

    A drag with the pointer ends when its button is let go. Keys are one drag from the first of them until the focus leaves, kept after
    each pause. Where nothing can be changed it is a bar.
    """

    moved = Signal(int)
    let_go = Signal()
    ended = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._ring, self._gripped, self._keyed = theme, False, False, False
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
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

    def is_moving(self) -> bool:
        """Whether the user has moved it and nothing is kept yet."""
        return self._gripped or self._dirty

    def keep(self) -> None:
        """Have what was moved kept now."""
        self._pause.stop()
        if self._dirty:
            self._dirty = False
            self.let_go.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(28))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._end()
            self._gripped = True
            self.setValue(self._share_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gripped:
            self.setValue(self._share_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._end()

    @override
    def event(self, event: QEvent) -> bool:
        # Before a shortcut (undo) is heard, what was moved becomes a step of its own.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keep()
            elif event.key() == Qt.Key.Key_Escape and self.is_moving():
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            return
        if key is Qt.Key.Key_Escape and self.is_moving():
            self._give_up()
            return
        self._keyed = key in _MOVING_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        super().keyPressEvent(event)
        self._keyed = False
        if self._dirty:
            # A key held down is no pause.
            self._pause.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._end()
        super().hideEvent(event)

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
        self._end()
        super().focusOutEvent(event)

    def _step(self, share: int) -> None:
        self._dirty = True
        self.moved.emit(share)
        if not self._gripped and not self._keyed:
            # Set from outside (a screen reader): there is nothing to let go.
            self._end()

    def _end(self) -> None:
        self._gripped = False
        self.keep()
        self.ended.emit()

    def _give_up(self) -> None:
        self._gripped = self._dirty = False
        self._pause.stop()
        self.given_up.emit()

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
            # The later, the lighter.
            ground = _mixed(theme.color("accent"), theme.color("surface"), 1.0 - 0.16 * place)
            paint_box(painter, box, 4, ground)
            ink = max(("on_accent", "text"), key=partial(_apart, theme, ground))
            if box.width() >= theme.metrics("label").horizontalAdvance(str(share)) + 4:
                paint_text(painter, box, str(share), theme, "label", ink, Qt.AlignmentFlag.AlignCenter)
            left += box.width() + gap


def _mixed(over: QColor, under: QColor, opacity: float) -> QColor:
    """Return the colour of ``over`` laid on ``under``."""
    parts = ((over.redF(), under.redF()), (over.greenF(), under.greenF()), (over.blueF(), under.blueF()))
    return QColor.fromRgbF(*(opacity * above + (1 - opacity) * below for above, below in parts))


def _apart(theme: Theme, ground: QColor, token: str) -> float:
    """Return how far the ink of a token stands out from a ground (contrast as WCAG has it)."""
    light, dark = sorted((_luminance(theme.color(token)), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
