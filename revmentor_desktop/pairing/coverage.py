# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which topics are wanted and not covered, which are offered for nothing, and whom one could ask. Codes and data; the window words them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.enrolments import CAPACITY_LIMIT, Enrolment, Role, missing
from revmentor_desktop.domain.people import PersonId, folded
from revmentor_desktop.domain.topics import TopicId, TopicLevel
from revmentor_desktop.pairing.blocks import boss_and_report, excluded, offered
from revmentor_desktop.pairing.situation import Situation


@dataclass(frozen=True, slots=True)
class Wanting:
    """Somebody who wants to learn a topic, with the priority 1–3."""

    person_id: PersonId
    priority: int


@dataclass(frozen=True, slots=True)
class Offering:
    """Somebody who offers a topic, with the level 1–3."""

    person_id: PersonId
    level: int


class Gap(StrEnum):
    """Why a wanted topic is not covered, in the order in which the first that applies is said."""

    NOBODY = "nobody"
    """Nobody else offers it."""
    ROLES = "roles"
    """Only people offer it whose role does not let them give it to those who want it."""
    DRAFTS = "drafts"
    """Only enrolments offer it that lack an answer, and a draft is never paired."""
    BASIC = "basic"
    """Nobody knows more of it than the basics."""
    PLACES = "places"
    """All who teach it have fewer places together than there are people who want to learn it."""


class Group(StrEnum):
    """How a topic stands."""

    NOBODY = "nobody"
    SHORT = "short"
    UNWANTED = "unwanted"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Cover:
    """One topic: who wants it (highest priority first), who offers it (highest level first), and what is wrong with it.

    ``learners`` counts those among ``wanted`` who take part only to learn (an *either* may get it the other way), ``places`` the pairs
    that complete enrolments could have as mentors of it: an upper bound, for a place serves all topics of a mentor.
    """

    topic_id: TopicId
    wanted: tuple[Wanting, ...]
    offered: tuple[Offering, ...]
    learners: int
    places: int
    gap: Gap | None

    @property
    def priorities(self) -> int:
        """Sum of the priorities with which it is wanted."""
        return sum(one.priority for one in self.wanted)

    @property
    def group(self) -> Group:
        """How the topic stands."""
        if not self.wanted:
            return Group.UNWANTED
        if self.gap is None:
            return Group.COVERED
        return Group.NOBODY if self.gap is Gap.NOBODY else Group.SHORT


