# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Dense firms from a number: ties, capacities, *either* people, exclusions, bosses, pairs in every state, a minimum."""

import random
from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Edition, EditionId
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, Role
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, Level, Person, PersonId
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.pairing.situation import Situation

TOPICS = {TopicId(number): Topic(TopicId(number), f"Tema {number}", AreaId(number % 3)) for number in range(9)}
_WINDOWS = [Window(0, 540, 660), Window(1, 600, 720), Window(2, 540, 600), Window(3, 900, 1020), Window(4, 480, 600)]
_STATES = [PairState.PROPOSED, PairState.PROPOSED, PairState.CONSULTING, PairState.ACCEPTED, PairState.DECLINED, PairState.ENDED_EARLY]


def firm(seed: int, size: int, either: float = 0.2, topics: int = 9, teach: float = 0.5) -> Situation:
    """A firm that is the same each time; fewer ``topics`` make more ties, ``teach`` is the share of mentors of the others."""
    chance = random.Random(seed)  # noqa: S311 — no secret, a firm made up the same each time
    people: dict[PersonId, Person] = {}
    enrolments: dict[PersonId, Enrolment] = {}
    for number in range(1, size + 1):
        person_id = PersonId(number)
        role = Role.EITHER if chance.random() < either else Role.MENTOR if chance.random() < teach else Role.MENTEE
        people[person_id] = _person(person_id, role, chance)
        enrolments[person_id] = _answers(person_id, role, chance, topics)
    minimum = chance.choice([0.0, 40.0, 40.0, 55.0, 60.0])
    edition = Edition(EditionId(1), "Piloto", date(2027, 1, 18), date(2027, 7, 18), minimum=minimum)
    forbidden = [(first, second) for first, second in (chance.sample(sorted(people), 2) for _ in range(size // 5))]
    exclusions = tuple(Exclusion(ExclusionId(number), *both) for number, both in enumerate(forbidden, start=1))
    situation = Situation(edition, people, enrolments, (), exclusions, TOPICS)
    return replace(situation, pairs=_pairs(situation, chance))


def _person(person_id: PersonId, role: Role, chance: random.Random) -> Person:
    email = f"{chance.choice('abcdef')}{person_id}@example.com"
    level = Level(chance.randint(1, 2) if role is Role.MENTOR else chance.randint(2, 4))
    department, site = chance.choice(["Ventas", "Calidad", "Taller"]), chance.choice([None, SiteId(1), SiteId(1), SiteId(2)])
    boss = PersonId(chance.randint(1, person_id - 1)) if person_id > 3 and chance.random() < 0.5 else None
    return Person(person_id, person_id, "N", "A", email, True, department, "Puesto", level, boss, site, ("es",))


def _answers(person_id: PersonId, role: Role, chance: random.Random, topics: int) -> Enrolment:
    chosen = chance.sample(sorted(TOPICS)[:topics], min(topics, 5))
    return Enrolment(
        EnrolmentId(person_id),
        EditionId(1),
        person_id,
        role,
        wants=tuple(Want(topic, chance.randint(1, 3)) for topic in chosen[:2]),
        offers=tuple(Offer(topic, chance.choice([2, 3])) for topic in chosen[2:] or chosen[:1]),
        windows=tuple(chance.sample(_WINDOWS, 3)),
        modality=chance.choice([Modality.MIXED, Modality.MIXED, Modality.MIXED, Modality.VIRTUAL, Modality.IN_PERSON]),
        capacity=chance.choice([1, 1, 1, 1, 2, 3]),
        notice=Notice(date(2027, 1, 11)) if chance.random() < 0.97 else None,
    )


def _pairs(situation: Situation, chance: random.Random) -> tuple[Pair, ...]:
    made: list[Pair] = []
    people = sorted(situation.people)
    for _ in range(len(people) // 4):
        mentor, mentee = chance.sample(people, 2)
        roles = [situation.enrolments[one].role for one in (mentor, mentee)]
        living = [pair for pair in made if pair.state.living]
        twice = any(mentee in (pair.mentor_id, pair.mentee_id) or mentor == pair.mentee_id for pair in living)
        state = chance.choice(_STATES)
        if roles[0] is not Role.MENTEE and roles[1] is not Role.MENTOR and not (state.living and twice):
            made.append(Pair(PairId(len(made) + 1), situation.edition.id, mentor, mentee, state, locked=chance.random() < 0.4))
    return tuple(made)
