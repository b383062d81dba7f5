# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Between the window and the open programme: one signal that says what changed, and work beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from revmentor_desktop.programme import hiding
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Job, Progress, Runner
from revmentor_desktop.ui.words.hiding import masks


class Bridge(QObject):
    """``changed(frozenset[str])``: an action was committed; the names of its tables. One bridge per open file.

    ``undo_action`` takes the newest action back; screens hand it to their toasts. While names are hidden (`hide_names`) a screen shows
    what `snapshot` returns; what is written, printed or copied comes from ``workspace``.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.undo_action: QAction | None = None
        self._hides = False
        self._hidden: tuple[Snapshot, Snapshot] | None = None
        self._runner = Runner(self)
        workspace.add_listener(self._tell)

    @property
    def read_only(self) -> str:
        """Why the file can't be changed (see `Workspace.read_only`); empty when it can."""
        return self.workspace.read_only

    @property
    def hides_names(self) -> bool:
        """Whether nobody's name may be in sight."""
        return self._hides

    def hide_names(self, hides: bool) -> None:
        """Hide everybody's name, or show them again; everything is drawn anew. It is kept nowhere."""
        if hides != self._hides:
            self._hides, self._hidden = hides, None
            self.changed.emit(frozenset[str]())

    def snapshot(self) -> Snapshot:
        """Return the programme as it may be shown now: the same object until something changes."""
        snapshot = self.workspace.snapshot()
        if not self._hides:
            return snapshot
        if self._hidden is None or self._hidden[0] is not snapshot:
            self._hidden = snapshot, hiding.hidden(snapshot, masks())
        return self._hidden[1]

    def shown(self, text: str) -> str:
        """Return a sentence that may hold names as it may be shown now."""
        return hiding.without_names(text, self.workspace.snapshot(), masks()) if self._hides else text

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
