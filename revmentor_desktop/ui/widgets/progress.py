# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Long work: how far it is, at what, how long it still takes, and the way to stop it."""

from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel


class ProgressStrip(QWidget):
    """``cancelled`` when the user stops the work (what is done is kept). Feed it with `show_progress`."""

    cancelled = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(theme, title, "h3")
        self._count = PlainLabel(theme, "", "caption", "text2")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._item = ElidedLabel(theme, "", "caption", "text2")
        self.cancel = Button(theme, _("Cancel"), small=True)
        self._started = monotonic()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._build()
        self.cancel.clicked.connect(self._stop)

    def show_progress(self, done: int, total: int, item: str = "") -> None:
        """Show how far the work is. ``total`` 0: not known. ``item``: what is being done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(_("{done} of {total}").format(done=done, total=total) if total else "")
        self._item.setText("… ".join(part for part in (item, self._left(done, total)) if part))

    def count_text(self) -> str:
        """Return «7 de 13»."""
        return self._count.text()

    def restart(self, title: str) -> None:
        """Begin another work."""
        self.title.setText(title)
        self._started = monotonic()
        self.cancel.setEnabled(True)
        self.show_progress(0, 0)

    def _left(self, done: int, total: int) -> str:
        spent = monotonic() - self._started
        if not done or done >= total or spent < 1:
            return ""
        seconds = max(1, round(spent / done * (total - done)))
        if seconds < 60:
            return plural("about {n} s left", "about {n} s left", seconds).format(n=seconds)
        minutes = round(seconds / 60)
        return plural("about {n} min left", "about {n} min left", minutes).format(n=minutes)

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._item.setText(_("Stopping; what is done is kept."))
        self.cancelled.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self._count)
        foot.addWidget(self._item, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(foot)


class ProgressCard(Card):
    """The strip as a small card over the page."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.strip = ProgressStrip(theme, title)
        self.body.addWidget(self.strip)
