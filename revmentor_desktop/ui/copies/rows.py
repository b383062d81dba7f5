# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The lines of the list: each copy once, wherever it lies, newest first, under heads by day and month when there are many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from revmentor_desktop.i18n import _, context, current, formats
from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.ui.words import copies as words

GROUPED_FROM = 8
"""Copies from which there are heads."""
_DAYS_APART = 14
"""Days for which each day has a head of its own; before, each month."""


class Sound(StrEnum):
    """What is known of a copy: looked into and whole, gone bad, not looked into yet, or under a password that is not the file's."""

    WHOLE = "whole"
    BAD = "bad"
    UNKNOWN = "unknown"


class Where(StrEnum):
    """Where a copy lies: in the usual place, in the second one, or in both."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Row:
    """A copy in the list."""

    copy: Copy
    where: Where = Where.FIRST
    sound: Sound = Sound.UNKNOWN

    @property
    def figures(self) -> str:
        """What is in it."""
        text = words.figures(self.copy.people, self.copy.pairs, self.copy.sessions)
        return text[:1].upper() + text[1:]

    def spoken(self, today: date) -> str:
        """Return everything that the line shows, for who can't see it."""
        parts = [
            words.moment(self.copy.when, today),
            self.figures,
            words.size(self.copy.size),
            *(mark for mark, _tone, _icon in self.marks()),
        ]
        return ", ".join(parts)

    def marks(self) -> tuple[tuple[str, str, str], ...]:
        """Return what is special about it: word, tone and icon of each chip."""
        found: list[tuple[str, str, str]] = []
        if self.where is Where.SECOND:
            found.append((_("Second folder only"), "plain", "folder"))
        if self.copy.encrypted:
            found.append((_("With password"), "gray", "lock"))
        if self.sound is Sound.BAD:
            found.append((context("copy", "Damaged"), "danger", "triangle-alert"))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Head:
    """A head over the copies of one day or month."""

    text: str


Line = Row | Head


def merged(first: Iterable[Copy], second: Iterable[Copy]) -> tuple[Row, ...]:
    """Return the copies of both places, each once: those of the usual place by their numbers, the rest where their moment puts them.

    Each place counts by itself, so the numbers of one say nothing in the other; a copy made in both has its moment and its size in both.
    """
    usual, others = list(first), {_key(copy): copy for copy in second}
    rows = [Row(copy, Where.BOTH if others.pop(_key(copy), None) else Where.FIRST) for copy in usual]
    for copy in sorted(others.values(), key=lambda copy: copy.sequence):
        place = next((number for number, row in enumerate(rows) if row.copy.when <= copy.when), len(rows))
        rows.insert(place, Row(copy, Where.SECOND))
    return tuple(rows)


def lines(rows: Sequence[Row], today: date) -> tuple[Line, ...]:
    """Put heads between the copies when there are many."""
    if len(rows) < GROUPED_FROM:
        return tuple(rows)
    found: list[Line] = []
    before = ""
    for row in rows:
        day = row.copy.when.date()
        head = words.heading(day, today, in_month=not 0 <= (today - day).days < _DAYS_APART)
        if head != before:
            found.append(Head(head))
            before = head
        found.append(row)
    return tuple(found)


def title(row: Row, today: date, grouped: bool) -> str:
    """Return the first words of a line: under the head of its day the hour, under that of its month day and hour, else all."""
    day = row.copy.when.date()
    if not grouped:
        return words.moment(row.copy.when, today)
    hour = formats.hour(row.copy.when)
    return hour if 0 <= (today - day).days < _DAYS_APART else f"{formats.short_weekday_date(day, current())}, {hour}"


def _key(copy: Copy) -> tuple[datetime, int]:
    return copy.when.replace(second=0, microsecond=0), copy.size
