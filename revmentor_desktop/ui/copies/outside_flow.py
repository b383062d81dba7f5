# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A copy on a stick: what finding it would mean, which stick, the checked copy, and when it may be pulled out."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import backups, file_notes, places
from revmentor_desktop.programme.copy_names import free_name
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import Clock, keeper_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.words import copies as words

ChooseFolder = Callable[[QWidget, str, Path], Path | None]
"""Asks the person for a folder, under a title, proposing one; ``None``: not now."""


class Without(Enum):
    """What the person says to a stick without password."""

    NO = "no"
    PASSWORD = "password"
    COPY = "copy"


def ask_folder(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Open the system's choice of a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(proposed if proposed.is_dir() else Path.home()))
    return Path(name) if name else None


def lies_apart(folder: Path, own: Path) -> bool:
    """Whether a copy in ``folder`` would outlive the disk of the file at ``own``: another disk, a stick, a network drive or a cloud."""
    try:
        if folder.stat().st_dev != own.stat().st_dev:
            return True
    except OSError:
        return True
    place = places.place_of(folder / own.name)
    return place is not None and place.kind is not places.PlaceKind.TEMPORARY


class PlainStickDialog(Dialog):
    """Says that who finds the stick can read it, and offers a password first."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            _("Whoever finds the stick can read it"),
            _("Your file has no password: names, answers and private notes would be in plain sight. With a password only you can open it."),
            safe=_("Cancel"),
            act=_("Set a password…"),
            width=520,
        )
        self.answer = Without.NO
        self.plain = Button(theme, _("Save without password"))
        self.foot.insertWidget(self.foot.count() - 1, self.plain)
        self.plain.clicked.connect(self._take_plain)
        self.act.clicked.connect(self._take_password)

    def _take_plain(self) -> None:
        self.answer = Without.COPY
        self.accept()

    def _take_password(self) -> None:
        self.answer = Without.PASSWORD


class OutsideFlow(QObject):
    """``password_asked``; ``began(title)``; ``finished(target, apart)``: done and checked; ``refused(happened, todo)``."""

    password_asked = Signal()
    began = Signal(str)
    finished = Signal(object, bool)
    refused = Signal(str, str)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._clock, self._window = theme, bridge, clock, window
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a copy is being written."""
        return self._job is not None

    def start(self, choose: ChooseFolder, apart: Callable[[Path, Path], bool]) -> None:
        """Ask what has to be asked and write the copy. ``apart``: see `lies_apart`."""
        workspace = self._bridge.workspace
        if self.busy or not (workspace.encrypted or self._may_be_plain()):
            return
        before = file_notes.folder(workspace.file_uuid, file_notes.OUTSIDE_FOLDER)
        folder = choose(self._window, _("Choose the stick, or a folder on it"), before or Path.home())
        if folder is None:
            return
        try:
            target = free_name(folder, workspace.snapshot().edition.name, "", self._clock().date())
        except OSError as error:
            self.refused.emit(*words.outside_failure(error, _named(folder)))
            return
        self.began.emit(_("Copying to “{folder}” and reading it back").format(folder=_named(folder)))
        self._job = self._bridge.run(self, partial(_written, workspace, target, apart), self._take, partial(self._fail, folder))

    def _may_be_plain(self) -> bool:
        dialog = PlainStickDialog(self._theme, self._window)
        answer = dialog.answer if dialog.exec() == QDialog.DialogCode.Accepted else Without.NO
        dialog.deleteLater()
        if answer is Without.PASSWORD:
            self.password_asked.emit()
        return answer is Without.COPY

    def _take(self, result: object) -> None:
        self._job = None
        target, apart = cast("tuple[Path, bool]", result)
        keeper = keeper_of(self._bridge)
        if apart and keeper is not None:
            keeper.note_outside(target.parent)
        self.finished.emit(target, apart)

    def _fail(self, folder: Path, error: Exception) -> None:
        self._job = None
        if not isinstance(error, StoreError | OSError):
            raise error
        self.refused.emit(*words.outside_failure(error, _named(folder)))


def _named(folder: Path) -> str:
    return folder.name or str(folder)


def _written(workspace: Workspace, target: Path, apart: Callable[[Path, Path], bool], _progress: Progress) -> tuple[Path, bool]:
    backups.copy_outside(workspace, target)
    return target, apart(target.parent, workspace.path)
