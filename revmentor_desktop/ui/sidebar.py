# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sidebar: which edition, search, where to go, the file's menu, help, and whether all is saved. Under 1280 px, a rail of icons."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.navigation import Destination, file_place
from revmentor_desktop.ui.search.button import SearchButton
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel, no_mnemonic, tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text

WIDTH, RAIL = 208, 52
"""Widths of the sidebar and of the rail, in px."""
RAIL_EDGE = 8
"""Room at each side of the rail, in px."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SideButton(QPushButton):
    """A line of the sidebar: icon, word, and at the right a count, a state or a shortcut. In the rail, the icon alone."""

    def __init__(self, theme: Theme, text: str, icon: str, *, key: str = "", note: str = "", shortcut: str = "") -> None:
        super().__init__(no_mnemonic(text))
        self._theme, self._label, self._icon = theme, text, icon
        self.key = key
        self._note, self._tone = note, "text2"
        self._shortcut = shortcut
        self._rail = self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()
        theme.changed.connect(self.updateGeometry)

    @property
    def note(self) -> str:
        """The count or state at the right."""
        return self._note

    def set_note(self, text: str, tone: str = "text2") -> None:
        """Show a count or a state; ``tone`` danger or warn when something waits."""
        self._note, self._tone = text, tone
        self._describe()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone, or the whole line."""
        self._rail = rail
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._label}, {self._note}" if self._note else self._label)
        tip = f"{self._label}: {self._note}" if self._note else self._label
        self.setToolTip(tip_text(f"{tip} ({self._shortcut})" if self._shortcut else tip))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(RAIL) - 2 * RAIL_EDGE, self._theme.px(38))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), self._theme, QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            paint_box(painter, box, 8, theme.color("surface"), theme.color("border"))
            bar = theme.px(18)
            paint_box(painter, QRectF(0, (box.height() - bar) / 2, 3, bar), 1.5, theme.color("accent"))
        elif self.underMouse():
            paint_box(painter, box, 8, theme.color("surface2"))
        if self._ring and self.hasFocus():
            paint_box(painter, box, 8, None, theme.color("focus"), 2)
        ink = "accent_text" if chosen else "text2"
        side = theme.px(18)
        left = (box.width() - side) / 2 if self._rail else theme.px(13)
        theme.paint_icon(painter, QRectF(left, 0, side, box.height()), self._icon, ink, 18)
        if self._rail:
            self._paint_dot(painter, left + side)
        else:
            self._paint_words(painter, box, chosen)

    def _paint_words(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        theme = self._theme
        note_width = theme.metrics("label").horizontalAdvance(self._note) + 2 if self._note else 0
        left, right = theme.px(41), box.width() - theme.px(10)
        role, ink = ("h3", "accent_text") if chosen else ("nav", "text")
        paint_text(painter, QRectF(left, 0, right - left - note_width, box.height()), self._label, theme, role, ink)
        if note_width:
            weight = "label" if self._tone != "text2" else "chip"
            place = QRectF(right - note_width, 0, note_width, box.height())
            paint_text(painter, place, self._note, theme, weight, self._tone, _RIGHT)

    def _paint_dot(self, painter: QPainter, left: float) -> None:
        if self._note and self._tone != "text2":
            paint_box(painter, QRectF(left - 4, self._theme.px(8), 7, 7), 3.5, self._theme.color(self._tone))


class EditionButton(QPushButton):
    """The edition and its firm; opens the list of editions. In the rail, its sign alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._edition, self._firm = theme, "", ""
        self._ring = self._rail = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def set_names(self, edition: str, firm: str) -> None:
        """Show another edition."""
        self._edition, self._firm = edition, firm
        self.setAccessibleName(_("Edition {edition} of {firm}").format(edition=edition, firm=firm))
        self.setToolTip(tip_text(f"{edition} · {firm}"))
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Show the sign alone, or the names."""
        self._rail = rail
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self._rail:
            return QSize(self._theme.px(RAIL) - 2 * RAIL_EDGE, self._theme.px(34))
        return QSize(self._theme.px(100), self._theme.px(46))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), self._theme, QRectF(self.rect())
        edge = "focus" if self._ring and self.hasFocus() else "input" if self.underMouse() else "border"
        paint_box(painter, box, 8, theme.color("surface"), theme.color(edge), 2 if edge == "focus" else 1)
        side = theme.px(16)
        if self._rail:
            theme.paint_icon(painter, box, "chevrons-up-down", "text2", 16)
            return
        width = box.width() - theme.px(24 + 22)
        line = theme.line_height("caption")
        paint_text(painter, QRectF(12, box.height() / 2 - line, width, line), self._edition, theme, "strong")
        paint_text(painter, QRectF(12, box.height() / 2, width, line), self._firm, theme, "caption", "text2")
        theme.paint_icon(painter, QRectF(box.width() - side - 10, 0, side, box.height()), "chevrons-up-down", "text2", 16)


