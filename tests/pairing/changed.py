# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The smallest change that unlocks a pair found the slow way: every change is made, and every solution looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from revmentor_desktop.domain.availability import Window, shared, total_minutes
from revmentor_desktop.domain.enrolments import CAPACITY_LIMIT, Modality, Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.blocks import offered
from revmentor_desktop.pairing.change import Change, ChangeKind, with_change
from revmentor_desktop.pairing.criteria import score
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective, complete, with_pairs
from tests.pairing import by_hand
from tests.pairing.by_hand import Couple

DAYS = (0, 2, 4)
CELLS = range(480, 720, 30)
"""Where the made-up firms have their hours; a stretch that goes beyond them is never the smallest."""


@dataclass
class Base:
    """The best completion, and what the changes tried so far came to."""

    situation: Situation
    objective: Objective

    def __post_init__(self) -> None:
        completion = complete(self.situation, self.objective)
        fixed = {one for pair in completion.fixed for one in (pair.mentor_id, pair.mentee_id)}
        self.situation = with_pairs(self.situation, completion)
        self.people = {one for pair in completion.new for one in (pair.mentor_id, pair.mentee_id)} - fixed
        self.counts = completion.mentees, completion.either
        self.possible = by_hand.possible(self.situation, self.situation.edition.minimum)
        self.known: dict[object, set[frozenset[PersonId]]] = {}

    def unlocks(self, change: Change, person_id: PersonId) -> bool:
        """Whether a best completion after the change has one pair more, one of the person's, and leaves nobody out."""
        changed = with_change(self.situation, change)
        pairs = self._pairs(changed, change, person_id)
        opened = {one for couple in {*pairs} - {*self.possible} for one in couple}
        if change.kind not in {ChangeKind.PLACE, ChangeKind.MINIMUM} and person_id not in opened:
            return False
        key = (frozenset(pairs.items()), frozenset((one, answers.capacity) for one, answers in changed.enrolments.items()))
        if key not in self.known:
            self.known[key] = self._covered(changed, pairs)
        return any({*self.people, person_id} <= one for one in self.known[key])

    def _pairs(self, changed: Situation, change: Change, person_id: PersonId) -> dict[Couple, float]:
        """The possible pairs after a change; only those of whose answers change are looked at again."""
        whose = change.person_id
        if whose is None:
            return by_hand.possible(changed, changed.edition.minimum)
        if whose != person_id and change.kind is not ChangeKind.PLACE:
            two = {one: changed.enrolments[one] for one in (whose, person_id)}
            if not {*by_hand.possible(replace(changed, enrolments=two), changed.edition.minimum)} - {*self.possible}:
                return {}
        rest = {couple: value for couple, value in self.possible.items() if whose not in couple}
        return rest | {
            couple: value
            for other in changed.enrolments
            if other != whose
            for couple, value in by_hand.possible(
                replace(changed, enrolments={one: changed.enrolments[one] for one in (whose, other)}), changed.edition.minimum
            ).items()
        }

    def _covered(self, changed: Situation, pairs: dict[Couple, float]) -> set[frozenset[PersonId]]:
        ranked = [(by_hand.figures(changed, self.objective, pairs, one)[:5], one) for one in by_hand.solutions(changed, pairs)]
        best = max(figures for figures, _ in ranked)
        if best[0] <= self.counts[0] and best[3] <= self.counts[1]:
            return set()
        return {frozenset(one for couple in chosen for one in couple) for figures, chosen in ranked if figures == best}


def hours(situation: Situation, person_id: PersonId) -> Iterator[tuple[tuple[int, int, int, int, int, bool], Change]]:
    """Every stretch of the person and of those opposite, with what it is ordered by."""
    for other in situation.enrolments:
        if not any(offered(situation, *couple) for couple in ((person_id, other), (other, person_id))):
            continue
        for whose, partner in ((person_id, other), (other, person_id)):
            windows = situation.enrolments[whose].windows
            for window in (Window(day, start, end + 30) for day in DAYS for start in CELLS for end in CELLS if end >= start):
                ends = Window(window.weekday, window.start, window.start + 30), Window(window.weekday, window.end - 30, window.end)
                if any(total_minutes(shared(windows, (one,))) == 30 for one in ends):
                    continue  # It would only say more hours than are needed.
                minutes = total_minutes((*windows, window)) - total_minutes(windows)
                common = total_minutes(shared((*windows, window), situation.enrolments[partner].windows))
                gained = common - total_minutes(shared(windows, situation.enrolments[partner].windows))
                lacking = minutes - gained if whose == person_id else minutes
                key = (minutes, lacking, window.weekday, window.start, window.end, whose != person_id)
                yield key, Change(ChangeKind.HOURS, whose, window=window, minutes=minutes)


def others(situation: Situation, possible: dict[Couple, float], kind: ChangeKind) -> Iterator[Change]:
    """Every change of another kind, the minimum from the greatest down."""
    if kind is ChangeKind.MINIMUM:
        wider = {value for value in by_hand.possible(situation, 0).values() if value < situation.edition.minimum - 1e-9}
        yield from (Change(kind, minimum=value) for value in sorted(wider, reverse=True))
        return
    for one, answers in situation.enrolments.items():
        if kind is ChangeKind.MODALITY and answers.modality is not Modality.MIXED:
            yield Change(kind, one, modality=Modality.MIXED)
        taught = sum(pair.mentor_id == one for pair in situation.fixed())
        if kind is ChangeKind.PLACE and max(answers.capacity, taught) < CAPACITY_LIMIT and answers.role is not Role.MENTEE:
            yield Change(kind, one, capacity=max(answers.capacity, taught) + 1)
        if kind is ChangeKind.TOPIC:
            levels = {offer.topic_id: offer.level for offer in answers.offers}
            yield from (Change(kind, one, topic_id=topic) for topic in situation.topics if levels.get(topic, 0) < 2)


def after(situation: Situation, change: Change, couple: Couple) -> float:
    """The score of a pair after a change."""
    return score(with_change(situation, change), *couple)
