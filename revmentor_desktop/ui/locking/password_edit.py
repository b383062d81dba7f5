# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A field for a password: dots, an eye that shows the letters, and a hint when the capitals are locked."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from revmentor_desktop.domain import passwords
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, IconButton

_LIMIT = 4 * passwords.MOST
"""More than any password; what is too long is said, not cut unseen."""


class PasswordEdit(QLineEdit):
    """``capitals_changed(bool)``: what was typed says that the capitals are locked, or no longer. ``shown_changed(bool)``: the eye.

    ``eye``: with the button that shows the letters; fields without one follow another's through `set_shown`.
    """

    capitals_changed = Signal(bool)
    shown_changed = Signal(bool)

    def __init__(self, theme: Theme, *, eye: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._capitals = theme, False
        self.setMaxLength(_LIMIT)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # Keyboards on the screen learn the words that are typed otherwise.
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhHiddenText)
        self.eye = IconButton(theme, "eye", _("Show the password"), small=True, parent=self)
        self.eye.setCheckable(True)
        self.eye.setVisible(eye)
        self.eye.toggled.connect(self.set_shown)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def capitals(self) -> bool:
        """Whether the letters typed say that the capitals are locked."""
        return self._capitals

    def is_shown(self) -> bool:
        """Whether the letters can be read."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def set_shown(self, shown: bool) -> None:
        """Show the letters, or dots."""
        if shown == self.is_shown():
            return
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setChecked(shown)
        self.eye.set_icon("eye-off" if shown else "eye")
        name = _("Hide the password") if shown else _("Show the password")
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(name)
        self.shown_changed.emit(shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._notice(event)
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_capitals(locked=False)
        super().focusOutEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _notice(self, event: QKeyEvent) -> None:
        """No system tells of the lock itself in the same way; the letters do: a capital without Shift, or a small one with it."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._set_capitals(locked=False)
        elif len(letter) == 1 and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_capitals(locked=letter.isupper() != shift)

    def _set_capitals(self, *, locked: bool) -> None:
        if locked != self._capitals:
            self._capitals = locked
            self.capitals_changed.emit(locked)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("table"))
        self.setTextMargins(0, 0, 0 if self.eye.isHidden() else self.eye.sizeHint().width() - RING, 0)
        self._place()

    def _place(self) -> None:
        size: QSize = self.eye.sizeHint()
        self.eye.resize(size)
        self.eye.move(self.width() - size.width() - 1, (self.height() - size.height()) // 2)
