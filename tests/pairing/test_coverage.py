# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Topics not covered and whom to invite: the figures against counting by hand, and who must never be named."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.enrolments import Enrolment, Notice, Role, missing
from revmentor_desktop.domain.people import Exclusion, ExclusionId, Person, PersonId
from revmentor_desktop.domain.topics import AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.pairing.coverage import Basis, Cover, Gap, Group, Invitee, coverage, invitees
from revmentor_desktop.pairing.situation import Situation
from tests.pairing.made_up import firm

LAST = EditionId(9)
ROLES = {"mentor": Role.MENTOR, "mentee": Role.MENTEE, "either": Role.EITHER}


@st.composite
def firms(draw: st.DrawFn) -> Situation:
    """A dense firm in which some withdrew, some are drafts and some offer only the basics."""
    made = firm(draw(st.integers(0, 10_000)), draw(st.integers(1, 14)), topics=draw(st.integers(4, 9)))
    answers = dict(made.enrolments)
    for person_id in draw(st.sets(st.sampled_from(sorted(answers)), max_size=4)):
        kind = draw(st.sampled_from(["gone", "draft", "basic", "norole"]))
        one = answers[person_id]
        changed = {
            "gone": replace(one, withdrawn_on=date(2027, 1, 5)),
            "draft": replace(one, notice=None),
            "basic": replace(one, offers=tuple(Offer(offer.topic_id, 1) for offer in one.offers)),
            "norole": replace(one, role=None),
        }
        answers[person_id] = changed[kind]
    return replace(made, enrolments=answers)


def counted(situation: Situation, topic_id: TopicId) -> tuple[dict[PersonId, int], dict[PersonId, int], Gap | None]:
    """Who wants and who offers a topic, and its gap, by going through everybody."""
    active = [answers for answers in situation.enrolments.values() if answers.withdrawn_on is None]
    wants = {answers.person_id: want.priority for answers in active for want in answers.wants if want.topic_id == topic_id}
    offers = {answers.person_id: offer.level for answers in active for offer in answers.offers if offer.topic_id == topic_id}
    return wants, offers, gap_by_hand(situation, wants, offers) if wants else None


def gap_by_hand(situation: Situation, wants: dict[PersonId, int], offers: dict[PersonId, int]) -> Gap | None:
    """The first thing wrong with a topic, told again in other words."""
    role = {person_id: answers.role for person_id, answers in situation.enrolments.items()}
    if not any(giver != taker for giver in offers for taker in wants):
        return Gap.NOBODY
    learners = [taker for taker in wants if role[taker] is Role.MENTEE]
    serving = {giver for giver in offers if any(gives(role, giver, taker, both_ways=not learners) for taker in learners or wants)}
    ready = {giver for giver in serving if not missing(situation.people[giver], situation.enrolments[giver])}
    if not ready:
        return Gap.DRAFTS if serving else Gap.ROLES
    if max(offers[giver] for giver in ready) == 1:
        return Gap.BASIC
    places = sum(situation.enrolments[giver].capacity for giver in ready if role[giver] is not Role.MENTEE)
    return Gap.PLACES if places < len(learners) else None


def gives(role: Mapping[PersonId, Role | None], giver: PersonId, taker: PersonId, *, both_ways: bool) -> bool:
    """Whether the roles of two people let one give something to the other."""
    as_mentor = role[giver] is not Role.MENTEE and role[taker] is not Role.MENTOR
    as_mentee = both_ways and role[giver] is not Role.MENTOR and role[taker] is not Role.MENTEE
    return giver != taker and (as_mentor or as_mentee)


@settings(deadline=None)
@given(firms())
def test_every_figure_is_what_counting_by_hand_gives(situation: Situation) -> None:
    found = {cover.topic_id: cover for cover in coverage(situation)}
    for topic_id in situation.topics:
        wants, offers, gap = counted(situation, topic_id)
        if not wants and not offers:
            assert topic_id not in found
            continue
        cover = found[topic_id]
        assert {one.person_id: one.priority for one in cover.wanted} == wants
        assert {one.person_id: one.level for one in cover.offered} == offers
        assert cover.priorities == sum(wants.values())
        assert cover.gap is gap
        assert (cover.group is Group.UNWANTED) == (not wants)
        assert (cover.group is Group.COVERED) == (bool(wants) and gap is None)


