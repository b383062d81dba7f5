# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Printing the pairing sheet: which pairs there are and why, for management, before anybody is asked."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.pairing_papers import matching_sheet_pdf
from revmentor_desktop.ui.pairs.deeds import Deeds
from revmentor_desktop.ui.printing import ChoosePrinter, Paper, PrinterError, Wish, ask_printer, print_papers


class SheetPrinter(Deeds):
    """``choose_printer`` asks for the printer. ``busy_changed(bool)``."""

    busy_changed = Signal(bool)
    choose_printer: ChoosePrinter = staticmethod(ask_printer)

    def print_sheet(self, window: QWidget) -> None:
        """Ask for a printer and print the sheet of what stands now."""
        printer = self.choose_printer(window, Wish(_("Pairing sheet"), 1))
        if printer is None:
            return
        paper = Paper(_("Pairing sheet"), partial(matching_sheet_pdf, self.workspace.snapshot(), self.today()))
        self.busy_changed.emit(True)
        self.bridge.run(self, partial(print_papers, printer, [paper]), self._take_printed, self._fail)

    def _take_printed(self, printed: object) -> None:
        self.busy_changed.emit(False)
        if printed:
            self.said.emit(_("The pairing sheet was sent to the printer"), None)

    def _fail(self, error: Exception) -> None:
        self.busy_changed.emit(False)
        if not isinstance(error, PrinterError):
            raise error
        self.said.emit(_("The printer does not take it.") + " " + _("See that it is on and has paper, or choose another one."), None)
