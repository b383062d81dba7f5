# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where a programme file lies (in the cloud, on a stick, on the network, in a temporary folder), and moving it to a safe place."""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from revmentor_desktop.programme import place_rules as rules
from revmentor_desktop.programme.place_rules import Place, PlaceKind
from revmentor_desktop.store import copies, header
from revmentor_desktop.store.errors import StoreError, told
from revmentor_desktop.store.lock import Guard

__all__ = ["Moved", "Place", "PlaceKind", "Surroundings", "move", "place_of"]

_REMOVABLE, _REMOTE = 2, 4
"""What Windows' GetDriveTypeW answers for sticks and for network drives."""


def _environment() -> Mapping[str, str]:
    return os.environ


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the system says about places. ``mounts`` is the file in which Linux lists them, ``blocks`` its folder of disks."""

    environment: Mapping[str, str] = field(default_factory=_environment)
    home: Path = field(default_factory=Path.home)
    temporary: Path = field(default_factory=lambda: Path(tempfile.gettempdir()))
    mounts: Path = Path("/proc/self/mounts")
    blocks: Path = Path("/sys/class/block")


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the file lies now; ``left`` is true when the old one could not be removed and still lies there."""

    path: Path
    left: bool


def place_of(path: Path, around: Surroundings | None = None) -> Place | None:
    """Return which kind of place a file lies in when that deserves a word, ``None`` on the computer's own disk.

    Never raises: what the system does not answer is not known. The file itself is not touched, nor need it exist.
    """
    around = around or Surroundings()
    with suppress(OSError):
        path = path.resolve()
    cloud = rules.cloud_by_name(path) or rules.cloud_by_root(path, _cloud_roots(around))
    if cloud is not None:
        return Place(PlaceKind.CLOUD, cloud)
    server = rules.server_of(path)
    if server is not None:
        return Place(PlaceKind.NETWORK, server)
    return _of_drive(path, around) or _of_folder(path, around)


def move(path: Path, folder: Path) -> Moved:
    """Move a closed programme file into ``folder`` under its own name: copied, on the disk, compared, and only then removed.

    Raises `StoreError`: ``exists`` (a file of that name, or the same folder), ``in_use``, ``no_folder``, ``full``, ``copy_failed`` …;
    then the file lies where it was, and nothing half made stays behind.
    """
    real = header.located(path)
    target = _target(real, folder)
    guard, other = Guard(real), Guard(target)
    guard.acquire()
    gone = False
    try:
        other.acquire(anyway=True)
        try:
            _copy(real, target)
            gone = _remove(real)
        finally:
            other.release()
    finally:
        guard.release(for_good=gone)
    return Moved(target, not gone)


def _target(real: Path, folder: Path) -> Path:
    with told():
        if not folder.is_dir():
            raise StoreError("no_folder", folder=folder.name)
        target = folder.resolve(strict=True) / real.name
        if target.exists() or target.is_symlink() or header.journal_of(target).exists():
            raise StoreError("exists")
    return target


def _copy(real: Path, target: Path) -> None:
    """Copy a closed file, and first the journal that a crash left: without it the file would stay half written."""
    # A name that whoever opens the file next clears away, should this be killed.
    half, journal = target.with_name(f".{target.name}.copia"), header.journal_of(real)
    hot = header.is_hot(real)
    done = False
    try:
        with told():
            for source, goes in ((journal, header.journal_of(target)),) * hot + ((real, half),):
                shutil.copyfile(source, goes)
                copies.sync(goes)
                if copies.digest(source) != copies.digest(goes):
                    raise StoreError("copy_failed")
            half.rename(target)
            done = True
            copies.sync_folder(target.parent)
    finally:
        copies.clear_away(half)
        if hot and not done:
            copies.clear_away(header.journal_of(target))


def _remove(real: Path) -> bool:
    """Remove the old file, then its journal; whether it is gone. A stick that has become read-only keeps it."""
    try:
        real.unlink()
    except OSError:
        return False
    with suppress(OSError):
        header.journal_of(real).unlink(missing_ok=True)
        copies.sync_folder(real.parent)
    return True


def _cloud_roots(around: Surroundings) -> tuple[tuple[str, Path], ...]:
    environment = around.environment
    settings = [Path(value) for name in ("APPDATA", "LOCALAPPDATA") if (value := environment.get(name))]
    config = Path(environment.get("XDG_CONFIG_HOME") or around.home / ".config")
    dropbox = [*(folder / "Dropbox" / "info.json" for folder in settings), around.home / ".dropbox" / "info.json"]
    found = [("OneDrive", root) for root in rules.onedrive_roots(environment)]
    found += [("Dropbox", root) for file in dropbox for root in rules.dropbox_roots(_text(file))]
    for service in ("Nextcloud", "ownCloud"):
        places = [config, around.home / "Library" / "Preferences", *settings]
        found += [(service, root) for place in places for root in rules.nextcloud_roots(_text(place / service / f"{service.lower()}.cfg"))]
    return tuple((service, _real(Path(root))) for service, root in found)


def _of_drive(path: Path, around: Surroundings) -> Place | None:
    if sys.platform == "win32":
        kind = int(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\"))
        known = {_REMOVABLE: PlaceKind.REMOVABLE, _REMOTE: PlaceKind.NETWORK}
        return Place(known[kind], path.drive) if kind in known else None
    if sys.platform == "darwin":
        return rules.stick_at("/".join(path.parts[:3])[1:]) if _other_disk(path) else None
    mount = rules.mount_of(PurePosixPath(path), rules.parsed_mounts(_text(around.mounts)))
    if mount is None:
        return None
    return rules.by_mount(mount) or _of_disk(mount, around)


def _of_disk(mount: rules.Mount, around: Surroundings) -> Place | None:
    """Ask the kernel whether a disk can be taken out; of a partition, its disk's folder is the one above."""
    try:
        disk = (around.blocks / Path(mount.source).name).resolve(strict=True)
    except OSError:
        return None
    if any(_text(folder / "removable").strip() == "1" for folder in (disk, disk.parent)):
        return Place(PlaceKind.REMOVABLE, PurePosixPath(mount.point).name)
    return None


def _of_folder(path: Path, around: Surroundings) -> Place | None:
    temporary = _real(around.temporary)
    if rules.is_attachment(path) or (temporary != temporary.parent and path.is_relative_to(temporary)):
        return Place(PlaceKind.TEMPORARY)
    return None


def _other_disk(path: Path) -> bool:
    try:
        return path.parent.stat().st_dev != Path("/").stat().st_dev
    except OSError:
        return False


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _text(path: Path) -> str:
    """Return what stands in a small file of the system, nothing when it can't be read."""
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except (OSError, ValueError):
        return ""
