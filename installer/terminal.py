# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the installer says: sentences, and one line per step that moves while it works."""

import io
import shutil
import sys
import threading
import time
from types import TracebackType
from typing import Self, TextIO

from words import _

_SIGNS = "|/-\\"
_PAUSE = 0.12


class StopError(Exception):
    """The computer said no; the text is a sentence that says what to do."""


def set_up() -> None:
    """Let a terminal without accents show a substitute rather than end the installation."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Write a line for the person."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Write a line about a problem."""
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


class Step:
    """One step of the work: ``with Step("Installing") as step: … step.note("3 of 9")``.

    On a terminal its line moves until the step is over; elsewhere it is one plain line. It ends with the seconds it took,
    or with ``failed`` when an exception leaves it.
    """

    def __init__(self, text: str, stream: TextIO | None = None, *, failed: str = "") -> None:
        self._stream = stream or sys.stdout
        self._text, self._note, self._failed = text, "", failed or _("not done")
        self._start = time.monotonic()
        self._over = threading.Event()
        self._mover = threading.Thread(target=self._move, daemon=True) if self._stream.isatty() else None

    def note(self, text: str) -> None:
        """Show how far the step is; nothing where lines can't move."""
        self._note = text

    def __enter__(self) -> Self:
        if self._mover:
            self._mover.start()
        else:
            self._stream.write(f"{self._text}… ")
            self._stream.flush()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        if self._mover:
            self._mover.join()
        seconds = round(time.monotonic() - self._start)
        end = self._failed if kind else _("done ({seconds} s)").format(seconds=seconds)
        self._stream.write(f"{self._blank()}{self._text}… {end}\n" if self._mover else f"{end}\n")
        self._stream.flush()

    def _blank(self) -> str:
        return "\r" + " " * (shutil.get_terminal_size().columns - 1) + "\r"

    def _move(self) -> None:
        turn = 0
        while not self._over.wait(_PAUSE):
            line = f"{_SIGNS[turn % len(_SIGNS)]} {self._text}… {self._note}"
            self._stream.write(self._blank() + line[: shutil.get_terminal_size().columns - 1])
            self._stream.flush()
            turn += 1
