# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The shared libraries that Qt takes from a Linux system, and the Debian or Ubuntu packages that bring them.

The wheels of PySide6 hold Qt, not what a desktop always has. A bare server lacks some of it, and Qt would only say
"could not load the platform plugin".
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from terminal import Step, StopError
from words import _, plural

CHECKED = (
    "QtWidgets.abi3.so",
    "QtPdfWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)
"""Files of PySide6 whose libraries must be there; each brings in those it needs, QtGui and QtCore among them."""

CHECKED_ON_WAYLAND = ("Qt/plugins/platforms/libqwayland.so", "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so")

PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
"""Debian 12's names; newer Debian and Ubuntu provide the same names where they renamed a package (…t64)."""

_BROUGHT = {
    "libxcb-cursor0": ("libxcb-image0", "libxcb-render-util0", "libxcb-util1", "libxcb-render0", "libxcb-shm0", "libxcb1"),
    "libxcb-image0": ("libxcb-shm0", "libxcb-util1"),
    "libfontconfig1": ("libfreetype6",),
    "libfreetype6": ("libbrotli1",),
    "libxkbcommon-x11-0": ("libxkbcommon0", "libxcb-xkb1"),
    "libx11-6": ("libxcb1",),
    "libgl1": ("libx11-6",),
}
"""What a package depends on: the line to type stays short without it."""


def ensure(folder: Path | None) -> None:
    """See to it that what PySide6 in ``folder`` loads is there. Raises `StopError` with the line to type when it can't be installed."""
    if folder is None or not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return
    lacking = missing(folder)
    if not lacking:
        return
    unknown = [name for name in lacking if name not in PACKAGES]
    if unknown:
        raise StopError(
            _("The window needs these libraries of the system, and I don't know their package: {names}").format(names=", ".join(unknown))
        )
    install_packages(packages(lacking), _("The window needs libraries that this system lacks."))
    if still := missing(folder):
        raise StopError(_("These libraries of the system are still missing: {names}").format(names=", ".join(still)))


def missing(folder: Path) -> list[str]:
    """Return the libraries that the system does not have, sorted, as «libEGL.so.1»."""
    checked = CHECKED + (CHECKED_ON_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ())
    files = [str(folder / name) for name in checked if (folder / name).exists()]
    # C: the words "not found" are looked for.
    answer = subprocess.run(["ldd", *files], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}, check=False)
    return not_found(answer.stdout + answer.stderr)


def not_found(text: str) -> list[str]:
    """Return the names of the libraries that ldd did not find. Raises `StopError` when the system's C library is too old."""
    if old := re.search(r"version `(GLIBC\w*_[\d.]+)' not found", text):
        raise StopError(
            _("This system is too old for the window ({name} is missing): use Debian 12, Ubuntu 24.04 or newer.").format(name=old[1])
        )
    return sorted(set(re.findall(r"^\s*(\S+) => not found", text, re.MULTILINE)))


def packages(libraries: Iterable[str]) -> list[str]:
    """Return the packages that bring the libraries, sorted, less those that come along with another of them."""
    wanted = {PACKAGES[name] for name in libraries}
    along = {name for package in wanted for name in _BROUGHT.get(package, ())}
    return sorted(wanted - along)


def install_packages(names: Sequence[str], why: str) -> None:
    """Install packages of the system where that is allowed. Raises `StopError` with the line to type where it isn't."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if not shutil.which("apt-get"):
        raise StopError(why + " " + _("Install with the system's own tool what Debian calls: {names}").format(names=" ".join(names)))
    if os.geteuid() != 0:
        raise StopError(why + " " + _("Type this line, then repeat:") + f"\n    sudo {' '.join(command)}")
    text = plural("Installing {n} package of the system", "Installing {n} packages of the system", len(names)).format(n=len(names))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    patient = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    with Step(text):
        # The list may fail for a source that has nothing to do with us; the installation itself decides.
        subprocess.run(["apt-get", *patient, "update"], capture_output=True, env=quiet, check=False)
        done = subprocess.run(
            ["apt-get", *patient, *command[1:]], capture_output=True, text=True, env=quiet, stdin=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if line.startswith("E: ")]
            reason = said[0].removeprefix("E: ") if said else str(done.returncode)
            raise StopError(_("The system could not install {names}: {reason}").format(names=" ".join(names), reason=reason))
