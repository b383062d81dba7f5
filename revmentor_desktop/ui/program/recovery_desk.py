# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is done with a file that can't be opened because it is damaged."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import files
from revmentor_desktop.ui.program.host import Host
from revmentor_desktop.ui.recovery.dialog import Choice, Damaged, RecoveryDialog, Way
from revmentor_desktop.ui.start.page import StartPage


class RecoveryDesk(QObject):
    """Asks what to do about a damaged file, and shows what came of it."""

    def __init__(self, program: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program

    def begin(self, path: Path, secret: files.Secret | None = None) -> None:
        """Ask what to do about a damaged file, and open what the person chose."""
        program = self._program
        opened = program.current
        looked_at = opened is not None and opened.workspace.path == path
        if looked_at:
            # It is looked at: what puts another file in its place needs it closed.
            program.show_wait(path, _("Looking through {name}…").format(name=path.stem))
        dialog = RecoveryDialog(program.theme, program.window, Damaged(path, secret), program.runner, program.clock)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted and dialog.choice is not None:
            self._show(path, dialog.password, dialog.choice)
        elif looked_at:
            # Back to where the person was.
            program.consult(path, secret, damaged=True)
        elif program.current is None and not isinstance(program.window, StartPage):
            program.show_start()

    def _show(self, path: Path, secret: files.Secret | None, choice: Choice) -> None:
        if choice.way is Way.VIEW or choice.recovered is None:
            self._program.consult(path, secret, damaged=True)
            return
        done = choice.recovered
        aside = _("Recovered. The damaged file is kept as “{name}”").format(name=done.aside.name) if done.aside else ""
        said = aside or _("Recovered. The damaged file is still where it was")
        self._program.show_again(done.path, secret, "", said=said)
