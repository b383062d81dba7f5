# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the desks of the program need of the program itself."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.files import Secret
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Runner
from revmentor_desktop.ui.program.opened import Clock, Kind, OpenProgramme
from revmentor_desktop.ui.theme import Theme


class Host(Protocol):
    """One running program, as its desks see it."""

    theme: Theme
    clock: Clock
    runner: Runner

    @property
    def current(self) -> OpenProgramme | None:
        """The open programme, if there is one."""
        ...

    @property
    def window(self) -> QWidget | None:
        """The window in sight."""
        ...

    def show_page(self, page: QWidget) -> None:
        """Show a page that stands for the whole program; an open file is closed."""
        ...

    def show_wait(self, path: Path, words: str) -> None:
        """Show what is being done with a file that is closed meanwhile; whoever closes that page leaves once it is done."""
        ...

    def show_consulted(self, workspace: Workspace, refusal: StoreError | None) -> OpenProgramme:
        """Show a file that is open to look at only; ``refusal``: why it could not be opened for working."""
        ...

    def show_workspace(self, workspace: Workspace, kind: Kind = Kind.OWN) -> OpenProgramme:
        """Show an open file in its window."""
        ...

    def show_again(self, path: Path, key: Secret | None, screen: str, *, said: str = "", anyway: bool = False) -> bool:
        """Open a file that was closed for a moment, on the screen where the person was."""
        ...

    def open_path(self, path: Path, *, anyway: bool = False) -> bool:
        """Open a file instead of what is shown."""
        ...

    def consult(self, path: Path, password: Secret | None = None, refusal: StoreError | None = None, *, damaged: bool = False) -> bool:
        """Open a file to look at it only, instead of what is shown."""
        ...

    def view(self, path: Path, password: Secret | None = None, said: str = "") -> bool:
        """Open a file in a window of its own, to look at it."""
        ...

    def recover(self, path: Path, secret: Secret | None = None) -> None:
        """Ask what to do about a damaged file."""
        ...

    def create(self) -> None:
        """Let the person make a programme."""
        ...

    def choose_file(self) -> None:
        """Let the person choose a file to open."""
        ...

    def ask_preferences(self) -> None:
        """Let the person choose how the window looks."""
        ...

    def ask_password_change(self) -> None:
        """Let the person set, change or remove the password."""
        ...

    def lock(self) -> None:
        """Lock the open file."""
        ...

    def forsake_open(self) -> None:
        """Let go of the open file, which has been saved elsewhere, whatever becomes of it."""
        ...

    def close_viewers(self) -> None:
        """Close all windows in which files are only looked at."""
        ...

    def refused(self, error: StoreError, path: Path) -> None:
        """Say why a file can't be opened, and go the way that the person chooses."""
        ...

    def tell_refusal(self, error: StoreError) -> None:
        """Say what went wrong with a file other than the open one."""
        ...

    def show_start(self) -> None:
        """Show the first page instead of what is in sight."""
        ...

    def remember(self, path: Path) -> None:
        """Keep a path among the files opened last."""
        ...

    def end(self) -> None:
        """Close what is open, and the program."""
        ...
