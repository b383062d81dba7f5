# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How well a mentor and a mentee fit: six criteria, their reasons, and the warnings (domain rules, section 6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Enrolment, Modality
from revmentor_desktop.domain.people import Person, PersonId, chain_of
from revmentor_desktop.domain.topics import Offer, Topic, TopicId, TopicLevel, Want
from revmentor_desktop.pairing.situation import Situation

CRITERIA: tuple[str, ...] = ("learn", "give_back", "hours", "hierarchy", "department", "ease")
"""Names of the criteria, in the order in which they are shown."""
NEUTRAL = 0.5
"""Coverage of somebody who wants nothing."""
SAME_AREA = 0.25
"""What an offer of the same area is worth when the topic itself is not offered."""
ENOUGH_MINUTES = 180
"""Shared minutes a week from which more hours add nothing."""
LOW_SCORE = 40.0
"""Score below which a pair carries a warning."""
TOLERANCE = 1e-9
"""By how much a score may miss a limit and still meet it (domain rules: minimum − 1e-9)."""


@dataclass(frozen=True, slots=True)
class Match:
    """A want that is met. ``via`` is the offered topic of the same area, ``None`` when the topic itself is offered.

    ``match`` is in 0…1, ``priority`` 1–3.
    """

    topic_id: TopicId
    via: TopicId | None
    match: float
    priority: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a pair: ``value`` 0…1, ``share`` its weight renormalised to 100, and the reason.

    Reasons and their data:
    ``learn``, ``give_back``: ``topics`` (matches: tuple of `Match`, best first), ``nothing``, ``no_wants``;
    ``hours``: ``shared`` or ``none`` (windows: tuple of Window, minutes: int a week);
    ``hierarchy``: ``levels`` (apart: int), ``same_level``, ``mentor_above`` (apart: int), ``unknown``;
    ``department``: ``different``, ``same``, ``unknown`` (mentor, mentee: names);
    ``ease``: ``language_and_place``, ``language``, ``place``, ``nothing`` (languages: those shared, same_site,
    no_in_person: bool).
    """

    name: str
    value: float
    share: float
    reason: str
    data: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def points(self) -> float:
        """What the criterion adds to the score."""
        return self.value * self.share


@dataclass(frozen=True, slots=True)
class Assessment:
    """A pair judged: the criteria in the order of `CRITERIA` and the warnings, as codes.

    Warnings: ``same_chain``, ``same_department``, ``paired_before``, ``tried_before`` (their pair of this edition is over),
    ``low_score``, ``second_pair``, ``one_window`` (only one stretch a week in which a session fits).
    """

    mentor_id: PersonId
    mentee_id: PersonId
    criteria: tuple[Criterion, ...]
    warnings: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The exact score, 0–100."""
        return sum(criterion.points for criterion in self.criteria)

    @property
    def by_name(self) -> dict[str, Criterion]:
        """The criteria by name."""
        return {criterion.name: criterion for criterion in self.criteria}


def matched_topics(wants: Iterable[Want], offers: Iterable[Offer], topics: Mapping[TopicId, Topic]) -> tuple[Match, ...]:
    """Return the wants that ``offers`` meet, best first (priority · match, then match, then topic)."""
    levels: dict[TopicId, int] = {}
    for offer in offers:
        levels[offer.topic_id] = max(levels.get(offer.topic_id, 0), offer.level)
    best: dict[int, tuple[int, TopicId]] = {}
    for topic_id, level in levels.items():
        area = _area(topic_id, topics)
        if area is not None:
            best[area] = min(best.get(area, (0, topic_id)), (-level, topic_id))
    found = [match for want in wants if (match := _match(want, levels, best, topics)) is not None]
    return tuple(sorted(found, key=lambda match: (-match.priority * match.match, -match.match, match.topic_id)))


def _match(
    want: Want, levels: Mapping[TopicId, int], best: Mapping[int, tuple[int, TopicId]], topics: Mapping[TopicId, Topic]
) -> Match | None:
    """Return how a want is met; ``best`` is the offer of each area with the highest level, its level counted downwards."""
    if want.topic_id in levels:
        return Match(want.topic_id, None, levels[want.topic_id] / TopicLevel.EXPERT, want.priority)
    area = _area(want.topic_id, topics)
    near = best.get(area) if area is not None else None
    if near is None:
        return None
    level, via = near
    return Match(want.topic_id, via, SAME_AREA * -level / TopicLevel.EXPERT, want.priority)


def _area(topic_id: TopicId, topics: Mapping[TopicId, Topic]) -> int | None:
    topic = topics.get(topic_id)
    return None if topic is None else topic.area_id


def coverage(wants: Iterable[Want], offers: Iterable[Offer], topics: Mapping[TopicId, Topic]) -> float:
    """Return how far ``offers`` meet ``wants``: Σ priority · match / Σ priority, 0…1; 0.5 without wants."""
    wanted = tuple(wants)
    if not wanted:
        return NEUTRAL
    return _covered(wanted, matched_topics(wanted, offers, topics))


def _covered(wants: tuple[Want, ...], matches: tuple[Match, ...]) -> float:
    return sum(match.priority * match.match for match in matches) / sum(want.priority for want in wants)


