# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The living pairs with their compatibility before and after other weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.programme.snapshots import with_weights
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_pair, paint_ring, paint_text
from revmentor_desktop.ui.widgets.table import RowDelegate, prepare_list, two_lines

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_HEIGHT = 52


@dataclass(frozen=True, slots=True)
class PairChange:
    """One pair: names, initials and roles of mentor and mentee, their first topic, and both scores, exact."""

    names: str
    initials: tuple[str, str]
    roles: tuple[Role, Role]
    topic: str
    before: float
    after: float

    @property
    def difference(self) -> int:
        """Difference of the numbers as they are shown."""
        return round(self.after) - round(self.before)


def changes(snapshot: Snapshot, before: Weights, after: Weights) -> tuple[PairChange, ...]:
    """Return the living pairs under both sets of weights, in the order of their names: nobody is ranked."""
    first = pairs.scores(with_weights(snapshot, before))
    shown = with_weights(snapshot, after)
    second = pairs.scores(shown)
    found: list[PairChange] = []
    for pair in snapshot.living_pairs:
        mentor, mentee = snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id]
        roles = tuple(_role(snapshot, person_id, side) for person_id, side in ((mentor.id, Role.MENTOR), (mentee.id, Role.MENTEE)))
        found.append(
            PairChange(
                formats.joined([mentor.short_name, mentee.short_name], current()),
                (mentor.initials, mentee.initials),
                (roles[0], roles[1]),
                _topic(shown, pair.mentor_id, pair.mentee_id),
                first[pair.id],
                second[pair.id],
            )
        )
    return tuple(sorted(found, key=lambda change: change.names))


def _role(snapshot: Snapshot, person_id: Any, side: Role) -> Role:
    enrolment = snapshot.enrolments.get(person_id)
    return enrolment.role if enrolment is not None and enrolment.role is not None else side


def _topic(snapshot: Snapshot, mentor_id: Any, mentee_id: Any) -> str:
    criterion = next((each for each in pairs.assess(snapshot, mentor_id, mentee_id).criteria if each.name == "learn"), None)
    matches = criterion.data.get("matches", ()) if criterion is not None else ()
    exact = [match.topic_id for match in matches if match.via is None]  # type: ignore[union-attr]
    return snapshot.topics[exact[0]].name if exact else _("Without a direct topic")


class ChangesModel(QAbstractListModel):
    """The pairs, for the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PairChange, ...] = ()

    def rows(self) -> tuple[PairChange, ...]:
        """Return what is shown."""
        return self._rows

    def show_changes(self, rows: Sequence[PairChange]) -> None:
        """Show other figures; the same pairs keep their place."""
        if [row.names for row in rows] == [row.names for row in self._rows]:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return change.names
        if role == Qt.ItemDataRole.UserRole:
            return change
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(change)
        return None

    @staticmethod
    def _sentence(change: PairChange) -> str:
        if change.difference == 0:
            return _("{names}: {n} of 100, as before").format(names=change.names, n=round(change.after))
        text = _("{names}: from {before} to {after} of 100")
        return text.format(names=change.names, before=round(change.before), after=round(change.after))


class ChangesDelegate(RowDelegate):
    """Avatars, names and topic, «80 →», ring, and the difference."""

    @override
    def paint_content(self, painter: QPainter, rect: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        change, theme = index.data(Qt.ItemDataRole.UserRole), self.theme
        rect = rect.adjusted(-10, 0, 10, -1)
        side = theme.px(28)
        place = QRectF(rect.left() + 2, rect.center().y() - side / 2, side * 1.8, side)
        paint_pair(painter, place, change.initials, change.roles, theme)
        right, middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, rect.center().y()
        end = rect.right() - 2
        difference = QRectF(end - theme.px(34), rect.top(), theme.px(34), rect.height())
        sign, tone = _sign(change.difference)
        paint_text(painter, difference, sign, theme, "strong", tone, right)
        ring = QRectF(difference.left() - theme.px(34), middle - theme.px(16), theme.px(32), theme.px(32))
        paint_ring(painter, ring, change.after, theme)
        arrow = QRectF(ring.left() - theme.px(24), rect.top(), theme.px(18), rect.height())
        theme.paint_icon(painter, arrow, "arrow-right", "text2", 14)
        before = QRectF(arrow.left() - theme.px(30), rect.top(), theme.px(28), rect.height())
        paint_text(painter, before, f"{change.before:.0f}", theme, "table", "text2", right)
        words = QRectF(place.right() + 10, rect.top(), before.left() - place.right() - 16, rect.height())
        first, second = two_lines(words, theme)
        paint_text(painter, first, change.names, theme, "strong")
        paint_text(painter, second, change.topic, theme, "caption", "text2")


class ChangesList(QListView):
    """The list of pairs."""

    def __init__(self, theme: Theme, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare_list(self)
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
