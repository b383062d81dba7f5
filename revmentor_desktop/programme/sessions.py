# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Planning the sessions, moving one, and noting what happened."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from revmentor_desktop.documents.guide import titles
from revmentor_desktop.domain.enrolments import Modality
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog, SessionState
from revmentor_desktop.programme import pair_life
from revmentor_desktop.programme.editions import edition_site
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.scheduling import conflicts, move, plan
from revmentor_desktop.store import pairs, sessions
from revmentor_desktop.store.file import Connection

Conflict = conflicts.Conflict
Obstacle = move.Obstacle
Plan = plan.Plan
Placed = plan.Placed
NotPlaced = plan.NotPlaced

STANDING = (SessionState.PLANNED, SessionState.HELD)


def is_in_person(snapshot: Snapshot, pair: Pair) -> bool:
    """Whether a pair meets in person: HR's choice, else same site and neither takes part only at a distance."""
    if pair.in_person is not None:
        return pair.in_person
    mentor, mentee = snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id]
    modes = {snapshot.enrolments[pid].modality for pid in (pair.mentor_id, pair.mentee_id) if pid in snapshot.enrolments}
    return mentor.site_id == mentee.site_id and Modality.VIRTUAL not in modes


def session_title(number: int, count: int, language: str) -> str:
    """Return the title of a session in the guide, fitted to a pair of ``count`` sessions; empty beyond the last."""
    found = titles(language, count)
    return found[number - 1] if 0 < number <= len(found) else ""


def pairs_to_plan(snapshot: Snapshot) -> tuple[Pair, ...]:
    """Return the accepted or active pairs that have no sessions yet."""
    planned = {session.pair_id for session in snapshot.sessions}
    return tuple(p for p in snapshot.pairs if p.state in {PairState.ACCEPTED, PairState.ACTIVE} and p.id not in planned)


def propose_plan(snapshot: Snapshot, today: date, cancelled: Callable[[], bool] | None = None) -> Plan:
    """Plan the sessions of every pair that has none; touches nothing, so it may run beside the window."""
    tasks = tuple(_task(snapshot, pair, today) for pair in pairs_to_plan(snapshot))
    return plan.plan(tasks, _busy(snapshot), _limits(snapshot), snapshot.closures, snapshot.sites, snapshot.edition.region, cancelled)


def use_plan(workspace: Workspace, proposal: Plan) -> None:
    """Take a plan over in one action; what found no date stays as a row without one, with its reason."""
    snapshot = workspace.snapshot()
    rows = [
        Session(SessionId(0), p.pair_id, p.number, p.start, p.minutes, baseline=p.start, in_person=p.in_person) for p in proposal.placed
    ]
    rows += [Session(SessionId(0), n.pair_id, n.number, None, snapshot.edition.minutes, unplaced=n.reason) for n in proposal.not_placed]
    pair_ids = tuple(dict.fromkeys(row.pair_id for row in rows))
    with workspace.action("plan", sessions=len(rows), pair_ids=pair_ids, day=_first_day(rows)) as cx:
        sessions.add_many(cx, rows)


def clear_plan(workspace: Workspace, pair_ids: Iterable[PairId]) -> None:
    """Take the plan of pairs back: their sessions that nobody has logged go."""
    snapshot, chosen = workspace.snapshot(), set(pair_ids)
    gone = [session for session in snapshot.sessions if session.pair_id in chosen and session.log is None]
    with workspace.action("clear_plan", pairs=len(chosen), pair_ids=tuple(sorted(chosen)), day=_first_day(gone)) as cx:
        for session in gone:
            sessions.remove(cx, session.id)


def obstacles(snapshot: Snapshot, session: Session, start: datetime, today: date, language: str = "es") -> tuple[Obstacle, ...]:
    """Say what stands against meeting at ``start``: hard ones forbid it, soft ones only warn."""
    edition = snapshot.edition
    task, busy = _task_of(snapshot, session, today), _busy(snapshot, session)
    return move.check_move(
        start, session.minutes, task, busy, _limits(snapshot), snapshot.closures, snapshot.sites, edition.region, language
    )


