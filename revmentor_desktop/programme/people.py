# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Enrolling people: their data, their answers, who must not meet whom."""

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import (
    Exclusion,
    ExclusionId,
    Person,
    PersonId,
    checked_email,
    checked_name,
    checked_text,
    folded,
    makes_cycle,
)
from revmentor_desktop.domain.sites import Site, SiteId
from revmentor_desktop.domain.topics import Topic, TopicId
from revmentor_desktop.programme.changes import changed_fields
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import enrolments, people, sites, topics
from revmentor_desktop.store.file import Connection


def checked_person(snapshot: Snapshot, person: Person) -> Person:
    """Return ``person`` in its stored form, or raise `DomainError` at the field that is wrong.

    An empty answer is allowed (the enrolment stays a draft) but for the name; a wrong one is not.
    Reasons beside those of the fields: ``email: taken`` (with the name), ``boss_id: cycle``.
    """
    first = checked_name("first_name", person.first_name)
    last = checked_name("last_name", person.last_name)
    email = checked_email(person.email) if person.email else None
    if email is not None:
        for other in snapshot.people.values():
            if other.id != person.id and other.email == email:
                raise DomainError("email", "taken", name=other.full_name)
    bosses = {p.id: p.boss_id for p in snapshot.people.values()}
    if person.boss_id is not None and makes_cycle(person.id, person.boss_id, bosses):
        raise DomainError("boss_id", "cycle", name=snapshot.people[person.boss_id].full_name)
    return replace(
        person,
        first_name=first,
        last_name=last,
        email=email,
        department=checked_text("department", person.department, 120),
        position=checked_text("position", person.position, 120),
    )


def enrol(workspace: Workspace, person: Person, enrolment: Enrolment | None = None) -> PersonId:
    """Add a new person to the file and to the current edition; ``enrolment`` holds the answers so far."""
    snapshot = workspace.snapshot()
    stored = checked_person(snapshot, person)
    with workspace.action("enrol", name=stored.short_name) as cx:
        person_id = people.add(cx, replace(stored, code=people.next_code(cx)))
        answers = enrolment or Enrolment(EnrolmentId(0), snapshot.edition.id, person_id)
        enrolments.add(cx, replace(answers, edition_id=snapshot.edition.id, person_id=person_id))
        workspace.note(person_id=person_id)
        return person_id


def enrol_known(workspace: Workspace, person_id: PersonId) -> None:
    """Enrol somebody of the file who is not in the current edition yet."""
    snapshot = workspace.snapshot()
    with workspace.action("enrol", name=snapshot.people[person_id].short_name, person_id=person_id) as cx:
        enrolments.add(cx, Enrolment(EnrolmentId(0), snapshot.edition.id, person_id))


def save_person(workspace: Workspace, person: Person) -> None:
    """Keep somebody's data. Raises `DomainError` at the field that is wrong; nothing changes then."""
    stored = checked_person(workspace.snapshot(), person)
    before = workspace.snapshot().people.get(stored.id)
    if stored == before:
        return
    with workspace.action("save_person", name=stored.short_name, person_id=stored.id, fields=changed_fields(before, stored)) as cx:
        people.update(cx, stored)


def save_enrolment(workspace: Workspace, enrolment: Enrolment) -> None:
    """Keep somebody's answers. Raises `DomainError` at the field that is wrong."""
    snapshot = workspace.snapshot()
    stored = replace(
        enrolment,
        motivation=checked_text("motivation", enrolment.motivation),
        expectation=checked_text("expectation", enrolment.expectation),
        private_notes=checked_text("private_notes", enrolment.private_notes),
    )
    before, person_id = snapshot.enrolments.get(stored.person_id), stored.person_id
    if stored == before:
        return
    about = {"name": snapshot.people[person_id].short_name, "person_id": person_id, "fields": changed_fields(before, stored)}
    with workspace.action("save_enrolment", **about) as cx:
        enrolments.update(cx, stored)


def withdraw(workspace: Workspace, person_id: PersonId, today: date) -> None:
    """Take somebody out of the edition, without a reason; their data stay."""
    _set_withdrawn(workspace, person_id, today, "withdraw")


def come_back(workspace: Workspace, person_id: PersonId) -> None:
    """Take somebody into the edition again."""
    _set_withdrawn(workspace, person_id, None, "come_back")


def add_exclusion(workspace: Workspace, by_id: PersonId, other_id: PersonId, reason: str = "") -> None:
    """Note that two people must not be paired. It is secret, absolute and needs no reason."""
    if by_id == other_id:
        raise DomainError("other_id", "same_person")
    snapshot = workspace.snapshot()
    if any({e.by_id, e.other_id} == {by_id, other_id} and e.by_id == by_id for e in snapshot.exclusions):
        return
    with workspace.action("add_exclusion", name=snapshot.people[by_id].short_name, person_id=by_id) as cx:
        people.add_exclusion(cx, Exclusion(ExclusionId(0), by_id, other_id, checked_text("reason", reason)))


def remove_exclusion(workspace: Workspace, exclusion_id: ExclusionId) -> None:
    """Take an incompatibility back."""
    snapshot = workspace.snapshot()
    by_id = next((exclusion.by_id for exclusion in snapshot.exclusions if exclusion.id == exclusion_id), None)
    if by_id is None:
        return
    with workspace.action("remove_exclusion", name=snapshot.people[by_id].short_name, person_id=by_id) as cx:
        people.remove_exclusion(cx, exclusion_id)


def add_topic(workspace: Workspace, name: str) -> TopicId:
    """Add a topic of the firm's own, without area; one that is there already is returned instead."""
    text = checked_name("topic", name)
    for topic in workspace.snapshot().topics.values():
        if folded(topic.name) == folded(text):
            return topic.id
    with workspace.action("add_topic", name=text) as cx:
        topic_id = topics.add_topic(cx, Topic(TopicId(0), text, None))
        workspace.note(topic_id=topic_id)
        return topic_id


def site_named(workspace: Workspace, name: str) -> SiteId:
    """Return the site called so; a new one gets the community of the edition."""
    text = checked_name("site_id", name)
    for site in workspace.snapshot().sites.values():
        if folded(site.name) == folded(text):
            return site.id
    with workspace.action("add_site", name=text) as cx:
        site_id = find_or_add_site(cx, text, workspace.snapshot().edition.region)
        workspace.note(site_id=site_id)
        return site_id


def find_or_add_site(cx: Connection, name: str, region: str) -> SiteId:
    """Return the id of the site called ``name`` (accents and case ignored), made with ``region`` if it is new."""
    for site in sites.all(cx):
        if folded(site.name) == folded(name):
            return site.id
    time_zone = "Atlantic/Canary" if region == "CN" else "Europe/Madrid"
    return sites.add(cx, Site(SiteId(0), name, region, time_zone))


def _set_withdrawn(workspace: Workspace, person_id: PersonId, day: date | None, code: str) -> None:
    snapshot = workspace.snapshot()
    with workspace.action(code, name=snapshot.people[person_id].short_name, person_id=person_id) as cx:
        enrolments.update(cx, replace(snapshot.enrolments[person_id], withdrawn_on=day))
