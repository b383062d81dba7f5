# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Killing a process in the middle of its work.

The server forks a child for each line that it reads; the child prints ``pid N``, then a number for each thing done, and the server
``dead`` when the child is gone.
"""

import os
import signal
import subprocess
import time


def kill_one(server: subprocess.Popen[str], after: float) -> set[int]:
    """Let one child of ``server`` work for ``after`` seconds and kill it; return the numbers that it said were done."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write("go\n")
    server.stdin.flush()
    pid = int(server.stdout.readline().removeprefix("pid "))
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    return {int(line) for line in iter(server.stdout.readline, "dead\n")}
