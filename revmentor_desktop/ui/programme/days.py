# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What each day of the edition is, and how one says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.domain.sites import Closure, Site
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import editions
from revmentor_desktop.programme.editions import DayOff
from revmentor_desktop.programme.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day without sessions: its name, whether it is a public ``holiday`` (else local or a closure), which sites it is of.

    ``sites`` is empty when it is off everywhere, else ``others`` work on it. ``closed``: a closure of the firm covers it.
    """

    day: date
    name: str
    holiday: bool
    confirmed: bool = True
    closed: bool = False
    sites: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def fixed(self) -> bool:
        """Whether it is off everywhere without a closure, so that nobody can open it here."""
        return not self.closed and not self.sites


@dataclass(frozen=True, slots=True)
class Calendar:
    """The span of an edition with its days off."""

    start: date
    end: date
    marks: Mapping[date, DayMark]
    closures: tuple[Closure, ...] = ()

    def works(self, day: date) -> bool:
        """Whether sessions can be held somewhere on ``day``."""
        mark = self.marks.get(day)
        return self.start <= day <= self.end and day.weekday() < 5 and (mark is None or (bool(mark.sites) and not mark.closed))

    def all_confirmed(self) -> bool:
        """Whether the official bulletin has confirmed every holiday."""
        return all(mark.confirmed for mark in self.marks.values())


@dataclass(frozen=True, slots=True)
class Run:
    """One line of the list of days off: a day, or the days of a closure. ``holiday``: public and everywhere."""

    start: date
    end: date
    text: str
    holiday: bool


def calendar(workspace: Workspace) -> Calendar:
    """Return the days of the current edition."""
    snapshot = workspace.snapshot()
    start, end = snapshot.edition.start, snapshot.edition.end
    sites = list(snapshot.sites.values()) or [editions.edition_site(snapshot.edition)]
    by_site = [(site, editions.site_days_off(workspace, site, start, end, current())) for site in sites]
    days = sorted({day for _site, off in by_site for day in off})
    marks = {day: _mark(day, by_site, snapshot.closures) for day in days}
    return Calendar(start, end, marks, snapshot.closures)


def _mark(day: date, by_site: Sequence[tuple[Site, Mapping[date, DayOff]]], closures: Iterable[Closure]) -> DayMark:
    found = [(site, off[day]) for site, off in by_site if day in off]
    # A holiday names the day before a closure of the firm that covers it too.
    _where, best = min(found, key=lambda each: ("national", "regional", "local", "closure").index(each[1].kind))
    closed = any(closure.covers(day) for closure in closures)
    holiday, confirmed = best.kind in {"national", "regional"}, all(off.confirmed for _site, off in found)
    if closed or len(found) == len(by_site):
        return DayMark(day, best.name, holiday, confirmed, closed)
    sites = tuple(site.name for site, off in by_site if day in off)
    others = tuple(site.name for site, off in by_site if day not in off)
    return DayMark(day, best.name, holiday, confirmed, sites=sites, others=others)


def mark_text(mark: DayMark) -> str:
    """Return what a day is called, and where when it is not off everywhere."""
    if not mark.sites:
        return mark.name
    if len(mark.others) < len(mark.sites):
        return _("{name} · not {sites}").format(name=mark.name, sites=formats.joined(mark.others, current()))
    return _("{name} · only {sites}").format(name=mark.name, sites=formats.joined(mark.sites, current()))


def day_text(day: date, shown: Calendar) -> str:
    """Return the sentence of a day for who cannot see it: «Viernes 23 de abril, San Jorge, festivo»."""
    parts = [formats.weekday_date(day, current())]
    mark = shown.marks.get(day)
    if mark is not None:
        parts.append(mark_text(mark))
        parts.append(_("holiday") if mark.holiday else _("closed") if mark.closed else _("local holiday"))
    elif not shown.start <= day <= shown.end:
        parts.append(_("outside the edition"))
    elif day.weekday() > 4:
        parts.append(_("weekend"))
    else:
        parts.append(_("with sessions"))
    parts += [text for limit, text in ((shown.start, _("first day")), (shown.end, _("last day"))) if day == limit]
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def span_text(start: date, end: date) -> str:
    """Return «2 ago», «2–13 ago» or «30 jul – 2 ago»."""
    first, last = (formats.short_date(day, current()) for day in (start, end))
    if start == end:
        return first
    same_month = (start.year, start.month) == (end.year, end.month)
    return f"{start.day}–{last}" if same_month else f"{first} – {last}"


def long_span(start: date, end: date) -> str:
    """Return «El 2 de agosto de 2027» or «Del 2 al 13 de agosto de 2027»."""
    if start == end:
        return _("On {day}").format(day=formats.long_date(start, current()))
    if (start.year, start.month) == (end.year, end.month):
        return _("From the {day} to {end}").format(day=start.day, end=formats.long_date(end, current()))
    same_year = start.year == end.year
    first = formats.day_and_month(start, current()) if same_year else formats.long_date(start, current())
    return _("From {first} to {last}").format(first=first, last=formats.long_date(end, current()))


def august_without_closure(start: date, end: date, closures: Iterable[Closure]) -> tuple[date, date] | None:
    """Return the first August that the edition touches and in which nothing is closed, ``None`` when there is none."""
    known = tuple(closures)
    for year in range(start.year, end.year + 1):
        first, last = date(year, 8, 1), date(year, 8, 31)
        touched = first <= end and last >= start
        if touched and not any(closure.start <= last and closure.end >= first for closure in known):
            return first, last
    return None


def runs(shown: Calendar) -> tuple[Run, ...]:
    """Return the days off in order; a closure is one run, holidays inside it have their own."""
    single = [
        Run(day, day, mark_text(mark), mark.holiday and not mark.sites)
        for day, mark in shown.marks.items()
        if mark.holiday or not mark.closed
    ]
    closed = [
        Run(max(closure.start, shown.start), min(closure.end, shown.end), closure.name, holiday=False)
        for closure in shown.closures
        if closure.start <= shown.end and closure.end >= shown.start
    ]
    return tuple(sorted(single + closed, key=lambda run: (run.start, run.end)))
