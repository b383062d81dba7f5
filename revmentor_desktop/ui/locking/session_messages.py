# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What systems say when a session is locked or the computer goes to sleep: which of their messages mean that nobody is there."""

import string
from dataclasses import dataclass

# Windows: winuser.h, wtsapi32.h.
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND = 0x0004
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
WTS_SESSION_LOGOFF = 0x6
WTS_SESSION_LOCK = 0x7
_GONE = frozenset({WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK})


def windows_means_lock(message: int, what: int) -> bool:
    """Tell whether a message of Windows (its number and ``wParam``) says that the session is locked, left, or going to sleep."""
    if message == WM_POWERBROADCAST:
        return what == PBT_APMSUSPEND
    return message == WM_WTSSESSION_CHANGE and what in _GONE


@dataclass(frozen=True, slots=True)
class BusSignal:
    """A signal of D-Bus. ``flag``: it carries a truth value, and only true means something; ``system``: on the bus of the computer."""

    service: str
    path: str
    interface: str
    name: str
    flag: bool
    system: bool = False


def bus_signals(session: str) -> tuple[BusSignal, ...]:
    """Return what is listened to on Linux; ``session`` is the value of ``XDG_SESSION_ID``, empty when it is not known.

    systemd tells of sleep and of a lock that was ordered; desktops tell when their screen is locked, each under its own name.
    """
    login = "org.freedesktop.login1"
    # Without knowing ours, the lock of any session of this computer counts.
    own = f"/org/freedesktop/login1/session/{bus_label(session)}" if session else ""
    savers = (
        ("org.freedesktop.ScreenSaver", ""),
        ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
        ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
        ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
        ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
    )
    return (
        BusSignal(login, "/org/freedesktop/login1", f"{login}.Manager", "PrepareForSleep", flag=True, system=True),
        BusSignal(login, own, f"{login}.Session", "Lock", flag=False, system=True),
        *(BusSignal(name, path, name, "ActiveChanged", flag=True) for name, path in savers),
    )


def bus_label(text: str) -> str:
    """Return ``text`` as systemd writes it in a path of D-Bus (sd_bus_path_encode): «3» is «_33», «c2» stays."""
    plain = string.ascii_letters + string.digits
    written = [
        letter if letter in plain and not (index == 0 and letter.isdigit()) else "".join(f"_{byte:02x}" for byte in letter.encode())
        for index, letter in enumerate(text)
    ]
    return "".join(written) or "_"
