# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""«Añadir tema»: a list grouped by area with type-to-find, and a way to add a topic of the firm's own."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.people import folded
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.people.list_items import ListItemDelegate
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import SearchField

_TOPIC, _OWN = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class TopicPicker(QFrame):
    """A popup. ``picked(topic_id)`` for a topic of the list, ``named(text)`` for a new one; then it closes. Esc closes it."""

    picked = Signal(int)
    named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._groups: list[tuple[str, list[tuple[int, str]]]] = []
        self._names: set[str] = set()
        self.setProperty("card", "surface")
        self.setAccessibleName(_("Add topic"))
        self.search = SearchField(theme, _("Look for a topic, or write one of your own"))
        self._items = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._items)
        self.list.setAccessibleName(_("Topics by area"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self._delegate = ListItemDelegate(theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.resize(theme.px(340), theme.px(330))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._take)

    def offer(self, snapshot: Snapshot, taken: Collection[int]) -> None:
        """List the topics of the offered areas that are not ``taken``, then those without area."""
        free = [topic for topic in snapshot.topics.values() if topic.id not in taken]
        groups = [
            (area.name, sorted((t for t in free if t.area_id == area.id), key=lambda t: t.position))
            for area in sorted(snapshot.areas, key=lambda area: area.position)
            if area.offered
        ]
        groups.append((_("The firm's own"), [topic for topic in free if topic.area_id is None]))
        self._groups = [(name, [(int(topic.id), topic.name) for topic in topics]) for name, topics in groups if topics]
        self._names = {folded(topic.name) for topic in snapshot.topics.values()}
        self.search.clear()
        self._fill("")

    def open_at(self, point: QPoint) -> None:
        """Show it with its corner at ``point`` (of the screen), moved so that it stays on the screen."""
        area = self.screen().availableGeometry()
        x = min(point.x(), area.right() - self.width())
        y = point.y() if point.y() + self.height() <= area.bottom() else max(area.top(), area.bottom() - self.height())
        self.move(max(area.left(), x), y)
        self.show()

    def topics_shown(self) -> tuple[str, ...]:
        """Return the names in sight, without the areas."""
        items = (self._items.item(row) for row in range(self._items.rowCount()))
        return tuple(item.text() for item in items if item.data(_TOPIC) is not None)

    def _fill(self, text: str) -> None:
        self._items.clear()
        words = folded(text).split()
        for area, topics in self._groups:
            found = [(number, name) for number, name in topics if all(word in folded(f"{name} {area}") for word in words)]
            if found:
                self._add_heading(area)
            for number, name in found:
                item = QStandardItem(name)
                item.setData(number, _TOPIC)
                self._items.appendRow(item)
        if words and folded(text) not in self._names:
            own = QStandardItem(self._theme.icon("plus"), _("Add “{name}” as a topic of your own").format(name=text.strip()))
            own.setData(text.strip(), _OWN)
            self._items.appendRow(own)
        self._select_best(folded(text))

    def _add_heading(self, area: str) -> None:
        heading = QStandardItem(area)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self._items.appendRow(heading)

    def _select_best(self, wanted: str) -> None:
        rows = [row for row in range(self._items.rowCount()) if self._items.item(row).isSelectable()]
        # What begins with the typed letters goes before what only holds them.
        best = next((row for row in rows if wanted and folded(self._items.item(row).text()).startswith(wanted)), rows[0] if rows else -1)
        if best >= 0:
            self.list.setCurrentIndex(self._items.index(best, 0))

    def _take(self) -> None:
        index = self.list.currentIndex()
        number, own = index.data(_TOPIC), index.data(_OWN)
        if number is None and own is None:
            return
        self.close()
        if number is not None:
            self.picked.emit(number)
        else:
            self.named.emit(own)

    def _move(self, key: int) -> None:
        rows = [row for row in range(self._items.rowCount()) if self._items.item(row).isSelectable()]
        if not rows:
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        here = rows.index(self.list.currentIndex().row()) if self.list.currentIndex().row() in rows else 0
        place = min(len(rows) - 1, max(0, here + steps[Qt.Key(key)]))
        self.list.setCurrentIndex(self._items.index(rows[place], 0))
        if place == 0:
            self.list.scrollToTop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
