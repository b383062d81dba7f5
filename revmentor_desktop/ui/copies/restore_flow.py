# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Going back to a copy: the question with its numbers, and a new file made of it. In place the program does it: the file must close."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import backups, passwords
from revmentor_desktop.programme.backups import Copy, Restored
from revmentor_desktop.programme.contents import contents_of
from revmentor_desktop.programme.copy_names import free_name, set_aside_name
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.ui.background import Job, Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.copy_key import key_for
from revmentor_desktop.ui.copies.keeper import Clock
from revmentor_desktop.ui.copies.restore_dialog import ChooseTarget, Going, ask_restore
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import copies as words
from revmentor_desktop.ui.words import errors


class RestoreFlow(QObject):
    """``in_place_asked(Copy)``; ``began(title)``; ``finished(Restored)``: a new file is there; ``refused(happened, todo)``."""

    in_place_asked = Signal(object)
    began = Signal(str)
    finished = Signal(object)
    refused = Signal(str, str)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._clock, self._window = theme, bridge, clock, window
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being made."""
        return self._job is not None

    def start(self, copy: Copy, choose: ChooseTarget) -> None:
        """Ask which way, and go it."""
        if self.busy:
            return
        try:
            going = self._going(copy)
        except (StoreError, OSError) as error:
            self.refused.emit(*errors.sentence(error))
            return
        chosen = ask_restore(self._theme, self._window, going, choose)
        if chosen is None:
            return
        if chosen.target is None:
            self.in_place_asked.emit(copy)
            return
        workspace = self._bridge.workspace
        found = key_for(self._theme, self._window, workspace, copy, self._clock().date())
        if found is None:
            return
        self.began.emit(_("Recovering into “{name}”").format(name=chosen.target.name))
        work = partial(_restored, copy, chosen.target, self._clock, found.key, workspace.key)
        self._job = self._bridge.run(self, work, self._take, self._fail)

    def _going(self, copy: Copy) -> Going:
        workspace, now = self._bridge.workspace, self._clock()
        held = contents_of(workspace)
        return Going(
            when=words.in_sentence(copy.when, now.date()),
            now=words.figures(held.people, held.pairs, held.sessions),
            then=words.figures(copy.people, copy.pairs, copy.sessions),
            proposed=free_name(*self._home(), _("recovered"), copy.when.date()),
            aside=set_aside_name(workspace.path, now),
            in_place=not self._bridge.read_only,
        )

    def _home(self) -> tuple[Path, str]:
        """Return where a recovered file belongs and what it is called after: beside the open one, unless that is a copy itself."""
        path = self._bridge.workspace.path
        if path.parent != backups.copies_folder().resolve():
            return path.parent, path.stem
        documents = documents_folder()
        return documents if documents.is_dir() else Path.home(), self._bridge.workspace.snapshot().edition.name

    def _take(self, result: object) -> None:
        self._job = None
        self.finished.emit(cast("Restored", result))

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, StoreError | OSError):
            raise error
        self.refused.emit(*errors.sentence(error))


def _restored(
    copy: Copy, target: Path, clock: Clock, key: backups.Secret | None, own: backups.Secret | None, _progress: Progress
) -> Restored:
    restored = backups.restore(copy.path, target, clock(), key)
    passwords.keep_password(restored.path, own)
    return restored
