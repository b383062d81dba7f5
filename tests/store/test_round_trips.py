# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What goes into the file comes out of it equal, at every limit of the domain."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, PersonId
from revmentor_desktop.domain.scenarios import Aim, Scenario, ScenarioId, ScenarioPair
from revmentor_desktop.domain.sessions import Session
from revmentor_desktop.domain.sites import Site
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.store import agreements, drafts, editions, enrolments, firm, pairs, people, scenarios, sessions, sites, topics
from revmentor_desktop.store.file import ProgrammeFile
from tests.store import samples

quick = settings(deadline=None, max_examples=20)


def run_of(cx: Connection) -> EditionId:
    found = editions.current(cx)
    assert found is not None
    return found


def known(cx: Connection) -> tuple[TopicId, ...]:
    return tuple(topic.id for topic in topics.all_topics(cx))


@quick
@given(value=samples.firms)
def test_the_firm_comes_back_equal(lasting: ProgrammeFile, value) -> None:
    with samples.scratch(lasting) as cx:
        firm.put(cx, value)
        assert firm.get(cx) == value


@quick
@given(value=samples.editions_, other=samples.weights)
def test_an_edition_comes_back_equal(lasting: ProgrammeFile, value, other) -> None:
    with samples.scratch(lasting) as cx:
        stored = replace(value, id=editions.add(cx, value))
        assert editions.get(cx, stored.id) == stored
        changed = replace(stored, weights=other, name="Otra")
        editions.update(cx, changed)
        assert changed in editions.all(cx)


@quick
@given(value=samples.sites_, other=samples.sites_)
def test_a_site_comes_back_equal(lasting: ProgrammeFile, value: Site, other: Site) -> None:
    with samples.scratch(lasting) as cx:
        stored = replace(value, id=sites.add(cx, value))
        assert sites.get(cx, stored.id) == stored
        sites.update(cx, replace(other, id=stored.id))
        assert sites.all(cx) == (replace(other, id=stored.id),)


@quick
@given(closure=samples.closures, area=samples.areas, topic=samples.topics_)
def test_closures_areas_and_topics_come_back_equal(lasting: ProgrammeFile, closure, area, topic) -> None:
    with samples.scratch(lasting) as cx:
        closed = replace(closure, id=sites.add_closure(cx, closure))
        assert closed in sites.all_closures(cx)
        group = replace(area, id=topics.add_area(cx, area))
        assert group in topics.all_areas(cx)
        subject = replace(topic, id=topics.add_topic(cx, topic))
        assert subject in topics.all_topics(cx)
        topics.update_topic(cx, replace(subject, area_id=group.id))
        topics.update_area(cx, replace(group, name="Otra"))
        assert replace(subject, area_id=group.id) in topics.all_topics(cx)
        assert replace(group, name="Otra") in topics.all_areas(cx)


@quick
@given(data=st.data())
def test_a_person_comes_back_equal(lasting: ProgrammeFile, data: st.DataObject) -> None:
    with samples.scratch(lasting) as cx:
        site = sites.add(cx, data.draw(samples.sites_))
        kinds = samples.persons(people.all(cx)[0].id, site)
        value = data.draw(kinds)
        stored = replace(value, id=people.add(cx, value))
        assert people.get(cx, stored.id) == stored
        changed = replace(data.draw(kinds), id=stored.id)
        people.update(cx, changed)
        assert people.all(cx)[-1] == changed


@quick
@given(reason=samples.texts(4000))
def test_an_exclusion_comes_back_equal(lasting: ProgrammeFile, reason: str) -> None:
    with samples.scratch(lasting) as cx:
        first, second, *_ = people.all(cx)
        value = Exclusion(ExclusionId(0), first.id, second.id, reason)
        stored = replace(value, id=people.add_exclusion(cx, value))
        assert people.all_exclusions(cx) == (stored,)
        people.remove_exclusion(cx, stored.id)
        assert people.all_exclusions(cx) == ()


@quick
@given(data=st.data())
def test_an_enrolment_comes_back_equal(lasting: ProgrammeFile, data: st.DataObject) -> None:
    with samples.scratch(lasting) as cx:
        who = people.add(cx, samples.person(people.next_code(cx)))
        kinds = samples.answers(run_of(cx), who, known(cx))
        value = data.draw(kinds)
        stored = replace(value, id=enrolments.add(cx, value))
        assert enrolments.get(cx, run_of(cx), who) == stored
        changed = replace(data.draw(kinds), id=stored.id)
        enrolments.update(cx, changed)
        assert enrolments.of_edition(cx, run_of(cx))[-1] == changed
        enrolments.remove(cx, stored.id)
        assert enrolments.get(cx, run_of(cx), who) is None


