# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Avisos*: what needs a look, red first, each with one action."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.home.marks import Mark
from revmentor_desktop.ui.home.words import WAIT, Notice
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.widgets.link import GAP, Link

NOTICES_SHOWN = 3
"""Notices in sight before «Ver 2 más»."""
_ICONS = {"danger": ("circle-alert", "danger"), "warn": ("triangle-alert", "warn_icon"), "info": ("info", "info")}


class NoticeRow(QWidget):
    """One notice; ``chosen(notice)`` when its action is clicked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.link = Link(theme, notice.button)
        self.link.setAccessibleName(f"{notice.title}: {notice.button}")
        self.link.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        icon, token = _ICONS[notice.tone]
        row.addWidget(Mark(theme, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(GAP, 0, 0, 0)
        inset.setSpacing(1)
        inset.addWidget(PlainLabel(theme, notice.title, "segment", wrap=True))
        inset.addWidget(PlainLabel(theme, notice.detail, "caption", "text2", wrap=True))
        words.addLayout(inset)
        words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)

    def _choose(self) -> None:
        self.chosen.emit(self.notice)


class NoticesCard(Card):
    """``chosen(notice)``: take me there. The first few are shown, the rest on demand."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Notices"), parent=parent)
        self._notices: tuple[Notice, ...] | None = ()
        self._all = False
        self._rows: list[NoticeRow] = []
        self._more: Link | None = None
        self.body.setSpacing(10)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.show_notices(None)

    def show_notices(self, notices: Sequence[Notice] | None) -> None:
        """Show the notices; ``None``: they are being worked out."""
        wanted = None if notices is None else tuple(notices)
        if wanted == self._notices:
            return
        self._notices = wanted
        self._fill()

    def rows(self) -> tuple[NoticeRow, ...]:
        """Return the notices in sight, in order."""
        return tuple(self._rows)

    def more(self) -> Link | None:
        """Return the link to the notices that are not in sight, ``None`` without any."""
        return self._more

    def _fill(self) -> None:
        clear(self._list)
        self._rows, self._more = [], None
        notices = self._notices
        if not notices:
            self.note.setText(WAIT if notices is None else "")
            quiet = WAIT if notices is None else _("Nothing needs a look now.")
            self._list.addWidget(PlainLabel(self._theme, quiet, "table", "text2", wrap=True))
            return
        self.note.setText(plural("{n} notice", "{n} notices", len(notices)).format(n=len(notices)))
        shown = notices if self._all or len(notices) == NOTICES_SHOWN + 1 else notices[:NOTICES_SHOWN]
        for place, notice in enumerate(shown):
            if place:
                self._list.addLayout(self._line())
            row = NoticeRow(self._theme, notice)
            row.chosen.connect(self.chosen)
            self._rows.append(row)
            self._list.addWidget(row)
        rest = len(notices) - len(shown)
        if rest:
            more = Link(self._theme, plural("See {n} more", "See {n} more", rest).format(n=rest))
            more.clicked.connect(self._show_all)
            self._more = more
            holder = QHBoxLayout()
            holder.setContentsMargins(self._theme.px(18) + 6, 0, 0, 0)
            holder.addWidget(more)
            holder.addStretch(1)
            self._list.addLayout(self._line())
            self._list.addLayout(holder)

    def _line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(18) + 6 + GAP, 0, 0, 0)
        row.addWidget(Line())
        return row

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        if len(self._rows) > NOTICES_SHOWN:
            self._rows[NOTICES_SHOWN].link.setFocus(Qt.FocusReason.TabFocusReason)
