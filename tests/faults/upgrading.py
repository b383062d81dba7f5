# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process that opens an old file, and says ``open`` when it is; an order is JSON: ``path``, ``password``.

With the argument ``next`` it is one of the next release, otherwise of this one.
"""

import json
import signal
import sys
from pathlib import Path

from tests.store import next_release

if sys.argv[1:] == ["next"]:
    next_release.arrive()

from revmentor_desktop.store.file import ProgrammeFile
from tests.faults.killing import say, serve


def work(order: str) -> None:
    """Open the file and wait to be killed."""
    told = json.loads(order)
    say("begin")
    file = ProgrammeFile.open(Path(told["path"]), password=told["password"])
    say(f"open {file.path.name}")
    signal.pause()


if __name__ == "__main__":
    serve(work)
