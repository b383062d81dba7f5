# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Salvaging a damaged programme file: every row that can still be read goes into a new file. The damaged one is only copied.

What a crash cut short is rolled back on the private copy first; when the journal belongs to another file, the state without it is
tried, too. The file is read page by page (`scavenge`), so that even one without its header or its schema gives its rows; what is
encrypted, by SQLCipher behind a first page of our own (`forged`). Indexes are built anew, so that damage to them costs nothing.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from revmentor_desktop.store import check, copies, driver, header, keys, restore, scavenge, shapes
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.forged import ForgedPages
from revmentor_desktop.store.keys import RawKey, Secret
from revmentor_desktop.store.lock import Guard
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.private_folders import private_folder
from revmentor_desktop.store.rebuild import Rebuilt, rebuild
from revmentor_desktop.store.scavenge import Scavenged, TableRows, Watch

_MAGIC = b"SQLite format 3\0"
_NOBODYS = {"meta", "draft", "counter", shapes.SEQUENCE}
"""Tables with nothing that a person put in and kept."""


@dataclass(frozen=True, slots=True)
class TableSalvage:
    """One table: rows in the new file; rows known to have been there that can't be read or broke a rule; of these, taken from the copy.

    ``orphans``: rows that could be read but were left out, because what they belong to is lost. ``torn``: more may be lost than is known.
    """

    name: str
    kept: int
    lost: int = 0
    fetched: int = 0
    orphans: int = 0
    torn: bool = False

    @property
    def before(self) -> int:
        """How many rows the table had, as far as it can be told."""
        return self.kept + self.orphans + max(self.lost - self.fetched, 0)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What a salvage brought. ``path`` is the new file, ``when`` (wall time) when the damaged one was last written.

    ``proven``: nothing is lost and nothing has changed since the file was last closed; otherwise what was read may have changed
    silently. ``stray``: pages of rows that no table could be told for. ``loosened``: references that lead nowhere
    and were emptied. ``known``: the file still said which programme it is (``file_uuid``), so that its copies stay its own.
    """

    path: Path
    when: datetime
    people: int
    pairs: int
    sessions: int
    tables: tuple[TableSalvage, ...]
    proven: bool
    stray: int
    loosened: int
    known: bool
    file_uuid: str

    def table(self, name: str) -> TableSalvage:
        """Return one table by its name."""
        return next((table for table in self.tables if table.name == name), TableSalvage(name, 0))

    @property
    def lost(self) -> int:
        """Rows that are not in the new file, as far as it can be told."""
        return sum(max(table.lost - table.fetched, 0) + table.orphans for table in self.tables)

    @property
    def fetched(self) -> int:
        """Rows that were taken from the copy."""
        return sum(table.fetched for table in self.tables)


def _unwatched(_done: int, _total: int) -> None:
    """Let the work go on."""


def salvage(path: Path, target: Path, *, password: Secret | None = None, copy: Path | None = None, watch: Watch = _unwatched) -> Salvaged:
    """Make a new file at ``target`` from what can be read of ``path``, which keeps its bytes, as does its journal.

    ``copy`` is a sound copy of the same file (and password) that lends what is lost and referred to. ``watch`` may raise to stop.
    Raises `StoreError`: ``exists`` (something is at ``target``), ``in_use``, ``password`` (missing; wrong: no page opens with it),
    ``newer``, ``damaged`` when nothing can be salvaged, ``full`` …; nothing stays behind then.
    """
    real = header.located(path)
    place = _placed(target)
    half = place.with_name(f".{hashlib.sha256(os.fsencode(place.name)).hexdigest()[:16]}.rescate")
    with told(), private_folder() as folder:
        when = _copied(real, folder)
        try:
            best = _best(folder, half, password, copy, watch)
            with told():
                if place.exists() or place.is_symlink():
                    raise StoreError("exists")
                half.rename(place)
                copies.sync_folder(place.parent)
        finally:
            copies.clear_away(half)
    return replace(best, path=place, when=when)


def salvage_in_place(
    path: Path, now: datetime, *, password: Secret | None = None, copy: Path | None = None, watch: Watch = _unwatched
) -> tuple[Salvaged, Path | None]:
    """Put the salvaged file where the damaged one lies, which is set aside with its journal; returns also where it lies then.

    ``now`` is wall time, for the name. Raises as `salvage`; then everything is as it was.
    """
    real = header.located(path)
    ready = real.with_name(f".{hashlib.sha256(os.fsencode(real.name)).hexdigest()[:16]}.rescatado")
    copies.clear_away(ready)
    guard = Guard(real)
    try:
        found = salvage(real, ready, password=password, copy=copy, watch=watch)
        guard.acquire()
        with told():
            aside = restore.put_in_place(ready, real, now)
        return replace(found, path=real), aside
    finally:
        copies.clear_away(ready)
        guard.release()


def _placed(target: Path) -> Path:
    with told():
        if not target.absolute().parent.is_dir():
            raise StoreError("no_folder", folder=target.absolute().parent.name)
        if target.exists() or target.is_symlink():
            raise StoreError("exists")
        return target.absolute().parent.resolve(strict=True) / target.name


def _copied(real: Path, folder: Path) -> datetime:
    """Copy the file and its journal while nobody can write them; returns when it was last written, in wall time."""
    guard = Guard(real)
    guard.acquire()
    try:
        with told():
            shutil.copyfile(real, folder / "bare")
            if header.is_hot(real):
                shutil.copyfile(real, folder / "rolled")
                shutil.copyfile(header.journal_of(real), header.journal_of(folder / "rolled"))
            return datetime.fromtimestamp(real.stat().st_mtime)  # noqa: DTZ006 (wall time)
    finally:
        guard.release()


def _best(folder: Path, half: Path, secret: Secret | None, copy: Path | None, watch: Watch) -> Salvaged:
    """Build ``half`` from the better of the states that the file can be in. Raises `StoreError` when none gives anything."""
    refusal: StoreError | None = None
    best: Salvaged | None = None
    other = half.with_name(f"{half.name}.otro")
    try:
        for state in _states(folder, secret):
            try:
                found, key = _read(state, secret, copy, watch)
                made = _told_of(found, rebuild(other, found, key, copy, watch))
            except StoreError as error:
                if error.code in {"full", "io", "permission", "read_only"}:
                    raise
                refusal = refusal or error
                continue
            if best is None or made.proven or made.lost + made.stray < best.lost + best.stray:
                copies.discard(half)
                other.rename(half)
                best = made
            if best.proven:
                break
    finally:
        copies.clear_away(other)
    if best is None:
        raise refusal or StoreError("damaged", faults=())
    return best


def _states(folder: Path, secret: Secret | None) -> Iterator[Path]:
    """Yield the file with its last commit rolled back, if there was one under way, then the file as it lies."""
    rolled = folder / "rolled"
    if rolled.exists():
        try:
            check.roll_back(rolled, _key(rolled, secret))
            yield rolled
        except StoreError:
            pass  # the journal is damaged, or another file's
    yield folder / "bare"


def _key(path: Path, secret: Secret | None) -> RawKey | None:
    if secret is None or _head(path).startswith(_MAGIC):
        return None
    return keys.raw_key(path, secret)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(header.HEAD)


def _read(path: Path, secret: Secret | None, copy: Path | None, watch: Watch) -> tuple[Scavenged, RawKey | None]:
    """Return the rows of a private copy, and its key if it is encrypted. Raises `StoreError` when there are none."""
    encrypted = not _head(path).startswith(_MAGIC)
    for key in _keys(path, secret, copy) if encrypted else ():
        said = _version_in(path, key)
        pages = ForgedPages(Path(shutil.copyfile(path, path.with_name(f"{path.name}.abierto"))), key)
        try:
            found = scavenge.scavenge_pages(pages, said, watch)
        finally:
            pages.close()
        if _holds_anything(found):
            return found, key
    # Without its header a plain file looks encrypted.
    found = scavenge.scavenge(path.read_bytes(), watch)
    if _holds_anything(found):
        return found, None
    if encrypted and _looks_encrypted(path):
        raise StoreError("password", why="missing" if secret is None else "wrong")
    raise StoreError("damaged", faults=())


def _version_in(path: Path, key: RawKey) -> int:
    """Return the schema number of an encrypted file, 0 when its first page can't be read."""
    with closing(driver.connect(path, "ro", key.pragma)) as connection:
        try:
            return runner.version_of(connection)
        except driver.Error:
            return 0


