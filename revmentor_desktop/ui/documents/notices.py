# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What stays above the papers until it is solved: pairs without agreement, sheets nobody has looked at, and what was refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import Button


class Notices(QWidget):
    """Three banners, each in sight only while it has something to say: ``trouble``, ``outcome`` and ``prepare``.

    ``print_again`` and ``other_folder``: the way out of a refusal.
    """

    print_again = Signal()
    other_folder = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_printer, self._single = False, False
        self.trouble = Banner(theme, "danger", "")
        self.outcome = Banner(theme, "info", "", icon="printer")
        self.prepare = Banner(theme, "warn", "", writes=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        # In the order of what is most pressing.
        self._said = dict.fromkeys((self.trouble, self.outcome, self.prepare), False)
        for banner in self._said:
            column.addWidget(banner)
        self.trouble.acted.connect(self._solve)
        self._settle()

    def say_printer_trouble(self, happened: str, todo: str) -> None:
        """Say why nothing, or not all, was printed."""
        self._say_trouble(happened, todo, _("Choose the printer again"), of_printer=True)

    def say_folder_trouble(self, happened: str, todo: str) -> None:
        """Say why nothing, or not all, was saved."""
        self._say_trouble(happened, todo, _("Choose another folder"), of_printer=False)

    def hide_trouble(self) -> None:
        """Say no more of what was refused."""
        self._said[self.trouble] = False
        self._settle()

    def buttons(self) -> tuple[Button, ...]:
        """Return the buttons of the banners, in their order."""
        return tuple(banner.button for banner in self._said)

    def set_single(self, single: bool) -> None:
        """Show only the most pressing one, where there is no room for more."""
        if single is not self._single:
            self._single = single
            self._settle()

    def say_sent(self, number: int) -> None:
        """Say that so many drafts are at the printer; 0: none is."""
        title = plural("{n} agreement was sent to the printer", "{n} agreements were sent to the printer", number).format(n=number)
        self.outcome.say("info", title, _("Mark them when you have the sheets in hand."), action=_("Mark as printed…"), icon="printer")
        self._said[self.outcome] = bool(number)
        self._settle()

    def say_waiting(self, title: str, action: str) -> None:
        """Say that pairs have no agreement yet; an empty title: all have."""
        self.prepare.say("warn", title, action=action)
        self._said[self.prepare] = bool(title)
        self._settle()

    def _say_trouble(self, happened: str, todo: str, action: str, *, of_printer: bool) -> None:
        self._of_printer = of_printer
        self.trouble.say("danger", happened, todo, action=action)
        self._said[self.trouble] = True
        self._settle()

    def _solve(self) -> None:
        self.hide_trouble()
        (self.print_again if self._of_printer else self.other_folder).emit()

    def _settle(self) -> None:
        """Take no room, nor the space around it, without anything to say."""
        saying = [banner for banner, said in self._said.items() if said]
        for banner in self._said:
            banner.setVisible(banner in (saying[:1] if self._single else saying))
        self.setVisible(bool(saying))
