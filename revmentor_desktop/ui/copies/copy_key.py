# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The password of a copy: that of its programme, or one that it had before and that only the person knows."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import backups
from revmentor_desktop.programme.backups import Copy, Secret
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.locking.attempts import Attempts
from revmentor_desktop.ui.locking.dialogs import AskPasswordDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import copies as words
from revmentor_desktop.ui.words import errors


@dataclass(frozen=True, slots=True)
class CopyKey:
    """What opens a copy; ``key`` is ``None`` for a plain one."""

    key: Secret | None = field(repr=False)


def key_for(theme: Theme, parent: QWidget, workspace: Workspace, copy: Copy, today: date) -> CopyKey | None:
    """Return what opens a copy of the programme, asking for it when that is another password; ``None``: the person won't say.

    What goes wrong with the copy itself is left to whoever opens it.
    """
    if not copy.encrypted:
        return CopyKey(None)
    if _may_open(copy, workspace.key):
        return CopyKey(workspace.key)
    return _Question(theme, parent, copy, today).ask()


def _may_open(copy: Copy, secret: Secret | None) -> bool:
    try:
        return backups.opens(copy, secret)
    except StoreError:
        return True


class _Question:
    """Asks until the password is right or the person gives up."""

    def __init__(self, theme: Theme, parent: QWidget, copy: Copy, today: date) -> None:
        self._copy, self._secret, self._attempts = copy, "", Attempts()
        title = _("The copy {when} has another password").format(when=words.in_sentence(copy.when, today))
        text = _("It keeps the one that the file had then. Type that one, or the recovery key printed with it.")
        self._dialog = AskPasswordDialog(theme, parent, copy.path.stem, title=title, text=text)
        self._dialog.submitted.connect(self._take)

    def ask(self) -> CopyKey | None:
        accepted = self._dialog.exec() == QDialog.DialogCode.Accepted
        self._dialog.deleteLater()
        return CopyKey(self._secret) if accepted else None

    def _take(self, secret: str) -> None:
        try:
            right = backups.opens(self._copy, secret)
        except StoreError as error:
            self._dialog.show_refusal(*errors.sentence(error))
            return
        if right:
            self._secret = secret
            self._dialog.accept()
        else:
            self._dialog.show_wrong(self._attempts.wrong(self._copy.path))
