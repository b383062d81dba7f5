# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process that sets, changes or removes the password of a closed file. An order is JSON: ``path``, ``do``, ``old``, ``new``.

The passwords are printed keys, for deriving one takes longer than all the rest. Says ``begin``, and ``end`` when it is done.
"""

import json
from pathlib import Path

from revmentor_desktop.store import encryption
from revmentor_desktop.store.keys import RawKey
from tests.faults.killing import say, serve


def work(order: str) -> None:
    """Do one of the three."""
    told = json.loads(order)
    path, old, new = Path(told["path"]), RawKey(told["old"]), RawKey(told["new"])
    say("begin")
    if told["do"] == "set":
        encryption.encrypt(path, new)
    elif told["do"] == "change":
        encryption.change(path, old, new)
    else:
        encryption.decrypt(path, old)
    say("end")


if __name__ == "__main__":
    serve(work)
