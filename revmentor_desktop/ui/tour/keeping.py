# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The part of the tour that shows what keeps the file: its copies, the password, the lock, a file only looked at, a damaged one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QDialog

from revmentor_desktop.programme import backups, editions, files, saving
from revmentor_desktop.ui.background import Runner
from revmentor_desktop.ui.locking.dialogs import PasswordFacts, SetPasswordDialog
from revmentor_desktop.ui.locking.lock_page import LockPage, reasons
from revmentor_desktop.ui.navigation import COPIES, PAIRS
from revmentor_desktop.ui.program.opened import Kind, OpenProgramme
from revmentor_desktop.ui.recovery.dialog import Damaged, RecoveryDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.tour.camera import PATIENCE, Camera
from revmentor_desktop.ui.words import viewing

_AGES = (21, 9, 2, 0)
"""Days since each of the copies was made that the pictures show."""
_BAD = slice(20 * 4096, 22 * 4096)
"""Bytes of the file that the last picture has gone bad."""
_HOLDER = {"who": "Marta", "computer": "PORTATIL-RRHH", "since": "2027-04-20T09:12"}


class Keeping:
    """Takes the pictures from the open example of a tour; ``copies`` is a folder of the tour's own."""

    def __init__(self, theme: Theme, opened: OpenProgramme, camera: Camera, copies: Path, clock: Callable[[], datetime]) -> None:
        self._theme, self._opened, self._camera, self._copies, self._clock = theme, opened, camera, copies, clock
        self._workspace = opened.workspace

    def take(self) -> None:
        """Take them all."""
        self._age()
        self._opened.window.show_screen(COPIES)
        self._camera.take(self._opened.window, "24-archivo-y-copias")
        self._password()
        self._looking()
        self._damaged()

    def _age(self) -> None:
        """Make copies of different days; each differs from the one before."""
        for days in _AGES:
            backups.back_up(self._workspace, self._copies, self._clock() - timedelta(days=days))
            firm = self._workspace.snapshot().firm
            editions.save_firm(self._workspace, replace(firm, hr_position=f"{firm.hr_position} "))

    def _password(self) -> None:
        name = self._workspace.snapshot().edition.name
        facts = PasswordFacts(name, self._workspace.snapshot().firm.name, len(_AGES))
        question = SetPasswordDialog(self._theme, self._opened.window, facts)
        self._camera.take_dialog(self._opened.window, question.open, "25-poner-contrasena")
        question.deleteLater()
        page = LockPage(self._theme, name, reasons()["idle"])
        self._camera.show(page)
        self._camera.take(page, "26-bloqueado")
        page.hide()
        page.deleteLater()

    def _looking(self) -> None:
        opened = OpenProgramme(self._theme, files.open_to_read(self._workspace.path), self._clock, kind=Kind.TOUR)
        opened.show_why(*viewing.band("asked", _HOLDER))
        self._camera.show(opened.window)
        opened.window.show_screen(PAIRS)
        self._camera.take(opened.window, "27-solo-consulta")
        opened.close()

    def _damaged(self) -> None:
        path = self._copies.parent / "Piloto 2027.revmentor"
        self._workspace.copy_to(path)
        backups.back_up(path, self._copies, self._clock())
        content = bytearray(path.read_bytes())
        content[_BAD] = bytes(len(content[_BAD]))
        saving.save(path, bytes(content))
        runner = Runner()
        question = RecoveryDialog(self._theme, self._opened.window, Damaged(path, None, self._copies), runner, self._clock)
        self._camera.take_dialog(self._opened.window, question.open, "28-archivo-danado", self._when_looked)
        runner.close()
        question.deleteLater()

    def _when_looked(self, dialog: QDialog) -> None:
        end = monotonic() + PATIENCE
        while isinstance(dialog, RecoveryDialog) and dialog.options is None and monotonic() < end:
            self._camera.settle()
