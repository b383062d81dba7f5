# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What pairing looks at: one edition with its people, answers, pairs and exclusions."""

from collections.abc import Mapping
from dataclasses import dataclass

from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.domain.enrolments import Enrolment
from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import Exclusion, Person, PersonId
from revmentor_desktop.domain.topics import Topic, TopicId


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that decides who fits with whom in one edition.

    ``people`` holds every person of the file (bosses may not be enrolled), ``enrolments`` those of this edition by
    person, ``pairs`` all of this edition in any state, ``exclusions`` all that stand. ``earlier`` names the pairs of
    earlier editions as (mentor, mentee).
    """

    edition: Edition
    people: Mapping[PersonId, Person]
    enrolments: Mapping[PersonId, Enrolment]
    pairs: tuple[Pair, ...]
    exclusions: tuple[Exclusion, ...]
    topics: Mapping[TopicId, Topic]
    earlier: frozenset[tuple[PersonId, PersonId]] = frozenset()

    def living(self, ignoring: PairId | None = None) -> tuple[Pair, ...]:
        """Return the living pairs, without the one to be ignored."""
        return tuple(pair for pair in self.pairs if pair.state.living and pair.id != ignoring)

    def fixed(self) -> tuple[Pair, ...]:
        """Return the pairs that the automatic completion leaves alone."""
        return tuple(pair for pair in self.pairs if pair.fixed)

    def replaceable(self) -> tuple[Pair, ...]:
        """Return the unlocked proposals, the only pairs that the automatic completion may replace."""
        return tuple(pair for pair in self.pairs if pair.state.living and not pair.fixed)

    def over(self) -> frozenset[frozenset[PersonId]]:
        """Return the couples whose pair of this edition was declined or is over.

        They are not proposed again, in either direction: two people pair at most once in an edition.
        """
        return frozenset(frozenset((pair.mentor_id, pair.mentee_id)) for pair in self.pairs if not pair.state.living)

    def bosses(self) -> dict[PersonId, PersonId | None]:
        """Return the direct boss of every person."""
        return {person.id: person.boss_id for person in self.people.values()}

    def same_site(self, first: PersonId, second: PersonId) -> bool:
        """Whether two people work at the same place.

        Without a site on either side it is the same one (a small firm with one place leaves the field empty); a
        site on one side only counts as another place.
        """
        return self.people[first].site_id == self.people[second].site_id
