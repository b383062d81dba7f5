# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The living pairs with their compatibility before and after other weights, and who would be proposed another mentor, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.weighing import Half, Reproposal


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What of a pair no weight changes: names, initials and roles of mentor and mentee, their first topic, and the value (0 to 1) of
    each criterion, by its name.
    """

    names: str
    initials: tuple[str, str]
    roles: tuple[Role, Role]
    topic: str
    values: tuple[tuple[str, float], ...]

    def score(self, weights: Weights) -> float:
        """Return the exact score under some weights."""
        shares = weights.shares()
        return sum(value * shares[name] for name, value in self.values)


@dataclass(frozen=True, slots=True)
class PairChange:
    """One pair and both scores, exact."""

    pair: PairFacts
    before: float
    after: float

    @property
    def difference(self) -> int:
        """Difference of the numbers as they are shown."""
        return round(self.after) - round(self.before)

    @property
    def sentence(self) -> str:
        """The change as it is read aloud."""
        if self.difference == 0:
            return _("{names}: {n} of 100, as before").format(names=self.pair.names, n=round(self.after))
        text = _("{names}: from {before} to {after} of 100")
        return text.format(names=self.pair.names, before=round(self.before), after=round(self.after))


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """Somebody who would be proposed another mentor, in words: their name, who it was and who it would be, both scores if there are.

    ``known`` is false while it is being worked out again.
    """

    name: str
    initials: str
    role: Role
    mentors: str
    before: float | None
    after: float | None
    known: bool = True

    @property
    def sentence(self) -> str:
        """The change as it is read aloud."""
        if not self.known:
            return _("{name}: being worked out").format(name=self.name)
        figures = tuple("–" if score is None else f"{score:.0f}" for score in (self.before, self.after))
        return _("{name}: {mentors}, from {before} to {after} of 100").format(
            name=self.name, mentors=self.mentors, before=figures[0], after=figures[1]
        )


def facts(snapshot: Snapshot) -> tuple[PairFacts, ...]:
    """Return the living pairs in the order of their names: nobody is ranked."""
    found: list[PairFacts] = []
    for pair in snapshot.living_pairs:
        mentor, mentee = snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id]
        assessment = pairs.assess(snapshot, mentor.id, mentee.id)
        found.append(
            PairFacts(
                formats.joined([mentor.short_name, mentee.short_name], current()),
                (mentor.initials, mentee.initials),
                (_role(snapshot, mentor.id, Role.MENTOR), _role(snapshot, mentee.id, Role.MENTEE)),
                _topic(snapshot, assessment),
                tuple((criterion.name, criterion.value) for criterion in assessment.criteria),
            )
        )
    return tuple(sorted(found, key=_by_names))


def changes(known: Sequence[PairFacts], before: Weights, after: Weights) -> tuple[PairChange, ...]:
    """Return the pairs under both sets of weights."""
    return tuple(PairChange(pair, pair.score(before), pair.score(after)) for pair in known)


def in_words(changed: Sequence[Reproposal], snapshot: Snapshot) -> tuple[ProposalChange, ...]:
    """Put into words who would be proposed another mentor."""
    return tuple(_worded(one, snapshot) for one in changed)


def _worded(one: Reproposal, snapshot: Snapshot) -> ProposalChange:
    person = snapshot.people[one.mentee_id]
    mentors = " → ".join(_mentor(half, snapshot) for half in (one.before, one.after))
    scores = [None if half is None else half.score for half in (one.before, one.after)]
    return ProposalChange(person.short_name, person.initials, _role(snapshot, person.id, Role.MENTEE), mentors, scores[0], scores[1])


def _mentor(half: Half | None, snapshot: Snapshot) -> str:
    return _("nobody") if half is None else snapshot.people[half.mentor_id].short_name


def _by_names(pair: PairFacts) -> str:
    return pair.names


def _role(snapshot: Snapshot, person_id: PersonId, side: Role) -> Role:
    enrolment = snapshot.enrolments.get(person_id)
    return enrolment.role if enrolment is not None and enrolment.role is not None else side


def _topic(snapshot: Snapshot, assessment: pairs.Assessment) -> str:
    matches = assessment.by_name["learn"].data.get("matches", ())
    exact = [match.topic_id for match in matches if match.via is None]  # type: ignore[union-attr]
    return snapshot.topics[exact[0]].name if exact else _("Without a direct topic")
