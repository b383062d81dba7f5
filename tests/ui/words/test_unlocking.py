# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The one change that would give somebody a pair, as sentences that HR reads. English, for the catalogue is another matter."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from revmentor_desktop import i18n
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Modality
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.change import Change, ChangeKind
from revmentor_desktop.pairing.explain import Lonely
from revmentor_desktop.pairing.unlock import Outcome, Unlock
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.words import unlocking
from tests import factory


@pytest.fixture
def snapshot(tmp_path: Path) -> Iterator[Snapshot]:
    workspace = factory.new_file(tmp_path)
    factory.two_people(workspace)
    i18n.use("en")
    yield workspace.snapshot()
    workspace.close()


def ids(snapshot: Snapshot) -> tuple[PersonId, PersonId]:
    """Lucía, who teaches, and Gonzalo."""
    by_name = {person.first_name: person.id for person in snapshot.people.values()}
    return by_name["Lucía"], by_name["Gonzalo"]


def sentence(snapshot: Snapshot, change: Change) -> str | None:
    lucia, gonzalo = ids(snapshot)
    return unlocking.unlock(Unlock(gonzalo, Outcome.CHANGE, change, lucia, as_mentor=True, score=60.2), snapshot)


def test_hours_say_whose_when_and_with_whom(snapshot: Snapshot) -> None:
    lucia, gonzalo = ids(snapshot)
    own = Change(ChangeKind.HOURS, gonzalo, window=Window(0, 420, 480), minutes=60)
    told = "With one hour more, on Monday from 07:00 to 08:00, Gonzalo could be paired with Lucía Serrano: 60 of 100."
    assert sentence(snapshot, own) == told
    told = "If Lucía Serrano could also on Monday from 07:00 to 08:00, Gonzalo could be paired with Lucía Serrano: 60 of 100."
    assert sentence(snapshot, replace(own, person_id=lucia)) == told


@pytest.mark.parametrize(
    ("minutes", "words"), [(30, "half an hour"), (60, "one hour"), (120, "2 hours"), (90, "90 minutes"), (1, "1 minute")]
)
def test_lengths_are_said_as_people_say_them(minutes: int, words: str) -> None:
    i18n.use("en")
    assert unlocking.duration(minutes) == words


def test_every_other_change_begins_the_sentence(snapshot: Snapshot) -> None:
    lucia, gonzalo = ids(snapshot)
    topic = next(topic for topic in snapshot.topics.values() if topic.name == "Negociación")
    in_person = replace(snapshot.enrolments[lucia], modality=Modality.IN_PERSON)
    here = replace(snapshot, enrolments={**snapshot.enrolments, lucia: in_person})
    beginnings = {
        Change(ChangeKind.MODALITY, lucia, modality=Modality.MIXED): "If Lucía Serrano could meet by video too, Gonzalo",
        Change(ChangeKind.MODALITY, gonzalo, modality=Modality.MIXED): "Meeting in person too, Gonzalo",
        Change(ChangeKind.PLACE, lucia, capacity=2): "If Lucía Serrano had 2 places, Gonzalo",
        Change(ChangeKind.TOPIC, lucia, topic_id=topic.id): "If Lucía Serrano offered «Negociación» at medium level, Gonzalo",
        Change(ChangeKind.TOPIC, gonzalo, topic_id=topic.id): "Offering «Negociación» at medium level, Gonzalo",
        Change(ChangeKind.MINIMUM, minimum=38.759): "With a minimum of 38.75 instead of 40, Gonzalo",
    }
    for change, beginning in beginnings.items():
        assert (sentence(here, change) or "").startswith(beginning)
        assert unlocking.spot(change, here)


def test_without_a_change_only_what_the_reason_does_not_say_is_said(snapshot: Snapshot) -> None:
    gonzalo = ids(snapshot)[1]
    assert unlocking.unlock(Unlock(gonzalo, Outcome.NONE), snapshot) == "No single change would give Gonzalo a pair."
    assert unlocking.unlock(Unlock(gonzalo, Outcome.SURPLUS), snapshot) is None


def test_one_thing_alone_in_the_way_names_the_people(snapshot: Snapshot) -> None:
    lucia, gonzalo = ids(snapshot)
    nothing = {"blocks": {}, "people": {}, "over": 1, "tried": (lucia,)}
    tried = unlocking.reason(Lonely(gonzalo, "all_blocked", nothing), snapshot)
    assert tried == "Everybody who could be paired with Gonzalo was tried already in this edition: Lucía Serrano."
    apart = {"blocks": {Block.MODALITY: 5}, "people": {Block.MODALITY: (lucia,) * 5}, "over": 0, "tried": ()}
    assert unlocking.reason(Lonely(gonzalo, "all_blocked", apart), snapshot).endswith("Lucía Serrano and 2 more.")
    mixed = {**apart, "blocks": {Block.MODALITY: 1, Block.BOSS: 1}, "people": {Block.MODALITY: (lucia,), Block.BOSS: (lucia,)}}
    assert unlocking.reason(Lonely(gonzalo, "all_blocked", mixed), snapshot).startswith("Nobody can be paired with Gonzalo")
    assert unlocking.reason(Lonely(gonzalo, "withdrawn"), snapshot) == "Gonzalo has left this edition."


def test_a_card_has_room_for_a_few_words_and_only_where_something_is_wrong(snapshot: Snapshot) -> None:
    gonzalo = ids(snapshot)[1]
    told = {code: unlocking.short(Lonely(gonzalo, code)) for code in ("no_shared_hours", "mentors_taken", "surplus_mentor")}
    assert told == {
        "no_shared_hours": "Shares hours with nobody",
        "mentors_taken": "Those who fit have a pair",
        "surplus_mentor": "More people teach than places",
    }
    assert unlocking.short(Lonely(gonzalo, "not_paired_yet")) == ""


def test_whom_the_completion_would_pair_is_told_with_whom(snapshot: Snapshot) -> None:
    lucia, gonzalo = ids(snapshot)
    found = Unlock(gonzalo, Outcome.PAIRABLE, partner_id=lucia, as_mentor=True, score=60.2)
    told = "Completed automatically, Gonzalo would be paired with Lucía Serrano: 60 of 100."
    assert unlocking.unlock(found, snapshot) == told
