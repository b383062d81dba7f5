# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One column of people: its head, its list, and what it says when nobody is there."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.card_delegate import CardDelegate
from revmentor_desktop.ui.pairs.drag_marks import paint_target
from revmentor_desktop.ui.pairs.drag_view import EdgeScroller, TakesDrops, far_enough
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.models import ItemModel
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import IconButton
from revmentor_desktop.ui.widgets.held import is_held
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from revmentor_desktop.ui.widgets.table import prepare_view

_KEYS_ASIDE = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class PeopleView(TakesDrops, QListView):
    """The list of a column. ``picked(item)``: another one was chosen by click or key; ``entered(item)``: Enter;
    ``asided()``: ← or →; ``forced(item)``: «Forzar…» was clicked; ``menu_asked(item, point)``.

    ``gripped()``: the button goes down, before anything is picked; ``carried(item, point)``: an item is dragged by that point of it.
    """

    gripped = Signal()
    carried = Signal(object, QPoint)
    picked = Signal(object)
    entered = Signal(object)
    asided = Signal()
    forced = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = ItemModel(self)
        self.cards = CardDelegate(theme, self)
        self.scroller = EdgeScroller(self)
        self._grip: tuple[Item, QPoint, QPoint] | None = None
        self.setModel(self.people)
        self.setItemDelegate(self.cards)
        prepare_view(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def select_person(self, person_id: PersonId | None) -> None:
        """Mark somebody without emitting; ``None`` marks nobody."""
        index = self.people.place_of(person_id)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()

    def current(self) -> Item | None:
        """Return the item with the mark."""
        return self.people.record(self.currentIndex())

    def enter(self) -> None:
        """Take the focus by key; the first one is chosen when none was."""
        self.cards.show_ring = True
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid():
            self._step_to_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.cards.show_ring = True
        key = Qt.Key(event.key())
        before = self.currentIndex().row()
        if key in _KEYS_ASIDE and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.asided.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.entered.emit(self.current())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.currentIndex().isValid():
            self._step_to_first()
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() != before and self.current() is not None:
                self.picked.emit(self.current())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.cards.show_ring = False
        self._grip = None
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        item, rect = self._at(event.position())
        if item is None:
            return
        if self.cards.wants_click(rect, item, event.position()):
            self.forced.emit(item)
            return
        if not is_held(self):
            start = event.position().toPoint()
            self._grip = item, start, start - rect.topLeft().toPoint()
        self.gripped.emit()
        self.picked.emit(item)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            # Not to Qt, which would choose whomever the pointer comes over.
            self._pull(event.position().toPoint())
            return
        super().mouseMoveEvent(event)
        item, _rect = self._at(event.position())
        hand = item is not None and item.kind is not Kind.HEADING
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _pull(self, now: QPoint) -> None:
        if self._grip is not None and far_enough(self._grip[1], now):
            item, _start, inside = self._grip
            self._grip = None
            self.carried.emit(item, inside)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        item = self._at(QPointF(event.pos()))[0] if by_mouse else self.current()
        if item is not None and item.kind is not Kind.HEADING:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(item, event.globalPos() if by_mouse else self.viewport().mapToGlobal(corner))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.cards.show_ring = True
        super().focusInEvent(event)

    def item_at(self, where: QPoint) -> Item | None:
        """Return who stands at a point of the viewport."""
        return self._at(QPointF(where))[0]

    def _at(self, where: QPointF) -> tuple[Item | None, QRectF]:
        index = self.indexAt(where.toPoint())
        item = self.people.record(index)
        return (None if item is None or item.kind is Kind.HEADING else item), QRectF(self.visualRect(index))

    def _step_to_first(self) -> None:
        first = next((item for item in self.people.records if item.kind is not Kind.HEADING), None)
        if first is not None:
            self.select_person(first.person_id)
            self.picked.emit(first)


class Column(TakesDrops, QFrame):
    """A column of the board. ``cleared``: the suggestions are closed. ``top`` and ``foot`` take what narrow windows put there."""

    cleared = Signal()

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.side = theme, side
        self.setProperty("card", "sunken")
        self._mark = QLabel()
        self._title = ElidedLabel(theme, "", "h3")
        self._count = PlainLabel(theme, "", "body", "text2")
        self._hint = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self._usual_hint = self._drag_hint = ""
        self._under = False
        self._empty = PlainLabel(theme, "", "table", "text2", wrap=True)
        self.close_button = IconButton(theme, "x", _("Show everybody again"), small=True)
        self.view = PeopleView(theme)
        self.top, self.foot = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.close_button.clicked.connect(self.cleared)
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, title: str, count: str, hint: str, *, closes: bool) -> None:
        """Write the head; ``closes``: a button that goes back to everybody."""
        self._title.setText(title)
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self._usual_hint = hint
        self._show_hint()
        self.close_button.setVisible(closes)
        self.view.setAccessibleName(f"{title} {count}".strip())

    def show_items(self, items: tuple[Item, ...], chosen: PersonId | None, empty: str = "") -> None:
        """List ``items`` and mark one; ``empty`` is said above the list when nobody in it can be chosen as a pair."""
        marked = self.view.current()
        if self.view.people.show_records(items) or chosen != (marked.person_id if marked is not None else None):
            self.view.select_person(chosen)
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))

    def title(self) -> str:
        """Return the title as it is shown."""
        return self._title.text()

    def empty_text(self) -> str:
        """Return what is said in place of suggestions, empty when there are some."""
        return self._empty.text()

    def hint(self) -> str:
        """Return the line below the title."""
        return self._hint.text()

    def say_drag(self, hint: str) -> None:
        """Say what can be let go here, in place of the usual line; empty: nothing is dragged."""
        self._drag_hint = hint
        self._show_hint()

    def set_under(self, under: bool) -> None:
        """Show that what is dragged would land in the column as a whole."""
        if under != self._under:
            self._under = under
            self.update()

    def _show_hint(self) -> None:
        hint = self._drag_hint or self._usual_hint
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._under:
            paint_target(QPainter(self), QRectF(self.rect()), self._theme, possible=True)

    def set_head_shown(self, shown: bool) -> None:
        """Hide the title where a tab says the same."""
        self._head.setVisible(shown)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(4)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._head.setMinimumHeight(self._theme.px(34))
        self._hint.setContentsMargins(6, 0, 0, 2)
        self._empty.setContentsMargins(6, 4, 4, 6)
        column.addLayout(self.top)
        column.addWidget(self._head)
        column.addWidget(self._hint)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        column.addLayout(self.foot)

    def _restyle(self) -> None:
        teach = self.side is Side.TEACH
        self._mark.setPixmap(self._theme.pixmap("circle-user-round" if teach else "square-user-round", "mentor" if teach else "mentee", 18))
