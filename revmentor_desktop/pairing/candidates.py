# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which single changes could make a pair of somebody possible at all, kind by kind, the smallest first.

A change is one of the person's own answers, or one of somebody with whom that makes the person a possible pair. What
cannot help for a reason that is quick to see is left out; what is named still has to be tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from revmentor_desktop.domain.enrolments import CAPACITY_LIMIT, Modality
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import Offer, TopicId, TopicLevel
from revmentor_desktop.pairing.change import Change, ChangeKind, with_change
from revmentor_desktop.pairing.criteria import TOLERANCE, coverage, score
from revmentor_desktop.pairing.solve import Table
from revmentor_desktop.pairing.standing import Margin, Standing
from revmentor_desktop.pairing.stretches import NEAR, sides, stretches

Trial = tuple[Change, Table]


def trials(standing: Standing, person_id: PersonId, kind: ChangeKind) -> Iterator[Trial]:
    """Yield the changes of one kind that could help somebody, each with the table as it would be, the smallest first.

    Hours: fewest new minutes, then most that the partner has, then earliest. Modality: the person's own, then the best
    pair. Places: of who could teach the person, then the best pair. Topics: the best pair. The minimum: the greatest.
    """
    makers = {
        ChangeKind.HOURS: stretches,
        ChangeKind.MODALITY: _modalities,
        ChangeKind.PLACE: _places,
        ChangeKind.TOPIC: _topics,
        ChangeKind.MINIMUM: _minima,
    }
    return makers[kind](standing, person_id)


def _trial(standing: Standing, person_id: PersonId, change: Change) -> Trial | None:
    """Return the change with its table, ``None`` when no pair of the person becomes possible by it."""
    table = standing.changed(change)
    opened = table.allowed & ~standing.table.allowed
    row, column = standing.rows.get(person_id), standing.columns.get(person_id)
    theirs = (row is not None and opened[row].any()) or (column is not None and opened[:, column].any())
    return (change, table) if theirs else None


def _each(standing: Standing, person_id: PersonId, changes: Sequence[Change]) -> Iterator[Trial]:
    for change in changes:
        standing.check()
        trial = _trial(standing, person_id, change)
        if trial is not None:
            yield trial


def _modalities(standing: Standing, person_id: PersonId) -> Iterator[Trial]:
    situation = standing.situation
    ease = situation.edition.weights.shares()["ease"] / 2
    values = standing.table.scores.values + ease
    near = standing.open & ~standing.timeless & ~standing.table.allowed & (values >= standing.minimum - NEAR)
    found: list[tuple[tuple[bool, float, str], Change]] = []
    for side in sides(standing, person_id):
        for other in (near[side.place]).nonzero()[0].tolist():
            for whose in (person_id, side.others[other]):
                if situation.enrolments[whose].modality is not Modality.MIXED:
                    change = Change(ChangeKind.MODALITY, whose, modality=Modality.MIXED)
                    key = _rank(standing, change, side.couple(other), whose)
                    found.append(((whose != person_id, *key), change))
    yield from _each(standing, person_id, _ordered(found))


def _rank(standing: Standing, change: Change, couple: tuple[PersonId, PersonId], whose: PersonId) -> tuple[float, str]:
    return -round(score(with_change(standing.situation, change), *couple), 9), standing.situation.people[whose].handle


def _ordered(found: list[tuple[tuple[bool, float, str], Change]]) -> list[Change]:
    return list(dict.fromkeys(change for _, change in sorted(found, key=lambda one: one[0])))


