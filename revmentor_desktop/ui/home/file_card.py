# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Tu archivo*: where it lies, when it was saved last, what is in it, and how its copies stand."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.home.copy_news import CopyLine
from revmentor_desktop.ui.home.marks import Mark
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel, tip_text
from revmentor_desktop.ui.widgets.link import GAP, Link
from revmentor_desktop.ui.words.moments import moment


class FileCard(Card):
    """``copy_asked``: the person wants a copy somewhere else; ``copies_asked``: to see those that are made by themselves."""

    copy_asked = Signal()
    copies_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Your file"), parent=parent)
        self._saved = ElidedLabel(theme, "", "segment")
        self._place = ElidedLabel(theme, "", "caption", "text2")
        self._content = ElidedLabel(theme, "", "caption", "text2")
        self.copy = Link(theme, _("Save a copy…"))
        self.copy.clicked.connect(self.copy_asked)
        self._copies_mark = Mark(theme, "shield-check", "ok")
        self._copies_line = PlainLabel(theme, "", "segment", wrap=True)
        self.copies = Link(theme, _("See the copies"))
        self.copies.clicked.connect(self.copies_asked)
        self.body.setContentsMargins(16, 14, 16, 12)
        self.body.addLayout(_part(Mark(theme, "circle-check", "ok"), (self._saved, self._place, self._content), self.copy))
        self._copies = QWidget()
        column = QVBoxLayout(self._copies)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Line())
        column.addLayout(_part(self._copies_mark, (self._copies_line,), self.copies))
        self._copies.hide()
        self.body.addWidget(self._copies)
        self.body.addStretch(1)

    def show_file(self, path: Path, saved_at: datetime | None, snapshot: Snapshot, today: date) -> None:
        """Show the file as it lies there. Without a change in this session its own date counts."""
        when = saved_at or _written(path)
        self._saved.setText(_("Everything saved") if when is None else _("Saved {when}").format(when=moment(when, today)))
        self._place.setText(_("{name}, in {folder}").format(name=path.name, folder=path.parent.name or str(path.parent)))
        self._place.setToolTip(tip_text(path.name if snapshot.hidden else str(path)))
        people, pairs, sessions = len(snapshot.enrolments), len(snapshot.living_pairs), len(snapshot.sessions)
        parts = [
            plural("{n} person", "{n} people", people).format(n=people),
            plural("{n} pair", "{n} pairs", pairs).format(n=pairs),
            plural("{n} session", "{n} sessions", sessions).format(n=sessions),
        ]
        self._content.setText(" · ".join(parts))

    def show_copies(self, line: CopyLine | None) -> None:
        """Show how the copies stand; ``None``: nobody makes any of this file."""
        self._copies.setVisible(line is not None)
        if line is None:
            return
        self._copies_line.setText(line.text)
        self._copies_line.set_tone("danger" if line.tone == "danger" else "text")
        self._copies_mark.set_mark(line.icon, "warn_icon" if line.tone == "warn" else line.tone)

    @property
    def copies_words(self) -> str:
        """What stands on the card about the copies, empty when nothing does."""
        return "" if self._copies.isHidden() else self._copies_line.text()

    @property
    def words(self) -> tuple[str, str, str]:
        """What stands on the card: when it was saved, where, and what is in it."""
        return self._saved.text(), self._place.text(), self._content.text()


def _part(mark: Mark, lines: Sequence[QWidget], link: Link) -> QHBoxLayout:
    """Lay a sign beside lines and the link under them."""
    row = QHBoxLayout()
    row.setSpacing(6)
    sign = QVBoxLayout()
    sign.addWidget(mark)
    sign.addStretch(1)
    row.addLayout(sign)
    words = QVBoxLayout()
    words.setSpacing(1)
    inset = QVBoxLayout()
    inset.setContentsMargins(GAP, 0, 0, 0)
    inset.setSpacing(2)
    for line in lines:
        inset.addWidget(line)
    words.addLayout(inset)
    words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    row.addLayout(words, 1)
    return row


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - wall time, as the program keeps it
    except OSError:
        return None
