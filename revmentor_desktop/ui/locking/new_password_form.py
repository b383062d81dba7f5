# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A new password, typed twice: how strong it is while it is typed, and what is wrong with it once it is meant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain import passwords
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.locking.password_edit import PasswordEdit
from revmentor_desktop.ui.locking.strength_meter import StrengthMeter
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.field import Field


class NewPasswordForm(QWidget):
    """``entered`` on Enter in the second field. ``names`` (firm, file) make a password weak that is made of them."""

    entered = Signal()

    def __init__(self, theme: Theme, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.first, self.again = PasswordEdit(theme), PasswordEdit(theme, eye=False)
        self.first_field = Field(theme, _("New password"), self.first)
        self.again_field = Field(theme, _("The same again"), self.again)
        self.meter = StrengthMeter(theme)
        self._build()
        self._connect()
        self._judge()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.first_field)
        column.addWidget(self.meter)
        column.addSpacing(7)
        column.addWidget(self.again_field)
        # One types the same again at once; the eye comes after.
        self.setTabOrder(self.first, self.again)
        self.setTabOrder(self.again, self.first.eye)

    def _connect(self) -> None:
        self.first.textChanged.connect(self._judge)
        self.again.textChanged.connect(self._compare)
        self.first.shown_changed.connect(self.again.set_shown)
        self.first.capitals_changed.connect(self._hint_first)
        self.again.capitals_changed.connect(self._hint_again)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)

    def value(self) -> str | None:
        """Return the password once both are equal and it may be used; otherwise say why not, with the focus there."""
        try:
            passwords.check(self.first.text())
        except DomainError as error:
            self._refuse(self.first_field, _refusal(error))
            return None
        # Compared as they are used: the two may have been typed with different keyboards.
        if passwords.normalised(self.first.text()) != passwords.normalised(self.again.text()):
            self._refuse(self.again_field, _("This is not the same as above. Type it again."))
            return None
        return self.first.text()

    def refuse(self, sentence: str) -> None:
        """Say why this password can't be the new one."""
        self._refuse(self.first_field, sentence)

    def _refuse(self, field: Field, sentence: str) -> None:
        field.set_error(sentence)
        field.editor.setFocus()

    def _judge(self) -> None:
        self.first_field.set_error(None)
        self._compare()
        typed = passwords.normalised(self.first.text())
        left = passwords.LEAST - len(typed)
        if not typed:
            self.meter.say(_("At least 12 letters; best, a sentence of your own."))
        elif left > 0:
            self.meter.say(plural("{n} letter to go.", "{n} letters to go.", left).format(n=left))
        else:
            self.meter.show_strength(passwords.strength(typed, self._names))

    def _compare(self) -> None:
        self.again_field.set_error(None)

    def _hint_first(self, locked: bool) -> None:
        self.first_field.set_help(_("The capitals are locked.") if locked else "")

    def _hint_again(self, locked: bool) -> None:
        self.again_field.set_help(_("The capitals are locked.") if locked else "")


def _refusal(error: DomainError) -> str:
    letters, limit = error.data.get("letters", ""), error.data.get("limit", "")
    return {
        "too_short": _("It needs at least {letters} letters. Spaces count.").format(letters=letters),
        "too_long": _("At most {limit} letters fit. Shorten it.").format(limit=limit),
        "is_key": _("That is a recovery key. Choose words that only you know."),
    }.get(error.reason, _("There is a letter in it that can't be printed. Delete it."))
