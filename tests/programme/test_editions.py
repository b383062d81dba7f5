# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The settings of the edition: closures opened in part, sites told apart by name, and whether the sessions fit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme import editions, people
from revmentor_desktop.programme.workspace import Workspace


def closed(workspace: Workspace) -> list[tuple[date, date]]:
    return [(each.start, each.end) for each in workspace.snapshot().closures]


def test_opening_days_leaves_what_a_closure_has_around_them(workspace: Workspace) -> None:
    editions.add_closure(workspace, date(2027, 4, 5), date(2027, 4, 16), "Obras")
    editions.open_days(workspace, date(2027, 4, 8), date(2027, 4, 9))
    assert closed(workspace) == [(date(2027, 4, 5), date(2027, 4, 7)), (date(2027, 4, 10), date(2027, 4, 16))]
    assert {each.name for each in workspace.snapshot().closures} == {"Obras"}
    editions.open_days(workspace, date(2027, 4, 1), date(2027, 4, 30))
    assert closed(workspace) == []
    workspace.undo()
    workspace.undo()
    assert closed(workspace) == [(date(2027, 4, 5), date(2027, 4, 16))]


def test_opening_open_days_is_no_action(workspace: Workspace) -> None:
    editions.open_days(workspace, date(2027, 4, 8), date(2027, 4, 9))
    assert workspace.next_undo is None


def test_a_site_does_not_take_the_name_of_another(workspace: Workspace) -> None:
    first, second = people.site_named(workspace, "Huesca"), people.site_named(workspace, "Lérida")
    with pytest.raises(DomainError) as refused:
        editions.save_site(workspace, replace(workspace.snapshot().sites[first], name="LERIDA"))
    assert (refused.value.field, refused.value.reason, refused.value.data["name"]) == ("name", "taken", "Lérida")
    editions.save_site(workspace, replace(workspace.snapshot().sites[second], name="Lleida"))
    assert workspace.snapshot().sites[second].name == "Lleida"


def test_sessions_fit_while_there_are_useful_weeks(workspace: Workspace) -> None:
    edition = workspace.snapshot().edition
    fit = editions.fit(workspace, edition)
    assert (fit.fits, fit.every, fit.end) == (True, 18, None)
    assert fit.places == fit.weeks == editions.useful_weeks(workspace, edition)


def test_when_sessions_do_not_fit_the_first_end_that_would_do_is_found(workspace: Workspace) -> None:
    edition = replace(workspace.snapshot().edition, sessions=30)
    fit = editions.fit(workspace, edition)
    assert not fit.fits
    assert fit.end is not None
    assert editions.fit(workspace, replace(edition, end=fit.end)).fits
    assert not editions.fit(workspace, replace(edition, end=fit.end - timedelta(days=7))).fits
    assert editions.fit(workspace, replace(edition, per_pair_week=2)).fits


def test_a_site_has_the_days_of_its_community_and_the_closures(workspace: Workspace) -> None:
    site_id = people.site_named(workspace, "Huesca")
    site = workspace.snapshot().sites[site_id]
    editions.add_closure(workspace, date(2027, 5, 3), date(2027, 5, 3), "Cierre")
    off = editions.site_days_off(workspace, site, date(2027, 4, 1), date(2027, 5, 31), "es")
    assert {off[date(2027, 4, 23)].kind, off[date(2027, 5, 3)].kind} == {"regional", "closure"}