def _keys(path: Path, secret: Secret | None, copy: Path | None) -> Iterator[RawKey]:
    """Yield the key that the file's first bytes give, and that of its copy: the salt is the same, unless those bytes are damaged."""
    if secret is None:
        return
    key = keys.raw_key(path, secret)
    yield key
    other = keys.raw_key(copy, secret) if copy is not None and not _head(copy).startswith(_MAGIC) else key
    if other != key:
        yield other


def _holds_anything(found: Scavenged) -> bool:
    return any(table.rows for name, table in found.tables.items() if name not in _NOBODYS)


def _looks_encrypted(path: Path) -> bool:
    try:
        return header.sniff(path)
    except StoreError:
        return False


def _told_of(found: Scavenged, made: Rebuilt) -> Salvaged:
    tables = tuple(_table(name, rows, made) for name, rows in found.tables.items() if name != shapes.SEQUENCE)
    contents = made.contents
    return Salvaged(
        path=Path(),
        when=datetime.min,  # noqa: DTZ901 (the caller knows)
        people=contents.people,
        pairs=contents.pairs,
        sessions=contents.sessions,
        tables=tables,
        proven=made.proven,
        stray=found.stray,
        loosened=made.loosened,
        known=made.known,
        file_uuid=contents.file_uuid,
    )


def _table(name: str, rows: TableRows, made: Rebuilt) -> TableSalvage:
    refused, orphans, fetched = made.refused.get(name, 0), made.orphans.get(name, 0), made.fetched.get(name, 0)
    kept = len(rows.rows) - refused - orphans + fetched
    return TableSalvage(name, kept, rows.lost + refused, fetched, orphans, rows.torn or rows.broken > rows.lost)
