# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The questions about the password of a file. Each tells with ``submitted`` what was answered and stays until its owner closes it.

So a wrong password can be said at its field (`show_wrong`), and anything else that went wrong above the buttons (`show_refusal`).
"""

import sys
from dataclasses import dataclass, field
from typing import Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain import passwords
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.locking.new_password_form import NewPasswordForm
from revmentor_desktop.ui.locking.password_edit import PasswordEdit
from revmentor_desktop.ui.locking.rolling import Rolling
from revmentor_desktop.ui.locking.secret_form import SecretForm
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.checks import RadioButton
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel

_WIDTH = 520


@dataclass(frozen=True, slots=True)
class PasswordFacts:
    """What a question needs to know: names of file and firm (they make a weak password), and how many plain copies there are."""

    file_name: str
    firm: str = ""
    plain_copies: int = 0


@dataclass(frozen=True, slots=True)
class NewPassword:
    """The password for a plain file, and whether its plain copies stay as they are."""

    password: str = field(repr=False)
    keep_copies: bool = False


@dataclass(frozen=True, slots=True)
class PasswordChange:
    """The present password or recovery key, and the new password."""

    old: str = field(repr=False)
    new: str = field(repr=False)


class PasswordDialog(Dialog):
    """The frame: ``submitted(answer)`` instead of closing. The answer's type is said by each question."""

    submitted = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None, title: str, text: str, *, safe: str, act: str, danger: bool = False, width: int = _WIDTH
    ) -> None:
        super().__init__(theme, parent, title, text, safe=safe, act=act, danger=danger, width=width)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self.submit)
        # The longest of these questions is taller than a small screen.
        middle = Rolling(theme)
        self.trouble = Banner(theme, "danger", "")
        self.trouble.hide()
        self.body.addWidget(middle)
        self.body.addWidget(self.trouble)
        self.body = middle.body
        self._act_label = act

    def answer(self) -> object:
        """Return the answer as it is typed; ``None`` while something lacks, which is then said at its field."""
        return None

    def submit(self) -> None:
        """Tell the answer, if there is one."""
        answer = self.answer() if self.act.isEnabled() else None
        if answer is not None:
            self.submitted.emit(answer)

    def forget(self) -> None:
        """Empty the fields."""
        for edit in self.findChildren(PasswordEdit):
            # Unlike clearing it, this leaves nothing to undo.
            edit.setText("")

    def set_act(self, text: str) -> None:
        """Give the button that answers other words."""
        self._act_label = text
        self.act.set_label(text)

    def show_refusal(self, happened: str, todo: str = "") -> None:
        """Say what went wrong and what to do (`ui.words.errors.sentence`); what was typed stays."""
        self.set_busy(busy=False)
        self.trouble.say("danger", happened, todo)
        self.trouble.show()

    def set_busy(self, *, busy: bool) -> None:
        """Show that it is being done, and take no second answer meanwhile."""
        self.act.set_label(_("One moment…") if busy else self._act_label)
        self.act.setEnabled(not busy)
        if busy:
            self.trouble.hide()

    @override
    def done(self, arg__1: int) -> None:
        super().done(arg__1)
        # A closed dialog may live on for a while; the password in it does not.
        self.forget()


class SetPasswordDialog(PasswordDialog):
    """``submitted(NewPassword)``."""

    def __init__(self, theme: Theme, parent: QWidget | None, facts: PasswordFacts) -> None:
        text = _("From then on “{name}” is encrypted, and whoever opens it is asked for the password.").format(name=facts.file_name)
        super().__init__(theme, parent, _("Set a password"), text, safe=_("Leave it without"), act=_("Set password"))
        self.form = NewPasswordForm(theme, (facts.file_name, facts.firm))
        count = facts.plain_copies
        self.encrypt_copies = RadioButton(theme, plural("Encrypt it too", "Encrypt them too", count))
        left = plural("Leave it as it is: whoever finds it can read it", "Leave them as they are: whoever finds them can read them", count)
        self.keep_copies = RadioButton(theme, left)
        self.encrypt_copies.setChecked(True)
        self.body.addWidget(self.form)
        self.body.addWidget(_warning(theme))
        self.copies = self._copies(count)
        self.body.addWidget(self.copies)
        self.body.addWidget(PlainLabel(theme, disk_hint(sys.platform), "caption", "text2", wrap=True))
        self.form.entered.connect(self.submit)
        self.form.first.setFocus()

    def _copies(self, count: int) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        words = plural("There is {n} automatic copy without a password", "There are {n} automatic copies without a password", count)
        column.addWidget(PlainLabel(self.theme, words.format(n=count), "label", "text2", wrap=True))
        column.addWidget(self.encrypt_copies)
        column.addWidget(self.keep_copies)
        part.setVisible(count > 0)
        return part

    @override
    def answer(self) -> NewPassword | None:
        password = self.form.value()
        return None if password is None else NewPassword(password, self.keep_copies.isChecked())