class Basis(StrEnum):
    """What makes somebody worth asking, surest first."""

    DRAFT = "draft"
    """Offers it now; the enrolment lacks answers."""
    MORE_PLACES = "more_places"
    """Teaches it, and has not the most pairs that one may have."""
    OTHER_ROLE = "other_role"
    """Offers it, and their role keeps them from giving it: they could take part as both."""
    OFFERED_BEFORE = "offered_before"
    """Offered it in another edition."""
    SAME_AREA = "same_area"
    """Offers another topic of its area."""
    AREA_BEFORE = "area_before"
    """Offered another topic of its area in another edition."""


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who could be asked about a topic, and why.

    ``via`` is the topic that they offer or offered, at ``level`` 1–3; ``edition_id`` the other edition it is known from, ``None`` for
    this one. ``enrolled``: takes part in this edition.
    """

    person_id: PersonId
    basis: Basis
    via: TopicId
    level: int
    edition_id: EditionId | None
    enrolled: bool


def coverage(situation: Situation) -> tuple[Cover, ...]:
    """Return every topic that somebody of the edition wants or offers; who withdrew does not count, drafts do.

    Most in need first: what nobody offers, what is short, what nobody wants, what is covered; among these what more people want (with a
    higher sum of priorities, or else more offer), then the order of the topics.
    """
    said = _Said(situation, _active(situation))
    found = [_cover(situation, said, topic_id) for topic_id in situation.topics if topic_id in said.topics]
    groups = tuple(Group)
    return tuple(sorted(found, key=lambda one: (groups.index(one.group), -len(one.wanted), -one.priorities, -len(one.offered))))


def invitees(situation: Situation, topic_id: TopicId, others: Sequence[Enrolment] = ()) -> tuple[Invitee, ...]:
    """Return whom one could ask to give a topic, surest first, then the better level, then by name; each person once.

    ``others`` are the enrolments of the other editions, newest edition first. Nobody is named who has withdrawn (from this edition, or
    from the newest one they were in), who wants to learn the topic themselves, or who could be paired with none of those who want it
    (an exclusion, a direct boss).
    """
    active = _active(situation)
    cover = _cover(situation, _Said(situation, active), topic_id)
    search = _Search(situation, cover, {answers.person_id: answers for answers in active})
    newest: dict[PersonId, Enrolment] = {}
    for answers in others:
        newest.setdefault(answers.person_id, answers)
    found: dict[PersonId, Invitee] = {}
    for one in (*search.present(), *search.before(others, newest)):
        if one.person_id not in found or _rank(situation, one) < _rank(situation, found[one.person_id]):
            found[one.person_id] = one
    return tuple(sorted(found.values(), key=lambda one: _rank(situation, one)))


def _rank(situation: Situation, one: Invitee) -> tuple[int, int, str, PersonId]:
    return tuple(Basis).index(one.basis), -one.level, folded(situation.people[one.person_id].full_name), one.person_id


def _active(situation: Situation) -> tuple[Enrolment, ...]:
    return tuple(answers for answers in situation.enrolments.values() if answers.withdrawn_on is None)


def _teaches(answers: Enrolment) -> bool:
    return answers.role is None or answers.role.teaches


def _only_learns(answers: Enrolment) -> bool:
    return answers.role is Role.MENTEE


def _is_draft(situation: Situation, person_id: PersonId) -> bool:
    return bool(missing(situation.people[person_id], situation.enrolments[person_id]))


def _level(answers: Enrolment, topic_id: TopicId) -> int:
    return max((offer.level for offer in answers.offers if offer.topic_id == topic_id), default=0)


class _Said:
    """Who wants and who offers each topic, with priority and level; something said twice counts as the more."""

    def __init__(self, situation: Situation, active: Sequence[Enrolment]) -> None:
        self._names = {answers.person_id: folded(situation.people[answers.person_id].full_name) for answers in active}
        self._wants: dict[TopicId, dict[PersonId, int]] = {}
        self._offers: dict[TopicId, dict[PersonId, int]] = {}
        for answers in active:
            for want in answers.wants:
                _note(self._wants, want.topic_id, answers.person_id, want.priority)
            for offer in answers.offers:
                _note(self._offers, offer.topic_id, answers.person_id, offer.level)
        self.topics = {*self._wants, *self._offers}

    def wanted(self, topic_id: TopicId) -> list[Wanting]:
        """Return who wants a topic, the highest priority first, then by name."""
        return [Wanting(person_id, degree) for person_id, degree in self._sorted(self._wants.get(topic_id, {}))]

    def offered(self, topic_id: TopicId) -> list[Offering]:
        """Return who offers a topic, the highest level first, then by name."""
        return [Offering(person_id, degree) for person_id, degree in self._sorted(self._offers.get(topic_id, {}))]

    def _sorted(self, people: Mapping[PersonId, int]) -> list[tuple[PersonId, int]]:
        return sorted(people.items(), key=lambda one: (-one[1], self._names[one[0]], one[0]))


def _note(by_topic: dict[TopicId, dict[PersonId, int]], topic_id: TopicId, person_id: PersonId, degree: int) -> None:
    people = by_topic.setdefault(topic_id, {})
    people[person_id] = max(degree, people.get(person_id, 0))


def _cover(situation: Situation, said: _Said, topic_id: TopicId) -> Cover:
    wanted, offers = said.wanted(topic_id), said.offered(topic_id)
    learners = [one.person_id for one in wanted if _only_learns(situation.enrolments[one.person_id])]
    serving = [one for one in offers if _serves(situation, one.person_id, wanted, learners)]
    ready = [one for one in serving if not _is_draft(situation, one.person_id)]
    teaching = [situation.enrolments[one.person_id] for one in ready if _teaches(situation.enrolments[one.person_id])]
    places = sum(each.capacity for each in teaching)
    others = any(offer.person_id != want.person_id for offer in offers for want in wanted)
    rules = (
        (Gap.NOBODY, not others),
        (Gap.ROLES, not serving),
        (Gap.DRAFTS, not ready),
        (Gap.BASIC, all(one.level <= TopicLevel.BASIC for one in ready)),
        (Gap.PLACES, places < len(learners)),
    )
    gap = next((gap for gap, applies in rules if applies), None) if wanted else None
    return Cover(topic_id, tuple(wanted), tuple(offers), len(learners), places, gap)


def _serves(situation: Situation, person_id: PersonId, wanted: Sequence[Wanting], learners: Sequence[PersonId]) -> bool:
    """Whether somebody's role lets them give it: as mentor to those who only learn, or, without any, either way to one who wants it."""
    if learners:
        return any(offered(situation, person_id, learner) for learner in learners)
    return any(offered(situation, person_id, one.person_id) or offered(situation, one.person_id, person_id) for one in wanted)


