# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The weeks of two people over each other: when each can meet, and what they share."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.domain.availability import Window, merged, shared, total_minutes
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.ui.pairs.board import Board, Couple
from revmentor_desktop.ui.pairs.judged import names_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.figures import Avatar
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text
from revmentor_desktop.ui.words import pairing

_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_ROW = 44
_STEPS = (1, 2, 3, 4, 6)
"""From how many hours to how many one is written: as close as there is room."""
_AROUND, _LEAST = 230, 92
"""Height in px at 100 % of everything around the weeks, and the least that they get."""


class TwoWeeks(QWidget):
    """A row for each day: above the hours of who teaches, below those of who learns, framed where both can."""

    def __init__(self, theme: Theme, first: Sequence[Window], second: Sequence[Window], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first, self._second, self._both = merged(first), merged(second), shared(first, second)
        every = (*self._first, *self._second)
        self._days = sorted({0, 1, 2, 3, 4} | {window.weekday for window in every})
        # An hour of air at both ends, so that a short week still looks like a week.
        self._start = max(0, min((window.start // 60 for window in every), default=9) - 1)
        self._end = min(24, max((-(-window.end // 60) for window in every), default=17) + 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spoken = pairing.hours(self._both) if self._both else _("No hour in common")
        self.setAccessibleName(_("Hours that both share: {hours}").format(hours=spoken))
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(520), self._theme.px(22 + len(self._days) * _ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        names = max(theme.metrics("label").horizontalAdvance(formats.weekday_name(day, current())) for day in self._days) + px(14)
        grid = QRectF(names, px(22), self.width() - names - px(24), len(self._days) * px(_ROW))
        hour_width = grid.width() / (self._end - self._start)
        step = next(step for step in _STEPS if step * hour_width >= px(44) or step == _STEPS[-1])
        painter.setPen(QPen(theme.color("border"), 1))
        for hour in range(self._start, self._end + 1, step):
            x = round(grid.left() + (hour - self._start) * hour_width) + 0.5
            painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()))
            paint_text(painter, QRectF(x - px(24), 0, px(48), px(20)), formats.hour(hour * 60), theme, "caption", "text2", _CENTRE)
            painter.setPen(QPen(theme.color("border"), 1))
        for number, day in enumerate(self._days):
            row = QRectF(grid.left(), grid.top() + number * px(_ROW), grid.width(), px(_ROW))
            name = formats.weekday_name(day, current())
            paint_text(painter, QRectF(0, row.top(), names, row.height()), name[:1].upper() + name[1:], theme, "label", "text2")
            self._paint_day(painter, row, day)

    def _paint_day(self, painter: QPainter, row: QRectF, day: int) -> None:
        theme, px = self._theme, self._theme.px
        bar = px(13)
        for windows, tone, top in ((self._first, "mentor", row.center().y() - bar - 1), (self._second, "mentee", row.center().y() + 1)):
            for window in (one for one in windows if one.weekday == day):
                left, width = self._span(row, window)
                paint_box(painter, QRectF(left, top, width, bar), 4, theme.color(f"{tone}_soft"), theme.color(f"{tone}_line"))
        for window in (one for one in self._both if one.weekday == day):
            left, width = self._span(row, window)
            frame = QRectF(left, row.center().y() - bar - px(4), width, 2 * bar + px(8))
            paint_box(painter, frame, 6, None, theme.color("accent"), 2)

    def _span(self, row: QRectF, window: Window) -> tuple[float, float]:
        minute = row.width() / ((self._end - self._start) * 60)
        return row.left() + (window.start - self._start * 60) * minute, window.minutes * minute


class FrameSign(QWidget):
    """The frame of the hours that both share, for the legend."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(26), theme.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), 5, None, self._theme.color("accent"), 2)


class HoursDialog(Dialog):
    """Shows when two people can meet; changes nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None, board: Board, couple: Couple) -> None:
        enrolments = board.snapshot.enrolments
        first, second = enrolments[couple.mentor_id].windows, enrolments[couple.mentee_id].windows
        both = shared(first, second)
        hours = formats.number(total_minutes(both) / 60, current(), 1)
        text = (
            _("They share {hours} h a week: {when}.").format(hours=hours, when=_lower(pairing.hours(both)))
            if both
            else _("They share no hour of the week.")
        )
        title = _("Hours of {names}").format(names=names_of(board, couple))
        super().__init__(theme, parent, title, text, safe=_("Close"), width=620)
        legend = QWidget()
        flow = FlowLayout(legend, gap=16, line_gap=4)
        for person_id, role in ((couple.mentor_id, Role.MENTOR), (couple.mentee_id, Role.MENTEE)):
            person = board.person(person_id)
            avatar = Avatar(theme, person.initials, role, 26, name=person.short_name)
            flow.addWidget(_sign(theme, avatar, PlainLabel(theme, person.short_name, "segment")))
        flow.addWidget(_sign(theme, FrameSign(theme), PlainLabel(theme, _("framed: both can"), "caption", "text2")))
        self.weeks = TwoWeeks(theme, first, second)
        self.body.addWidget(legend)
        self.body.addWidget(self._scrolled(theme, parent))

    def _scrolled(self, theme: Theme, parent: QWidget | None) -> Scroll:
        """Return the weeks in as much room as the window leaves; with less than they need they scroll, by the arrow keys too."""
        scroll = Scroll()
        scroll.body.addWidget(self.weeks)
        needed = self.weeks.sizeHint().height()
        room = needed if parent is None else max(theme.px(_LEAST), parent.window().height() - theme.px(_AROUND))
        scroll.setFixedHeight(min(needed, room))
        if room < needed:
            scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            scroll.setAccessibleName(self.weeks.accessibleName())
        return scroll


def _sign(theme: Theme, mark: QWidget, words: QWidget) -> QWidget:
    both = QWidget()
    both.setMinimumHeight(theme.px(26))
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
    return both


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
