# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Backup copies in a folder: made whole or not at all, listed, and thinned out by their numbers.

A copy is written under a name that is no copy's, checked by a connection of its own, put on the disk, noted in the manifest, and only
then given its name. One at a time works in a folder, so what lies there half made is left over from one that was killed.
"""

import os
import re
import unicodedata
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from revmentor_desktop.store import check, copies, driver, encryption, header, keys, manifest, names, rotation
from revmentor_desktop.store.copies import Contents
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.keys import RawKey, Secret
from revmentor_desktop.store.lock import Guard, queue

SUFFIX = ".revmentor"
_HALF = ".copia-a-medias"
_QUEUE = ".copias.lock"
_WAIT_SECONDS = 30.0
_NAME = re.compile(r".+ · (\d{4}-\d\d-\d\d \d\d\.\d\d) · (\d{6,12})\.revmentor")


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup copy. ``when`` is wall time, ``size`` is in bytes.

    ``verified``: the manifest knows it from its making, and it is as long as it was then; `is_sound` looks inside.
    """

    path: Path
    sequence: int
    when: datetime
    size: int
    people: int
    pairs: int
    sessions: int
    file_uuid: str
    verified: bool
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """Copies that `thin_out` removed: those whose place newer ones hold, and those for which there was no room."""

    expired: tuple[Copy, ...] = ()
    thinned: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Recrypted:
    """Copies that have the new password now (or none, when it was removed), and those that stayed as they were."""

    done: tuple[Copy, ...] = ()
    left: tuple[Copy, ...] = ()


def of_open(file: ProgrammeFile, folder: Path, now: datetime) -> Copy:
    """Make one verified copy of an open file in ``folder``, which is made if missing. ``now`` is wall time.

    Raises `StoreError` (``full``, ``no_place``, ``permission``, ``copy_failed``, ``busy`` …); nothing half made stays behind.
    """
    return _made(folder, now, file.path, file.key, file.write_copy)


def of_open_if_changed(file: ProgrammeFile, folder: Path, now: datetime) -> Copy | None:
    """Make a copy as `of_open` does, unless the newest one in the folder holds the same: then ``None``."""
    newest = next((copy for copy in listed(folder, file.file_uuid) if copy.verified), None)
    if newest is not None:
        line = _line_of(newest.path)
        # A plain copy does not stand for a file that has a password by now.
        if line is not None and line.encrypted == (file.key is not None) and line.rows == file.rows_digest():
            return None
    return of_open(file, folder, now)


def of_closed(path: Path, folder: Path, now: datetime, secret: Secret | None = None) -> Copy:
    """Make one verified copy of a closed file as `of_open` does; the file keeps its bytes. Raises also what opening does."""
    with check.held(path, secret) as (connection, key):
        found = check.faults(connection)
        if found:
            raise StoreError("damaged", faults=found)

        def write(half: Path) -> Contents:
            with told():
                seal = copies.compact(connection, half)
            return copies.finish(half, seal, key)

        return _made(folder, now, path.resolve(), key, write)


def listed(folder: Path, file_uuid: str | None = None) -> tuple[Copy, ...]:
    """Return the copies in a folder, highest number first; with ``file_uuid`` only those of that file.

    Without it, what can't be read any more is listed, too (``file_uuid`` empty). No folder, no copies. Raises `StoreError`.
    """
    lines = {_key(line.name): line for line in manifest.read(folder)}
    with told():
        files = sorted(path for path in folder.iterdir() if _parts(path.name) and path.is_file()) if folder.is_dir() else []
    found: list[Copy] = []
    for path in files:
        # Another copy may be made and an old one go meanwhile.
        with told(), suppress(FileNotFoundError):
            found.append(_seen(path, lines.get(_key(path.name))))
    kept = [copy for copy in found if file_uuid in (None, copy.file_uuid)]
    return tuple(sorted(kept, key=lambda copy: (copy.sequence, copy.path.name), reverse=True))


def of_path(folder: Path, path: Path) -> tuple[Copy, ...]:
    """Return the copies in a folder that were made of the file at ``path``, highest number first, even if it can't be read any more."""
    origin = manifest.origin_of(path.resolve())
    theirs = {_key(line.name) for line in manifest.read(folder) if line.origin == origin}
    return tuple(copy for copy in listed(folder) if _key(copy.path.name) in theirs)


