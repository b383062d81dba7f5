# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Tu archivo*: where it lies, when it was saved last, what is in it, and a copy of it."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.home.link import GAP, Link
from revmentor_desktop.ui.home.marks import Mark
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import ElidedLabel, tip_text
from revmentor_desktop.ui.words.moments import moment


class FileCard(Card):
    """``copy_asked``: the person wants a copy somewhere else."""

    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Your file"), parent=parent)
        self._saved = ElidedLabel(theme, "", "segment")
        self._place = ElidedLabel(theme, "", "caption", "text2")
        self._content = ElidedLabel(theme, "", "caption", "text2")
        self.copy = Link(theme, _("Save a copy…"))
        self.copy.clicked.connect(self.copy_asked)
        self.body.setContentsMargins(16, 14, 16, 12)
        row = QHBoxLayout()
        row.setSpacing(6)
        sign = QVBoxLayout()
        sign.addWidget(Mark(theme, "shield-check", "ok"))
        sign.addStretch(1)
        row.addLayout(sign)
        words = QVBoxLayout()
        words.setSpacing(1)
        inset = QVBoxLayout()
        inset.setContentsMargins(GAP, 0, 0, 0)
        inset.setSpacing(2)
        for label in (self._saved, self._place, self._content):
            inset.addWidget(label)
        words.addLayout(inset)
        words.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_file(self, path: Path, saved_at: datetime | None, snapshot: Snapshot, today: date) -> None:
        """Show the file as it lies there. Without a change in this session its own date counts."""
        when = saved_at or _written(path)
        self._saved.setText(_("Everything saved") if when is None else _("Saved {when}").format(when=moment(when, today)))
        self._place.setText(_("{name}, in {folder}").format(name=path.name, folder=path.parent.name or str(path.parent)))
        self._place.setToolTip(tip_text(str(path)))
        people, pairs, sessions = len(snapshot.enrolments), len(snapshot.living_pairs), len(snapshot.sessions)
        parts = [
            plural("{n} person", "{n} people", people).format(n=people),
            plural("{n} pair", "{n} pairs", pairs).format(n=pairs),
            plural("{n} session", "{n} sessions", sessions).format(n=sessions),
        ]
        self._content.setText(" · ".join(parts))

    @property
    def words(self) -> tuple[str, str, str]:
        """What stands on the card: when it was saved, where, and what is in it."""
        return self._saved.text(), self._place.text(), self._content.text()


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - wall time, as the program keeps it
    except OSError:
        return None
