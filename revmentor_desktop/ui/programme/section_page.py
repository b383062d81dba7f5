# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One section: its form, and beside it (below it where the window is narrow) what it means."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.ui.programme.keeper import Keeper
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll

BESIDE_FROM = 740
"""Width (px at 100 %) from which form and meaning stand side by side."""
GAP = 12


class SectionPage(QWidget):
    """Two columns that scroll each for itself, or one under the other."""

    def __init__(self, theme: Theme, form: QWidget, meaning: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.form, self.meaning = theme, form, meaning
        self._left, self._right = Scroll(spacing=GAP), Scroll()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._left, 49)
        row.addWidget(self._right, 51)
        self._left.body.addWidget(form)
        self._beside: bool | None = None
        self._arrange()
        theme.changed.connect(self._arrange)

    def is_beside(self) -> bool:
        """Whether the meaning stands at the right of the form."""
        return bool(self._beside)

    def reveal(self, widget: QWidget) -> None:
        """Scroll the form until ``widget`` is in sight, once its new size is known."""
        QTimer.singleShot(0, widget, partial(self._left.ensureWidgetVisible, widget, 0, GAP))

    def recovered_line(self) -> QWidget | None:
        """Return the first line that holds what was half typed when the program ended, ``None`` without one."""
        found = (keeper.recovered_editor() for keeper in self.findChildren(Keeper))
        return next((editor for editor in found if editor is not None), None)

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        if beside == self._beside:
            return
        self._beside = beside
        # Moving a widget takes its focus away; a resize is no reason to lose the place.
        focused = self.focusWidget()
        (self._right if beside else self._left).body.addWidget(self.meaning)
        self._left.body.setStretchFactor(self.form, 0 if not beside else 1)
        self._right.setVisible(beside)
        if focused is not None and self.meaning.isAncestorOf(focused):
            focused.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
