# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What pairing looks at: one edition with its people, answers, pairs and exclusions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from revmentor_desktop.domain.availability import Window, shared
from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.domain.enrolments import Enrolment
from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import Exclusion, Person, PersonId, folded
from revmentor_desktop.domain.topics import Topic, TopicId


# Without slots, so that what is asked for every couple is worked out once.
@dataclass(frozen=True)
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
        return self._living if ignoring is None else tuple(pair for pair in self._living if pair.id != ignoring)

    def living_of(self, first: PersonId, second: PersonId) -> tuple[Pair, ...]:
        """Return the living pairs of either of two people."""
        return (*self._by_person.get(first, ()), *(pair for pair in self._by_person.get(second, ()) if not pair.has(first)))

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
        return self._over

    def bosses(self) -> dict[PersonId, PersonId | None]:
        """Return the direct boss of every person."""
        return self._bosses

    def shared(self, mentor_id: PersonId, mentee_id: PersonId) -> tuple[Window, ...]:
        """Return the stretches of the week in which two people can meet, merged; none for somebody not enrolled."""
        couple = mentor_id, mentee_id
        if couple not in self._shared:
            one, other = self.enrolments.get(mentor_id), self.enrolments.get(mentee_id)
            self._shared[couple] = shared(one.windows, other.windows) if one and other else ()
        return self._shared[couple]

    def folded(self, text: str) -> str:
        """Return ``text`` for comparing (see `people.folded`); the same few departments and languages are asked for every couple."""
        if text not in self._folded:
            self._folded[text] = folded(text)
        return self._folded[text]

    @cached_property
    def shares(self) -> dict[str, float]:
        """The weights of the criteria, renormalised so that they add up to 100."""
        return self.edition.weights.shares()

    def same_site(self, first: PersonId, second: PersonId) -> bool:
        """Whether two people work at the same place.

        Without a site on either side it is the same one (a small firm with one place leaves the field empty); a
        site on one side only counts as another place.
        """
        return self.people[first].site_id == self.people[second].site_id

    @cached_property
    def _living(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.state.living)

    @cached_property
    def _bosses(self) -> dict[PersonId, PersonId | None]:
        return {person.id: person.boss_id for person in self.people.values()}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {}

    @cached_property
    def _shared(self) -> dict[tuple[PersonId, PersonId], tuple[Window, ...]]:
        return {}

    @cached_property
    def _over(self) -> frozenset[frozenset[PersonId]]:
        return frozenset(frozenset((pair.mentor_id, pair.mentee_id)) for pair in self.pairs if not pair.state.living)

    @cached_property
    def _by_person(self) -> dict[PersonId, list[Pair]]:
        found: dict[PersonId, list[Pair]] = {}
        for pair in self._living:
            for person_id in (pair.mentor_id, pair.mentee_id):
                found.setdefault(person_id, []).append(pair)
        return found
