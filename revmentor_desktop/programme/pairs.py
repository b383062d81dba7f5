# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Forming pairs with the assistant's help, and what both people say of it. HR decides; both accept."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.pairing import blocks, change, cost, criteria, explain, explained, proposals, solve, unlock
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs, sessions
from revmentor_desktop.store.file import Connection

Assessment = criteria.Assessment
Baseline = cost.Baseline
Change = change.Change
ChangeKind = change.ChangeKind
Completion = solve.Completion
Cost = cost.Cost
Criterion = criteria.Criterion
Explained = explained.Explained
Lonely = explain.Lonely
Match = criteria.Match
Objective = solve.Objective
Outcome = unlock.Outcome
Partner = explain.Partner
Proposal = proposals.Proposal
ProposalName = proposals.ProposalName
Proposed = solve.Proposed
Unlock = unlock.Unlock
Check = Callable[[], None]
"""Asked while something is worked out; raises `solve.CancelledError` to stop."""


def _go_on() -> None:
    """Let the work go on."""


def situation(snapshot: Snapshot) -> Situation:
    """Return what the pairing room needs of the edition."""
    return Situation(
        edition=snapshot.edition,
        people=snapshot.people,
        enrolments=snapshot.enrolments,
        pairs=snapshot.pairs,
        exclusions=snapshot.exclusions,
        topics=snapshot.topics,
        earlier=snapshot.earlier,
    )


def partners(snapshot: Snapshot, person_id: PersonId) -> tuple[Partner, ...]:
    """Rank who could be paired with somebody, best first, blocked ones last with what blocks."""
    return explain.partners(situation(snapshot), person_id)


def assess(snapshot: Snapshot, mentor_id: PersonId, mentee_id: PersonId) -> Assessment:
    """Return score, criteria with their reasons, and warnings of two people."""
    return criteria.assess(situation(snapshot), mentor_id, mentee_id)


def scores(snapshot: Snapshot) -> dict[PairId, float]:
    """Return today's score of every living pair, exact."""
    now = situation(snapshot)
    return {pair.id: criteria.score(now, pair.mentor_id, pair.mentee_id) for pair in snapshot.living_pairs}


def block_of(snapshot: Snapshot, pair: Pair) -> Block | None:
    """Return what stands against a pair that exists already, ``None`` when nothing does."""
    return blocks.first_block(situation(snapshot), pair.mentor_id, pair.mentee_id, ignoring=pair.id)


def lonely(snapshot: Snapshot, minimum: float | None = None) -> tuple[Lonely, ...]:
    """Say of everybody without a living pair why, as a code with its data; ``minimum`` stands in for the edition's."""
    now = situation(snapshot)
    if minimum is not None:
        now = replace(now, edition=replace(now.edition, minimum=minimum))
    return explain.lonely(now)


def complete(
    snapshot: Snapshot,
    objective: Objective = Objective.TOTAL,
    minimum: float | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Completion:
    """Complete the pairing exactly around what stands (domain.md §6); touches nothing, so it may run beside the window."""
    return solve.complete(situation(snapshot), objective, minimum, cancelled)


def base(snapshot: Snapshot, minimum: float | None = None, check: Check = _go_on) -> Baseline:
    """Return the best completion as the base against which pairs cost something; keep it while nothing changes."""
    return cost.baseline(situation(snapshot), minimum, check)


def costs(known: Baseline, person_id: PersonId, check: Check = _go_on) -> dict[tuple[PersonId, PersonId], Cost]:
    """Return what each pair of one person costs the rest, by (mentor, mentee)."""
    return cost.costs(known, person_id, check)


def explain_person(known: Baseline, person_id: PersonId, check: Check = _go_on) -> tuple[Explained, ...]:
    """Return everybody with whom somebody could be paired, best first, with what it costs the rest; blocked ones last."""
    return explained.explained(known, person_id, check)


def unlock_of(snapshot: Snapshot, person_id: PersonId, minimum: float | None = None, check: Check = _go_on) -> Unlock:
    """Return the smallest single change that would give somebody a partner."""
    return unlock.unlock(situation(snapshot), person_id, Objective.TOTAL, minimum, check)


def propose(snapshot: Snapshot, minimum: float | None = None, check: Check = _go_on) -> tuple[Proposal, ...]:
    """Return up to three complete proposals that differ."""
    return proposals.proposals(situation(snapshot), minimum, check)


def make_pair(workspace: Workspace, mentor_id: PersonId, mentee_id: PersonId, forced: Forced | None = None) -> PairId:
    """Form a pair by hand: *propuesta*, locked.

    Raises `DomainError`: ``not_offered`` (roles), ``blocked`` (with the block), ``needs_force`` (with the blocks that
    may be forced with a reason).
    """
    snapshot = workspace.snapshot()
    now = situation(snapshot)
    if not blocks.offered(now, mentor_id, mentee_id):
        raise DomainError("pair", "not_offered")
    against = blocks.all_blocks(now, mentor_id, mentee_id)
    hard = [block for block in against if not block.forcible]
    if hard:
        raise DomainError("pair", "blocked", block=hard[0])
    if set(against) - set(forced.blocks if forced else ()):
        raise DomainError("pair", "needs_force", blocks=tuple(against))
    pair = Pair(
        PairId(0), snapshot.edition.id, mentor_id, mentee_id, forced=replace(forced, blocks=tuple(against)) if forced and against else None
    )
    with workspace.action("pair", **_about(snapshot, pair)) as cx:
        pair_id = pairs.add(cx, pair)
        workspace.note(pair_id=pair_id)
        return pair_id


def unpair(workspace: Workspace, pair_id: PairId) -> None:
    """Undo a *propuesta*. Later states refuse (``DomainError`` ``too_late``): they are withdrawn or ended."""
    snapshot, pair = _pair(workspace, pair_id)
    if pair.state is not PairState.PROPOSED:
        raise DomainError("pair", "too_late", state=pair.state)
    with workspace.action("unpair", **_about(snapshot, pair)) as cx:
        pairs.remove(cx, pair_id)


def set_locked(workspace: Workspace, pair_id: PairId, locked: bool) -> None:
    """Fix a pair so that the automatic completion leaves it alone, or release it."""
    snapshot, pair = _pair(workspace, pair_id)
    with workspace.action("lock" if locked else "unlock", **_about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, locked=locked))


