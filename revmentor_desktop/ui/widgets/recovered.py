# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What was half typed when the program ended: a quiet line that says so, with the two ways out of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import PlainLabel

DRAFT_MILLISECONDS = 1500
"""Time between a letter typed and its being kept as a draft: with what writing takes, a crash loses no more than two seconds."""


def recovered_text() -> str:
    """Return «Recuperado de antes: sin guardar»."""
    return _("Recovered from before: not saved")


class RecoveredLine(QWidget):
    """``save_asked`` and ``discard_asked`` by its buttons; ``can_save=False`` where the form has a button of its own for it."""

    save_asked = Signal()
    discard_asked = Signal()

    def __init__(self, theme: Theme, *, can_save: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = QLabel()
        self._text = PlainLabel(theme, recovered_text(), "caption", "text2", wrap=True)
        self.save = Button(theme, _("Save it"), variant="quiet", small=True)
        self.discard = Button(theme, _("Discard it"), variant="quiet", small=True)
        if not can_save:
            self.save.hide()
        self._build()
        self.save.clicked.connect(self.save_asked)
        self.discard.clicked.connect(self.discard_asked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, text: str) -> None:
        """Show another sentence; empty: the usual one."""
        self._text.setText(text or recovered_text())

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.addWidget(self.save)
        flow.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        below = QHBoxLayout()
        # Their words begin where the sentence does.
        below.setContentsMargins(12, 0, 0, 0)
        below.addWidget(ways)
        column.addLayout(below)

    def _restyle(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("history", "text2", 16))
