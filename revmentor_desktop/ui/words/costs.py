# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair costs the rest, before it is made, in a few words and in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural

if TYPE_CHECKING:
    from revmentor_desktop.programme.effect import Move, Whole
    from revmentor_desktop.programme.pairs import Cost

Called = Callable[[PersonId], str]
"""How somebody is called in a sentence."""
_NAMED = 2
"""As many people a line names."""
_POINT = 0.5
"""Less than this is said to be less than a point."""
_DECIMALS = 2
"""With at most so many places two totals are told apart."""


class Effect(StrEnum):
    """What a pair does to the rest; the first that applies is said.

    ``alone``: somebody who wants to learn is left without; ``fewer``: a pair less of one kind; ``points``: a lower total;
    ``more``: a pair more; ``gain``: a higher total; ``nothing``.
    """

    ALONE = "alone"
    FEWER = "fewer"
    POINTS = "points"
    MORE = "more"
    GAIN = "gain"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its icon and colour token; ``detail`` says more about it."""

    text: str
    icon: str
    tone: str
    detail: str = ""


def effect(cost: Cost) -> Effect:
    """Return what a pair does to the rest. Only with `Effect.NOTHING`, `MORE` and `GAIN` it costs nothing (domain rules, section 6)."""
    if cost.waiting:
        return Effect.ALONE
    if cost.mentees < 0 or cost.either < 0:
        return Effect.FEWER
    if cost.mentees_total < 0 or (cost.total < 0 and cost.pairs == 0):
        return Effect.POINTS
    if cost.pairs > 0:
        return Effect.MORE
    return Effect.GAIN if cost.total > 0 else Effect.NOTHING


_LOOKS = {
    Effect.ALONE: ("user-x", "warn"),
    Effect.FEWER: ("trending-down", "warn"),
    Effect.POINTS: ("trending-down", "warn"),
    Effect.MORE: ("trending-up", "ok"),
    Effect.GAIN: ("trending-up", "ok"),
    Effect.NOTHING: ("circle-check", "ok"),
}


def short(cost: Cost, whole: Whole, called: Called) -> Told:
    """Return the cost in a few words, for a card; who becomes free is the detail."""
    kind = effect(cost)
    texts: dict[Effect, Callable[[], str]] = {
        Effect.ALONE: lambda: _alone(cost.waiting, called),
        Effect.FEWER: lambda: _fewer(cost),
        Effect.POINTS: lambda: _points(cost, whole),
        Effect.MORE: lambda: _more(cost),
        Effect.GAIN: lambda: _gain(cost, whole),
        Effect.NOTHING: lambda: _("Costs the others nothing"),
    }
    return Told(texts[kind](), *_LOOKS[kind], detail=freed(cost, called))


def full(cost: Cost, whole: Whole, moves: Sequence[Move], called: Called) -> Told:
    """Return the cost as a sentence with the figures in the detail, for the preview; ``moves`` are named when points are lost."""
    kind = effect(cost)
    before, after = _apart(whole.points, whole.points + cost.total)
    title = short(cost, whole, called).text
    detail = _figures(cost, whole)
    if kind is Effect.NOTHING:
        title = _("Takes nobody's pair away")
    elif kind is Effect.GAIN:
        title, detail = _("The whole goes up from {before} to {after} points").format(before=before, after=after), _pairs_stay(whole)
    elif tells_moves(cost):
        title = _("The whole goes down from {before} to {after} points").format(before=before, after=after)
        detail = _moves(moves, called) or _pairs_stay(whole)
    elif kind is Effect.POINTS and cost.total > 0:
        detail = _("Even so, the whole goes up from {before} to {after} points.").format(before=before, after=after)
    return Told(title, *_LOOKS[kind], detail=" ".join(part for part in (detail, _sentence(freed(cost, called))) if part))


def tells_moves(cost: Cost) -> bool:
    """Whether the sentence of a cost names who would learn from somebody else."""
    return effect(cost) is Effect.POINTS and cost.total < 0


def pending() -> Told:
    """Return what stands there while the cost is being worked out."""
    return Told("…", "", "text3", _("Working out what it costs the others."))


def failed() -> Told:
    """Return what stands there when it could not be worked out."""
    return Told(
        _("What it costs the others is not known"), "circle-alert", "text2", _("It could not be worked out. The pair can be formed.")
    )


def freed(cost: Cost, called: Called) -> str:
    """Return who only teaches and would be free, empty without anybody."""
    people = cost.freed
    if not people:
        return ""
    if len(people) > _NAMED:
        return plural("{n} person who teaches would be free", "{n} people who teach would be free", len(people)).format(n=len(people))
    names = formats.joined([called(person_id) for person_id in people], current())
    return plural("{names} would be free", "{names} would be free", len(people)).format(names=names)


def _alone(people: Sequence[PersonId], called: Called) -> str:
    if len(people) > _NAMED:
        return plural("{n} person would be left without a pair", "{n} people would be left without a pair", len(people)).format(
            n=len(people)
        )
    names = formats.joined([called(person_id) for person_id in people], current())
    sentence = plural("{names} would be left without a pair", "{names} would be left without a pair", len(people))
    return sentence.format(names=names)


def _fewer(cost: Cost) -> str:
    if cost.pairs < 0:
        return plural("One pair less in all", "{n} pairs less in all", -cost.pairs).format(n=-cost.pairs)
    return plural("Somebody of both roles would teach, not learn", "{n} people of both roles would teach, not learn", -cost.either).format(
        n=-cost.either
    )


def _more(cost: Cost) -> str:
    return plural("One pair more in all", "{n} pairs more in all", cost.pairs).format(n=cost.pairs)


def _points(cost: Cost, whole: Whole) -> str:
    if cost.total >= 0:
        lost = round(-cost.mentees_total)
        if not lost:
            return _("Costs those who learn less than a point")
        return plural("Costs those who learn {n} point", "Costs those who learn {n} points", lost).format(n=lost)
    # What the two rounded totals differ by: the number on the card is the one between those of the preview.
    lost = round(whole.points) - round(whole.points + cost.total)
    if not lost or abs(cost.total) < _POINT:
        return _("Costs the others less than a point")
    return plural("Costs the others {n} point", "Costs the others {n} points", lost).format(n=lost)


def _gain(cost: Cost, whole: Whole) -> str:
    won = round(whole.points + cost.total) - round(whole.points)
    if not won or cost.total < _POINT:
        return _("Gives the whole less than a point more")
    return plural("Gives the whole {n} point more", "Gives the whole {n} points more", won).format(n=won)


def _figures(cost: Cost, whole: Whole) -> str:
    before, after = _apart(whole.points, whole.points + cost.total)
    pairs = whole.pairs + cost.pairs
    if cost.pairs:
        data = {"n": pairs, "pairs": whole.pairs, "after": after, "before": before}
        if before == after:
            return plural(
                "It would be {n} pair instead of {pairs}, with {after} points.",
                "It would be {n} pairs instead of {pairs}, with {after} points.",
                pairs,
            ).format(**data)
        return plural(
            "It would be {n} pair instead of {pairs}, with {after} points instead of {before}.",
            "It would be {n} pairs instead of {pairs}, with {after} points instead of {before}.",
            pairs,
        ).format(**data)
    if before == after:
        return plural("Still {n} pair and {points} points.", "Still {n} pairs and {points} points.", pairs).format(n=pairs, points=after)
    return plural(
        "Still {n} pair, with {after} points instead of {before}.", "Still {n} pairs, with {after} points instead of {before}.", pairs
    ).format(n=pairs, after=after, before=before)


def _pairs_stay(whole: Whole) -> str:
    return plural("Still {n} pair.", "Still {n} pairs.", whole.pairs).format(n=whole.pairs)


def _moves(moves: Sequence[Move], called: Called) -> str:
    told = [
        _("{name} would go from {before} ({first}) to {after} ({second}).").format(
            name=called(move.person_id),
            before=called(move.before_id),
            first=formats.number(move.before, current()),
            after=called(move.after_id),
            second=formats.number(move.after, current()),
        )
        for move in moves[:1]
    ]
    more = len(moves) - len(told)
    if more > 0:
        told.append(plural("{n} more person would change partner.", "{n} more people would change partner.", more).format(n=more))
    return " ".join(told)


def _apart(before: float, after: float) -> tuple[str, str]:
    """Return two totals with as few decimals as tell them apart; equal ones without."""
    if before != after:
        for decimals in range(0 if abs(after - before) >= _POINT else 1, _DECIMALS + 1):
            told = formats.number(before, current(), decimals), formats.number(after, current(), decimals)
            if told[0] != told[1]:
                return told
    return formats.number(after, current()), formats.number(after, current())


def _sentence(text: str) -> str:
    return f"{text}." if text else ""
