# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The ways on from a damaged file: its newest sound copy, what can be salvaged of it, or looking at it. The damaged file is always kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme import backups, files
from revmentor_desktop.programme.files import Secret
from revmentor_desktop.store import backups as kept
from revmentor_desktop.store import check, copies, header, keys, restore, salvage
from revmentor_desktop.store.check import Fault
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.private_folders import private_folder
from revmentor_desktop.store.scavenge import Watch

Salvaged = salvage.Salvaged
TableSalvage = salvage.TableSalvage
# What another attempt may mend, or the person: it says nothing about what the file holds.
_OF_THE_PLACE = {"busy", "full", "in_use", "io", "permission", "read_only"}


@dataclass(frozen=True, slots=True)
class SoundCopy:
    """A copy that was read whole just now. ``when`` is wall time; ``related``: whether it is of the damaged file (None: can't be told)."""

    path: Path
    when: datetime
    people: int
    pairs: int
    sessions: int
    related: bool | None = True


@dataclass(frozen=True, slots=True)
class Options:
    """What can be done about the damaged file at ``path``.

    ``faults``: what an examination finds (empty when it can't even begin). ``copies``: how many copies of it there are, sound or not;
    ``copy``: the newest sound one. ``salvage``: what a salvage brings, made once for these figures and thrown away; ``refusal``: why
    there is none. ``can_view``: whether it can be opened to look at. ``locked``: no copy could be read, and some have a password that is
    not known here.
    """

    path: Path
    faults: tuple[Fault, ...]
    copies: int
    copy: SoundCopy | None
    salvage: Salvaged | None
    refusal: StoreError | None
    can_view: bool
    locked: bool = False

    @property
    def is_lost(self) -> bool:
        """Whether neither a copy nor the file itself gives anything."""
        return self.copy is None and self.salvage is None and not self.locked


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a recovery put at ``path``; ``aside``: where the damaged file lies now (None: where it was)."""

    path: Path
    aside: Path | None
    people: int
    pairs: int
    sessions: int


def _unwatched(_done: int, _total: int) -> None:
    """Let the work go on."""


def options(path: Path, password: Secret | None = None, folder: Path | None = None, watch: Watch = _unwatched) -> Options:
    """Look at a damaged, closed file and at its copies in ``folder`` (the program's own without it); nothing is changed.

    ``watch`` is told how much is done and may raise to stop. Raises `StoreError` for what is no damage: ``missing``, ``folder``,
    ``foreign``, ``in_use``, ``newer``, ``full`` (the salvage needs room in the temporary folder) …
    """
    place = folder or backups.copies_folder()
    made = _copies_of(place, path)
    copy = _newest_sound(made, password)
    found, refusal = _tried(path, password, copy, watch)
    if copy is None and not made and found is not None and found.known:
        # The file was moved since its copies were made, but it still says which one it is.
        made = tuple(each for each in backups.copies(place) if each.file_uuid == found.file_uuid)
        copy = _newest_sound(made, password)
        if copy is not None and not found.proven:
            found, refusal = _tried(path, password, copy, watch)
    locked = copy is None and any(each.encrypted and not _opens(each, password) for each in made)
    return Options(path, _faults(path, password), len(made), copy, found, refusal, _can_view(path, password), locked)


def opens_copies(path: Path, password: Secret, folder: Path | None = None) -> bool:
    """Whether a password is that of the copies of a damaged file in ``folder`` (the program's own without it)."""
    return backups.opens_a_copy(path, password, folder)


def sound_copy(copy: Path, password: Secret | None = None, known: Options | None = None) -> SoundCopy:
    """Look whole at a copy that the person found, on a stick for instance. Raises `StoreError` (``copy_damaged``, ``foreign`` …)."""
    try:
        with check.held(copy, password) as (connection, _key):
            found = () if check.faults(connection) else (copies.contents(connection),)
    except StoreError as error:
        if error.code in {"damaged", "schema"}:
            raise StoreError("copy_damaged", copy=copy.name) from error
        raise
    for held in found:
        other = known.salvage if known is not None else None
        related = held.file_uuid == other.file_uuid if other is not None and other.known else None
        return SoundCopy(copy, _written(copy), held.people, held.pairs, held.sessions, related)
    raise StoreError("copy_damaged", copy=copy.name)


def set_aside_name(path: Path, now: datetime) -> str:
    """Return the name under which the damaged file would be kept beside its place. ``now`` is wall time."""
    return restore.free_name(header.located(path), now).name


def use_copy(path: Path, copy: SoundCopy, now: datetime, *, password: Secret | None = None, target: Path | None = None) -> Recovered:
    """Put a copy in the place of the damaged file, which is set aside with its journal; with ``target`` beside it into a new file.

    ``now`` is wall time. Raises `StoreError`: ``copy_damaged``, ``exists`` (there is a file at ``target``), ``in_use``, ``full`` …;
    then everything is as it was.
    """
    if target is not None and target.exists():
        raise StoreError("exists")
    made = restore.restore(copy.path, target or header.located(path), now, password)
    return Recovered(made.path, made.set_aside, made.people, made.pairs, made.sessions)


def use_salvaged(
    path: Path,
    now: datetime,
    *,
    password: Secret | None = None,
    copy: SoundCopy | None = None,
    target: Path | None = None,
    watch: Watch = _unwatched,
) -> Recovered:
    """Put what can be salvaged in the place of the damaged file, as `use_copy` does. ``copy`` lends what is lost and referred to."""
    lender = copy.path if copy is not None else None
    if target is not None:
        found, aside = salvage.salvage(path, target, password=password, copy=lender, watch=watch), None
    else:
        found, aside = salvage.salvage_in_place(path, now, password=password, copy=lender, watch=watch)
    return Recovered(found.path, aside, found.people, found.pairs, found.sessions)


def _copies_of(folder: Path, path: Path) -> tuple[kept.Copy, ...]:
    try:
        return backups.copies_of_path(folder, path)
    except StoreError:
        return ()  # a folder of copies that can't be read is one without copies here


def _opens(copy: kept.Copy, password: Secret | None) -> bool:
    try:
        return password is not None and kept.opens(copy.path, password)
    except StoreError:
        return True  # it is not for lack of a password that it can't be read


def _newest_sound(made: tuple[kept.Copy, ...], password: Secret | None) -> SoundCopy | None:
    return next(_sound(made, password), None)


def _sound(made: tuple[kept.Copy, ...], password: Secret | None) -> Iterator[SoundCopy]:
    for copy in made:
        if copy.encrypted and password is None:
            continue
        try:
            key = keys.raw_key(copy.path, password) if copy.encrypted else None
        except StoreError:
            continue  # it has just gone, or its first bytes can't be read
        if kept.is_sound(copy.path, key):
            yield SoundCopy(copy.path, copy.when, copy.people, copy.pairs, copy.sessions)


def _tried(path: Path, password: Secret | None, copy: SoundCopy | None, watch: Watch) -> tuple[Salvaged | None, StoreError | None]:
    """Salvage into a folder that is removed at once. A refusal of the place is raised; one of the file is the answer."""
    with private_folder() as folder:
        target = folder / "rescate.revmentor"
        try:
            return salvage.salvage(path, target, password=password, copy=copy.path if copy else None, watch=watch), None
        except StoreError as error:
            if error.code in _OF_THE_PLACE | {"missing", "folder", "foreign", "newer"}:
                raise
            return None, error


def _faults(path: Path, password: Secret | None) -> tuple[Fault, ...]:
    try:
        return files.check(path, password).faults
    except StoreError as error:
        return () if error.code in {"password", "foreign"} else (Fault("damaged"),)


def _can_view(path: Path, password: Secret | None) -> bool:
    try:
        workspace = files.open_to_read(path, password, despite_faults=True)
    except StoreError:
        return False
    try:
        workspace.snapshot()
    except (StoreError, DomainError, LookupError, ValueError, TypeError):
        return False  # rows that no record of ours can hold
    finally:
        workspace.close()
    return True


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 (wall time)
