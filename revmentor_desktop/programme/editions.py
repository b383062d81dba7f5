# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The settings of the firm, the edition, its sites and its closures."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.editions import Edition, Firm
from revmentor_desktop.domain.people import checked_email, checked_name, checked_text
from revmentor_desktop.domain.sites import Closure, ClosureId, Site, SiteId
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.scheduling import days_off
from revmentor_desktop.store import editions, firm, sites
from revmentor_desktop.store.file import Connection

DayOff = days_off.DayOff


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
    with workspace.action("save_edition", name=changed.name) as cx:
        editions.update(cx, changed)
        if changed.region != before.edition.region:
            _move_sites(cx, before.sites.values(), before.edition.region, changed.region)


def save_site(workspace: Workspace, changed: Site) -> None:
    """Keep a site's community, local days, summer hours and rooms."""
    checked_name("name", changed.name)
    with workspace.action("save_site", name=changed.name) as cx:
        sites.update(cx, changed)


def add_closure(workspace: Workspace, start: date, end: date, name: str) -> ClosureId:
    """Close the firm to sessions from ``start`` to ``end``, both included."""
    closure = Closure(ClosureId(0), start, end, checked_text("name", name, 120))
    with workspace.action("add_closure", name=name, start=start, end=end) as cx:
        return sites.add_closure(cx, closure)


def remove_closure(workspace: Workspace, closure_id: ClosureId) -> None:
    """Open the days of a closure again."""
    with workspace.action("remove_closure") as cx:
        sites.remove_closure(cx, closure_id)


def days_off_between(workspace: Workspace, start: date, end: date, language: str) -> dict[date, DayOff]:
    """Return the days without sessions of the edition's community, the local days of its sites, and closures."""
    snapshot = workspace.snapshot()
    found: dict[date, DayOff] = {}
    for site in [*snapshot.sites.values(), *([] if snapshot.sites else [edition_site(snapshot.edition)])]:
        found.update(days_off.site_days(site, snapshot.closures, start, end, language))
    return found


def edition_site(edition: Edition) -> Site:
    """Return a stand-in for people whose site is not known: the edition's community."""
    return Site(SiteId(0), "", edition.region)


def useful_weeks(workspace: Workspace, edition: Edition) -> int:
    """Return how many weeks of ``edition`` have at least one day for sessions."""
    off = days_off.site_days(edition_site(edition), workspace.snapshot().closures, edition.start, edition.end)
    return days_off.useful_weeks(off, edition.start, edition.end)


def _move_sites(cx: Connection, all_sites: Iterable[Site], old: str, new: str) -> None:
    for site in all_sites:
        if site.region == old:
            sites.update(cx, replace(site, region=new))
