# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A person's answers to the intake form in one edition, and what is still missing of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import Person, PersonId
from revmentor_desktop.domain.topics import Offer, Want

EnrolmentId = NewType("EnrolmentId", int)

CAPACITY_LIMIT = 3
"""Pairs that one person may have as mentor at once."""


class Role(StrEnum):
    """As what somebody takes part."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    EITHER = "either"

    @property
    def teaches(self) -> bool:
        """Whether the person may be a mentor."""
        return self is not Role.MENTEE

    @property
    def learns(self) -> bool:
        """Whether the person may be a mentee."""
        return self is not Role.MENTOR


class Modality(StrEnum):
    """How somebody can meet."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    MIXED = "mixed"


class NoticeWay(StrEnum):
    """How the data protection notice was given."""

    PAPER = "paper"
    SCREEN = "screen"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Notice:
    """The data protection notice as it was given: day and way."""

    day: date
    way: NoticeWay = NoticeWay.PAPER


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The answers of one person in one edition. It is a draft while `missing` names something."""

    id: EnrolmentId
    edition_id: EditionId
    person_id: PersonId
    role: Role | None = None
    motivation: str = ""
    expectation: str = ""
    wants: tuple[Want, ...] = ()
    offers: tuple[Offer, ...] = ()
    windows: tuple[Window, ...] = ()
    absences: tuple[Absence, ...] = ()
    modality: Modality = Modality.MIXED
    capacity: int = 1
    private_notes: str = ""
    notice: Notice | None = None
    withdrawn_on: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.capacity <= CAPACITY_LIMIT:
            raise DomainError("capacity", "range", low=1, high=CAPACITY_LIMIT)


def missing(person: Person, enrolment: Enrolment) -> tuple[str, ...]:
    """Return the required answers that are not there yet, as field names in the order of the form.

    Fields: first_name last_name email department position level role wants offers windows notice.
    """
    role = enrolment.role
    wanted = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email or not person.uses_email,
        "department": person.department,
        "position": person.position,
        "level": person.level,
        "role": role,
        "wants": enrolment.wants or role is None or not role.learns,
        "offers": enrolment.offers or role is None or not role.teaches,
        "windows": enrolment.windows,
        "notice": enrolment.notice,
    }
    return tuple(field for field, answer in wanted.items() if not answer)


def is_draft(person: Person, enrolment: Enrolment) -> bool:
    """Whether the enrolment lacks a required answer, so that the person is never paired."""
    return bool(missing(person, enrolment))
