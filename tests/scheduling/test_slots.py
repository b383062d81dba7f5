# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The hours of real days that two people share, across clocks and summer hours."""

from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.availability import Absence
from revmentor_desktop.domain.sites import SiteId, SummerHours
from revmentor_desktop.scheduling.days_off import Site
from revmentor_desktop.scheduling.move import hours_of_days
from revmentor_desktop.scheduling.slots import PairHours, SiteCalendars, instant_of, pair_hours, wall_in
from revmentor_desktop.scheduling.tasks import PersonTime

from .worlds import END, LAS_PALMAS, MADRID, START, ZARAGOZA, in_zone, person, task

MONDAY, TUESDAY, SATURDAY = date(2027, 2, 1), date(2027, 2, 2), date(2027, 2, 6)


def hours(mentor: PersonTime, mentee: PersonTime) -> PairHours:
    return pair_hours(task(mentor, mentee), SiteCalendars((), "AR", START, END))


def clock(starts: tuple[datetime, ...]) -> list[str]:
    return [start.strftime("%H:%M") for start in starts]


def test_starts_are_every_half_hour_of_what_both_share() -> None:
    pair = hours(person(1, "L 09:15-10:00; L 10:00-12:00"), person(2, "L 08:00-11:30"))
    assert clock(pair.starts(MONDAY, 60)) == ["09:15", "09:45", "10:15"]
    assert pair.starts(TUESDAY, 60) == ()


def test_a_stretch_shorter_than_a_session_gives_no_start() -> None:
    assert hours(person(1, "L 09:00-10:00"), person(2, "L 09:30-11:00")).starts(MONDAY, 60) == ()


def test_the_islands_are_an_hour_behind_in_the_mentor_s_clock() -> None:
    pair = hours(person(1, "L 09:00-12:00"), person(2, "L 09:00-10:00", LAS_PALMAS))
    assert clock(pair.starts(MONDAY, 60)) == ["10:00"]
    other_way = hours(person(1, "L 09:00-10:00", LAS_PALMAS), person(2, "L 09:00-12:00"))
    assert clock(other_way.starts(MONDAY, 60)) == ["09:00"]
    assert instant_of(pair.starts(MONDAY, 60)[0], "Europe/Madrid") == instant_of(other_way.starts(MONDAY, 60)[0], "Atlantic/Canary")


def test_clocks_that_change_on_other_days_are_followed_day_by_day() -> None:
    # New York changes on 14 March 2027, Spain on the 28th: two weeks with five hours between them instead of six.
    abroad = Site(SiteId(9), "Nueva York", "MD", time_zone="America/New_York")
    pair = hours(person(1, "L 14:00-18:00"), person(2, "L 09:00-10:00", abroad))
    found = [clock(pair.starts(day, 60)) for day in (date(2027, 3, 8), date(2027, 3, 15), date(2027, 4, 5))]
    assert found == [["15:00"], ["14:00"], ["15:00"]]


def test_hours_of_the_day_before_reach_over_midnight_of_another_clock() -> None:
    far = Site(SiteId(9), "Tokio", "MD", time_zone="Asia/Tokyo")
    pair = hours(person(1, "L 06:00-23:00"), person(2, "L 06:00-09:00; M 06:00-09:00", far))
    # Tuesday 06:00–09:00 in Tokyo is Monday 22:00 to Tuesday 01:00 in Spain.
    assert pair.day(MONDAY).both == ((22 * 60, 23 * 60),)


def test_summer_hours_cut_the_afternoon_of_either_site() -> None:
    summer = SummerHours(date(2027, 6, 15), date(2027, 9, 15), 15 * 60)
    cut = replace(ZARAGOZA, summer_hours=summer)
    june, before = date(2027, 6, 21), date(2027, 6, 14)
    for pair in (
        hours(person(1, "L 14:00-17:00", cut), person(2, "L 14:00-17:00", MADRID)),
        hours(person(1, "L 14:00-17:00", MADRID), person(2, "L 14:00-17:00", cut)),
    ):
        assert clock(pair.starts(june, 60)) == ["14:00"]
        assert len(pair.starts(before, 60)) == 5


def test_nobody_can_on_a_weekend_an_absence_or_the_holiday_of_either_site() -> None:
    away = Absence(TUESDAY, TUESDAY)
    pair = hours(
        person(1, "L 09:00-12:00; M 09:00-12:00; V 09:00-12:00; S 09:00-12:00"), person(2, "L 09:00-12:00; S 09:00-12:00", ZARAGOZA, away)
    )
    assert pair.day(SATURDAY).mentor == ()
    assert pair.day(TUESDAY).mentee == ()
    assert pair.day(date(2027, 4, 23)).mentor == ()
    islands = hours(person(1, "V 09:00-12:00", LAS_PALMAS), person(2, "V 09:00-12:00"))
    assert islands.day(date(2027, 4, 23)).mentor != ()
    assert islands.day(date(2027, 4, 23)).both == ()


def test_somebody_without_a_site_has_the_holidays_of_the_edition() -> None:
    pair = hours(person(1, "V 09:00-12:00", None), person(2, "V 09:00-12:00", None))
    assert pair.starts(date(2027, 4, 23), 60) == ()
    assert len(pair.starts(date(2027, 4, 16), 60)) == 5


def test_a_week_shows_what_each_can_and_what_both_can() -> None:
    its = task(person(1, "M 12:00-14:00; X 09:00-10:00"), person(2, "M 13:00-15:00"))
    week = hours_of_days(its, (), "AR", MONDAY, date(2027, 2, 7))
    assert [day.day.weekday() for day in week] == [0, 1, 2, 3, 4]
    assert week[1].both == ((13 * 60, 14 * 60),)
    assert week[2].mentor == ((9 * 60, 10 * 60),)
    assert week[2].mentee == ()
    assert hours_of_days(its, (), "AR", date(2027, 1, 11), date(2027, 1, 17)) == ()


@given(st.dates(START, END), st.times(time(0), time(23, 59)), st.sampled_from(["Europe/Madrid", "Atlantic/Canary", "Asia/Tokyo"]))
def test_a_wall_time_in_another_zone_is_what_its_clock_shows(day: date, at: time, zone: str) -> None:
    start = datetime.combine(day, at.replace(second=0, microsecond=0))
    assert wall_in(start, "UTC", zone) == in_zone(start, "UTC", zone)
    assert instant_of(wall_in(start, "UTC", zone), zone) in {instant_of(start, "UTC"), instant_of(start, "UTC") - 60}
