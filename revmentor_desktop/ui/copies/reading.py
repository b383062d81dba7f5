# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Reading what copies there are, and looking into each, beside the window: a network drive may take its time."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.programme import backups
from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.rows import Row, Sound, merged

_Mark = tuple[str, int, bool]


class Reading(QObject):
    """``changed``: `rows` or `checking` are different now. What was found in a copy counts until it is read ``afresh``."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._listing: Job | None = None
        self._looking: Job | None = None
        self._known: dict[_Mark, Sound] = {}
        self.rows: tuple[Row, ...] = ()
        self._afresh = False
        self.read_once = False
        self.refused: StoreError | OSError | None = None

    @property
    def checking(self) -> bool:
        """Whether copies are being looked into."""
        return self._looking is not None

    def read(self, folder: Path, second: Path | None, *, afresh: bool = False) -> None:
        """Read the list anew; what was under way is of no use any more. ``afresh``: look again into copies that are known, too."""
        for job in (self._listing, self._looking):
            if job is not None:
                job.drop()
        self._looking = None
        self._afresh = self._afresh or afresh
        work = partial(_listed, self._bridge.workspace, folder, second)
        self._listing = self._bridge.run(self, work, self._take, self._fail)

    def _take(self, result: object) -> None:
        self._listing, self.refused, self.read_once = None, None, True
        rows = cast("tuple[Row, ...]", result)
        self.rows = tuple(replace(row, sound=self._known.get(_mark(row.copy), Sound.UNKNOWN)) for row in rows)
        waiting = [row.copy for row in self.rows if self._afresh or _mark(row.copy) not in self._known]
        if waiting:
            self._looking = self._bridge.run(self, partial(_looked_into, self._bridge.workspace, waiting), self._take_sounds)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, StoreError | OSError):
            raise error
        self._listing, self.rows, self.refused, self.read_once = None, (), error, True
        self.changed.emit()

    def _take_sounds(self, result: object) -> None:
        self._looking, self._afresh = None, False
        self._known.update(cast("dict[_Mark, Sound]", result))
        self.rows = tuple(replace(row, sound=self._known.get(_mark(row.copy), row.sound)) for row in self.rows)
        self.changed.emit()


def _listed(workspace: Workspace, folder: Path, second: Path | None, _progress: Progress) -> tuple[Row, ...]:
    usual = backups.copies(folder, workspace)
    try:
        others = backups.copies(second, workspace) if second is not None else ()
    except (StoreError, OSError):
        # A stick in a drawer: the card beside the list says so.
        others = ()
    return merged(usual, others)


def _looked_into(workspace: Workspace, copies: Sequence[Copy], progress: Progress) -> dict[_Mark, Sound]:
    found: dict[_Mark, Sound] = {}
    for copy in copies:
        progress.check()
        found[_mark(copy)] = _sound(workspace, copy)
    return found


def _sound(workspace: Workspace, copy: Copy) -> Sound:
    try:
        whole = copy.verified and backups.is_sound(copy.path, workspace)
    except (StoreError, OSError):
        return Sound.UNKNOWN
    if whole:
        return Sound.WHOLE
    # One that has an older password can't be looked into; as long as when it was made, it is probably well.
    return Sound.UNKNOWN if copy.encrypted and copy.verified else Sound.BAD


def _mark(copy: Copy) -> _Mark:
    return str(copy.path), copy.size, copy.encrypted
