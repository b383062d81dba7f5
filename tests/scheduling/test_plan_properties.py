# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What every plan keeps, on random small worlds."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.scheduling.conflicts import conflicts
from revmentor_desktop.scheduling.days_off import site_days
from revmentor_desktop.scheduling.move import check_move, nearest_slots
from revmentor_desktop.scheduling.plan import Limits, PairTask, Placed, plan

from .worlds import FIRST, busy_of, in_zone, instants, worlds

World = tuple[tuple[PairTask, ...], Limits, tuple[Closure, ...], dict[SiteId, Site]]
quick = settings(max_examples=50, deadline=None)
NOWHERE = Site(SiteId(0), "", "AR")


def planned(world: World) -> tuple[Placed, ...]:
    tasks, limits, closures, sites = world
    return plan(tasks, (), limits, closures, sites, "AR").placed


@quick
@given(worlds())
def test_every_number_is_placed_once_or_listed_once(world: World) -> None:
    tasks, limits, closures, sites = world
    made = plan(tasks, (), limits, closures, sites, "AR")
    seen = Counter((each.pair_id, each.number) for each in (*made.placed, *made.not_placed))
    assert seen == Counter((task.pair_id, number) for task in tasks for number in task.numbers)


@quick
@given(worlds())
def test_sessions_are_on_working_days_inside_the_hours_of_both(world: World) -> None:
    tasks = {task.pair_id: task for task in world[0]}
    for session in planned(world):
        task = tasks[session.pair_id]
        assert task.first_day <= session.start.date() <= task.last_day
        for each in task.people:
            local = in_zone(session.start, task.time_zone, each.time_zone)
            site = each.site or NOWHERE
            assert local.weekday() < 5
            assert local.date() not in site_days(site, world[2], local.date(), local.date())
            assert not any(absence.covers(local.date()) for absence in each.absences)
            begin = local.hour * 60 + local.minute
            end = begin + session.minutes
            # Short windows are joined first, as everywhere in the program.
            covered = {n for w in each.windows if w.weekday == local.weekday() for n in range(w.start, w.end)}
            assert covered.issuperset(range(begin, end))
            summer = site.summer_hours
            assert summer is None or not summer.start <= local.date() <= summer.end or end <= summer.until


@quick
@given(worlds())
def test_nobody_meets_two_people_at_once_and_weekly_limits_hold(world: World) -> None:
    tasks, limits = {task.pair_id: task for task in world[0]}, world[1]
    sessions = planned(world)
    times = [(each, *instants(each.start, each.minutes, tasks[each.pair_id].time_zone)) for each in sessions]
    for (one, begin, end), (other, other_begin, other_end) in combinations(times, 2):
        if set(tasks[one.pair_id].person_ids) & set(tasks[other.pair_id].person_ids):
            assert end <= other_begin or other_end <= begin
    of_pair = Counter((each.pair_id, each.start.isocalendar()[:2]) for each in sessions)
    of_person = Counter((who, each.start.isocalendar()[:2]) for each in sessions for who in tasks[each.pair_id].person_ids)
    assert all(count <= limits.per_pair_week for count in of_pair.values())
    assert all(count <= limits.per_person_week for count in of_person.values())


@quick
@given(worlds())
def test_no_site_has_more_sessions_at_once_than_rooms(world: World) -> None:
    tasks, sites = {task.pair_id: task for task in world[0]}, world[3]
    for site in sites.values():
        used = [
            instants(each.start, each.minutes, tasks[each.pair_id].time_zone)
            for each in planned(world)
            if each.in_person and tasks[each.pair_id].rooms_site == site.id
        ]
        most = max((sum(begin <= moment < end for begin, end in used) for moment, _ in used), default=0)
        assert site.rooms is None or most <= site.rooms


@quick
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_nothing(world: World, random: Random) -> None:
    tasks, limits, closures, sites = world
    mixed = random.sample(tasks, len(tasks))
    assert plan(mixed, (), limits, closures, sites, "AR") == plan(tasks, (), limits, closures, sites, "AR")


@quick
@given(worlds())
def test_numbers_of_a_pair_follow_the_calendar(world: World) -> None:
    made = plan(world[0], (), *world[1:], "AR")
    for task in world[0]:
        sessions = made.of_pair(task.pair_id)
        assert [each.number for each in sessions] == list(task.numbers[: len(sessions)])
        assert [each.start for each in sessions] == sorted(each.start for each in sessions)


@quick
@given(worlds())
def test_a_planned_session_has_no_obstacle_where_it_stands_and_no_conflict(world: World) -> None:
    tasks, limits, closures, sites = world
    by_pair = {task.pair_id: task for task in tasks}
    sessions = planned(world)
    for session in sessions:
        others = [busy_of(each, by_pair) for each in sessions if each is not session]
        assert check_move(session.start, session.minutes, by_pair[session.pair_id], others, limits, closures, sites, "AR") == ()
    assert conflicts(sessions, by_pair, closures, sites, "AR", FIRST) == ()


@quick
@given(worlds())
def test_a_session_left_out_finds_no_free_slot_afterwards(world: World) -> None:
    tasks, limits, closures, sites = world
    by_pair = {task.pair_id: task for task in tasks}
    made = plan(tasks, (), limits, closures, sites, "AR")
    standing = [busy_of(each, by_pair) for each in made.placed]
    for missing in made.not_placed:
        task = by_pair[missing.pair_id]
        own = {each.start.date() for each in made.of_pair(task.pair_id)}
        found = nearest_slots(made.placed[0].start, task, standing, limits, closures, sites, "AR", count=40) if made.placed else ()
        assert all(start.date() in own for start in found)


@quick
@given(worlds())
def test_pairs_planned_later_leave_the_standing_sessions_alone(world: World) -> None:
    tasks, limits, closures, sites = world
    by_pair = {task.pair_id: task for task in tasks}
    first = plan(tasks[:1], (), limits, closures, sites, "AR")
    standing = [busy_of(each, by_pair) for each in first.placed]
    second = plan(tasks[1:], standing, limits, closures, sites, "AR")
    sessions = (*first.placed, *second.placed)
    for session in second.placed:
        others = [busy_of(each, by_pair) for each in sessions if each is not session]
        assert check_move(session.start, session.minutes, by_pair[session.pair_id], others, limits, closures, sites, "AR") == ()


@quick
@given(worlds())
def test_half_planned_pairs_are_completed_around_their_own_sessions(world: World) -> None:
    tasks, limits, closures, sites = world
    by_pair = {task.pair_id: task for task in tasks}
    made = plan(tasks, (), limits, closures, sites, "AR")
    kept = [each for each in made.placed if each.number % 2]
    rest = [replace(task, numbers=tuple(n for n in task.numbers if n % 2 == 0)) for task in tasks]
    again = plan(rest, [busy_of(each, by_pair) for each in kept], limits, closures, sites, "AR")
    assert len(again.placed) >= len(made.placed) - len(kept)
