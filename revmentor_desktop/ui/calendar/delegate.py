# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a day of the month is drawn: number, day off, and its sessions by icon, word and colour."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from revmentor_desktop.domain.sessions import SessionId
from revmentor_desktop.i18n import context, formats, plural
from revmentor_desktop.ui.calendar.entries import Entry, Kind, kind_look
from revmentor_desktop.ui.calendar.layout import HEAD, Place, is_low, places
from revmentor_desktop.ui.calendar.model import DAY_ROLE, Index
from revmentor_desktop.ui.calendar.month import Day
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD, RADIUS_EVENT
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_hatch, paint_text, saved


@dataclass(frozen=True, slots=True)
class Paint:
    """Tokens of an event: ground, edge, ink, icon, and the edge's width."""

    ground: str
    edge: str
    ink: str
    icon: str
    width: float = 1.0


PAINTS = {
    Kind.PLANNED: Paint("surface", "accent_line", "text", "accent"),
    Kind.HELD: Paint("ok_soft", "ok_line", "ok", "ok"),
    Kind.NO_LOG: Paint("warn_soft", "warn_line", "warn", "warn"),
    Kind.POSTPONED: Paint("surface", "input", "text2", "text2"),
    Kind.MISSED: Paint("surface", "danger_line", "danger", "danger"),
    Kind.CLASH: Paint("danger_soft", "danger", "danger", "danger", 1.5),
}


