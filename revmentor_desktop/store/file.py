# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The programme file: opened once, written in named transactions, sealed when it is closed."""

import os
import sqlite3
import threading
import uuid
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, cast

from sqlalchemy import Connection, Delete, Engine, Insert, StaticPool, Table, Update, create_engine, event

from revmentor_desktop.store import check, copies, driver, header, keys, looking, meta, records, schema, upgrade
from revmentor_desktop.store.copies import Contents
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.keys import RawKey, Secret
from revmentor_desktop.store.lock import PROGRAM, Guard
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.undo import UndoLog

ReadOnly = Literal["", "asked", "newer", "damaged", "medium"]
"""Why an open file can't be changed: somebody asked for that, a newer program made it, it is damaged, its place can only be read."""


class Transaction:
    """One action on the file: its connection, and afterwards the names of the tables that it wrote."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._tables: set[str] = set()

    @property
    def changed(self) -> frozenset[str]:
        """Names of the tables written so far, cascades of deletions included."""
        return frozenset(self._tables)

    def note(self, statement: Insert | Update | Delete) -> None:
        """Remember which tables an INSERT, UPDATE or DELETE writes."""
        name = cast("Table", statement.table).name
        self._tables |= schema.touched_by_delete(name) if isinstance(statement, Delete) else {name}


class _Turn:
    """Lets one thread at the connection; asking twice in one thread is a defect (a use case inside another)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._owner: int | None = None

    @contextmanager
    def taken(self) -> Generator[None]:
        if self._owner == threading.get_ident():
            raise RuntimeError("a transaction inside another")
        with self._lock:
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = None


@dataclass(frozen=True, slots=True)
class Hold:
    """How a file is held: its guard when it may be written, its key when it is encrypted, why it can only be read, what goes at the end."""

    guard: Guard
    key: RawKey | None = None
    read_only: ReadOnly = ""
    ending: ExitStack = field(default_factory=ExitStack)


