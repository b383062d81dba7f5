# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Another date for a session: the nearest free slots of both, or any day and hour with what stands against it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.domain.sessions import Session
from revmentor_desktop.i18n import _, formats
from revmentor_desktop.programme import sessions
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.choices import Choices
from revmentor_desktop.ui.calendar.entries import first_names
from revmentor_desktop.ui.calendar.facts import short_date_and_hour
from revmentor_desktop.ui.calendar.icon_mark import IconMark
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import clear
from revmentor_desktop.ui.widgets.editors import ComboBox, DateEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.words import planning

FIRST_HOUR, LAST_HOUR, STEP = 6 * 60, 23 * 60, 15
SLOTS = 3


class MoveForm(QWidget):
    """``changed()`` when the date, or what stands against it, is another. `start` and `asked_by_pair` give what was chosen.

    ``edited``: an answer is another. `answers` and `take` carry half-given ones across a crash.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, snapshot: Snapshot, session: Session, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._snapshot, self._session, self._today = theme, snapshot, session, today
        self._names = first_names(snapshot)
        self._obstacles: tuple[sessions.Obstacle, ...] = ()
        self.slots = self._nearest()
        self._every: tuple[datetime, ...] = ()
        begin = self._beginning()
        self.day = DateEdit(theme, begin.date())
        self.hour = ComboBox(theme)
        self.slots = tuple(sorted(self.slots))
        self.slot_buttons = tuple(Button(theme, short_date_and_hour(start), "calendar-clock") for start in self.slots)
        self.asked = Choices(theme, [("pair", _("The pair")), ("firm", _("The firm"))], _("Who asked for it?"))
        self._notes = QVBoxLayout()
        self._fill_hours(begin)
        self._build()
        self._connect()
        self._examine()

    def start(self) -> datetime:
        """Return the chosen day and hour."""
        minutes = self.hour.currentData()
        return datetime.combine(self.day.value(), time(minutes // 60, minutes % 60))

    def asked_by_pair(self) -> bool:
        """Whether one of the two asked, so that it counts as postponed."""
        return self.asked.current() == "pair"

    def answers(self) -> dict[str, object]:
        """Return what stands in the form, possible or not."""
        return {"start": self.start().isoformat(), "asked": self.asked.current()}

    def take(self, answers: Mapping[str, object]) -> None:
        """Put answers back that `answers` gave; what cannot be read any more stays as it is."""
        with suppress(ValueError):
            self.set_start(datetime.fromisoformat(str(answers.get("start"))))
        if answers.get("asked") in ("pair", "firm"):
            self.asked.set_current(str(answers["asked"]))

    def refusal(self) -> str:
        """Return why the session can't be put there; empty when it can."""
        if self.start() == self._session.start:
            return _("That is the date it has now.")
        return next((self._sentence(each) for each in self._obstacles if each.hard), "")

    def notes(self) -> tuple[str, ...]:
        """Return the sentences shown below the date."""
        return tuple(self._sentence(each) for each in self._obstacles)

    def set_start(self, start: datetime) -> None:
        """Choose a day and hour."""
        self._fill_hours(start)
        self.day.set_value(start.date())
        self._examine()

    def step(self, direction: int) -> bool:
        """Choose the next day with a free slot (1) or the one before (-1). Returns whether there is one."""
        if not self._every:
            self._every = tuple(
                sorted(sessions.nearest_slots(self._snapshot, self._session, self._wanted(), self._today, self._days_left()))
            )
        now = self.start()
        offered = [each for each in self._every if each > now] if direction > 0 else [each for each in self._every if each < now][::-1]
        if offered:
            self.set_start(offered[0])
        return bool(offered)

    # Inside

    def _days_left(self) -> int:
        """One slot a day is offered, so that there are no more than days."""
        return max(1, (self._snapshot.edition.end - self._snapshot.edition.start).days + 1)

    def _nearest(self) -> tuple[datetime, ...]:
        """The nearest first; where it is now is none of them."""
        return sessions.nearest_slots(self._snapshot, self._session, self._wanted(), self._today, SLOTS)

    def _wanted(self) -> datetime:
        """Near which moment to look: its date, its first plan, or today, whichever is still to come."""
        midday = datetime.combine(max(self._today, self._snapshot.edition.start), time(12))
        return max(self._session.start or self._session.baseline or midday, midday)

    def _beginning(self) -> datetime:
        """What the fields begin with: the nearest slot."""
        return self.slots[0] if self.slots else self._wanted()

    def _fill_hours(self, start: datetime) -> None:
        chosen = start.hour * 60 + start.minute
        minutes = sorted({*range(FIRST_HOUR, LAST_HOUR, STEP), chosen})
        blocked = self.hour.blockSignals(True)
        self.hour.clear()
        for each in minutes:
            self.hour.addItem(formats.hour(each), each)
        self.hour.blockSignals(blocked)
        self.hour.select(chosen)

    def _connect(self) -> None:
        self.day.dateChanged.connect(self._examine)
        self.hour.currentIndexChanged.connect(self._examine)
        self.changed.connect(self.edited)
        self.asked.changed.connect(self.edited)
        for button in self.slot_buttons:
            button.clicked.connect(self._take_slot)

    def _take_slot(self) -> None:
        button = self.sender()
        for start, each in zip(self.slots, self.slot_buttons, strict=True):
            if each is button:
                self.set_start(start)

    def _examine(self) -> None:
        self._obstacles = sessions.obstacles(self._snapshot, self._session, self.start(), self._today)
        self._mark_slots()
        clear(self._notes)
        for each in self._obstacles:
            tone, icon = ("danger", "circle-alert") if each.hard else ("warn", "triangle-alert")
            self._add_note(icon, tone, self._sentence(each))
        if not self._obstacles and self.start() != self._session.start:
            self._add_note("circle-check", "ok", _("Both can at that hour."))
        self.changed.emit()

    def _mark_slots(self) -> None:
        for start, button in zip(self.slots, self.slot_buttons, strict=True):
            chosen = start == self.start()
            button.set_icon("check" if chosen else "calendar-clock")
            button.setAccessibleName(_("{slot}, chosen").format(slot=button.label) if chosen else button.label)

    def _sentence(self, obstacle: sessions.Obstacle) -> str:
        return planning.obstacle(obstacle.code, obstacle.data, self._names)

    def _add_note(self, icon: str, tone: str, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconMark(self._theme, icon, "warn_icon" if tone == "warn" else tone, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(self._theme, text, "caption", tone, wrap=True), 1)
        self._notes.addLayout(row)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        # The buttons bring their own 4 px.
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_inset(PlainLabel(self._theme, _("Slots free for both"), "label", "text2")))
        if self.slot_buttons:
            column.addSpacing(1)
            for button in self.slot_buttons:
                column.addWidget(button)
        else:
            sentence = _("Until the edition ends, the two have no free slot left. Choose a day by hand and see what stands against it.")
            column.addLayout(_inset(PlainLabel(self._theme, sentence, "caption", "text2", wrap=True)))
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.setSpacing(8)
        for editor in (self.day, self.hour):
            # Both share the panel's width, whatever their longest text would like.
            editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(Field(self._theme, _("Day"), self.day), 3)
        row.addWidget(Field(self._theme, _("Hour"), self.hour), 2)
        column.addLayout(row)
        self._notes.setContentsMargins(RING, 6, RING, 0)
        self._notes.setSpacing(4)
        column.addLayout(self._notes)
        column.addSpacing(12)
        column.addLayout(_inset(PlainLabel(self._theme, _("Who asked for it?"), "label", "text2")))
        column.addSpacing(5)
        column.addLayout(_inset(self.asked))


def _inset(widget: QWidget) -> QHBoxLayout:
    """Put a widget in line with the edges of buttons, which keep room for their ring."""
    row = QHBoxLayout()
    row.setContentsMargins(RING, 0, RING, 0)
    row.addWidget(widget)
    return row