def _places(standing: Standing, person_id: PersonId) -> Iterator[Trial]:
    column = standing.columns.get(person_id)
    if column is None:
        return
    good = standing.ready & (standing.table.scores.values >= standing.minimum - TOLERANCE)
    found: list[tuple[tuple[bool, float, str], Change, int]] = []
    for row, mentor_id in enumerate(standing.table.scores.mentors):
        places = max(standing.situation.enrolments[mentor_id].capacity, _taught(standing, mentor_id)) + 1
        if places <= CAPACITY_LIMIT and good[row].any():
            change = Change(ChangeKind.PLACE, mentor_id, capacity=places)
            couple = (mentor_id, person_id)
            value, handle = _rank(standing, change, couple, mentor_id) if mentor_id != person_id else (0.0, "")
            found.append(((not good[row, column], value, handle), change, row))
    for _, change, row in sorted(found, key=lambda one: one[0]):
        seats, allowed = standing.table.seats.copy(), standing.table.allowed.copy()
        seats[row] += 1
        allowed[row] = good[row]
        yield change, replace(standing.table, seats=seats, allowed=allowed)


def _taught(standing: Standing, mentor_id: PersonId) -> int:
    return sum(pair.mentor_id == mentor_id for pair in standing.completion.fixed)


def _topics(standing: Standing, person_id: PersonId) -> Iterator[Trial]:
    table = standing.table
    low = standing.ready & (table.seats > 0)[:, None] & (table.scores.values < standing.minimum - TOLERANCE)
    found: list[tuple[tuple[float, str, int], Change]] = []
    for side in sides(standing, person_id):
        for other in low[side.place].nonzero()[0].tolist():
            standing.check()
            mentor_id, mentee_id = side.couple(other)
            now = float(table.scores.values[standing.rows[mentor_id], standing.columns[mentee_id]])
            for name, giver, taker in (("learn", mentor_id, mentee_id), ("give_back", mentee_id, mentor_id)):
                for topic_id, value in _lessons(standing, name, (giver, taker), now):
                    key = -round(value, 9), standing.situation.people[giver].handle, topic_id
                    found.append((key, Change(ChangeKind.TOPIC, giver, topic_id=topic_id)))
    yield from _each(standing, person_id, list(dict.fromkeys(change for _, change in sorted(found, key=lambda one: one[0]))))


def _lessons(standing: Standing, name: str, couple: tuple[PersonId, PersonId], now: float) -> Iterator[tuple[TopicId, float]]:
    """Yield the topics that lift a pair to the minimum, with its score then.

    They are what the second of the couple wants and the first does not offer at level 2 yet; ``name`` is the criterion.
    """
    giver, taker = (standing.situation.enrolments[one] for one in couple)
    topics, share = standing.situation.topics, standing.situation.edition.weights.shares()[name]
    before = coverage(taker.wants, giver.offers, topics)
    if now + share * (1.0 - before) < standing.minimum - NEAR:
        return
    levels = {offer.topic_id: offer.level for offer in giver.offers}
    for topic_id in dict.fromkeys(want.topic_id for want in taker.wants):
        if levels.get(topic_id, 0) < TopicLevel.MEDIUM:
            after = coverage(taker.wants, (*giver.offers, Offer(topic_id, TopicLevel.MEDIUM)), topics)
            if now + share * (after - before) >= standing.minimum - NEAR:
                yield topic_id, now + share * (after - before)


def _minima(standing: Standing, person_id: PersonId) -> Iterator[Trial]:
    import numpy as np

    table = standing.table
    values, ready = table.scores.values, standing.ready & (table.seats > 0)[:, None]
    steps = np.unique(values[ready & (values < standing.minimum - TOLERANCE)])[::-1]

    def at(place: int) -> Table:
        return replace(table, allowed=ready & (values >= steps[place] - TOLERANCE))

    # Whoever can have a pair at one minimum can at every lower one, so the first is found by halving.
    low, high = 0, len(steps)
    while low < high:
        standing.check()
        middle = (low + high) // 2
        if standing.fits(at(middle), person_id):
            high = middle
        else:
            low = middle + 1
    margin: Margin | None = None
    for place in range(low, len(steps)):
        now = at(place)
        if margin is None or margin.changes(now):
            yield Change(ChangeKind.MINIMUM, minimum=float(steps[place])), now
            margin = standing.margin(now)
