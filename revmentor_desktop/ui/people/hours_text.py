# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Hours of the week as one line of text, for those that the grid cannot show: «L 07:15-08:00; S 10:00-12:00»."""

import re
from collections.abc import Iterable

from revmentor_desktop.domain.availability import Window, merged
from revmentor_desktop.domain.people import folded
from revmentor_desktop.i18n import current, formats

_LETTERS = {"es": ("L", "M", "X", "J", "V", "S", "D"), "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_TIME = r"(\d{1,2})(?:[:.h](\d{2}))?\s*h?"
_STRETCH = re.compile(rf"{_TIME}\s*(?:-|–|a|to|hasta)\s*(?:las?\s+)?{_TIME}")


class UnreadableHoursError(Exception):
    """``part`` is the piece of text that is no hours."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def written(windows: Iterable[Window]) -> str:
    """Return hours as text, a part for each day."""
    days: dict[int, list[str]] = {}
    for window in merged(windows):
        days.setdefault(window.weekday, []).append(f"{formats.hour(window.start)}-{formats.hour(window.end)}")
    return "; ".join(f"{_LETTERS[current()][day]} {', '.join(stretches)}" for day, stretches in days.items())


def read(text: str) -> tuple[Window, ...]:
    """Return the hours of a text. Raises `UnreadableHoursError`, or `DomainError` when a stretch ends before it starts."""
    found: list[Window] = []
    for part in re.split(r"[;\n]", text):
        if part.strip():
            found.extend(_part(part.strip()))
    return merged(found)


def _part(part: str) -> list[Window]:
    first_digit = re.search(r"\d", part)
    if first_digit is None:
        raise UnreadableHoursError(part)
    days = _days(part[: first_digit.start()])
    times = part[first_digit.start() :]
    stretches = list(_STRETCH.finditer(times))
    rest = re.sub(r"\b(?:y|and|de|from)\b|[,\s.]", "", _STRETCH.sub("", times))
    if not days or not stretches or rest:
        raise UnreadableHoursError(part)
    return [Window(day, _minute(found[1], found[2]), _minute(found[3], found[4])) for day in days for found in stretches]


def _minute(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)


def _days(text: str) -> list[int]:
    found: list[int] = []
    last: int | None = None
    to = False
    for word in re.findall(r"\w+|[-–]", folded(text)):
        if word in {"-", "–", "a", "to"}:
            to = last is not None
            continue
        if word in {"y", "and", "de", "from", "los", "las", "el"}:
            continue
        day = _day(word)
        if day is None:
            return []
        found.extend(range(last + 1, day + 1) if to and last is not None else [day])
        last, to = day, False
    return list(dict.fromkeys(found))


def _day(word: str) -> int | None:
    for language, letters in _LETTERS.items():
        for day, letter in enumerate(letters):
            name = folded(formats.weekday_name(day, language))
            if word == folded(letter) or (len(word) >= 2 and name.startswith(word)):
                return day
    return None
