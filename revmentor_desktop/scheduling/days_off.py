# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Days without sessions: public holidays, local days and closures of the firm.

Weekends are not in here: a weekend is a weekend, whatever the calendar says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.sites import REGIONS, Closure, Site

CONFIRMED_FROM = 2008
CONFIRMED_UNTIL = 2026
"""First and last year that the ``holidays`` package checked against the official bulletin.

Its class for Spain cites one resolution of the BOE a year, from 2008 (BOE-A-2007-18306) to 2026 (BOE-A-2025-21667);
what it says of a later year is a projection of the rules.
"""

_LANGUAGES = {"es": "es", "en": "en_US"}


@dataclass(frozen=True, slots=True)
class DayOff:
    """One day without sessions and what it is called.

    ``kind`` is ``national``, ``regional``, ``local`` or ``closure``. ``confirmed`` is false while the official
    bulletin has not been checked for that year; what the firm typed itself is always confirmed.
    """

    day: date
    name: str
    kind: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off of one or several sites together, by date."""

    days: Mapping[date, DayOff]

    def day_off(self, day: date) -> DayOff | None:
        """Return what is celebrated on ``day``, or ``None`` on a day like any other."""
        return self.days.get(day)

    def works(self, day: date) -> bool:
        """Whether ``day`` is Monday to Friday and no day off."""
        return day.weekday() < 5 and day not in self.days


@cache
def public_holidays(region: str, year: int, language: str = "es") -> tuple[DayOff, ...]:
    """Return the national and regional holidays of a community in one year, in order.

    ``region`` is one of `domain.sites.REGIONS`, ``language`` is ``es`` or ``en`` (names of the days). Raises
    `DomainError` (``region``, ``unknown``) for any other region. Source: the ``holidays`` package, offline.
    """
    if region not in REGIONS:
        raise DomainError("region", "unknown", region=region)
    # Imported at first use: the package is large and the start of the program must not wait for it.
    from holidays.countries.spain import Spain

    spoken = _LANGUAGES.get(language, "es")
    # The word «(estimado)» would be part of the name; ``confirmed`` says the same for every day.
    national = Spain(years=year, language=spoken, islamic_show_estimated=False)
    regional = Spain(subdiv=region, years=year, language=spoken, islamic_show_estimated=False)
    confirmed = CONFIRMED_FROM <= year <= CONFIRMED_UNTIL
    return tuple(
        DayOff(day, name.replace("; ", " · "), "national" if day in national else "regional", confirmed)
        for day, name in sorted(regional.items())
    )


def site_days(site: Site, closures: Iterable[Closure], start: date, end: date, language: str = "es") -> Mapping[date, DayOff]:
    """Return the days off of one site from ``start`` to ``end``, both included.

    A day that is several things at once is named by the widest: public holiday, then local day, then closure.
    """
    found: dict[date, DayOff] = {}
    for closure in sorted(closures, key=lambda each: (each.start, each.end, each.name)):
        day, last = max(closure.start, start), min(closure.end, end)
        while day <= last:
            found.setdefault(day, DayOff(day, closure.name, "closure", confirmed=True))
            day += timedelta(days=1)
    for local in sorted(site.local_days, reverse=True):
        found[local.day] = DayOff(local.day, local.name, "local", confirmed=True)
    for year in range(start.year, end.year + 1):
        found.update((day.day, day) for day in public_holidays(site.region, year, language))
    return {day: found[day] for day in sorted(found) if start <= day <= end}


def calendar_of(sites: Iterable[Site], closures: Iterable[Closure], start: date, end: date, language: str = "es") -> Calendar:
    """Return the days on which at least one of ``sites`` does not work; on a day of several, the first site names it."""
    kept = tuple(closures)
    found: dict[date, DayOff] = {}
    for site in sites:
        for day, off in site_days(site, kept, start, end, language).items():
            found.setdefault(day, off)
    return Calendar({day: found[day] for day in sorted(found)})


def useful_weeks(days_off: Mapping[date, DayOff], start: date, end: date) -> int:
    """Count the ISO weeks from ``start`` to ``end`` with at least one working day (Monday to Friday, no day off)."""
    calendar = Calendar(days_off)
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return len({week_of(day) for day in days if calendar.works(day)})


def week_of(day: date) -> int:
    """Return a running number of the ISO week (Monday to Sunday) of ``day``: equal for the days of one week only.

    1 January of the year 1, ordinal 1, is a Monday in Python's calendar.
    """
    return (day.toordinal() - 1) // 7
