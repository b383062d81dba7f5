# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list of formed pairs, with its filter."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy, QStackedLayout, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.pairs.drag_view import EdgeScroller, TakesDrops, far_enough
from revmentor_desktop.ui.pairs.models import PairModel
from revmentor_desktop.ui.pairs.pair_delegate import ROW_HEIGHT, PairDelegate, Places, places
from revmentor_desktop.ui.pairs.pair_rows import FILTERS, OVER, PairRow, matching
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.held import is_held
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel, tip_text
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.widgets.table import prepare_list


class PairView(TakesDrops, QListView):
    """Rows of pairs. ``picked(row)``: chosen by click or key; ``entered(row)``: Enter;
    ``part_clicked(row, part, point)``: the parts of `Places.hit`; ``menu_asked(row, point)``.

    ``gripped()``: the button goes down, before anything is picked; ``carried(row, half, point)``: ``mentor`` or ``mentee`` of a row
    is dragged by that point, counted from the corner of the avatar.
    """

    gripped = Signal()
    carried = Signal(object, str, QPoint)
    picked = Signal(object)
    entered = Signal(object)
    part_clicked = Signal(object, str, QPoint)
    menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pairs = PairModel(self)
        self.rows = PairDelegate(theme, self)
        self.scroller = EdgeScroller(self)
        self._grip: tuple[PairId, str, QPoint] | None = None
        self._waits: tuple[PairId, str] | None = None
        self.setModel(self.pairs)
        self.setItemDelegate(self.rows)
        prepare_list(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def select_pair(self, pair_id: PairId | None) -> None:
        """Mark a pair without emitting; ``None`` marks none."""
        index = self.pairs.place_of(pair_id)
        # Said outright: by itself the view asks the keyboard, and Ctrl of Ctrl+Z would take the mark away again.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()

    def selected(self) -> tuple[PairRow, ...]:
        """Return the marked rows, from top to bottom."""
        found = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return tuple(row for index in found if (row := self.pairs.record(index)) is not None)

    def places_of(self, row: PairRow) -> Places:
        """Return where the parts of a row are, in the viewport."""
        return places(self._theme, QRectF(self.visualRect(self.pairs.place_of(row.pair_id))), row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.rows.show_ring = True
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        row = self.pairs.record(self.currentIndex())
        if row is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(row)
        elif self.currentIndex().row() != before:
            self.picked.emit(row)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.rows.show_ring = False
        self._grip = self._waits = None
        row, part = self._at(event.position())
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        start = event.position().toPoint()
        half = self.places_of(row).half(event.position())
        if half and not row.over and not is_held(self):
            self._grip = row.pair_id, half, start
        self.gripped.emit()
        if not part:
            super().mousePressEvent(event)
            self.picked.emit(row)
            return
        # A click on a sign does not take a selection of several apart.
        if row not in self.selected():
            self.select_pair(row.pair_id)
        if self._grip is not None:
            # Only when the button comes up again it is known that nobody drags them.
            self._waits = row.pair_id, part
            return
        self.part_clicked.emit(row, part, self._below(row, part))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        waits, self._grip, self._waits = self._waits, None, None
        super().mouseReleaseEvent(event)
        row, part = self._at(event.position())
        if row is not None and waits == (row.pair_id, part):
            self.part_clicked.emit(row, part, self._below(row, part))

    def _pull(self, now: QPoint) -> None:
        if self._grip is None or not far_enough(self._grip[2], now):
            return
        (pair_id, half, start), self._grip, self._waits = self._grip, None, None
        row = self.pairs.record(self.pairs.place_of(pair_id))
        if row is not None:
            at = self.places_of(row)
            corner = (at.mentor if half == "mentor" else at.mentee).topLeft().toPoint()
            self.carried.emit(row, half, start - corner)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            # Not to Qt, which would mark every row that the pointer comes over.
            self._pull(event.position().toPoint())
            return
        super().mouseMoveEvent(event)
        row, part = self._at(event.position())
        hand = row is not None and (part in ("more", "lock") or (bool(part) and row.open_to_answers))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self._at(QPointF(event.pos()))[0]
            point = event.globalPos()
        else:
            row = self.pairs.record(self.currentIndex())
            point = self._below(row, "more") if row is not None else QPoint()
        if row is not None:
            self.menu_asked.emit(row, point)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.rows.show_ring = True
        super().focusInEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row, part = self._at(QPointF(event.pos()))
            tip = _tip(row, part) if row is not None else ""
            QToolTip.showText(event.globalPos(), tip_text(tip), self)
            return True
        return super().viewportEvent(event)

    def row_at(self, where: QPoint) -> PairRow | None:
        """Return the pair at a point of the viewport."""
        return self.pairs.record(self.indexAt(where))

    def _at(self, where: QPointF) -> tuple[PairRow | None, str]:
        index = self.indexAt(where.toPoint())
        row = self.pairs.record(index)
        if row is None:
            return None, ""
        part = places(self._theme, QRectF(self.visualRect(index)), row).hit(where)
        # What can't be changed is no sign to click: the lock and the answers only show.
        return row, part if part == "more" or not is_held(self) else ""

    def _below(self, row: PairRow, part: str) -> QPoint:
        rect: QRectF = getattr(self.places_of(row), part)
        return self.viewport().mapToGlobal(rect.bottomLeft().toPoint())


class PairList(QFrame):
    """Title with its number, filter, and the rows or what is said without any. ``top`` takes what narrow windows put there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "surface")
        self._rows: tuple[PairRow, ...] = ()
        self.title = PlainLabel(theme, _("Formed pairs"), "h3")
        self._count = PlainLabel(theme, "", "body", "text2")
        self.filter = SegmentedControl(theme, _choices(), _("Pairs shown"))
        self.view = PairView(theme)
        self.view.setAccessibleName(_("Formed pairs"))
        self._empty = EmptyState(theme, "git-compare-arrows", "", "")
        self.top = QHBoxLayout()
        self._build()
        self.filter.changed.connect(self._show)

    def show_rows(self, rows: tuple[PairRow, ...], chosen: PairId | None) -> None:
        """Show the present pairs and mark one."""
        self._rows = rows
        self._count.setText(str(len(matching(rows, "all"))))
        over, chosen_piece = any(row.over for row in rows), self.filter.current()
        self.filter.set_choices(_choices(over=over), "all" if chosen_piece == OVER and not over else chosen_piece)
        self._show()
        if self.view.pairs.place_of(chosen).row() != self.view.currentIndex().row() or chosen is None:
            self.view.select_pair(chosen)

    def rows(self) -> tuple[PairRow, ...]:
        """Return the rows in sight."""
        return self.view.pairs.records

    def empty_text(self) -> str:
        """Return what is said when no row is in sight."""
        return "" if self.rows() else self._empty_words()[0]

    def set_title_shown(self, shown: bool) -> None:
        """Hide title and number where a tab says the same."""
        self.title.setVisible(shown)
        self._count.setVisible(shown)

    def reveal(self, pair_id: PairId) -> None:
        """Take the filter away when it hides a pair."""
        if not self.view.pairs.place_of(pair_id).isValid():
            self.filter.set_current("all")
            self._show()

    def _show(self) -> None:
        marked = [row.pair_id for row in self.view.selected()]
        if self.view.pairs.show_records(matching(self._rows, self.filter.current())):
            for pair_id in marked:
                index = self.view.pairs.place_of(pair_id)
                if index.isValid():
                    self.view.selectionModel().select(index, self.view.selectionModel().SelectionFlag.Select)
        self._empty.say(*self._empty_words())
        self._stack.setCurrentIndex(0 if self.rows() else 1)

    def _empty_words(self) -> tuple[str, str]:
        if not matching(self._rows, "all"):
            return _("There are no pairs yet"), _("Choose somebody to see who fits, or complete them automatically.")
        if self.filter.current() == "proposed":
            return _("No pair is waiting to be consulted"), ""
        return _("No pair has a warning"), ""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(15, 8, 10, 8)
        head.setSpacing(8)
        head.addLayout(self.top)
        head.addWidget(self.title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.filter)
        column.addWidget(self._head)
        column.addWidget(Line())
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column.addWidget(holder, 1)
        holder.setMinimumHeight(self._theme.px(ROW_HEIGHT) * 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)


def _choices(*, over: bool = False) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = list(zip(FILTERS, (context("pairs", "All"), _("Proposals"), _("With warning")), strict=True))
    return [*pieces, (OVER, context("pairs", "Over"))] if over else pieces


def _tip(row: PairRow, part: str) -> str:
    if part in ("mentor", "mentee") and row.open_to_answers:
        half = row.mentor if part == "mentor" else row.mentee
        return " ".join(
            part for part in (half.said + "." if half.said else "", _("Note what {name} has said").format(name=half.first_name)) if part
        )
    if part == "more":
        return _("What can be done with this pair")
    if part in ("mentor", "mentee") and (said := (row.mentor if part == "mentor" else row.mentee).said):
        return said
    if part == "lock" and not row.over:
        if row.state is not PairState.PROPOSED:
            return _("From the consultation on, a pair counts as fixed")
        return _("Fixed: nothing automatic changes it") if row.locked else _("Not fixed: completing automatically may change it")
    return row.sentence
