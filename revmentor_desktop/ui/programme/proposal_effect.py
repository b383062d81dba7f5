# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a change of the weights does to the pairs that would be proposed, worked out beside the window while the slider moves."""

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.programme.pairs import Completion
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.weighing import Reproposal, proposed, reproposals
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge

CALM = 90
"""Milliseconds without a step of the slider before the work begins."""

Key = tuple[Snapshot, Edition, Edition]


class ProposalEffect(QObject):
    """``waiting()``: it is being worked out; ``found(tuple[Reproposal, ...])``: here it is. Only what was asked last is answered."""

    waiting = Signal()
    found = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted: Key | None = None
        self._job: Job | None = None
        self._before: tuple[Snapshot, Edition, Completion] | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._start)

    def ask(self, snapshot: Snapshot, before: Edition, after: Edition) -> None:
        """Work out what changes between two settings of the edition; what was asked before is dropped."""
        key = (snapshot, before, after)
        if self._is_wanted(key):
            return
        self.stop()
        self._wanted = key
        if before == after:
            self.found.emit(())
            return
        self.waiting.emit()
        self._calm.start()

    def stop(self) -> None:
        """Drop what is under way."""
        self._calm.stop()
        self._wanted = None
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _is_wanted(self, key: Key) -> bool:
        known = self._wanted
        return known is not None and known[0] is key[0] and known[1:] == key[1:]

    def _start(self) -> None:
        key = self._wanted
        if key is None:
            return
        snapshot, before, after = key
        known = self._before

        def work(progress: Progress) -> tuple[Key, Completion, tuple[Reproposal, ...]]:
            def cancelled() -> bool:
                progress.check()
                return False

            first = known[2] if known is not None and known[0] is snapshot and known[1] == before else proposed(snapshot, before, cancelled)
            return key, first, reproposals(first, proposed(snapshot, after, cancelled), snapshot)

        self._job = self._bridge.run(self, work, self._take)

    def _take(self, result: object) -> None:
        key, first, changed = result  # type: ignore[misc] - what `work` returns
        if self._is_wanted(key):
            self._job = None
            self._before = (key[0], key[1], first)
            self.found.emit(changed)
