# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a person does with a programme file, as functions that fit whatever state it is in; used by every kind of fault."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog, SessionState
from revmentor_desktop.exchange.columns import recognise
from revmentor_desktop.exchange.spreadsheets import Table, read_table
from revmentor_desktop.exchange.starter import example_table
from revmentor_desktop.programme import agreements, backups, drafts, editions, files, imports, pairs, people, scenarios, sessions
from revmentor_desktop.programme.workspace import ActionName, Workspace
from tests import factory


@dataclass(frozen=True)
class Scene:
    """An open programme, luck that can be repeated, and the folder for what is written beside it."""

    workspace: Workspace
    chance: random.Random
    folder: Path

    @property
    def word(self) -> str:
        """A text that stands nowhere yet."""
        return f"Puesto {self.chance.randrange(10**12)}"


UseCase = Callable[[Scene], object]
Step = Callable[[], ActionName | None]
"""Taking an action back, or doing it again."""


@cache
def _table() -> Table:
    return read_table(example_table())


def made(path: Path) -> Path:
    """Make a closed programme in the middle of its life: the example, paired, planned, a session held, drafts prepared."""
    files.make_example(path)
    workspace = files.open_file(path)
    scene = Scene(workspace, random.Random(1), path.parent)  # noqa: S311
    for use_case in (pair, plan, log, prepare):
        use_case(scene)
    workspace.close()
    return path


def edit(scene: Scene) -> None:
    """Change what a form says of a person."""
    person = scene.chance.choice(list(scene.workspace.snapshot().people.values()))
    people.save_person(scene.workspace, replace(person, position=scene.word))


def enrol(scene: Scene) -> None:
    """Add a person with answers."""
    email = f"x{scene.chance.randrange(10**12)}@example.com"
    role = scene.chance.choice(list(Role))
    person = factory.person("Ana", scene.word, email, department=scene.word)
    people.enrol(scene.workspace, person, factory.answers(scene.workspace, role, ["Negociación"], ["Marketing digital"]))


def spreadsheet(scene: Scene) -> None:
    """Import a few people whom nobody knows yet."""
    known, snapshot = _table(), scene.workspace.snapshot()
    columns = recognise(known.headings)
    rows = [list(row) for row in scene.chance.sample(known.rows, 4)]
    for row in rows:
        row[columns["last_name"]] = scene.word
        row[columns["email"]] = f"x{scene.chance.randrange(10**12)}@example.com"
    new = replace(known, rows=tuple(tuple(row) for row in rows))
    imports.apply(scene.workspace, imports.plan_import(snapshot, new, columns))


def pair(scene: Scene) -> None:
    """Take the assistant's proposal over and note that everybody said yes."""
    pairs.use_completion(scene.workspace, pairs.complete(scene.workspace.snapshot()), factory.TODAY)


def end(scene: Scene) -> None:
    """End a pair early, which frees both people."""
    going = [pair for pair in scene.workspace.snapshot().pairs if pair.state.has_sessions]
    if going:
        pairs.end_early(scene.workspace, scene.chance.choice(going).id, factory.TODAY)


def keep(scene: Scene) -> None:
    """Keep a proposal under a name, and take an older one up again."""
    snapshot = scene.workspace.snapshot()
    if snapshot.scenarios:
        scenarios.use(scene.workspace, scene.chance.choice(snapshot.scenarios))
    scenarios.save(scene.workspace, scene.word, pairs.complete(scene.workspace.snapshot()), factory.TODAY)


def plan(scene: Scene) -> None:
    """Plan the sessions of every pair without any."""
    if sessions.pairs_to_plan(scene.workspace.snapshot()):
        sessions.use_plan(scene.workspace, sessions.propose_plan(scene.workspace.snapshot(), factory.TODAY))


def clear(scene: Scene) -> None:
    """Take the plan of a pair back."""
    planned = sorted({session.pair_id for session in scene.workspace.snapshot().sessions})
    if planned:
        sessions.clear_plan(scene.workspace, [scene.chance.choice(planned)])


def log(scene: Scene) -> None:
    """Note that a session was held."""
    if (session := _open_session(scene)) is not None:
        acta = SessionLog(factory.TODAY, 60, rating=scene.chance.randint(1, 5))
        sessions.log_session(scene.workspace, session.id, acta, factory.TODAY)


def postpone(scene: Scene) -> None:
    """Leave a session without date."""
    if (session := _open_session(scene)) is not None:
        sessions.postpone(scene.workspace, SessionId(session.id))


def prepare(scene: Scene) -> None:
    """Give every pair a draft of its agreement."""
    agreements.prepare_drafts(scene.workspace, factory.TODAY)


def mark_printed(scene: Scene) -> None:
    """Freeze an agreement with the bytes that were printed."""
    snapshot = scene.workspace.snapshot()
    if chosen := agreements.current(snapshot):
        one = scene.chance.choice(chosen)
        agreements.mark_printed(scene.workspace, {one.id: agreements.pdf_of(snapshot, one)}, factory.TODAY)


def close_days(scene: Scene) -> None:
    """Close the firm for some days."""
    day = scene.workspace.snapshot().edition.start
    editions.add_closure(scene.workspace, day, day, scene.word)


def type_on(scene: Scene) -> None:
    """Keep a half-typed form."""
    drafts.put(scene.workspace, f"alta {scene.chance.randrange(9)}", scene.word * 200)


def undo(scene: Scene) -> None:
    """Take the newest action back."""
    scene.workspace.undo()


def redo(scene: Scene) -> None:
    """Do it again."""
    scene.workspace.redo()


def back_up(scene: Scene) -> backups.Copy:
    """Make a backup copy."""
    return backups.back_up(scene.workspace, scene.folder / "copias", factory.NOW)


def copy(scene: Scene) -> None:
    """Save a copy under another name."""
    scene.workspace.copy_to(scene.folder / f"copia {scene.chance.randrange(10**12)}.revmentor")


def export(scene: Scene) -> None:
    """Write the PDFs of two agreements."""
    snapshot = scene.workspace.snapshot()
    agreements.write_all(snapshot, agreements.current(snapshot)[:2], scene.folder / "acuerdos")


WRITING: Mapping[str, UseCase] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            edit,
            enrol,
            spreadsheet,
            pair,
            end,
            plan,
            clear,
            keep,
            log,
            postpone,
            prepare,
            mark_printed,
            close_days,
            type_on,
            undo,
            redo,
        )
    }
)
"""The ones that change the programme file; those that find nothing to do change nothing."""
BESIDE: Mapping[str, UseCase] = MappingProxyType({each.__name__: each for each in (back_up, copy, export)})
"""The ones that write other files."""


def everything_once(folder: Path) -> None:
    """Do all of it once in a programme of its own, so that whatever is imported or computed at first use is there."""
    workspace = files.open_file(made(folder / "todo.revmentor"))
    for use_case in (*WRITING.values(), *BESIDE.values()):
        use_case(Scene(workspace, random.Random(2), folder))  # noqa: S311
    workspace.close()


def _open_session(scene: Scene) -> Session | None:
    planned = [session for session in scene.workspace.snapshot().sessions if session.state is SessionState.PLANNED]
    return scene.chance.choice(planned) if planned else None
