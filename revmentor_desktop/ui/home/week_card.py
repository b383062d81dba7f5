# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Esta semana*: the sessions of the week, day by day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.sessions import Session, SessionId
from revmentor_desktop.i18n import _, context, current, formats, plural
from revmentor_desktop.programme.editions import DayOff
from revmentor_desktop.programme.home import Standing, next_session, of_week, standing
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.home.words import pair_name
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_EVENT
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel, tip_text
from revmentor_desktop.ui.widgets.link import Link
from revmentor_desktop.ui.widgets.looks import Look, session_look
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text

SHOWN = 4
"""Sessions of a day in sight before «y 2 más»."""


@dataclass(frozen=True, slots=True)
class Event:
    """One session of the week as it is shown: where it stands is a word, a tone and an icon."""

    session_id: SessionId
    day: date
    hour: str
    names: str
    look: Look


def week_shown(snapshot: Snapshot, now: datetime) -> date:
    """Return the Monday of the present week or, when it has no sessions, of the next one that has."""
    day = now.date()
    if not of_week(snapshot.sessions, day):
        session = next_session(snapshot.sessions, now)
        day = session.start.date() if session is not None and session.start is not None else day
    return day - timedelta(days=day.weekday())


def events(snapshot: Snapshot, monday: date, clashing: Collection[SessionId], now: datetime) -> tuple[Event, ...]:
    """Return the sessions of the week that begins on ``monday``, in order, as they stand at ``now``."""
    found: list[Event] = []
    for session in of_week(snapshot.sessions, monday):
        if session.start is not None:
            names = pair_name(snapshot, snapshot.pair(session.pair_id))
            look = _look(session, session.id in clashing, now)
            found.append(Event(session.id, session.start.date(), formats.hour(session.start), names, look))
    return tuple(found)


def _look(session: Session, clashes: bool, now: datetime) -> Look:
    if clashes:
        return Look(context("session", "Clash"), "danger", "triangle-alert")
    return session_look(session.state, lacks_log=standing(session, now) is Standing.NO_LOG)


class EventButton(QAbstractButton):
    """One session: an icon of where it stands, its hour and the names of the pair."""

    def __init__(self, theme: Theme, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.event_shown = theme, event
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        sentence = f"{formats.weekday_date(event.day, current())}, {event.hour}, {event.names}, {event.look.text}"
        self.setAccessibleName(sentence)
        self.setToolTip(tip_text(f"{event.hour} · {event.names} · {event.look.text}"))
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(24))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, look = QPainter(self), self._theme, self.event_shown.look
        toned = look.tone in {"danger", "warn", "ok"}
        ground, edge = (f"{look.tone}_soft", f"{look.tone}_line") if toned else ("surface2", "border")
        if self.underMouse():
            edge = "input"
        box = QRectF(self.rect())
        paint_box(painter, box, RADIUS_EVENT, theme.color(ground), theme.color(edge))
        left = 6.0
        if toned:
            side = theme.px(12)
            theme.paint_icon(painter, QRectF(left, 0, side, self.height()), look.icon, look.tone, 12)
            left += side + 4
        ink = look.tone if look.tone == "danger" else "text"
        paint_text(painter, QRectF(left, 0, self.width() - left - 4, self.height()), self.event_shown.names, theme, "chip", ink)
        if self._ring and self.hasFocus():
            paint_box(painter, box, RADIUS_EVENT, None, theme.color("focus"), 2)


class WeekCard(Card):
    """``chosen(session_id)``; ``None``: the calendar as a whole."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("This week"), " ", parent=parent)
        self._shown: object = None
        self._buttons: list[EventButton] = []
        self.body.setContentsMargins(16, 14, 16, 12)
        self._days = QHBoxLayout()
        self._days.setSpacing(8)
        self.body.addLayout(self._days)
        self.body.addStretch(1)

    def show_week(self, monday: date, today: date, found: tuple[Event, ...], days_off: Mapping[date, DayOff]) -> None:
        """Show a week, Monday to Friday, Saturday and Sunday only with something in them."""
        if self._shown == (monday, today, found, dict(days_off)):
            return
        self._shown = (monday, today, found, dict(days_off))
        self.title.setText(_("This week") if 0 <= (today - monday).days < 7 else _("Next week with sessions"))
        clear(self._days)
        self._buttons = []
        days = [monday + timedelta(days=place) for place in range(7)]
        days = [day for day in days if day.weekday() < 5 or any(event.day == day for event in found)]
        for day in days:
            self._days.addLayout(self._column(day, today, [event for event in found if event.day == day], days_off.get(day)), 1)
        count = plural("{n} session", "{n} sessions", len(found)).format(n=len(found)) if found else _("No sessions")
        self.note.setText(f"{formats.short_date(days[0], current())} – {formats.short_date(days[-1], current())} · {count}")

    def events(self) -> tuple[EventButton, ...]:
        """Return the sessions in sight, in order."""
        return tuple(self._buttons)

    def _column(self, day: date, today: date, found: list[Event], day_off: DayOff | None) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        head = formats.short_weekday_date(day, current()).rpartition(" ")[0]
        tone, role = "text2", "caption"
        if day == today:
            head, tone, role = _("{day} · today").format(day=head), "accent_text", "label"
        elif day_off is not None:
            words = _("{day} · closed") if day_off.kind == "closure" else _("{day} · holiday")
            head, tone, role = words.format(day=head), "warn", "label"
        label = ElidedLabel(self._theme, head, role, tone)
        if day_off is not None:
            label.setToolTip(tip_text(day_off.name))
        column.addWidget(label)
        for event in found[: SHOWN if len(found) <= SHOWN else SHOWN - 1]:
            button = EventButton(self._theme, event)
            button.clicked.connect(self._choose)
            self._buttons.append(button)
            column.addWidget(button)
        rest = len(found) - SHOWN + 1 if len(found) > SHOWN else 0
        if rest:
            more = Link(self._theme, plural("{n} more", "{n} more", rest).format(n=rest))
            more.clicked.connect(self._choose_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not found:
            column.addWidget(PlainLabel(self._theme, "–", "caption", "text3"))
        column.addStretch(1)
        return column

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, EventButton):
            self.chosen.emit(button.event_shown.session_id)

    def _choose_all(self) -> None:
        self.chosen.emit(None)
