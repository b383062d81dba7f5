# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F21: whatever a person does in whatever order, with undo, redo, copies, crashes and going back, the file holds what it must."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import backups, drafts, editions, files, pairs, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import check, header, undo
from tests import factory
from tests.faults.at_work import driver_of
from tests.faults.conftest import Faults

T = TypeVar("T")
Rows = list[tuple[str, tuple[object, ...]]]
picks = st.integers(0, 1000)


@dataclass(frozen=True)
class Model:
    """What the file must hold: posts by e-mail, who withdrew, pairs by e-mails, closures; and half-typed forms, which no undo touches."""

    posts: dict[str, str] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    closures: frozenset[str] = frozenset()
    typed: dict[str, str] = field(default_factory=dict)


def held_by(workspace: Workspace) -> Model:
    """Return what the file holds, as a model."""
    now = workspace.snapshot()
    email = {person.id: person.email or "" for person in now.people.values()}
    return Model(
        {email[person.id]: person.position for person in now.people.values()},
        frozenset(email[each.person_id] for each in now.enrolments.values() if each.withdrawn_on),
        frozenset((email[pair.mentor_id], email[pair.mentee_id]) for pair in now.pairs),
        frozenset(closure.name for closure in now.closures),
        drafts.starting_with(workspace),
    )


def rows_of(workspace: Workspace) -> Rows:
    """Return every row that can be taken back."""
    with workspace.reading() as cx:
        return [(name, row) for name, row in check.dump(driver_of(cx)) if name not in undo.NOT_LOGGED and name != "sqlite_sequence"]


def one_of(several: Iterable[T], pick: int) -> T:
    """Choose one by a number."""
    sure = list(several)
    return sure[pick % len(sure)]


