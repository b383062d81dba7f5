# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One figure of *Inicio* in its card."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from revmentor_desktop.ui.home.figures import Figure
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.figures import Meter
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel


class FigureCard(Card):
    """What is counted, the number, what it is compared to, a bar, and a line below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._label = ElidedLabel(theme, "", "caption", "text2")
        self._value = PlainLabel(theme, "", "figure")
        self._unit = ElidedLabel(theme, "", "body", "text2")
        self._meter = Meter(theme)
        self._note = ElidedLabel(theme, "", "caption", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure. Without a bar its room stays, so that the lines of all cards are level."""
        self._label.setText(figure.label)
        self._value.setText(figure.value)
        self._unit.setText(figure.unit)
        self._note.setText(figure.note)
        self._meter.setVisible(figure.share is not None)
        whole = f"{figure.label}: {figure.value} {figure.unit}".strip()
        self._meter.set_share(figure.share or 0.0, whole)
        self.setAccessibleName(f"{whole}. {figure.note}")

    @property
    def words(self) -> tuple[str, str, str, str]:
        """What stands on the card: label, number, unit and note."""
        return self._label.text(), self._value.text(), self._unit.text(), self._note.text()

    def _build(self) -> None:
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(0)
        self.body.addWidget(self._label)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBottom)
        # The base of small letters stands a little lower than that of big ones.
        unit = QHBoxLayout()
        unit.setContentsMargins(0, 0, 0, 2)
        unit.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        line.addLayout(unit, 1)
        self.body.addLayout(line)
        self.body.addSpacing(3)
        policy = self._meter.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._meter.setSizePolicy(policy)
        self.body.addWidget(self._meter)
        self.body.addStretch(1)
        self.body.addWidget(self._note)

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(104))