class ProgrammeFile:
    """An open programme file, by `create`, `open` or `open_to_read`; all reading and writing happens inside `reading` or `transaction`."""

    def __init__(self, path: Path, hold: Hold, connection: sqlite3.Connection) -> None:
        self._path = path
        self._hold = hold
        self._connection: sqlite3.Connection | None = connection
        state = path.stat()
        self._identity = (state.st_dev, state.st_ino)
        self._uuid = meta.read(connection).get("file_uuid", "")
        self._turn = _Turn()
        self._work: Transaction | None = None
        self._engine = self._made_engine(connection)
        self._history = UndoLog(connection, logging=not hold.read_only)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new, empty programme file and open it. Raises `StoreError`; nothing half-made stays behind."""
        real = _placed(path)
        _refuse_existing(real)
        guard = Guard(real)
        guard.acquire()
        try:
            _refuse_existing(real)
            with told():
                _build(real)
            try:
                return cls._opened(real, Hold(guard))
            except BaseException:
                real.unlink(missing_ok=True)
                raise
        except BaseException:
            guard.release()
            raise

    @classmethod
    def open(cls, path: Path, *, password: Secret | None = None, anyway: bool = False) -> Self:
        """Open an existing file: guard, look, compare its schema, bring it up to date, check it whole.

        ``password`` opens an encrypted file and is not looked at for a plain one. ``anyway`` passes over the mark of another computer
        (see `Guard.acquire`). Raises `StoreError`; a refused file keeps its bytes.
        """
        real = header.located(path)
        guard = Guard(real)
        guard.acquire(anyway=anyway)
        try:
            copies.clear_leftovers(real)
            key = keys.raw_key(real, password) if header.sniff(real) else None
            check.settle(real, key)
            return cls._opened(real, Hold(guard, key))
        except StoreError as error:
            guard.release()
            if error.code in {"read_only", "permission"}:
                raise StoreError("read_only", readable=os.access(real, os.R_OK)) from error
            raise
        except BaseException:
            guard.release()
            raise

    @classmethod
    def open_to_read(cls, path: Path, *, password: Secret | None = None, despite_faults: bool = False) -> Self:
        """Open a file to look at it: no guard, nothing is written, `transaction` is refused with ``viewing``.

        A commit that a crash cut short is rolled back first where nobody holds the file, on a read-only place in a private copy.
        ``despite_faults``: as far as it can be read. Raises `StoreError`.
        """
        real = header.located(path)
        with ExitStack() as ending:
            connection, key = looking.connection(real, password, ending)
            with told():
                newer = check.admit(connection, newer=True)
                found = () if newer else check.faults(connection)
                if found and not despite_faults:
                    raise StoreError("damaged", faults=found)
                if not newer and not check.is_latest(connection):
                    connection = looking.brought_up(connection, key, ending)
                why: ReadOnly = "damaged" if found else "newer" if newer else "asked" if looking.is_writable(real) else "medium"
                return cls(real, Hold(Guard(real), key, why, ending.pop_all()), connection)

    @property
    def path(self) -> Path:
        """The real path of the file."""
        return self._path

    @property
    def file_uuid(self) -> str:
        """What tells this file and its copies from every other, wherever they lie and whatever they are called."""
        return self._uuid

    @property
    def read_only(self) -> ReadOnly:
        """Why nothing can be written, empty when it can."""
        return self._hold.read_only

    @property
    def key(self) -> RawKey | None:
        """What opens this file and its copies, ``None`` for a plain file."""
        return self._hold.key

    @property
    def is_open(self) -> bool:
        """Whether the file has not been closed yet."""
        return self._connection is not None

    def is_moved(self) -> bool:
        """Whether another file or none stands at the path now; cheap, never opens anything."""
        try:
            state = self._path.stat()
        except OSError:
            return True
        return (state.st_dev, state.st_ino) != self._identity

    @contextmanager
    def transaction(self) -> Generator[Transaction]:
        """Do one action: committed when the block ends, rolled back whole when anything is raised in it.

        Raises `StoreError` when the world refuses (the file is as before), `RuntimeError` inside another transaction.
        """
        if self.read_only:
            raise StoreError("viewing")
        with self._working() as work:
            first = self._history.mark(work.connection)
            yield work
            step = self._history.step_from(work.connection, first)
        # Only what was really committed can be taken back.
        self._history.keep(step)

    @property
    def undo_depth(self) -> int:
        """How many actions of this window can be taken back."""
        return self._history.undo_depth

    @property
    def newest_step(self) -> object:
        """What tells the newest action that can be taken back from every other, ``None`` without one."""
        return self._history.newest

    @property
    def redo_depth(self) -> int:
        """How many taken-back actions can be done again."""
        return self._history.redo_depth

    def undo(self) -> frozenset[str]:
        """Take the newest action back whole; returns the tables it touched. Raises as `transaction`, and `IndexError` without one."""
        with self._working() as work:
            reverse = self._history.reverse_newest(work.connection)
        self._history.undone(reverse)
        return reverse.tables

    def redo(self) -> frozenset[str]:
        """Do the newest taken-back action again. Raises as `undo`."""
        with self._working() as work:
            reverse = self._history.repeat_newest(work.connection)
        self._history.redone(reverse)
        return reverse.tables

    def forget_history(self) -> None:
        """Set a barrier: nothing before now can be taken back (what was printed, signed or erased stays so)."""
        with self._working() as work:
            self._history.clear(work.connection)
        self._history.forget()

    def examine(self) -> tuple[check.Fault, ...]:
        """Look through the open file: integrity and foreign keys. The seal is of closed files."""
        with self._turn.taken(), told(self.is_moved):
            return check.faults(self._connection_now())

    @contextmanager
    def _working(self) -> Generator[Transaction]:
        with self._turn.taken(), told(self.is_moved, system=False), self._engine_now().connect() as cx:
            self._work = Transaction(cx)
            try:
                with cx.begin():
                    yield self._work
            finally:
                self._work = None

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Read one unchanging state of the file. Raises as `transaction`; writing raises `RuntimeError`."""
        # Nobody has vouched for every row: a connection for reading only leaves the constraints out of its checks.
        doubt = records.doubted(bool(self.read_only))
        with self._turn.taken(), told(self.is_moved, system=False), doubt, self._engine_now().connect() as cx, cx.begin():
            yield cx

    def dump(self) -> tuple[tuple[str, tuple[object, ...]], ...]:
        """Return (table, row) of every row in key order, for comparing two states of a file."""
        with self._turn.taken(), told(self.is_moved):
            return tuple(check.dump(self._connection_now()))

    def rows_digest(self) -> str:
        """Return the digest of what a person put in; the same as long as nothing of it changes (see `check.rows_digest`)."""
        with self._turn.taken(), told(self.is_moved):
            return check.rows_digest(self._connection_now())

    def copy_to(self, target: Path, *, replace: bool = False) -> None:
        """Write a verified, sealed copy beside nothing but its own name; works while the connection lives, even if the file moved.

        Raises `StoreError` (``exists`` unless ``replace``, ``in_use``, ``full`` …) and leaves no half copy.
        """
        real = _placed(target)
        if not replace:
            _refuse_existing(real)
        guard = Guard(real)
        if real.exists():
            guard.acquire(anyway=True)
        half = real.with_name(f".{real.name}.copia")
        try:
            self.write_copy(half)
            with told():
                half.replace(real)
                copies.sync_folder(real.parent)
        finally:
            copies.clear_away(half)
            guard.release()

    def write_copy(self, half: Path) -> Contents:
        """Write the present state to ``half``, compacted, sealed, checked and on the disk; what lies there is replaced.

        Whoever asks gives it its name, or discards it: after a failure a part of it may be there. Raises `StoreError`.
        """
        with self._turn.taken(), told():
            seal = copies.compact(self._connection_now(), half)
        return copies.finish(half, seal, self.key)

    def close(self) -> None:
        """Seal and close the file and let the guard go. Does nothing the second time.

        Raises `StoreError` when the seal could not be written; the file is closed all the same, and whole.
        """
        with self._turn.taken():
            connection, self._connection = self._connection, None
            if connection is None:
                return
            try:
                if not self.read_only:
                    with told(self.is_moved):
                        check.conclude(connection)
            finally:
                self._engine.dispose()
                connection.close()
                self._hold.guard.release()
                self._hold.ending.close()
                # What opens the file is known to nobody any more.
                self._hold = replace(self._hold, key=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @classmethod
    def _opened(cls, path: Path, hold: Hold) -> Self:
        with told():
            connection = _admitted(path, hold.key)
            try:
                found = check.faults(connection)
                if found:
                    raise StoreError("damaged", faults=found)
                _begin_work(connection)
                return cls(path, hold, connection)
            except BaseException:
                connection.close()
                raise

    def _made_engine(self, connection: sqlite3.Connection) -> Engine:
        def made() -> sqlite3.Connection:
            return connection

        engine = create_engine("sqlite://", module=driver.module, creator=made, poolclass=StaticPool, hide_parameters=True)
        event.listen(engine, "begin", self._on_begin)
        event.listen(engine, "before_execute", self._on_execute)
        return engine

    def _on_begin(self, cx: Connection) -> None:
        # The driver is in autocommit mode: without this, each statement would be a transaction of its own.
        cx.exec_driver_sql("BEGIN" if self._work is None else "BEGIN IMMEDIATE")

    def _on_execute(self, _cx: Connection, statement: object, *_rest: object) -> None:
        if isinstance(statement, Insert | Update | Delete):
            if self._work is None:
                raise RuntimeError("writing outside a transaction")
            self._work.note(statement)

    def _connection_now(self) -> sqlite3.Connection:
        if self._connection is None:
            raise RuntimeError("the file is closed")
        return self._connection

    def _engine_now(self) -> Engine:
        self._connection_now()
        return self._engine


def _admitted(path: Path, key: RawKey | None) -> sqlite3.Connection:
    """Open a file and compare its schema; one of an older schema is brought up to date first, on a copy."""
    connection = driver.connect(path, "rw", key and key.pragma)
    try:
        check.admit(connection)
        if check.is_latest(connection):
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    upgrade.upgrade(path, key=key)
    return _admitted(path, key)


def _placed(path: Path) -> Path:
    """Return where a new file will really lie. Raises `StoreError` ``no_folder`` when its folder is not there."""
    folder = path.absolute().parent
    with told():
        if not folder.is_dir():
            raise StoreError("no_folder", folder=folder.name)
        real = folder.resolve(strict=True) / path.name
    header.refuse_long(real)
    return real


def _refuse_existing(path: Path) -> None:
    with told():
        if path.exists() or path.is_symlink():
            raise StoreError("exists")


def _build(path: Path) -> None:
    """Make a closed, empty programme file under a name of its own, then give it its name."""
    half = path.with_name(f".{path.name}.nuevo")
    copies.discard(half)
    try:
        with closing(driver.connect(half, "rwc")) as connection:
            driver.prepare_empty(connection)
            driver.prepare(connection)
            runner.migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                meta.write(connection, {"file_uuid": str(uuid.uuid4()), "min_reader": str(runner.min_reader()), "seq": "0"})
            check.conclude(connection)
        half.rename(path)
        copies.sync_folder(path.parent)
    finally:
        copies.discard(half)


def _begin_work(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        opened = int(meta.read(connection)["seq"]) + 1
        meta.write(connection, {"clean": "0", "seq": str(opened), "written_by": PROGRAM})
