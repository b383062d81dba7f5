# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The one builder of the window: file → workspace → window, and the program's exception hook."""

import importlib
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from revmentor_desktop import __version__, defects
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import preferences
from revmentor_desktop.ui.language import speak
from revmentor_desktop.ui.start.opening import Loader, OpeningWindow
from revmentor_desktop.ui.theme import Mode, Theme

UNSEEN_MILLISECONDS = 1000
"""Longest wait for the first paint."""


def run(words: Sequence[str]) -> int:
    """Open the window on the file that ``words`` name, on the example (``--example``), or on the first page."""
    application = build()
    theme = themed(application)
    hook = Hook(theme)
    sys.excepthook = hook.caught
    # An argument is a path and nothing else: no option of Qt, no address.
    paths = [Path(word) for word in words if word != "--example"]
    start = Start(application, theme, paths[0] if paths else None, example="--example" in words)
    start.begin()
    return application.exec()


class Start(QObject):
    """Paints a window at once, loads the rest beside it, then gives its place to the program."""

    def __init__(self, application: QApplication, theme: Theme, path: Path | None, *, example: bool) -> None:
        super().__init__(application)
        self._application, self._theme = application, theme
        self._path, self._example, self._loading = path, example, False
        self.window = OpeningWindow(theme, path.stem if path else "")
        self.window.closed.connect(application.quit)
        # The tables and SQL are half of what a start takes, and need no window.
        self._loader = Loader(load_programme, self)
        self._loader.loaded.connect(self._go_on)
        self.window.painted.connect(self._load)

    def begin(self) -> None:
        """Show the window; the loading begins once it is painted."""
        self.window.show()
        # A window that nobody can see (minimised, on another desk) is never painted.
        QTimer.singleShot(UNSEEN_MILLISECONDS, self, self._load)

    def _load(self) -> None:
        # Not before the paint: loading leaves the window no time for it.
        if not self._loading:
            self._loading = True
            self._loader.start()

    def _go_on(self) -> None:
        from revmentor_desktop.ui.program.program import Program

        program = Program(self._theme, now, self)
        program.ended.connect(self._application.quit)
        program.start(self._path, example=self._example, instead_of=self.window)
        self.window.hide()
        self.window.deleteLater()


def load_programme() -> None:
    """Import what reads and writes programme files, heavy and without any Qt, and remove what a killed one left."""
    importlib.import_module("revmentor_desktop.programme.files")
    importlib.import_module("revmentor_desktop.programme.home")
    importlib.import_module("revmentor_desktop.programme.leftovers").sweep()


def build() -> QApplication:
    """Return the application, in the kept language."""
    application = QApplication(["revmentor-desktop"])
    application.setApplicationName("RevMentor")
    application.setApplicationVersion(__version__)
    application.setQuitOnLastWindowClosed(False)
    speak(application, preferences.load().language)
    return application


def themed(application: QApplication) -> Theme:
    """Return the theme that the person chose, applied."""
    kept = preferences.load()
    return Theme(application, Mode(kept.theme), kept.text_size)


def now() -> datetime:
    """Return this computer's wall time, to the minute."""
    return datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005 — wall time is what a calendar of people keeps


class Hook:
    """Says what nobody caught, once: a refusal of the world as such, a defect with its report; the window goes on with what is saved."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._saying = False

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Serve as ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        # These know the store, which the first paint does not wait for.
        from revmentor_desktop.programme.errors import StoreError
        from revmentor_desktop.ui.defect_dialog import tell_defect
        from revmentor_desktop.ui.widgets.dialog import tell
        from revmentor_desktop.ui.words import errors

        if not isinstance(error, StoreError):
            defects.note(error)
        if self._saying:
            return
        self._saying = True
        try:
            if isinstance(error, StoreError):
                happened, todo = errors.sentence(error)
                tell(self._theme, QApplication.activeWindow(), happened, todo, _("Close"))
            else:
                tell_defect(self._theme, QApplication.activeWindow(), defects.report(error))
        finally:
            self._saying = False
