# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Forming pairs with the assistant's help, and what both people say of it. HR decides; both accept."""

from collections.abc import Callable
from dataclasses import replace

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing import change, cost, criteria, explain, explained, proposals, unlock
from revmentor_desktop.programme import answers, completing, fitting, pair_life
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs

Assessment = criteria.Assessment
Baseline = cost.Baseline
Change = change.Change
ChangeKind = change.ChangeKind
Completion = completing.Completion
Cost = cost.Cost
Criterion = criteria.Criterion
Explained = explained.Explained
Gap = completing.Gap
Lonely = explain.Lonely
Match = criteria.Match
Objective = completing.Objective
Outcome = unlock.Outcome
Partner = explain.Partner
Proposal = proposals.Proposal
ProposalName = proposals.ProposalName
Proposed = completing.Proposed
Said = answers.Said
Unlock = unlock.Unlock
Check = Callable[[], None]
"""Asked while something is worked out; raises `solve.CancelledError` to stop."""

# What is done with a pair stands in modules of its own; here the screens find all of it.
accept_both = answers.accept_both
answer = answers.answer
as_if = completing.as_if
assess = fitting.assess
block_of = fitting.block_of
complete = completing.complete
complete_pair = pair_life.complete_pair
consult = answers.consult
end_early = pair_life.end_early
note_answers = answers.note_answers
pause = pair_life.pause
read_warnings = answers.read_warnings
resume = pair_life.resume
scores = fitting.scores
sessions_left = pair_life.sessions_left
set_goals = pair_life.set_goals
situation = fitting.situation
stop_consulting = answers.stop_consulting
unread = fitting.unread
unread_in = fitting.unread_in
use_completion = completing.use_completion
warnings_of = fitting.warnings_of


def _go_on() -> None:
    """Let the work go on."""


def partners(snapshot: Snapshot, person_id: PersonId) -> tuple[Partner, ...]:
    """Rank who could be paired with somebody, best first, blocked ones last with what blocks."""
    return explain.partners(situation(snapshot), person_id)


def lonely(snapshot: Snapshot, minimum: float | None = None) -> tuple[Lonely, ...]:
    """Say of everybody without a living pair why, as a code with its data; ``minimum`` stands in for the edition's."""
    now = situation(snapshot)
    if minimum is not None:
        now = replace(now, edition=replace(now.edition, minimum=minimum))
    return explain.lonely(now)


def base(snapshot: Snapshot, minimum: float | None = None, check: Check = _go_on) -> Baseline:
    """Return the best completion as the base against which pairs cost something; keep it while nothing changes."""
    return cost.baseline(situation(snapshot), minimum, check, completing.countdown())


def costs(known: Baseline, person_id: PersonId, check: Check = _go_on) -> dict[tuple[PersonId, PersonId], Cost]:
    """Return what each pair of one person costs the rest, by (mentor, mentee)."""
    return cost.costs(known, person_id, check)


def explain_person(known: Baseline, person_id: PersonId, check: Check = _go_on) -> tuple[Explained, ...]:
    """Return everybody with whom somebody could be paired, best first, with what it costs the rest; blocked ones last."""
    return explained.explained(known, person_id, check)


def unlock_of(snapshot: Snapshot, person_id: PersonId, minimum: float | None = None, check: Check = _go_on) -> Unlock:
    """Return the smallest single change that would give somebody a partner."""
    return unlock.unlock(situation(snapshot), person_id, Objective.TOTAL, minimum, check)


def unlocks(
    snapshot: Snapshot, objective: Objective = Objective.TOTAL, minimum: float | None = None, check: Check = _go_on
) -> tuple[Unlock, ...]:
    """Return of everybody without a living pair the smallest single change that would give them a partner."""
    return unlock.unlocks(situation(snapshot), objective, minimum, check)


def propose(snapshot: Snapshot, minimum: float | None = None, check: Check = _go_on) -> tuple[Proposal, ...]:
    """Return up to three complete proposals that differ."""
    return proposals.proposals(situation(snapshot), minimum, check, completing.countdown(3 * completing.SECONDS))


def make_pair(workspace: Workspace, mentor_id: PersonId, mentee_id: PersonId, forced: Forced | None = None) -> PairId:
    """Form a pair by hand: *propuesta*, locked.

    Raises `DomainError`: ``not_offered`` (roles), ``paired_already``, ``blocked`` (with the block), ``needs_force`` (with the blocks
    that may be forced with a reason), ``gone``.
    """
    snapshot = workspace.snapshot()
    against = fitting.blocks_of_new(snapshot, mentor_id, mentee_id)
    hard = [block for block in against if not block.forcible]
    if hard:
        raise DomainError("pair", "blocked", block=hard[0])
    if set(against) - set(forced.blocks if forced else ()):
        raise DomainError("pair", "needs_force", blocks=tuple(against))
    pair = Pair(
        PairId(0), snapshot.edition.id, mentor_id, mentee_id, forced=replace(forced, blocks=tuple(against)) if forced and against else None
    )
    with workspace.action("pair", **fitting.about(snapshot, pair)) as cx:
        pair_id = pairs.add(cx, pair)
        workspace.note(pair_id=pair_id)
        return pair_id


def unpair(workspace: Workspace, pair_id: PairId) -> None:
    """Undo a *propuesta*, or a pair in consultation that something stands against by now which can't be forced.

    Others refuse (``DomainError`` ``too_late``): they are withdrawn or ended.
    """
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    if pair.state is not PairState.PROPOSED and not (pair.state is PairState.CONSULTING and fitting.is_stopped(snapshot, pair)):
        raise DomainError("pair", "too_late", state=pair.state)
    with workspace.action("unpair", **fitting.about(snapshot, pair)) as cx:
        pairs.remove(cx, pair_id)


def set_locked(workspace: Workspace, pair_id: PairId, locked: bool) -> None:
    """Fix a pair so that the automatic completion leaves it alone, or release it. Raises `DomainError` ``gone``."""
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    with workspace.action("lock" if locked else "unlock", **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, locked=locked))
