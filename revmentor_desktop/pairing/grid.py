# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The people of an edition as arrays, so that all mentors are compared with all mentees at once.

NumPy is imported at first use: it must not cost anything when the program starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from revmentor_desktop.domain.availability import merged
from revmentor_desktop.domain.enrolments import Enrolment, Modality
from revmentor_desktop.domain.people import PersonId, folded
from revmentor_desktop.domain.topics import TopicId, TopicLevel
from revmentor_desktop.pairing.criteria import SAME_AREA
from revmentor_desktop.pairing.situation import Situation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.intp]
    Flags = NDArray[np.bool_]
    Minutes = NDArray[np.int16]

Value = TypeVar("Value")

_WEEKDAYS = 7
UNKNOWN = -1
"""Number of a department or level that nobody typed yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Some people, one row each. ``wants`` and ``matches`` have one column a topic, ``languages`` one a language.

    ``wants`` holds priorities, ``matches`` what the person's offers are worth for a topic (0…1). ``starts`` and
    ``ends`` are the merged windows in minutes of the day, weekday × place in the day × person.
    """

    ids: tuple[PersonId, ...]
    wants: Floats
    matches: Floats
    languages: Floats
    levels: Numbers
    departments: Numbers
    sites: Numbers
    in_person: Flags
    virtual: Flags
    starts: Minutes
    ends: Minutes


class Codes:
    """Numbers for the departments, sites, languages and topics that occur, one per different value."""

    def __init__(self, situation: Situation, ids: Iterable[PersonId]) -> None:
        people = [situation.people[person_id] for person_id in ids]
        enrolments = [enrolment for person in people if (enrolment := situation.enrolments.get(person.id))]
        self.situation = situation
        self.departments = _numbered(folded(person.department) for person in people)
        self.departments[""] = UNKNOWN
        self.sites = _numbered(person.site_id for person in people)
        self.languages = _numbered(folded(language) for person in people for language in person.languages)
        wanted = (want.topic_id for enrolment in enrolments for want in enrolment.wants)
        offered = (offer.topic_id for enrolment in enrolments for offer in enrolment.offers)
        self.topics = _numbered(chain(wanted, offered))
        self.areas = _numbered(self.area(topic_id) for topic_id in self.topics)

    def area(self, topic_id: TopicId) -> tuple[int | None, TopicId | None]:
        """Return what topics must share to be of the same area; a topic without area shares it with none."""
        topic = self.situation.topics.get(topic_id)
        return (None, topic_id) if topic is None or topic.area_id is None else (topic.area_id, None)


def _numbered(values: Iterable[Value]) -> dict[Value, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def sheet(codes: Codes, ids: Sequence[PersonId], changed: Situation | None = None) -> Sheet:
    """Return the rows of ``ids``, in their order.

    With ``changed``, their answers are taken from there; they may name no other topics than those of ``codes``.
    """
    import numpy as np

    situation = codes.situation if changed is None else changed
    people = [situation.people[person_id] for person_id in ids]
    enrolments = [situation.enrolments.get(person_id) for person_id in ids]
    modalities = [enrolment.modality if enrolment else None for enrolment in enrolments]
    starts, ends = _stretches(enrolments)
    return Sheet(
        ids=tuple(ids),
        wants=_wants(codes, enrolments),
        matches=_matches(codes, enrolments),
        languages=_marks(len(codes.languages), [[codes.languages[folded(name)] for name in person.languages] for person in people]),
        levels=np.array([person.level or UNKNOWN for person in people], dtype=np.intp),
        departments=np.array([codes.departments[folded(person.department)] for person in people], dtype=np.intp),
        sites=np.array([codes.sites[person.site_id] for person in people], dtype=np.intp),
        in_person=np.array([modality is Modality.IN_PERSON for modality in modalities], dtype=np.bool_),
        virtual=np.array([modality is Modality.VIRTUAL for modality in modalities], dtype=np.bool_),
        starts=starts,
        ends=ends,
    )


def _marks(width: int, columns: list[list[int]]) -> Floats:
    import numpy as np

    marks = np.zeros((len(columns), width))
    for row, marked in enumerate(columns):
        marks[row, marked] = 1.0
    return marks


def _wants(codes: Codes, enrolments: list[Enrolment | None]) -> Floats:
    import numpy as np

    wants = np.zeros((len(enrolments), len(codes.topics)))
    for row, enrolment in enumerate(enrolments):
        for want in enrolment.wants if enrolment else ():
            wants[row, codes.topics[want.topic_id]] += want.priority
    return wants


def _matches(codes: Codes, enrolments: list[Enrolment | None]) -> Floats:
    import numpy as np

    own = np.zeros((len(enrolments), len(codes.topics)))
    area_of = np.array([codes.areas[codes.area(topic_id)] for topic_id in codes.topics], dtype=np.intp)
    best = np.zeros((len(enrolments), len(codes.areas)))
    for row, enrolment in enumerate(enrolments):
        for offer in enrolment.offers if enrolment else ():
            column = codes.topics[offer.topic_id]
            own[row, column] = max(own[row, column], offer.level)
            best[row, area_of[column]] = max(best[row, area_of[column]], offer.level)
    near = SAME_AREA * best[:, area_of] if len(codes.topics) else own
    return np.where(own > 0, own, near) / TopicLevel.EXPERT


def _stretches(enrolments: list[Enrolment | None]) -> tuple[Minutes, Minutes]:
    """Return starts and ends of the merged windows, weekday × place in the day × person; an unused place is empty."""
    import numpy as np

    found: list[tuple[int, int, int, int, int]] = []
    for row, enrolment in enumerate(enrolments):
        used = [0] * _WEEKDAYS
        for window in merged(enrolment.windows) if enrolment else ():
            found.append((window.weekday, used[window.weekday], row, window.start, window.end))
            used[window.weekday] += 1
    starts = np.zeros((_WEEKDAYS, max((place + 1 for _, place, *_ in found), default=0), len(enrolments)), dtype=np.int16)
    ends = starts.copy()
    if found:
        weekday, place, row, start, end = np.array(found).T
        starts[weekday, place, row], ends[weekday, place, row] = start, end
    return starts, ends


def shared_stretches(mentors: Sheet, mentees: Sheet) -> tuple[Minutes, Minutes]:
    """Return the shared minutes a week and the longest single shared stretch, mentors × mentees.

    The windows are merged, so each overlap of two of them is a stretch of its own and none is counted twice.
    """
    import numpy as np

    total = np.zeros((len(mentors.ids), len(mentees.ids)), dtype=np.int16)
    longest = total.copy()
    for weekday in range(_WEEKDAYS):
        for start, end in zip(mentors.starts[weekday], mentors.ends[weekday], strict=True):
            for other_start, other_end in zip(mentees.starts[weekday], mentees.ends[weekday], strict=True):
                if end.any() and other_end.any():
                    overlap = np.minimum.outer(end, other_end) - np.maximum.outer(start, other_start)
                    overlap = np.maximum(overlap, 0)
                    total += overlap
                    longest = np.maximum(longest, overlap)
    return total, longest


def cannot_meet(mentors: Sheet, mentees: Sheet) -> Flags:
    """Return who can meet only in ways that exclude each other at different places, mentors × mentees."""
    opposite = (mentors.virtual[:, None] & mentees.in_person[None, :]) | (mentors.in_person[:, None] & mentees.virtual[None, :])
    return opposite & (mentors.sites[:, None] != mentees.sites[None, :])
