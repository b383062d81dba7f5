# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The firm, the runs of its programme, and the settings that pairing and planning read."""

from dataclasses import astuple, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import NewType

from revmentor_desktop.domain.errors import DomainError

EditionId = NewType("EditionId", int)


class LegalBasis(StrEnum):
    """Ground on which the firm handles the answers (RGPD art. 6.1)."""

    LEGITIMATE_INTEREST = "legitimate_interest"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Firm:
    """The firm that runs the programme, as it signs and prints itself.

    The person of HR who signs is typed here, for the owner's right hand need not be enrolled.
    """

    name: str
    town: str = ""
    tax_number: str = ""
    address: str = ""
    privacy_contact: str = ""
    legal_basis: LegalBasis = LegalBasis.LEGITIMATE_INTEREST
    retention_months: int = 24
    hr_name: str = ""
    hr_position: str = ""
    hr_email: str = ""
    programme_name: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the six criteria; they renormalise to 100. All zero, or one below zero, is refused."""

    learn: float = 40.0
    give_back: float = 20.0
    hours: float = 15.0
    hierarchy: float = 10.0
    department: float = 10.0
    ease: float = 5.0

    def __post_init__(self) -> None:
        values = astuple(self)
        if any(not 0 <= value < float("inf") for value in values):
            raise DomainError("weights", "range")
        if sum(values) <= 0:
            raise DomainError("weights", "all_zero")

    def shares(self) -> dict[str, float]:
        """Return the weights by criterion, renormalised so that they add up to 100."""
        total = sum(astuple(self))
        return {field.name: 100.0 * getattr(self, field.name) / total for field in fields(self)}


@dataclass(frozen=True, slots=True)
class Edition:
    """One run of the programme.

    ``start`` and ``end`` are the first and last day of sessions, ``minutes`` the length of one, ``minimum`` the
    least score that the automatic completion accepts. Raises `DomainError` on impossible values.
    """

    id: EditionId
    name: str
    start: date
    end: date
    is_pilot: bool = True
    sessions: int = 10
    minutes: int = 60
    region: str = "MD"
    weights: Weights = Weights()
    minimum: float = 40.0
    per_pair_week: int = 1
    per_person_week: int = 2
    enrolment_closes: date | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise DomainError("name", "empty")
        if self.end <= self.start:
            raise DomainError("end", "ends_before_start", start=self.start, end=self.end)
        if (self.end - self.start).days > 3 * 366:
            raise DomainError("end", "too_far", start=self.start, end=self.end)
        for field, value, low, high in (
            ("sessions", self.sessions, 1, 40),
            ("minutes", self.minutes, 15, 240),
            ("minimum", self.minimum, 0, 100),
            ("per_pair_week", self.per_pair_week, 1, 7),
            ("per_person_week", self.per_person_week, 1, 14),
        ):
            if not low <= value <= high:
                raise DomainError(field, "range", low=low, high=high)
