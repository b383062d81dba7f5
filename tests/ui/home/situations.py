# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The moments of an edition, made with the program's own actions."""

from datetime import datetime, timedelta

from revmentor_desktop.domain.pairs import Answer, PairId
from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.programme import agreements, pairs, sessions
from revmentor_desktop.programme.workspace import Workspace
from tests.factory import TODAY


def pair_up(workspace: Workspace) -> tuple[PairId, ...]:
    """Complete the pairs; returns their ids."""
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()))
    return tuple(pair.id for pair in workspace.snapshot().pairs)


def accept(workspace: Workspace, pair_ids: tuple[PairId, ...]) -> None:
    """Note that both people of each pair accept."""
    pairs.consult(workspace, pair_ids, TODAY)
    for pair_id in pair_ids:
        pair = workspace.snapshot().pair(pair_id)
        for person_id in (pair.mentor_id, pair.mentee_id):
            pairs.answer(workspace, pair_id, person_id, Answer.YES, TODAY, read=pairs.unread(workspace.snapshot(), pair))


def plan(workspace: Workspace) -> None:
    """Pairs, accepted and planned, their agreements printed."""
    accept(workspace, pair_up(workspace))
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), TODAY))
    agreements.prepare_drafts(workspace, TODAY)
    agreements.mark_printed(workspace, {a.id: b"%PDF-1.7" for a in agreements.current(workspace.snapshot())}, TODAY)


def log_until(workspace: Workspace, now: datetime, rating: int | None = 4) -> None:
    """Note every session that has passed by ``now``."""
    for session in workspace.snapshot().sessions:
        if session.start is not None and session.start + timedelta(minutes=session.minutes) <= now:
            sessions.log_session(workspace, session.id, SessionLog(session.start.date(), 60, rating=rating), now.date())
