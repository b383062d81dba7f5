# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Killing a process in the middle of its work.

A server imports the program once and forks a child for each line that it reads, which is what the child is to do. The child prints
``pid N``, then what it says; the server ``dead`` when the child is gone.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from tests.source import ROOT


@contextmanager
def server(module: str, *arguments: str, before: Sequence[str] = ()) -> Iterator[subprocess.Popen[str]]:
    """Start ``module`` as a server; ``before`` is put before the command."""
    command = [*before, sys.executable, "-m", module, *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as started:
        yield started
        started.communicate()


def begin(started: subprocess.Popen[str], order: str) -> int:
    """Let a child carry out ``order``; return its id."""
    assert started.stdin is not None
    assert started.stdout is not None
    started.stdin.write(f"{order}\n")
    started.stdin.flush()
    return int(started.stdout.readline().removeprefix("pid "))


def rest(started: subprocess.Popen[str]) -> list[str]:
    """Return what a child says until it is gone."""
    assert started.stdout is not None
    return [line.rstrip("\n") for line in iter(started.stdout.readline, "dead\n")]


def kill_one(started: subprocess.Popen[str], order: str, after: float, *, once: str = "", times: int = 1) -> list[str]:
    """Let a child work for ``after`` seconds (from when it has said ``once`` so many times) and kill it; return what it said."""
    pid = begin(started, order)
    assert started.stdout is not None
    said: list[str] = []
    while once and said.count(once) < times:
        said.append(started.stdout.readline().rstrip("\n"))
        assert said[-1] not in {"", "dead"}, said
    time.sleep(after)
    with suppress(ProcessLookupError):  # it may be done by now
        os.kill(pid, signal.SIGKILL)
    return said + rest(started)


def serve(work: Callable[[str], None]) -> None:
    """Be such a server."""
    for order in iter(sys.stdin.readline, ""):
        if (child := os.fork()) == 0:
            say(f"pid {os.getpid()}")
            work(order.rstrip("\n"))
            os._exit(0)  # nothing of the server is the child's to tidy up
        os.waitpid(child, 0)
        say("dead")


def say(line: str) -> None:
    """Print a line in one write: a kill must not part it from its end."""
    os.write(1, f"{line}\n".encode())
