# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Planning, moving and noting sessions on real files."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.sessions import SessionLog, SessionState
from revmentor_desktop.programme import editions, pairs, sessions
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


@pytest.fixture
def planned(example: Workspace) -> Workspace:
    pairs.use_completion(example, pairs.complete(example.snapshot()), factory.TODAY)
    sessions.use_plan(example, sessions.propose_plan(example.snapshot(), factory.TODAY))
    return example


def test_all_sessions_of_the_example_have_a_date_early_enough_and_no_long_gap(planned: Workspace) -> None:
    snapshot = planned.snapshot()
    assert len(snapshot.sessions) == 130
    for pair in snapshot.pairs:
        starts = [s.start for s in snapshot.sessions_of(pair.id) if s.start]
        assert len(starts) == 10
        assert starts[0].date() <= snapshot.edition.start + timedelta(days=13)
        assert max((b - a).days for a, b in pairwise(starts)) <= 24


def test_planning_again_adds_nothing(planned: Workspace) -> None:
    again = sessions.propose_plan(planned.snapshot(), factory.TODAY)
    assert (again.placed, again.not_placed) == ((), ())


def test_a_moved_session_keeps_its_first_plan(planned: Workspace) -> None:
    session = planned.snapshot().sessions[0]
    assert session.start
    slot = sessions.nearest_slots(planned.snapshot(), session, session.start + timedelta(days=9), factory.TODAY)[0]
    sessions.move_session(planned, session.id, slot, factory.TODAY)
    moved = next(s for s in planned.snapshot().sessions if s.id == session.id)
    assert (moved.start, moved.baseline, moved.postponements) == (slot, session.start, 1)


def test_a_session_cannot_be_moved_to_a_holiday(planned: Workspace) -> None:
    session = planned.snapshot().sessions[0]
    with pytest.raises(DomainError) as refused:
        sessions.move_session(planned, session.id, datetime(2027, 4, 23, 9, 0), factory.TODAY)  # noqa: DTZ001
    assert (refused.value.field, refused.value.reason) == ("start", "day_off")


def test_the_first_acta_starts_the_pair_and_the_last_completes_it(planned: Workspace) -> None:
    pair = planned.snapshot().pairs[0]
    for session in planned.snapshot().sessions_of(pair.id):
        assert session.start
        sessions.log_session(planned, session.id, SessionLog(session.start.date(), 55, rating=4), session.start.date())
        state = planned.snapshot().pair(pair.id).state
        assert state is (PairState.COMPLETED if session.number == 10 else PairState.ACTIVE)


def test_an_acta_can_be_taken_back(planned: Workspace) -> None:
    session = planned.snapshot().sessions[0]
    sessions.log_session(planned, session.id, SessionLog(date(2027, 1, 20), 60), date(2027, 1, 20))
    sessions.reopen(planned, session.id)
    again = next(s for s in planned.snapshot().sessions if s.id == session.id)
    assert (again.state, again.log) == (SessionState.PLANNED, None)


def test_an_acta_of_a_day_to_come_is_refused_and_one_ahead_of_its_date_is_taken(planned: Workspace) -> None:
    session = planned.snapshot().sessions[0]
    assert session.start
    before = session.start.date() - timedelta(days=3)
    with pytest.raises(DomainError) as refused:
        sessions.log_session(planned, session.id, SessionLog(before + timedelta(days=1), 60), before)
    assert (refused.value.field, refused.value.reason) == ("day", "future")
    sessions.log_session(planned, session.id, SessionLog(before, 60), before)
    assert next(s for s in planned.snapshot().sessions if s.id == session.id).state is SessionState.HELD


def test_a_session_still_to_come_was_not_missed(planned: Workspace) -> None:
    session = planned.snapshot().sessions[0]
    assert session.start
    with pytest.raises(DomainError) as refused:
        sessions.mark_missed(planned, session.id, session.start.date() - timedelta(days=1))
    assert (refused.value.field, refused.value.reason) == ("day", "future")
    sessions.mark_missed(planned, session.id, session.start.date())
    assert next(s for s in planned.snapshot().sessions if s.id == session.id).state is SessionState.MISSED


def test_a_new_closure_makes_clashes_of_the_sessions_it_hits(planned: Workspace) -> None:
    assert sessions.clashes(planned.snapshot(), factory.TODAY) == {}
    editions.add_closure(planned, date(2027, 3, 1), date(2027, 3, 19), "Inventario")
    hit = [s for s in planned.snapshot().sessions if s.start and date(2027, 3, 1) <= s.start.date() <= date(2027, 3, 19)]
    assert set(sessions.clashes(planned.snapshot(), factory.TODAY)) == {s.id for s in hit}
    assert hit


def test_ending_a_pair_early_cancels_what_is_open_and_keeps_what_was_held(planned: Workspace) -> None:
    pair = planned.snapshot().pairs[0]
    first, *rest = planned.snapshot().sessions_of(pair.id)
    sessions.log_session(planned, first.id, SessionLog(date(2027, 1, 20), 60), date(2027, 1, 20))
    pairs.end_early(planned, pair.id, factory.TODAY)
    states = [s.state for s in planned.snapshot().sessions_of(pair.id)]
    assert states == [SessionState.HELD, *[SessionState.CANCELLED] * len(rest)]