def nearest_slots(snapshot: Snapshot, session: Session, wanted: datetime, today: date, count: int = 3) -> tuple[datetime, ...]:
    """Return the nearest starts at which both can and nothing stands against it; the present one is not among them."""
    task, busy = _task_of(snapshot, session, today), _busy(snapshot, session)
    without = () if session.start is None else (session.start,)
    return move.nearest_slots(
        wanted, task, busy, _limits(snapshot), snapshot.closures, snapshot.sites, snapshot.edition.region, count, without=without
    )


def move_session(workspace: Workspace, session_id: SessionId, start: datetime, today: date, asked_by_pair: bool = True) -> None:
    """Give a session another date; the first plan stays. Counts as a postponement only when one of the pair asked.

    Raises `DomainError` on ``start`` with the first hard obstacle's code and data.
    """
    snapshot = workspace.snapshot()
    session = _session(snapshot, session_id)
    hard = [obstacle for obstacle in obstacles(snapshot, session, start, today) if obstacle.hard]
    if hard:
        raise DomainError("start", hard[0].code, **dict(hard[0].data))
    moved = replace(
        session,
        start=start,
        baseline=session.baseline or start,
        state=SessionState.PLANNED,
        unplaced=None,
        postponements=session.postponements + asked_by_pair,
    )
    with workspace.action("move_session", **_about(snapshot, session)) as cx:
        sessions.update(cx, moved)


def postpone(workspace: Workspace, session_id: SessionId) -> None:
    """Leave a session without date until the pair finds one."""
    snapshot = workspace.snapshot()
    session = _session(snapshot, session_id)
    with workspace.action("postpone", **_about(snapshot, session)) as cx:
        sessions.update(cx, replace(session, start=None, state=SessionState.POSTPONED, postponements=session.postponements + 1))


def log_session(workspace: Workspace, session_id: SessionId, log: SessionLog, today: date) -> None:
    """Note that a session was held. Any past day and length is taken: rules bind plans, never records.

    It may have been held before its planned date. Raises `DomainError` ``("day", "future")`` for an acta of a day still to come.
    """
    if log.day > today:
        raise DomainError("day", "future")
    snapshot = workspace.snapshot()
    session = _session(snapshot, session_id)
    held = replace(session, state=SessionState.HELD, log=log)
    with workspace.action("log_session", **_about(snapshot, session)) as cx:
        sessions.update(cx, held)
        _advance(cx, snapshot, held)


def mark_missed(workspace: Workspace, session_id: SessionId, today: date) -> None:
    """Note that a session did not take place; it keeps its number.

    Raises `DomainError` ``("day", "future")`` while its day is still to come: it can be moved or postponed, not missed.
    """
    snapshot = workspace.snapshot()
    session = _session(snapshot, session_id)
    if session.start is not None and session.start.date() > today:
        raise DomainError("day", "future")
    with workspace.action("mark_missed", **_about(snapshot, session)) as cx:
        sessions.update(cx, replace(session, state=SessionState.MISSED, log=None))
        _retreat(cx, snapshot, session)


def reopen(workspace: Workspace, session_id: SessionId) -> None:
    """Take an acta or a «no se hizo» back: *prevista* again."""
    snapshot = workspace.snapshot()
    session = _session(snapshot, session_id)
    with workspace.action("reopen_session", **_about(snapshot, session)) as cx:
        sessions.update(cx, replace(session, state=SessionState.PLANNED if session.start else SessionState.POSTPONED, log=None))
        _retreat(cx, snapshot, session)


def clashes(snapshot: Snapshot, today: date, language: str = "es") -> dict[SessionId, Conflict]:
    """Return the planned sessions from ``today`` on that no longer fit, each with its gravest cause."""
    open_pairs = [pair for pair in snapshot.pairs if pair.state.has_sessions]
    tasks = {pair.id: _task(snapshot, pair, today) for pair in open_pairs}
    planned = {(s.pair_id, s.number): s.id for s in snapshot.sessions if s.state is SessionState.PLANNED and s.start is not None}
    placed = [
        Placed(s.pair_id, s.number, s.start, s.minutes, s.in_person)
        for s in snapshot.sessions
        if s.state is SessionState.PLANNED and s.start is not None and s.pair_id in tasks
    ]
    found = conflicts.conflicts(placed, tasks, snapshot.closures, snapshot.sites, snapshot.edition.region, today, language=language)
    gravest: dict[SessionId, Conflict] = {}
    for conflict in found:
        gravest.setdefault(planned[conflict.pair_id, conflict.number], conflict)
    return gravest


