# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The head of a screen: title, one line of state in numbers, undo and redo, and at most one primary button at the far right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.button import RING, Button, IconButton
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel


class _HeadButton(Button):
    """Tells when its words change: hidden behind «⋯» it could not make the head measure itself again."""

    relabelled = Signal()

    @override
    def set_label(self, text: str) -> None:
        super().set_label(text)
        self.relabelled.emit()


class PageHeader(QWidget):
    """Put it first in a screen's column, whose margins are 0: it brings its own (24 at the sides).

    Secondary actions that do not fit go behind «⋯». Undo and redo are given by the main window.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = PlainLabel(theme, title, "h1")
        self._state = ElidedLabel(theme, "", "table", "text2", by_parts=True)
        self._secondary: list[_HeadButton] = []
        self._primary: _HeadButton | None = None
        self._with_history = False
        self._undo = IconButton(theme, "undo-2", _("Undo"))
        self._redo = IconButton(theme, "redo-2", _("Redo"))
        self._history_line = Line(upright=True)
        self._more = IconButton(theme, "ellipsis", _("More actions"))
        self._menu = QMenu(self)
        self._build()
        self._more.clicked.connect(self._open_menu)
        theme.changed.connect(self._restyle)

    def set_title(self, title: str) -> None:
        """Show another title (the calendar's month)."""
        self.title.setText(title)

    def set_state(self, text: str) -> None:
        """Say how things stand, in numbers; without anything to say the title has the head to itself."""
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def state(self) -> str:
        """Return the line of state."""
        return self._state.text()

    def set_actions(self, secondary: Sequence[Action] = (), primary: Action | None = None) -> None:
        """Show at most two secondary buttons and one primary, each for an action."""
        for button in (*self._secondary, *([self._primary] if self._primary else [])):
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._secondary = [self._button(action, "secondary") for action in secondary]
        self._primary = self._button(primary, "primary") if primary else None
        self._menu.clear()
        self._menu.addActions(list(secondary))
        for button in self._secondary:
            self._buttons.addWidget(button)
        if self._primary is not None:
            self._buttons.addWidget(self._primary)
        self._fit()

    def set_history(self, undo: QAction, redo: QAction) -> None:
        """Show undo and redo as two icons whose tooltips name what they do."""
        self._undo_action, self._redo_action = undo, redo
        self._undo.clicked.connect(undo.trigger)
        self._redo.clicked.connect(redo.trigger)
        undo.changed.connect(self._take_history)
        redo.changed.connect(self._take_history)
        self._with_history = True
        for widget in (self._undo, self._redo):
            widget.show()
        self._take_history()
        self._fit()

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a widget (‹ Hoy ›) right after the words. They keep their place when ``title.setMinimumWidth`` fits the widest title."""
        self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_control(self, widget: QWidget) -> None:
        """Put a widget before the buttons (Mes, Semana, Agenda)."""
        self._controls.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def primary_button(self) -> Button | None:
        """Return the primary button."""
        return self._primary

    def secondary_buttons(self) -> tuple[Button, ...]:
        """Return the secondary buttons, hidden ones too."""
        return tuple(self._secondary)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24 - RING, 6)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self._state)
        self._state.hide()
        words.addStretch(1)
        row.addLayout(words)
        self._beside, self._controls, self._buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (self._beside, self._controls, self._buttons):
            part.setSpacing(0)
        # Buttons bring this room for their ring; controls keep it too, to end where the page does.
        self._controls.setContentsMargins(0, 0, RING, 0)
        row.addLayout(self._beside)
        row.addStretch(1)
        for widget in (self._undo, self._redo, self._history_line):
            widget.hide()
        self._history_line.setFixedHeight(22)
        history = QHBoxLayout()
        history.setSpacing(0)
        history.addWidget(self._undo)
        history.addWidget(self._redo)
        row.addLayout(history)
        row.addWidget(self._history_line, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._controls)
        row.addLayout(self._buttons)
        row.addWidget(self._more)
        self._more.hide()
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumHeight(self._theme.px(72))

    def _button(self, action: Action, variant: str) -> _HeadButton:
        button = _HeadButton(self._theme, action.label, variant=variant)
        button.follow(action)
        button.relabelled.connect(self._fit)
        return button

    def _take_history(self) -> None:
        for button, action in ((self._undo, self._undo_action), (self._redo, self._redo_action)):
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())

    def _fit(self) -> None:
        needed = max(self._theme.metrics("h1").horizontalAdvance(self.title.text()), self.title.minimumWidth()) + 48
        for part in (self._beside, self._controls):
            needed += part.sizeHint().width()
        needed += 3 * self._theme.px(42) + (self._primary.sizeHint().width() if self._primary else 0)
        # Half the line of state should still be readable.
        needed += 60
        shown = needed + sum(button.sizeHint().width() for button in self._secondary) <= self.width()
        for button in self._secondary:
            button.setVisible(shown)
        self._more.setVisible(not shown and bool(self._secondary))
        # The line parts undo and redo from what follows them: without that it would hang at the edge.
        followed = bool(self._secondary) or self._primary is not None or not self._controls.isEmpty()
        self._history_line.setVisible(self._with_history and followed)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @override
    def event(self, event: QEvent) -> bool:
        # Asked for when a part shows, hides or grows.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
