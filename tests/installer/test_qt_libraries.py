# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
import sys
from pathlib import Path

import PySide6
import pytest

import qt_libraries
from terminal import StopError

LDD = """libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
libqoffscreen.so:
\tlibEGL.so.1 => not found
"""


def test_each_missing_library_is_named_once() -> None:
    assert qt_libraries.not_found(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_a_system_with_an_old_c_library_is_told_so() -> None:
    with pytest.raises(StopError, match=r"GLIBC_2\.34"):
        qt_libraries.not_found("python: /lib/libc.so.6: version `GLIBC_2.34' not found (required by libQt6Core.so.6)")


def test_the_packages_to_install_leave_out_those_that_come_along() -> None:
    assert qt_libraries.packages(["libxcb-cursor.so.0", "libxcb-image.so.0", "libxcb-util.so.1"]) == ["libxcb-cursor0"]


def test_every_library_of_a_bare_system_has_its_package() -> None:
    assert qt_libraries.packages(qt_libraries.PACKAGES) == sorted(set(qt_libraries.packages(qt_libraries.PACKAGES)))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux takes them from the system")
def test_the_files_looked_at_are_part_of_pyside() -> None:
    folder = Path(PySide6.__file__).parent
    assert [name for name in (*qt_libraries.CHECKED, *qt_libraries.CHECKED_ON_WAYLAND) if not (folder / name).exists()] == []
    assert qt_libraries.missing(folder) == []
