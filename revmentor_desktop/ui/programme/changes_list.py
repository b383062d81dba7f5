# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list beside the weights: first who would be proposed another mentor, then the pairs there are with both scores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.ui.programme.pair_changes import PairChange, ProposalChange
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_pair, paint_ring, paint_text
from revmentor_desktop.ui.widgets.table import RowDelegate, prepare_view, two_lines

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_HEIGHT, HEAD_HEIGHT = 52, 30
WAIT = "…"
"""What stands for a figure that is being worked out."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a part, with what there is to say of it at the right."""

    text: str
    note: str = ""

    @property
    def sentence(self) -> str:
        """The head as it is read aloud."""
        return f"{self.text}: {self.note}" if self.note else self.text


Row = Head | ProposalChange | PairChange


class ChangesModel(QAbstractListModel):
    """The rows for the list. Heads can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[PairChange, ...] = ()
        self._proposals: tuple[ProposalChange, ...] = ()
        self._waiting = False
        self._rows: tuple[Row, ...] = ()

    def pairs(self) -> tuple[PairChange, ...]:
        """Return the pairs there are."""
        return self._pairs

    def proposals(self) -> tuple[ProposalChange, ...] | None:
        """Return who would be proposed another mentor, ``None`` while it is worked out."""
        return None if self._waiting else self._proposals

    def show_pairs(self, rows: Sequence[PairChange]) -> None:
        """Show other figures of the pairs."""
        self._pairs = tuple(rows)
        self._put()

    def show_proposals(self, rows: Sequence[ProposalChange] | None) -> None:
        """Show other changes of the proposals; ``None``: they are being worked out. Those of before keep their rows so long, with «…»."""
        self._waiting = rows is None
        if rows is None:
            self._proposals = tuple(replace(row, mentors=WAIT, before=None, after=None, known=False) for row in self._proposals)
        else:
            self._proposals = tuple(rows)
        self._put()

    def _put(self) -> None:
        rows: list[Row] = [Head(_("Proposals"), self._note()), *self._proposals]
        if self._pairs:
            rows += [Head(_("Pairs there are"), _("They stay as they are")), *self._pairs]
        same = [_place(row) for row in rows] == [_place(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def _note(self) -> str:
        if self._waiting:
            return WAIT
        n = len(self._proposals)
        return plural("{n} would change", "{n} would change", n).format(n=n) if n else _("None would change")

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.sentence
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, Head):
            return row.sentence
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _place(row: Row) -> str:
    if isinstance(row, Head):
        return row.text
    return row.pair.names if isinstance(row, PairChange) else f"{row.name}:"


class ChangesDelegate(RowDelegate):
    """Avatars, names and what goes with them, «80 →», ring, and the difference."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Head):
            super().paint(painter, option, index)
            return
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self.theme.color("border"))
        rect = rect.adjusted(2, 0, -2, 0)
        note = self.theme.metrics("caption").horizontalAdvance(row.note) + 2
        paint_text(painter, rect.adjusted(0, 0, -note - 8, 0), row.text, self.theme, "label", "text2")
        paint_text(painter, QRectF(rect.right() - note, rect.top(), note, rect.height()), row.note, self.theme, "caption", "text2", _RIGHT)

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        row, theme = index.data(Qt.ItemDataRole.UserRole), self.theme
        rect = rect.adjusted(-10, 0, 10, -1)
        side = theme.px(28)
        place = QRectF(rect.left() + 2, rect.center().y() - side / 2, side * 1.8, side)
        if isinstance(row, PairChange):
            paint_pair(painter, place, row.pair.initials, row.pair.roles, theme)
            sign, tone = _sign(row.difference)
            words, note = row.pair.names, row.pair.topic
        elif isinstance(row, ProposalChange):
            paint_avatar(painter, QRectF(place.left(), place.top(), side, side), row.initials, row.role, theme)
            place.setWidth(side)
            sign, tone, words, note = "", "text2", row.name, row.mentors
        else:
            return
        end = QRectF(rect.right() - 2 - theme.px(34), rect.top(), theme.px(34), rect.height())
        paint_text(painter, end, sign, theme, "strong", tone, _RIGHT)
        left = self._paint_scores(painter, QRectF(rect.left(), rect.top(), end.left() - rect.left(), rect.height()), row)
        first, second = two_lines(QRectF(place.right() + 10, rect.top(), max(0.0, left - place.right() - 16), rect.height()), theme)
        paint_text(painter, first, words, theme, "strong")
        paint_text(painter, second, note, theme, "caption", "text2")

    def _paint_scores(self, painter: QPainter, rect: QRectF, row: PairChange | ProposalChange) -> float:
        """Draw «80 → ring» at the right end of ``rect``; returns where it begins."""
        theme, middle = self.theme, rect.center().y()
        ring = QRectF(rect.right() - theme.px(34), middle - theme.px(16), theme.px(32), theme.px(32))
        waits = isinstance(row, ProposalChange) and not row.known
        if row.after is None and not waits:
            paint_text(painter, ring, "–", theme, "strong", "text2", Qt.AlignmentFlag.AlignCenter)
        else:
            paint_ring(painter, ring, row.after, theme)
        arrow = QRectF(ring.left() - theme.px(24), rect.top(), theme.px(18), rect.height())
        theme.paint_icon(painter, arrow, "arrow-right", "text2", 14)
        before = QRectF(arrow.left() - theme.px(30), rect.top(), theme.px(28), rect.height())
        nothing = WAIT if waits else "–"
        paint_text(painter, before, nothing if row.before is None else f"{row.before:.0f}", theme, "table", "text2", _RIGHT)
        return before.left()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head = isinstance(index.data(Qt.ItemDataRole.UserRole), Head)
        return QSize(0, self.theme.px(HEAD_HEIGHT if head else ROW_HEIGHT))


class ChangesList(QListView):
    """The list."""

    def __init__(self, theme: Theme, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare_view(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(model)
        self.setItemDelegate(ChangesDelegate(theme, self, height=ROW_HEIGHT))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(_("Pairs before and after"))
        self._theme = theme
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setMinimumHeight(self._theme.px(4 * ROW_HEIGHT))
        self.doItemsLayout()


def _sign(difference: int) -> tuple[str, str]:
    """Return how a difference is written and its tone."""
    if difference == 0:
        return "=", "text2"
    return (f"+{difference}", "ok") if difference > 0 else (f"\N{MINUS SIGN}{-difference}", "danger")
