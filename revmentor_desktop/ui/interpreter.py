# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the interpreter needs before Qt is used much."""

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer

_SPARE_REFERENCES = 1 << 40
_LOOK = 250
"""Milliseconds between two looks at whether garbage has gathered."""
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


class Collector(QObject):
    """Collects garbage in the thread of the window, and nowhere else, from its making on.

    Python collects in whichever thread happens to make the next object. Objects of Qt that are destroyed in the thread of a copy or a
    search take the program with them ("Timers cannot be stopped from another thread").
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect as far as Python would have by now."""
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count <= most:
                return
            gc.collect(generation)
