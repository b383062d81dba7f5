# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process of the next release that opens an old file, and says ``open`` when it is; an order is JSON: ``path``, ``password``."""

import json
import signal
from pathlib import Path

from tests.store import next_release

next_release.arrive()

from revmentor_desktop.store.file import ProgrammeFile  # noqa: E402 (the release has to come first)
from tests.faults.killing import say, serve  # noqa: E402


def work(order: str) -> None:
    """Open the file and wait to be killed."""
    told = json.loads(order)
    say("begin")
    file = ProgrammeFile.open(Path(told["path"]), password=told["password"])
    say(f"open {file.path.name}")
    signal.pause()


if __name__ == "__main__":
    serve(work)
