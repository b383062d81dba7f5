# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Somebody who enrols, pairs, plans, moves, takes back and reopens in any order never breaks the file."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, PairState
from revmentor_desktop.domain.sessions import SessionLog, SessionState
from revmentor_desktop.exchange.starter import example_table
from revmentor_desktop.programme import files, imports, pairs, people, sessions
from revmentor_desktop.programme.snapshot import Snapshot
from tests import factory

picks = st.integers(0, 10_000)


class ClumsyUser(RuleBasedStateMachine):
    """Every rule is something that can be clicked; whatever the rules refuse must leave everything as it was."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="clumsy-")
        self.workspace = factory.new_file(Path(self.folder.name))
        imports.apply(self.workspace, imports.prepare(self.workspace.snapshot(), example_table()))
        self.workspace.forget_history()
        self.first = self.workspace.snapshot()
        self.names = 0

    @property
    def now(self) -> Snapshot:
        return self.workspace.snapshot()

    @rule()
    def enrol(self) -> None:
        self.names += 1
        people.enrol(self.workspace, factory.person(f"Ana{self.names}", "Gil", f"ana{self.names}@example.com"))

    @rule(pick=picks)
    def withdraw(self, pick: int) -> None:
        person = self.now.enrolled[pick % len(self.now.enrolled)]
        if self.now.is_active(person.id):
            people.withdraw(self.workspace, person.id, factory.TODAY)
        else:
            people.come_back(self.workspace, person.id)

    @rule(one=picks, other=picks)
    def pair_by_hand(self, one: int, other: int) -> None:
        everybody = self.now.enrolled
        before = self.now
        try:
            pairs.make_pair(self.workspace, everybody[one % len(everybody)].id, everybody[other % len(everybody)].id)
        except DomainError:
            assert self.now == before

    @rule()
    def complete(self) -> None:
        pairs.use_completion(self.workspace, pairs.complete(self.now))

    @precondition(lambda self: self.now.living_pairs)
    @rule(pick=picks, said=st.sampled_from(list(Answer)), mentor=st.booleans())
    def answer(self, pick: int, said: Answer, mentor: bool) -> None:
        pair = self.now.living_pairs[pick % len(self.now.living_pairs)]
        before = self.now
        try:
            pairs.answer(self.workspace, pair.id, pair.mentor_id if mentor else pair.mentee_id, said, factory.TODAY)
        except DomainError:
            assert self.now == before

    @rule()
    def accept_everything_and_plan(self) -> None:
        waiting = [
            p.id for p in self.now.living_pairs if p.state in {PairState.PROPOSED, PairState.CONSULTING} and not pairs.block_of(self.now, p)
        ]
        factory.accept(self.workspace, waiting)
        sessions.use_plan(self.workspace, sessions.propose_plan(self.now, factory.TODAY))

    @precondition(lambda self: self.now.sessions)
    @rule(pick=picks, days=st.integers(-20, 20))
    def move(self, pick: int, days: int) -> None:
        session = self.now.sessions[pick % len(self.now.sessions)]
        before = self.now
        if session.start is None:
            return
        try:
            sessions.move_session(self.workspace, session.id, session.start + timedelta(days=days), factory.TODAY)
        except DomainError:
            assert self.now == before

    @precondition(lambda self: any(s.state is SessionState.PLANNED and s.start for s in self.now.sessions))
    @rule()
    def log_the_next(self) -> None:
        session = next(s for s in self.now.sessions if s.state is SessionState.PLANNED and s.start)
        assert session.start
        sessions.log_session(self.workspace, session.id, SessionLog(session.start.date(), 60), session.start.date())

    @rule()
    def undo_and_redo(self) -> None:
        before = self.now
        if self.workspace.undo() is not None:
            self.workspace.redo()
            assert self.now == before

    @rule()
    def undo(self) -> None:
        self.workspace.undo()

    @rule()
    def reopen(self) -> None:
        before, path = self.now, self.workspace.path
        self.workspace.close()
        self.workspace = files.open_file(path)
        assert self.now == before
        self.first = before

    @invariant()
    def nobody_is_paired_beyond_their_places(self) -> None:
        living = self.now.living_pairs
        assert len({frozenset((p.mentor_id, p.mentee_id)) for p in living}) == len(living)
        assert len({p.mentee_id for p in living}) == len(living)

    def teardown(self) -> None:
        assert self.workspace.examine() == ()
        while self.workspace.undo() is not None:
            pass
        assert self.now == self.first
        self.workspace.close()
        assert files.check(self.workspace.path).sound
        self.folder.cleanup()


TestClumsyUser = ClumsyUser.TestCase
TestClumsyUser.settings = settings(
    max_examples=12, stateful_step_count=18, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
