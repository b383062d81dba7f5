# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Sites with their local days and summer hours, and the closures of the whole firm."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from revmentor_desktop.domain.sites import Closure, ClosureId, LocalDay, Site, SiteId, SummerHours
from revmentor_desktop.store import rows, schema


def all(cx: Connection) -> tuple[Site, ...]:  # noqa: A001 (people.all reads well; the builtin is not needed here)
    """Return every site, in the order in which they were added."""
    return _read(cx, select(schema.site).order_by(schema.site.c.id))


def get(cx: Connection, site_id: SiteId) -> Site:
    """Return one site."""
    found = _read(cx, select(schema.site).where(schema.site.c.id == site_id))
    if not found:
        raise LookupError(f"site {site_id}")
    return found[0]


def add(cx: Connection, site: Site) -> SiteId:
    """Add a site and return its id."""
    new = rows.add(cx, schema.site, _values(site))
    rows.add_children(cx, schema.site_local_day, "site_id", {new: _days(site)})
    return SiteId(new)


def update(cx: Connection, site: Site) -> None:
    """Write a site."""
    rows.change(cx, schema.site, site.id, _values(site))
    rows.replace_children(cx, schema.site_local_day, "site_id", site.id, _days(site))


def remove(cx: Connection, site_id: SiteId) -> None:
    """Remove a site; its people stay, without one."""
    rows.remove(cx, schema.site, site_id)


def all_closures(cx: Connection) -> tuple[Closure, ...]:
    """Return every closure by its days."""
    query = select(schema.closure).order_by(schema.closure.c.start, schema.closure.c.id)
    return tuple(Closure(**row) for row in cx.execute(query).mappings())


def add_closure(cx: Connection, closure: Closure) -> ClosureId:
    """Add a closure and return its id."""
    return ClosureId(rows.add(cx, schema.closure, rows.fields_in(schema.closure, closure)))


def remove_closure(cx: Connection, closure_id: ClosureId) -> None:
    """Remove a closure."""
    rows.remove(cx, schema.closure, closure_id)


def _values(site: Site) -> dict[str, Any]:
    hours = site.summer_hours
    return {
        **rows.fields_in(schema.site, site),
        "summer_start": hours.start if hours else None,
        "summer_end": hours.end if hours else None,
        "summer_until": hours.until if hours else None,
    }


def _days(site: Site) -> list[dict[str, Any]]:
    return [{"day": each.day, "name": each.name} for each in site.local_days]


def _read(cx: Connection, query: Select[Any]) -> tuple[Site, ...]:
    found = cx.execute(query).mappings().all()
    days = rows.children_of(cx, schema.site_local_day, "site_id", query.with_only_columns(schema.site.c.id).order_by(None))
    return tuple(_record(row, days.get(row["id"], ())) for row in found)


def _record(row: RowMapping, days: Sequence[RowMapping]) -> Site:
    fields = {name: value for name, value in row.items() if not name.startswith("summer_")}
    hours = None
    if row["summer_until"] is not None:
        hours = SummerHours(row["summer_start"], row["summer_end"], row["summer_until"])
    return Site(**fields, summer_hours=hours, local_days=tuple(LocalDay(day["day"], day["name"]) for day in days))
