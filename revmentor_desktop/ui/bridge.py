# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Between the window and the open programme: one signal that says what changed, and work beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Job, Progress, Runner


class Bridge(QObject):
    """``changed(frozenset[str])``: an action was committed; the names of its tables. One bridge per open file.

    ``undo_action`` takes the newest action back; screens hand it to their toasts.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.undo_action: QAction | None = None
        self._runner = Runner(self)
        workspace.add_listener(self._tell)

    @property
    def read_only(self) -> str:
        """Why the file can't be changed (see `Workspace.read_only`); empty when it can."""
        return self.workspace.read_only

    def run(
        self,
        owner: QObject,
        work: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do ``work`` beside the window (see `Runner.run`). It must not touch the workspace: give it a snapshot."""
        return self._runner.run(owner, work, done, failed)

    def busy(self) -> bool:
        """Whether work is under way."""
        return self._runner.busy()

    def close(self) -> None:
        """Stop listening and stop all work. Call it before the workspace is closed."""
        self.workspace.remove_listener(self._tell)
        self._runner.close()

    def _tell(self, changed: frozenset[str]) -> None:
        self.changed.emit(changed)
