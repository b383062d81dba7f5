# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Planned sessions that a change of the world has hit."""

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.availability import Absence
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sites import Closure, ClosureId, LocalDay, SummerHours
from revmentor_desktop.scheduling.conflicts import Conflict, conflicts
from revmentor_desktop.scheduling.plan import Busy, PairTask, Placed

from .worlds import SITES, START, ZARAGOZA, person, task, wall, windows

MENTOR, MENTEE = person(1, "M 09:00-18:00"), person(2, "M 09:00-18:00")
PAIR = task(MENTOR, MENTEE, rooms_site=ZARAGOZA.id)
FOURTH, FIFTH = Placed(PAIR.pair_id, 4, wall(5, 4, 16), 60, False), Placed(PAIR.pair_id, 5, wall(5, 25, 16), 60, False)


def found(
    its: PairTask = PAIR, today: date = START, closures: tuple[Closure, ...] = (), busy: tuple[Busy, ...] = ()
) -> tuple[Conflict, ...]:
    return conflicts((FIFTH, FOURTH), {its.pair_id: its}, closures, SITES, "AR", today, busy)


def seen(its: PairTask) -> list[tuple[int, str]]:
    return [(each.number, each.code) for each in found(its)]


def test_a_plan_in_an_unchanged_world_has_no_conflict() -> None:
    assert found() == ()
    assert conflicts((), {}, (), SITES, "AR", START) == ()


def test_a_new_closure_and_a_new_local_day_hit_the_session_of_that_day() -> None:
    closure = Closure(ClosureId(1), date(2027, 5, 3), date(2027, 5, 5), "Inventario")
    (conflict,) = found(closures=(closure,))
    assert (conflict.number, conflict.code, conflict.data["name"]) == (4, "day_off", "Inventario")
    local = replace(ZARAGOZA, local_days=(LocalDay(date(2027, 5, 25), "Fiesta"),))
    assert seen(replace(PAIR, mentor=replace(MENTOR, site=local))) == [(5, "day_off")]


def test_a_new_absence_other_hours_and_summer_hours_hit() -> None:
    away = replace(MENTEE, absences=(Absence(date(2027, 5, 20), date(2027, 5, 30)),))
    assert seen(replace(PAIR, mentee=away)) == [(5, "absence")]
    assert seen(replace(PAIR, mentee=replace(MENTEE, windows=windows("M 09:00-16:30")))) == [(4, "outside_hours"), (5, "outside_hours")]
    summer = replace(ZARAGOZA, summer_hours=SummerHours(date(2027, 5, 15), date(2027, 9, 15), 15 * 60))
    assert seen(replace(PAIR, mentor=replace(MENTOR, site=summer))) == [(5, "outside_hours")]


def test_an_edition_that_ends_earlier_leaves_a_session_outside() -> None:
    assert seen(replace(PAIR, last_day=date(2027, 5, 14))) == [(5, "outside_edition")]


def test_what_is_past_is_a_record_and_no_conflict() -> None:
    closure = Closure(ClosureId(1), date(2027, 5, 3), date(2027, 5, 5), "Inventario")
    assert found(today=date(2027, 5, 5), closures=(closure,)) == ()
    assert len(found(today=date(2027, 5, 4), closures=(closure,))) == 1


def test_sessions_of_pairs_without_task_are_not_looked_at() -> None:
    assert conflicts((FOURTH,), {}, (), SITES, "AR", START) == ()


def test_both_sessions_of_an_overlap_are_named() -> None:
    other = task(MENTOR, person(3, "M 09:00-18:00"), 2)
    second = Placed(PairId(2), 1, wall(5, 4, 16, 30), 60, False)
    hits = conflicts((FOURTH, second), {PAIR.pair_id: PAIR, other.pair_id: other}, (), SITES, "AR", START)
    assert [(each.pair_id, each.number, each.code, each.data["pair_id"]) for each in hits] == [(1, 4, "overlap", 2), (2, 1, "overlap", 1)]


def test_a_session_of_another_edition_overlaps_too() -> None:
    (conflict,) = found(busy=(Busy((PersonId(2), PersonId(8)), wall(5, 4, 15, 30), 60),))
    assert (conflict.code, conflict.data["person_id"], conflict.data["pair_id"]) == ("overlap", 2, None)


def test_a_room_less_hits_the_in_person_sessions_of_that_hour() -> None:
    site = replace(ZARAGOZA, rooms=1)
    other = task(person(3, "M 09:00-18:00"), person(4, "M 09:00-18:00"), 2, rooms_site=site.id)
    sessions = (replace(FOURTH, in_person=True), Placed(PairId(2), 1, FOURTH.start, 60, True))
    tasks = {PAIR.pair_id: PAIR, other.pair_id: other}
    hits = conflicts(sessions, tasks, (), {site.id: site}, "AR", START)
    assert [(each.pair_id, each.code) for each in hits] == [(1, "rooms"), (2, "rooms")]
    virtual = (sessions[0], replace(sessions[1], in_person=False))
    assert conflicts(virtual, tasks, (), {site.id: site}, "AR", START) == ()


def test_two_sessions_in_one_week_are_no_conflict() -> None:
    again = Placed(PAIR.pair_id, 6, wall(5, 4, 10), 60, False)
    assert conflicts((FOURTH, again), {PAIR.pair_id: PAIR}, (), SITES, "AR", START) == ()