@settings(deadline=None)
@given(firms())
def test_what_is_most_in_need_stands_first(situation: Situation) -> None:
    covers = coverage(situation)
    groups = [list(Group).index(cover.group) for cover in covers]
    assert groups == sorted(groups)
    for group in Group:
        sizes = [(len(cover.wanted), cover.priorities) for cover in covers if cover.group is group]
        assert sizes == sorted(sizes, reverse=True)
    assert covers == coverage(situation)


@settings(deadline=None)
@given(firms(), st.data())
def test_nobody_is_named_who_must_not_be(situation: Situation, data: st.DataObject) -> None:
    others = tuple(replace(one, edition_id=LAST) for one in firm(data.draw(st.integers(0, 500)), 16).enrolments.values())
    people = {**firm(1, 16).people, **situation.people}
    situation = replace(situation, people=people)
    for cover in coverage(situation):
        asked = invitees(situation, cover.topic_id, others)
        assert len({one.person_id for one in asked}) == len(asked)
        for one in asked:
            check_invitee(situation, cover, one)


def check_invitee(situation: Situation, cover: Cover, one: Invitee) -> None:
    """Somebody who is asked is free to, does not ask for it themselves, and could be paired with one who does."""
    answers = situation.enrolments.get(one.person_id)
    assert answers is None or answers.withdrawn_on is None
    assert one.person_id not in {wanting.person_id for wanting in cover.wanted}
    assert one.enrolled == (answers is not None)
    wanting = [each.person_id for each in cover.wanted]
    served = [each for each in wanting if situation.enrolments[each].role is Role.MENTEE] or wanting
    assert any(may_meet(situation, one.person_id, each) for each in served)
    if one.edition_id is None:
        assert answers is not None
        assert Offer(one.via, one.level) in answers.offers
    if one.basis in {Basis.SAME_AREA, Basis.AREA_BEFORE}:
        assert one.via != cover.topic_id
        assert situation.topics[one.via].area_id == situation.topics[cover.topic_id].area_id


def may_meet(situation: Situation, first: PersonId, second: PersonId) -> bool:
    """Whether neither an exclusion nor the chain of command keeps two people apart."""
    apart = {frozenset((exclusion.by_id, exclusion.other_id)) for exclusion in situation.exclusions}
    bosses = situation.bosses()
    return frozenset((first, second)) not in apart and bosses[first] != second and bosses[second] != first


WANTED, NEAR, FAR = TopicId(1), TopicId(2), TopicId(3)
TOPICS = {
    WANTED: Topic(WANTED, "Accesibilidad", AreaId(1)),
    NEAR: Topic(NEAR, "Equipos diversos", AreaId(1)),
    FAR: Topic(FAR, "Negociación", AreaId(2)),
}


def small(*people: tuple[str, str, dict[TopicId, int], dict[TopicId, int]]) -> Situation:
    """People as (name, role, wants, offers), all complete; the first has the id 1."""
    base = firm(3, 1)
    blank = next(iter(base.enrolments.values()))
    found: dict[PersonId, Person] = {}
    answers: dict[PersonId, Enrolment] = {}
    for number, (name, role, wants, offers) in enumerate(people, start=1):
        person_id = PersonId(number)
        person = next(iter(base.people.values()))
        found[person_id] = replace(person, id=person_id, first_name=name, email=f"{name.lower()}@example.com", boss_id=None)
        answers[person_id] = replace(
            blank,
            person_id=person_id,
            role=ROLES[role],
            wants=tuple(Want(topic, priority) for topic, priority in wants.items()) or (Want(FAR, 1),),
            offers=tuple(Offer(topic, level) for topic, level in offers.items()) or (Offer(FAR, 3),),
            capacity=1,
            notice=Notice(date(2027, 1, 11)),
        )
    return replace(base, people=found, enrolments=answers, pairs=(), exclusions=(), topics=TOPICS)


def names(situation: Situation, asked: tuple[Invitee, ...]) -> list[tuple[str, Basis]]:
    return [(situation.people[one.person_id].first_name, one.basis) for one in asked]


