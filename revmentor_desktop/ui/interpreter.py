# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the interpreter needs before Qt is used much."""

import ctypes
import sys

_SPARE_REFERENCES = 1 << 40


def guard_none() -> None:
    """Keep ``None`` alive under a PySide6 that drops a reference of it at each call that returns nothing.

    Measured with PySide6 6.12.0 on Python 3.11: ``sys.getrefcount(None)`` falls by one per ``QPainter.setPen``, and after some
    ten thousand calls the interpreter ends with "none_dealloc: deallocating None". The wheel is built for the
    stable ABI with headers in which ``None`` is immortal, which it is only from Python 3.12 on (PEP 683).
    """
    if sys.version_info < (3, 12):
        # An object begins with its reference count (Py_ssize_t ob_refcnt).
        count = ctypes.c_ssize_t.from_address(id(None))
        count.value += _SPARE_REFERENCES