class _Search:
    """Who could be asked about one topic."""

    def __init__(self, situation: Situation, cover: Cover, active: dict[PersonId, Enrolment]) -> None:
        self._situation, self._cover, self._active = situation, cover, active
        self._learners = [one.person_id for one in cover.wanted if _only_learns(situation.enrolments[one.person_id])]
        # Those to be served: who only learns, or everybody who wants it when nobody does.
        self._served = self._learners or [one.person_id for one in cover.wanted]

    def present(self) -> Iterable[Invitee]:
        """Yield those who offer the topic, or another of its area, in this edition."""
        for person_id, answers in self._active.items():
            if not self._may_be_asked(person_id):
                continue
            level = _level(answers, self._cover.topic_id)
            if level:
                basis = self._basis_of_offer(answers)
                if basis is not None:
                    yield Invitee(person_id, basis, self._cover.topic_id, level, None, enrolled=True)
            elif self._gives(answers) and (near := self._near(answers)) is not None:
                yield Invitee(person_id, Basis.SAME_AREA, near[0], near[1], None, enrolled=True)

    def before(self, others: Sequence[Enrolment], newest: dict[PersonId, Enrolment]) -> Iterable[Invitee]:
        """Yield those who offered the topic, or another of its area, in another edition."""
        for answers in others:
            person_id, now = answers.person_id, self._active.get(answers.person_id)
            gone = person_id in self._situation.enrolments if now is None else not self._gives(now)
            if gone or newest[person_id].withdrawn_on is not None or not self._may_be_asked(person_id):
                continue
            if now is not None and _level(now, self._cover.topic_id):
                # It is offered already: that is said of this edition.
                continue
            level = _level(answers, self._cover.topic_id)
            if level:
                yield Invitee(person_id, Basis.OFFERED_BEFORE, self._cover.topic_id, level, answers.edition_id, now is not None)
            elif now is None and (near := self._near(answers)) is not None:
                yield Invitee(person_id, Basis.AREA_BEFORE, near[0], near[1], answers.edition_id, enrolled=False)

    def _may_be_asked(self, person_id: PersonId) -> bool:
        if person_id not in self._situation.people or any(one.person_id == person_id for one in self._cover.wanted):
            return False
        situation = self._situation
        return any(not excluded(situation, person_id, one) and not boss_and_report(situation, person_id, one) for one in self._served)

    def _gives(self, answers: Enrolment) -> bool:
        """Whether the role is one that could give the topic to those who want it."""
        return _serves(self._situation, answers.person_id, self._cover.wanted, self._learners)

    def _basis_of_offer(self, answers: Enrolment) -> Basis | None:
        if not self._gives(answers):
            return Basis.OTHER_ROLE
        if _is_draft(self._situation, answers.person_id):
            return Basis.DRAFT
        # As mentee nobody has more than one pair.
        return Basis.MORE_PLACES if self._learners and answers.capacity < CAPACITY_LIMIT else None

    def _near(self, answers: Enrolment) -> tuple[TopicId, int] | None:
        """Return the best offer of the topic's area, ``None`` without any; a topic without area has no neighbours."""
        topics = self._situation.topics
        topic = topics.get(self._cover.topic_id)
        if topic is None or topic.area_id is None:
            return None
        near = [one for one in answers.offers if one.topic_id in topics and topics[one.topic_id].area_id == topic.area_id]
        best = min(near, key=lambda one: (-one.level, one.topic_id), default=None)
        return None if best is None else (best.topic_id, best.level)
