# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Boxes to tick, choices of one, and switches, painted of tokens."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import context
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS, RING
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import no_mnemonic
from revmentor_desktop.ui.widgets.paint import paint_box, paint_checkbox, paint_focus, paint_text, saved


class CheckBox(Editor, QCheckBox):
    """A box to tick with its words at the right."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(no_mnemonic(text), parent)
        self._theme, self._label, self._ring = theme, text, False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_label(self, text: str) -> None:
        """Write other words beside it."""
        self._label = text
        self.setText(no_mnemonic(text))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics("table").horizontalAdvance(self._label)
        return QSize(width + self._theme.px(26) + 2 * RING, self._theme.px(24) + RING)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(self._theme.px(80), whole.width()), whole.height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(16)
        box = QRectF(RING, (self.height() - side) / 2, side, side)
        if self.held:
            _paint_answer(painter, self._theme, box, QRectF(self.rect()), self._label, self.isChecked())
            return
        partly = self.checkState() is Qt.CheckState.PartiallyChecked
        paint_checkbox(painter, box, self.isChecked(), self._theme, enabled=self.isEnabled(), hovered=self.underMouse(), partly=partly)
        if self._ring and self.hasFocus():
            paint_focus(painter, box, 4, self._theme)
        place = QRectF(box.right() + self._theme.px(9), 0, self.width() - box.right() - self._theme.px(9), self.height())
        paint_text(painter, place, self._label, self._theme, "table", "text" if self.isEnabled() else "disabled")


class RadioButton(Editor, QRadioButton):
    """One of several answers of which one holds, with its words at the right."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(no_mnemonic(text), parent)
        self._theme, self._label, self._ring = theme, text, False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics("table").horizontalAdvance(self._label)
        return QSize(width + self._theme.px(26) + 2 * RING, self._theme.px(24) + RING)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(16)
        box = QRectF(RING, (self.height() - side) / 2, side, side)
        if self.held:
            _paint_answer(painter, self._theme, box, QRectF(self.rect()), self._label, self.isChecked())
            return
        with saved(painter):
            token = "accent" if self.isChecked() else "input"
            painter.setBrush(self._theme.color("surface"))
            painter.setPen(QPen(self._theme.color(token if self.isEnabled() else "border2"), 5 if self.isChecked() else 1.3))
            inset = 2.5 if self.isChecked() else 0.65
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        if self._ring and self.hasFocus():
            paint_focus(painter, box, side / 2, self._theme)
        place = QRectF(box.right() + self._theme.px(9), 0, self.width() - box.right() - self._theme.px(9), self.height())
        paint_text(painter, place, self._label, self._theme, "table", "text" if self.isEnabled() else "disabled")


class Switch(Editor, QCheckBox):
    """On or off at once; ``name`` says what is true when it is on (its visible label stands beside it in the screen)."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ring = theme, False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(40) + 2 * RING, self._theme.px(22) + 2 * RING)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        theme, radius = self._theme, box.height() / 2
        if self.held:
            answer = context("switch", "Yes") if self.isChecked() else context("switch", "No")
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            paint_text(painter, QRectF(self.rect()), answer, theme, "strong", "text" if self.isChecked() else "text2", right)
            return
        if self.isChecked():
            paint_box(painter, box, radius, theme.color("accent" if self.isEnabled() else "border2"))
        else:
            paint_box(painter, box, radius, theme.color("surface"), theme.color("input" if self.isEnabled() else "border2"), 1.3)
        inset = box.height() * (0.18 if self.isChecked() else 0.2)
        side = box.height() - 2 * inset
        left = box.right() - inset - side if self.isChecked() else box.left() + inset
        knob = "on_accent" if self.isChecked() else "input" if self.isEnabled() else "border2"
        paint_box(painter, QRectF(left, box.top() + inset, side, side), side / 2, theme.color(knob))
        if self._ring and self.hasFocus():
            paint_focus(painter, box, radius, theme)


def _paint_answer(painter: QPainter, theme: Theme, box: QRectF, room: QRectF, label: str, holds: bool) -> None:
    """Say as plain text whether an answer holds: a tick or a cross instead of the box to click."""
    theme.paint_icon(painter, box, "check" if holds else "x", "accent" if holds else "text3", 14)
    left = box.right() + theme.px(9)
    paint_text(painter, QRectF(left, 0, room.width() - left, room.height()), label, theme, "table", "text" if holds else "text2")
