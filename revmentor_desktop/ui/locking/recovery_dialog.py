# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The recovery key goes on paper, or into a PDF, right after a password was set or changed, and whenever it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, current
from revmentor_desktop.programme import recovery_sheet
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.ui.background import Progress, Runner
from revmentor_desktop.ui.locking.rolling import Rolling
from revmentor_desktop.ui.printing import ChoosePrinter, Paper, PrinterError, Wish, ask_printer, print_papers
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.words import errors

ChooseTarget = Callable[[QWidget, Path], Path | None]
"""Asks the user where a PDF goes, proposing a place; ``None``: not now."""


class Occasion(StrEnum):
    """Why the key is offered."""

    SET = "set"
    CHANGED = "changed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class RecoveryFacts:
    """The file, its key as `Workspace.recovery_key` gives it, the day, and why it is offered now."""

    path: Path
    key: str = field(repr=False)
    today: date
    occasion: Occasion = Occasion.ASKED


def ask_target(parent: QWidget, proposed: Path) -> Path | None:
    """Open the system's choice of a file."""
    name, _filter = QFileDialog.getSaveFileName(parent, _("Save the recovery key"), str(proposed), "PDF (*.pdf)")
    if not name:
        return None
    return Path(name) if name.lower().endswith(".pdf") else Path(f"{name}.pdf")


class RecoveryKeyDialog(Dialog):
    """Offers the sheet for the printer and as PDF; it stays until the person closes it. It has no answer to give."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        facts: RecoveryFacts,
        choose_printer: ChoosePrinter = ask_printer,
        choose_target: ChooseTarget = ask_target,
    ) -> None:
        title, text = _words(facts)
        super().__init__(theme, parent, title, text, safe=_("Later"), act=_("Print key"), width=500)
        self._facts, self._choose_printer, self._choose_target = facts, choose_printer, choose_target
        self._runner = Runner(self)
        folder = documents_folder() if documents_folder().is_dir() else Path.home()
        self._target = folder / (_("Recovery key of {name}").format(name=facts.path.stem) + ".pdf")
        self.advice = Banner(
            theme,
            "info",
            _("Keep the sheet away from the computer."),
            _("In a locked cabinet or in the safe. Whoever has the sheet and the file opens it without the password."),
            icon="key-round",
        )
        self.told = Banner(theme, "ok", "")
        self.told.hide()
        self.save_button = Button(theme, _("Save PDF…"), "download")
        self.act.set_icon("printer")
        middle = Rolling(theme)
        self.body.addWidget(middle)
        middle.body.addWidget(self.advice)
        middle.body.addWidget(self.told)
        self.foot.insertWidget(self.foot.indexOf(self.act), self.save_button)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self.print_key)
        self.save_button.clicked.connect(self.save_pdf)
        self.act.setFocus()

    def print_key(self) -> None:
        """Choose a printer and print the sheet from memory."""
        printer = self._choose_printer(self, Wish(_("Recovery key"), 1))
        if printer is None:
            return
        paper = Paper(_("Recovery key"), partial(_sheet, self._facts, current()))
        self._set_busy(busy=True)
        self._runner.run(self, partial(print_papers, printer, [paper]), self._take_printed, self._fail)

    def save_pdf(self) -> None:
        """Choose a place and write the sheet there."""
        target = self._choose_target(self, self._target)
        if target is None:
            return
        self._target = target
        self._set_busy(busy=True)
        self._runner.run(self, partial(_save, self._facts, current(), target), self._take_saved, self._fail)

    def _take_printed(self, printed: object) -> None:
        self._set_busy(busy=False)
        if printed:
            self._tell("ok", _("The key was sent to the printer."), _("See that all of it can be read, and keep the sheet."))

    def _take_saved(self, _result: object) -> None:
        self._set_busy(busy=False)
        happened = _("The key was saved as {name}.").format(name=self._target.name)
        self._tell("ok", happened, _("Whoever has that PDF can open the file: print it, or put it elsewhere than on this computer."))

    def _fail(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, PrinterError):
            self._tell("danger", _("The printer does not take it."), _("See that it is on and has paper, or choose another one."))
        elif isinstance(error, OSError):
            happened, todo = errors.sentence(OSError(error.errno, error.strerror, str(self._target)))
            self._tell("danger", happened, todo)
        else:
            raise error

    def _tell(self, tone: str, happened: str, todo: str) -> None:
        self.told.say(tone, happened, todo)
        self.told.show()
        if tone == "ok":
            self.safe.set_label(_("Close"))
            self.safe.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.act, self.save_button):
            button.setEnabled(not busy)

    @override
    def done(self, arg__1: int) -> None:
        self._runner.close()
        super().done(arg__1)


def _sheet(facts: RecoveryFacts, language: str) -> bytes:
    return recovery_sheet.pdf(facts.path, facts.key, facts.today, language)


def _save(facts: RecoveryFacts, language: str, target: Path, _progress: Progress) -> None:
    recovery_sheet.save(target, _sheet(facts, language))


def _words(facts: RecoveryFacts) -> tuple[str, str]:
    only_way = _("With it the file opens when nobody knows the password any more: there is no other way.")
    return {
        Occasion.SET: (_("Password set. Print the recovery key now"), only_way),
        Occasion.CHANGED: (
            _("Password changed. Print the new recovery key now"),
            _("The sheet that you have printed before opens nothing any more: destroy it."),
        ),
        Occasion.ASKED: (_("Recovery key of “{name}”").format(name=facts.path.stem), only_way),
    }[facts.occasion]
