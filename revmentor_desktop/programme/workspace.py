# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""An open programme: one file, its current state as frozen records, and named actions that change it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.programme.snapshot import Snapshot, read_snapshot
from revmentor_desktop.store import backups, editions
from revmentor_desktop.store.backups import Copy
from revmentor_desktop.store.check import Fault
from revmentor_desktop.store.file import Connection, ProgrammeFile
from revmentor_desktop.store.undo import STEPS_KEPT

Listener = Callable[[frozenset[str]], None]
NO_TABLES: frozenset[str] = frozenset({"history"})
"""What the listeners hear when only the history changed; an empty set would mean that everything may have."""


@dataclass(frozen=True, slots=True)
class ActionName:
    """What the person did, as a code and the names it concerns; the window words it («Deshacer: emparejar a …»)."""

    code: str
    data: MappingProxyType[str, object] = field(default_factory=lambda: MappingProxyType({}))


class Workspace:
    """The one way from the window or the command line to an open programme file.

    Reads give frozen records; every change goes through `action`, one named transaction, after which the
    listeners hear which tables changed.
    """

    def __init__(self, file: ProgrammeFile) -> None:
        self._file = file
        self._listeners: list[Listener] = []
        self._snapshot: Snapshot | None = None
        self._done: list[ActionName] = []
        self._undone: list[ActionName] = []
        self._saved_at: datetime | None = None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def file_uuid(self) -> str:
        """What tells this file and its backup copies from every other."""
        return self._file.file_uuid

    @property
    def next_undo(self) -> ActionName | None:
        """The action that `undo` would take back, ``None`` when there is none."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> ActionName | None:
        """The action that `redo` would do again, ``None`` when there is none."""
        return self._undone[-1] if self._undone else None

    @property
    def saved_at(self) -> datetime | None:
        """When the newest action was committed (wall time of this computer)."""
        return self._saved_at

    @property
    def edition_id(self) -> EditionId:
        """The current edition."""
        return self.snapshot().edition.id

    def snapshot(self) -> Snapshot:
        """Return everything of the current edition; read again only after a change."""
        if self._snapshot is None:
            with self._file.reading() as cx:
                self._snapshot = read_snapshot(cx)
        return self._snapshot

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a connection for reading more than the snapshot holds."""
        with self._file.reading() as cx:
            yield cx

    @contextmanager
    def action(self, code: str, **data: object) -> Generator[Connection]:
        """Run one action of the person: committed whole when the block ends, or nothing of it.

        Raises `StoreError` when the world refuses (full disk, moved file), `DomainError` when a rule does.
        """
        before = self._file.undo_depth
        with self._file.transaction() as transaction:
            yield transaction.connection
        if self._file.undo_depth > before or self._file.undo_depth == STEPS_KEPT:
            self._done = [*self._done, ActionName(code, MappingProxyType(dict(data)))][-self._file.undo_depth :]
            self._undone.clear()
        self._tell(transaction.changed)

    def undo(self) -> ActionName | None:
        """Take the newest action back; returns which, ``None`` when there is none. Raises `StoreError`."""
        return self._step(self._done, self._undone, self._file.undo)

    def redo(self) -> ActionName | None:
        """Do the newest taken-back action again; returns which, ``None`` when there is none. Raises `StoreError`."""
        return self._step(self._undone, self._done, self._file.redo)

    def forget_history(self) -> None:
        """Set a barrier: nothing before now can be taken back."""
        self._file.forget_history()
        self._done.clear()
        self._undone.clear()
        # Nothing in the file changed, but what can be taken back did.
        self._tell(NO_TABLES)

    def examine(self) -> tuple[Fault, ...]:
        """Look through the open file and return what is wrong with it."""
        return self._file.examine()

    @contextmanager
    def quiet(self) -> Generator[Connection]:
        """Write something that is no action of the person: no name, no listener, nothing to undo."""
        with self._file.transaction() as transaction:
            yield transaction.connection

    def choose_edition(self, edition_id: EditionId) -> None:
        """Make another edition of the file the current one."""
        with self.action("choose_edition") as cx:
            editions.set_current(cx, edition_id)

    def copy_to(self, target: Path, *, replace: bool = False) -> None:
        """Write a verified copy of the file as it stands; an existing ``target`` is refused unless ``replace``."""
        self._file.copy_to(target, replace=replace)

    def back_up(self, folder: Path, now: datetime) -> Copy:
        """Make one verified backup copy of the file as it stands. Raises `StoreError`; nothing half made stays behind."""
        return backups.of_open(self._file, folder, now)

    def back_up_if_changed(self, folder: Path, now: datetime) -> Copy | None:
        """Make a backup copy unless the newest one in the folder holds the same; then ``None``. Raises `StoreError`."""
        return backups.of_open_if_changed(self._file, folder, now)

    def add_listener(self, listener: Listener) -> None:
        """Call ``listener`` after every action with the names of the tables that it changed."""
        self._listeners.append(listener)

    def remove_listener(self, listener: Listener) -> None:
        """Stop calling ``listener``."""
        self._listeners.remove(listener)

    def close(self) -> None:
        """Close the file well and free it for others."""
        self._file.close()

    def _step(self, source: list[ActionName], target: list[ActionName], run: Callable[[], frozenset[str]]) -> ActionName | None:
        if not source:
            return None
        changed = run()
        name = source.pop()
        target.append(name)
        self._tell(changed)
        return name

    def _tell(self, changed: frozenset[str]) -> None:
        self._snapshot = None
        self._saved_at = datetime.now().astimezone()
        for listener in tuple(self._listeners):
            listener(changed)
