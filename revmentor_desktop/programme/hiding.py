# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The programme without anybody's name, to be shown to others: «Persona 07» for everybody, and no word that somebody wrote.

Ids, topics, departments, hours, states and numbers stay, so that everything is judged as before and what is done by id does the same.
A hidden snapshot is for looking at: nothing of it may be written to the file or printed.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType

from typing_extensions import override

from revmentor_desktop.domain.editions import Firm
from revmentor_desktop.domain.enrolments import Enrolment
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.people import Person
from revmentor_desktop.programme.snapshot import Snapshot

BLANK = "–"
"""Stands for an answer that was given and is not shown; an answer that lacks stays empty."""


@dataclass(frozen=True, slots=True)
class Masks:
    """The words that stand for what is hidden: ``person`` and ``proposal`` have a place for ``{number}``, ``anybody`` is who may be

    one of several, ``reason`` why a pair was forced (at least ten letters, as every such reason).
    """

    person: str
    proposal: str
    anybody: str
    reason: str


class Pseudonym(Person):
    """A person under another name: the number that stands for them is their surname and their initials."""

    __slots__ = ()

    @property
    @override
    def full_name(self) -> str:
        """«Persona 07»."""
        return self.first_name

    @property
    @override
    def short_name(self) -> str:
        """«Persona 07»."""
        return self.first_name

    @property
    @override
    def initials(self) -> str:
        """«07»."""
        return self.last_name or self.first_name[-2:]


def hidden(snapshot: Snapshot, masks: Masks) -> Snapshot:
    """Return the same programme with everybody under a pseudonym, which is the same as long as the file is, and without free texts."""
    digits = max(2, len(str(max(snapshot.people, default=0))))
    return replace(
        snapshot,
        firm=_firm(snapshot.firm),
        people=MappingProxyType({person_id: _person(person, digits, masks) for person_id, person in snapshot.people.items()}),
        enrolments=MappingProxyType({person_id: _enrolment(one) for person_id, one in snapshot.enrolments.items()}),
        exclusions=tuple(replace(one, reason="") for one in snapshot.exclusions),
        pairs=tuple(_pair(pair, masks) for pair in snapshot.pairs),
        agreements=tuple(replace(one, pdf=b"") for one in snapshot.agreements),
        scenarios=tuple(replace(one, name=masks.proposal.format(number=number)) for number, one in enumerate(snapshot.scenarios, 1)),
        hidden=True,
    )


def without_names(text: str, snapshot: Snapshot, masks: Masks) -> str:
    """Return a sentence about ``snapshot``, which is not hidden, with each name, surname and address in it replaced by its pseudonym.

    For sentences that come from elsewhere than a hidden snapshot. What several people are called becomes ``masks.anybody``.
    """
    masked = hidden(snapshot, masks).people
    told: dict[str, str] = {}
    called = Counter(word for person in snapshot.people.values() for word in _words(person))
    for person_id, person in snapshot.people.items():
        for word in _words(person):
            told[word.casefold()] = masked[person_id].full_name if called[word] == 1 else masks.anybody
    for word in (snapshot.firm.hr_name, snapshot.firm.hr_email):
        if word.strip():
            told.setdefault(word.strip().casefold(), BLANK)
    if not told:
        return text
    longest_first = sorted(told, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in longest_first)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: told.get(found[0].casefold(), BLANK), text, flags=re.IGNORECASE)


def _words(person: Person) -> frozenset[str]:
    """Return everything that somebody may be called in a sentence."""
    wholes = (person.full_name, person.short_name, person.first_name, person.last_name, person.email or "")
    return frozenset(word.strip() for word in wholes if word.strip())


def _person(person: Person, digits: int, masks: Masks) -> Pseudonym:
    number = str(person.id).zfill(digits)
    return Pseudonym(
        id=person.id,
        code=int(person.id),
        first_name=masks.person.format(number=number) if person.first_name else "",
        last_name=number if person.last_name else "",
        # Whoever has an address has no need of one; whose address lacks is still a draft.
        email=None,
        uses_email=person.uses_email and person.email is None,
        department=person.department,
        position=BLANK if person.position else "",
        level=person.level,
        boss_id=person.boss_id,
        site_id=person.site_id,
        languages=person.languages,
        band=person.band,
    )


def _enrolment(enrolment: Enrolment) -> Enrolment:
    return replace(enrolment, motivation="", expectation="", private_notes="")


def _pair(pair: Pair, masks: Masks) -> Pair:
    forced = replace(pair.forced, reason=masks.reason) if pair.forced is not None else None
    return replace(pair, forced=forced, mentor_goal="", mentee_goal="")


def _firm(firm: Firm) -> Firm:
    given = {name: BLANK for name in ("hr_name", "hr_position", "hr_email", "privacy_contact") if getattr(firm, name).strip()}
    return replace(firm, **given)