class DayDelegate(QStyledItemDelegate):
    """Paints days. The view says what is ``selected`` (its session is in the panel), ``hovered``, and where the keys are.

    ``proposed`` is the day to which a session may go. ``key_place`` is the line of the current day that the keys
    are on, -1 for the day itself; ``shows_keys``: they came here by key.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.selected: SessionId | None = None
        self.hovered: SessionId | None = None
        self.proposed: date | None = None
        self.key_place = -1
        self.shows_keys = False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day, rect = index.data(DAY_ROLE), QRectF(option.rect)
        if not isinstance(day, Day):
            return
        self._paint_ground(painter, rect, day, index)
        self._paint_head(painter, rect, day)
        has_keys = self.shows_keys and index == self._view.currentIndex()
        low = is_low(rect, self._theme)
        for number, place in enumerate(places(day, rect, self._theme)):
            on_it = has_keys and number == self.key_place
            if place.entry is None:
                self._paint_more(painter, place, on_it, alone=number == 0)
            else:
                self._paint_event(painter, place, place.entry, low, on_it)
        if day.day == self.proposed:
            paint_box(painter, rect.adjusted(1, 1, -2, -2), RADIUS_EVENT, None, self._theme.color("accent"), 2, dashed=True)
        elif has_keys and self.key_place < 0:
            paint_box(painter, rect.adjusted(1, 1, -2, -2), 4, None, self._theme.color("focus"), 2)

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        day = index.data(DAY_ROLE)
        if not isinstance(day, Day):
            return False
        under = next((p for p in places(day, QRectF(option.rect), self._theme) if p.rect.contains(event.pos().toPointF())), None)
        if under is None:
            text = ". ".join(part for part in (day.off.name if day.off is not None else "", day.moved_sentence) if part)
        elif under.entry is not None:
            text = under.entry.sentence
        else:
            text = "; ".join(entry.sentence for entry in day.entries[-under.hidden :])
        QToolTip.showText(event.globalPos(), tip_text(text), view)
        return True

    def _paint_ground(self, painter: QPainter, rect: QRectF, day: Day, index: Index) -> None:
        theme, off = self._theme, day.weekend or day.off is not None
        corner = _card_corner(rect, index)
        with saved(painter):
            if corner is not None:
                painter.setClipPath(corner, Qt.ClipOperation.IntersectClip)
            painter.fillRect(rect, theme.color("off" if off else "surface"))
            if day.off is not None:
                paint_hatch(painter, rect, theme)
            if index.column() < index.model().columnCount() - 1:
                painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme.color("border"))
            if index.row() < index.model().rowCount() - 1:
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))

    def _paint_head(self, painter: QPainter, rect: QRectF, day: Day) -> None:
        theme, label = self._theme, day.label
        width = theme.metrics("label").horizontalAdvance(label)
        box = QRectF(rect.left() + 8, rect.top() + 2, width + 1, theme.px(HEAD) - 4)
        if day.is_today:
            pill = QRectF(rect.left() + 5, box.top(), max(width + theme.px(12), box.height() + 4), box.height())
            paint_box(painter, pill, pill.height() / 2, theme.color("accent"))
            paint_text(painter, pill, label, theme, "label", "on_accent", Qt.AlignmentFlag.AlignCenter)
            box.setRight(pill.right())
        if day.off is not None:
            self._paint_day_off(painter, rect, day, box)
        if day.moved:
            # The thin mark of the first plan; the tip says whose it was.
            side = theme.px(12)
            theme.paint_icon(painter, QRectF(rect.right() - side - 6, box.top(), side, box.height()), "corner-up-right", "text3", 12)
        if not day.is_today:
            token = "text2" if day.weekend or not day.in_month else "text"
            paint_text(painter, box, label, theme, "label" if day.in_month else "caption", token)

    def _paint_day_off(self, painter: QPainter, rect: QRectF, day: Day, number: QRectF) -> None:
        """Write the name on a ground of its own, so that the hatching does not run through the letters."""
        theme, name = self._theme, day.off.name if day.off is not None else ""
        mark = theme.px(16) if day.moved else 0
        beside = QRectF(number.right() + 8, number.top(), rect.right() - number.right() - 14 - mark, number.height())
        if not day.is_today:
            painter.fillRect(number.adjusted(-3, 0, 2, 0), theme.color("off"))
        cut = theme.metrics("caption").horizontalAdvance(name) > beside.width()
        if beside.width() < theme.px(48) or (cut and day.weekend):
            if day.entries or rect.height() < theme.px(2 * HEAD):
                return
            beside = QRectF(rect.left() + 8, rect.top() + theme.px(HEAD), rect.width() - 12, number.height())
            name = context("day off", "Closed") if day.off is not None and day.off.kind == "closure" else context("day off", "Holiday")
        width = min(beside.width(), theme.metrics("caption").horizontalAdvance(name) + 1)
        painter.fillRect(QRectF(beside.left() - 3, beside.top(), width + 6, beside.height()), theme.color("off"))
        paint_text(painter, QRectF(beside.left(), beside.top(), width, beside.height()), name, theme, "caption", "text2")

    def _paint_event(self, painter: QPainter, place: Place, entry: Entry, low: bool, on_it: bool) -> None:
        theme, look, rect = self._theme, PAINTS[entry.kind], place.rect
        chosen = entry.session_id == self.selected
        edge, width = ("accent", 2.0) if chosen else (look.edge, look.width)
        if entry.session_id == self.hovered and not chosen:
            edge = "input" if entry.kind in (Kind.PLANNED, Kind.POSTPONED) else look.ink
        paint_box(
            painter,
            rect,
            RADIUS_EVENT,
            theme.color(look.ground),
            theme.color(edge),
            width,
            dashed=entry.kind is Kind.POSTPONED and not chosen,
        )
        if on_it:
            paint_box(painter, rect.adjusted(-2, -2, 2, 2), RADIUS_EVENT + 2, None, theme.color("focus"), 2)
        inset = 3 if low else 6
        line = QRectF(rect.left() + inset, rect.top() + (0 if low else theme.px(1)), rect.width() - inset - (1 if low else 3), theme.px(15))
        if low:
            line.setHeight(rect.height())
        side = theme.px(12)
        theme.paint_icon(painter, QRectF(line.left(), line.top(), side, line.height()), kind_look(entry.kind).icon, look.icon, 12)
        hour = formats.hour(entry.when) if entry.when else ""
        gap = 3 if low else 4
        first = QRectF(line.left() + side + gap, line.top(), line.width() - side - gap, line.height())
        if not low:
            paint_text(painter, first, f"{hour} {entry.cause}".strip(), theme, "label", look.ink)
            below = QRectF(rect.left() + 6, line.bottom() - theme.px(1), rect.width() - 9, theme.px(15))
            paint_text(painter, below, entry.names, theme, "caption", look.ink)
            return
        paint_text(painter, first, hour, theme, "label", look.ink)
        first.setLeft(first.left() + theme.metrics("label").horizontalAdvance(hour) + 4)
        paint_text(painter, first, line_words(entry, first.width(), theme), theme, "caption", look.ink)

    def _paint_more(self, painter: QPainter, place: Place, on_it: bool, *, alone: bool) -> None:
        text = more_text(place.hidden, alone=alone)
        if on_it:
            paint_box(painter, place.rect, RADIUS_EVENT, None, self._theme.color("focus"), 2)
        paint_text(painter, place.rect.adjusted(6, 0, -3, 0), text, self._theme, "label", "accent_text")


def line_words(entry: Entry, width: float, theme: Theme) -> str:
    """Return who meets, and why it clashes, as fully as fits beside the hour; a clash shows its cause rather than the names."""
    offered = [f"{entry.cause}: {names}" for names in entry.narrow_names] + [entry.cause] if entry.cause else list(entry.narrow_names)
    metrics = theme.metrics("caption")
    return next((words for words in offered if metrics.horizontalAdvance(words) <= width - 2), offered[-1])


def _card_corner(rect: QRectF, index: Index) -> QPainterPath | None:
    """Return the shape of the two cells at the foot that lie in the rounded corners of the card."""
    last = index.model().columnCount() - 1
    if index.row() < index.model().rowCount() - 1 or index.column() not in (0, last):
        return None
    path, radius = QPainterPath(), RADIUS_CARD - 1
    side = 2 * radius
    path.addRoundedRect(rect.adjusted(*((0, -side, side, 0) if index.column() == 0 else (-side, -side, 0, 0))), radius, radius)
    return path


def more_text(hidden: int, *, alone: bool = False) -> str:
    """Return «y 2 más», or «3 sesiones» where not even one fits."""
    if alone:
        return plural("{n} session", "{n} sessions", hidden).format(n=hidden)
    return plural("and {n} more", "and {n} more", hidden).format(n=hidden)
