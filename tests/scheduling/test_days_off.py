# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Holidays by community and language, local days, closures and useful weeks."""

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.sites import REGIONS, Closure, ClosureId, LocalDay
from revmentor_desktop.scheduling.days_off import CONFIRMED_UNTIL, calendar_of, public_holidays, site_days, useful_weeks, week_of

from .worlds import END, LAS_PALMAS, START, ZARAGOZA

YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def test_aragon_has_its_own_day_and_those_of_the_country() -> None:
    days = {off.day: off for off in public_holidays("AR", 2027)}
    assert days[date(2027, 4, 23)].name == "Día de San Jorge"
    assert days[date(2027, 4, 23)].kind == "regional"
    assert days[date(2027, 3, 26)].name == "Viernes Santo"
    assert days[date(2027, 3, 26)].kind == "national"


def test_names_come_in_english_too() -> None:
    assert "Good Friday" in {off.name for off in public_holidays("AR", 2027, "en")}


def test_holy_thursday_is_no_holiday_in_catalonia_but_easter_monday_is() -> None:
    days = {off.day for off in public_holidays("CT", 2027)}
    assert date(2027, 3, 25) not in days
    assert date(2027, 3, 29) in days


def test_a_year_that_the_bulletin_has_not_confirmed_says_so() -> None:
    assert all(off.confirmed for off in public_holidays("AR", CONFIRMED_UNTIL))
    assert not any(off.confirmed for off in public_holidays("AR", CONFIRMED_UNTIL + 1))


@pytest.mark.parametrize("region", REGIONS)
def test_every_community_has_its_holidays_in_order_and_without_a_mark_in_the_name(region: str) -> None:
    days = public_holidays(region, 2027)
    assert 9 <= len(days) <= 15
    assert [off.day for off in days] == sorted(off.day for off in days)
    assert not any("(" in off.name or ";" in off.name for off in days)


def test_an_unknown_community_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        public_holidays("XX", 2027)
    assert refused.value.field == "region"


def test_a_site_has_public_days_local_days_and_closures_and_the_widest_gives_the_name() -> None:
    valero, eve = LocalDay(date(2027, 1, 29), "San Valero"), LocalDay(date(2027, 1, 6), "Cabalgata")
    closure = Closure(ClosureId(1), date(2027, 1, 5), date(2027, 1, 8), "Navidad")
    days = site_days(replace(ZARAGOZA, local_days=(valero, eve)), (closure,), date(2027, 1, 6), date(2027, 2, 1))
    assert [(day.day, off.name, off.kind) for day, off in days.items()] == [
        (6, "Epifanía del Señor", "national"),
        (7, "Navidad", "closure"),
        (8, "Navidad", "closure"),
        (29, "San Valero", "local"),
    ]
    assert days[valero.day].confirmed
    assert not days[eve.day].confirmed


def test_a_calendar_of_two_sites_has_the_days_of_both() -> None:
    calendar = calendar_of((ZARAGOZA, LAS_PALMAS), (), *YEAR)
    assert calendar.day_off(date(2027, 4, 23)) is not None
    assert calendar.day_off(date(2027, 5, 30)) is None or calendar.days[date(2027, 5, 30)].kind == "regional"
    assert not calendar.works(date(2027, 4, 23))
    assert not calendar.works(date(2027, 4, 24))
    assert calendar.works(date(2027, 4, 22))
    assert list(calendar.days) == sorted(calendar.days)


def test_a_closed_august_takes_its_weeks_from_the_useful_ones() -> None:
    august = Closure(ClosureId(1), date(2027, 8, 1), date(2027, 8, 31), "Agosto")
    start, end = date(2027, 7, 26), date(2027, 9, 5)
    assert useful_weeks(site_days(ZARAGOZA, (), start, end), start, end) == 6
    # The week of 30 August still has its Wednesday to Friday.
    assert useful_weeks(site_days(ZARAGOZA, (august,), start, end), start, end) == 2
    assert useful_weeks({}, START, END) == 26
    assert useful_weeks({}, END, START) == 0


def test_a_week_begins_on_monday_also_at_the_turn_of_the_year() -> None:
    assert week_of(date(2027, 1, 1)) == week_of(date(2026, 12, 28)) == week_of(date(2027, 1, 3))
    assert week_of(date(2027, 1, 4)) == week_of(date(2027, 1, 3)) + 1
