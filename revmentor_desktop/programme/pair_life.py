# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What becomes of an accepted pair: pause, end without blame, completion, and what is left of the plan for who is paired anew."""

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.programme import fitting
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs, sessions

OPEN = (SessionState.PLANNED, SessionState.POSTPONED)
"""States of a session that may still be held."""


def end_early(workspace: Workspace, pair_id: PairId, today: date) -> None:
    """End an accepted pair without blame: its open sessions are cancelled, held ones and papers stay. Nobody has to say why.

    Raises `DomainError`: ``not_running``, ``gone``.
    """
    _end(workspace, pair_id, today, PairState.ENDED_EARLY, "end_early")


def complete_pair(workspace: Workspace, pair_id: PairId, today: date) -> None:
    """Call a pair completed though sessions may be left, which are cancelled. Raises `DomainError`: ``not_running``, ``gone``."""
    _end(workspace, pair_id, today, PairState.COMPLETED, "complete_pair")


def pause(workspace: Workspace, pair_id: PairId, today: date) -> None:
    """Let an accepted pair rest from ``today`` on; its sessions stay where they are. Raises `DomainError`: ``not_running``, ``gone``."""
    snapshot, pair = _running(workspace, pair_id)
    if pair.state is PairState.PAUSED:
        raise DomainError("pair", "not_running", state=pair.state, **fitting.names(snapshot, pair))
    with workspace.action("pause", **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, state=PairState.PAUSED, paused_on=today))


def resume(workspace: Workspace, pair_id: PairId) -> None:
    """Go on with a paused pair. Raises `DomainError`: ``not_paused``, ``gone``."""
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    if pair.state is not PairState.PAUSED:
        raise DomainError("pair", "not_paused", state=pair.state, **fitting.names(snapshot, pair))
    state = PairState.ACTIVE if has_begun(snapshot, pair) else PairState.ACCEPTED
    with workspace.action("resume", **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, state=state, paused_on=None))


def set_goals(workspace: Workspace, pair_id: PairId, mentor_goal: str, mentee_goal: str) -> None:
    """Keep what each of the two wants to be able to do at the end, as the agreement prints it. Raises `DomainError` ``gone``."""
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    with workspace.action("set_goals", **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, mentor_goal=mentor_goal.strip(), mentee_goal=mentee_goal.strip()))


def has_begun(snapshot: Snapshot, pair: Pair) -> bool:
    """Whether a pair is on its way: a session was held or its agreement signed (domain.md §2)."""
    signed = any(each.pair_id == pair.id and each.state is AgreementState.SIGNED for each in snapshot.agreements)
    return signed or held(snapshot, pair) > 0


def held(snapshot: Snapshot, pair: Pair) -> int:
    """Return how many sessions a pair has held."""
    return sum(session.state is SessionState.HELD for session in snapshot.sessions_of(pair.id))


def sessions_planned(snapshot: Snapshot, pair: Pair) -> int:
    """Return how many sessions the plan of a pair has: the edition's, less what the mentee held in pairs that ended early before.

    One at least, for a pair that never meets is none.
    """
    before = [
        each
        for each in snapshot.pairs
        if each.mentee_id == pair.mentee_id and each.state is PairState.ENDED_EARLY and _is_before(each, pair)
    ]
    return max(1, snapshot.edition.sessions - sum(held(snapshot, each) for each in before))


def sessions_left(snapshot: Snapshot, pair: Pair) -> int:
    """Return how many sessions of a pair's plan have not been held: what is left for the mentee, with another mentor too."""
    return max(0, sessions_planned(snapshot, pair) - held(snapshot, pair))


def _is_before(one: Pair, other: Pair) -> bool:
    # A pair that only would be made has a negative id: everything comes before it.
    return one.id != other.id and (other.id <= 0 or 0 < one.id < other.id)


def _end(workspace: Workspace, pair_id: PairId, today: date, state: PairState, code: str) -> None:
    snapshot, pair = _running(workspace, pair_id)
    with workspace.action(code, **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, replace(pair, state=state, over_on=today, paused_on=None))
        for session in snapshot.sessions_of(pair_id):
            if session.state in OPEN:
                sessions.update(cx, replace(session, state=SessionState.CANCELLED))


def _running(workspace: Workspace, pair_id: PairId) -> tuple[Snapshot, Pair]:
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    if not pair.state.has_sessions:
        raise DomainError("pair", "not_running", state=pair.state, **fitting.names(snapshot, pair))
    return snapshot, pair
