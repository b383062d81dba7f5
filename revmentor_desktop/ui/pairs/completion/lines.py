# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The lines of a card, in words: what goes, the new pairs, what stays, what no longer holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.pairs import Lonely
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.completion.offers import Couple, Offer, Part, Shown
from revmentor_desktop.ui.words import unlocking

NAMED = 6
"""As many people the sentence of who is left without names; beyond it the list does."""


class LineKind(StrEnum):
    """What a line of a card is."""

    HEADING = "heading"
    PAIR = "pair"
    GONE = "gone"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card: ``text`` is a name, ``reason`` the sentence below it; ``differs`` tints it. ``told`` is how it is read aloud."""

    kind: LineKind
    text: str
    reason: str = ""
    initials: tuple[str, ...] = ()
    roles: tuple[Role | None, ...] = ()
    score: float | None = None
    differs: bool = False
    told: str = ""
    warns: bool = False

    @property
    def sentence(self) -> str:
        """The line, as it is read to who cannot see it."""
        parts = [self.told or self.text, self.reason]
        if self.score is not None:
            parts.append(_("{n} of 100").format(n=formats.number(self.score, current())))
        if self.differs:
            parts.append(_("not in every proposal"))
        return ", ".join(part.rstrip(".") for part in parts if part)


def lines_of(snapshot: Snapshot, offer: Offer, differs: frozenset[Couple]) -> tuple[Line, ...]:
    """Return what a card lists: first what goes and what no longer holds, then the new pairs and those that stay; many names last."""
    lines: list[Line] = []
    for part in (Part.GOES, Part.FAILS, Part.NEW, Part.STAYS, Part.FORMED):
        shown = offer.of(part)
        if shown or (part is Part.NEW and not offer.shown):
            lines.append(Line(LineKind.HEADING, heading(part, len(shown))))
            lines += [_pair_line(snapshot, one, one.couple in differs and part in (Part.NEW, Part.STAYS)) for one in shown]
    if len(offer.left_out) > NAMED:
        lines.append(Line(LineKind.HEADING, _("Without pair")))
        lines += [_person_line(snapshot, person_id) for person_id in offer.left_out]
    return tuple(lines)


def heading(part: Part, number: int) -> str:
    """Return the heading of the pairs of which that becomes."""
    words = {
        Part.GOES: plural("{n} proposal that would go", "{n} proposals that would go", number),
        Part.NEW: plural("{n} new pair", "{n} new pairs", number),
        Part.STAYS: plural("{n} proposal that stays", "{n} proposals that stay", number),
        Part.FORMED: plural("{n} pair that is formed already", "{n} pairs that are formed already", number),
        Part.FAILS: plural("{n} pair that no longer holds", "{n} pairs that no longer hold", number),
    }
    return words[part].format(n=number)


def alone_lines(snapshot: Snapshot, lonely: Sequence[Lonely], order: Sequence[PersonId]) -> tuple[Line, ...]:
    """Return everybody without a pair with the reason, in ``order``; nobody who withdrew."""
    place = {person_id: number for number, person_id in enumerate(order)}
    left = [reason for reason in lonely if reason.code != "withdrawn"]
    left.sort(key=lambda reason: place.get(reason.person_id, len(place)))
    return tuple(_alone_line(snapshot, reason) for reason in left)


def left_out_sentence(snapshot: Snapshot, offer: Offer) -> str:
    """Return who would like to learn and gets nobody: «Sin pareja: Fermín, Óscar y Noelia.»."""
    names = first_names(snapshot, offer.left_out)
    if not names:
        return _("Nobody who wants to learn is left without a pair.")
    if len(names) > NAMED:
        more = len(names) - NAMED + 1
        return _("Without pair: {names} and {n} more.").format(names=", ".join(names[: NAMED - 1]), n=more)
    return _("Without pair: {names}.").format(names=formats.joined(names, current()))


def joined_sentence(snapshot: Snapshot, offer: Offer) -> str:
    """Return who takes part only in this one of the proposals, empty when nobody does."""
    names = first_names(snapshot, offer.joined)
    if not names:
        return ""
    if len(names) > NAMED:
        return plural("{n} person more takes part.", "{n} people more take part.", len(names)).format(n=len(names))
    return plural("{names} takes part too.", "{names} take part too.", len(names)).format(names=formats.joined(names, current()))


def idle_sentence(offer: Offer) -> str:
    """Return how many teach and stay free, empty when nobody does."""
    number = len(offer.idle)
    return plural("{n} person who teaches stays free.", "{n} people who teach stay free.", number).format(n=number) if number else ""


def first_names(snapshot: Snapshot, ids: Sequence[PersonId]) -> list[str]:
    """Return the first names, whole short names where two people share one."""
    given = [person.first_name for person in snapshot.people.values()]
    people = [snapshot.people[person_id] for person_id in ids]
    return [person.first_name if given.count(person.first_name) == 1 else person.short_name for person in people]


def pair_names(snapshot: Snapshot, couple: Couple) -> str:
    """Return «Lucía y Gonzalo»."""
    return formats.joined(first_names(snapshot, couple), current())


def _pair_line(snapshot: Snapshot, shown: Shown, differs: bool) -> Line:
    two = [snapshot.people[person_id] for person_id in shown.couple]
    enrolments = [snapshot.enrolments.get(person.id) for person in two]
    roles = tuple(enrolment.role if enrolment is not None else None for enrolment in enrolments)
    gone = shown.part in (Part.GOES, Part.FAILS)
    told = _("{mentor} teaches {name}").format(mentor=two[0].short_name, name=two[1].short_name)
    return Line(
        kind=LineKind.GONE if gone else LineKind.PAIR,
        text=pair_names(snapshot, shown.couple),
        reason=shown.why or _then(shown),
        initials=tuple(person.initials for person in two),
        roles=roles,
        score=shown.score,
        differs=differs,
        told=told,
        warns=shown.part is Part.FAILS,
    )


def _then(shown: Shown) -> str:
    if shown.then is None or shown.score is None or round(shown.then) == round(shown.score):
        return ""
    return _("That day {n}").format(n=formats.number(shown.then, current()))


def _person_line(snapshot: Snapshot, person_id: PersonId) -> Line:
    person = snapshot.people[person_id]
    return Line(LineKind.ALONE, person.short_name, "", (person.initials,), (snapshot.enrolments[person_id].role,))


def _alone_line(snapshot: Snapshot, reason: Lonely) -> Line:
    person, role = snapshot.people[reason.person_id], snapshot.enrolments[reason.person_id].role
    return Line(LineKind.ALONE, person.short_name, unlocking.reason(reason, snapshot), (person.initials,), (role,))
