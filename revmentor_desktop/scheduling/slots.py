# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The hours of real days in which two people can meet, across holidays, absences, summer hours and time zones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from revmentor_desktop.domain.availability import Absence, Window, merged
from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.scheduling.days_off import DayOff, site_days
from revmentor_desktop.scheduling.tasks import PairTask, PersonTime

START_STEP = 30
"""Minutes between two possible starts inside one shared stretch."""

Stretch = tuple[int, int]
"""Start and end in minutes from midnight of one day."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_NO_SITE = SiteId(0)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A possible session: ``start`` in the wall time of the mentor's site, length in ``minutes``.

    ``instant`` is the start in minutes of universal time, the same for everybody.
    """

    start: datetime
    minutes: int
    instant: int


def instant_of(wall: datetime, time_zone: str) -> int:
    """Return minutes of universal time since 1970 of a wall time at ``time_zone``."""
    return (wall.replace(tzinfo=ZoneInfo(time_zone)) - _EPOCH) // _MINUTE


def wall_in(wall: datetime, from_zone: str, to_zone: str) -> datetime:
    """Return what the clock of ``to_zone`` shows when that of ``from_zone`` shows ``wall``."""
    if from_zone == to_zone:
        return wall
    return wall.replace(tzinfo=ZoneInfo(from_zone)).astimezone(ZoneInfo(to_zone)).replace(tzinfo=None)


class SiteCalendars:
    """The days off of each site over one period, worked out once for all the people of a question."""

    def __init__(self, closures: Iterable[Closure], fallback_region: str, start: date, end: date, language: str = "es") -> None:
        self._closures = tuple(closures)
        self._nowhere = Site(_NO_SITE, "", fallback_region)
        # One day more on each side: another time zone may be on the day before or after.
        self._start, self._end = start - timedelta(days=1), max(start, end) + timedelta(days=1)
        self._language = language
        self._known: dict[Site, Mapping[date, DayOff]] = {}

    def days_of(self, site: Site | None) -> Mapping[date, DayOff]:
        """Return the days off of ``site``; of nobody's site, those of the fallback region."""
        place = site if site is not None else self._nowhere
        if place not in self._known:
            self._known[place] = site_days(place, self._closures, self._start, self._end, self._language)
        return self._known[place]


@dataclass(frozen=True, slots=True)
class PersonHours:
    """The hours of one person on real days, in the wall time of the person's site."""

    person: PersonTime
    days_off: Mapping[date, DayOff]
    _week: Mapping[int, tuple[Window, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        windows = merged(self.person.windows)
        week = {weekday: tuple(each for each in windows if each.weekday == weekday) for weekday in range(5)}
        object.__setattr__(self, "_week", week)

    def day_off(self, day: date) -> DayOff | None:
        """Return the holiday or closure of the person's site on ``day``."""
        return self.days_off.get(day)

    def absence(self, day: date) -> Absence | None:
        """Return the absence that covers ``day``."""
        return next((absence for absence in self.person.absences if absence.covers(day)), None)

    def weekly(self, day: date) -> tuple[Stretch, ...]:
        """Return the hours of an ordinary day of that weekday, cut by summer hours; nothing on a weekend."""
        windows = self._week.get(day.weekday(), ())
        summer = self.person.site.summer_hours if self.person.site is not None else None
        until = summer.until if summer is not None and summer.start <= day <= summer.end else 24 * 60
        return tuple((each.start, min(each.end, until)) for each in windows if each.start < until)

    def on(self, day: date) -> tuple[Stretch, ...]:
        """Return the hours in which the person can meet on ``day``: nothing on a weekend, day off or absence."""
        if day in self.days_off or self.absence(day) is not None:
            return ()
        return self.weekly(day)

    def fits(self, start: datetime, minutes: int) -> bool:
        """Whether a session lies inside the person's weekly hours (wall time of the person), whatever day off it is."""
        begin = start.hour * 60 + start.minute
        return any(low <= begin and begin + minutes <= high for low, high in self.weekly(start.date()))


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day of a pair in the wall time of the mentor's site: what each can, and what both can."""

    day: date
    mentor: tuple[Stretch, ...]
    mentee: tuple[Stretch, ...]
    both: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class PairHours:
    """The hours of two people together, in the wall time of the mentor's site."""

    mentor: PersonHours
    mentee: PersonHours

    @property
    def time_zone(self) -> str:
        """The mentor's clock."""
        return self.mentor.person.time_zone

    def day(self, day: date) -> DayHours:
        """Return who can on ``day`` (a date at the mentor's site), and when."""
        mine, theirs = self.mentor.on(day), self._mentee_on(day)
        return DayHours(day, mine, theirs, _common(mine, theirs))

    def starts(self, day: date, minutes: int) -> tuple[datetime, ...]:
        """Return the possible starts: where a shared stretch begins, then every half hour while the session fits."""
        midnight = datetime.combine(day, time())
        return tuple(
            midnight + timedelta(minutes=start) for low, high in self.day(day).both for start in range(low, high - minutes + 1, START_STEP)
        )

    def slots(self, day: date, minutes: int) -> tuple[Slot, ...]:
        """Return the possible sessions of ``day``, earliest first."""
        return tuple(Slot(start, minutes, instant_of(start, self.time_zone)) for start in self.starts(day, minutes))

    def _mentee_on(self, day: date) -> tuple[Stretch, ...]:
        """Return the mentee's hours as minutes of the mentor's ``day``; across zones the neighbours may reach into it."""
        zone, own = self.time_zone, self.mentee.person.time_zone
        if zone == own:
            return self.mentee.on(day)
        midnight = datetime.combine(day, time())
        found: list[Stretch] = []
        for offset in (-1, 0, 1):
            local = day + timedelta(days=offset)
            start_of_local = datetime.combine(local, time())
            for low, high in self.mentee.on(local):
                ends = (wall_in(start_of_local + timedelta(minutes=each), own, zone) - midnight for each in (low, high))
                first, last = (end // _MINUTE for end in ends)
                if first < 24 * 60 and last > 0:
                    found.append((max(0, first), min(24 * 60, last)))
        return tuple(found)


def pair_hours(task: PairTask, calendars: SiteCalendars) -> PairHours:
    """Return the hours of the two people of ``task``."""
    mentor, mentee = (PersonHours(person, calendars.days_of(person.site)) for person in task.people)
    return PairHours(mentor, mentee)


def span_days(first: date, last: date) -> tuple[date, ...]:
    """Return the days Monday to Friday from ``first`` to ``last``, both included."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() < 5)


def _common(first: tuple[Stretch, ...], second: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Intersect two sorted lists of stretches."""
    cuts = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return tuple(sorted((low, high) for low, high in cuts if low < high))
