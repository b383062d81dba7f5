# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Forcing a pair: which rule it breaks, and the reason that stays with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import FORCE_REASON_LETTERS, Block, Forced
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import TextEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.words import errors, pairing


class ForceDialog(Dialog):
    """Asks why. Accepted only with a reason that the rules take; then ``forced`` holds it."""

    def __init__(self, theme: Theme, parent: QWidget | None, names: str, blocks: tuple[Block, ...]) -> None:
        rules = formats.joined([_lower(pairing.block(block)) for block in blocks], current())
        text = _("The pair breaks a rule: {rules}. It keeps the mark «Forced», with your reason.")
        title = _("Force the pair of {names}?").format(names=names)
        super().__init__(theme, parent, title, text.format(rules=rules), safe=_("Leave it"), act=_("Force the pair"))
        self._blocks = blocks
        self.forced: Forced | None = None
        self.reason = TextEdit(theme, lines=3)
        help_text = _("At least {n} letters, for whoever looks at it later.").format(n=FORCE_REASON_LETTERS)
        self.field = Field(theme, _("Why you decide so"), self.reason, help_text=help_text, required=True)
        self.body.addWidget(self.field)
        self.reason.textChanged.connect(self._typed)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            # In a text of several lines Enter is a new line.
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    @override
    def accept(self) -> None:
        try:
            self.forced = Forced(self._blocks, self.reason.toPlainText().strip())
        except DomainError as error:
            self.field.set_error(errors.domain(error))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def _typed(self) -> None:
        self.field.set_missing(not self.reason.toPlainText().strip())
        self.field.set_error(None)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
