# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The month: a table of days whose sessions are chosen by click or by key."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from revmentor_desktop.domain.sessions import SessionId
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.calendar.delegate import DayDelegate, more_text
from revmentor_desktop.ui.calendar.layout import LOWEST_ROW, Place, places
from revmentor_desktop.ui.calendar.model import Index, MonthModel
from revmentor_desktop.ui.calendar.month import WEEK, Day
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS

WEEKEND_SHARE = 0.46
"""Width of Saturday and Sunday, of a weekday's."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MonthView(QTableView):
    """``session_chosen(id)``, ``day_opened(date)`` for «y 2 más», ``day_wanted(date)`` when the arrows leave the weeks shown.

    While a day is proposed for a session (`propose`), Enter is ``proposal_taken()`` and Esc ``proposal_dropped()``.

    Arrows move the day; Tab and Shift+Tab go into its sessions and out again, ↑↓ move between them, Enter chooses.
    """

    session_chosen = Signal(int)
    day_opened = Signal(object)
    day_wanted = Signal(object)
    proposal_taken = Signal()
    proposal_dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.days = MonthModel(self)
        self._painter = DayDelegate(theme, self)
        self.setModel(self.days)
        self.setItemDelegate(self._painter)
        self._prepare()
        self._restyle()
        theme.changed.connect(self._restyle)

    # What the screen asks for

    def show_weeks(self, weeks: tuple[tuple[Day, ...], ...], day: date) -> None:
        """Show a month with the keys on ``day``; on the same day they stay on the session they were on."""
        before = self.current_day()
        self.days.set_weeks(weeks)
        index = self.days.index_of(day)
        if before != day or not index.isValid():
            self._painter.key_place = -1
        self.setCurrentIndex(index if index.isValid() else self.days.index(0, 0))
        self._painter.key_place = min(self._painter.key_place, len(self.places_of(day)) - 1)
        self._tell()

    def select_session(self, session_id: SessionId | None) -> None:
        """Mark the session that the panel is about."""
        self._painter.selected = session_id
        self.viewport().update()

    def propose(self, day: date | None) -> None:
        """Mark the day to which a session may go, or none."""
        self._painter.proposed = day
        self.viewport().update()

    def current_session(self) -> SessionId | None:
        """Return the session that the keys are on, ``None`` when they are on a day."""
        here, place = self._current_places(), self._painter.key_place
        entry = here[place].entry if 0 <= place < len(here) else None
        return entry.session_id if entry is not None else None

    def current_day(self) -> date | None:
        """Return the day that the keys are on."""
        day = self.days.day_at(self.currentIndex())
        return None if day is None else day.day

    def by_key(self) -> bool:
        """Whether the user is here with the keyboard, so that what opens should take the keys."""
        return self._painter.shows_keys and self.hasFocus()

    def places_of(self, day: date) -> tuple[Place, ...]:
        """Return the lines of a day, in px of the viewport; empty for a day not shown."""
        index = self.days.index_of(day)
        found = self.days.day_at(index)
        return () if found is None else places(found, QRectF(self.visualRect(index)), self._theme)

    def point_of(self, session_id: SessionId) -> QPoint | None:
        """Return the middle of a session's line in the viewport, ``None`` when it is not in sight."""
        for row in range(self.days.rowCount()):
            for column in range(WEEK):
                day = self.days.day_at(self.days.index(row, column))
                for place in self.places_of(day.day) if day is not None else ():
                    if place.entry is not None and place.entry.session_id == session_id:
                        return place.rect.center().toPoint()
        return None

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            QWidget.keyPressEvent(self, event)
            return
        self._painter.shows_keys = True
        inside = self._painter.key_place >= 0
        if self._painter.proposed is not None and (key in _ENTER or key is Qt.Key.Key_Escape):
            (self.proposal_taken if key in _ENTER else self.proposal_dropped).emit()
        elif key in _ENTER:
            self._enter()
        elif key is Qt.Key.Key_Escape and inside:
            self._go_to_place(-1)
        elif key in _STEPS and inside and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            last = len(self._current_places()) - 1
            self._go_to_place(min(last, max(0, self._painter.key_place + (1 if key is Qt.Key.Key_Down else -1))))
        elif key in _STEPS:
            self._go_to_day(_STEPS[key])
        else:
            QWidget.keyPressEvent(self, event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        inside = self._painter.key_place >= 0
        if next and not inside and self._current_places():
            self._painter.shows_keys = True
            self._go_to_place(0)
            return True
        if not next and inside:
            self._go_to_place(-1)
            return True
        return super().focusNextPrevChild(next)

    def _enter(self) -> None:
        here = self._current_places()
        day = self.current_day()
        if not here or day is None:
            return
        place = here[max(0, self._painter.key_place)]
        if self._painter.key_place < 0 and len(here) > 1:
            self._go_to_place(0)
        else:
            self._choose(place, day)

    def _go_to_day(self, step: int) -> None:
        day = self.current_day()
        if day is None:
            return
        wanted = day + timedelta(days=step)
        index = self.days.index_of(wanted)
        self._painter.key_place = -1
        if index.isValid():
            self.setCurrentIndex(index)
            self._tell()
        else:
            self.day_wanted.emit(wanted)

    def _go_to_place(self, place: int) -> None:
        self._painter.key_place = place
        self.viewport().update()
        self._tell()

    def _current_places(self) -> tuple[Place, ...]:
        day = self.current_day()
        return () if day is None else self.places_of(day)

    def _choose(self, place: Place, day: date) -> None:
        if place.entry is None:
            self.day_opened.emit(day)
        else:
            self.session_chosen.emit(place.entry.session_id)

    def _tell(self) -> None:
        """Say to readers which session of the day the keys are on."""
        here, place = self._current_places(), self._painter.key_place
        text = ""
        if 0 <= place < len(here):
            entry = here[place].entry
            text = entry.sentence if entry is not None else more_text(here[place].hidden, alone=place == 0)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._painter.shows_keys = False
        index = self.indexAt(event.position().toPoint())
        day = self.days.day_at(index)
        if event.button() is not Qt.MouseButton.LeftButton or day is None:
            return
        self._painter.key_place = -1
        self.setCurrentIndex(index)
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self._choose(place, day.day)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        self._hover(place.entry.session_id if place is not None and place.entry is not None else None)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, session_id: SessionId | None) -> None:
        if session_id != self._painter.hovered:
            self._painter.hovered = session_id
            self.viewport().update()

    def _place_at(self, point: QPoint) -> Place | None:
        day = self.days.day_at(self.indexAt(point))
        here = self.places_of(day.day) if day is not None else ()
        return next((place for place in here if place.rect.contains(point.toPointF())), None)

    # Look

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._painter.shows_keys = event.reason() in KEYBOARD_REASONS
        if event.reason() is Qt.FocusReason.BacktabFocusReason and self._current_places():
            self._painter.key_place = len(self._current_places()) - 1
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._painter.shows_keys = False
        if event.reason() in KEYBOARD_REASONS:
            self._painter.key_place = -1
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 100)

    def _prepare(self) -> None:
        self.setAccessibleName(_("Month"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(20)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._theme.px(LOWEST_ROW))
        self.horizontalHeader().setFixedHeight(self._theme.px(30))
        self.days.set_head_font(self._theme.font("label"))
        self.viewport().update()

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        # On a narrow window their heads still have to fit.
        least = self._theme.metrics("label").horizontalAdvance("mmm") + 20
        weekend = max(round(width / (5 + 2 * WEEKEND_SHARE) * WEEKEND_SHARE), least)
        weekday = (width - 2 * weekend) // 5
        for column in range(WEEK - 1):
            self.setColumnWidth(column, weekday if column < 5 else weekend)
        self.setColumnWidth(WEEK - 1, width - 5 * weekday - weekend)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
