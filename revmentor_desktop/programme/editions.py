# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The settings of the firm, the edition, its sites and its closures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from revmentor_desktop.documents.content import wording
from revmentor_desktop.domain.editions import Edition, Firm
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import checked_email, checked_name, checked_text, folded
from revmentor_desktop.domain.sites import Closure, ClosureId, Site, SiteId
from revmentor_desktop.programme.changes import changed_fields
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.scheduling import days_off
from revmentor_desktop.store import editions, firm, sites
from revmentor_desktop.store.file import Connection

DayOff = days_off.DayOff

_LONGEST = 3 * 366
"""Days that an edition may last (see `Edition`)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether the sessions of a pair have room in an edition.

    ``weeks`` have at least one day for sessions and give ``places`` in all. ``every`` is the rhythm in days. When ``places`` do not
    reach, ``end`` is the first later end of the edition with which they would (``None``: not inside three years).
    """

    sessions: int
    weeks: int
    places: int
    every: int
    end: date | None = None

    @property
    def fits(self) -> bool:
        """Whether every session of a pair has a place."""
        return self.places >= self.sessions


def save_firm(workspace: Workspace, changed: Firm) -> None:
    """Keep the firm's data. Raises `DomainError` at the field that can't be."""
    checked_name("name", changed.name)
    checked_text("address", changed.address)
    if changed.hr_email:
        checked_email(changed.hr_email)
    with workspace.action("save_firm", name=changed.name) as cx:
        firm.put(cx, changed)


def save_edition(workspace: Workspace, changed: Edition) -> None:
    """Keep the edition's settings; sites that still had its old community follow the new one."""
    before = workspace.snapshot()
    checked_name("name", changed.name)
    with workspace.action("save_edition", name=changed.name, fields=changed_fields(before.edition, changed)) as cx:
        editions.update(cx, changed)
        if changed.region != before.edition.region:
            _move_sites(cx, before.sites.values(), before.edition.region, changed.region)


def save_site(workspace: Workspace, changed: Site) -> None:
    """Keep a site's community, local days, summer hours and rooms. Raises `DomainError` (``name``, ``taken``) for another's name."""
    checked_name("name", changed.name)
    for other in workspace.snapshot().sites.values():
        if other.id != changed.id and folded(other.name) == folded(changed.name):
            raise DomainError("name", "taken", name=other.name)
    what = changed_fields(workspace.snapshot().sites.get(changed.id), changed)
    with workspace.action("save_site", name=changed.name, site_id=changed.id, fields=what) as cx:
        sites.update(cx, changed)


def add_closure(workspace: Workspace, start: date, end: date, name: str) -> ClosureId:
    """Close the firm to sessions from ``start`` to ``end``, both included."""
    closure = Closure(ClosureId(0), start, end, checked_text("name", name, 120))
    with workspace.action("add_closure", name=name, start=start, end=end) as cx:
        closure_id = sites.add_closure(cx, closure)
        workspace.note(closure_id=closure_id)
        return closure_id


def remove_closure(workspace: Workspace, closure_id: ClosureId) -> None:
    """Open the days of a closure again."""
    name = next((each.name for each in workspace.snapshot().closures if each.id == closure_id), "")
    with workspace.action("remove_closure", name=name, closure_id=closure_id) as cx:
        sites.remove_closure(cx, closure_id)


def open_days(workspace: Workspace, start: date, end: date) -> None:
    """Take the days from ``start`` to ``end`` out of every closure; what a closure has before and after them stays closed."""
    touched = [each for each in workspace.snapshot().closures if each.start <= end and each.end >= start]
    if not touched:
        return
    with workspace.action("remove_closure", name=touched[0].name, closure_id=touched[0].id, start=start, end=end) as cx:
        for closure in touched:
            sites.remove_closure(cx, closure.id)
            if closure.start < start:
                sites.add_closure(cx, replace(closure, end=start - timedelta(days=1)))
            if closure.end > end:
                sites.add_closure(cx, replace(closure, start=end + timedelta(days=1)))


def days_off_between(workspace: Workspace, start: date, end: date, language: str) -> dict[date, DayOff]:
    """Return the days without sessions of the edition's community, the local days of its sites, and closures."""
    snapshot = workspace.snapshot()
    found: dict[date, DayOff] = {}
    for site in [*snapshot.sites.values(), *([] if snapshot.sites else [edition_site(snapshot.edition)])]:
        found.update(days_off.site_days(site, snapshot.closures, start, end, language))
    return found


def site_days_off(workspace: Workspace, site: Site, start: date, end: date, language: str) -> Mapping[date, DayOff]:
    """Return the days without sessions of one site, closures of the firm among them."""
    return days_off.site_days(site, workspace.snapshot().closures, start, end, language)


def edition_site(edition: Edition) -> Site:
    """Return a stand-in for people whose site is not known: the edition's community."""
    return Site(SiteId(0), "", edition.region)


def useful_weeks(workspace: Workspace, edition: Edition) -> int:
    """Return how many weeks of ``edition`` have at least one day for sessions."""
    off = days_off.site_days(edition_site(edition), workspace.snapshot().closures, edition.start, edition.end)
    return days_off.useful_weeks(off, edition.start, edition.end)


def fit(workspace: Workspace, edition: Edition) -> Fit:
    """Say whether the sessions of a pair have room in ``edition``, and if not, until when it would have to last."""
    weeks = useful_weeks(workspace, edition)
    places = weeks * edition.per_pair_week
    every = max(1, round((edition.end - edition.start).days / edition.sessions))
    later = None if places >= edition.sessions else _sufficient_end(workspace, edition)
    return Fit(edition.sessions, weeks, places, every, later)


def initials(firm_name: str) -> str:
    """Return what documents frame in place of a logo: «Talleres Albor, S. L.» is TA."""
    return wording.initials(firm_name)


def _sufficient_end(workspace: Workspace, edition: Edition) -> date | None:
    end = edition.end
    while (end - edition.start).days + 7 <= _LONGEST:
        end += timedelta(days=7)
        if useful_weeks(workspace, replace(edition, end=end)) * edition.per_pair_week >= edition.sessions:
            return end
    return None


def _move_sites(cx: Connection, all_sites: Iterable[Site], old: str, new: str) -> None:
    for site in all_sites:
        if site.region == old:
            sites.update(cx, replace(site, region=new))
