# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Why somebody has no pair, and the one change that would mend it, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import floor
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Modality
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.ui.words import pairing

if TYPE_CHECKING:
    from revmentor_desktop.programme.pairs import Change, Lonely, Unlock
    from revmentor_desktop.programme.snapshot import Snapshot

_NAMED = 4
"""As many people a sentence names."""


def reason(why: Lonely, snapshot: Snapshot) -> str:
    """Why somebody has no pair, with whom it fails where one thing alone stands in the way."""
    if why.code != "all_blocked":
        return pairing.lonely(why, snapshot)
    people = cast("Mapping[Block, Sequence[PersonId]]", why.data["people"])
    tried = cast("Sequence[PersonId]", why.data["tried"])
    name = snapshot.people[why.person_id].first_name
    if tried and not people:
        return _("Everybody who could be paired with {name} was tried already in this edition: {people}.").format(
            name=name, people=_people(tried, snapshot)
        )
    if not tried and [*people] == [Block.MODALITY]:
        return _(
            "{name} and those who share their hours can't meet: one only by video, the other only in person. They are {people}."
        ).format(name=name, people=_people(people[Block.MODALITY], snapshot))
    return pairing.lonely(why, snapshot)


def without_exclusions(why: Lonely) -> Lonely:
    """Return a reason in which no incompatibility is counted, for words that leave the window."""
    if why.code != "all_blocked":
        return why
    kept = {
        name: {block: value for block, value in cast("Mapping[Block, object]", why.data[name]).items() if block is not Block.EXCLUSION}
        for name in ("blocks", "people")
    }
    return replace(why, data=MappingProxyType({**why.data, **kept}))


def short(why: Lonely) -> str:
    """Why somebody has no pair, in a few words for a card; empty for who could have one at once or is told elsewhere."""
    names = {
        "no_shared_hours": _("Shares hours with nobody"),
        "no_candidates_teach": _("Nobody teaches what they ask for"),
        "only_boss": _("Shares hours only with their boss or report"),
        "all_blocked": _("Nobody can be their partner"),
        "below_minimum": _("Nobody reaches the minimum"),
        "mentors_taken": _("Those who fit have a pair"),
        "surplus_mentor": _("More people teach than places"),
    }
    return names.get(why.code, "")


def _people(ids: Sequence[PersonId], snapshot: Snapshot) -> str:
    names = [snapshot.people[person_id].short_name for person_id in ids]
    if len(names) > _NAMED:
        more = len(names) - _NAMED + 1
        return plural("{names} and {n} more", "{names} and {n} more", more).format(names=", ".join(names[: _NAMED - 1]), n=more)
    return formats.joined(names, current())


def unlock(found: Unlock, snapshot: Snapshot) -> str | None:
    """Return the change that would unlock a pair, or what stands for it; ``None`` when the reason says it all already."""
    if found.change is not None and found.partner_id is not None:
        told = _CHANGES[found.change.kind](found.change, found.person_id, snapshot)
        partner, score = snapshot.people[found.partner_id].short_name, formats.number(found.score or 0.0, current())
        name = snapshot.people[found.person_id].first_name
        sentence = _("{change}, {name} could be paired with {partner}: {score} of 100.")
        return sentence.format(change=told, name=name, partner=partner, score=score)
    if found.outcome == "pairable" and found.partner_id is not None:
        data = {"name": snapshot.people[found.person_id].first_name, "partner": snapshot.people[found.partner_id].short_name}
        score = formats.number(found.score or 0.0, current())
        return _("Completed automatically, {name} would be paired with {partner}: {score} of 100.").format(score=score, **data)
    if found.outcome == "none":
        return _("No single change would give {name} a pair.").format(name=snapshot.people[found.person_id].first_name)
    return None


def spot(change: Change, snapshot: Snapshot) -> str:
    """Text of the button that goes to where the change is made."""
    if change.person_id is None:
        return _("See the minimum")
    names = {
        "hours": _("See {name}'s hours"),
        "modality": _("See how {name} can meet"),
        "place": _("See {name}'s places"),
        "topic": _("See what {name} offers"),
    }
    return names[change.kind].format(name=snapshot.people[change.person_id].first_name)


def duration(minutes: int) -> str:
    """«media hora», «una hora», «2 horas», «90 minutos»."""
    if minutes == 30:
        return _("half an hour")
    if minutes % 60:
        return plural("{n} minute", "{n} minutes", minutes).format(n=minutes)
    return plural("one hour", "{n} hours", minutes // 60).format(n=minutes // 60)


def _hours(change: Change, person_id: PersonId, snapshot: Snapshot) -> str:
    window = cast("Window", change.window)
    data = {
        "time": duration(cast("int", change.minutes)),
        "day": formats.weekday_name(window.weekday, current()),
        "start": formats.hour(window.start),
        "end": formats.hour(window.end),
    }
    if change.person_id == person_id:
        return _("With {time} more, on {day} from {start} to {end}").format(**data)
    return _("If {whose} could also on {day} from {start} to {end}").format(whose=_whose(change, snapshot), **data)


def _modality(change: Change, person_id: PersonId, snapshot: Snapshot) -> str:
    whose = cast("PersonId", change.person_id)
    by_video = snapshot.enrolments[whose].modality is Modality.IN_PERSON
    if whose == person_id:
        return _("Meeting by video too") if by_video else _("Meeting in person too")
    sentence = _("If {whose} could meet by video too") if by_video else _("If {whose} could meet in person too")
    return sentence.format(whose=_whose(change, snapshot))


def _place(change: Change, _person_id: PersonId, snapshot: Snapshot) -> str:
    places = cast("int", change.capacity)
    sentence = plural("If {whose} had {n} place", "If {whose} had {n} places", places)
    return sentence.format(whose=_whose(change, snapshot), n=places)


def _topic(change: Change, person_id: PersonId, snapshot: Snapshot) -> str:
    topic = snapshot.topics[change.topic_id].name if change.topic_id is not None else ""
    if change.person_id == person_id:
        return _("Offering «{topic}» at medium level").format(topic=topic)
    return _("If {whose} offered «{topic}» at medium level").format(whose=_whose(change, snapshot), topic=topic)


def _minimum(change: Change, _person_id: PersonId, snapshot: Snapshot) -> str:
    # Rounded down: a minimum rounded up would not let the pair in.
    needed = floor(cast("float", change.minimum) * 100 + 1e-6) / 100
    data = {"minimum": formats.number(needed, current(), 2), "present": formats.number(snapshot.edition.minimum, current(), 2)}
    return _("With a minimum of {minimum} instead of {present}").format(**data)


def _whose(change: Change, snapshot: Snapshot) -> str:
    return snapshot.people[cast("PersonId", change.person_id)].short_name


_CHANGES: Mapping[str, Callable[[Change, PersonId, Snapshot], str]] = {
    "hours": _hours,
    "modality": _modality,
    "place": _place,
    "topic": _topic,
    "minimum": _minimum,
}