def test_the_surest_is_asked_first_and_each_once() -> None:
    situation = small(
        ("Rosa", "mentee", {WANTED: 3}, {}),
        ("Luis", "mentor", {}, {NEAR: 3}),
        ("Ana", "mentee", {}, {WANTED: 2}),
        ("Eva", "mentor", {}, {NEAR: 1, WANTED: 1}),
        ("Pau", "mentor", {}, {FAR: 3}),
    )
    assert names(situation, invitees(situation, WANTED)) == [
        ("Eva", Basis.MORE_PLACES),
        ("Ana", Basis.OTHER_ROLE),
        ("Luis", Basis.SAME_AREA),
    ]


def test_who_offered_it_before_is_known_by_edition_unless_they_withdrew_last() -> None:
    situation = small(("Rosa", "mentee", {WANTED: 3}, {}), ("Luis", "mentor", {}, {WANTED: 3}), ("Ana", "mentor", {}, {NEAR: 2}))
    past = [replace(situation.enrolments[PersonId(number)], edition_id=LAST) for number in (2, 3)]
    situation = replace(situation, enrolments={PersonId(1): situation.enrolments[PersonId(1)]})
    asked = invitees(situation, WANTED, past)
    assert names(situation, asked) == [("Luis", Basis.OFFERED_BEFORE), ("Ana", Basis.AREA_BEFORE)]
    assert {one.edition_id for one in asked} == {LAST}
    gone = replace(past[0], edition_id=EditionId(10), withdrawn_on=date(2026, 3, 1))
    assert names(situation, invitees(situation, WANTED, [gone, *past])) == [("Ana", Basis.AREA_BEFORE)]


def test_who_withdrew_from_this_edition_is_not_asked_for_what_they_offered_before() -> None:
    situation = small(("Rosa", "mentee", {WANTED: 3}, {}), ("Luis", "mentor", {}, {WANTED: 3}))
    past = [replace(situation.enrolments[PersonId(2)], edition_id=LAST)]
    gone = replace(situation.enrolments[PersonId(2)], withdrawn_on=date(2027, 1, 12))
    situation = replace(situation, enrolments={**situation.enrolments, PersonId(2): gone})
    assert coverage(situation)[0].gap is Gap.NOBODY
    assert invitees(situation, WANTED, past) == ()


@pytest.mark.parametrize("rule", ["exclusion", "boss"])
def test_who_could_be_paired_with_none_of_those_who_ask_is_not_named(rule: str) -> None:
    situation = small(("Rosa", "mentee", {WANTED: 3}, {}), ("Luis", "mentor", {}, {NEAR: 3}))
    assert names(situation, invitees(situation, WANTED)) == [("Luis", Basis.SAME_AREA)]
    if rule == "exclusion":
        forbidden = replace(situation, exclusions=(Exclusion(ExclusionId(1), PersonId(1), PersonId(2)),))
    else:
        report = replace(situation.people[PersonId(2)], boss_id=PersonId(1))
        forbidden = replace(situation, people={**situation.people, PersonId(2): report})
    assert invitees(forbidden, WANTED) == ()


def test_each_gap_is_said_in_its_order() -> None:
    rosa = ("Rosa", "mentee", {WANTED: 3}, {})
    assert coverage(small(rosa))[0].gap is Gap.NOBODY
    assert coverage(small(rosa, ("Ana", "mentee", {}, {WANTED: 3})))[0].gap is Gap.ROLES
    draft = small(rosa, ("Luis", "mentor", {}, {WANTED: 3}))
    unfinished = replace(draft.enrolments[PersonId(2)], notice=None)
    assert coverage(replace(draft, enrolments={**draft.enrolments, PersonId(2): unfinished}))[0].gap is Gap.DRAFTS
    assert coverage(small(rosa, ("Luis", "mentor", {}, {WANTED: 1})))[0].gap is Gap.BASIC
    crowded = small(rosa, ("Sol", "mentee", {WANTED: 1}, {}), ("Luis", "mentor", {}, {WANTED: 3}))
    assert (coverage(crowded)[0].gap, coverage(crowded)[0].places, coverage(crowded)[0].learners) == (Gap.PLACES, 1, 2)


def test_what_only_the_one_who_wants_it_offers_is_not_covered() -> None:
    cover = coverage(small(("Rosa", "either", {WANTED: 3}, {WANTED: 3})))[0]
    assert (cover.topic_id, cover.gap) == (WANTED, Gap.NOBODY)


def test_an_empty_edition_has_nothing_to_say() -> None:
    assert coverage(small()) == ()
    assert invitees(small(), WANTED) == ()
