# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Makes the backup copies of one open programme at the right moments, beside the window, without a word while all goes well."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from revmentor_desktop.programme import copy_plan, file_notes
from revmentor_desktop.programme.copy_plan import Copying, Occasion, Standing
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.making import Outcome, keep, keep_second

Clock = Callable[[], datetime]
AFTER_OPENING, BETWEEN_LOOKS = 1_500, 60_000
"""Milliseconds until the first copy, so that the window is there first, and between two looks at whether one is due."""
_FIRST = (file_notes.FAILING_SINCE, file_notes.FAILING_WHY)
_SECOND = (file_notes.SECOND_FAILING_SINCE, file_notes.SECOND_FAILING_WHY)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of copying gave in each place; ``changes`` is the count of the workspace when it began."""

    first: Outcome
    second: Outcome | None
    changes: int


class CopyKeeper(QObject):
    """A child of the bridge of a file that is really worked in: none for the example, none for a file opened to read.

    ``copied(Outcome)``: a round went well in the usual place; ``failed(code)``: it did not; ``changed``: something that is shown about
    copies is different now. Call `start` once the window is there, `before_risk` before what can't be taken back, `at_close` before
    the bridge is closed.
    """

    copied = Signal(object)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, bridge: Bridge, clock: Clock, folder: Path) -> None:
        """``folder``: the usual place of copies, made when it is missing."""
        super().__init__(bridge)
        self._bridge, self._clock, self.folder = bridge, clock, folder
        self._workspace = bridge.workspace
        self._uuid = bridge.workspace.file_uuid
        self._job: Job | None = None
        self._counted = 0
        self._stopped = False
        self.copying = self._remembered(_FIRST)
        self.second = self._remembered(_SECOND)
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)

    # When

    def start(self) -> None:
        """Begin: a copy soon, if the file differs from the newest one, and from then on a look every minute."""
        self._timer.start()
        QTimer.singleShot(AFTER_OPENING, self, self._opened)

    def stop(self) -> None:
        """Make no copy by itself any more: the file is being closed, or somebody else keeps it from now on."""
        self._stopped = True
        self._timer.stop()

    def look(self) -> None:
        """Make a copy if one is due after some time of work."""
        if self._stopped:
            return
        self._note_worth()
        if self._is_due(Occasion.WORKING):
            self.make_now()

    def make_now(self, done: Callable[[Round], None] | None = None) -> bool:
        """Make a copy beside the window, unless one is under way; tells whether it was begun. ``done`` hears how it ended."""
        if self._job is not None:
            return False
        work = partial(_round, self._workspace, self.folder, self.second_folder, self._clock(), self._workspace.changes)
        self._job = self._bridge.run(self, work, partial(self._take_answer, done))
        self.changed.emit()
        return True

    def before_risk(self) -> bool:
        """Make a copy now, in this thread, before something that can't be taken back; tells whether there is one of the present state."""
        if not isValid(self):
            # The file outlives its window when that is built anew in another language, and another keeper is there then.
            return True
        if self._is_due(Occasion.RISK):
            self._take(self._round_now())
        return self.copying.failing_since is None

    def at_close(self) -> None:
        """Make a copy now, in this thread, if much changed since the newest one. Call it before the bridge is closed."""
        self._timer.stop()
        if self._is_due(Occasion.CLOSING):
            self._take(self._round_now())

    # What is known

    @property
    def busy(self) -> bool:
        """Whether a copy is being made beside the window."""
        return self._job is not None

    @property
    def standing(self) -> Standing:
        """How things stand in the usual place."""
        return copy_plan.standing(self.copying, self._clock())

    @property
    def second_standing(self) -> Standing:
        """How things stand in the second place."""
        return copy_plan.standing(self.second, self._clock())

    @property
    def second_folder(self) -> Path | None:
        """The second place, ``None`` without one."""
        return file_notes.folder(self._uuid, file_notes.SECOND_FOLDER)

    def choose_second_folder(self, folder: Path | None) -> None:
        """Put copies into another folder too, from now on and at once; ``None``: no longer. What lies there stays."""
        file_notes.put(self._uuid, file_notes.SECOND_FOLDER, None if folder is None else str(folder))
        self.second = Copying()
        self._remember(_SECOND, self.second)
        self.changed.emit()
        if folder is not None:
            self.make_now()

    @property
    def outside_is_due(self) -> bool:
        """Whether it is time for a copy outside this computer."""
        since = file_notes.day(self._uuid, file_notes.WORTH_SINCE)
        return copy_plan.outside_is_due(since, file_notes.day(self._uuid, file_notes.OUTSIDE_DAY), self._clock().date())

    def note_outside(self, folder: Path) -> None:
        """Remember that a copy was put outside this computer today."""
        today = self._clock().date().isoformat()
        file_notes.put_all(self._uuid, {file_notes.OUTSIDE_DAY: today, file_notes.OUTSIDE_FOLDER: str(folder)})
        self.changed.emit()

    # Inside

    def _opened(self) -> None:
        if self._stopped:
            return
        self._note_worth()
        if self._is_due(Occasion.OPENED):
            self.make_now()

    def _is_due(self, occasion: Occasion) -> bool:
        return copy_plan.is_due(occasion, self._clock(), self._present(self.copying))

    def _present(self, copying: Copying) -> Copying:
        return Copying(copying.last, copying.tried, self._workspace.changes - self._counted, copying.failing_since, copying.why)

    def _round_now(self) -> Round:
        return _round(self._workspace, self.folder, self.second_folder, self._clock(), self._workspace.changes)

    def _take_answer(self, done: Callable[[Round], None] | None, answer: object) -> None:
        found = cast("Round", answer)
        self._job = None
        self._take(found)
        if done is not None:
            done(found)

    def _take(self, found: Round) -> None:
        now = self._clock()
        self.copying = _after(self.copying, found.first, now)
        self._remember(_FIRST, self.copying)
        if found.second is not None and self.second_folder is not None:
            self.second = _after(self.second, found.second, now)
            self._remember(_SECOND, self.second)
        if found.first.thinned:
            file_notes.put_all(self._uuid, {file_notes.THINNED: found.first.thinned, file_notes.THINNED_DAY: now.date().isoformat()})
        if found.first.why:
            self.failed.emit(found.first.why)
        else:
            self._counted = found.changes
            self.copied.emit(found.first)
        self.changed.emit()

    def _note_worth(self) -> None:
        """Remember since when there is something worth carrying out of the house; a day in the future was a clock's mistake."""
        today = self._clock().date()
        since = file_notes.day(self._uuid, file_notes.WORTH_SINCE)
        if (since is None or since > today) and self._workspace.snapshot().people:
            file_notes.put(self._uuid, file_notes.WORTH_SINCE, today.isoformat())
            self.changed.emit()

    def _remembered(self, keys: tuple[str, str]) -> Copying:
        since, why = file_notes.moment(self._uuid, keys[0]), file_notes.get(self._uuid, keys[1])
        return Copying(failing_since=since, why=str(why or "") if since is not None else "")

    def _remember(self, keys: tuple[str, str], copying: Copying) -> None:
        since = copying.failing_since
        text = None if since is None else since.replace(tzinfo=None).isoformat(timespec="minutes")
        file_notes.put_all(self._uuid, {keys[0]: text, keys[1]: copying.why or None})


def keeper_of(bridge: Bridge) -> CopyKeeper | None:
    """Return who makes the copies of the file behind a bridge, ``None`` when nobody does (the example, a file opened to read)."""
    return bridge.findChild(CopyKeeper)


def _round(
    workspace: Workspace, folder: Path, second: Path | None, now: datetime, changes: int, _progress: Progress | None = None
) -> Round:
    """Copy into both places. The store lets one thread at a time at the file, so this may run beside the window."""
    return Round(keep(workspace, folder, now), None if second is None else keep_second(workspace, second, now), changes)


def _after(copying: Copying, outcome: Outcome, now: datetime) -> Copying:
    if outcome.why:
        return copy_plan.failed(copying, now, outcome.why)
    return copy_plan.copied(copying, now, outcome.newest or now)
