# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Saving in a folder: which one, the files, and how many there are now."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from revmentor_desktop.domain.agreements import Agreement
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.documents import papers
from revmentor_desktop.ui.documents.long_work import LongWork
from revmentor_desktop.ui.documents.rows import Kind, Row
from revmentor_desktop.ui.documents.words import saved
from revmentor_desktop.ui.words import errors

ChooseFolder = Callable[[QWidget, Path], Path | None]
"""Asks the user for a folder, proposing one; ``None``: not now."""


def ask_folder(parent: QWidget, proposed: Path) -> Path | None:
    """Open the system's choice of a folder."""
    name = QFileDialog.getExistingDirectory(parent, _("Save in a folder"), str(proposed if proposed.is_dir() else proposed.parent))
    return Path(name) if name else None


class SaveFlow(QObject):
    """``told(str)``: how it ended, with `folder` to look into. ``refused(str, str)``: what happened, what to do."""

    told = Signal(str)
    refused = Signal(str, str)

    def __init__(self, bridge: Bridge, work: LongWork, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._work, self._window = bridge, work, window
        self._kind = Kind.AGREEMENT
        self._chosen: tuple[Agreement, ...] = ()
        self.folder = documents_folder()

    def start(self, kind: Kind, rows: Sequence[Row], choose: ChooseFolder) -> None:
        """Ask for a folder and write a PDF of each, unless something is under way."""
        if rows:
            self._kind, self._chosen = kind, tuple(row.agreement for row in rows)
            self.again(choose)

    def again(self, choose: ChooseFolder) -> None:
        """Ask for another folder for the same papers."""
        snapshot = self._bridge.workspace.snapshot()
        # Between a refusal and the next attempt somebody may have changed or undone one.
        self._chosen = tuple(agreement for agreement in self._chosen if agreement in snapshot.agreements)
        if self._work.busy or not self._chosen:
            return
        folder = choose(self._window, self.folder)
        if folder is None:
            return
        self.folder = folder
        work = partial(_write, snapshot, self._chosen, self._kind, folder)
        self._work.start(_("Saving in “{folder}”").format(folder=folder.name), work, self._tell, self._fail)

    def _tell(self, result: object) -> None:
        self.told.emit(saved(self._kind, cast("int", result), len(self._chosen), self.folder.name))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, OSError):
            # Of the folder, not of the file that was being written beside its place.
            error = OSError(error.errno, error.strerror, str(self.folder))
        if isinstance(error, (OSError, DomainError)):
            self.refused.emit(*errors.sentence(error))
        else:
            raise error


def _write(snapshot: Snapshot, chosen: Sequence[Agreement], kind: Kind, folder: Path, progress: Progress) -> int:
    """Write until the user stops it; returns how many files there are."""
    for done, agreement in enumerate(chosen):
        if progress.cancelled:
            return done
        progress.report(done, len(chosen), agreement.number)
        papers.write(snapshot, agreement, kind, folder)
    return len(chosen)
