# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Rotation keeps the right copies whatever the clock says (few histories here, many in tests/faults)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.store import rotation

START = datetime(2026, 11, 23, 15, 4)  # noqa: DTZ001 (wall time)
NO_LIMIT = 10**12
many = settings(max_examples=60)


@dataclass(frozen=True)
class Kept:
    sequence: int
    when: datetime
    size: int = 10
    verified: bool = True


# A clock that mostly goes on by minutes or days, and now and then is anywhere between the years 1 and 9999.
steps = st.one_of(
    st.integers(1, 600).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(1, 40).map(lambda days: timedelta(days=days)),
    st.datetimes(),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Kept]:
    now, made = START, list[Kept]()
    for sequence in range(1, draw(st.integers(1, 90)) + 1):
        step = draw(steps)
        late = now.year >= 9000
        now = step if isinstance(step, datetime) else START if late else now + step
        made.append(Kept(sequence, now, draw(st.integers(1, 100)), draw(st.integers(0, 9)) > 0))
    return made


def going(plan: rotation.Plan[Kept]) -> set[int]:
    return {copy.sequence for copy in (*plan.expired, *plan.thinned)}


def left(copies: list[Kept], limit: int = NO_LIMIT) -> list[Kept]:
    gone = going(rotation.plan(copies, limit))
    return [copy for copy in copies if copy.sequence not in gone]


@many
@given(histories())
def test_the_newest_copies_and_the_last_of_each_day_and_month_stay(history: list[Kept]) -> None:
    stay = {copy.sequence for copy in left(history)}
    verified = sorted((copy for copy in history if copy.verified), key=lambda copy: -copy.sequence)
    assert {copy.sequence for copy in verified[:10]} <= stay
    for form, places in (("%Y-%m-%d", 14), ("%Y-%m", 12)):
        labels = [copy.when.strftime(form) for copy in verified]
        newest = list(dict.fromkeys(labels))[:places]
        assert {verified[labels.index(label)].sequence for label in newest} <= stay
    assert len([copy for copy in verified if copy.sequence in stay]) <= 10 + 14 + 12


@many
@given(histories(), st.integers(0, 3000))
def test_the_three_newest_verified_copies_stay_and_the_rest_fits(history: list[Kept], limit: int) -> None:
    plan = rotation.plan(history, limit)
    stay = [copy for copy in history if copy.sequence not in going(plan)]
    newest = [copy for copy in history if copy.verified][-3:]
    assert set(newest) <= set(stay)
    assert sum(copy.size for copy in stay) <= limit or {copy for copy in stay if copy.verified} == set(newest)
    assert all(copy.verified for copy in (*plan.expired, *plan.thinned))
    assert [copy.sequence for copy in plan.thinned] == sorted(copy.sequence for copy in plan.thinned)
    kept = [copy.sequence for copy in stay if copy.verified]
    assert all(copy.sequence < sequence for copy in plan.thinned for sequence in kept)


@many
@given(histories())
def test_thinning_after_each_copy_leaves_what_thinning_once_would(history: list[Kept]) -> None:
    present: list[Kept] = []
    for copy in history:
        present = left([*present, copy])
    assert present == left(history)


@many
@given(histories(), st.data())
def test_the_newest_copies_do_not_depend_on_the_clock(history: list[Kept], data: st.DataObject) -> None:
    wrong = [Kept(copy.sequence, data.draw(st.datetimes()), copy.size, copy.verified) for copy in history]
    newest = {copy.sequence for copy in history if copy.verified and copy.sequence > len(history) - 10}
    assert newest <= {copy.sequence for copy in left(wrong)}


@many
@given(histories())
def test_nothing_older_goes_for_a_newer_copy_that_is_not_verified(history: list[Kept]) -> None:
    rotten = Kept(len(history) + 1, history[-1].when, verified=False)
    assert going(rotation.plan([*history, rotten], NO_LIMIT)) == going(rotation.plan(history, NO_LIMIT))


def test_an_evening_in_2099_costs_no_true_copy() -> None:
    work = [Kept(number, START + timedelta(hours=number)) for number in range(1, 21)]
    evening = [Kept(number, datetime(2099, 1, 1, 20, number)) for number in range(21, 31)]  # noqa: DTZ001
    after = [Kept(number, START + timedelta(hours=number)) for number in range(31, 41)]
    assert set(after) <= set(left([*work, *evening, *after]))


def test_two_years_of_daily_copies_leave_two_weeks_and_the_end_of_each_month() -> None:
    daily = [Kept(number, START + timedelta(days=number)) for number in range(730)]
    days = [copy.when.date().isoformat() for copy in left(daily)]
    assert days[-14:] == [(START + timedelta(days=number)).date().isoformat() for number in range(716, 730)]
    assert days[:-14] == [
        *("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"),
        *("2028-06-30", "2028-07-31", "2028-08-31", "2028-09-30", "2028-10-31"),
    ]