def is_sound(copy: Path, key: RawKey | None = None) -> bool:
    """Whether every row of a copy is what it was when the copy was made. Read by SQLite alone: somebody may have it open."""
    try:
        line = _line_of(copy)
        if line is None:
            return False
        with told(unknown="damaged"), closing(driver.connect(copy, "ro", key.pragma if key and line.encrypted else None)) as connection:
            check.admit(connection)
            return check.rows_digest(connection) == line.rows and not check.faults(connection)
    except StoreError:
        return False


def opens(copy: Path, secret: Secret | None) -> bool:
    """Whether a password opens an encrypted copy. Raises `StoreError`."""
    try:
        with closing(driver.connect(copy, "ro", keys.raw_key(copy, secret).pragma)) as connection:
            check.admit(connection)
    except StoreError as error:
        if error.code == "password":
            return False
        raise
    return True


def is_readable(path: Path, key: RawKey | None) -> bool:
    """Whether a closed file is whole, read from where it lies."""
    try:
        with told(unknown="damaged"), closing(driver.connect(path, "ro", key and key.pragma)) as connection:
            check.admit(connection)
            return not check.faults(connection)
    except StoreError:
        return False


def digest_on_medium(path: Path) -> str:
    """Return the SHA-256 of a closed file, from the medium itself where the system can be told to forget what it keeps of it."""
    with told():
        if hasattr(os, "posix_fadvise"):
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return copies.digest(path)


def thin_out(folder: Path, file_uuid: str, limit: int, key: RawKey | None = None) -> Removed:
    """Remove the copies of a file that rotation lets go, after looking into every one that stays; at most ``limit`` bytes remain.

    A copy that is open or not verified stays. Raises `StoreError`.
    """
    with told():
        place = folder.resolve(strict=True)
    with told(), queue(place / _QUEUE, _WAIT_SECONDS):
        present = listed(place, file_uuid)
        going = rotation.plan(present, limit)
        if not going.expired and not going.thinned:
            return Removed()
        looked_at = [replace(copy, verified=copy.verified and is_sound(copy.path, key)) for copy in present]
        going = rotation.plan(looked_at, limit)
        removed = Removed(tuple(filter(_remove, going.expired)), tuple(filter(_remove, going.thinned)))
        manifest.forget(place, {copy.path.name for copy in (*removed.expired, *removed.thinned)})
        return removed


def recrypt(folder: Path, file_uuid: str, old: Secret | None, new: Secret | None) -> Recrypted:
    """Give the copies of a file the password ``new`` instead of ``old`` (``None``: plain).

    Raises `StoreError` when the folder can't be read. A copy that is open, gone bad or has yet another password stays as it is.
    """
    if not folder.is_dir():
        return Recrypted()
    with told():
        place = folder.resolve(strict=True)
    done: list[Copy] = []
    left: list[Copy] = []
    with told(), queue(place / _QUEUE, _WAIT_SECONDS):
        for copy in listed(place, file_uuid):
            try:
                _recrypt(copy, old, new)
            except StoreError:
                left.append(copy)
                continue
            done.append(replace(copy, encrypted=new is not None))
    return Recrypted(tuple(done), tuple(left))


def _recrypt(copy: Copy, old: Secret | None, new: Secret | None) -> None:
    if not copy.encrypted and new is None:
        return
    if not copy.encrypted and new is not None:
        encryption.encrypt(copy.path, new)
    elif new is None:
        encryption.decrypt(copy.path, old)
    else:
        encryption.change(copy.path, old, new)
    line = _line_of(copy.path)
    if line is not None:
        fresh = replace(line, size=copy.path.stat().st_size, sha256=copies.digest(copy.path), encrypted=new is not None)
        manifest.put(copy.path.parent, fresh)


def _made(folder: Path, now: datetime, path: Path, key: RawKey | None, write: Callable[[Path], Contents]) -> Copy:
    place = _place(folder)
    with told(), queue(place / _QUEUE, _WAIT_SECONDS):
        half = place / _HALF
        try:
            contents = write(half)
            line = _line(place, half, contents, now.replace(tzinfo=None), path.stem)
            line = replace(line, origin=manifest.origin_of(path), encrypted=key is not None)
            # Noted first: without room for the line there is no copy, and a line without a copy harms nobody.
            manifest.add(place, line)
            half.rename(place / line.name)
            copies.sync_folder(place)
        finally:
            copies.clear_away(half)
    return _seen(place / line.name, line)