class _PresentPasswordDialog(PasswordDialog):
    """A question in which the present password (or recovery key) is typed too; see `SecretForm` for what is shown at it."""

    present: SecretForm

    def show_wrong(self, seconds: float) -> None:
        """Say at the field that it was not the present one, and let the next wait so long."""
        self.set_busy(busy=False)
        self.present.show_wrong(seconds)
        self._take_ready()

    def hold(self, seconds: float) -> None:
        """Let the first attempt wait, when somebody was wrong before."""
        self.present.hold(seconds)

    @override
    def set_busy(self, *, busy: bool) -> None:
        super().set_busy(busy=busy)
        self.present.set_busy(busy=busy)
        self._take_ready()

    @override
    def answer(self) -> object:
        return self.present.secret() if self.present.check() else None

    @override
    def forget(self) -> None:
        super().forget()
        self.present.clear()

    def _watch(self) -> None:
        self.present.ready_changed.connect(self._take_ready)
        self.present.password.setFocus()
        self._take_ready()

    def _tell(self, secret: str) -> None:
        self.submitted.emit(secret)

    def _take_ready(self) -> None:
        self.act.setEnabled(self.present.ready())


class ChangePasswordDialog(_PresentPasswordDialog):
    """``submitted(PasswordChange)``."""

    def __init__(self, theme: Theme, parent: QWidget | None, facts: PasswordFacts) -> None:
        text = _("The automatic copies of “{name}” get the new one too. Those on a stick or elsewhere keep the one they have.")
        super().__init__(
            theme,
            parent,
            _("Change the password"),
            text.format(name=facts.file_name),
            safe=_("Leave it as it is"),
            act=_("Change password"),
        )
        self.present = SecretForm(theme, _("Present password"))
        self.form = NewPasswordForm(theme, (facts.file_name, facts.firm))
        self.body.addWidget(self.present)
        self.body.addWidget(self.form)
        note = Banner(
            theme,
            "warn",
            _("The recovery key that you have printed stops working."),
            _("Print the new one in the next step, and destroy the old sheet."),
        )
        self.body.addWidget(note)
        self.present.submitted.connect(self.form.first.setFocus)
        self.form.entered.connect(self.submit)
        self._watch()

    @override
    def answer(self) -> PasswordChange | None:
        new = self.form.value() if self.present.check() else None
        if new is None:
            return None
        if passwords.normalised(new) == passwords.normalised(self.present.secret()):
            # The printed key would go on working, against what is said here.
            self.form.refuse(_("That is the present one. Choose another."))
            return None
        return PasswordChange(self.present.secret(), new)


class RemovePasswordDialog(_PresentPasswordDialog):
    """``submitted(str)``: the present password or recovery key."""

    def __init__(self, theme: Theme, parent: QWidget | None, facts: PasswordFacts) -> None:
        text = _("“{name}” and its automatic copies are written without encryption.").format(name=facts.file_name)
        super().__init__(theme, parent, _("Remove the password?"), text, safe=_("Keep the password"), act=_("Remove password"), danger=True)
        self.present = SecretForm(theme, _("Present password"))
        self.body.addWidget(self.present)
        warning = Banner(
            theme,
            "danger",
            _("Whoever finds the computer, or a copy, can read the names and notes of everybody."),
            _("It is personal data: a lost computer without a password has to be reported as a breach."),
        )
        self.body.addWidget(warning)
        self.present.submitted.connect(self._tell)
        self._watch()


class AskPasswordDialog(_PresentPasswordDialog):
    """The question on opening an encrypted file. ``submitted(str)``: the password or the recovery key.

    ``help_asked``: the way that `offer_help` offered.
    """

    help_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None, file_name: str, *, title: str = "", text: str = "") -> None:
        """``title`` and ``text``: what is said instead of that the file has a password."""
        title = title or _("“{name}” has a password").format(name=file_name)
        super().__init__(theme, parent, title, text, safe=_("Do not open it"), act=_("Open file"), width=440)
        self.present = SecretForm(theme)
        self.body.addWidget(self.present)
        self.present.submitted.connect(self._tell)
        self.trouble.acted.connect(self.help_asked)
        self._watch()

    @classmethod
    def before_key(cls, theme: Theme, parent: QWidget | None, file_name: str) -> Self:
        """Ask the question before the recovery key is shown: an unlocked computer that nobody watches must not give it away."""
        made = cls(
            theme,
            parent,
            file_name,
            title=_("Write the password to print the recovery key"),
            text=_("Whoever has that key opens “{name}” without the password.").format(name=file_name),
        )
        made.safe.set_label(_("Leave it"))
        made.set_act(_("Show the key"))
        return made

    def offer_help(self, happened: str, todo: str, verb: str) -> None:
        """Say what it may be when no password is the right one; the button emits ``help_asked``."""
        self.trouble.say("warn", happened, todo, action=verb)
        self.trouble.show()


def disk_hint(platform: str) -> str:
    """Return what else protects what lies on the disk, for a value of ``sys.platform``."""
    system = {"win32": "BitLocker", "darwin": "FileVault"}.get(platform)
    if system is None:
        return _("What was on the disk before may stay there unseen: encrypt the whole disk as well, or ask IT for it.")
    return _("What was on the disk before may stay there unseen: turn {system} on as well, or ask IT for it.").format(system=system)


def _warning(theme: Theme) -> Banner:
    return Banner(
        theme,
        "warn",
        _("Without it nobody can open the file, not even who made the program."),
        _("Print the recovery key in the next step, and keep it away from the computer."),
        icon="key-round",
    )