def _wishes(name: str, share: float, learner: Enrolment | None, teacher: Enrolment | None, topics: Mapping[TopicId, Topic]) -> Criterion:
    wants = learner.wants if learner else ()
    if not wants:
        return Criterion(name, NEUTRAL, share, "no_wants")
    matches = matched_topics(wants, teacher.offers if teacher else (), topics)
    if not matches:
        return Criterion(name, 0.0, share, "nothing")
    return Criterion(name, _covered(wants, matches), share, "topics", {"matches": matches})


def _hours(share: float, windows: tuple[Window, ...]) -> Criterion:
    minutes = sum(window.minutes for window in windows)
    value = min(1.0, minutes / ENOUGH_MINUTES)
    return Criterion("hours", value, share, "shared" if windows else "none", {"windows": windows, "minutes": minutes})


def _hierarchy(share: float, mentor: Person, mentee: Person) -> Criterion:
    if mentor.level is None or mentee.level is None:
        return Criterion("hierarchy", 0.0, share, "unknown")
    apart = mentee.level - mentor.level
    if apart == 0:
        return Criterion("hierarchy", 0.0, share, "same_level")
    if apart < 0:
        return Criterion("hierarchy", 0.0, share, "mentor_above", {"apart": -apart})
    return Criterion("hierarchy", 0.5 if apart == 1 else 1.0, share, "levels", {"apart": apart})


def _department(share: float, situation: Situation, mentor: Person, mentee: Person) -> Criterion:
    one, other = situation.folded(mentor.department), situation.folded(mentee.department)
    if not one or not other:
        return Criterion("department", 0.0, share, "unknown", {"mentor": mentor.department, "mentee": mentee.department})
    reason = "same" if one == other else "different"
    return Criterion("department", float(one != other), share, reason, {"mentor": mentor.department, "mentee": mentee.department})


def _ease(share: float, situation: Situation, mentor: Person, mentee: Person) -> Criterion:
    theirs = {situation.folded(language) for language in mentee.languages}
    languages = tuple(language for language in mentor.languages if situation.folded(language) in theirs)
    same_site = situation.same_site(mentor.id, mentee.id)
    modalities = {enrolment.modality for one in (mentor, mentee) if (enrolment := situation.enrolments.get(one.id))}
    no_in_person = Modality.IN_PERSON not in modalities
    place = same_site or no_in_person
    reason = {(True, True): "language_and_place", (True, False): "language", (False, True): "place"}.get(
        (bool(languages), place), "nothing"
    )
    value = 0.5 * bool(languages) + 0.5 * place
    return Criterion("ease", value, share, reason, {"languages": languages, "same_site": same_site, "no_in_person": no_in_person})


def _criteria(situation: Situation, mentor: Person, mentee: Person) -> tuple[Criterion, ...]:
    shares = situation.shares
    teacher, learner = situation.enrolments.get(mentor.id), situation.enrolments.get(mentee.id)
    return (
        _wishes("learn", shares["learn"], learner, teacher, situation.topics),
        _wishes("give_back", shares["give_back"], teacher, learner, situation.topics),
        _hours(shares["hours"], situation.shared(mentor.id, mentee.id)),
        _hierarchy(shares["hierarchy"], mentor, mentee),
        _department(shares["department"], situation, mentor, mentee),
        _ease(shares["ease"], situation, mentor, mentee),
    )


def _warnings(situation: Situation, mentor: Person, mentee: Person, criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    bosses = situation.bosses()
    # The direct boss is a block, so only those further up are left to warn of.
    above = {*chain_of(mentor.id, bosses)[1:]} & {mentee.id} or {*chain_of(mentee.id, bosses)[1:]} & {mentor.id}
    theirs = situation.living_of(mentor.id, mentee.id)
    found = {
        "same_chain": bool(above),
        "same_department": criteria[CRITERIA.index("department")].reason == "same",
        "paired_before": bool({(mentor.id, mentee.id), (mentee.id, mentor.id)} & situation.earlier),
        "tried_before": frozenset((mentor.id, mentee.id)) in situation.over(),
        "low_score": sum(criterion.points for criterion in criteria) < LOW_SCORE - TOLERANCE,
        "second_pair": any((pair.mentor_id, pair.mentee_id) != (mentor.id, mentee.id) for pair in theirs),
        "one_window": _fitting_stretches(situation, criteria) == 1,
    }
    return tuple(code for code, applies in found.items() if applies)


def _fitting_stretches(situation: Situation, criteria: tuple[Criterion, ...]) -> int:
    windows = cast("tuple[Window, ...]", criteria[CRITERIA.index("hours")].data["windows"])
    return sum(window.minutes >= situation.edition.minutes for window in windows)


def assess(situation: Situation, mentor_id: PersonId, mentee_id: PersonId) -> Assessment:
    """Judge two people as mentor and mentee, blocked or not. Raises `KeyError` for somebody who is not in ``people``."""
    mentor, mentee = situation.people[mentor_id], situation.people[mentee_id]
    criteria = _criteria(situation, mentor, mentee)
    return Assessment(mentor_id, mentee_id, criteria, _warnings(situation, mentor, mentee, criteria))


def score(situation: Situation, mentor_id: PersonId, mentee_id: PersonId) -> float:
    """Return the exact score (0–100) of two people as mentor and mentee."""
    criteria = _criteria(situation, situation.people[mentor_id], situation.people[mentee_id])
    return sum(criterion.points for criterion in criteria)
