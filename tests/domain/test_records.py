# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What records refuse to be, and what follows from them."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.agreements import Agreement, AgreementId, number_for
from revmentor_desktop.domain.editions import Edition, EditionId, Weights
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Notice, Role, is_draft, missing
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog
from revmentor_desktop.domain.topics import Offer, TopicId, Want
from tests import factory

EDITION = Edition(EditionId(1), "Piloto", date(2027, 1, 18), date(2027, 7, 18))
weights = st.floats(0, 1000, allow_nan=False)


@given(st.lists(weights, min_size=6, max_size=6).filter(lambda values: sum(values) > 1e-6))
def test_weights_add_up_to_a_hundred_and_keep_their_proportions(values: list[float]) -> None:
    shares = Weights(*values).shares()
    assert sum(shares.values()) == pytest.approx(100)
    for value, share in zip(values, shares.values(), strict=True):
        assert share == pytest.approx(100 * value / sum(values))


@pytest.mark.parametrize("values", [(0, 0, 0, 0, 0, 0), (-1, 1, 1, 1, 1, 1), (float("nan"), 1, 1, 1, 1, 1), (float("inf"), 1, 1, 1, 1, 1)])
def test_weights_that_cannot_be_are_refused(values: tuple[float, ...]) -> None:
    with pytest.raises(DomainError) as refused:
        Weights(*values)
    assert refused.value.field == "weights"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("name", "  ", "empty"),
        ("end", date(2027, 1, 18), "ends_before_start"),
        ("end", date(2027, 1, 1), "ends_before_start"),
        ("end", date(2037, 1, 1), "too_far"),
        ("sessions", 0, "range"),
        ("minutes", 5, "range"),
        ("minimum", 101, "range"),
        ("per_person_week", 0, "range"),
    ],
)
def test_an_impossible_edition_is_refused_at_its_field(field: str, value: object, reason: str) -> None:
    with pytest.raises(DomainError) as refused:
        replace(EDITION, **{field: value})  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_only_hours_mode_and_places_can_be_forced_and_only_with_a_reason() -> None:
    assert [block for block in Block if block.forcible] == [Block.HOURS, Block.MODALITY, Block.CAPACITY]
    with pytest.raises(DomainError, match="not_forcible"):
        Forced((Block.BOSS,), "porque lo pide dirección")
    with pytest.raises(DomainError, match="too_short"):
        Forced((Block.HOURS,), "así 1234567890")


def test_a_pair_is_fixed_once_it_is_locked_or_asked_and_no_longer_when_it_is_over() -> None:
    pair = Pair(PairId(1), EditionId(1), PersonId(1), PersonId(2), locked=False)
    fixed = {state: replace(pair, state=state).fixed for state in PairState}
    assert [state for state, is_fixed in fixed.items() if is_fixed] == [
        PairState.CONSULTING,
        PairState.ACCEPTED,
        PairState.ACTIVE,
        PairState.PAUSED,
    ]
    assert replace(pair, locked=True).fixed
    with pytest.raises(DomainError, match="same_person"):
        Pair(PairId(1), EditionId(1), PersonId(1), PersonId(1))


def test_what_is_missing_depends_on_the_role() -> None:
    person = factory.person()
    empty = Enrolment(EnrolmentId(0), EditionId(1), PersonId(1))
    assert missing(person, empty) == ("role", "windows", "notice")
    for role, lacking in ((Role.MENTOR, {"offers"}), (Role.MENTEE, {"wants"}), (Role.EITHER, {"wants", "offers"})):
        assert set(missing(person, replace(empty, role=role))) == lacking | {"windows", "notice"}
    complete = replace(
        empty,
        role=Role.EITHER,
        wants=(Want(TopicId(1), 3),),
        offers=(Offer(TopicId(2), 1),),
        windows=factory.MORNING,
        notice=Notice(date(2027, 1, 11)),
    )
    assert not is_draft(person, complete)


@given(st.integers(2000, 2100), st.integers(1, 5000))
def test_every_number_that_is_given_is_one(year: int, running: int) -> None:
    number = number_for(year, running)
    assert Agreement(AgreementId(1), PairId(1), number, 1, date(year, 1, 1)).number == number


def test_a_session_ends_when_its_minutes_are_over() -> None:
    start = datetime(2027, 2, 1, 9, 0)  # noqa: DTZ001 — wall time
    session = Session(SessionId(1), PairId(1), 1, start, 90)
    assert session.end == start.replace(hour=10, minute=30)
    assert replace(session, start=None).end is None
    with pytest.raises(DomainError, match="range"):
        SessionLog(date(2027, 2, 1), 60, rating=6)


def test_records_cannot_be_changed() -> None:
    person = factory.person()
    with pytest.raises((FrozenInstanceError, AttributeError)):
        person.first_name = "Eva"  # type: ignore[misc]
    assert not hasattr(person, "__dict__")
    assert fields(person)
