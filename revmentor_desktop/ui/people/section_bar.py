# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The four names over the form: which section is in sight, which are complete, and a way to jump."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.labels import no_mnemonic
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text

_SIDE, _GAP = 6, 4
"""Room at both sides of a name, for the focus ring, and between two."""


_WIDE, _TIGHT = ("segment", "strong"), ("chip", "label")
"""Roles of type of a name, not chosen and chosen; the smaller ones where large text would not fit."""


class SectionTab(QPushButton):
    """One name with its tick."""

    def __init__(self, theme: Theme, key: str, text: str, parent: "SectionBar") -> None:
        super().__init__(no_mnemonic(text), parent)
        self.key, self.label, self.complete, self.ring = key, text, False, False
        self._theme = theme
        self.roles = _WIDE
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_complete(self, complete: bool) -> None:
        """Show or hide the tick."""
        self.complete = complete
        self.setAccessibleName(_("{section}, complete").format(section=self.label) if complete else self.label)
        self.updateGeometry()
        self.update()

    def width_in(self, roles: tuple[str, str]) -> int:
        """Return the room that it needs in these roles of type.

        The tick has its place even before it is there, so that nothing moves when a section is complete.
        """
        return self._theme.metrics(roles[1]).horizontalAdvance(self.label) + 2 + self._theme.px(20) + 2 * _SIDE

    def set_roles(self, roles: tuple[str, str]) -> None:
        """Write in other roles of type: not chosen, and chosen."""
        if roles != self.roles:
            self.roles = roles
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_in(self.roles), self._theme.px(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self._theme, QRectF(self.rect())
        chosen = self.isChecked()
        ink = "accent_text" if chosen else "text" if self.underMouse() else "text2"
        paint_text(painter, rect.adjusted(_SIDE, 0, 0, -4), self.label, theme, self.roles[chosen], ink)
        width = theme.metrics(self.roles[1]).horizontalAdvance(self.label)
        if self.complete:
            theme.paint_icon(painter, QRectF(_SIDE + width + 4, 0, theme.px(16), rect.height() - 4), "check", "ok", 14)
        if chosen:
            right = width + (theme.px(20) if self.complete else 0)
            paint_box(painter, QRectF(_SIDE, rect.height() - 3, right, 3), 1.5, theme.color("accent"))
        if self.ring and chosen:
            paint_box(painter, rect.adjusted(0, 2, 0, -5), 6, None, theme.color("focus"), 2)


class SectionBar(QWidget):
    """``chosen(key)`` when the user asks for a section. One tab stop; the arrows move."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Sections of the form"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._tabs = [SectionTab(theme, key, text, self) for key, text in sections]
        for tab in self._tabs:
            row.addWidget(tab)
            tab.clicked.connect(self._clicked)
        row.addStretch(1)
        self.set_current(sections[0][0])

    def current(self) -> str:
        """Return the key of the section in sight."""
        return next((tab.key for tab in self._tabs if tab.isChecked()), self._tabs[0].key)

    def set_current(self, key: str) -> None:
        """Show which section is in sight, without emitting."""
        for tab in self._tabs:
            tab.setChecked(tab.key == key)

    def set_complete(self, complete: Mapping[str, bool]) -> None:
        """Tick the sections that are complete."""
        for tab in self._tabs:
            tab.set_complete(complete.get(tab.key, False))

    def tab(self, key: str) -> SectionTab:
        """Return one of the four. Raises `StopIteration` for an unknown key."""
        return next(tab for tab in self._tabs if tab.key == key)

    def step(self, by: int) -> None:
        """Ask for the section after (1) or before (-1) the present one, going round."""
        place = next((place for place, tab in enumerate(self._tabs) if tab.isChecked()), 0)
        self._choose(self._tabs[(place + by) % len(self._tabs)].key)

    def _clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, SectionTab):
            self._choose(tab.key)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def _show_ring(self, shown: bool) -> None:
        for tab in self._tabs:
            tab.ring = shown
            tab.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(tab.width_in(_WIDE) + _GAP for tab in self._tabs)
        for tab in self._tabs:
            tab.set_roles(_WIDE if needed <= self.width() else _TIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self.step(by)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(event.reason() in KEYBOARD_REASONS)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_ring(False)
        super().focusOutEvent(event)
