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
from revmentor_desktop.store import backups, editions, keys
from revmentor_desktop.store.backups import Copy, Removed
from revmentor_desktop.store.check import Fault
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import Connection, ProgrammeFile, ReadOnly
from revmentor_desktop.store.keys import RawKey

Listener = Callable[[frozenset[str]], None]
TroubleListener = Callable[[StoreError | None], None]
"""Hears what the world refused to write, and ``None`` when the next thing was written again."""
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
        self._looked_at: EditionId | None = None
        self._done: list[ActionName] = []
        self._undone: list[ActionName] = []
        self._about: dict[str, object] = {}
        self._barrier: ActionName | None = None
        self._saved_at: datetime | None = None
        self._changes = 0
        self._precautions: list[Callable[[], object]] = []
        self._trouble_listeners: list[TroubleListener] = []
        self._in_trouble = False
        # Half-typed forms that could not be written, by their keys (`drafts`): they go along when the file is saved elsewhere.
        self.unkept: dict[str, str] = {}

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def file_uuid(self) -> str:
        """What tells this file and its backup copies from every other."""
        return self._file.file_uuid

    @property
    def read_only(self) -> ReadOnly:
        """Why nothing can be changed: ``asked``, ``newer``, ``damaged``, ``medium``; empty when everything can."""
        return self._file.read_only

    @property
    def encrypted(self) -> bool:
        """Whether the file has a password."""
        return self._file.key is not None

    @property
    def key(self) -> RawKey | None:
        """What opens this file again and its copies, without the password; ``None`` for a plain file."""
        return self._file.key

    @property
    def recovery_key(self) -> str | None:
        """The digits for paper that open the file when its password is lost; ``None`` for a plain file."""
        return self._file.key.printed() if self._file.key else None

    def is_password(self, secret: str) -> bool:
        """Whether a password or recovery key is the one of this file; of a plain one none is."""
        return self._file.key is not None and keys.opens(self._file.key, secret)

    @property
    def changes(self) -> int:
        """How many actions were committed since the file was opened, taken-back ones included."""
        return self._changes

    @property
    def next_undo(self) -> ActionName | None:
        """The action that `undo` would take back, ``None`` when there is none."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> ActionName | None:
        """The action that `redo` would do again, ``None`` when there is none."""
        return self._undone[-1] if self._undone else None

    @property
    def barrier(self) -> ActionName | None:
        """The action before which nothing can be taken back any more, ``None`` without one (see `forget_history`)."""
        return self._barrier

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
                self._snapshot = read_snapshot(cx, self._looked_at)
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
        before = self._file.newest_step
        with self._watched(), self._file.transaction() as transaction:
            self._about = data
            yield transaction.connection
        # An action that found nothing to change is no step.
        if self._file.newest_step != before:
            self._done = [*self._done, ActionName(code, MappingProxyType(dict(data)))][-self._file.undo_depth :]
            self._undone.clear()
        self._tell(transaction.changed)

    def note(self, **data: object) -> None:
        """Add to the name of the action under way what is only known inside it: the id of a new row."""
        self._about.update(data)

    def undo(self) -> ActionName | None:
        """Take the newest action back; returns which, ``None`` when there is none. Raises `StoreError`."""
        return self._step(self._done, self._undone, self._file.undo)

    def redo(self) -> ActionName | None:
        """Do the newest taken-back action again; returns which, ``None`` when there is none. Raises `StoreError`."""
        return self._step(self._undone, self._done, self._file.redo)

    def forget_history(self) -> None:
        """Set a barrier: nothing before now can be taken back."""
        self._file.forget_history()
        self._barrier = self.next_undo or self._barrier
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
        with self._watched(), self._file.transaction() as transaction:
            yield transaction.connection

    def choose_edition(self, edition_id: EditionId) -> None:
        """Make another edition of the file the current one; a file that is only read shows it, and stays as it is."""
        if self.read_only:
            self._looked_at, self._snapshot = edition_id, None
            for listener in tuple(self._listeners):
                listener(frozenset())
            return
        name = next((edition.name for edition in self.snapshot().editions if edition.id == edition_id), "")
        with self.action("choose_edition", edition_id=edition_id, name=name) as cx:
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

    def is_moved(self) -> bool:
        """Whether another file or none lies in its place now; cheap."""
        return self._file.is_moved()

    def add_precaution(self, call: Callable[[], object]) -> None:
        """Have ``call`` done before everything that changes much at once: the window makes a copy then."""
        self._precautions.append(call)

    def remove_precaution(self, call: Callable[[], object]) -> None:
        """Have ``call`` done no longer."""
        self._precautions.remove(call)

    def take_precaution(self) -> None:
        """Do what was asked for before an import, an erasure or a change of many things at once."""
        for call in self._precautions:
            call()

    def is_sound(self, copy: Path) -> bool:
        """Whether a backup copy of this file still holds exactly what it held when it was made."""
        return backups.is_sound(copy, self._file.key)

    def thin_out(self, folder: Path, limit: int) -> Removed:
        """Remove the copies of this file that newer ones stand for (see `backups.thin_out`). Raises `StoreError`."""
        return backups.thin_out(folder, self.file_uuid, limit, self._file.key)

    def add_listener(self, listener: Listener) -> None:
        """Call ``listener`` after every action with the names of the tables that it changed."""
        self._listeners.append(listener)

    def remove_listener(self, listener: Listener) -> None:
        """Stop calling ``listener``."""
        self._listeners.remove(listener)

    def add_trouble_listener(self, listener: TroubleListener) -> None:
        """Call ``listener`` when something can't be written, whoever wrote it, and when writing works again."""
        self._trouble_listeners.append(listener)

    def remove_trouble_listener(self, listener: TroubleListener) -> None:
        """Stop calling ``listener``."""
        self._trouble_listeners.remove(listener)

    def close(self) -> None:
        """Close the file well and free it for others."""
        self._file.close()

    @contextmanager
    def _watched(self) -> Generator[None]:
        try:
            yield
        except StoreError as error:
            # A commit whose last flush failed may have reached the disk all the same: what is stored counts.
            self._snapshot = None
            self._in_trouble = True
            self._tell_trouble(error)
            raise
        if self._in_trouble:
            self._in_trouble = False
            self._tell_trouble(None)

    def _tell_trouble(self, error: StoreError | None) -> None:
        for listener in tuple(self._trouble_listeners):
            listener(error)

    def _step(self, source: list[ActionName], target: list[ActionName], run: Callable[[], frozenset[str]]) -> ActionName | None:
        if not source:
            return None
        with self._watched():
            changed = run()
        name = source.pop()
        target.append(name)
        self._tell(changed)
        return name

    def _tell(self, changed: frozenset[str]) -> None:
        self._snapshot = None
        self._changes += changed != NO_TABLES
        self._saved_at = datetime.now().astimezone()
        for listener in tuple(self._listeners):
            listener(changed)
