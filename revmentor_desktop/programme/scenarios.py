# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Ways of pairing kept under a name: compared later with what has become of them, and taken up again as far as they still hold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, Pair, PairId
from revmentor_desktop.domain.people import PersonId, checked_name, folded
from revmentor_desktop.domain.scenarios import Aim, Scenario, ScenarioId, ScenarioPair
from revmentor_desktop.pairing import blocks, criteria
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.programme import fitting
from revmentor_desktop.programme.completing import Completion, as_if
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs
from revmentor_desktop.store import scenarios as kept


class Hold(StrEnum):
    """Whether a kept pair still holds."""

    STANDS = "stands"
    """It is a pair today."""
    POSSIBLE = "possible"
    """It could be formed today."""
    GONE = "gone"
    """Somebody of the two is not in the edition any more (``people``)."""
    BLOCKED = "blocked"
    """Something stands against it by now (``block``)."""
    NOT_OFFERED = "not_offered"
    """Their roles no longer fit."""
    OTHER_PAIR = "other_pair"
    """Somebody of the two has another pair meanwhile, which stays (``pairs``)."""
    OVER = "over"
    """They were asked or met in this edition, and it is over."""


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """One kept pair today. ``now`` is today's score, ``people`` who is gone, ``pairs`` the pairs that are in the way."""

    pair: ScenarioPair
    hold: Hold
    now: float
    block: Block | None = None
    people: tuple[PersonId, ...] = ()
    pairs: tuple[PairId, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it stands or can still be formed."""
        return self.hold in {Hold.STANDS, Hold.POSSIBLE}


@dataclass(frozen=True, slots=True)
class Compared:
    """A kept way of pairing beside today.

    ``pairs`` in the order in which they were kept; ``erased`` is how many of them are not known any more, because somebody was erased
    from the file. ``elsewhere`` are today's pairs that it does not have, ``would_go`` those of them that would make room (unlocked
    *propuestas*). ``left_out``: who would be without a pair today if it were taken up, those who want to learn first. ``then`` and
    ``now`` are the totals of the pairs that are still known, on that day and (of those that hold) today.
    """

    scenario: Scenario
    pairs: tuple[ComparedPair, ...]
    erased: int
    elsewhere: tuple[PairId, ...]
    would_go: tuple[PairId, ...]
    left_out: tuple[PersonId, ...]
    then: float
    now: float

    @property
    def possible(self) -> tuple[ComparedPair, ...]:
        """The pairs that would be formed."""
        return tuple(pair for pair in self.pairs if pair.hold is Hold.POSSIBLE)

    @property
    def lost(self) -> tuple[ComparedPair, ...]:
        """The pairs that no longer hold."""
        return tuple(pair for pair in self.pairs if not pair.holds)


@dataclass(frozen=True, slots=True)
class Used:
    """What taking a kept way of pairing up again did: the new pairs, the *propuestas* that went, and what no longer held."""

    added: tuple[PairId, ...]
    removed: tuple[PairId, ...]
    lost: tuple[ComparedPair, ...]


def save(workspace: Workspace, name: str, completion: Completion, today: date, objective: str = Aim.TOTAL) -> ScenarioId:
    """Keep a proposal under a name: all pairs of the edition as they would stand with it. ``objective`` is what it is best at.

    Raises `DomainError`: ``name`` ``empty``, ``too_long``, ``control``; ``scenario`` ``taken``; ``pair`` ``outdated``.
    """
    snapshot = workspace.snapshot()
    after = as_if(snapshot, completion)
    if not all(person in snapshot.people for pair in after.living_pairs for person in (pair.mentor_id, pair.mentee_id)):
        raise DomainError("pair", "outdated")
    label, now = _free_name(snapshot, name), fitting.situation(snapshot)
    rows = {
        (pair.mentor_id, pair.mentee_id): ScenarioPair(
            pair.mentor_id, pair.mentee_id, criteria.score(now, pair.mentor_id, pair.mentee_id), pair.fixed
        )
        for pair in after.living_pairs
    }
    scenario = Scenario(ScenarioId(0), label, today, Aim(objective), tuple(rows.values()), snapshot.edition.id, len(rows))
    with workspace.action("save_scenario", name=label) as cx:
        new = kept.add(cx, scenario)
        workspace.note(scenario_id=new)
    return new


def rename(workspace: Workspace, scenario_id: ScenarioId, name: str) -> None:
    """Give it another name. Raises `DomainError`: ``name`` ``empty``, ``too_long``, ``control``; ``scenario`` ``taken``, ``gone``."""
    snapshot = workspace.snapshot()
    scenario = scenario_of(snapshot, scenario_id)
    label = _free_name(snapshot, name, scenario_id)
    if label != scenario.name:
        with workspace.action("rename_scenario", name=label, scenario_id=scenario_id) as cx:
            kept.rename(cx, scenario_id, label)


def remove(workspace: Workspace, scenario_id: ScenarioId) -> None:
    """Forget it. Raises `DomainError` ``scenario`` ``gone``."""
    scenario = scenario_of(workspace.snapshot(), scenario_id)
    with workspace.action("remove_scenario", name=scenario.name, scenario_id=scenario_id) as cx:
        kept.remove(cx, scenario_id)


def scenario_of(snapshot: Snapshot, scenario_id: ScenarioId) -> Scenario:
    """Return one kept way of pairing. Raises `DomainError` ``scenario`` ``gone``."""
    for scenario in snapshot.scenarios:
        if scenario.id == scenario_id:
            return scenario
    raise DomainError("scenario", "gone")


def compare(snapshot: Snapshot, scenario: Scenario) -> Compared:
    """Say of each kept pair what it was and is, and what no longer holds; touches nothing."""
    found, after = _held(snapshot, scenario)
    couples = {(pair.mentor_id, pair.mentee_id) for pair in scenario.pairs}
    stay = {pair.id for pair in after}
    paired = {person for pair in after for person in (pair.mentor_id, pair.mentee_id)}
    return Compared(
        scenario=scenario,
        pairs=found,
        erased=max(0, scenario.size - len(found)),
        elsewhere=tuple(pair.id for pair in snapshot.living_pairs if (pair.mentor_id, pair.mentee_id) not in couples),
        would_go=tuple(pair.id for pair in snapshot.living_pairs if pair.id not in stay),
        left_out=_left_out(snapshot, paired),
        then=sum(each.pair.score for each in found),
        now=sum(each.now for each in found if each.holds),
    )


def use(workspace: Workspace, scenario: Scenario) -> Used:
    """Form what still holds as *propuesta* around everything that is fixed, in one action; nothing at all when nothing is to be formed.

    What was fixed then is locked again. Unlocked *propuestas* that take the place of a kept pair go. Raises `DomainError` ``scenario``
    ``gone``.
    """
    snapshot = workspace.snapshot()
    compared = compare(snapshot, scenario_of(snapshot, scenario.id))
    if not compared.possible:
        return Used((), (), compared.lost)
    added: list[PairId] = []
    with workspace.action("use_scenario", name=scenario.name, scenario_id=scenario.id) as cx:
        for pair_id in compared.would_go:
            pairs.remove(cx, pair_id)
        for each in compared.possible:
            new = Pair(PairId(0), snapshot.edition.id, each.pair.mentor_id, each.pair.mentee_id, locked=each.pair.fixed)
            added.append(pairs.add(cx, new))
        workspace.note(pair_ids=tuple(added))
    return Used(tuple(added), compared.would_go, compared.lost)


def _free_name(snapshot: Snapshot, name: str, but: ScenarioId | None = None) -> str:
    label = checked_name("name", name)
    if any(folded(each.name) == folded(label) and each.id != but for each in snapshot.scenarios):
        raise DomainError("scenario", "taken", name=label)
    return label


def _held(snapshot: Snapshot, scenario: Scenario) -> tuple[tuple[ComparedPair, ...], tuple[Pair, ...]]:
    """Return each kept pair as it holds today, and all living pairs as they would be with it taken up."""
    now = fitting.situation(snapshot)
    couples = {(pair.mentor_id, pair.mentee_id) for pair in scenario.pairs}
    living = {(pair.mentor_id, pair.mentee_id): pair for pair in snapshot.living_pairs}
    after = [pair for couple, pair in living.items() if pair.fixed or couple in couples]
    found: list[ComparedPair] = []
    known = [pair for pair in scenario.pairs if {pair.mentor_id, pair.mentee_id} <= snapshot.people.keys()]
    for number, each in enumerate(known, start=1):
        score = criteria.score(now, each.mentor_id, each.mentee_id)
        if (each.mentor_id, each.mentee_id) in living:
            found.append(ComparedPair(each, Hold.STANDS, score))
            continue
        one = replace(_lost(replace(now, pairs=(*_over(snapshot), *after)), each), now=score)
        found.append(one)
        if one.hold is Hold.POSSIBLE:
            after.append(Pair(PairId(-number), snapshot.edition.id, each.mentor_id, each.mentee_id, locked=each.fixed))
    if not any(each.hold is Hold.POSSIBLE for each in found):
        return tuple(found), snapshot.living_pairs
    loose = [pair for pair in snapshot.living_pairs if pair.id not in {each.id for each in after}]
    for pair in loose:
        if not blocks.no_place(replace(now, pairs=tuple(after)), pair.mentor_id, pair.mentee_id):
            after.append(pair)
    return tuple(found), tuple(after)


def _over(snapshot: Snapshot) -> Iterable[Pair]:
    return (pair for pair in snapshot.pairs if not pair.state.living)


def _lost(now: Situation, pair: ScenarioPair) -> ComparedPair:
    """Say why a kept pair can't be formed beside the pairs of a situation, or that it can."""
    couple = (pair.mentor_id, pair.mentee_id)
    gone = tuple(person for person in couple if (answers := now.enrolments.get(person)) is None or answers.withdrawn_on is not None)
    if gone:
        return ComparedPair(pair, Hold.GONE, 0.0, people=gone)
    against = blocks.all_blocks(now, *couple)
    before_place = next((block for block in against if block is not Block.CAPACITY), None)
    if before_place is not None:
        return ComparedPair(pair, Hold.BLOCKED, 0.0, block=before_place)
    if not blocks.offered(now, *couple):
        return ComparedPair(pair, Hold.NOT_OFFERED, 0.0)
    if frozenset(couple) in now.over():
        return ComparedPair(pair, Hold.OVER, 0.0)
    if against:
        others = tuple(each.id for each in now.living() if each.id > 0 and (each.has(couple[0]) or each.has(couple[1])))
        # Without any, a place has gone that two of the kept pairs would share.
        return ComparedPair(pair, Hold.OTHER_PAIR if others else Hold.BLOCKED, 0.0, block=Block.CAPACITY, pairs=others)
    return ComparedPair(pair, Hold.POSSIBLE, 0.0)


_LEARNERS_FIRST = (Role.MENTEE, Role.EITHER, Role.MENTOR, None)


def _left_out(snapshot: Snapshot, paired: set[PersonId]) -> tuple[PersonId, ...]:
    alone = [person.id for person in snapshot.enrolled if snapshot.is_active(person.id) and person.id not in paired]
    return tuple(sorted(alone, key=lambda person_id: _LEARNERS_FIRST.index(snapshot.enrolments[person_id].role)))
