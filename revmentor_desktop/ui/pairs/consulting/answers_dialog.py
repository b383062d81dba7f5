# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Noting what everybody said, in one list and one step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.answers import Said
from revmentor_desktop.ui.pairs.consulting.answers_list import AnswersView, keys_sentence
from revmentor_desktop.ui.pairs.consulting.asked import Asked, becoming_accepted, summary, to_note
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel

_WIDTH, _HEIGHT = 740, 540


class AnswersDialog(Dialog):
    """Everybody asked with what they said. Accepted: `said` is to be noted. It can be run again, with all that was marked."""

    def __init__(self, theme: Theme, parent: QWidget | None, rows: Sequence[Asked]) -> None:
        text = _("If somebody prefers another option, the pair does not go on. Neither who said it nor why is kept.")
        super().__init__(theme, parent, _("Note answers"), text, safe=_("Leave it for later"), act=" ", width=360)
        self.refusal = Banner(theme, "danger", "")
        self.refusal.hide()
        self.view = AnswersView(theme, rows)
        self.summary = PlainLabel(theme, "", "strong", wrap=True)
        self._build_list()
        self.view.asked.changed.connect(self._tell)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._accept_by_key)
        self._tell()
        self._take_room(parent)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> tuple[Said, ...]:
        """Return what is to be noted."""
        return to_note(self.view.asked.rows)

    def accepted_pairs(self) -> tuple[PairId, ...]:
        """Return the pairs in which both accept."""
        return becoming_accepted(self.view.asked.rows)

    def say_refused(self, happened: str, todo: str) -> None:
        """Say why it was not noted, the next time it runs."""
        self.refusal.say("danger", happened, todo)
        self.refusal.show()

    def _build_list(self) -> None:
        self.body.setSpacing(6)
        self.body.addWidget(self.refusal)
        frame = QFrame()
        frame.setProperty("card", "surface")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        self.body.addWidget(frame, 1)
        self.body.addWidget(self.summary)
        self.body.addWidget(PlainLabel(self.theme, keys_sentence(), "caption", "text2", wrap=True))

    def _take_room(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else self.maximumSize()
        rows = self.view.asked.rowCount() * self.theme.px(48) + self.theme.px(200)
        self.resize(
            min(self.theme.px(_WIDTH), room.width() - 16), min(max(rows, self.theme.px(280)), self.theme.px(_HEIGHT), room.height() - 8)
        )

    def _tell(self) -> None:
        number = len(self.said())
        self.act.set_label(plural("Note {n} answer", "Note {n} answers", number).format(n=number) if number else _("Note answers"))
        self.act.setEnabled(number > 0)
        self.summary.setText(summary(self.view.asked.rows))

    def _accept_by_key(self) -> None:
        if self.act.isEnabled():
            self.accept()
