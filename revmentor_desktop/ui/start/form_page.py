# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One question of *Crear programa*: fields, and what is said when one of them can't be."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.words import errors


class FormPage(QWidget):
    """A page with a question (``title``) and a sentence (``hint``); subclasses add fields by name and override `check`."""

    changed = Signal()

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.title, self.hint = theme, title, hint
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def add_field(self, name: str, field: Field) -> None:
        """Put a field below the others."""
        self.fields[name] = field
        self.column.addWidget(field)

    def check(self) -> bool:
        """Say at each field what is wrong with it. Returns whether the page may be left."""
        return True

    def clear_errors(self) -> None:
        """Take back what was said."""
        for field in self.fields.values():
            if field.error():
                field.set_error(None)

    def focus_first(self) -> None:
        """Move the focus to the first field with something wrong, else to the first field."""
        faulty = next((field for field in self.fields.values() if field.error()), None)
        chosen = faulty or next(iter(self.fields.values()), None)
        if chosen is not None:
            editor = chosen.editor.focusProxy() or chosen.editor
            editor.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(editor, LineEdit | NumberEdit):
                editor.selectAll()

    def tried(self, checks: Mapping[str, Callable[[], object]], empty: str = "") -> bool:
        """Run each check and show at its field what it refuses (`DomainError`); ``empty`` is said of one that lacks its answer.

        Returns whether none did.
        """
        self.clear_errors()
        for name, run in checks.items():
            try:
                run()
            except DomainError as error:
                self.fields[name].set_error(empty if empty and error.reason == "empty" else errors.domain(error))
        return not any(field.error() for field in self.fields.values())
