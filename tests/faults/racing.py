# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process that tries to open a programme file at a given moment. An order is JSON: ``path``, ``moment`` (of the monotonic clock).

Says ``won``, and keeps the file open until it reads another line, or what it was told: JSON with ``code``, ``computer``, ``user``.
"""

import json
import sys
import time
from pathlib import Path

from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from tests.faults.killing import say, serve


def work(order: str) -> None:
    """Race once."""
    told = json.loads(order)
    while time.monotonic() < told["moment"]:
        pass
    try:
        file = ProgrammeFile.open(Path(told["path"]))
    except StoreError as error:
        say(json.dumps({"code": error.code, **error.data}))
        return
    say("won")
    sys.stdin.readline()
    file.close()


if __name__ == "__main__":
    serve(work)
