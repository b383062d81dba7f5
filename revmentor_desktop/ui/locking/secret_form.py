# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The password, or the recovery key instead of it: the same on the page of a locked file and in the question on opening one."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain import passwords
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.locking.attempts import Countdown
from revmentor_desktop.ui.locking.key_edit import KeyEdit
from revmentor_desktop.ui.locking.password_edit import PasswordEdit
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.field import Field


class SecretForm(QWidget):
    """``submitted(str)``: a password or a key is to be tried. ``ready_changed(bool)``: whether anything may be tried now."""

    submitted = Signal(str)
    ready_changed = Signal(bool)

    def __init__(self, theme: Theme, label: str = "", parent: QWidget | None = None) -> None:
        """``label`` of the password, when there is another one beside it."""
        super().__init__(parent)
        self._busy = self._wrong = False
        self._was_ready = True
        self.password = PasswordEdit(theme)
        self.key = KeyEdit(theme)
        self.password_field = Field(theme, label or _("Password"), self.password)
        self.key_field = Field(theme, _("Recovery key"), self.key)
        self.switch = Button(theme, _("Use the recovery key"), variant="quiet", small=True)
        self._countdown = Countdown(self)
        self._build()
        self._connect()
        self.use_key(wanted=False)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.password_field)
        column.addWidget(self.key_field)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.password.textEdited.connect(self._take_edit)
        self.password.returnPressed.connect(self.submit)
        self.password.capitals_changed.connect(self._show_notes)
        self.key.textChanged.connect(self._take_edit)
        self.key.entered.connect(self.submit)
        self.switch.clicked.connect(self._switch)
        self._countdown.ticked.connect(self._tick)
        self._countdown.ended.connect(self._end_wait)

    # What the surroundings do

    @property
    def by_key(self) -> bool:
        """Whether the recovery key is asked for instead of the password."""
        return not self.key_field.isHidden()

    def secret(self) -> str:
        """Return what is typed: the password as it is, the key without what stands between its groups."""
        return passwords.key_letters(self.key.toPlainText()) if self.by_key else self.password.text()

    def ready(self) -> bool:
        """Whether anything may be tried now."""
        return not self._busy and not self._countdown.running

    def check(self) -> bool:
        """Tell whether what is typed may be tried now; what lacks is said at the field."""
        if not self.ready():
            return False
        lacking = self._lacking()
        if lacking:
            self._say(lacking)
            self.focus_field()
        return not lacking

    def submit(self) -> None:
        """Try what is typed, if it may be tried now."""
        if self.check():
            self.submitted.emit(self.secret())

    def use_key(self, *, wanted: bool) -> None:
        """Ask for the recovery key, or for the password again."""
        self._wrong = False
        self.key_field.setVisible(wanted)
        self.password_field.setVisible(not wanted)
        self.switch.set_label(_("Use the password") if wanted else _("Use the recovery key"))
        self._show_notes()

    def show_wrong(self, seconds: float) -> None:
        """Say at the field that it was not the right one, and let the next wait so long. What was typed stays."""
        self._wrong = True
        self.hold(seconds)
        self.focus_field()

    def hold(self, seconds: float) -> None:
        """Let the next attempt wait so long; 0 or less: not at all."""
        if seconds > 0:
            self._countdown.start(seconds)
        else:
            self._show_notes()

    def set_busy(self, *, busy: bool) -> None:
        """Take nothing in while the file is being opened."""
        self._busy = busy
        for part in (self.password, self.key, self.switch):
            part.setEnabled(not busy)
        self._show_notes()

    def focus_field(self) -> None:
        """Give the keys to the field. A password is marked, so that typing replaces it; in a key one letter may be wrong."""
        if self.by_key:
            self.key.setFocus()
        else:
            self.password.setFocus()
            self.password.selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        self._wrong = False
        self._countdown.stop()
        with QSignalBlocker(self.key):
            self.key.clear()
        # Unlike clearing it, this leaves nothing to undo.
        self.password.setText("")
        self.password.set_shown(shown=False)
        self._show_notes()

    # Inside

    def _switch(self) -> None:
        self.use_key(wanted=not self.by_key)
        self.focus_field()

    def _take_edit(self) -> None:
        if not self._countdown.running:
            self._wrong = False
        self._show_notes()

    def _tick(self, left: int) -> None:
        waiting = _("You can try again in {n} s.").format(n=left)
        self._say(f"{self._verdict()} {waiting}".strip())

    def _end_wait(self) -> None:
        self._show_notes()

    def _verdict(self) -> str:
        if not self._wrong:
            return ""
        return _("That is not the recovery key of this file.") if self.by_key else _("That is not the password.")

    def _show_notes(self) -> None:
        """Say what is wrong, or what helps, unless the seconds are being counted."""
        if not self._countdown.running:
            todo = _("It ends with each change of the password.") if self.by_key else _("Try again.")
            self._say(f"{self._verdict()} {todo}" if self._wrong else self._foreign() if self.by_key else "")
        self.password_field.set_help(_("The capitals are locked.") if self.password.capitals else "")
        self.key_field.set_help(self._progress())
        self._tell_ready()

    def _say(self, sentence: str) -> None:
        (self.key_field if self.by_key else self.password_field).set_error(sentence or None)
        (self.password_field if self.by_key else self.key_field).set_error(None)
        self._tell_ready()

    def _tell_ready(self) -> None:
        ready = self.ready()
        if ready != self._was_ready:
            self._was_ready = ready
            self.ready_changed.emit(ready)

    def _lacking(self) -> str:
        """Return what is not there yet of what is to be tried."""
        secret = self.secret()
        if not self.by_key:
            return "" if secret else _("Type the password.")
        complete = len(secret) == passwords.KEY_LETTERS
        return self._foreign() or ("" if complete else self._progress() if secret else _("Type the key from the sheet."))

    def _foreign(self) -> str:
        foreign = passwords.foreign_letters(self.key.toPlainText())
        if not foreign:
            return ""
        if foreign[0] in "ol":
            return _("The key has only digits and the letters a to f: what looks like an o is a zero, what looks like an l is a one.")
        return _("The key has only digits and the letters a to f. “{letter}” is none of them.").format(letter=foreign[0])

    def _progress(self) -> str:
        left = passwords.KEY_LETTERS - len(passwords.key_letters(self.key.toPlainText()))
        if left == passwords.KEY_LETTERS:
            return _("The 12 groups of the sheet, in order. Spaces and dashes make no difference.")
        if left < 0:
            return plural("There is {n} letter too many.", "There are {n} letters too many.", -left).format(n=-left)
        return plural("{n} letter to go.", "{n} letters to go.", left).format(n=left) if left else _("The key is complete.")
