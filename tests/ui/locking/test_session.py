# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A locked session and sleep, as each system tells of them."""

import ctypes
import shutil
import subprocess
import sys
from ctypes import wintypes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from revmentor_desktop.ui.locking import session_messages as told
from revmentor_desktop.ui.locking.session import SessionWatch
from revmentor_desktop.ui.locking.session_windows import MessageFilter, WindowsListener

LOCKING = {(0x02B1, 7), (0x02B1, 2), (0x02B1, 4), (0x02B1, 6), (0x0218, 4)}


@given(st.one_of(st.sampled_from(sorted(LOCKING)), st.tuples(st.sampled_from([0x02B1, 0x0218, 0x0100]), st.integers(0, 20))))
def test_windows_locks_on_lock_on_leaving_and_on_sleep_and_on_nothing_else(message: tuple[int, int]) -> None:
    assert told.windows_means_lock(*message) is (message in LOCKING)


@pytest.mark.parametrize(("label", "path"), [("3", "_33"), ("12", "_312"), ("c2", "c2"), ("a-b", "a_2db"), ("", "_")])
def test_the_session_is_named_as_systemd_does(label: str, path: str) -> None:
    assert told.bus_label(label) == path


def test_linux_listens_to_sleep_to_its_own_session_and_to_the_screens_of_the_desktops() -> None:
    signals = told.bus_signals("3")
    assert {signal.name for signal in signals if signal.system} == {"PrepareForSleep", "Lock"}
    assert [signal.path for signal in signals if signal.name == "Lock"] == ["/org/freedesktop/login1/session/_33"]
    assert {signal.service for signal in signals if not signal.system} >= {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}
    assert [signal.path for signal in told.bus_signals("") if signal.name == "Lock"] == [""]


def test_nothing_is_listened_to_before_it_starts(qapp: QApplication) -> None:
    watch = SessionWatch()
    assert not watch.watching
    watch.stop()
    assert not watch.watching


@pytest.mark.parametrize(
    ("kind", "message", "what", "heard"),
    [
        (b"windows_generic_MSG", 0x02B1, 7, 1),
        (b"windows_generic_MSG", 0x0218, 4, 1),
        (b"windows_generic_MSG", 0x02B1, 8, 0),
        (b"windows_dispatcher_MSG", 0x0200, 7, 0),
        (b"xcb_generic_event_t", 0x02B1, 7, 0),
    ],
)
def test_a_message_of_windows_is_read_where_it_lies_and_let_pass(
    qapp: QApplication, kind: bytes, message: int, what: int, heard: int
) -> None:
    listener, counted = WindowsListener(), list[int]()

    def hear() -> None:
        counted.append(1)

    listener.locked.connect(hear)
    written = wintypes.MSG()
    written.message, written.wParam = message, what
    assert MessageFilter(listener).nativeEventFilter(kind, ctypes.addressof(written)) == (False, 0)
    assert len(counted) == heard


_SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from revmentor_desktop.ui.locking.session import SessionWatch
from revmentor_desktop.ui.interpreter import guard_constants
guard_constants()
app = QCoreApplication([])
assert "PySide6.QtDBus" not in sys.modules
watch, heard = SessionWatch(), []
def hear():
    heard.append(1)
watch.locked.connect(hear)
watch.start()
from PySide6.QtDBus import QDBusConnection, QDBusMessage
bus = QDBusConnection.sessionBus()
assert bus.registerService("org.gnome.ScreenSaver")
def tell(locked):
    message = QDBusMessage.createSignal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged")
    message.setArguments([locked])
    bus.send(message)
def lock():
    tell(True)
def unlock():
    tell(False)
QTimer.singleShot(200, unlock)
QTimer.singleShot(400, lock)
QTimer.singleShot(900, watch.stop)
QTimer.singleShot(1000, lock)
QTimer.singleShot(1300, app.quit)
app.exec()
print(len(heard))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("dbus-run-session") is None, reason="no D-Bus here")
def test_a_locked_screen_is_heard_over_the_bus_until_it_stops() -> None:
    ran = subprocess.run(["dbus-run-session", "--", sys.executable, "-c", _SCRIPT], capture_output=True, text=True, timeout=60, check=False)
    assert ran.stdout.strip() == "1", ran.stderr
