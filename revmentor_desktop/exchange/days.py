# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Days as people and spreadsheets write them; only readings that cannot be mistaken."""

import re
from datetime import date, timedelta

from revmentor_desktop.domain.availability import Absence
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import folded

_MONTHS = (
    ("enero", "january", "ene", "jan"),
    ("febrero", "february", "feb"),
    ("marzo", "march", "mar"),
    ("abril", "april", "abr", "apr"),
    ("mayo", "may"),
    ("junio", "june", "jun"),
    ("julio", "july", "jul"),
    ("agosto", "august", "ago", "aug"),
    ("septiembre", "setiembre", "september", "sept", "sep"),
    ("octubre", "october", "oct"),
    ("noviembre", "november", "nov"),
    ("diciembre", "december", "dic", "dec"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_ISO = r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
_EUROPEAN = r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})"
_LONG = r"(?P<long_day>\d{1,2})(?:\s+de)?\s+(?P<name>[a-z]{3,10})\.?(?:\s+del?)?\s+(?P<long_year>\d{4})"
_DATE = re.compile(rf"(?<!\d)(?:{_ISO}|{_EUROPEAN}|{_LONG})(?!\d)")
_CLOCK_AFTER = re.compile(r"[ t,]*\d{1,2}:\d{2}.*", re.DOTALL)
_BETWEEN = re.compile(r"(?:\s|del?|desde|el|from|dia|to|al?|hasta|until|-|/|\.\.|,|[‐-―])*")
_EXCEL_START = date(1899, 12, 30)
_YEARS = range(2000, 2101)


def read_day(text: str) -> date | None:
    """Return the day of ISO, ``dd/mm/yyyy``, ``dd-mm-yyyy``, «11 de enero de 2027» or Excel's day number, with or without
    a time after it; ``None`` when it is none of them, is impossible, or lies outside 2000–2100.
    """
    plain = folded(text)
    if re.fullmatch(r"[234567]\d{4}(?:\.\d+)?", plain):
        return _sensible(_EXCEL_START + timedelta(days=int(float(plain))))
    match = _DATE.match(plain)
    rest = plain[match.end() :] if match else ""
    if match is None or (rest and not _CLOCK_AFTER.fullmatch(rest)):
        return None
    return _day_of(match)


def read_absences(text: str) -> tuple[tuple[Absence, ...], tuple[str, ...]]:
    """Return the absences of a cell (single days, or «from – to», parted by ``;`` or new lines) and the parts unread."""
    absences: list[Absence] = []
    unread: list[str] = []
    for part in re.split(r"[;\n|]", text):
        if not part.strip(" .-"):
            continue
        absence = _absence(folded(part))
        if absence is None:
            unread.append(part.strip())
        else:
            absences.append(absence)
    return tuple(absences), tuple(unread)


def _absence(plain: str) -> Absence | None:
    matches = list(_DATE.finditer(plain))
    days = [_day_of(match) for match in matches]
    if not 1 <= len(days) <= 2 or not _BETWEEN.fullmatch(_DATE.sub(" ", plain)):
        return None
    start, end = days[0], days[-1]
    if start is None or end is None:
        return None
    try:
        return Absence(start, end)
    except DomainError:
        return None


def _day_of(match: re.Match[str]) -> date | None:
    if match["iso_year"]:
        year, month, day = match["iso_year"], int(match["iso_month"]), match["iso_day"]
    elif match["name"]:
        year, month, day = match["long_year"], _MONTH_NUMBERS.get(match["name"], 0), match["long_day"]
    else:
        year, month, day = match["year"], int(match["month"]), match["day"]
    whole_year = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return _sensible(date(whole_year, month, int(day)))
    except ValueError:
        return None


def _sensible(day: date) -> date | None:
    return day if day.year in _YEARS else None
