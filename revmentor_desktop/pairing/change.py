# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One change of one answer, or of the minimum, that might give somebody a partner."""

from dataclasses import dataclass, replace
from enum import StrEnum

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Modality
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import Offer, TopicId, TopicLevel
from revmentor_desktop.pairing.situation import Situation


class ChangeKind(StrEnum):
    """What is changed, in the order in which it is preferred (domain rules, section 6)."""

    HOURS = "hours"
    MODALITY = "modality"
    PLACE = "place"
    TOPIC = "topic"
    MINIMUM = "minimum"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. What its ``kind`` does not need is ``None``.

    ``person_id`` is whose answers change (``None``: the minimum does). ``window`` are hours to add, ``minutes`` how many
    of them are new. ``modality`` is the new one: always mixed, which only adds a way to meet. ``capacity`` is the new
    number of places. ``topic_id`` is offered at level 2 from now on. ``minimum`` is the new least score, exact.
    """

    kind: ChangeKind
    person_id: PersonId | None = None
    window: Window | None = None
    minutes: int | None = None
    modality: Modality | None = None
    capacity: int | None = None
    topic_id: TopicId | None = None
    minimum: float | None = None


def with_change(situation: Situation, change: Change) -> Situation:
    """Return the situation with ``change`` made."""
    if change.minimum is not None:
        return replace(situation, edition=replace(situation.edition, minimum=change.minimum))
    if change.person_id is None:
        return situation
    answers = situation.enrolments[change.person_id]
    if change.window is not None:
        answers = replace(answers, windows=(*answers.windows, change.window))
    if change.modality is not None:
        answers = replace(answers, modality=change.modality)
    if change.capacity is not None:
        answers = replace(answers, capacity=change.capacity)
    if change.topic_id is not None:
        others = tuple(offer for offer in answers.offers if offer.topic_id != change.topic_id)
        answers = replace(answers, offers=(*others, Offer(change.topic_id, TopicLevel.MEDIUM)))
    return replace(situation, enrolments={**situation.enrolments, change.person_id: answers})
