# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the rows of a spreadsheet make of the people of the file: worked out whole before anything is written.

People, topics and sites that are not in the file yet get negative ids here; `imports` gives them real ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, is_draft
from revmentor_desktop.domain.people import Exclusion, ExclusionId, Person, PersonId, folded, makes_cycle
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import Offer, TopicId, Want
from revmentor_desktop.exchange.answers import Answers, Problem, TopicText
from revmentor_desktop.programme.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row that can be taken: ``match`` is the person it is about, ``namesakes`` people of the same name and another e-mail."""

    answers: Answers
    match: PersonId | None
    namesakes: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Records as they will stand. ``new_topics`` and ``new_sites`` are names by their negative ids."""

    people: tuple[Person, ...]
    enrolments: tuple[Enrolment, ...]
    exclusions: tuple[Exclusion, ...]
    new_topics: Mapping[TopicId, str]
    new_sites: Mapping[SiteId, str]
    added: int
    updated: int
    unchanged: int
    drafts: int
    warnings: tuple[Problem, ...]


def match_row(snapshot: Snapshot, answers: Answers) -> RowPlan:
    """Find whom a row is about: by e-mail; by name and department only when one side has no e-mail (domain.md §3.4, §5)."""
    for person in snapshot.people.values():
        if answers.email is not None and person.email == answers.email:
            return RowPlan(answers, person.id)
    for person in snapshot.people.values():
        if answers.code is not None and person.code == answers.code and person.email is None:
            return RowPlan(answers, person.id)
    name = folded(f"{answers.first_name} {answers.last_name}")
    alike = [person for person in snapshot.people.values() if folded(person.full_name) == name]
    for person in alike:
        departments = {folded(person.department), folded(answers.department)} - {""}
        if (answers.email is None or person.email is None) and len(departments) < 2:
            return RowPlan(answers, person.id)
    return RowPlan(answers, None, tuple(person.id for person in alike))


