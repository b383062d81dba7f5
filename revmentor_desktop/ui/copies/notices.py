# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What stands above the list: that the last copy failed, what is under way, and how it ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.progress import ProgressCard


class Notices(QWidget):
    """``trouble`` of the copies that are made by themselves, ``work`` under way, ``outcome`` of what was asked for.

    ``try_again``; ``settled``: it may take another height now.
    """

    try_again = Signal()
    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Banner(theme, "warn", "")
        self.work = ProgressCard(theme, "")
        # A copy is a matter of seconds, and half of one is of no use to anybody.
        self.work.strip.cancel.hide()
        self.outcome = Banner(theme, "ok", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.trouble, self.work, self.outcome):
            column.addWidget(part)
            part.hide()
        self.hide()
        self.trouble.acted.connect(self.try_again)

    def say_trouble(self, title: str, text: str, *, late: bool) -> None:
        """Say that the last copy failed, in red when there has been none for days; an empty title: all is well."""
        if title:
            self.trouble.say("danger" if late else "warn", title, text, action=_("Try again"))
        self.trouble.setVisible(bool(title))
        self._settle()

    def show_work(self, title: str) -> None:
        """Show that something is being written."""
        self.outcome.hide()
        self.work.strip.restart(title)
        self.work.show()
        self._settle()

    def hide_work(self) -> None:
        """It has ended."""
        self.work.hide()
        self._settle()

    def say_outcome(self, tone: str, title: str, text: str) -> None:
        """Say how it ended, to stay until something else is done."""
        self.work.hide()
        self.outcome.say(tone, title, text)
        self.outcome.show()
        self._settle()

    def say_refusal(self, happened: str, todo: str) -> None:
        """Say why it was not done."""
        self.say_outcome("danger", happened, todo)

    def hide_outcome(self) -> None:
        """Say no more of it."""
        self.outcome.hide()
        self._settle()

    def _settle(self) -> None:
        self.setVisible(any(not part.isHidden() for part in (self.trouble, self.work, self.outcome)))
        self.settled.emit()
