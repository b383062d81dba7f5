# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A topic of a person with its priority or level as dots: a click goes round 1, 2, 3; digits set it, Supr removes it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS, RING
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_focus, paint_text, saved

_DIGITS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}


def degree_words(wanted: bool) -> tuple[str, str, str]:
    """Return the words for 1, 2 and 3: how much it is wanted, or how well it is known."""
    if wanted:
        return (context("priority", "A little"), context("priority", "Quite"), context("priority", "A lot"))
    return (context("level", "Basic"), context("level", "Medium"), context("level", "Expert"))


class TopicChip(Editor, QWidget):
    """``degree_changed(topic_id, degree)`` and ``removed(topic_id)``; ``wanted``: plum with priority, else indigo with level."""

    degree_changed = Signal(int, int)
    removed = Signal(int)

    def __init__(self, theme: Theme, topic_id: int, name: str, degree: int, *, wanted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.topic_id, self._name, self._degree, self._wanted = theme, topic_id, name, degree, wanted
        self._ring = False
        self._tone = "mentee" if wanted else "mentor"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._describe()
        theme.changed.connect(self.updateGeometry)

    def degree(self) -> int:
        """Return the priority or level, 1 to 3."""
        return self._degree

    def set_degree(self, degree: int) -> None:
        """Show another priority or level without emitting."""
        self._degree = degree
        self._describe()
        self.update()

    def menu(self) -> QMenu:
        """Return a menu with the three words and the removal."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for number, word in enumerate(degree_words(self._wanted), 1):
            action = QAction(word, menu, checkable=True, checked=number == self._degree)
            action.setData(number)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._chosen)
        menu.addSeparator()
        menu.addAction(self._theme.icon("x"), _("Remove topic"), self._remove)
        return menu

    def cross_rect(self) -> QRectF:
        """Return where the x is, in widget coordinates; without any width when it is held."""
        box = self._box()
        width = self._theme.px(4 if self.held else 24)
        return QRectF(box.right() - width, box.top(), width, box.height())

    @override
    def take_hold(self) -> None:
        super().take_hold()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._describe()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme
        width = theme.metrics("chip").horizontalAdvance(self._name) + 2 + theme.px(10 + 5 + 22 + (2 if self.held else 22))
        return QSize(width + 2 * RING, theme.px(26) + 2 * RING)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DIGITS:
            self._set(_DIGITS[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._set(self._degree % 3 + 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.rect().contains(event.position().toPoint()):
            return
        if self.cross_rect().contains(event.position()):
            self._remove()
        else:
            self._set(self._degree % 3 + 1)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), self._theme, self._box()
        ground = "surface" if self.underMouse() and not self.held else f"{self._tone}_soft"
        paint_box(painter, box, box.height() / 2, theme.color(ground), theme.color(f"{self._tone}_line"))
        if self._ring and self.hasFocus():
            paint_focus(painter, box, box.height() / 2, theme)
        cross = self.cross_rect()
        dots = cross.left() - theme.px(22)
        left = box.left() + theme.px(10)
        paint_text(painter, QRectF(left, box.top(), dots - left - theme.px(4), box.height()), self._name, theme, "chip", self._tone)
        self._paint_dots(painter, dots, box.center().y())
        if not self.held:
            theme.paint_icon(painter, cross.adjusted(0, 0, -theme.px(4), 0), "x", self._tone, 12)

    def _paint_dots(self, painter: QPainter, left: float, middle: float) -> None:
        theme, step = self._theme, self._theme.px(7)
        with saved(painter):
            for number in range(3):
                centre = QPointF(left + step * number + step / 2, middle)
                filled = number < self._degree
                painter.setPen(QPen(theme.color(self._tone), 1.2))
                painter.setBrush(theme.color(self._tone) if filled else Qt.BrushStyle.NoBrush)
                radius = step * (0.34 if filled else 0.26)
                painter.drawEllipse(centre, radius, radius)

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)

    def _chosen(self, action: QAction) -> None:
        self._set(action.data())

    def _set(self, degree: int) -> None:
        if degree != self._degree:
            self.set_degree(degree)
            self.degree_changed.emit(self.topic_id, degree)

    def _remove(self) -> None:
        self.removed.emit(self.topic_id)

    def _describe(self) -> None:
        sentence = _("{topic}, priority {n} of 3") if self._wanted else _("{topic}, level {n} of 3")
        self.setAccessibleName(sentence.format(topic=self._name, n=self._degree))
        self.setAccessibleDescription("" if self.held else _("1 to 3 set it, Delete removes it"))
        self.setToolTip(tip_text(f"{self._name}: {degree_words(self._wanted)[self._degree - 1]}"))