def _advance(cx: Connection, snapshot: Snapshot, held: Session) -> None:
    """The first held session makes a pair active, the last one completes it (domain.md §2)."""
    pair = snapshot.pair(held.pair_id)
    rest = [s for s in snapshot.sessions_of(pair.id) if s.id != held.id]
    if pair.state.has_sessions and rest and all(s.state is SessionState.HELD for s in rest):
        last = max(s.log.day for s in (*rest, held) if s.log is not None)
        pairs.update(cx, replace(pair, state=PairState.COMPLETED, over_on=last, paused_on=None))
    elif pair.state is PairState.ACCEPTED:
        pairs.update(cx, replace(pair, state=PairState.ACTIVE))


def _retreat(cx: Connection, snapshot: Snapshot, taken_back: Session) -> None:
    """A pair that its last session had completed goes on when an acta is taken back; one that HR called completed stays so."""
    pair = snapshot.pair(taken_back.pair_id)
    all_held = all(s.state is SessionState.HELD for s in snapshot.sessions_of(pair.id))
    if pair.state is PairState.COMPLETED and all_held:
        state = PairState.ACTIVE if pair_life.held(snapshot, pair) > 1 else PairState.ACCEPTED
        pairs.update(cx, replace(pair, state=state, over_on=None))


def _task(snapshot: Snapshot, pair: Pair, today: date, numbers: tuple[int, ...] | None = None) -> plan.PairTask:
    edition = snapshot.edition
    in_person = is_in_person(snapshot, pair)
    mentor = snapshot.people[pair.mentor_id]
    return plan.PairTask(
        pair_id=pair.id,
        mentor=_time(snapshot, pair.mentor_id),
        mentee=_time(snapshot, pair.mentee_id),
        first_day=max(edition.start, pair.accepted_on or edition.start, today),
        last_day=edition.end,
        numbers=numbers or tuple(range(1, pair_life.sessions_planned(snapshot, pair) + 1)),
        minutes=edition.minutes,
        in_person=in_person,
        rooms_site=mentor.site_id,
    )


def _task_of(snapshot: Snapshot, session: Session, today: date) -> plan.PairTask:
    """A session may be held in another way, or for longer, than its pair usually does."""
    task = _task(snapshot, snapshot.pair(session.pair_id), today, (session.number,))
    return replace(task, in_person=session.in_person, minutes=session.minutes)


def _time(snapshot: Snapshot, person_id: PersonId) -> plan.PersonTime:
    enrolment = snapshot.enrolments.get(person_id)
    return plan.PersonTime(
        person_id=person_id,
        windows=enrolment.windows if enrolment else (),
        absences=enrolment.absences if enrolment else (),
        site=snapshot.site_of(person_id) or edition_site(snapshot.edition),
    )


def _busy(snapshot: Snapshot, but: Session | None = None) -> tuple[plan.Busy, ...]:
    found: list[plan.Busy] = []
    for session in snapshot.sessions:
        if session.start is None or session.state not in STANDING or (but is not None and session.id == but.id):
            continue
        pair = snapshot.pair(session.pair_id)
        site = snapshot.site_of(pair.mentor_id) or edition_site(snapshot.edition)
        room = site.id if session.in_person and site.id else None
        found.append(plan.Busy((pair.mentor_id, pair.mentee_id), session.start, session.minutes, room, pair.id, site.time_zone))
    return tuple(found)


def _limits(snapshot: Snapshot) -> plan.Limits:
    return plan.Limits(snapshot.edition.per_pair_week, snapshot.edition.per_person_week)


def _session(snapshot: Snapshot, session_id: SessionId) -> Session:
    for session in snapshot.sessions:
        if session.id == session_id:
            return session
    raise KeyError(session_id)


def _about(snapshot: Snapshot, session: Session) -> dict[str, object]:
    pair = snapshot.pair(session.pair_id)
    names = [snapshot.people[person_id].first_name for person_id in (pair.mentor_id, pair.mentee_id)]
    return {"number": session.number, "names": tuple(names), "session_id": session.id, "pair_id": session.pair_id}


def _first_day(rows: Iterable[Session]) -> date | None:
    return min((row.start.date() for row in rows if row.start is not None), default=None)
