# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Small firms made up by Hypothesis, coarse on purpose: equal scores, blocks, fixed pairs and proposals are common."""

from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Edition, EditionId, Weights
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, Role
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, Level, Person, PersonId
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.pairing.situation import Situation

TOPICS = {
    TopicId(number): Topic(TopicId(number), f"Tema {number}", area)
    for number, area in enumerate([AreaId(1), AreaId(1), AreaId(2), AreaId(2), None, None], start=1)
}
WINDOWS = [Window(0, 540, 660), Window(0, 600, 720), Window(0, 660, 700), Window(2, 540, 600), Window(4, 480, 570)]
NOTICE = Notice(date(2027, 1, 11))
_EDITION = Edition(EditionId(1), "Piloto", date(2027, 1, 18), date(2027, 7, 18))

wants = st.lists(st.builds(Want, st.sampled_from(list(TOPICS)), st.integers(1, 3)), max_size=4).map(tuple)
offers = st.lists(st.builds(Offer, st.sampled_from(list(TOPICS)), st.integers(1, 3)), max_size=4).map(tuple)
weights = st.lists(st.sampled_from([0.0, 1.0, 5.0, 12.5, 40.0]), min_size=6, max_size=6).filter(any).map(lambda six: Weights(*six))


@st.composite
def people(draw: DrawFn, number: int, roles: list[Role | None]) -> tuple[Person, Enrolment]:
    """One person with answers, sometimes incomplete, withdrawn or without notice."""
    person_id = PersonId(number)
    role = draw(st.sampled_from(roles))
    person = Person(
        id=person_id,
        code=number,
        first_name="Nombre",
        last_name=f"Apellido {number}",
        email=f"{draw(st.sampled_from('abc'))}{number}@example.com",
        department=draw(st.sampled_from(["Ventas", "ventas ", "Calidad"])),
        position="Puesto",
        level=Level(draw(st.integers(1, 4))),
        boss_id=draw(st.sampled_from([None, None, PersonId(1), PersonId(2)])) if number > 2 else None,
        site_id=draw(st.sampled_from([None, SiteId(1), SiteId(1), SiteId(2)])),
        languages=draw(st.sampled_from([("es",), ("ES", "en"), ("en",), ()])),
    )
    enrolment = Enrolment(
        id=EnrolmentId(number),
        edition_id=_EDITION.id,
        person_id=person_id,
        role=role,
        wants=draw(wants) or (Want(TopicId(1), 2),) * bool(role and role.learns),
        offers=draw(offers) or (Offer(TopicId(1), 3),) * bool(role and role.teaches),
        windows=tuple(draw(st.lists(st.sampled_from(WINDOWS), min_size=1, max_size=3))),
        modality=draw(st.sampled_from([Modality.MIXED, Modality.MIXED, Modality.IN_PERSON, Modality.VIRTUAL])),
        capacity=draw(st.integers(1, 2)),
        notice=draw(st.sampled_from([NOTICE, NOTICE, NOTICE, NOTICE, NOTICE, None])),
        withdrawn_on=draw(st.sampled_from([None, None, None, None, None, date(2027, 2, 1)])),
    )
    return person, enrolment


@st.composite
def firms(draw: DrawFn, most: int = 7, with_pairs: bool = True, drafts: bool = True) -> Situation:
    """A firm of 2 to ``most`` people."""
    roles = [Role.MENTOR, Role.MENTEE, Role.EITHER, *([None] if drafts and draw(st.booleans()) else [])]
    everybody = [draw(people(number, roles)) for number in range(1, draw(st.integers(2, most)) + 1)]
    couples = list(combinations([person.id for person, _ in everybody], 2))
    forbidden = draw(st.lists(st.sampled_from(couples), max_size=2))
    edition = replace(_EDITION, minimum=draw(st.sampled_from([0.0, 30.0, 40.0, 50.0])), minutes=draw(st.sampled_from([30, 60])))
    situation = Situation(
        edition=edition,
        people={person.id: person for person, _ in everybody},
        enrolments={person.id: enrolment for person, enrolment in everybody},
        pairs=(),
        exclusions=tuple(Exclusion(ExclusionId(number), *both) for number, both in enumerate(forbidden)),
        topics=TOPICS,
    )
    return replace(situation, pairs=draw(pairs(situation))) if with_pairs else situation


@st.composite
def pairs(draw: DrawFn, situation: Situation) -> tuple[Pair, ...]:
    """A few pairs in any state whose roles fit and where nobody is on two sides at once."""
    fitting = [
        (mentor, mentee)
        for mentor, teacher in situation.enrolments.items()
        for mentee, learner in situation.enrolments.items()
        if mentor != mentee and teacher.role and learner.role and teacher.role.teaches and learner.role.learns
    ]
    made: list[Pair] = []
    for mentor, mentee in draw(st.lists(st.sampled_from(fitting), max_size=4, unique=True)) if fitting else []:
        state = draw(
            st.sampled_from([PairState.PROPOSED, PairState.PROPOSED, PairState.ACCEPTED, PairState.DECLINED, PairState.ENDED_EARLY])
        )
        living = [pair for pair in made if pair.state.living]
        twice = any(mentee in (pair.mentor_id, pair.mentee_id) or mentor == pair.mentee_id for pair in living)
        if not (state.living and twice):
            pair_id = PairId(len(made) + 1)
            made.append(Pair(pair_id, situation.edition.id, mentor, mentee, state, locked=draw(st.booleans())))
    return tuple(made)
