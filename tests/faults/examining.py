# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A process that looks at strange files in every way that the program has, and says what came of it, so that a crash is seen.

An order is JSON: a list of ``path``, ``password``, ``ways``, and ``memory`` (bytes that the process may take more, 0 without limit).
Each way answers one line of JSON, a `Seen`.
"""

import contextlib
import hashlib
import io
import json
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from revmentor_desktop import cli
from revmentor_desktop.programme import files
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.ui.words import errors
from tests.faults.killing import say, serve


@dataclass(frozen=True)
class Seen:
    """What a way of looking at a file answered.

    ``code`` is that of the `StoreError`, of the first fault, ``""`` when it was let in, or ``defect``; ``said`` the sentence, or the
    trace of a defect; ``rows`` the digest of what was let in; ``kept`` whether the file and its journal have the bytes from before;
    ``seconds`` those of the processor, for the machine may have other work: who waits for ever is killed after `PATIENCE`.
    """

    way: str
    code: str
    said: str
    rows: str
    kept: bool
    seconds: float
    memory: int


Answer = tuple[str, str, str]
PATIENCE = 60


def check(path: Path, password: str | None) -> Answer:
    """Examine a file as `files.check` does."""
    report = files.check(path, password)
    return ("", "", "") if report.sound else (report.faults[0].code, errors.fault(report.faults[0]), "")


def read(path: Path, password: str | None) -> Answer:
    """Open a file to read it as far as that goes, and read it."""
    with closing(files.open_to_read(path, password, despite_faults=True)) as workspace:
        workspace.snapshot()
        return "", "", ""


def write(path: Path, password: str | None) -> Answer:
    """Open a file to work in it."""
    with ProgrammeFile.open(path, password=password) as file:
        Workspace(file).snapshot()
        return "", "", file.rows_digest()


def command(path: Path, password: str | None) -> Answer:
    """Examine a file from the command line, whose exit status is the code."""
    if password is not None:
        os.environ["REVMENTOR_PASSWORD"] = password
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.run(["check", "--json", "--", str(path)])
    return str(status), err.getvalue(), out.getvalue()


WAYS: dict[str, Callable[[Path, str | None], Answer]] = {"check": check, "command": command, "read": read, "write": write}


def look(path: Path, password: str | None, way: str) -> Seen:
    """Look at a file in one way."""
    before, memory, since = bytes_of(path), most_memory(), time.process_time()
    try:
        code, said, rows = WAYS[way](path, password)
    except StoreError as error:
        code, said, rows = error.code, " ".join(errors.sentence(error)), ""
    except Exception:  # noqa: BLE001 (whatever it is, it is what the test looks for)
        code, said, rows = "defect", traceback.format_exc(), ""
    seconds, more = time.process_time() - since, most_memory() - memory
    return Seen(way, code, said, rows, bytes_of(path) == before, seconds, more)


def bytes_of(path: Path) -> tuple[str | None, ...]:
    """Return the digests of a file and of the journal beside it, ``None`` for what is no plain file."""
    return tuple(
        hashlib.sha256(each.read_bytes()).hexdigest() if each.is_file() and each.stat().st_size < 10**7 else None
        for each in (path, Path(f"{path}-journal"))
    )


def most_memory() -> int:
    """Return the most memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def limit(more: int) -> None:
    """Let this process take only ``more`` bytes of address space."""
    now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + more, now + more))


def work(order: str) -> None:
    """Look at each file in each of its ways."""
    for told in json.loads(order):
        if told["memory"]:
            limit(told["memory"])
        signal.alarm(PATIENCE)
        for way in told["ways"]:
            say(json.dumps(asdict(look(Path(told["path"]), told["password"], way))))


if __name__ == "__main__":
    serve(work)