class Merge:
    """Works out one import. Use `outcome` once."""

    def __init__(self, snapshot: Snapshot, rows: Sequence[RowPlan]) -> None:
        self._snapshot = snapshot
        self._rows = rows
        self._ids = {row.answers.row: row.match or PersonId(-row.answers.row) for row in rows}
        self._people: dict[PersonId, Person] = dict(snapshot.people)
        self._topics = {folded(topic.name): topic.id for topic in snapshot.topics.values()}
        self._sites = {folded(site.name): site.id for site in snapshot.sites.values()}
        self._new_topics: dict[TopicId, str] = {}
        self._new_sites: dict[SiteId, str] = {}
        self._warnings: list[Problem] = []

    def outcome(self) -> Outcome:
        """Return the records that the rows make, and what could not be placed."""
        for row in self._rows:
            self._people[self._ids[row.answers.row]] = self._person(row)
            if row.match is None and row.namesakes:
                self._warn(row.answers, "email", "same_name", name=f"{row.answers.first_name} {row.answers.last_name}")
        for row in self._rows:
            self._set_boss(row.answers)
        enrolments = [self._enrolment(row.answers) for row in self._rows]
        exclusions = [exclusion for row in self._rows for exclusion in self._exclusions(row.answers)]
        return self._compared(enrolments, exclusions)

    def _compared(self, enrolments: list[Enrolment], exclusions: list[Exclusion]) -> Outcome:
        before = self._snapshot
        excluding = {exclusion.by_id for exclusion in exclusions}
        people: list[Person] = []
        changed: list[Enrolment] = []
        added = updated = 0
        for enrolment in enrolments:
            person = self._people[enrolment.person_id]
            new = person.id not in before.enrolments
            person_differs = person != before.people.get(person.id)
            answers_differ = enrolment != before.enrolments.get(person.id)
            people.extend([person] if person_differs else [])
            changed.extend([enrolment] if answers_differ else [])
            added += new
            updated += not new and (person_differs or answers_differ or person.id in excluding)
        return Outcome(
            people=tuple(people),
            enrolments=tuple(changed),
            exclusions=tuple(exclusions),
            new_topics=self._new_topics,
            new_sites=self._new_sites,
            added=added,
            updated=updated,
            unchanged=len(enrolments) - added - updated,
            drafts=sum(is_draft(self._people[e.person_id], e) for e in enrolments),
            warnings=tuple(self._warnings),
        )

    def _person(self, row: RowPlan) -> Person:
        """An answer that is there replaces the old one; an empty cell never empties anything."""
        answers, person_id = row.answers, self._ids[row.answers.row]
        base = self._snapshot.people.get(person_id) or Person(person_id, 0, answers.first_name, answers.last_name)
        return replace(
            base,
            first_name=answers.first_name,
            last_name=answers.last_name,
            email=answers.email or base.email,
            uses_email=bool(answers.email or base.email) or (base.uses_email and answers.uses_email),
            department=answers.department or base.department,
            position=answers.position or base.position,
            level=answers.level or base.level,
            site_id=self._site(answers.site) if answers.site else base.site_id,
            languages=answers.languages or base.languages,
            band=answers.band or base.band,
        )

    def _enrolment(self, answers: Answers) -> Enrolment:
        person_id = self._ids[answers.row]
        base = self._snapshot.enrolments.get(person_id) or Enrolment(EnrolmentId(0), self._snapshot.edition.id, person_id)
        wants = tuple(Want(topic_id, grade) for topic_id, grade in self._graded(answers, "wants", answers.wants))
        offers = tuple(Offer(topic_id, grade) for topic_id, grade in self._graded(answers, "offers", answers.offers))
        return replace(
            base,
            role=answers.role or base.role,
            motivation=answers.motivation or base.motivation,
            expectation=answers.expectation or base.expectation,
            wants=wants or base.wants,
            offers=offers or base.offers,
            windows=answers.windows or base.windows,
            absences=answers.absences or base.absences,
            modality=answers.modality or base.modality,
            capacity=answers.capacity or base.capacity,
            notice=answers.notice or base.notice,
            private_notes=answers.private_notes or base.private_notes,
        )

    def _set_boss(self, answers: Answers) -> None:
        if not answers.boss:
            return
        person_id, boss_id = self._ids[answers.row], self._find(answers.boss)
        bosses = {person.id: person.boss_id for person in self._people.values()}
        if boss_id is None:
            self._warn(answers, "boss", "unknown_boss", name=answers.boss)
        elif makes_cycle(person_id, boss_id, bosses):
            self._warn(answers, "boss", "boss_cycle", name=answers.boss)
        else:
            self._people[person_id] = replace(self._people[person_id], boss_id=boss_id)

    def _exclusions(self, answers: Answers) -> list[Exclusion]:
        by_id, found = self._ids[answers.row], list[Exclusion]()
        for name in answers.exclusions:
            other_id = self._find(name)
            if other_id is None or other_id == by_id:
                self._warn(answers, "exclusions", "unknown_exclusion", name=name)
            elif not any(e.by_id == by_id and e.other_id == other_id for e in (*self._snapshot.exclusions, *found)):
                found.append(Exclusion(ExclusionId(0), by_id, other_id))
        return found

    def _find(self, text: str) -> PersonId | None:
        """Somebody by e-mail, ``#code`` or a name that only one person has."""
        wanted = folded(text)
        for person in self._people.values():
            if wanted == (person.email or "") or (person.code and wanted == f"#{person.code}"):
                return person.id
        alike = [person.id for person in self._people.values() if wanted in {folded(person.full_name), folded(person.short_name)}]
        return alike[0] if len(alike) == 1 else None

    def _graded(self, answers: Answers, field: str, listed: Sequence[TopicText]) -> list[tuple[TopicId, int]]:
        """Topics with their grade; one that is named twice counts once, at its higher grade."""
        grades: dict[TopicId, int] = {}
        for topic in listed:
            topic_id = self._topic(answers, field, topic)
            grades[topic_id] = max(grades.get(topic_id, 0), topic.grade)
        return list(grades.items())

    def _topic(self, answers: Answers, field: str, topic: TopicText) -> TopicId:
        key = folded(topic.name)
        if key not in self._topics:
            topic_id = TopicId(-1 - len(self._new_topics))
            self._topics[key], self._new_topics[topic_id] = topic_id, topic.name
            self._warn(answers, field, "unknown_topic", name=topic.name)
        return self._topics[key]

    def _site(self, name: str) -> SiteId:
        key = folded(name)
        if key not in self._sites:
            site_id = SiteId(-1 - len(self._new_sites))
            self._sites[key], self._new_sites[site_id] = site_id, name
        return self._sites[key]

    def _warn(self, answers: Answers, field: str, code: str, **data: object) -> None:
        self._warnings.append(Problem(answers.row, field, code, data))
