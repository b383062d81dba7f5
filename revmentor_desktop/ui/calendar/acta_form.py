# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The acta: half a minute, and no place for what was talked about."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _, context, current, formats
from revmentor_desktop.ui.calendar.choices import Choices
from revmentor_desktop.ui.calendar.facts import Facts
from revmentor_desktop.ui.calendar.icon_mark import IconMark
from revmentor_desktop.ui.calendar.rating import HIGHEST, RatingBar
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING
from revmentor_desktop.ui.widgets.chip import Pill
from revmentor_desktop.ui.widgets.editors import NOTHING, DateEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import PlainLabel

USUAL_MINUTES = (30, 45, 60, 75, 90)
LONGEST = 600


class ActaForm(QWidget):
    """Length, how it went, topics, whether HR is needed, and the day. `log` gives what was answered.

    ``edited``: an answer is another. `answers` and `take` carry half-given ones across a crash.
    """

    edited = Signal()

    def __init__(self, theme: Theme, facts: Facts, today: date, *, to_read: bool = False, parent: QWidget | None = None) -> None:
        """``to_read``: what is noted is only told."""
        super().__init__(parent)
        self._to_read = to_read
        self._theme, self._today = theme, today
        log = facts.session.log
        minutes = log.minutes if log is not None else facts.session.minutes
        choices = [(str(each), str(each)) for each in USUAL_MINUTES]
        self.minutes = NumberEdit(theme, minutes, 1, LONGEST)
        self.length = Choices(theme, choices, _("Length in minutes"))
        self.rating = RatingBar(theme)
        answers = [("no", context("answer", "No")), ("yes", _("Yes, let's talk"))]
        self.needs_hr = Choices(theme, answers, _("Do you need anything from HR?"))
        self.day = DateEdit(theme, log.day if log is not None else self._usual_day(facts))
        self._day_field = Field(theme, _("Held on"), self.day)
        self._pills: dict[TopicId, Pill] = {}
        self._build(facts)
        self._fill(log, minutes)
        self.length.changed.connect(self._take_length)
        self.minutes.valueChanged.connect(self._show_length)
        for signal in (
            self.minutes.valueChanged,
            self.rating.changed,
            self.needs_hr.changed,
            self.day.dateChanged,
            *(pill.toggled for pill in self._pills.values()),
        ):
            signal.connect(self.edited)

    def log(self) -> SessionLog | None:
        """Return the acta, or ``None`` after saying at the field what is wrong with it."""
        if self.day.value() > self._today:
            self._day_field.set_error(_("A session is noted once it has been held. Choose today or an earlier day."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        self._day_field.set_error(None)
        return SessionLog(
            day=self.day.value(),
            minutes=self.minutes.value(),
            topic_ids=tuple(topic_id for topic_id, pill in self._pills.items() if pill.isChecked()),
            rating=self.rating.value(),
            needs_hr=self.needs_hr.current() == "yes",
        )

    def answers(self) -> dict[str, object]:
        """Return what stands in the form, right or not."""
        return {
            "day": self.day.value().isoformat(),
            "minutes": self.minutes.value(),
            "topics": [topic_id for topic_id, pill in self._pills.items() if pill.isChecked()],
            "rating": self.rating.value(),
            "needs_hr": self.needs_hr.current() == "yes",
        }

    def take(self, answers: Mapping[str, object]) -> None:
        """Put answers back that `answers` gave; what cannot be read any more stays as it is."""
        day, minutes, topics, rating = (answers.get(key) for key in ("day", "minutes", "topics", "rating"))
        with suppress(ValueError):
            self.day.setDate(QDate.fromString(date.fromisoformat(str(day)).isoformat(), Qt.DateFormat.ISODate))
        if isinstance(minutes, int) and 1 <= minutes <= LONGEST:
            self.minutes.setValue(minutes)
        for topic_id, pill in self._pills.items():
            pill.setChecked(isinstance(topics, list) and topic_id in topics)
        self.rating.set_value(rating if isinstance(rating, int) and 1 <= rating <= HIGHEST else None)
        self.needs_hr.set_current("yes" if answers.get("needs_hr") is True else "no")

    def topic(self, topic_id: TopicId) -> Pill:
        """Return the pill of a topic. Raises `KeyError`."""
        return self._pills[topic_id]

    def day_error(self) -> str:
        """Return what is wrong with the day, empty when nothing is."""
        return self._day_field.error()

    def _usual_day(self, facts: Facts) -> date:
        planned = facts.session.start or facts.session.baseline
        return min(planned.date(), self._today) if planned is not None else self._today

    def _fill(self, log: SessionLog | None, minutes: int) -> None:
        self._show_length(minutes)
        self.rating.set_value(log.rating if log is not None else None)
        self.needs_hr.set_current("yes" if log is not None and log.needs_hr else "no")
        for topic_id in log.topic_ids if log is not None else ():
            if topic_id in self._pills:
                self._pills[topic_id].setChecked(True)

    def _take_length(self, key: str) -> None:
        self.minutes.set_value(int(key))

    def _show_length(self, minutes: int) -> None:
        self.length.set_current(str(minutes) if minutes in USUAL_MINUTES else "")

    def _build(self, facts: Facts) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setContentsMargins(RING, 0, RING, 0)
        head.addWidget(PlainLabel(self._theme, _("Acta"), "h3"), 1)
        if not self._to_read:
            head.addWidget(PlainLabel(self._theme, _("Half a minute"), "caption", "text2"))
        column.addLayout(head)
        start = facts.session.start
        if start is not None and start.date() > self._today and facts.session.log is None:
            column.addLayout(self._ahead(start))
        length = QHBoxLayout()
        length.setSpacing(6)
        length.addWidget(self.length, 1)
        # The same number twice says nothing more.
        if self._to_read:
            self.length.hide()
        self.minutes.setFixedWidth(self._theme.px(54))
        self.minutes.setAccessibleName(_("Other length in minutes"))
        length.addWidget(self.minutes)
        if self._to_read:
            length.addStretch(1)
        self._add(column, _("Length in minutes"), length)
        self._add(column, _("How did it go?"), self.rating, ring=True)
        if facts.topics:
            told = facts.session.log.topic_ids if self._to_read and facts.session.log is not None else None
            self._add(column, _("Topics dealt with"), self._topics(facts, told), ring=told != ())
        self._add(column, _("Do you need anything from HR?"), self.needs_hr)
        column.addSpacing(7)
        self._day_field.setContentsMargins(RING, 0, RING, 0)
        column.addWidget(self._day_field)
        if facts.coming:
            column.addSpacing(5)
            column.addLayout(self._coming(facts.coming))

    def _add(self, column: QVBoxLayout, label: str, what: QWidget | QHBoxLayout, *, ring: bool = False) -> None:
        column.addSpacing(7)
        caption = PlainLabel(self._theme, label, "label", "text2")
        caption.setContentsMargins(RING, 0, 0, 0)
        column.addWidget(caption)
        row = QHBoxLayout()
        # What brings room for a focus ring of its own needs no margin, so that all edges stand in one line.
        row.setContentsMargins(*((0, 0, 0, 0) if ring else (RING, 0, RING, 0)))
        if isinstance(what, QWidget):
            row.addWidget(what)
        else:
            row.addLayout(what)
        column.addLayout(row)

    def _topics(self, facts: Facts, told: tuple[TopicId, ...] | None) -> QWidget:
        """All that the two have in common to choose from, or (``told``) only those that are noted."""
        if told == ():
            return PlainLabel(self._theme, NOTHING, "table")
        holder = QWidget()
        flow = FlowLayout(holder)
        for topic_id, name in facts.topics:
            if told is not None and topic_id not in told:
                continue
            self._pills[topic_id] = Pill(self._theme, name)
            flow.addWidget(self._pills[topic_id])
        return holder

    def _coming(self, text: str) -> QHBoxLayout:
        return self._line("calendar-check", "ok", PlainLabel(self._theme, text, "table", wrap=True))

    def _ahead(self, start: datetime) -> QHBoxLayout:
        """Records take any past day: a pair may have met before its date, but mostly this is a slip."""
        text = _("Planned for {day}. Save the acta only if they met before.").format(day=formats.weekday_date(start, current()))
        return self._line("triangle-alert", "warn_icon", PlainLabel(self._theme, text, "caption", "warn", wrap=True))

    def _line(self, icon: str, tone: str, label: PlainLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(self._theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row
