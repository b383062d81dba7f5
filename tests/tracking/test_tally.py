# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Sessions in figures, the next one, and those of a week."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog, SessionState
from revmentor_desktop.tracking.next_steps import StepCode, next_steps
from revmentor_desktop.tracking.phases import Counts
from revmentor_desktop.tracking.progress import RATINGS_SHOWN, next_session, of_week, tally

START = datetime(2027, 2, 1, 9, 0)  # noqa: DTZ001 — wall time
FIRST = Session(SessionId(1), PairId(1), 1, START, 60, baseline=START)


def held(rating: int | None = None, minutes: int = 60) -> Session:
    return replace(FIRST, state=SessionState.HELD, log=SessionLog(START.date(), minutes, rating=rating))


@given(st.lists(st.none() | st.integers(1, 5), max_size=12))
def test_a_mean_is_told_only_of_enough_ratings(ratings: list[int | None]) -> None:
    found = tally([held(rating) for rating in ratings], START)
    given_ = [rating for rating in ratings if rating is not None]
    assert found.ratings == len(given_)
    assert (found.rating is None) == (len(given_) < RATINGS_SHOWN)
    assert found.rating is None or min(given_) <= found.rating <= max(given_)


def test_cancelled_sessions_do_not_count_and_minutes_are_the_real_ones() -> None:
    found = tally([held(minutes=45), FIRST, replace(FIRST, state=SessionState.CANCELLED)], START - timedelta(days=1))
    assert (found.sessions, found.held, found.expected, found.minutes) == (2, 1, 0, 45)
    assert tally([FIRST], START).expected == 1


def test_the_session_under_way_is_the_next_one_until_it_ends() -> None:
    later = replace(FIRST, id=SessionId(2), number=2, start=START + timedelta(days=7))
    assert next_session([later, FIRST], START + timedelta(minutes=59)) == FIRST
    assert next_session([later, FIRST], START + timedelta(minutes=60)) == later
    assert next_session([replace(FIRST, start=None)], START) is None


def test_a_week_goes_from_monday_to_sunday() -> None:
    monday = date(2027, 2, 1)
    assert [of_week([FIRST], monday + timedelta(days=days)) for days in (-1, 0, 6, 7)] == [(), (FIRST,), (FIRST,), ()]
    assert of_week([replace(FIRST, state=SessionState.CANCELLED)], monday) == ()


def test_completing_is_not_asked_for_once_no_pair_more_is_possible() -> None:
    counts = Counts(enrolled=5, teachers_free=2, learners_free=1, living_pairs=1)
    assert [step.code for step in next_steps(counts)] == [StepCode.COMPLETE_PAIRS]
    assert next_steps(counts, 0) == ()
    assert [step.code for step in next_steps(replace(counts, living_pairs=0), 0)] == [StepCode.ENROL]
    assert [step.code for step in next_steps(Counts(enrolled=1, firm_lacks=1))] == [StepCode.ENROL, StepCode.COMPLETE_FIRM]
