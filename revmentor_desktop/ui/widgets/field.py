# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A label over an editor, with its help or what is wrong with it below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import PlainLabel


class Field(Editor, QWidget):
    """An editor with its label. ``required`` shows «(obligatorio)» while ``set_missing(True)``; held, it asks for nothing."""

    readable = True

    def __init__(
        self, theme: Theme, label: str, editor: QWidget, *, help_text: str = "", required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._label, self._help, self._required = theme, label, help_text, required
        self.editor = editor
        self._error = ""
        self._caption = PlainLabel(theme, label, "label", "text2")
        self._caption.setBuddy(editor)
        self._icon = QLabel()
        self._note = PlainLabel(theme, help_text, "caption", "text2", wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._build()
        self.set_missing(required)
        self._show_note()
        theme.changed.connect(self._show_note)

    def error(self) -> str:
        """Return the sentence of what is wrong, empty when nothing is."""
        return self._error

    def set_error(self, sentence: str | None) -> None:
        """Show what is wrong and what to do, or (``None``) that all is well. Typed text stays."""
        self._error = sentence or ""
        self._theme.restyle(self.editor, invalid="true" if self._error else "false")
        self._show_note()
        if self._error:
            QAccessible.updateAccessibility(QAccessibleEvent(self.editor, QAccessible.Event.DescriptionChanged))

    def set_help(self, text: str) -> None:
        """Show another help below."""
        self._help = text
        self._show_note()

    def set_missing(self, missing: bool) -> None:
        """Say in the label that a required answer is not there yet."""
        asked = missing and self._required and not self.held
        text = _("{label} (required)").format(label=self._label) if asked else self._label
        self._caption.setText(text)
        self.editor.setAccessibleName(text)

    def label(self) -> str:
        """Return the label as it is shown."""
        return self._caption.text()

    def note(self) -> str:
        """Return the line below: what is wrong, else the help."""
        return self._note.text()

    @override
    def take_hold(self) -> None:
        self.set_missing(False)
        self._column.setSpacing(1)

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._caption)
        column.addWidget(self.editor)
        below = QHBoxLayout()
        below.setSpacing(5)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._note, 1)
        column.addLayout(below)
        column.addStretch(1)

    def _show_note(self) -> None:
        text = self._error or self._help
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note.set_tone("danger" if self._error else "text2")
        self._icon.setVisible(bool(self._error))
        self._icon.setPixmap(self._theme.pixmap("circle-alert", "danger", 14))
        self.editor.setAccessibleDescription(text)
