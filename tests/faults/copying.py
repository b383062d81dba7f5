# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process that copies a closed programme and goes back to the copy, again and again; says the number of each copy.

An order is JSON: ``path``, ``folder``, ``target``.
"""

import json
from pathlib import Path

from revmentor_desktop.store import backups
from revmentor_desktop.store.restore import restore
from tests import factory
from tests.faults.killing import say, serve


def work(order: str) -> None:
    """Do so until killed."""
    told = {name: Path(value) for name, value in json.loads(order).items()}
    while True:
        copy = backups.of_closed(told["path"], told["folder"], factory.NOW)
        say(str(copy.sequence))
        restore(copy.path, told["target"], factory.NOW)


if __name__ == "__main__":
    serve(work)
