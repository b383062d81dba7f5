# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The week of the intake form: five rows of 34 half hours (06 to 23), marked by dragging or with the keys."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from revmentor_desktop.domain.availability import GRID_END, GRID_START, GRID_STEP, Window, merged
from revmentor_desktop.i18n import _, current
from revmentor_desktop.i18n.formats import hour, weekday_name
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text

DAYS = 5
CELLS = (GRID_END - GRID_START) // GRID_STEP
"""Half hours of one day."""
_MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class WeekGrid(Editor, QWidget):
    """``changed(tuple[Window, ...])`` after each drag or key that altered something.

    Keys: arrows move, Space marks or clears, Shift+arrows mark a stretch, Supr clears. The menu copies a day to the others.
    Stretches outside the grid (weekend, before 06, after 23, off the half hour) are kept as they are.
    """

    changed = Signal(object)
    readable = True

    def __init__(self, theme: Theme, windows: Iterable[Window] = (), *, row: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._row = theme, row
        self._marked: set[tuple[int, int]] = set()
        self._outside: tuple[Window, ...] = ()
        self._cell = (0, 0)
        self._drag: tuple[tuple[int, int], bool, set[tuple[int, int]]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Hours of the week"))
        self.set_windows(windows)
        theme.changed.connect(self.updateGeometry)

    def set_windows(self, windows: Iterable[Window]) -> None:
        """Show stretches without emitting."""
        inside, outside = set[tuple[int, int]](), list[Window]()
        for window in merged(windows):
            fits = window.weekday < DAYS and window.start >= GRID_START and window.end <= GRID_END
            if fits and window.start % GRID_STEP == 0 and window.end % GRID_STEP == 0:
                first, last = (window.start - GRID_START) // GRID_STEP, (window.end - GRID_START) // GRID_STEP
                inside.update((window.weekday, cell) for cell in range(first, last))
            else:
                outside.append(window)
        self._marked, self._outside = inside, tuple(outside)
        self._describe()
        self.update()

    def windows(self) -> tuple[Window, ...]:
        """Return the marked stretches, merged and in order."""
        cells = (Window(day, GRID_START + cell * GRID_STEP, GRID_START + (cell + 1) * GRID_STEP) for day, cell in self._marked)
        return merged((*cells, *self._outside))

    def cell_rect(self, weekday: int, cell: int) -> QRectF:
        """Return where a half hour is drawn (``cell`` 0 = 06:00)."""
        left, width = self._names_width(), self._cell_width()
        top = self._head() + weekday * self._pitch()
        return QRectF(left + cell * width, top, width, self._theme.px(self._row))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.stretch_text(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def stretch_text(self, point: QPointF) -> str:
        """Return the hours marked at a point of the widget («martes de 09:30 a 11:30»), empty where none are."""
        at = self._cell_at(point)
        for start, end in self._stretches(at[0]) if at is not None else ():
            if at is not None and start <= at[1] < end:
                first, last = (hour(GRID_START + cell * GRID_STEP) for cell in (start, end))
                return _("{day} from {start} to {end}").format(day=weekday_name(at[0], current()), start=first, end=last)
        return ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._names_width() + CELLS * 10, self._head() + DAYS * self._pitch())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._names_width() + CELLS * 6, self.sizeHint().height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = None if self.held else self._cell_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or cell is None:
            return
        self._cell = cell
        self._drag = (cell, cell not in self._marked, set(self._marked))
        self._stretch_to(cell)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._stretch_to(self._cell_at(event.position(), clamp=True) or self._cell)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None and event.button() is Qt.MouseButton.LeftButton:
            self._drag = None
            self._emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._move(key, shifted=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self.held:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Space:
            self._set({self._cell}, self._cell not in self._marked)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set({self._cell}, False)
        elif key is Qt.Key.Key_Escape and self._drag is not None:
            self._marked, self._drag = set(self._drag[2]), None
            self.update()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.held:
            return
        cell = self._cell_at(QPointF(event.pos()))
        if cell is not None:
            self._cell = cell
        menu = self.day_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def day_menu(self) -> QMenu:
        """Return what can be done with the day of the current cell."""
        menu = QMenu(self)
        name = weekday_name(self._cell[0], current())
        menu.addAction(self._theme.icon("copy"), _("Copy {day} to the other days").format(day=name), self.copy_day)
        menu.addAction(self._theme.icon("x"), _("Clear {day}").format(day=name), self.clear_day)
        return menu

    def copy_day(self) -> None:
        """Give the other four days the hours of the current one."""
        cells = {cell for day, cell in self._marked if day == self._cell[0]}
        self._replace({(day, cell) for day in range(DAYS) for cell in cells})

    def clear_day(self) -> None:
        """Clear the current day."""
        self._replace({(day, cell) for day, cell in self._marked if day != self._cell[0]})

    def _move(self, key: Qt.Key, *, shifted: bool) -> None:
        day, cell = self._cell
        step = _MOVES[key]
        target = (min(DAYS - 1, max(0, day + step[0])), min(CELLS - 1, max(0, cell + step[1])))
        if shifted and not self.held:
            self._set({self._cell, target}, True)
        self._cell = target
        self._describe()
        self.update()

    def _stretch_to(self, cell: tuple[int, int]) -> None:
        if self._drag is None:
            return
        start, marks, before = self._drag
        days, cells = sorted((start[0], cell[0])), sorted((start[1], cell[1]))
        block = {(day, place) for day in range(days[0], days[1] + 1) for place in range(cells[0], cells[1] + 1)}
        self._marked = before | block if marks else before - block
        self._cell = cell
        self.update()

    def _set(self, cells: set[tuple[int, int]], marked: bool) -> None:
        self._replace(self._marked | cells if marked else self._marked - cells)

    def _replace(self, cells: set[tuple[int, int]]) -> None:
        if cells != self._marked:
            self._marked = cells
            self._emit()

    def _emit(self) -> None:
        self._describe()
        self.update()
        self.changed.emit(self.windows())

    def _describe(self) -> None:
        day, cell = self._cell
        start = GRID_START + cell * GRID_STEP
        state = _("marked") if self._cell in self._marked else _("free")
        text = _("{day} from {start} to {end}, {state}")
        self.setAccessibleDescription(
            text.format(day=weekday_name(day, current()), start=hour(start), end=hour(start + GRID_STEP), state=state)
        )

    def _cell_at(self, point: QPointF, *, clamp: bool = False) -> tuple[int, int] | None:
        day = int((point.y() - self._head()) // self._pitch())
        cell = int((point.x() - self._names_width()) // self._cell_width())
        if clamp:
            return min(DAYS - 1, max(0, day)), min(CELLS - 1, max(0, cell))
        return (day, cell) if 0 <= day < DAYS and 0 <= cell < CELLS else None

    def _names_width(self) -> int:
        return self._theme.px(26)

    def _cell_width(self) -> float:
        return max(1.0, (self.width() - self._names_width()) / CELLS)

    def _head(self) -> int:
        return self._theme.px(20)

    def _pitch(self) -> int:
        return self._theme.px(self._row + 3)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_head(painter)
        for day in range(DAYS):
            self._paint_day(painter, day)
        if self.hasFocus():
            paint_box(painter, self.cell_rect(*self._cell).adjusted(-1, -1, 1, 1), 3, None, self._theme.color("focus"), 2)

    def _paint_head(self, painter: QPainter) -> None:
        width = self._cell_width()
        for minute in range(GRID_START + 60, GRID_END, 120):
            middle = self._names_width() + (minute - GRID_START) / GRID_STEP * width
            place = QRectF(middle - 2 * width, 0, 4 * width, self._head() - 2)
            paint_text(painter, place, str(minute // 60), self._theme, "caption", "text2", Qt.AlignmentFlag.AlignCenter)

    def _paint_day(self, painter: QPainter, day: int) -> None:
        theme = self._theme
        first, last = self.cell_rect(day, 0), self.cell_rect(day, CELLS - 1)
        row = QRectF(first.left(), first.top(), last.right() - first.left(), first.height())
        letter = "X" if current() == "es" and day == 2 else weekday_name(day, current())[:1].upper()
        paint_text(painter, QRectF(0, row.top(), self._names_width(), row.height()), letter, theme, "label", "text2")
        paint_box(painter, row, 4, theme.color("sunken"))
        for cell in range(2, CELLS, 2):
            left = self.cell_rect(day, cell).left()
            painter.fillRect(QRectF(round(left), row.top(), 1, row.height()), theme.color("border"))
        for start, end in self._stretches(day):
            self._paint_stretch(painter, day, start, end)

    def _stretches(self, day: int) -> list[tuple[int, int]]:
        cells = [(day, cell) in self._marked for cell in range(CELLS)] + [False]
        found: list[tuple[int, int]] = []
        start = -1
        for cell, marked in enumerate(cells):
            if marked and start < 0:
                start = cell
            elif not marked and start >= 0:
                found.append((start, cell))
                start = -1
        return found

    def _paint_stretch(self, painter: QPainter, day: int, start: int, end: int) -> None:
        left, right = self.cell_rect(day, start), self.cell_rect(day, end - 1)
        box = QRectF(left.left(), left.top(), right.right() - left.left(), left.height())
        paint_box(painter, box, 4, self._theme.color("accent"))
        metrics = self._theme.metrics("label")
        for label in (f"{_short(start)}–{_short(end)}", f"{_shortest(start)}–{_shortest(end)}"):
            if metrics.horizontalAdvance(label) <= box.width():
                paint_text(painter, box, label, self._theme, "label", "on_accent", Qt.AlignmentFlag.AlignCenter)
                return


def _short(cell: int) -> str:
    minutes = GRID_START + cell * GRID_STEP
    return str(minutes // 60) if minutes % 60 == 0 else hour(minutes).lstrip("0")


def _shortest(cell: int) -> str:
    minutes = GRID_START + cell * GRID_STEP
    return f"{minutes // 60}½" if minutes % 60 else str(minutes // 60)
