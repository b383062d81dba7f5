# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What planning and moving are asked about: two people's time, the sessions wanted, and what stands already."""

from dataclasses import dataclass
from datetime import date, datetime

from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sites import Site, SiteId

DEFAULT_ZONE = "Europe/Madrid"
"""Clock of somebody without a site."""


@dataclass(frozen=True, slots=True)
class PersonTime:
    """When one person can meet. ``windows`` are in the wall time of ``site``.

    Without a site the person has the holidays of the edition's region and the clock of `DEFAULT_ZONE`.
    """

    person_id: PersonId
    windows: tuple[Window, ...]
    absences: tuple[Absence, ...] = ()
    site: Site | None = None

    @property
    def time_zone(self) -> str:
        """IANA name of the person's clock."""
        return self.site.time_zone if self.site is not None else DEFAULT_ZONE


@dataclass(frozen=True, slots=True)
class PairTask:
    """The sessions of one pair that need a date.

    ``first_day`` is the later of edition start, acceptance and today, ``last_day`` the edition's end, both included.
    ``numbers`` are the session numbers to place and ``minutes`` the length of each. ``rooms_site`` is where they
    meet if ``in_person``.
    """

    pair_id: PairId
    mentor: PersonTime
    mentee: PersonTime
    first_day: date
    last_day: date
    numbers: tuple[int, ...]
    minutes: int
    in_person: bool = False
    rooms_site: SiteId | None = None

    @property
    def people(self) -> tuple[PersonTime, PersonTime]:
        """Mentor and mentee, in this order."""
        return (self.mentor, self.mentee)

    @property
    def person_ids(self) -> tuple[PersonId, PersonId]:
        """Ids of mentor and mentee, in this order."""
        return (self.mentor.person_id, self.mentee.person_id)

    @property
    def time_zone(self) -> str:
        """The clock of the pair's sessions: that of the mentor's site."""
        return self.mentor.time_zone

    @property
    def room_of(self) -> SiteId | None:
        """The site where a session of the pair takes a room, or ``None``."""
        return self.rooms_site if self.in_person else None


@dataclass(frozen=True, slots=True)
class Busy:
    """A session that stands, planned or held: nothing may overlap it, and it counts for the weekly limits.

    ``start`` is in the wall time of ``time_zone`` (its mentor's site); ``None`` means the clock of the same pair's task
    where there is one, else `DEFAULT_ZONE`. ``site_id`` is given only if the session takes a room there.
    """

    person_ids: tuple[PersonId, ...]
    start: datetime
    minutes: int
    site_id: SiteId | None = None
    pair_id: PairId | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Most sessions of a pair, and of a person over all pairs, in one ISO week."""

    per_pair_week: int = 1
    per_person_week: int = 2
