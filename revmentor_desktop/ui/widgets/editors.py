# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Editors of one value in our look. Their signals are Qt's own, plus ``committed`` when the user leaves a changed field."""

import re
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from revmentor_desktop.i18n import _, current
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.paint import paint_text

NOTHING = "\N{EN DASH}"
"""What a held editor without an answer shows."""
_FLUSH = (-2, 0, 0, 0)
"""Qt keeps 2 px before the text of a line: without them plain text begins where its label does."""
_EDGE = 2
"""Room under plain text for the line that shows where the keys are."""


class LineEdit(Editor, QLineEdit):
    """One line of text. ``committed(text)`` on Enter or on leaving, only when the text differs from the last one set."""

    committed = Signal(str)
    readable = True

    def __init__(self, theme: Theme, text: str = "", *, placeholder: str = "", limit: int = 32767, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last = text
        self.setText(text)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(limit)
        self.editingFinished.connect(self._finish)

    def set_value(self, text: str) -> None:
        """Show a stored value; what is being typed is not disturbed."""
        self._last = text
        if self.held or not self.hasFocus() or self.text() == text:
            self.setText(text)

    @override
    def take_hold(self) -> None:
        self.setReadOnly(True)
        self.setPlaceholderText(NOTHING)
        self.setTextMargins(*_FLUSH)
        self._theme.restyle(self, held="true")

    def _finish(self) -> None:
        if self.text() != self._last:
            self._last = self.text()
            self.committed.emit(self._last)


class SearchField(LineEdit):
    """A line to filter by, with its magnifier; Esc empties it. It changes what is seen and nothing else, so it is never held."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder=placeholder, parent=parent)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        self._restyle()
        theme.changed.connect(self._restyle)

    @override
    def settle(self) -> None:
        pass

    def _restyle(self) -> None:
        self.setTextMargins(self._theme.px(24), 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.px(16)
        self._theme.paint_icon(painter, QRectF(11, 0, side, self.height()), "search", "text2", 16)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.text() and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self.text() and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.clear()
            return True
        return super().event(event)


class TextEdit(Editor, QPlainTextEdit):
    """Several lines of plain text. ``committed(text)`` on leaving, only when it changed."""

    committed = Signal(str)
    readable = True

    def __init__(self, theme: Theme, text: str = "", *, lines: int = 3, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lines, self._last = theme, lines, text
        self.setPlainText(text)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_value(self, text: str) -> None:
        """Show a stored value; what is being typed is not disturbed."""
        self._last = text
        if (self.held or not self.hasFocus()) and self.toPlainText() != text:
            self.setPlainText(text)

    @override
    def take_hold(self) -> None:
        self.setReadOnly(True)
        self.setPlaceholderText(NOTHING)
        self.document().setDocumentMargin(0)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme.restyle(self, held="true")
        self._fit()
        self.textChanged.connect(self._fit)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if self.held:
            self._fit()

    def _fit(self) -> None:
        """Take the height of what it says: plain text has no empty lines below it."""
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(max(self.fontMetrics().lineSpacing() * lines, self._theme.line_height("table")) + 4)

    def _restyle(self) -> None:
        if self.held:
            self._fit()
        else:
            self.setFixedHeight(self._theme.line_height("table") * self._lines + 18)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.toPlainText() != self._last:
            self._last = self.toPlainText()
            self.committed.emit(self._last)


class ComboBox(Editor, QComboBox):
    """A choice of one from a list. Fill it with ``addItem(text, data)``; the wheel scrolls the page, not the choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        # The delegate that a combo box brings itself does not read the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def select(self, data: object) -> None:
        """Choose the item that carries ``data`` (none when there is no such), without emitting."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(next((row for row in range(self.count()) if self.itemData(row) == data), -1))
        self.blockSignals(blocked)
        self.update()

    @override
    def take_hold(self) -> None:
        super().take_hold()
        self._theme.restyle(self, held="true")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.held:
            place = QRectF(0, 0, self.width(), self.height() - _EDGE)
            paint_text(QPainter(self), place, self.currentText() or NOTHING, self._theme, "table")
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        side = self._theme.px(16)
        room = self.width() - side - 40 - (self.iconSize().width() + 4 if not option.currentIcon.isNull() else 0)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        place = QRectF(self.width() - side - 12, 0, side, self.height())
        self._theme.paint_icon(painter, place, "chevron-down", "text2" if self.isEnabled() else "disabled", 16)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


_SHORT_YEAR = re.compile(r"0*(\d{1,2})/0*(\d{1,2})/(\d{2})")


class DateEdit(Editor, QDateEdit):
    """A day as 15/02/2027, with a calendar to pick it. ``committed(date)`` when the user leaves another one."""

    committed = Signal(object)
    readable = True

    def __init__(self, theme: Theme, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._last = day or date(2000, 1, 1)
        self._passed = False
        self.set_value(self._last)
        self.editingFinished.connect(self._finish)
        self.lineEdit().installEventFilter(self)
        self.calendarWidget().clicked.connect(self._picked)
        self._dress_calendar()
        theme.changed.connect(self._dress_calendar)

    def value(self) -> date:
        """Return the day shown."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, day: date) -> None:
        """Show a stored day."""
        self._last = day
        self.setDate(QDate(day.year, day.month, day.day))

    @override
    def take_hold(self) -> None:
        self.setReadOnly(True)
        self.lineEdit().setTextMargins(*_FLUSH)
        self._theme.restyle(self, held="true")

    def _dress_calendar(self) -> None:
        calendar = self.calendarWidget()
        calendar.setLocale(QLocale(current()))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        away = QTextCharFormat()
        away.setForeground(self._theme.color("text3"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, away)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._theme.icon(icon))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.held:
            super().keyPressEvent(event)
            return
        typed = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._complete_year()
        passed, self._passed = self._passed, False
        if typed and typed in "/-. ":
            # Qt goes on to the next part by itself after two digits: a separator typed then would skip one.
            if not passed and self.currentSectionIndex() < self.sectionCount() - 1:
                self.setSelectedSection(self.sectionAt(self.currentSectionIndex() + 1))
            return
        if typed.isdigit() and self.lineEdit().selectedText() == self.text():
            # The whole date is written anew: it begins with the day.
            self.setSelectedSection(QDateEdit.Section.DaySection)
        before = self.currentSectionIndex()
        super().keyPressEvent(event)
        self._passed = typed.isdigit() and self.currentSectionIndex() != before

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            QTimer.singleShot(0, self._select_part)
        return super().eventFilter(watched, event)

    def _select_part(self) -> None:
        # Typing into a part replaces it, wherever in it the click was.
        if not self.lineEdit().hasSelectedText():
            self.setSelectedSection(self.currentSection())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._complete_year()
        super().focusOutEvent(event)

    def _complete_year(self) -> None:
        """Take 11/01/27 for a day of 2027; Qt alone would put the old year back."""
        typed = None if self.held else _SHORT_YEAR.fullmatch(self.lineEdit().text().strip())
        if typed is not None:
            day, month, year = (int(part) for part in typed.groups())
            written = QDate(2000 + year, month, day)
            if written.isValid():
                self.setDate(written)

    def _picked(self, day: QDate) -> None:
        self.setDate(day)
        self._finish()

    def _finish(self) -> None:
        if not self.held and self.value() != self._last:
            self._last = self.value()
            self.committed.emit(self._last)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.held:
            return
        side = self._theme.px(16)
        place = QRectF(self.width() - side - 12, 0, side, self.height())
        self._theme.paint_icon(QPainter(self), place, "calendar", "text2" if self.isEnabled() else "disabled", 16)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberEdit(Editor, QSpinBox):
    """A whole number between two limits, its unit in grey at the right. ``committed(int)`` when the user leaves another one."""

    committed = Signal(int)
    readable = True

    def __init__(
        self, theme: Theme, value: int = 0, low: int = 0, high: int = 100, *, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._unit, self._last = theme, unit, value
        self.setRange(low, high)
        self.setValue(value)
        # The style sheet takes the buttons away (with NoButtons it would leave the text no room) and its padding is not kept here.
        self.lineEdit().setTextMargins(10, 0, 10, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(_("From {low} to {high} {unit}").format(low=low, high=high, unit=unit).strip())
        self.editingFinished.connect(self._finish)

    def set_value(self, value: int) -> None:
        """Show a stored number."""
        self._last = value
        self.setValue(value)

    def _finish(self) -> None:
        if not self.held and self.value() != self._last:
            self._last = self.value()
            self.committed.emit(self._last)

    @override
    def take_hold(self) -> None:
        self.setReadOnly(True)
        self.lineEdit().setTextMargins(*_FLUSH)
        self._theme.restyle(self, held="true")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._unit:
            return
        if self.held:
            # Right after the number, as it is said.
            left = self.fontMetrics().horizontalAdvance(self.text()) + 5
            place = QRectF(left, 0, self.width() - left, self.height() - _EDGE)
            paint_text(QPainter(self), place, self._unit, self._theme, "table")
            return
        place = QRectF(0, 0, self.width() - 12, self.height())
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint_text(QPainter(self), place, self._unit, self._theme, "table", "text2", align)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
