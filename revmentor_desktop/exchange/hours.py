# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Hours of the week as people write them: «L 09:00-11:00; J 16:00-18:00», «lunes y miércoles de 9 a 11», "Mon 9-11am"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from revmentor_desktop.domain.availability import GRID_END, GRID_START, Window
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import folded

DAY_LETTERS = "LMXJVSD"
"""Letters of the days in Spain, Monday first."""

_DAY_NAMES = (
    ("lunes", "lun", "lu", "l", "monday", "mon", "mo"),
    ("martes", "mar", "ma", "m", "tuesday", "tues", "tue", "tu"),
    ("miercoles", "mier", "mie", "mi", "x", "wednesday", "wed", "we"),
    ("jueves", "jue", "ju", "j", "thursday", "thurs", "thur", "thu", "th"),
    ("viernes", "vier", "vie", "vi", "v", "friday", "fri", "fr"),
    ("sabado", "sabados", "sab", "sa", "s", "saturday", "sat"),
    ("domingo", "domingos", "dom", "do", "d", "sunday", "sun", "su"),
)
_TOKEN = re.compile(
    r"(?P<time>\d{1,2}(?:[:.h]\d{2})?(?!\d))(?:\s*(?:horas|hrs|h)\b)?(?:\s*(?P<half>[ap]\.?\s?m\b\.?))?"
    r"|(?P<dash>-+|\b(?:a|al|to|hasta|until|till|through)\b)"
    r"|(?P<next>[;\n|])"
    r"|(?P<and>[,/+&]|\b(?:y|e|and|o|or)\b)"
    r"|(?P<noise>[.:()]|\b(?:de|del|desde|from|entre|between|las|los|la|el|the|on|at|horas|h|hrs|en|dias|todos|cada|every)\b)"
    r"|(?P<word>\w+)"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_WORKING_WEEK = frozenset({"laborables", "laborable", "weekdays"})


@dataclass(frozen=True, slots=True)
class Hours:
    """Windows in the order written, and why the text could not be read (empty: it could).

    Reasons: ``unknown`` (words or numbers that are no hours), ``turned_round`` (it ends before it starts) and ``outside``
    (not between 06:00 and 23:00, the hours of the form).
    """

    windows: tuple[Window, ...] = ()
    reason: str = ""


class _UnreadableError(Exception):
    """Says with its reason that the text is no list of hours."""


@dataclass(slots=True)
class _Reading:
    """Where the reader of one text stands: the days named last and the times waiting for them."""

    days: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)
    used: bool = False
    dash: bool = False
    between: bool = False

    def day(self, days: tuple[int, ...]) -> None:
        if self.times:
            raise _UnreadableError("unknown")
        if self.used:
            self.days, self.used = [], False
        if self.dash:
            if not self.days or len(days) != 1 or days[0] <= self.days[-1]:
                raise _UnreadableError("unknown")
            self.days += range(self.days[-1] + 1, days[0])
        self.days += [day for day in days if day not in self.days]
        self.dash = False

    def time(self, minute: int) -> None:
        # «9 y 11» are two hours and no stretch, unless «entre» stood before them.
        if self.times and not (self.dash or self.between):
            raise _UnreadableError("unknown")
        self.times.append(minute)
        self.dash = False
        if len(self.times) == 2:
            self._close()

    def _close(self) -> None:
        start, end = self.times
        if not self.days:
            raise _UnreadableError("unknown")
        if end <= start:
            raise _UnreadableError("turned_round")
        if start < GRID_START or end > GRID_END:
            raise _UnreadableError("outside")
        self.windows += [Window(day, start, end) for day in self.days]
        self.times, self.used, self.between = [], True, False

    def separator(self) -> None:
        if self.times or self.dash:
            raise _UnreadableError("unknown")

    def finish(self) -> tuple[Window, ...]:
        self.separator()
        if not self.used:
            raise _UnreadableError("unknown")
        return tuple(self.windows)


def read_hours(text: str) -> Hours:
    """Read a cell of hours. One part that cannot be read leaves the whole cell unread: half an answer would mislead."""
    if not text.strip(" .-;\n"):
        return Hours()
    try:
        return Hours(_windows(text))
    except _UnreadableError as error:
        return Hours(reason=str(error))
    except DomainError:
        return Hours(reason="unknown")


def _windows(text: str) -> tuple[Window, ...]:
    reading = _Reading()
    plain = re.sub(r"[‐-―−]", "-", "\n".join(folded(line) for line in text.splitlines()))
    plain = re.sub(r"^[-*•· ]+", "", plain, flags=re.MULTILINE)
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup or "other"
        if kind in {"time", "half"}:
            reading.time(_minute(match["time"], _half_of(match, plain)))
        elif kind == "word":
            reading.day(_days(match["word"]))
        elif kind == "next":
            reading.separator()
        elif kind == "other":
            raise _UnreadableError("unknown")
        reading.dash = reading.dash or kind == "dash"
        reading.between = reading.between or match.group() in {"entre", "between"}
    return reading.finish()


def _half_of(match: re.Match[str], text: str) -> str:
    """Return ``a`` or ``p`` for a.m. or p.m., taking that of the end for a start that has none («9-11am»)."""
    if match["half"]:
        return match["half"][0]
    end = re.match(r"\s*(?:-|a|to)\s*\d{1,2}(?:[:.h]\d{2})?\s*([ap])\.?\s?m\b", text[match.end() :])
    return end.group(1) if end else ""


def _minute(text: str, half: str) -> int:
    hour, _colon, minute = re.sub(r"[.h]", ":", text).partition(":")
    hours, minutes = int(hour), int(minute or 0)
    if hours > 24 or minutes > 59 or (half and not 1 <= hours <= 12):
        raise _UnreadableError("unknown")
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + minutes


def _days(word: str) -> tuple[int, ...]:
    if word in _WORKING_WEEK:
        return tuple(range(5))
    day = _day_numbers().get(word)
    if day is not None:
        return (day,)
    numbers = tuple(DAY_LETTERS.find(letter.upper()) for letter in word)
    if len(word) > 7 or min(numbers) < 0 or list(numbers) != sorted(set(numbers)):
        raise _UnreadableError("unknown")
    return numbers


@cache
def _day_numbers() -> Mapping[str, int]:
    return MappingProxyType({name: number for number, names in enumerate(_DAY_NAMES) for name in names})


def written_hours(windows: Iterable[Window]) -> str:
    """Write windows as `read_hours` reads them back: ``L 09:00-11:00; J 16:00-18:00``."""
    return "; ".join(f"{DAY_LETTERS[window.weekday]} {_clock(window.start)}-{_clock(window.end)}" for window in windows)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
