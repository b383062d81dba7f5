# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One way on, as a card: when, how much, what speaks against it, and its button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import PlainLabel


def wrapped(theme: Theme, text: str, role: str, tone: str = "text2") -> PlainLabel:
    """Return a text that is as high as its words are in its width: what it asks for by itself is reckoned for a narrower one."""
    label = PlainLabel(theme, text, role, tone, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.setMinimumHeight(1)
    return label


class OptionCard(Card):
    """``chosen`` when its button is pressed. Without a verb it says why this way is not there."""

    chosen = Signal()

    def __init__(self, theme: Theme, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, kind="quiet", parent=parent)
        self._owner = theme
        self.button = Button(theme, "", icon)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(0)
        # The button brings the margin of its ring.
        row.addSpacing(-RING)
        self.button.clicked.connect(self.chosen)
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.setContentsMargins(16, 14, 16, 12)

    def say(self, when: str, figures: str, notes: Sequence[str], verb: str, *, first: bool = False) -> None:
        """Show a way; ``first``: the one to take. ``figures`` and ``when`` may be empty."""
        self.set_kind("accent" if first else "quiet")
        while self.body.count() > 1:
            item = self.body.takeAt(1)
            if item is not None and (widget := item.widget()) is not None and widget is not self._foot:
                widget.hide()
                widget.deleteLater()
        if when:
            self.body.addWidget(PlainLabel(self._owner, when, "caption", "text2"))
        if figures:
            self.body.addWidget(wrapped(self._owner, figures, "strong", "text"))
        for note in notes:
            self.body.addWidget(wrapped(self._owner, note, "table"))
        self.body.addStretch(1)
        self.button.set_label(verb)
        self.button.set_variant("primary" if first else "secondary")
        self.button.setAccessibleDescription(" ".join((figures, *notes)))
        self._foot.setVisible(bool(verb))
        self.body.addWidget(self._foot)
