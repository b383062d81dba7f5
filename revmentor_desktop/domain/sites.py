# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where people work: a site's holidays, clock, summer hours and rooms; the firm's closures."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from revmentor_desktop.domain.errors import DomainError

SiteId = NewType("SiteId", int)
ClosureId = NewType("ClosureId", int)

REGIONS = ("AN", "AR", "AS", "CB", "CE", "CL", "CM", "CN", "CT", "EX", "GA", "IB", "MC", "MD", "ML", "NC", "PV", "RI", "VC")
"""Codes of the autonomous communities and cities (ISO 3166-2:ES), as the holiday tables name them."""


@dataclass(frozen=True, slots=True, order=True)
class LocalDay:
    """A holiday of one town, typed by the firm: a date and what it is called."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class SummerHours:
    """A stretch of the year in which a site works only until ``until`` (minutes from midnight)."""

    start: date
    end: date
    until: int

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise DomainError("summer_hours", "ends_before_start")


@dataclass(frozen=True, slots=True)
class Site:
    """A place of work. ``region`` is one of `REGIONS`, ``time_zone`` an IANA name, ``rooms`` the limit of
    in-person sessions at the same time (``None``: no limit).
    """

    id: SiteId
    name: str
    region: str
    time_zone: str = "Europe/Madrid"
    local_days: tuple[LocalDay, ...] = ()
    summer_hours: SummerHours | None = None
    rooms: int | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which the whole firm has no sessions, both ends included."""

    id: ClosureId
    start: date
    end: date
    name: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise DomainError("end", "ends_before_start", start=self.start, end=self.end)

    def covers(self, day: date) -> bool:
        """Whether ``day`` is inside the closure."""
        return self.start <= day <= self.end
