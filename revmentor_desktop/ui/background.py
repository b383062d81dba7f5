# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Long work beside the window: it gets snapshots, never the workspace, and its answer comes back in the thread of the window."""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot


class CancelledError(Exception):
    """Raised inside the work by `Progress.check` after the user stopped it."""


class Progress:
    """What a work is given: it tells how far it is, and learns whether it should stop. Safe between threads."""

    def __init__(self, job: "Job") -> None:
        self._job = job
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """Whether the user stopped the work."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise `CancelledError` when the user stopped the work."""
        if self._stop.is_set():
            raise CancelledError

    def report(self, done: int, total: int, item: str = "") -> None:
        """Tell that ``done`` of ``total`` are ready and ``item`` is under way."""
        self._job.told.emit(done, total, item)

    def stop(self) -> None:
        """Ask the work to stop."""
        self._stop.set()


class Job(QObject):
    """One piece of work under way. All signals are emitted in the thread of the window, and exactly one of the last three.

    ``progressed(done, total, item)``, ``done(result)``, ``failed(exception)``, ``cancelled()``.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    # From the thread of the work to this object, which lives in the window's.
    told = Signal(int, int, str)
    answered = Signal(object, object)

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._progress = Progress(self)
        self._silent = False
        self._expects_failure = False
        self.told.connect(self._take_progress)
        self.answered.connect(self._take_answer)

    def cancel(self) -> None:
        """Stop the work at its next ``check``; what is done is kept by whoever did it."""
        self._progress.stop()

    @Slot()
    def drop(self) -> None:
        """Stop, and tell nobody (whoever asked is gone)."""
        self._silent = True
        self.cancel()

    def expect_failure(self) -> None:
        """Leave failures to whoever is connected to ``failed``; otherwise they are raised in the thread of the window."""
        self._expects_failure = True

    def work(self) -> None:
        """Do the work. Called in the other thread."""
        result: object = None
        error: Exception | None = None
        try:
            self._progress.check()
            result = self._work(self._progress)
        except Exception as caught:  # noqa: BLE001 - handed to the thread of the window, where it is said or raised again
            error = caught
        self.answered.emit(result, error)

    @Slot(int, int, str)
    def _take_progress(self, done: int, total: int, item: str) -> None:
        if not self._silent:
            self.progressed.emit(done, total, item)

    @Slot(object, object)
    def _take_answer(self, result: object, error: Exception | None) -> None:
        self.ended.emit()
        if self._silent:
            return
        if error is None:
            self.done.emit(result)
        elif isinstance(error, CancelledError):
            self.cancelled.emit()
        elif self._expects_failure:
            self.failed.emit(error)
        else:
            raise error


class Runner(QObject):
    """Does pieces of work beside the window, at most two at once, in the language of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="work")
        self._jobs: set[Job] = set()
        self._closed = False

    def run(
        self,
        owner: QObject,
        work: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Start ``work`` and call ``done(result)`` or ``failed(exception)`` in the thread of the window.

        Nothing is called once ``owner`` is destroyed. Without ``failed``, an exception is raised in the thread of the window
        (the program's hook says it). The job gives ``progressed`` and ``cancelled``, and ``cancel()``.
        """
        job = Job(work, self)
        job.done.connect(done)
        if failed is not None:
            job.failed.connect(failed)
            job.expect_failure()
        owner.destroyed.connect(job.drop)
        job.ended.connect(self._forget)
        if self._closed:
            # A screen that asks while its window closes: nobody waits for the answer any more.
            job.drop()
            return job
        self._jobs.add(job)
        self._pool.submit(contextvars.copy_context().run, job.work)
        return job

    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._jobs)

    def close(self) -> None:
        """Stop all work and wait until it has stopped; what is asked for afterwards is not begun."""
        self._closed = True
        for job in self._jobs:
            job.drop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)
            job.deleteLater()
