# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The months of an edition, small: which days have sessions and which do not. A click, or Space, closes and opens days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.ui.programme.days import Calendar, day_text
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text

CELL, ROW, GAP, BETWEEN = 17, 20, 14, 12
"""Width and height of a day, and what lies between two months, in px at 100 %."""
MOST_BESIDE = 4

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class _Month:
    first: date
    box: QRectF


class YearView(Editor, QWidget):
    """``toggled(first, last)``: the user asks to close or open these days. ``tail`` goes where months leave room, else below."""

    toggled = Signal(object, object)
    readable = True

    def __init__(self, theme: Theme, tail: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tail = theme, tail
        self._shown = Calendar(date(2000, 1, 1), date(2000, 1, 2), {})
        self._current, self._anchor = date(2000, 1, 1), None
        self._dragging = False
        if tail is not None:
            tail.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Days with and without sessions"))
        theme.changed.connect(self._restyle)

    _anchor: date | None

    def show_days(self, shown: Calendar) -> None:
        """Show another span or other days off; the current day stays when it can."""
        if (shown.start, shown.end) != (self._shown.start, self._shown.end):
            self._current = min(max(self._current, shown.start), shown.end)
            self._anchor = None
        self._shown = shown
        self._describe()
        self._restyle()

    def go_to(self, day: date) -> None:
        """Make another day the current one."""
        self._current, self._anchor = day, None
        self._describe()
        self.update()

    def day_rect(self, day: date) -> QRectF:
        """Return where a day is drawn; empty when its month is not there."""
        for month in self._months(self.width()):
            if (month.first.year, month.first.month) == (day.year, day.month):
                return self._cell(month, day)
        return QRectF()

    # Sizes

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        bottom, tail = self._ends(width)
        return round(max(bottom, tail.bottom()))

    @override
    def sizeHint(self) -> QSize:
        width = 3 * self._theme.px(7 * CELL + GAP)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(7 * CELL), self._theme.px(60))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tail()

    # What the user does

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_text(day_text(day, self._shown)) if day else "", self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = None if self.held else self._day_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self._current, self._anchor, self._dragging = day, day, True
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if day is not None and self._can_change(day) else Qt.CursorShape.ArrowCursor)
        if self._dragging and day is not None:
            self._current = day
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() is Qt.MouseButton.LeftButton:
            self._dragging = False
            self._toggle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._move(self._current + timedelta(days=_STEPS[key]), shifted=shifted)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move(self._current + timedelta(days=28 if key is Qt.Key.Key_PageDown else -28), shifted=shifted)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(self._shown.start if key is Qt.Key.Key_Home else self._shown.end, shifted=shifted)
        elif key is Qt.Key.Key_Space and not self.held:
            self._toggle()
        elif key is Qt.Key.Key_Escape and self._anchor is not None:
            self._anchor, self._dragging = None, False
            self.update()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _move(self, day: date, *, shifted: bool) -> None:
        day = min(max(day, self._shown.start), self._shown.end)
        if shifted:
            self._anchor = self._anchor or self._current
        else:
            self._anchor = None
        self._current = day
        self._describe()
        self.update()

    def _toggle(self) -> None:
        first, last = sorted((self._anchor or self._current, self._current))
        self._anchor = None
        self.update()
        self.toggled.emit(first, last)

    def _can_change(self, day: date) -> bool:
        mark = self._shown.marks.get(day)
        return not self.held and (self._shown.works(day) or (mark is not None and not mark.fixed))

    def _describe(self) -> None:
        self.setAccessibleDescription(day_text(self._current, self._shown))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Where things are

    def _columns(self, width: int) -> tuple[int, float, float]:
        """Return how many months stand side by side, the width of a day and the way from one month to the next."""
        theme = self._theme
        gap, least = theme.px(GAP), theme.px(7 * CELL)
        count = max(1, min(MOST_BESIDE, int((width + gap) // (least + gap)), self._count()))
        cell = min((width - (count - 1) * gap) / (7 * count), theme.px(26))
        return count, cell, (width + gap) / count

    def _count(self) -> int:
        start, end = self._shown.start, self._shown.end
        return (end.year - start.year) * 12 + end.month - start.month + 1

    def _firsts(self) -> Iterator[date]:
        first = self._shown.start.replace(day=1)
        while first <= self._shown.end:
            yield first
            first = (first + timedelta(days=31)).replace(day=1)

    def _months(self, width: int) -> list[_Month]:
        theme = self._theme
        count, cell, pitch = self._columns(width)
        found: list[_Month] = []
        top, height = 0.0, 0.0
        for number, first in enumerate(self._firsts()):
            if number % count == 0 and number:
                top, height = top + height + theme.px(BETWEEN), 0.0
            height = max(height, self._head() + _weeks(first) * theme.px(ROW))
            found.append(_Month(first, QRectF((number % count) * pitch, top, 7 * cell, self._head() + _weeks(first) * theme.px(ROW))))
        return found

    def _ends(self, width: int) -> tuple[float, QRectF]:
        """Return where the months end, and where the tail goes."""
        months = self._months(width)
        bottom = max(month.box.bottom() for month in months)
        if self._tail is None:
            return bottom, QRectF()
        count, _cell, pitch = self._columns(width)
        last = months[-1].box
        free, needed = (-len(months)) % count, self._tail.sizeHint()
        beside = QRectF(last.left() + pitch, last.top(), width - last.left() - pitch, needed.height())
        if free and beside.width() >= min(needed.width(), self._theme.px(200)):
            return bottom, beside
        return bottom, QRectF(0, bottom + self._theme.px(BETWEEN), width, needed.height())

    def _place_tail(self) -> None:
        if self._tail is not None:
            self._tail.setGeometry(self._ends(self.width())[1].toRect())

    def _head(self) -> int:
        return self._theme.px(38)

    def _cell(self, month: _Month, day: date) -> QRectF:
        place = month.first.weekday() + day.day - 1
        width, height = month.box.width() / 7, self._theme.px(ROW)
        return QRectF(month.box.left() + place % 7 * width, month.box.top() + self._head() + place // 7 * height, width, height)

    def _day_at(self, point: QPointF) -> date | None:
        for month in self._months(self.width()):
            if month.box.contains(point):
                for day in _days(month.first):
                    if self._cell(month, day).contains(point):
                        return day
        return None

    def _restyle(self) -> None:
        self._place_tail()
        self.updateGeometry()
        self.update()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in self._months(self.width()):
            if event.region().intersects(month.box.adjusted(-4, -4, 4, 4).toRect()):
                self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: _Month) -> None:
        theme, box = self._theme, month.box
        name = formats.month_and_year(month.first, current())
        if month.first.month != 1 and month.first != self._shown.start.replace(day=1):
            name = name.split()[0]
        paint_text(painter, QRectF(box.left() + 2, box.top(), box.width(), theme.px(18)), name, theme, "strong")
        width = box.width() / 7
        for place in range(7):
            letter = "X" if current() == "es" and place == 2 else formats.weekday_name(place, current())[:1].upper()
            where = QRectF(box.left() + place * width, box.top() + theme.px(18), width, theme.px(20))
            paint_text(painter, where, letter, theme, "caption", "text2", _CENTRE)
        for day in _days(month.first):
            self._paint_day(painter, self._cell(month, day), day)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        theme, box = self._theme, cell.adjusted(1, 1, -1, -1)
        ground, ink, role = self._look(day)
        if ground:
            paint_box(painter, box, 4, theme.color(ground))
        paint_text(painter, cell.adjusted(-2, 0, 2, 0), str(day.day), theme, role, ink, _CENTRE)
        if ground.endswith(("danger_soft", "warn_soft")):
            # Not by colour alone: a day off is underlined.
            painter.fillRect(QRectF(box.left() + 3, box.bottom() - 2, box.width() - 6, 1.5), theme.color(ink))
        first, last = sorted((self._anchor or self._current, self._current))
        if (self.hasFocus() or self._dragging) and first <= day <= last:
            paint_box(painter, box, 4, None, theme.color("focus"), 2)

    def _look(self, day: date) -> tuple[str, str, str]:
        """Return ground, ink and role of type of a day."""
        mark = self._shown.marks.get(day)
        if mark is not None:
            return ("danger_soft", "danger", "label") if mark.holiday and not mark.sites else ("warn_soft", "warn", "label")
        if day in (self._shown.start, self._shown.end):
            return "accent", "on_accent", "label"
        if self._shown.works(day):
            return "accent_soft", "accent_text", "chip"
        return "", "text3", "caption"


def _days(first: date) -> Iterator[date]:
    day = first
    while day.month == first.month:
        yield day
        day += timedelta(days=1)


def _weeks(first: date) -> int:
    return (first.weekday() + sum(1 for _day in _days(first)) + 6) // 7