def consult(workspace: Workspace, pair_ids: Iterable[PairId]) -> None:
    """Start asking both people of each pair: *en consulta*. A pair with a block that can't be forced refuses."""
    snapshot = workspace.snapshot()
    chosen = [snapshot.pair(pair_id) for pair_id in pair_ids]
    for pair in chosen:
        _check_may_advance(snapshot, pair)
    with workspace.action("consult", pairs=len(chosen), pair_ids=tuple(pair.id for pair in chosen)) as cx:
        for pair in chosen:
            pairs.update(cx, replace(pair, state=PairState.CONSULTING))


def stop_consulting(workspace: Workspace, pair_id: PairId) -> None:
    """Take a consultation back: *propuesta* again, without answers."""
    snapshot, pair = _pair(workspace, pair_id)
    if pair.state is not PairState.CONSULTING:
        raise DomainError("pair", "not_consulting", state=pair.state)
    with workspace.action("stop_consulting", **_about(snapshot, pair)) as cx:
        pairs.update(cx, _without_answers(replace(pair, state=PairState.PROPOSED)))


def answer(workspace: Workspace, pair_id: PairId, person_id: PersonId, said: Answer, today: date) -> PairState:
    """Note what one of the two said; returns the pair's state afterwards.

    Two yes make it *aceptada*. «Prefiero otra opción» makes it *no aceptada*, and who said it is kept nowhere.
    """
    snapshot, pair = _pair(workspace, pair_id)
    if pair.state not in {PairState.PROPOSED, PairState.CONSULTING}:
        raise DomainError("pair", "not_consulting", state=pair.state)
    changed = answered(snapshot, pair, person_id, said, today)
    with workspace.action("answer", **_about(snapshot, pair)) as cx:
        pairs.update(cx, changed)
    return changed.state


def answered(snapshot: Snapshot, pair: Pair, person_id: PersonId, said: Answer, today: date) -> Pair:
    """Return the pair as it stands after one person's answer."""
    if said is Answer.OTHER:
        return _without_answers(replace(pair, state=PairState.DECLINED, locked=False))
    if said is Answer.YES:
        _check_may_advance(snapshot, pair)
    on = today if said is Answer.YES else None
    if person_id == pair.mentor_id:
        changed = replace(pair, mentor_answer=said, mentor_answer_on=on)
    else:
        changed = replace(pair, mentee_answer=said, mentee_answer_on=on)
    if changed.mentor_answer is Answer.YES and changed.mentee_answer is Answer.YES:
        return _accepted(snapshot, changed, today)
    return replace(changed, state=PairState.CONSULTING)


def accept_both(workspace: Workspace, pair_ids: Iterable[PairId], today: date) -> None:
    """Note in one action that both people of each pair said yes; pairs past *en consulta* are refused."""
    snapshot = workspace.snapshot()
    chosen = [snapshot.pair(pair_id) for pair_id in pair_ids]
    changed: list[Pair] = []
    for pair in chosen:
        if pair.state not in {PairState.PROPOSED, PairState.CONSULTING}:
            raise DomainError("pair", "not_consulting", state=pair.state)
        half = answered(snapshot, pair, pair.mentor_id, Answer.YES, today)
        changed.append(half if half.state is PairState.ACCEPTED else answered(snapshot, half, pair.mentee_id, Answer.YES, today))
    with workspace.action("accept_both", pairs=len(changed), pair_ids=tuple(pair.id for pair in changed)) as cx:
        for pair in changed:
            pairs.update(cx, pair)


