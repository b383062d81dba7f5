# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A line that offers what it knows while one types: accents ignored, every word found anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget
from typing_extensions import override

from revmentor_desktop.domain.people import folded
from revmentor_desktop.ui.people.list_items import ListItemDelegate
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import LineEdit

_SHOWN = 12


class ChoiceEdit(LineEdit):
    """Any text may be typed; choices are offered below. ``chosen(text)`` when one was picked (``committed`` follows as for typing).

    Down opens the whole list. ``last_part``: only what stands after the last comma is completed (a list of languages).
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, placeholder: str = "", last_part: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder=placeholder, parent=parent)
        self._palette_theme, self._last_part = theme, last_part
        self._choices: tuple[str, ...] = ()
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._popup.setProperty("card", "surface")
        self._popup.setUniformItemSizes(True)
        self._popup.setMouseTracking(True)
        self._completer.setPopup(self._popup)
        # The completer puts a delegate of its own into its popup.
        self._delegate = ListItemDelegate(theme)
        self._popup.setItemDelegate(self._delegate)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)
        self.setTextMargins(0, 0, theme.px(20), 0)

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer other texts."""
        self._choices = tuple(choices)

    def offered(self) -> tuple[str, ...]:
        """Return what is offered for the text typed now."""
        return tuple(self._list.stringList())

    def is_offering(self) -> bool:
        """Whether the list is open."""
        return self._popup.isVisible()

    def open_list(self) -> None:
        """Offer everything."""
        if self.held:
            return
        self._show(self._choices)

    def _offer(self, text: str) -> None:
        part = text.rpartition(",")[2] if self._last_part else text
        words = folded(part).split()
        found = [choice for choice in self._choices if all(word in folded(choice) for word in words)] if words else []
        self._show(found)

    def _show(self, choices: Sequence[str]) -> None:
        self._list.setStringList(list(choices))
        if choices:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, text: str) -> None:
        before = self.text().rpartition(",")[0]
        self.setText(f"{before}, {text}" if self._last_part and before else text)
        self._popup.hide()
        self.chosen.emit(text)
        self.editingFinished.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # The completer keeps the loss of focus from a line whose list is open, and the answer would not be taken.
            picked = self._picked()
            self._popup.hide()
            if picked:
                self._take(picked)
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._picked():
            # Left to the completer, which takes what is picked; the letters typed so far are no answer.
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Down and not self.is_offering():
            self.open_list()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._popup.hide()
        super().keyPressEvent(event)

    def _picked(self) -> str:
        index = self._popup.currentIndex()
        return str(index.data()) if self.is_offering() and index.isValid() else ""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() >= self.width() - self._palette_theme.px(30):
            self.open_list()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.held:
            return
        side = self._palette_theme.px(16)
        place = QRectF(self.width() - side - 12, 0, side, self.height())
        token = "text2" if self.isEnabled() else "disabled"
        self._palette_theme.paint_icon(QPainter(self), place, "chevron-down", token, 16)
