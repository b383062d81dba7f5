# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Months as whole weeks, and what one day of them holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.editions import DayOff
from revmentor_desktop.ui.calendar.entries import Entry, by_day, moved_away

WEEK = 7


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of the month: its sessions in order of the hour, the day off if it is one, and what was ``moved`` from here."""

    day: date
    in_month: bool
    is_today: bool
    off: DayOff | None
    entries: tuple[Entry, ...]
    moved: tuple[Entry, ...] = ()

    @property
    def weekend(self) -> bool:
        """Whether it is a Saturday or Sunday."""
        return self.day.weekday() >= 5

    @property
    def label(self) -> str:
        """«20»; the first of a month and the first cell outside it name the month too: «1 may»."""
        if not self.in_month and (self.day.day == 1 or self.day.weekday() == 0):
            return formats.short_date(self.day, current())
        return str(self.day.day)

    @property
    def sentence(self) -> str:
        """What a reader says: «Martes 20 de abril, hoy, 3 sesiones: 09:00 Marcos y Teresa, prevista; …»."""
        parts = [formats.weekday_date(self.day, current())]
        if self.is_today:
            parts.append(_("today"))
        if self.off is not None:
            parts.append(self.off.name)
        count = len(self.entries)
        said = plural("{n} session", "{n} sessions", count).format(n=count) if count else _("no sessions")
        text = ", ".join((*parts, said))
        text = text[:1].upper() + text[1:]
        held = f"{text}: {'; '.join(entry.sentence for entry in self.entries)}" if count else text
        return f"{held}. {self.moved_sentence}" if self.moved else held

    @property
    def moved_sentence(self) -> str:
        """«Estaba aquí al principio: Lucía y Gonzalo, ahora jue 22 abr, 16:00», empty when nothing was."""
        if not self.moved:
            return ""
        now = [f"{each.names}, {formats.short_date(each.session.start, current())}" for each in self.moved if each.session.start]
        return _("At first here, now on another day: {sessions}").format(sessions="; ".join(now))


def first_of(day: date) -> date:
    """Return the first day of the month of ``day``."""
    return day.replace(day=1)


def month_after(first: date, steps: int = 1) -> date:
    """Return the first day of the month ``steps`` later (or earlier, below zero)."""
    months = first.year * 12 + first.month - 1 + steps
    return date(months // 12, months % 12 + 1, 1)


def days_shown(first: date) -> tuple[date, date]:
    """Return the Monday and the Sunday between which the month of ``first`` lies."""
    last = month_after(first) - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=WEEK - 1 - last.weekday())


def days_of(first: date, today: date, entries: Iterable[Entry], days_off: Mapping[date, DayOff]) -> tuple[tuple[Day, ...], ...]:
    """Return the weeks of the month that begins on ``first``, Monday to Sunday."""
    every = tuple(entries)
    here, moved = by_day(every), moved_away(every)
    start, end = days_shown(first)
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    cells = [
        Day(
            day=day,
            in_month=(day.year, day.month) == (first.year, first.month),
            is_today=day == today,
            off=days_off.get(day),
            entries=tuple(here.get(day, ())),
            moved=tuple(moved.get(day, ())),
        )
        for day in days
    ]
    return tuple(tuple(cells[n : n + WEEK]) for n in range(0, len(cells), WEEK))