@quick
@given(data=st.data())
def test_a_pair_comes_back_equal(lasting: ProgrammeFile, data: st.DataObject) -> None:
    with samples.scratch(lasting) as cx:
        _, _, mentor, mentee = people.all(cx)
        kinds = samples.couples(run_of(cx), mentor.id, mentee.id)
        value = data.draw(kinds)
        stored = replace(value, id=pairs.add(cx, value))
        assert pairs.get(cx, stored.id) == stored
        changed = replace(data.draw(kinds), id=stored.id)
        pairs.update(cx, changed)
        assert pairs.of_edition(cx, run_of(cx))[-1] == changed
        assert pairs.earlier(cx, run_of(cx)) == frozenset()
        never = {PairState.PROPOSED, PairState.CONSULTING, PairState.DECLINED}
        assert ((mentor.id, mentee.id) in pairs.earlier(cx, EditionId(0))) == (changed.state not in never)
        pairs.remove(cx, stored.id)
        assert stored.id not in {pair.id for pair in pairs.of_edition(cx, run_of(cx))}


@quick
@given(data=st.data())
def test_sessions_come_back_equal(lasting: ProgrammeFile, data: st.DataObject) -> None:
    with samples.scratch(lasting) as cx:
        pair = pairs.of_edition(cx, run_of(cx))[0]
        for session in sessions.of_pair(cx, pair.id):
            sessions.remove(cx, session.id)
        kinds = samples.meetings(pair.id, known(cx))
        values: list[Session] = data.draw(st.lists(kinds, max_size=5))
        stored = [replace(value, id=new) for value, new in zip(values, sessions.add_many(cx, values), strict=True)]
        assert [sessions.get(cx, each.id) for each in stored] == stored
        assert sessions.of_edition(cx, run_of(cx)) == tuple(sorted(stored, key=lambda each: (each.number, each.id)))
        last = replace(data.draw(kinds), id=sessions.add(cx, data.draw(kinds)))
        sessions.update(cx, last)
        assert last in sessions.of_pair(cx, pair.id)


@quick
@given(data=st.data())
def test_an_agreement_comes_back_equal(lasting: ProgrammeFile, data: st.DataObject) -> None:
    with samples.scratch(lasting) as cx:
        pair = pairs.of_edition(cx, run_of(cx))[0]
        value = data.draw(samples.papers(pair.id))
        stored = replace(value, id=agreements.add(cx, value))
        assert agreements.get(cx, stored.id) == stored
        changed = replace(data.draw(samples.papers(pair.id)), id=stored.id)
        agreements.update(cx, changed)
        assert agreements.of_pair(cx, pair.id)[-1] == agreements.of_edition(cx, run_of(cx))[-1] == changed


@quick
@given(key=samples.texts(400), texts=st.lists(samples.texts(1_000), min_size=1, max_size=3))
def test_a_draft_keeps_its_last_text(lasting: ProgrammeFile, key: str, texts: list[str]) -> None:
    with samples.scratch(lasting) as cx:
        for text in texts:
            drafts.put(cx, key, text)
        assert drafts.get(cx, key) == texts[-1]
        assert drafts.all(cx) == {key: texts[-1]}
        drafts.remove(cx, key)
        assert drafts.get(cx, key) is None


def test_a_missing_row_is_a_defect(lasting: ProgrammeFile) -> None:
    with samples.scratch(lasting) as cx:
        getters: tuple[Any, ...] = (editions.get, sites.get, people.get, pairs.get, sessions.get, agreements.get)
        for get in getters:
            with pytest.raises(LookupError):
                get(cx, 10**6)
        with pytest.raises(LookupError):
            people.remove(cx, PersonId(10**6))
        with pytest.raises(LookupError):
            people.update(cx, replace(people.all(cx)[0], id=10**6))


@quick
@given(data=st.data())
def test_a_kept_proposal_comes_back_equal_and_goes_whole(lasting: ProgrammeFile, data: st.DataObject) -> None:
    with samples.scratch(lasting) as cx:
        run, before = run_of(cx), scenarios.of_edition(cx, run_of(cx))
        value = data.draw(samples.kept(run, tuple(person.id for person in people.all(cx))))
        stored = replace(value, id=scenarios.add(cx, value))
        assert scenarios.of_edition(cx, run) == (*before, stored)
        scenarios.rename(cx, stored.id, "Otra")
        assert scenarios.of_edition(cx, run)[-1] == replace(stored, name="Otra")
        scenarios.remove(cx, stored.id)
        assert scenarios.of_edition(cx, run) == before


def test_who_is_erased_leaves_a_kept_proposal_without_their_pairs(lasting: ProgrammeFile) -> None:
    with samples.scratch(lasting) as cx:
        run = run_of(cx)
        *_rest, one, other = people.all(cx)
        value = Scenario(ScenarioId(0), "Con quien se va", samples.START, Aim.TOTAL, (ScenarioPair(one.id, other.id, 50.0),), run, 1)
        scenarios.add(cx, value)
        people.remove(cx, other.id)
        assert [(each.pairs, each.size) for each in scenarios.of_edition(cx, run)][-1] == ((), 1)
