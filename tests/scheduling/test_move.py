# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Moving a session: what is refused, what is warned about, and what is offered instead."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from revmentor_desktop.domain.availability import Absence
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sites import Closure, ClosureId, LocalDay, Site
from revmentor_desktop.scheduling.move import Obstacle, check_move, nearest_slots, shift_following
from revmentor_desktop.scheduling.plan import Busy, Limits, PairTask

from .worlds import END, LAS_PALMAS, SITES, START, ZARAGOZA, person, task, wall

PAULA, CONCEPCION = person(1, "M 12:00-14:00; J 12:00-14:00; X 09:00-10:00"), person(2, "M 12:00-14:00; J 12:00-14:00")
PAIR = task(PAULA, CONCEPCION)
TUESDAY_4 = wall(5, 4, 12)


def obstacles(start: datetime, its: PairTask = PAIR, *busy: Busy, closures: tuple[Closure, ...] = ()) -> tuple[Obstacle, ...]:
    return check_move(start, its.minutes, its, busy, Limits(), closures, SITES, "AR")


def codes(start: datetime, its: PairTask = PAIR, *busy: Busy) -> list[str]:
    return [each.code for each in obstacles(start, its, *busy)]


def nearest(wanted: datetime, its: PairTask = PAIR, *busy: Busy, count: int = 3, per_day: int = 1) -> list[str]:
    return [f"{start:%d/%m %H:%M}" for start in nearest_slots(wanted, its, busy, Limits(), (), SITES, "AR", count, per_day)]


def test_a_free_slot_of_both_has_nothing_in_the_way() -> None:
    assert obstacles(TUESDAY_4) == ()


def test_a_weekend_is_refused_without_speaking_of_hours() -> None:
    assert codes(wall(5, 8, 12)) == ["weekend"]


def test_a_holiday_is_refused_with_its_name_and_whose_it_is() -> None:
    (found,) = obstacles(wall(3, 25, 12))
    assert (found.code, found.hard, found.data["name"]) == ("day_off", True, "Jueves Santo")
    assert found.data["person_ids"] == (1, 2)
    local = replace(ZARAGOZA, local_days=(LocalDay(TUESDAY_4.date(), "Patrona"),))
    (found,) = obstacles(TUESDAY_4, replace(PAIR, mentee=replace(CONCEPCION, site=local)))
    assert (found.data["name"], found.data["kind"], found.data["person_ids"]) == ("Patrona", "local", (2,))


def test_a_closure_is_a_day_off() -> None:
    (found,) = obstacles(TUESDAY_4, closures=(Closure(ClosureId(1), TUESDAY_4.date(), TUESDAY_4.date(), "Inventario"),))
    assert (found.code, found.data["name"], found.data["kind"]) == ("day_off", "Inventario", "closure")


def test_an_absence_says_who_and_until_when() -> None:
    away = replace(CONCEPCION, absences=(Absence(date(2027, 5, 3), date(2027, 5, 5)),))
    (found,) = obstacles(TUESDAY_4, replace(PAIR, mentee=away))
    assert found.code == "absence"
    assert dict(found.data) == {"person_id": 2, "start": date(2027, 5, 3), "end": date(2027, 5, 5)}


def test_hours_of_one_or_of_both_are_named() -> None:
    assert [each.data["person_id"] for each in obstacles(wall(5, 5, 9))] == [2]
    assert [each.data["person_id"] for each in obstacles(TUESDAY_4 + timedelta(minutes=90))] == [1, 2]


def test_dates_outside_the_span_are_refused() -> None:
    assert codes(wall(7, 20, 12)) == ["outside_edition"]
    assert codes(wall(1, 14, 12)) == ["outside_edition"]


def test_an_overlap_says_with_whom_and_touching_sessions_do_not_overlap() -> None:
    other = Busy((PersonId(1), PersonId(9)), TUESDAY_4 + timedelta(minutes=30), 60, None, PairId(7))
    (found,) = obstacles(TUESDAY_4, PAIR, other)
    assert (found.code, found.hard, found.data["pair_id"], found.data["start"]) == ("overlap", True, 7, other.start)
    assert codes(TUESDAY_4, PAIR, replace(other, start=TUESDAY_4 + timedelta(hours=1))) == []


