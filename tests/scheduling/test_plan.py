# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Plans of whole editions: the example firm, late pairs, shared mentors, rooms, and what does not fit."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from time import perf_counter

import pytest

from revmentor_desktop.domain.availability import Absence
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import Unplaced
from revmentor_desktop.domain.sites import Closure, ClosureId, Site, SiteId
from revmentor_desktop.scheduling.days_off import week_of
from revmentor_desktop.scheduling.plan import Busy, Limits, PairTask, PersonTime, Plan, plan
from revmentor_desktop.scheduling.slots import SiteCalendars, pair_hours, span_days

from .worlds import END, LAS_PALMAS, MADRID, SITES, START, ZARAGOZA, busy_of, example_tasks, person, task, wall

DEFAULT = Limits()


def make(*tasks: PairTask, busy: tuple[Busy, ...] = (), limits: Limits = DEFAULT, closures: tuple[Closure, ...] = ()) -> Plan:
    return plan(tasks, busy, limits, closures, SITES, "AR")


def days(made: Plan, pair: int = 1) -> list[date]:
    return [each.start.date() for each in made.of_pair(PairId(pair))]


def test_the_example_firm_gets_all_its_sessions_evenly() -> None:
    made = make(*example_tasks())
    assert len(made.placed) == 130
    assert made.not_placed == ()
    assert made.longest_gap_days() <= 21
    for its in example_tasks():
        first, *_, last = days(made, its.pair_id)
        assert (first - START).days <= 7
        assert (END - last).days <= 10
        assert min((b - a).days for a, b in pairwise(days(made, its.pair_id))) >= 14
        assert made.longest_gap_days(its.pair_id) <= 21


def test_the_example_and_sixty_pairs_are_planned_in_moments() -> None:
    tasks = example_tasks()
    many = [
        replace(its, pair_id=PairId(100 * n + its.pair_id), mentor=person_of(its.mentor, n), mentee=person_of(its.mentee, n))
        for n in range(5)
        for its in tasks
    ]
    make(*tasks)
    begun = perf_counter()
    assert make(*many[:60]).not_placed == ()
    assert perf_counter() - begun < 5


def person_of(somebody: PersonTime, copy: int) -> PersonTime:
    return replace(somebody, person_id=PersonId(somebody.person_id + 1000 * copy))


def test_a_late_pair_is_spread_over_what_remains() -> None:
    late = task(person(1, "L 09:00-11:00; J 09:00-11:00"), person(2, "L 09:00-11:00; J 09:00-11:00"), first_day=date(2027, 5, 3))
    made = make(late)
    assert len(made.placed) == 10
    assert days(made)[0] <= date(2027, 5, 10)
    assert made.longest_gap_days() <= 11
    assert len({week_of(day) for day in days(made)}) == 10


def test_what_does_not_fit_in_the_weeks_left_is_listed() -> None:
    late = task(person(1, "L 09:00-11:00"), person(2, "L 09:00-11:00"), first_day=date(2027, 6, 28))
    made = make(late)
    assert days(made) == [date(2027, 6, 28), date(2027, 7, 5), date(2027, 7, 12)]
    assert [each.number for each in made.not_placed] == list(range(4, 11))
    assert {each.reason for each in made.not_placed} == {Unplaced.NO_ROOM_LEFT}


def test_an_edition_that_is_over_and_hours_that_nobody_shares_are_said_so() -> None:
    over = task(person(1, "L 09:00-11:00"), person(2, "L 09:00-11:00"), first_day=END + timedelta(days=1))
    apart = task(person(3, "L 09:00-11:00"), person(4, "L 10:30-12:00"), 2)
    reasons = {each.pair_id: each.reason for each in make(over, apart).not_placed}
    assert reasons == {1: Unplaced.SPAN_OVER, 2: Unplaced.NO_SHARED_HOURS}


def test_somebody_away_all_the_time_has_no_room_left() -> None:
    away = person(2, "L 09:00-11:00", ZARAGOZA, Absence(START, END))
    assert {each.reason for each in make(task(person(1, "L 09:00-11:00"), away)).not_placed} == {Unplaced.NO_ROOM_LEFT}


def test_a_mentor_of_three_pairs_runs_into_the_limit_of_the_week() -> None:
    mentor, end = person(1, "L 09:00-12:00"), START + timedelta(days=34)
    pairs = [task(mentor, person(n + 1, "L 09:00-12:00"), n, sessions=5, last_day=end) for n in (1, 2, 3)]
    made = make(*pairs)
    assert len(made.placed) == 10
    assert {each.reason for each in made.not_placed} == {Unplaced.PERSON_LIMIT}
    assert len(make(*pairs, limits=Limits(1, 3)).placed) == 15


def test_a_room_less_leaves_a_session_without_date_and_virtual_ones_need_none() -> None:
    site = replace(ZARAGOZA, rooms=1)
    people = [person(n, "L 09:00-10:00", site) for n in range(1, 5)]
    end = START + timedelta(days=20)
    pairs = [task(people[i], people[i + 1], n, sessions=3, last_day=end, in_person=True, rooms_site=site.id) for n, i in ((1, 0), (2, 2))]
    made = plan(pairs, (), Limits(), (), {site.id: site}, "AR")
    assert len(made.placed) == 3
    assert {each.reason for each in made.not_placed} == {Unplaced.ROOMS}
    virtual = [pairs[0], replace(pairs[1], in_person=False)]
    assert len(plan(virtual, (), Limits(), (), {site.id: site}, "AR").placed) == 6


