# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list in which answers are marked: one key each, or a click on one of three pieces."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.domain.pairs import Answer
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.pairs.consulting.asked import ORDER, Asked, marked, short_answer
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_FIELD
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_row, paint_text
from revmentor_desktop.ui.widgets.table import prepare_list, two_lines

Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole + 1
"""The `Asked` itself, for the delegate."""
KEYS = {Qt.Key.Key_A: Answer.YES, Qt.Key.Key_O: Answer.OTHER, Qt.Key.Key_N: Answer.NOT_YET}
"""One key for each answer, the first letter of its word."""
_ROW = 48


class AnswersModel(QAbstractListModel):
    """Everybody asked. ``changed`` when somebody was marked."""

    changed = Signal()

    def __init__(self, rows: Sequence[Asked], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)

    def mark(self, place: int, answer: Answer) -> None:
        """Mark what somebody said."""
        self.rows = marked(self.rows, place, answer)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.changed.emit()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == RECORD:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.sentence
        return tip_text(row.sentence) if role == Qt.ItemDataRole.ToolTipRole else None


def pieces(theme: Theme, rect: QRectF) -> dict[Answer, QRectF]:
    """Return where the three answers of a row stand, at its right."""
    widths = [theme.metrics("strong").horizontalAdvance(short_answer(answer)) + theme.px(20) for answer in ORDER]
    left = rect.right() - sum(widths) - theme.px(12)
    top, height = rect.center().y() - theme.px(14), theme.px(28)
    places: dict[Answer, QRectF] = {}
    for answer, width in zip(ORDER, widths, strict=True):
        places[answer] = QRectF(left, top, width, height)
        left += width
    return places


class AnswersDelegate(QStyledItemDelegate):
    """A row: avatar, name, with whom and since when, and three pieces of which one holds."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RECORD)
        if not isinstance(row, Asked):
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        selected, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and option.widget is not None and option.widget.hasFocus()
        # The line parts pairs, not the two of a pair.
        paint_row(painter, rect, theme, selected=selected, hovered=hovered, focused=focused, line=row.teaches)
        at, side = pieces(theme, rect), theme.px(32)
        avatar = QRectF(rect.left() + theme.px(14), rect.center().y() - side / 2, side, side)
        paint_avatar(painter, avatar, row.initials, row.role, theme)
        left = avatar.right() + theme.px(10)
        words = QRectF(left, rect.top(), at[ORDER[0]].left() - left - theme.px(8), rect.height())
        first, second = two_lines(words, theme)
        paint_text(painter, first, row.name, theme, "strong")
        about = " \u00b7 ".join(part for part in (row.relation, row.history) if part)
        paint_text(painter, second, about, theme, "caption", "text2")
        self._paint_pieces(painter, at, row)

    def _paint_pieces(self, painter: QPainter, at: dict[Answer, QRectF], row: Asked) -> None:
        theme = self._theme
        ground = at[ORDER[0]].united(at[ORDER[-1]]).adjusted(-3, -2, 3, 2)
        paint_box(painter, ground, RADIUS_FIELD, theme.color("sunken"), theme.color("border"))
        for answer, box in at.items():
            holds = answer is row.mark
            ink = "text2"
            if holds:
                tone = {Answer.YES: "ok", Answer.OTHER: "warn"}.get(answer, "")
                edge = theme.color(tone if tone and row.changed else "border2")
                paint_box(painter, box, 6, theme.color(f"{tone}_soft" if tone else "surface"), edge)
                ink = tone or "text"
            if row.moot:
                ink = "disabled"
            paint_text(painter, box, short_answer(answer), theme, "strong" if holds else "segment", ink, Qt.AlignmentFlag.AlignCenter)


class AnswersView(QListView):
    """Keys mark the row and go on to the next; a click on a piece marks and stays."""

    def __init__(self, theme: Theme, rows: Sequence[Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.asked = AnswersModel(rows, self)
        self.setModel(self.asked)
        self.setItemDelegate(AnswersDelegate(theme, self))
        prepare_list(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Everybody asked"))
        self.setAccessibleDescription(keys_sentence())
        self.viewport().setAutoFillBackground(False)
        self.setCurrentIndex(self.asked.index(self._first_open(), 0))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def places_of(self, place: int) -> dict[Answer, QRectF]:
        """Return where the three answers of a row are, in the viewport."""
        return pieces(self._theme, QRectF(self.visualRect(self.asked.index(place, 0))))

    def _first_open(self) -> int:
        return next((place for place, row in enumerate(self.asked.rows) if row.mark is Answer.NOT_YET), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = KEYS.get(Qt.Key(event.key()))
        place = self.currentIndex().row()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if answer is None or place < 0 or not plain:
            super().keyPressEvent(event)
            return
        self.asked.mark(place, answer)
        if place + 1 < len(self.asked.rows):
            self.setCurrentIndex(self.asked.index(place + 1, 0))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        answer = self._answer_at(event.position())
        if answer is not None and event.button() is Qt.MouseButton.LeftButton:
            self.asked.mark(self.currentIndex().row(), answer)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.ArrowCursor if self._answer_at(event.position()) is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _answer_at(self, where: QPointF) -> Answer | None:
        index = self.indexAt(where.toPoint())
        if not index.isValid():
            return None
        return next((answer for answer, box in self.places_of(index.row()).items() if box.contains(where)), None)


def keys_sentence() -> str:
    """Return what the keys do."""
    return _("Keys: A accepts, O prefers another option, N not yet, arrows for another person.")
