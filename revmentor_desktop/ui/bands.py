# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The thin bands on top of the window: this is the example, this file is only read, this file can't be saved any more."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class BandLook:
    """Ground, line below and ink as colour tokens, and the icon; without icon there is none."""

    ground: str
    line: str
    ink: str
    icon: str = ""
    icon_tone: str = "text2"


EXAMPLE = BandLook("sunken", "sunken", "text2")
VIEWING = BandLook("info_soft", "info_line", "text", "eye", "info")
DAMAGED = BandLook("warn_soft", "warn_line", "text", "triangle-alert", "warn_icon")
HIDDEN = BandLook("accent_soft", "accent_line", "text", "eye-off", "accent")
TROUBLE = BandLook("danger_soft", "danger_line", "text", "triangle-alert", "danger")


class Band(QWidget):
    """One sentence over the whole width and at most one button (``acted``). Hidden until `say`."""

    acted = Signal()

    def __init__(self, theme: Theme, look: BandLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self._mark = QLabel()
        self._words = PlainLabel(theme, "", "strong", look.ink, wrap=True)
        self.button = Button(theme, "", variant="quiet", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 20, 1)
        # Where it wraps, its lines keep off the edges.
        self._words.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.acted)
        self.hide()
        self.set_look(look)
        theme.changed.connect(self._restyle)

    def say(self, text: str, action: str = "") -> None:
        """Show this sentence, and a button with these words when there are some."""
        news = text != self.text() or self.isHidden()
        self._words.setText(text)
        self.button.set_label(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        if news:
            # Nobody looks there: readers say it, as they say a notice.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return the sentence."""
        return self._words.text()

    def set_look(self, look: BandLook) -> None:
        """Look otherwise."""
        self._look = look
        self._words.set_tone(look.ink)
        self._mark.setVisible(bool(look.icon))
        self._restyle()

    def _restyle(self) -> None:
        # As high as its button, with one or without.
        self.setMinimumHeight(self.button.sizeHint().height() + 1)
        if self._look.icon:
            self._mark.setPixmap(self._theme.pixmap(self._look.icon, self._look.icon_tone, 16))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._look.ground))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color(self._look.line))


class Bands(QWidget):
    """All bands, the most pressing on top. What their buttons ask for:

    ``elsewhere_asked``: save the open file in another place; ``work_asked``: open it for working; ``recover_asked``: recover it;
    ``create_asked``: a programme of one's own instead of the example; ``names_asked``: show everybody's name again.
    """

    create_asked = Signal()
    names_asked = Signal()
    work_asked = Signal()
    recover_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = ""
        self.trouble, self.viewing, self.example = Band(theme, TROUBLE), Band(theme, VIEWING), Band(theme, EXAMPLE)
        self.hidden_names = Band(theme, HIDDEN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for band in (self.trouble, self.hidden_names, self.viewing, self.example):
            column.addWidget(band)
        self.trouble.acted.connect(self.elsewhere_asked)
        self.hidden_names.acted.connect(self.names_asked)
        self.viewing.acted.connect(self._leave_viewing)
        self.example.acted.connect(self.create_asked)

    def show_example(self, shown: bool) -> None:
        """Say that this is the example, or no more."""
        if shown:
            self.example.say(_("You are in the example: nothing you do here counts."), _("Create my programme"))
        else:
            self.example.hide()

    def show_hidden_names(self, shown: bool) -> None:
        """Say that nobody's name is shown, or no more."""
        if shown:
            self.hidden_names.say(_("Names hidden. Forms, documents and printing wait."), _("Show names"))
        else:
            self.hidden_names.hide()

    def show_viewing(self, text: str, action: str, why: str) -> None:
        """Say that the file is only read; ``why``: that of `Workspace.read_only`, says where its button leads."""
        self._why = why
        self.viewing.set_look(DAMAGED if why == "damaged" else VIEWING)
        self.viewing.say(text, action)

    def _leave_viewing(self) -> None:
        ways = {"damaged": self.recover_asked, "medium": self.elsewhere_asked}
        ways.get(self._why, self.work_asked).emit()
