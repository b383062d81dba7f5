# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The program proposes a password once: when the first real person is there, in a file that anybody can read."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """What decides: how many people are in the file, and whether it is the example, encrypted, only read, or was asked about before."""

    people: int
    example: bool = False
    encrypted: bool = False
    read_only: bool = False
    proposed: bool = False

    @property
    def due(self) -> bool:
        """Whether to propose now."""
        return self.people > 0 and not (self.example or self.encrypted or self.read_only or self.proposed)


class PasswordProposal(QWidget):
    """A notice with two answers, hidden until it is `consider`ed due.

    ``accepted``: the person wants to set one; ``declined``: not now. After either it is not shown again by this window;
    the owner notes it in the file's notes, so that no other one does.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answered = False
        self.banner = Banner(
            theme,
            "info",
            _("There is personal data in the file now. Shall we give it a password?"),
            _("So nobody can read it if the computer or a stick gets lost."),
            action=_("Set password…"),
            icon="key-round",
        )
        self.later = Button(theme, _("Not now"), variant="quiet", small=True)
        inner = self.banner.layout()
        if inner is not None:
            inner.addWidget(self.later)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, RING)
        row.addWidget(self.banner)
        self.banner.acted.connect(self._accept)
        self.later.clicked.connect(self._decline)
        self.hide()

    def consider(self, facts: ProposalFacts) -> None:
        """Show it when it is due, hide it when it no longer is."""
        self.setVisible(facts.due and not self._answered)

    def _accept(self) -> None:
        self._answer()
        self.accepted.emit()

    def _decline(self) -> None:
        self._answer()
        self.declined.emit()

    def _answer(self) -> None:
        self._answered = True
        self.hide()
