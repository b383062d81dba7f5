# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""People of the firm, who they answer to, and who must not be paired with whom."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.sites import SiteId

PersonId = NewType("PersonId", int)
ExclusionId = NewType("ExclusionId", int)

NAME_LIMIT = 120
"""Letters of a first name, surname, post or department."""
TEXT_LIMIT = 4000
"""Letters of any free text."""

_EMAIL = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\".]+(\.[^@\s,;<>()\".]+)+")


class Level(IntEnum):
    """Level in the hierarchy, from the base (1) to the board (5)."""

    JUNIOR = 1
    SPECIALIST = 2
    LEAD = 3
    MANAGER = 4
    DIRECTOR = 5


class GenerationBand(StrEnum):
    """Age band, optional, only for aggregate figures."""

    UP_TO_28 = "up_to_28"
    FROM_29 = "29_to_43"
    FROM_44 = "44_to_59"
    FROM_60 = "60_or_more"


@dataclass(frozen=True, slots=True)
class Person:
    """An employee; lives across editions.

    ``code`` is a short number of the firm's own, shown as ``#12`` for somebody without e-mail.
    ``email`` is ``None`` when it is not known yet, or when ``uses_email`` is false. ``level`` and
    ``department`` may be missing while the enrolment is a draft.
    """

    id: PersonId
    code: int
    first_name: str
    last_name: str
    email: str | None = None
    uses_email: bool = True
    department: str = ""
    position: str = ""
    level: Level | None = None
    boss_id: PersonId | None = None
    site_id: SiteId | None = None
    languages: tuple[str, ...] = ()
    band: GenerationBand | None = None

    @property
    def full_name(self) -> str:
        """First name and all surnames."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def short_name(self) -> str:
        """First name and first surname, particles kept («Youssef El Amrani», «Ana de la Torre»)."""
        words = self.last_name.split()
        kept: list[str] = []
        for word in words:
            kept.append(word)
            if word.lower() not in {"de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "van", "von", "ben", "al"}:
                break
        return " ".join([self.first_name, *kept]).strip()

    @property
    def initials(self) -> str:
        """One letter of the first name and one of the first surname."""
        return (self.first_name[:1] + self.last_name[:1]).upper()

    @property
    def handle(self) -> str:
        """How the command line names the person: e-mail, or ``#code`` without one."""
        return self.email or f"#{self.code}"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Two people who must not be paired. Secret and absolute; the reason is optional and private to HR."""

    id: ExclusionId
    by_id: PersonId
    other_id: PersonId
    reason: str = ""


def folded(text: str) -> str:
    """Return ``text`` for comparing: no accents (ñ kept apart from n), one case, single spaces."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", text.replace("ñ", "\0").replace("Ñ", "\0")) if not unicodedata.combining(letter)
    )
    return " ".join(plain.replace("\0", "ñ").casefold().split())


def checked_email(text: str) -> str:
    """Return the address in its stored form, or raise `DomainError` with what is wrong with it.

    Reasons: ``no_at``, ``no_ending``, ``malformed``.
    """
    address = unicodedata.normalize("NFC", text).strip()
    if "@" not in address:
        raise DomainError("email", "no_at", email=address)
    if "." not in address.rpartition("@")[2].strip("."):
        raise DomainError("email", "no_ending", email=address)
    if not _EMAIL.fullmatch(address) or len(address) > 254:
        raise DomainError("email", "malformed", email=address)
    return address.lower()


def checked_name(field: str, text: str) -> str:
    """Return a name trimmed and normalised, or raise `DomainError` (``empty``, ``too_long``, ``control``)."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise DomainError(field, "empty")
    return checked_text(field, name, NAME_LIMIT)


def checked_text(field: str, text: str, limit: int = TEXT_LIMIT) -> str:
    """Return free text normalised, or raise `DomainError` when it is too long or holds control characters."""
    value = unicodedata.normalize("NFC", text).strip()
    if len(value) > limit:
        raise DomainError(field, "too_long", limit=limit)
    if any(unicodedata.category(letter) == "Cc" and letter not in "\n\t" for letter in value):
        raise DomainError(field, "control")
    return value


def chain_of(person_id: PersonId, bosses: Mapping[PersonId, PersonId | None]) -> tuple[PersonId, ...]:
    """Return the bosses above somebody, nearest first; stops where a cycle would begin."""
    chain: list[PersonId] = []
    seen = {person_id}
    current = bosses.get(person_id)
    while current is not None and current not in seen:
        chain.append(current)
        seen.add(current)
        current = bosses.get(current)
    return tuple(chain)


def makes_cycle(person_id: PersonId, boss_id: PersonId, bosses: Mapping[PersonId, PersonId | None]) -> bool:
    """Whether ``boss_id`` as boss of ``person_id`` would close a circle."""
    return boss_id == person_id or person_id in chain_of(boss_id, bosses)
