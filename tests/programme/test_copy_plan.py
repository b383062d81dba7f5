# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""When a copy is made by itself, and when the person hears that there is none, whatever the clock says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.programme.copy_plan import (
    DAYS_OUTSIDE,
    DAYS_WITHOUT,
    MANY_CHANGES,
    RETRY,
    STRETCH,
    Copying,
    Occasion,
    Standing,
    copied,
    failed,
    is_due,
    outside_is_due,
    standing,
)

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31))  # noqa: DTZ001 (wall time)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
COPYINGS = st.builds(
    Copying,
    last=st.none() | MOMENTS,
    tried=st.none() | MOMENTS,
    changes=st.integers(0, 60),
    failing_since=st.none() | MOMENTS,
    why=st.sampled_from(["", "full", "io"]),
)
SOUND = COPYINGS.map(lambda copying: replace(copying, failing_since=None, why=""))


@given(now=MOMENTS, copying=COPYINGS)
def test_at_opening_the_store_decides(now: datetime, copying: Copying) -> None:
    assert is_due(Occasion.OPENED, now, copying)


@given(now=MOMENTS, copying=SOUND)
def test_nothing_is_copied_twice_while_nothing_changes(now: datetime, copying: Copying) -> None:
    still = replace(copying, last=now, changes=0)
    assert not any(is_due(occasion, now, still) for occasion in (Occasion.WORKING, Occasion.RISK, Occasion.CLOSING))


@given(now=MOMENTS, wait=st.timedeltas(timedelta(0), timedelta(hours=3)), changes=st.integers(1, 60))
def test_work_with_a_change_is_copied_every_half_hour(now: datetime, wait: timedelta, changes: int) -> None:
    copying = Copying(last=now, tried=now, changes=changes)
    assert is_due(Occasion.WORKING, now + wait, copying) is (wait >= STRETCH)


@given(now=MOMENTS, copying=SOUND, back=st.timedeltas(timedelta(seconds=1), timedelta(days=4000)))
def test_a_clock_set_back_does_not_put_a_copy_off(now: datetime, copying: Copying, back: timedelta) -> None:
    assert is_due(Occasion.WORKING, now, replace(copying, tried=now + back, changes=1))


@given(now=MOMENTS, copying=COPYINGS, changes=st.integers(1, 60))
def test_before_a_risk_every_change_is_copied(now: datetime, copying: Copying, changes: int) -> None:
    assert is_due(Occasion.RISK, now, replace(copying, changes=changes))


@given(now=MOMENTS, copying=SOUND)
def test_at_closing_only_many_changes_are_copied(now: datetime, copying: Copying) -> None:
    assert is_due(Occasion.CLOSING, now, copying) is (copying.changes > MANY_CHANGES)


@given(now=MOMENTS, copying=COPYINGS, wait=st.timedeltas(timedelta(0), timedelta(hours=1)))
def test_what_failed_is_tried_again_soon_even_without_a_change(now: datetime, copying: Copying, wait: timedelta) -> None:
    assert is_due(Occasion.WORKING, now + wait, failed(replace(copying, changes=0), now, "full")) is (wait >= RETRY)


@given(now=MOMENTS, copying=COPYINGS, newest=MOMENTS)
def test_after_a_copy_all_is_well(now: datetime, copying: Copying, newest: datetime) -> None:
    after = copied(copying, now, newest)
    assert (after.last, after.changes, after.why, standing(after, now)) == (newest, 0, "", Standing.GOOD)


@given(now=MOMENTS, copying=COPYINGS, tries=st.lists(st.timedeltas(timedelta(0), timedelta(days=3)), max_size=8))
def test_failures_in_a_row_count_from_the_first(now: datetime, copying: Copying, tries: list[timedelta]) -> None:
    moment, failing = now, failed(replace(copying, failing_since=None), now, "full")
    for wait in tries:
        moment += wait
        failing = failed(failing, moment, "io")
    assert (failing.failing_since, failing.tried) == (now, moment)


@given(now=MOMENTS, last=st.none() | MOMENTS, since=MOMENTS)
def test_a_week_without_a_copy_is_red(now: datetime, last: datetime | None, since: datetime) -> None:
    days = max((now - moment).days for moment in (last, since) if moment is not None)
    found = standing(Copying(last=last, failing_since=since, why="full"), now)
    assert found is (Standing.LATE if days >= DAYS_WITHOUT else Standing.FAILED)


def test_without_a_copy_or_a_failure_there_is_nothing_to_say() -> None:
    assert standing(Copying(), datetime(2027, 1, 12)) is Standing.NONE  # noqa: DTZ001 (wall time)


@given(since=st.none() | DAYS, last=st.none() | DAYS, today=DAYS)
def test_a_copy_outside_is_due_after_two_weeks_and_never_for_an_empty_file(since: date | None, last: date | None, today: date) -> None:
    found = outside_is_due(since, last, today)
    if since is None:
        assert not found
    elif last is not None and last > today:
        assert found
    else:
        assert found is ((today - (last or since)).days > DAYS_OUTSIDE)
