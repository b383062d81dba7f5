# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Standard output is for the answer alone: a script reads it as one JSON object."""

import io
import os
import sys


def keep_apart() -> None:
    """Let what a library prints by itself go nowhere (the solver HiGHS does, past Python), and only what Python writes to its output."""
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper):
        return
    try:
        number = stream.fileno()
    except OSError:
        return
    stream.flush()
    kept = os.dup(number)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
    sys.stdout = io.TextIOWrapper(
        os.fdopen(kept, "wb"), encoding=stream.encoding, errors=stream.errors, line_buffering=stream.line_buffering
    )