class Programme(RuleBasedStateMachine):
    """A programme and its model, side by side."""

    origin: Path
    """A closed file to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.origin.parent))
        self.numbers = iter(range(10**9))
        self.copies: list[tuple[Path, Model]] = []
        self.open(Path(shutil.copy(self.origin, self.folder / "x.revmentor")))
        self.model = held_by(self.workspace)

    def open(self, path: Path) -> None:
        """Open a file: from here on there is nothing to take back."""
        self.workspace = files.open_file(path)
        self.past, self.future = list[Model](), list[Model]()
        self.start = rows_of(self.workspace)

    def did(self, **changes: object) -> None:
        """Remember that an action changed the model."""
        self.past.append(self.model)
        self.future.clear()
        self.model = replace(self.model, **changes)  # type: ignore[arg-type]

    def id_of(self, email: str) -> PersonId:
        """Return somebody's number in the file."""
        return next(person.id for person in self.workspace.snapshot().people.values() if person.email == email)

    @rule()
    def enrol(self) -> None:
        """Add somebody."""
        email = f"x{next(self.numbers)}@example.com"
        answers = factory.answers(self.workspace, Role.EITHER, ["Negociación"], ["Negociación"])
        people.enrol(self.workspace, factory.person("Ana", email=email, position="Nueva"), answers)
        self.did(posts={**self.model.posts, email: "Nueva"})

    @rule(pick=picks)
    def edit(self, pick: int) -> None:
        """Change a post."""
        email, post = one_of(self.model.posts, pick), f"Puesto {next(self.numbers)}"
        people.save_person(self.workspace, replace(self.workspace.snapshot().people[self.id_of(email)], position=post))
        self.did(posts={**self.model.posts, email: post})

    @rule(pick=picks)
    def withdraw_or_come_back(self, pick: int) -> None:
        """Take somebody out of the edition, or in again."""
        email = one_of(self.model.posts, pick)
        if email in self.model.withdrawn:
            people.come_back(self.workspace, self.id_of(email))
        else:
            people.withdraw(self.workspace, self.id_of(email), factory.TODAY)
        self.did(withdrawn=self.model.withdrawn ^ {email})

    @rule(pick=picks, other=picks)
    def pair(self, pick: int, other: int) -> None:
        """Pair two people, if they may be."""
        both = one_of(self.model.posts, pick), one_of(self.model.posts, other)
        try:
            pairs.make_pair(self.workspace, self.id_of(both[0]), self.id_of(both[1]))
        except DomainError:
            return
        self.did(pairs=self.model.pairs | {both})

    @precondition(lambda self: self.model.pairs)
    @rule(pick=picks)
    def unpair(self, pick: int) -> None:
        """Take a pair apart."""
        both = one_of(sorted(self.model.pairs), pick)
        found = next(each for each in self.workspace.snapshot().pairs if each.mentor_id == self.id_of(both[0]))
        pairs.unpair(self.workspace, found.id)
        self.did(pairs=self.model.pairs - {both})

    @rule()
    def close_days(self) -> None:
        """Close the firm for a day."""
        name, day = f"Cierre {next(self.numbers)}", factory.EDITION.start
        editions.add_closure(self.workspace, day, day, name)
        self.did(closures=self.model.closures | {name})

    @rule(pick=picks)
    def type_on(self, pick: int) -> None:
        """Leave a form half typed."""
        key, text = f"alta {pick % 3}", f"Ana {next(self.numbers)}"
        drafts.put(self.workspace, key, text)
        self.model = replace(self.model, typed={**self.model.typed, key: text})

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        """Take an action back."""
        assert self.workspace.undo() is not None
        self.future.append(self.model)
        self.model = replace(self.past.pop(), typed=self.model.typed)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        """Do it again."""
        assert self.workspace.redo() is not None
        self.past.append(self.model)
        self.model = replace(self.future.pop(), typed=self.model.typed)

    @rule()
    def reopen(self) -> None:
        """Close the file well and open it again."""
        self.workspace.close()
        assert not header.journal_of(self.workspace.path).exists()
        assert check.check(self.workspace.path).sound
        self.open(self.workspace.path)

    @rule()
    def crash(self) -> None:
        """Go on with what would be on the disk if the process had died just now."""
        left = self.folder / f"{next(self.numbers)}.revmentor"
        for was, goes in ((self.workspace.path, left), (header.journal_of(self.workspace.path), header.journal_of(left))):
            shutil.copy(was, goes)
        self.workspace.close()
        self.open(left)

    @rule()
    def back_up(self) -> None:
        """Make a backup copy."""
        self.copies.append((backups.back_up(self.workspace, self.folder / "copias", factory.NOW).path, self.model))

    @precondition(lambda self: self.copies)
    @rule(pick=picks)
    def go_back(self, pick: int) -> None:
        """Go back to a copy."""
        copy, self.model = one_of(self.copies, pick)
        self.workspace.close()
        backups.restore(copy, self.workspace.path, factory.NOW)
        self.open(self.workspace.path)

    @invariant()
    def holds_what_it_must(self) -> None:
        """The file and the model are the same."""
        assert held_by(self.workspace) == self.model

    def teardown(self) -> None:
        """Take everything back: what is left is what was there at the start."""
        taken = 0
        while self.workspace.undo() is not None:
            taken += 1
        assert rows_of(self.workspace) == self.start
        assert taken == len(self.past)
        self.workspace.close()
        assert check.check(self.workspace.path).sound
        shutil.rmtree(self.folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed programme with two people."""
    workspace = factory.new_file(tmp_path_factory.mktemp("small"))
    factory.two_people(workspace)
    workspace.close()
    return workspace.path


def test_no_order_of_actions_leads_the_file_astray(small: Path, faults: Faults) -> None:
    runs, steps = faults.size(9, 1000), faults.size(20, 80)

    class Here(Programme):
        origin = small

    machine: Callable[[], RuleBasedStateMachine] = Here
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(machine, settings=settings(max_examples=runs, stateful_step_count=steps, suppress_health_check=slow))
    faults.tell("F21 state machine", runs=runs, steps_at_most=steps, astray=0)