def test_a_chain_of_moves_makes_room_for_the_last_session() -> None:
    # Five Fridays with two sessions each are exactly enough for four, four and two.
    mentor, end = person(1, "V 08:30-10:30"), date(2027, 3, 7)
    pairs = [
        task(mentor, person(n + 1, "V 08:30-10:30"), n, sessions, first_day=date(2027, 2, 1), last_day=end)
        for n, sessions in ((4, 4), (5, 4), (6, 2))
    ]
    assert make(*pairs).not_placed == ()


def test_sessions_in_another_time_zone_do_not_overlap_in_real_time() -> None:
    # The mentor of Las Palmas also learns in Zaragoza: 09:00 there is 10:00 here.
    both = person(1, "L 09:00-11:00", LAS_PALMAS)
    teaches = task(both, person(2, "L 10:00-12:00"), 1, 5, last_day=START + timedelta(days=34))
    learns = task(person(3, "L 10:00-12:00"), both, 2, 5, last_day=START + timedelta(days=34))
    made = make(teaches, learns)
    assert made.not_placed == ()
    hours = {(each.pair_id, each.start.date()): each.start.hour for each in made.placed}
    for day in days(made):
        assert hours[PairId(1), day] + 1 != hours[PairId(2), day]


def test_standing_sessions_count_and_the_new_ones_fill_the_widest_gap() -> None:
    its = task(person(1, "L 09:00-11:00"), person(2, "L 09:00-11:00"), sessions=1)
    mondays = [wall(1, 18, 9) + timedelta(days=14 * n) for n in range(12) if n not in (4, 5)]
    standing = tuple(Busy(its.person_ids, start, 60, None, its.pair_id) for start in mondays)
    assert days(make(its, busy=standing)) == [date(2027, 3, 22)]


def test_a_session_made_up_for_is_not_put_off_to_the_end() -> None:
    its = task(person(1, "L 09:00-11:00"), person(2, "L 09:00-11:00"), sessions=1, first_day=date(2027, 3, 1))
    held = Busy(its.person_ids, wall(2, 22, 9), 60, None, its.pair_id)
    (day,) = days(make(its, busy=(held,)))
    assert (day - date(2027, 2, 22)).days == 21


def test_a_closure_is_stepped_over() -> None:
    closure = Closure(ClosureId(1), date(2027, 3, 22), date(2027, 4, 4), "Parada técnica")
    made = make(*example_tasks(), closures=(closure,))
    assert made.not_placed == ()
    assert not any(closure.covers(each.start.date()) for each in made.placed)


def test_two_tasks_of_one_pair_are_refused_and_no_task_is_no_plan() -> None:
    its = task(person(1, "L 09:00-11:00"), person(2, "L 09:00-11:00"))
    with pytest.raises(ValueError, match="same pair"):
        make(its, its)
    assert make() == Plan((), ())
    assert make(replace(its, numbers=())) == Plan((), ())
    assert make().longest_gap_days() == 0


def test_a_cancelled_plan_still_has_every_number() -> None:
    made = plan(example_tasks(), (), Limits(), (), SITES, "AR", cancelled=lambda: True)
    assert len(made.placed) + len(made.not_placed) == 130


@pytest.mark.parametrize("weeks", [1, 2, 3, 4])
@pytest.mark.parametrize("hours", ["L 09:00-10:00", "L 09:00-10:30; J 16:00-17:00", "V 09:00-11:00; M 09:00-10:00"])
def test_one_pair_gets_as_many_sessions_as_trying_everything(weeks: int, hours: str) -> None:
    first = date(2027, 3, 15)
    its = task(person(1, hours), person(2, hours, MADRID), sessions=4, first_day=first, last_day=first + timedelta(days=7 * weeks - 1))
    busy = tuple(Busy(its.person_ids[:1], wall(3, day, 9), 60) for day in (15, 22, 30))
    made = make(its, busy=busy)
    hours_of_both = pair_hours(its, SiteCalendars((), "AR", its.first_day, its.last_day))
    starts = [start for day in span_days(its.first_day, its.last_day) for start in hours_of_both.starts(day, 60)]
    free = [start for start in starts if all(abs(start - each.start) >= timedelta(hours=1) for each in busy)]
    best = max(n for n in range(5) if any(len({week_of(s.date()) for s in chosen}) == n for chosen in combinations(free, n)))
    assert len(made.placed) == best
    assert len(made.not_placed) == 4 - best


def test_standing_sessions_of_the_plan_itself_can_be_given_back() -> None:
    tasks = {its.pair_id: its for its in example_tasks()}
    made = make(*tasks.values())
    standing = tuple(busy_of(each, tasks) for each in made.placed if each.pair_id > 3)
    again = plan([tasks[PairId(n)] for n in (1, 2, 3)], standing, Limits(), (), SITES, "AR")
    assert again.not_placed == ()
    assert again.longest_gap_days() <= 21


def test_sites_without_rooms_named_and_unknown_sites_do_not_limit() -> None:
    its = task(person(1, "L 09:00-10:00"), person(2, "L 09:00-10:00"), in_person=True, rooms_site=SiteId(99))
    assert make(its).not_placed == ()
    assert plan([its], (), Limits(), (), {SiteId(99): Site(SiteId(99), "X", "AR")}, "AR").not_placed == ()


def test_a_hopeless_plan_ends_in_moments_too() -> None:
    everyday = "L 09:00-14:00; M 09:00-14:00; X 09:00-14:00; J 09:00-14:00; V 09:00-14:00"
    mentor = person(1, everyday)
    made = make(*(task(mentor, person(n + 1, everyday), n) for n in range(1, 15)))
    # Two a week in 26 weeks.
    assert len(made.placed) == 52
    assert {each.reason for each in made.not_placed} == {Unplaced.PERSON_LIMIT}
