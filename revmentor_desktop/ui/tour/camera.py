# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Takes pictures of windows and dialogs as a person would see them."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QEventLoop, QIODevice, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from revmentor_desktop.programme import saving
from revmentor_desktop.ui.theme import Theme

PATIENCE = 60.0
"""Seconds after which work that does not end is no longer waited for."""
_LOOK = 20
"""Milliseconds between two looks whether the window is calm."""
DIM = 70
"""Opacity (0–255) of the shade over a window that a dialog stands before."""


class Camera:
    """Saves pictures into a folder. ``busy`` tells whether work beside the window is under way."""

    def __init__(self, theme: Theme, folder: Path, size: tuple[int, int], busy: Callable[[], bool]) -> None:
        self._theme, self._folder, self._size = theme, folder, size
        self._busy = busy
        self.made: list[str] = []

    def settle(self) -> None:
        """Wait until everything that was asked for is on screen."""
        end = time.monotonic() + PATIENCE
        calm = 0
        while calm < 3 and time.monotonic() < end:
            # A loop that blocks: work beside the window gives way to one that is never idle.
            loop = QEventLoop()
            QTimer.singleShot(_LOOK, loop.quit)
            loop.exec()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            calm = 0 if self._busy() else calm + 1

    def show(self, window: QWidget) -> None:
        """Show a window in the size of the pictures."""
        window.resize(*self._size)
        window.show()
        self.settle()

    def take(self, window: QWidget, name: str) -> None:
        """Take a picture of a window as it stands."""
        self.settle()
        self._save(window.grab(), name)

    def take_dialog(
        self, window: QWidget, open_dialog: Callable[[], object], name: str, prepare: Callable[[QDialog], object] | None = None
    ) -> None:
        """Open a dialog before its window, let ``prepare`` fill it, take both and close it by its safe answer."""
        shutter = _Shutter(self, window, name, prepare)
        shutter.start()
        open_dialog()
        end = time.monotonic() + PATIENCE
        while not shutter.done and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)
        shutter.stop()
        self.settle()

    def keep(self, window: QWidget, dialog: QDialog, name: str) -> None:
        """Save a picture of a dialog before its dimmed window."""
        picture = window.grab()
        before = dialog.grab()
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), self._theme.shade(DIM))
        corner = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
        painter.drawPixmap(corner, before)
        painter.end()
        self._save(picture, name)

    def _save(self, picture: QPixmap, name: str) -> None:
        path = self._folder / f"{name}.png"
        drawn = QBuffer()
        drawn.open(QIODevice.OpenModeFlag.WriteOnly)
        if not picture.save(drawn, "PNG"):
            raise RuntimeError("a picture that can't be written as PNG")
        saving.save(path, bytes(drawn.data().data()))
        self.made.append(path.name)


class _Shutter:
    """Waits for a modal dialog to stand still, then takes it and rejects it."""

    def __init__(self, camera: Camera, window: QWidget, name: str, prepare: Callable[[QDialog], object] | None) -> None:
        self._camera, self._window, self._name = camera, window, name
        self._prepare = prepare
        self._timer = QTimer()
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._look)
        self._looking = False
        self.done = False

    def start(self) -> None:
        """Begin to look for the dialog."""
        self._timer.start()

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if self.done or self._looking or not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        self._looking = True
        if self._prepare is not None:
            self._prepare(dialog)
        self._camera.settle()
        self._camera.keep(self._window, dialog, self._name)
        self.done = True
        dialog.reject()
