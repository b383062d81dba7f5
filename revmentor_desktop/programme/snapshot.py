# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The current edition as frozen records: what screens show and the pure rooms calculate with."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from revmentor_desktop.domain.agreements import Agreement
from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.enrolments import Enrolment, is_draft, missing
from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import Exclusion, Person, PersonId
from revmentor_desktop.domain.scenarios import Scenario
from revmentor_desktop.domain.sessions import Session
from revmentor_desktop.domain.sites import Closure, Site, SiteId
from revmentor_desktop.domain.topics import Area, Topic, TopicId
from revmentor_desktop.store import agreements, editions, enrolments, firm, pairs, people, scenarios, sessions, sites, topics
from revmentor_desktop.store.file import Connection


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything of one edition at one moment. Mappings are by id; ``earlier`` holds (mentor, mentee) of other editions.

    ``hidden``: without anybody's name, only to be looked at (see `hiding`).
    """

    firm: Firm
    edition: Edition
    editions: tuple[Edition, ...]
    people: Mapping[PersonId, Person]
    enrolments: Mapping[PersonId, Enrolment]
    exclusions: tuple[Exclusion, ...]
    areas: tuple[Area, ...]
    topics: Mapping[TopicId, Topic]
    sites: Mapping[SiteId, Site]
    closures: tuple[Closure, ...]
    pairs: tuple[Pair, ...]
    sessions: tuple[Session, ...]
    agreements: tuple[Agreement, ...]
    earlier: frozenset[tuple[PersonId, PersonId]]
    scenarios: tuple[Scenario, ...] = ()
    hidden: bool = False

    @property
    def enrolled(self) -> tuple[Person, ...]:
        """The people of the edition, in the order of their names; those who withdrew too."""
        return tuple(sorted((self.people[pid] for pid in self.enrolments), key=lambda p: (p.first_name, p.last_name, p.id)))

    @property
    def living_pairs(self) -> tuple[Pair, ...]:
        """The pairs that still are one."""
        return tuple(pair for pair in self.pairs if pair.state.living)

    @property
    def drafts(self) -> tuple[Person, ...]:
        """People whose enrolment lacks an answer and who have not withdrawn."""
        return tuple(p for p in self.enrolled if self.is_active(p.id) and is_draft(p, self.enrolments[p.id]))

    def is_active(self, person_id: PersonId) -> bool:
        """Whether somebody is enrolled and has not withdrawn."""
        enrolment = self.enrolments.get(person_id)
        return enrolment is not None and enrolment.withdrawn_on is None

    def missing(self, person_id: PersonId) -> tuple[str, ...]:
        """Return the required answers that somebody has not given yet."""
        return missing(self.people[person_id], self.enrolments[person_id])

    def pair(self, pair_id: PairId) -> Pair:
        """Return one pair. Raises `KeyError` when it is gone."""
        for pair in self.pairs:
            if pair.id == pair_id:
                return pair
        raise KeyError(pair_id)

    def pairs_of(self, person_id: PersonId) -> tuple[Pair, ...]:
        """Return the living pairs of one person."""
        return tuple(pair for pair in self.living_pairs if pair.has(person_id))

    def sessions_of(self, pair_id: PairId) -> tuple[Session, ...]:
        """Return the sessions of one pair by number."""
        return tuple(sorted((s for s in self.sessions if s.pair_id == pair_id), key=lambda s: s.number))

    def agreement_of(self, pair_id: PairId) -> Agreement | None:
        """Return the newest version of a pair's agreement, or ``None`` before the first draft."""
        return max((a for a in self.agreements if a.pair_id == pair_id), key=lambda a: a.version, default=None)

    def site_of(self, person_id: PersonId) -> Site | None:
        """Return where somebody works, or ``None`` when it was not said."""
        site_id = self.people[person_id].site_id
        return None if site_id is None else self.sites.get(site_id)


def read_snapshot(cx: Connection, wanted: EditionId | None = None) -> Snapshot:
    """Read an edition, the current one unless another is ``wanted``. Raises `LookupError` in a file without any edition."""
    edition_id = wanted or editions.current(cx)
    if edition_id is None:
        raise LookupError("edition")
    return Snapshot(
        firm=firm.get(cx),
        edition=editions.get(cx, edition_id),
        editions=editions.all(cx),
        people=MappingProxyType({p.id: p for p in people.all(cx)}),
        enrolments=MappingProxyType({e.person_id: e for e in enrolments.of_edition(cx, edition_id)}),
        exclusions=people.all_exclusions(cx),
        areas=topics.all_areas(cx),
        topics=MappingProxyType({t.id: t for t in topics.all_topics(cx)}),
        sites=MappingProxyType({s.id: s for s in sites.all(cx)}),
        closures=sites.all_closures(cx),
        pairs=pairs.of_edition(cx, edition_id),
        sessions=sessions.of_edition(cx, edition_id),
        agreements=agreements.of_edition(cx, edition_id),
        earlier=pairs.earlier(cx, edition_id),
        scenarios=scenarios.of_edition(cx, edition_id),
    )