class SaveState(QWidget):
    """Whether everything is saved: «Guardado a las 10:42», or what is wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._tone, self._icon = theme, "ok", ""
        self._mark = QLabel()
        self._words = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.say("", "ok")
        theme.changed.connect(self._restyle)

    def say(self, text: str, tone: str = "ok", icon: str = "") -> None:
        """Say how the saving stands; ``tone`` ok, text2 (under way) or danger, each with its icon unless another is given."""
        self._tone, self._icon = tone, icon
        self._words.setText(text)
        self._words.set_tone("danger" if tone == "danger" else "text2")
        self.setAccessibleName(text)
        self.setToolTip(tip_text(text))
        self._mark.setVisible(bool(text))
        self._restyle()

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def set_rail(self, rail: bool) -> None:
        """Show the sign alone."""
        self._words.setVisible(not rail)
        left = (self._theme.px(RAIL) - self._theme.px(16)) // 2 - RAIL_EDGE if rail else 8
        self._row.setContentsMargins(left, 2, 0 if rail else 4, 0)

    def _restyle(self) -> None:
        icon = self._icon or {"ok": "circle-check", "danger": "circle-alert"}.get(self._tone, "refresh-cw")
        self._mark.setPixmap(self._theme.pixmap(icon, self._tone, 16))


class Sidebar(QFrame):
    """``chosen(key)`` on going somewhere; ``edition_chosen(data)`` from the list of editions; ``search_asked`` and ``help_asked``."""

    chosen = Signal(str)
    edition_chosen = Signal(object)
    search_asked = Signal()
    help_asked = Signal()

    def __init__(self, theme: Theme, places: Sequence[Destination], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rail = theme, False
        self.setProperty("ground", "side")
        self._mark = QLabel()
        self._name = PlainLabel(theme, "RevMentor", "h2")
        self.edition = EditionButton(theme)
        self._editions = QMenu(self)
        self.search_button = SearchButton(theme)
        self._group = QButtonGroup(self)
        self._places = [
            SideButton(theme, place.text, place.icon, key=place.key, shortcut=f"Ctrl+{number}") for number, place in enumerate(places, 1)
        ]
        self.file_button = SideButton(theme, file_place().text, file_place().icon, key=file_place().key)
        self.file_menu = QMenu(self)
        self.help_button = SideButton(theme, _("Help"), "circle-question-mark", note="F1")
        self.save_state = SaveState(theme)
        self._build()
        self._connect()
        self._restyle()

    def set_current(self, key: str) -> None:
        """Mark where the user is, without emitting."""
        for button in (*self._places, self.file_button):
            button.setChecked(button.key == key)

    def set_count(self, key: str, text: str, tone: str = "text2") -> None:
        """Show a count or state beside a place («28», «9 de 13»); ``tone`` danger or warn when something waits. Raises `KeyError`."""
        self.place(key).set_note(text, tone)

    def place(self, key: str) -> SideButton:
        """Return the button of a place. Raises `KeyError`."""
        for button in (*self._places, self.file_button):
            if button.key == key:
                return button
        raise KeyError(key)

    def set_editions(self, editions: Sequence[tuple[object, str]], current: object) -> None:
        """Offer the editions of the file: (data, name), the current one ticked."""
        self._editions.clear()
        for data, name in editions:
            action = QAction(no_mnemonic(name), self._editions, checkable=True, checked=data == current)
            action.setData(data)
            self._editions.addAction(action)
        self._show_edition()

    def editions_menu(self) -> QMenu:
        """Return the list of editions."""
        return self._editions

    def set_file_actions(self, actions: Sequence[QAction | QMenu | None]) -> None:
        """Fill *Archivo y copias*; ``None`` is a line."""
        self.file_menu.clear()
        for action in actions:
            if action is None:
                self.file_menu.addSeparator()
            elif isinstance(action, QMenu):
                self.file_menu.addMenu(action)
            else:
                self.file_menu.addAction(action)

    def set_rail(self, rail: bool) -> None:
        """Become a rail of icons, or a sidebar with words."""
        self._rail = rail
        self._name.setVisible(not rail)
        self._show_edition()
        for button in (self.edition, self.search_button, *self._places, self.file_button, self.help_button):
            button.set_rail(rail)
        self._restyle()

    def is_rail(self) -> bool:
        """Whether it is a rail now."""
        return self._rail

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._head = head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        self._column.addLayout(head)
        self._column.addSpacing(12)
        self._column.addWidget(self.edition)
        self._column.addSpacing(6)
        self._column.addWidget(self.search_button)
        self._column.addSpacing(10)
        self._group.setExclusive(True)
        for button in self._places:
            button.setCheckable(True)
            self._group.addButton(button)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self.file_button.setCheckable(True)
        self._group.addButton(self.file_button)
        self._column.addWidget(self.file_button)
        self._column.addWidget(self.help_button)
        self._column.addSpacing(4)
        self._column.addWidget(Line())
        self._column.addSpacing(4)
        self._column.addWidget(self.save_state)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._go)
        self.edition.clicked.connect(self._open_editions)
        self._editions.triggered.connect(self._choose_edition)
        self.file_button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.file_button.customContextMenuRequested.connect(self._open_file_menu)
        self.search_button.clicked.connect(self.search_asked)
        self.help_button.clicked.connect(self.help_asked)
        self._theme.changed.connect(self._restyle)

    def _go(self, button: SideButton) -> None:
        self.chosen.emit(button.key)

    def _choose_edition(self, action: QAction) -> None:
        self.edition_chosen.emit(action.data())

    def _show_edition(self) -> None:
        """The rail has room for what is of use: with one edition there is none to change to."""
        self.edition.setVisible(not self._rail or len(self._editions.actions()) > 1)

    def _open_editions(self) -> None:
        if not self._editions.isEmpty():
            self._editions.setMinimumWidth(self.edition.width())
            self._editions.popup(self.edition.mapToGlobal(self.edition.rect().bottomLeft()))

    def _open_file_menu(self) -> None:
        height = self.file_menu.sizeHint().height()
        self.file_menu.popup(
            self.file_button.mapToGlobal(self.file_button.rect().topRight()) - QPoint(-4, max(0, height - self.file_button.height()))
        )

    def _restyle(self) -> None:
        theme = self._theme
        self._mark.setPixmap(theme.mark(theme.px(28)))
        self.setFixedWidth(theme.px(RAIL if self._rail else WIDTH))
        side = RAIL_EDGE if self._rail else 12
        self._head.setContentsMargins((theme.px(RAIL) - theme.px(28)) // 2 - side if self._rail else 4, 0, 0, 0)
        self.save_state.set_rail(self._rail)
        self._column.setContentsMargins(side, 14, side, 12)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("side"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), self._theme.color("border"))
