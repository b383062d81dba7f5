# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F14: a whole tour through every screen, dialog and document asks nothing of any network."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.faults.conftest import Faults
from tests.source import ROOT

TOUR = """
import sys
asked = []
def hook(event, arguments):
    if event.startswith("socket.") and event not in {"socket.__new__", "socket.gethostname"}:
        asked.append(f"{event} {arguments!r}")
        raise PermissionError("the network")
sys.addaudithook(hook)
import socket
def refuse(*arguments, **more): raise PermissionError("the network")
for name in ("connect", "connect_ex", "sendto", "sendmsg", "bind"):
    setattr(socket.socket, name, refuse) if hasattr(socket.socket, name) else None
from revmentor_desktop.__main__ import main
status = main(["tour", "--out", sys.argv[1], "--json"])
print("\\n".join(asked), file=sys.stderr)
sys.exit(status or (7 if asked else 0))
"""


@cache
def alone() -> tuple[str, ...]:
    """Return what takes a process off every network, nothing where that is not allowed."""
    if sys.platform != "linux":
        return ()
    for command in (("unshare", "-n"), ("unshare", "-r", "-n")):
        try:
            if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
                return command
        except OSError:
            return ()
    return ()


@cache
def traced(trace: Path) -> tuple[str, ...]:
    """Return what notes every call for a connection, nothing without strace or the right to use it."""
    command = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg", "-e", "signal=none", "-o", str(trace))
    if shutil.which("strace") is None or subprocess.run([*command, "true"], capture_output=True, check=False).returncode != 0:
        return ()
    return command


@dataclass(frozen=True)
class Tour:
    """What a tour said, how many pictures it made, and what it asked of the kernel (``None``: nobody looked)."""

    status: int
    said: str
    pictures: int
    documents: int
    left: tuple[str, ...]
    calls: tuple[str, ...] | None


@pytest.fixture(scope="session")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    """One tour for all that is asked about it."""
    folder = tmp_path_factory.mktemp("recorrido")
    trace = folder / "trace.txt"
    strace = traced(trace)
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}
    }
    environment |= {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "TMPDIR": str(folder)}
    environment |= {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
    command = [*alone(), *strace, sys.executable, "-c", TOUR, str(folder / "out")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    calls = tuple(trace.read_text(encoding="utf-8", errors="replace").splitlines()) if strace else None
    pictures, documents = (len(list((folder / "out").rglob(f"*.{ending}"))) for ending in ("png", "pdf"))
    here = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and path != trace]
    left = tuple(str(path) for path in here if path.parts[0] not in {"out", ".cache"})
    return Tour(done.returncode, done.stderr, pictures, documents, left, calls)


def test_the_tour_is_whole_with_every_network_refused(tour: Tour, faults: Faults) -> None:
    assert tour.status == 0, tour.said
    assert tour.said.strip() == ""
    assert tour.pictures >= 20
    assert tour.documents >= 26
    faults.tell(
        "F14 no network",
        pictures=tour.pictures,
        documents=tour.documents,
        without_any_network="yes" if alone() else "not allowed here",
        connections="not traced here" if tour.calls is None else len(outside(tour.calls)),
    )


def test_the_kernel_is_asked_for_no_connection(tour: Tour) -> None:
    if tour.calls is None:
        pytest.skip("strace, which sees every call of every library, is not here")
    assert outside(tour.calls) == []


def test_the_tour_leaves_nothing_in_the_persons_folders(tour: Tour) -> None:
    assert tour.left == ()


def outside(calls: tuple[str, ...]) -> list[str]:
    """Return the calls that go anywhere but to a socket of this computer's own (a display) or to one already open."""
    asks = [call for call in calls if re.search(r"\b(connect|sendto|sendmsg)\(", call)]
    return [call for call in asks if ("connect(" in call and "AF_UNIX" not in call) or "AF_INET" in call]