def end_early(workspace: Workspace, pair_id: PairId) -> None:
    """End an accepted pair without blame: its open sessions are cancelled, held ones and papers stay."""
    snapshot, pair = _pair(workspace, pair_id)
    if not pair.state.has_sessions:
        raise DomainError("pair", "not_running", state=pair.state)
    with workspace.action("end_early", **_about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, state=PairState.ENDED_EARLY))
        for session in snapshot.sessions_of(pair_id):
            if session.state in {SessionState.PLANNED, SessionState.POSTPONED}:
                sessions.update(cx, replace(session, state=SessionState.CANCELLED))


def set_goals(workspace: Workspace, pair_id: PairId, mentor_goal: str, mentee_goal: str) -> None:
    """Keep what each of the two wants to be able to do at the end, as the agreement prints it."""
    snapshot, pair = _pair(workspace, pair_id)
    with workspace.action("set_goals", **_about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, mentor_goal=mentor_goal.strip(), mentee_goal=mentee_goal.strip()))


def use_completion(workspace: Workspace, completion: Completion, accept_on: date | None = None) -> None:
    """Take a proposal over in one action: new pairs as *propuesta*, unlocked; replaced ones go.

    With ``accept_on``, both people of every new or kept pair said yes on that day, so that they are *aceptada*.
    """
    snapshot = workspace.snapshot()
    with workspace.action("complete", pairs=len(completion.new)) as cx:
        for pair in completion.replaced:
            pairs.remove(cx, pair.id)
        kept = [_keep(cx, snapshot, proposed, accept_on) for proposed in completion.new]
        workspace.note(pair_ids=tuple(kept))


def as_if(snapshot: Snapshot, completion: Completion) -> Snapshot:
    """Return the edition as it would stand with a proposal taken over; new pairs have negative ids."""
    gone = {pair.id for pair in completion.replaced}
    new = tuple(
        Pair(PairId(-number), snapshot.edition.id, proposed.mentor_id, proposed.mentee_id, locked=False)
        for number, proposed in enumerate(completion.new, start=1)
        if proposed.kept is None
    )
    return replace(snapshot, pairs=(*(pair for pair in snapshot.pairs if pair.id not in gone), *new))


def _keep(cx: Connection, snapshot: Snapshot, proposed: Proposed, accept_on: date | None) -> PairId:
    new = Pair(PairId(0), snapshot.edition.id, proposed.mentor_id, proposed.mentee_id, locked=False)
    pair = new if proposed.kept is None else snapshot.pair(proposed.kept)
    if accept_on is not None:
        yes = replace(pair, mentor_answer=Answer.YES, mentor_answer_on=accept_on, mentee_answer=Answer.YES, mentee_answer_on=accept_on)
        pair = _accepted(snapshot, yes, accept_on)
    if proposed.kept is None:
        return pairs.add(cx, pair)
    if accept_on is not None:
        pairs.update(cx, pair)
    return pair.id


def _accepted(snapshot: Snapshot, pair: Pair, today: date) -> Pair:
    now = criteria.score(situation(snapshot), pair.mentor_id, pair.mentee_id)
    return replace(pair, state=PairState.ACCEPTED, accepted_on=today, accepted_score=now)


def _without_answers(pair: Pair) -> Pair:
    return replace(pair, mentor_answer=Answer.NOT_YET, mentor_answer_on=None, mentee_answer=Answer.NOT_YET, mentee_answer_on=None)


def _check_may_advance(snapshot: Snapshot, pair: Pair) -> None:
    block = block_of(snapshot, pair)
    if block is not None and not block.forcible:
        raise DomainError("pair", "blocked", block=block, **_names(snapshot, pair))


def _pair(workspace: Workspace, pair_id: PairId) -> tuple[Snapshot, Pair]:
    snapshot = workspace.snapshot()
    return snapshot, snapshot.pair(pair_id)


def _about(snapshot: Snapshot, pair: Pair) -> dict[str, object]:
    """What tells the pair of an action: names to say it, ids to find it again."""
    return {**_names(snapshot, pair), "pair_id": pair.id, "mentor_id": pair.mentor_id, "mentee_id": pair.mentee_id}


def _names(snapshot: Snapshot, pair: Pair) -> dict[str, object]:
    return {"mentor": snapshot.people[pair.mentor_id].short_name, "mentee": snapshot.people[pair.mentee_id].short_name}
