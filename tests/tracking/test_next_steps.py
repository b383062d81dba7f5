# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What comes next is computed, in the order of what blocks the rest."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.editions import Edition, EditionId
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.sessions import Session, SessionId, SessionState
from revmentor_desktop.tracking.next_steps import STEPS_SHOWN, StepCode, next_steps
from revmentor_desktop.tracking.phases import Counts, Phase, phase_of
from revmentor_desktop.tracking.progress import Standing, standing, without_log

EDITION = Edition(EditionId(1), "Piloto", date(2027, 1, 18), date(2027, 7, 18))
BEFORE, DURING, AFTER = date(2027, 1, 4), date(2027, 3, 1), date(2027, 8, 1)
START = datetime(2027, 2, 1, 9, 0)  # noqa: DTZ001 — wall time

counts = st.builds(Counts, **{field.name: st.integers(0, 40) for field in fields(Counts)})


def test_an_empty_edition_asks_for_people_first() -> None:
    assert [step.code for step in next_steps(Counts())] == [StepCode.ENROL]


def test_nothing_is_left_when_everything_is_done() -> None:
    assert next_steps(Counts(enrolled=28, accepted=13, living_pairs=13, sessions=130, agreements_printed=13)) == ()


def test_clashes_come_before_printing() -> None:
    codes = [step.code for step in next_steps(Counts(enrolled=10, clashes=2, agreements_to_print=3))]
    assert codes == [StepCode.SOLVE_CLASHES, StepCode.PRINT_AGREEMENTS]


def test_pairs_are_only_asked_for_when_somebody_can_teach_and_somebody_wants_to_learn() -> None:
    assert StepCode.COMPLETE_PAIRS not in [s.code for s in next_steps(Counts(enrolled=5, teachers_free=5))]
    assert StepCode.COMPLETE_PAIRS in [s.code for s in next_steps(Counts(enrolled=6, teachers_free=5, learners_free=1))]


@given(counts)
def test_there_are_never_more_tasks_than_fit_and_each_has_something_to_do(now: Counts) -> None:
    steps = next_steps(now)
    assert len(steps) <= STEPS_SHOWN
    assert all(step.count > 0 and step.minutes > 0 for step in steps)
    assert len({step.code for step in steps}) == len(steps)


@given(counts)
def test_an_edition_that_is_over_is_evaluated_unless_nobody_took_part(now: Counts) -> None:
    assert phase_of(EDITION, now, AFTER) is (Phase.EVALUATION if now.enrolled else Phase.ENROLMENT)


def test_the_phases_follow_what_is_there() -> None:
    people = Counts(enrolled=28)
    accepted = replace(people, accepted=13, living_pairs=13, pairs_to_plan=13, agreements_to_print=13)
    running = replace(accepted, pairs_to_plan=0, agreements_to_print=0, sessions=130)
    assert phase_of(EDITION, Counts(), BEFORE) is Phase.ENROLMENT
    assert phase_of(EDITION, replace(people, drafts=28), BEFORE) is Phase.ENROLMENT
    assert phase_of(EDITION, people, BEFORE) is Phase.PAIRING
    assert phase_of(EDITION, replace(accepted, proposed=1), BEFORE) is Phase.PAIRING
    assert phase_of(EDITION, accepted, BEFORE) is Phase.AGREEMENTS
    assert phase_of(EDITION, running, DURING) is Phase.SESSIONS


def test_a_planned_session_lacks_its_acta_once_its_time_has_passed() -> None:
    session = Session(SessionId(1), PairId(1), 1, START, 60)
    assert standing(session, START + timedelta(minutes=59)) is Standing.PLANNED
    assert standing(session, START + timedelta(minutes=60)) is Standing.NO_LOG
    assert standing(replace(session, start=None), START) is Standing.UNDATED
    assert standing(replace(session, state=SessionState.HELD), START) is Standing.HELD


def test_sessions_without_acta_are_listed_oldest_first() -> None:
    first = Session(SessionId(1), PairId(1), 1, START, 60)
    second = replace(first, id=SessionId(2), number=2, start=START + timedelta(days=7))
    assert without_log([second, first], START + timedelta(days=8)) == (first, second)
