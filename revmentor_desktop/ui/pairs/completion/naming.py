# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The name under which a proposal is kept. What is refused is said at the field, and what was typed stays."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field

NAME_LIMIT = 60
"""Letters of a name."""


class NameDialog(Dialog):
    """Asks for a name until ``take(name)`` returns no sentence of what is wrong with it."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, title: str, act: str, name: str, take: Callable[[str], str], *, text: str = ""
    ) -> None:
        super().__init__(theme, parent, title, text, safe=_("Cancel"), act=act)
        self._take = take
        self.name = LineEdit(theme, name, placeholder=_("Before the holidays"))
        self.field = Field(theme, _("Name"), self.name, required=True)
        self.field.set_missing(not name)
        self.body.addWidget(self.field)
        self.name.textChanged.connect(self._type)
        self.name.returnPressed.connect(self.accept)
        self.name.selectAll()
        self.name.setFocus()

    @override
    def accept(self) -> None:
        wrong = self._take(" ".join(self.name.text().split()))
        if wrong:
            self.field.set_error(wrong)
            self.name.setFocus()
            return
        super().accept()

    def _type(self, text: str) -> None:
        self.field.set_missing(not text.strip())
        self.field.set_error(None)
