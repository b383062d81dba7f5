# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Somebody with whom nobody can be paired now: why, the smallest change that would give them a pair, and the way there."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.figures import Avatar
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel

_STACKED = 400
"""Width under which the buttons stand one below the other."""


@dataclass(frozen=True, slots=True)
class AloneWords:
    """Who it is about, and what is said: ``reason`` why, ``mends`` what would help (empty: there is nothing to say)."""

    name: str
    second: str
    initials: str
    role: Role | None
    title: str
    reason: str
    mends: str

    @property
    def sentence(self) -> str:
        """All of it, as it is read."""
        return " ".join(part for part in (self.title, self.reason, self.mends) if part)


class Alone(QWidget):
    """The person on top, the reason and what would help below; ``buttons`` at the foot, those whose action is there."""

    def __init__(self, theme: Theme, buttons: tuple[Button, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._buttons = theme, buttons
        self._avatar = Avatar(theme, size=44)
        self._name = PlainLabel(theme, "", "h2", wrap=True)
        self._second = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self._title = PlainLabel(theme, "", "strong", "warn", wrap=True)
        self._reason = PlainLabel(theme, "", "table", "text", wrap=True)
        self._help = PlainLabel(theme, _("What would help"), "strong", wrap=True)
        self._mends = PlainLabel(theme, "", "table", "text", wrap=True)
        self._warn, self._key = QLabel(), QLabel()
        self._sentence = ""
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_words(self, words: AloneWords) -> None:
        """Show somebody."""
        self._avatar.set_person(words.initials, words.role, name=words.name)
        self._name.setText(words.name)
        self._second.setText(words.second)
        self._title.setText(words.title)
        self._reason.setText(words.reason)
        self._mends.setText(words.mends)
        for part in (self._help, self._mends, self._key):
            part.setVisible(bool(words.mends))
        for button in self._buttons:
            button.setVisible(button.action is None or button.action.isVisible())
        self._sentence = words.sentence
        self.setAccessibleName(words.sentence)

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16 - RING, 12 - RING)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RING, 0)
        head.setSpacing(10)
        head.addWidget(self._avatar)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._second)
        head.addLayout(names, 1)
        column.addLayout(head)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, RING, 0)
        line.addWidget(Line())
        column.addLayout(line)
        column.addLayout(_told(self._warn, self._title, self._reason))
        column.addLayout(_told(self._key, self._help, self._mends))
        column.addStretch(1)
        self._row = row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        for button in reversed(self._buttons):
            row.addWidget(button)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        # Less than the buttons need in a row, otherwise it could never become narrow enough to stack them.
        return QSize(self._theme.px(200), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < self._theme.px(_STACKED)
        self._row.setDirection(QBoxLayout.Direction.BottomToTop if stacked else QBoxLayout.Direction.LeftToRight)

    def _restyle(self) -> None:
        self._warn.setPixmap(self._theme.pixmap("user-x", "warn_icon", 18))
        self._key.setPixmap(self._theme.pixmap("key-round", "accent", 18))


def _told(mark: QLabel, title: PlainLabel, text: PlainLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, RING, 0)
    row.setSpacing(10)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(title)
    words.addWidget(text)
    row.addLayout(words, 1)
    return row