def _place(folder: Path) -> Path:
    try:
        with told():
            folder.mkdir(parents=True, exist_ok=True)
            return folder.resolve(strict=True)
    except StoreError as error:
        if error.code in {"exists", "missing", "io"}:
            raise StoreError("no_place", folder=folder.name) from error
        raise


def _line(folder: Path, half: Path, contents: Contents, now: datetime, otherwise: str) -> manifest.Line:
    """Return what the manifest will say; the name is nobody's yet."""
    title = names.sanitised(contents.edition, names.sanitised(otherwise, "Programa"))
    sequence = max(contents.openings, 1 + _highest(folder, contents.file_uuid))
    while (path := _named(folder, title, now, sequence)).exists():
        sequence += 1
    return manifest.Line(
        name=path.name,
        sequence=sequence,
        when=now,
        size=half.stat().st_size,
        people=contents.people,
        pairs=contents.pairs,
        sessions=contents.sessions,
        sha256=copies.digest(half),
        rows=contents.rows,
        file_uuid=contents.file_uuid,
    )


def _named(folder: Path, title: str, now: datetime, sequence: int) -> Path:
    path = folder / f"{title} · {now.date().isoformat()} {now:%H.%M} · {sequence:06d}{SUFFIX}"
    if path.parent != folder:
        raise RuntimeError("a name became a path")
    return path


def _highest(folder: Path, file_uuid: str) -> int:
    """Return the highest number given in a folder to a file, or to copies that the manifest does not know."""
    lines = manifest.read(folder)
    known = {_key(line.name) for line in lines}
    strays = [parts[1] for path in folder.iterdir() if _key(path.name) not in known and (parts := _parts(path.name))]
    return max([line.sequence for line in lines if line.file_uuid == file_uuid] + strays, default=0)


def _line_of(copy: Path) -> manifest.Line | None:
    return next((line for line in manifest.read(copy.parent) if _key(line.name) == _key(copy.name)), None)


def _seen(path: Path, line: manifest.Line | None) -> Copy:
    size = path.stat().st_size
    if line is None:
        return _unknown(path, size)
    return Copy(
        path=path,
        sequence=line.sequence,
        when=line.when,
        size=size,
        people=line.people,
        pairs=line.pairs,
        sessions=line.sessions,
        file_uuid=line.file_uuid,
        verified=size == line.size,
        encrypted=line.encrypted,
    )


def _unknown(path: Path, size: int) -> Copy:
    """Return what a copy says about itself that the manifest does not know."""
    when, sequence = _parts(path.name) or (datetime.min, 0)  # noqa: DTZ901 (wall time)
    try:
        with told(unknown="damaged"), closing(driver.connect(path, "ro")) as connection:
            check.admit(connection)
            found = copies.contents(connection)
    except StoreError:
        return Copy(path, sequence, when, size, 0, 0, 0, "", verified=False)
    return Copy(path, sequence, when, size, found.people, found.pairs, found.sessions, found.file_uuid, verified=False)


def _parts(name: str) -> tuple[datetime, int] | None:
    """Return the moment and the number in the name of a copy, ``None`` when it is no copy's name."""
    match = _NAME.fullmatch(_key(name))
    try:
        return (datetime.strptime(match[1], "%Y-%m-%d %H.%M"), int(match[2])) if match else None  # noqa: DTZ007 (wall time)
    except ValueError:
        return None


def _key(name: str) -> str:
    """Return a name as it is compared: some systems take accents apart."""
    return unicodedata.normalize("NFC", name)


def _remove(copy: Copy) -> bool:
    """Remove a copy unless somebody works in it; whether it is gone."""
    guard = Guard(copy.path)
    gone = False
    try:
        guard.acquire()
        with told():
            copy.path.unlink()
            gone = True
            header.journal_of(copy.path).unlink(missing_ok=True)
    except StoreError:
        return gone
    finally:
        guard.release(for_good=gone)
    return gone
