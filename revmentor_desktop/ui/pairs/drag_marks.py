# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What shows on the board while something is dragged: the slot it left, and the place below the pointer."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.drag import Carried, Deed, Landing
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.pair_rows import Half, PairRow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets.paint import paint_hatch, paint_text, saved
from revmentor_desktop.ui.words import pairing


def paint_dashes(painter: QPainter, rect: QRectF, radius: float, edge: QColor, ground: QColor | None = None) -> None:
    """Draw the dashed edge of 2 px of a place where something can be put or was taken from."""
    with saved(painter):
        if ground is not None:
            painter.setBrush(ground)
        pen = QPen(edge, 2)
        pen.setDashPattern([4, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def paint_slot(painter: QPainter, rect: QRectF, name: str, theme: Theme) -> None:
    """Draw the empty place of whoever is on the move."""
    paint_dashes(painter, rect, RADIUS_CARD, theme.color("input"))
    middle = Qt.AlignmentFlag.AlignCenter
    paint_text(painter, rect.adjusted(8, 0, -8, 0), _("Dragging {name}").format(name=name), theme, "label", "text2", middle)


def paint_target(painter: QPainter, rect: QRectF, theme: Theme, *, possible: bool, radius: float = RADIUS_CARD) -> None:
    """Draw the ground of the place below the pointer: in the accent, or in the colour of what cannot be."""
    tone = "accent" if possible else "danger"
    paint_dashes(painter, rect, radius, theme.color(tone), theme.color(f"{tone}_soft"))


class CardMarks:
    """What a column shows while something is dragged. ``takes``: cards can land on its people, ``target`` is under the pointer."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.clear()

    def clear(self) -> None:
        """Show the column as ever."""
        self.hold(None, "")
        self.target: PersonId | None = None
        self.takes = False

    def hold(self, person_id: PersonId | None, name: str) -> None:
        """Show a dashed slot in the place of somebody."""
        self._slot, self._name = person_id, name

    def take_over(self, painter: QPainter, box: QRectF, item: Item) -> bool:
        """Draw the dashed slot where somebody was; returns whether it stands in the card's place."""
        if self._slot is None or item.person_id != self._slot:
            return False
        paint_slot(painter, box, self._name, self._theme)
        return True

    def paint_ground(self, painter: QPainter, box: QRectF, item: Item) -> bool:
        """Draw the ground of an item that can be let go on; returns whether it is the one below the pointer."""
        if not self.takes or item.kind is Kind.HEADING:
            return False
        blocked = item.kind is Kind.BLOCKED
        under = self.target is not None and item.person_id == self.target
        if under:
            paint_target(painter, box, self._theme, possible=not blocked)
        if blocked:
            paint_hatch(painter, box.adjusted(2, 2, -2, -2), self._theme, RADIUS_CARD - 2)
        return under


class RowMarks:
    """What the list of pairs shows while something is dragged. Without ``carried`` nothing is."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.clear()

    def clear(self) -> None:
        """Show the list as ever."""
        self.carried: Carried | None = None
        self._landing: Callable[[PairRow], Landing] | None = None
        self._hidden = False
        self.aim(None, ())

    def begin(self, carried: Carried, landing: Callable[[PairRow], Landing], *, hidden: bool = False) -> None:
        """Show what letting go on each row would do, which ``landing`` says; ``hidden``: without what must not be seen."""
        self.carried, self._landing, self._hidden = carried, landing, hidden

    def aim(self, target: PairId | None, after: tuple[PairRow, ...]) -> None:
        """Show which row is below the pointer, and the rows ``after`` as they would come out of it."""
        self._target, self._after = target, after

    def as_shown(self, row: PairRow) -> PairRow:
        """Return what to draw for a row: the one below the pointer, and the one that somebody comes out of, as they would be."""
        if (found := self._outcome(row)) is not None:
            return found
        landing = self._of(row)
        if landing is None or landing.swap is None or not landing.blocks or landing.pair_id != row.pair_id:
            return row
        return replace(row, block=pairing.block(landing.blocks[0], hidden=self._hidden))

    def ring_of(self, row: PairRow) -> float:
        """Return the compatibility to show: of a row that can be let go on, that of the couple that would come out."""
        if (found := self._outcome(row)) is not None:
            return found.score
        landing = self._of(row)
        if landing is None or landing.swap is None or landing.pair_id != row.pair_id:
            return row.score
        return landing.swap.pairs[0].score

    def words_of(self, row: PairRow) -> str:
        """Return what stands in place of the state of a row that can be let go on; empty: its state."""
        if self._outcome(row) is not None:
            return _("now {n}").format(n=formats.number(row.score, current()))
        landing = self._of(row)
        if landing is None or landing.swap is None or landing.pair_id != row.pair_id:
            return ""
        if landing.deed is not Deed.SWAP:
            return _("would have {n}").format(n=formats.number(landing.swap.pairs[0].score, current()))
        return _("now {n}").format(n=formats.number(landing.swap.pairs[0].score_before, current()))

    def paint_ground(self, painter: QPainter, rect: QRectF, row: PairRow) -> bool:
        """Draw the ground of a row that shows something of the drag; returns whether it did."""
        landing = self._of(row)
        if landing is None:
            return False
        under = self._target == row.pair_id
        box = rect.adjusted(2, 1, -2, -2)
        blocked = landing.deed not in (Deed.SWAP, Deed.NOTHING)
        if under:
            paint_target(painter, box, self._theme, possible=not blocked, radius=6)
        elif self._outcome(row) is not None:
            painter.fillRect(box, self._theme.color("accent_soft"))
        if blocked and landing.deed is not Deed.GONE:
            paint_hatch(painter, box, self._theme, 6)
        return under

    def take_over(self, painter: QPainter, avatar: QRectF, words: QRectF, row: PairRow, half: Half) -> bool:
        """Draw the dashed slot where somebody was; returns whether it stands in the place of ``half``."""
        carried = self.carried
        if carried is None or carried.pair_id != row.pair_id or half is not (row.mentor if carried.side is Side.TEACH else row.mentee):
            return False
        if half.person_id != carried.person_id:
            return False
        slot = avatar.united(words)
        paint_slot(painter, slot.adjusted(-2, 5, 0, -6), half.first_name, self._theme)
        return True

    def _outcome(self, row: PairRow) -> PairRow | None:
        """Return a row as it would come out of what is below the pointer, ``None`` when that leaves it alone."""
        return next((one for one in self._after if one.pair_id == row.pair_id), None)

    def _of(self, row: PairRow) -> Landing | None:
        return None if self._landing is None else self._landing(row)
