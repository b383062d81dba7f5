# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which proposals stand side by side: those of today and the kept ones, up to three."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll, clear
from revmentor_desktop.ui.widgets.chip import Pill
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import PlainLabel, no_mnemonic

SIDE_BY_SIDE = 3
"""So many at most."""


class Chooser(QWidget):
    """A pill for each proposal. ``changed``: others are chosen. A fourth is refused in words, and nothing changes.

    ``lines`` of pills are in sight before they scroll.
    """

    changed = Signal()

    def __init__(self, theme: Theme, lines: int) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.pills: dict[str, Pill] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.hint = PlainLabel(theme, "", "caption", "warn", wrap=True)
        self._scroll = Scroll()
        self._inner = QWidget()
        self._inner.setProperty("scrolled", "true")
        self._flow = FlowLayout(self._inner)
        self._scroll.body.addWidget(self._inner)
        self._scroll.body.addStretch(1)
        column.addWidget(self.hint)
        column.addWidget(self._scroll)

    def offer(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer (key, name), with some of them chosen."""
        if {key: pill.text() for key, pill in self.pills.items()} == {key: no_mnemonic(name) for key, name in choices}:
            self._check(chosen)
            return
        clear(self._flow)
        self.pills = {}
        for key, name in choices:
            pill = Pill(self._theme, name)
            pill.setChecked(key in chosen)
            pill.toggled.connect(self._toggle)
            self._flow.addWidget(pill)
            pill.show()
            self.pills[key] = pill
        self._say()
        self.fit()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of those chosen, in the order of the pills."""
        return tuple(key for key, pill in self.pills.items() if pill.isChecked())

    def fit(self) -> None:
        """Take as much height as the pills need, up to a few lines."""
        width = max(self.width(), self._theme.px(240))
        # A little of the next line shows that there is more.
        height = min(self._flow.heightForWidth(width), round((self._lines + 0.3) * self._theme.px(34)))
        self._scroll.setFixedHeight(max(height, self._theme.px(34)))

    def _check(self, chosen: Sequence[str]) -> None:
        for key, pill in self.pills.items():
            pill.blockSignals(True)
            pill.setChecked(key in chosen)
            pill.blockSignals(False)
            pill.updateGeometry()

    def _toggle(self, on: bool) -> None:
        pill = self.sender()
        if on and len(self.chosen()) > SIDE_BY_SIDE and isinstance(pill, Pill):
            pill.blockSignals(True)
            pill.setChecked(False)
            pill.blockSignals(False)
            self._say(full=True)
            return
        self._say()
        self.changed.emit()

    def _say(self, *, full: bool = False) -> None:
        self.hint.setText(_("Three stand side by side at most: take one away first.") if full else "")
        self.hint.setVisible(full)
