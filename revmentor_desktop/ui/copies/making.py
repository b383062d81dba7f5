# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Making a copy in one place and thinning out what lies there; used beside the window and, before risks, in its thread."""

import errno
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from revmentor_desktop.programme import backups
from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace

_SYSTEM_CODES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try ended. ``made`` is ``None`` when the newest copy held the same; ``newest`` is when that one was made.

    ``thinned``: copies that went for lack of room. ``why``: the code of the error, empty when all is well.
    """

    made: Copy | None = None
    newest: datetime | None = None
    thinned: int = 0
    why: str = ""


def keep(workspace: Workspace, folder: Path, now: datetime) -> Outcome:
    """Make a copy in ``folder`` unless the newest one holds the same, then let go what newer ones stand for. Never raises the world."""
    try:
        made = backups.back_up_if_changed(workspace, folder, now)
        newest = made or next((copy for copy in backups.copies(folder, workspace) if copy.verified), None)
    except (StoreError, OSError) as error:
        return Outcome(why=code_of(error))
    return Outcome(made, None if newest is None else newest.when, _thin_out(workspace, folder) if made else 0)


def keep_second(workspace: Workspace, folder: Path, now: datetime) -> Outcome:
    """Do as `keep` in a folder that the person chose: one that is not there (a stick in a drawer) is not made anew elsewhere."""
    try:
        there = folder.is_dir()
    except OSError as error:
        return Outcome(why=code_of(error))
    return keep(workspace, folder, now) if there else Outcome(why="no_folder")


def code_of(error: StoreError | OSError) -> str:
    """Return the code of what went wrong with a folder of copies."""
    if isinstance(error, StoreError):
        # The programme file is open, so what is missing, or another thing than was expected, is the folder.
        return "no_folder" if error.code in {"missing", "exists", "folder", "no_place"} else error.code
    return _SYSTEM_CODES.get(error.errno or 0, "io")


def _thin_out(workspace: Workspace, folder: Path) -> int:
    """Let go what may go; that it can't be removed now makes the new copy no worse."""
    try:
        return len(backups.thin_out(folder, workspace).thinned)
    except (StoreError, OSError):
        return 0
