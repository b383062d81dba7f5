# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process for which permissions count, even when root starts it (see `disks.without_rights`); it says what came of an order.

An order is JSON: ``do`` (``change``, ``open``, ``read``, ``check``), ``path``, ``folder`` for what is written beside, ``use_case``.
To ``change`` it says ``open``, waits for a line, does the use case (``acted`` or ``failed CODE``), and saves a copy elsewhere (``copied``).
At the end it says ``done`` with the number of people, or ``refused CODE``.
"""

import json
import random
import sys
from pathlib import Path

from revmentor_desktop.programme import files
from revmentor_desktop.store.errors import StoreError
from tests.faults import use_cases
from tests.faults.killing import say, serve
from tests.faults.use_cases import Scene


def work(order: str) -> None:
    """Carry one out."""
    told = json.loads(order)
    try:
        say(f"done {_done(told)}")
    except StoreError as error:
        say(f"refused {error.code}")


def _done(told: dict[str, str]) -> int:
    path, folder = Path(told["path"]), Path(told["folder"])
    if told["do"] == "check":
        return files.check(path).people
    workspace = files.open_to_read(path) if told["do"] == "read" else files.open_file(path)
    if told["do"] == "change":
        scene = Scene(workspace, random.Random(5), folder)  # noqa: S311
        use_cases.edit(scene)
        say("open")
        sys.stdin.readline()
        try:
            use_cases.WRITING[told["use_case"]](scene)
            say("acted")
        except StoreError as error:
            say(f"failed {error.code}")
        workspace.copy_to(folder / "a salvo.revmentor")
        say("copied")
    people = len(workspace.snapshot().people)
    workspace.close()
    return people


if __name__ == "__main__":
    serve(work)
