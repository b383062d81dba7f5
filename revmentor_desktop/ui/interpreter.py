# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the interpreter needs before Qt is used much."""

import ctypes
import sys

_SPARE_REFERENCES = 1 << 40
_CONSTANTS = (None, True, False, NotImplemented, ...)
"""The objects that Python's macros return without a reference where they are immortal."""


def guard_constants() -> None:
    """Keep ``None``, ``True`` and their kind alive under a PySide6 that drops a reference of them whenever a call returns one.

    Measured with PySide6 6.12.0 on Python 3.11: ``sys.getrefcount(None)`` falls by one per ``QPainter.setPen``, that of
    ``True`` by one per ``Signal.emit``, and after some ten thousand calls the interpreter ends with "none_dealloc: deallocating
    None". The wheel is built for the stable ABI with headers in which these are immortal, which they are only from
    Python 3.12 on (PEP 683).
    """
    if sys.version_info < (3, 12):
        for constant in _CONSTANTS:
            # An object begins with its reference count (Py_ssize_t ob_refcnt).
            ctypes.c_ssize_t.from_address(id(constant)).value += _SPARE_REFERENCES
