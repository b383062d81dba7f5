# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which kind of place a folder is, told from its name and from what the system says of it: text in, answer out.

A programme file is safest on the computer's own disk. Two computers that write into a synchronised folder lose each other's work, a
stick is pulled out, a network drive goes away in the middle of a sentence: the person is told once.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import cast


class PlaceKind(StrEnum):
    """What may happen to a file there."""

    CLOUD = "cloud"
    REMOVABLE = "removable"
    NETWORK = "network"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that deserves a word. ``name`` is what people call it (a service, a stick, a server); may be empty."""

    kind: PlaceKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of ``/proc/mounts``: where it hangs, its type, and the device or server behind it."""

    point: str
    kind: str
    source: str


# The folder that each service makes, and what it is followed by for a firm's account («OneDrive - Albor», «Dropbox (Albor)»).
_SERVICES = (
    ("OneDrive", re.compile(r"onedrive(?:\s*-\s.*)?", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox(?:\s*\(.*\))?", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive(?:\s*\(.*\)|-.*)?|google-drive.*", re.IGNORECASE)),
    ("iCloud Drive", re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud(?:\s*\d+)?", re.IGNORECASE)),
    ("ownCloud", re.compile(r"owncloud(?:\s*-\s.*)?", re.IGNORECASE)),
    ("MEGA", re.compile(r"MEGA(?:sync)?")),
    ("pCloud", re.compile(r"pcloud ?drive", re.IGNORECASE)),
)
# Google Drive shows itself as a disk of its own, whose only folders have these names.
_GOOGLE_ROOTS = ("mi unidad", "my drive", "unidades compartidas", "shared drives")
_MAC_SERVICES = re.compile(r"(OneDrive|Dropbox|GoogleDrive|Nextcloud|ownCloud|Box)\b.*")
_CLOUD_MOUNTS = {"fuse.onedriver": "OneDrive", "fuse.google-drive-ocamlfuse": "Google Drive", "fuse.dbxfs": "Dropbox"}
_NETWORK_MOUNTS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs", "coda", "afpfs", "webdav"})
# FUSE is how most network drives come in, but these lie on the computer's own disk.
_LOCAL_FUSE = frozenset(
    f"fuse.{name}"
    for name in (
        "bindfs", "cryfs", "encfs", "gocryptfs", "lxcfs", "mergerfs", "ntfs-3g", "overlayfs", "portal", "snapfuse", "unionfs", "veracrypt",
    )
)  # fmt: skip
_STICKS = ("/media/", "/run/media/", "/Volumes/")
# Where mail programs and browsers on Windows put an attachment that is only opened.
_ATTACHMENTS = ("content.outlook", "inetcache", "temporary internet files")


def cloud_by_name(path: PurePath) -> str | None:
    """Return the service whose folder ``path`` lies in, judged by names alone."""
    folders = path.parts[:-1]
    for number, folder in enumerate(folders):
        for service, pattern in _SERVICES:
            if pattern.fullmatch(folder):
                return service
        if folder == "CloudStorage" and number + 1 < len(folders) and (match := _MAC_SERVICES.match(folders[number + 1])):
            return "Google Drive" if match[1] == "GoogleDrive" else match[1]
    if len(folders) > 1 and isinstance(path, PureWindowsPath) and folders[1].lower() in _GOOGLE_ROOTS:
        return "Google Drive"
    return None


def cloud_by_root(path: PurePath, roots: Sequence[tuple[str, PurePath]]) -> str | None:
    """Return the service one of whose folders holds ``path``. ``roots``: service and folder."""
    return next((service for service, root in roots if root != root.parent and path.is_relative_to(root)), None)


def onedrive_roots(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the folders that Windows names in ``OneDrive``, ``OneDriveConsumer`` and ``OneDriveCommercial``."""
    return tuple(value for name, value in sorted(environment.items()) if name.upper().startswith("ONEDRIVE") and value)


def dropbox_roots(text: str) -> tuple[str, ...]:
    """Return the folders in Dropbox's ``info.json``; none when it can't be read."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(found, dict):
        return ()
    accounts = [cast("dict[str, object]", each) for each in cast("dict[str, object]", found).values() if isinstance(each, dict)]
    return tuple(path for each in accounts if isinstance(path := each.get("path"), str) and path)


def nextcloud_roots(text: str) -> tuple[str, ...]:
    """Return the folders in the settings of Nextcloud's or ownCloud's desktop program."""
    return tuple(match[1].strip().rstrip("/") for match in re.finditer(r"(?m)^[^\n=]*\\localPath=(.+)$", text))


def parsed_mounts(text: str) -> tuple[Mount, ...]:
    """Return the lines of ``/proc/mounts``; a space in a name stands there as ``\\040``."""
    fields = [line.split() for line in text.splitlines()]
    return tuple(Mount(_unescaped(parts[1]), parts[2], _unescaped(parts[0])) for parts in fields if len(parts) >= 3)


def mount_of(path: PurePosixPath, mounts: Sequence[Mount]) -> Mount | None:
    """Return what ``path`` hangs on: of those above it the nearest, of the same point the newest."""
    above = [mount for mount in mounts if path.is_relative_to(mount.point)]
    return max(reversed(above), key=lambda mount: len(PurePosixPath(mount.point).parts), default=None)


def by_mount(mount: Mount) -> Place | None:
    """Return what the type and the point of a mount say of a file on it."""
    if mount.kind in _CLOUD_MOUNTS:
        return Place(PlaceKind.CLOUD, _CLOUD_MOUNTS[mount.kind])
    if mount.kind in _NETWORK_MOUNTS or (mount.kind.startswith("fuse.") and mount.kind not in _LOCAL_FUSE):
        return Place(PlaceKind.NETWORK, PurePosixPath(mount.point).name)
    return stick_at(mount.point)


def stick_at(point: str) -> Place | None:
    """Return a removable place when a point of mounting is one where systems hang sticks and cards."""
    return Place(PlaceKind.REMOVABLE, PurePosixPath(point).name) if point.startswith(_STICKS) else None


def server_of(path: PurePath) -> str | None:
    r"""Return the share of a Windows network path (``\\server\share``), ``None`` for any other."""
    drive = path.drive
    if drive.upper().startswith("\\\\?\\UNC\\"):
        return drive[8:]
    return drive[2:] if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")) else None


def is_attachment(path: PurePath) -> bool:
    """Whether a file was opened straight from a message or the browser: it lies where nobody will find it again."""
    return any(folder.lower() in _ATTACHMENTS for folder in path.parts[:-1])


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