def test_weekly_limits_and_rooms_only_warn() -> None:
    site = replace(ZARAGOZA, rooms=1)
    its = replace(PAIR, in_person=True, rooms_site=site.id)
    own = Busy(PAIR.person_ids, wall(5, 6, 12), 60, None, PAIR.pair_id)
    second = Busy((PersonId(1), PersonId(9)), wall(5, 5, 9), 60)
    room = Busy((PersonId(8), PersonId(9)), TUESDAY_4, 30, site.id)
    found = check_move(TUESDAY_4, 60, its, (own, second, room), Limits(), (), {site.id: site}, "AR")
    assert [each.code for each in found] == ["week_pair", "week_person", "rooms"]
    assert not any(each.hard for each in found)
    assert found[1].data["person_id"] == 1
    assert dict(found[2].data) == {"site_id": site.id, "rooms": 1}


def test_the_mentee_s_clock_decides_about_the_mentee_s_hours() -> None:
    its = replace(PAIR, mentee=replace(CONCEPCION, site=LAS_PALMAS))
    assert [each.data["person_id"] for each in obstacles(TUESDAY_4, its)] == [2]
    assert obstacles(TUESDAY_4 + timedelta(hours=1), its) == ()


def test_the_nearest_free_days_are_offered_as_in_the_calendar() -> None:
    # Design 4b: Concepción is away from 3 to 5 May; today is the 3rd.
    its = replace(PAIR, first_day=date(2027, 5, 3), mentee=replace(CONCEPCION, absences=(Absence(date(2027, 5, 3), date(2027, 5, 5)),)))
    assert nearest(TUESDAY_4, its) == ["06/05 12:00", "11/05 12:00", "13/05 12:00"]


def test_equally_near_days_come_earlier_first_and_a_day_is_offered_once_unless_asked() -> None:
    assert nearest(wall(5, 5, 12, 30)) == ["04/05 13:00", "06/05 12:00", "29/04 13:00"]
    assert nearest(wall(5, 9, 12, 30))[:2] == ["11/05 12:00", "06/05 13:00"]
    assert nearest(TUESDAY_4, per_day=3) == ["04/05 12:00", "04/05 12:30", "04/05 13:00"]


def test_a_start_that_is_not_wanted_is_not_offered() -> None:
    found = nearest_slots(TUESDAY_4, PAIR, (), Limits(), (), SITES, "AR", 1, 1, (TUESDAY_4,))
    assert found == (TUESDAY_4 + timedelta(minutes=30),)


def test_offers_keep_the_week_of_the_pair_and_stay_in_the_span() -> None:
    own = Busy(PAIR.person_ids, wall(7, 15, 12), 60, None, PAIR.pair_id)
    assert nearest(wall(7, 13, 12), PAIR, own) == ["08/07 13:00", "06/07 13:00", "01/07 13:00"]
    assert nearest_slots(TUESDAY_4, replace(PAIR, last_day=START - timedelta(days=1)), (), Limits(), (), SITES, "AR") == ()


def test_the_following_sessions_move_along_by_as_many_days() -> None:
    following = {6: wall(5, 18, 12), 7: wall(6, 8, 12)}
    moved = wall(5, 6, 12)
    held = Busy(PAIR.person_ids, moved, 60, None, PAIR.pair_id)
    made = shift_following(following, moved, 2, PAIR, (held,), Limits(), (), SITES, "AR")
    assert [(each.number, each.start) for each in made.placed] == [(6, wall(5, 20, 12)), (7, wall(6, 10, 12))]


def test_following_sessions_that_fall_off_the_end_take_the_last_slots_or_are_listed() -> None:
    following = {9: wall(6, 29, 12), 10: wall(7, 13, 12)}
    moved = wall(7, 8, 12)
    held = Busy(PAIR.person_ids, moved, 60, None, PAIR.pair_id)
    made = shift_following(following, moved, 21, PAIR, (held,), Limits(), (), SITES, "AR")
    assert [each.start for each in made.placed] == [wall(7, 15, 13)]
    assert [each.number for each in made.not_placed] == [10]
    assert made.placed[0].start.date() <= END


def test_a_session_that_passes_midnight_of_the_other_clock_is_outside_the_hours() -> None:
    far = Site(ZARAGOZA.id, "Tokio", "MD", time_zone="Asia/Tokyo")
    its = task(person(1, "M 12:00-19:00"), person(2, "M 00:00-24:00; X 00:00-24:00", far))
    assert codes(wall(5, 11, 16, 30), its) == ["outside_hours"]
    assert codes(wall(5, 11, 17), its) == []
