# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Warnings of a pair, each with its sentence and a box to say that it was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import clear
from revmentor_desktop.ui.widgets.checks import CheckBox
from revmentor_desktop.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class WarningWords:
    """A warning: its code, its sentence, and whether it was read."""

    code: str
    sentence: str
    read: bool = False


class WarningLine(QWidget):
    """``ticked(code, bool)`` when the box is clicked. What was read before only says so, without a box."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, words: WarningWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.words = theme, words
        self._mark, self._done = QLabel(), QLabel()
        self._sentence = PlainLabel(theme, words.sentence, "caption", "warn", wrap=True)
        self.box = CheckBox(theme, _("Read"), self)
        self.box.setAccessibleName(_("Read: {warning}").format(warning=words.sentence))
        self.box.setVisible(not words.read)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)
        if words.read:
            row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(PlainLabel(theme, _("Read"), "caption", "text2"), 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        self.box.clicked.connect(self._clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _clicked(self, checked: bool) -> None:
        self._restyle()
        self.ticked.emit(self.words.code, checked)

    def _restyle(self) -> None:
        read = self.words.read or self.box.isChecked()
        self._mark.setPixmap(self._theme.pixmap("triangle-alert", "text2" if read else "warn_icon", 14))
        self._done.setPixmap(self._theme.pixmap("check", "ok", 14))
        self._sentence.set_tone("text2" if read else "warn")


class WarningsView(QWidget):
    """``read(code)`` when one is ticked. What was read stays so: only undoing takes it back. The focus goes on to the next one."""

    read = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[WarningLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_warnings(self, warnings: Sequence[WarningWords]) -> None:
        """Show these."""
        if tuple(line.words for line in self.lines) == tuple(warnings):
            return
        focused = any(line.box.hasFocus() for line in self.lines)
        clear(self._column)
        self.lines = tuple(WarningLine(self._theme, words) for words in warnings)
        for line in self.lines:
            line.ticked.connect(self._ticked)
            self._column.addWidget(line)
        self.setVisible(bool(self.lines))
        left = next((line for line in self.lines if not line.words.read), None)
        if focused and left is not None:
            left.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self, code: str, checked: bool) -> None:
        if checked:
            self.read.emit(code)
