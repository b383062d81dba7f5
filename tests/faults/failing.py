# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process whose disk fails at one call (see failing_disk.c, which must stand before the C library).

An order is JSON: ``path``, ``use_case``, ``kind``, ``at`` (0: no call fails). Said are the digest of what is stored, ``calls N``, ``done``
or ``refused CODE``, the digest afterwards, and whether a screen would show just that (``shown``).
"""

import ctypes
import json
import random
import sys
from pathlib import Path

from revmentor_desktop.programme import files
from revmentor_desktop.programme.snapshot import read_snapshot
from revmentor_desktop.store.errors import StoreError
from tests.faults import at_work, use_cases
from tests.faults.killing import say, serve
from tests.faults.use_cases import Scene

EVERYTHING = {**use_cases.WRITING, **use_cases.BESIDE}


def state_of(scene: Scene) -> tuple[str, str]:
    """Return the digests of what is stored."""
    with scene.workspace.reading() as cx:
        return at_work.digests(at_work.driver_of(cx))


def work(order: str) -> None:
    """Do something while one call fails."""
    told, shim = json.loads(order), ctypes.CDLL(None)
    path = Path(told["path"])
    scene = Scene(files.open_file(path), random.Random(5), path.parent)  # noqa: S311
    use_cases.edit(scene)
    use_cases.edit(scene)
    use_cases.undo(scene)
    say(" ".join(state_of(scene)))
    shim.failing_arm(bytes(path.parent), told["kind"], told["at"])
    try:
        EVERYTHING[told["use_case"]](scene)
        came = "done"
    except StoreError as error:
        came = f"refused {error.code}"
    except OSError as error:
        came = f"refused by the system {error.errno}"
    say(f"calls {shim.failing_disarm()}")
    say(came)
    say(" ".join(state_of(scene)))
    with scene.workspace.reading() as cx:
        stored = read_snapshot(cx)
    say("shown" if scene.workspace.snapshot() == stored else "hidden")
    scene.workspace.close()


if __name__ == "__main__":
    use_cases.everything_once(Path(sys.argv[1]))
    serve(work)
