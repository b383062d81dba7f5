# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a formed pair is drawn, and what a click on each part of its row means: one layout says both."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.pairs.drag_marks import RowMarks
from revmentor_desktop.ui.pairs.models import RECORD
from revmentor_desktop.ui.pairs.pair_rows import Half, PairRow
from revmentor_desktop.ui.pairs.team_bracket import paint_bracket
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import (
    chip_size,
    paint_avatar,
    paint_box,
    paint_chip,
    paint_double_arrow,
    paint_ring,
    paint_row,
    paint_text,
    paint_tick,
    whole_parts,
)
from revmentor_desktop.ui.widgets.table import two_lines

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 52
"""Height of a row in px at 100 %."""
_LEAST = 520
"""Width in px at 100 % under which arrows and lock give way."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of a row is. Without room, ``arrows`` and ``lock`` are empty."""

    mentor: QRectF
    mentor_words: QRectF
    arrows: QRectF
    mentee: QRectF
    mentee_words: QRectF
    ring: QRectF
    chip: QRectF
    lock: QRectF
    more: QRectF

    def hit(self, where: QPointF) -> str:
        """Return what is there: ``mentor``, ``mentee``, ``lock``, ``more`` or ```` (the row)."""
        parts = {"mentor": self.mentor, "mentee": self.mentee, "lock": self.lock, "more": self.more}
        return next((name for name, rect in parts.items() if rect.contains(where)), "")

    def half(self, where: QPointF) -> str:
        """Return whose avatar or name is there, ``mentor``, ``mentee`` or ````: by that somebody is dragged."""
        halves = {"mentor": self.mentor.united(self.mentor_words), "mentee": self.mentee.united(self.mentee_words)}
        return next((name for name, rect in halves.items() if rect.contains(where)), "")


def places(theme: Theme, rect: QRectF, row: PairRow) -> Places:
    """Return where the parts of a row are inside ``rect``."""
    px = theme.px
    middle = rect.center().y()

    def box(left: float, width: float, height: float) -> QRectF:
        return QRectF(left, middle - height / 2, width, height)

    right = rect.right() - px(2)
    wide = rect.width() >= px(_LEAST)
    more = box(right - px(24), px(24), px(32))
    # Where there is no room for the lock, the menu and the key are left; what is over has none.
    lock = box(more.left() - px(24), px(24), px(32)) if wide and not row.over else QRectF(more.left(), middle, 0, 0)
    chip_width = max(chip_size(theme, text, icon).width() for text, icon in _chips(row))
    chip = box(lock.left() - px(4) - chip_width, chip_width, px(22))
    # All rings stand in a column, whatever the chip says.
    ring_right = lock.left() - px(4) - max(chip_width, px(140 if row.over else 92)) - px(6)
    ring = box(ring_right - px(36), px(36), px(36))
    side = px(32)
    left = rect.left() + px(10)
    arrows_width = px(44) if wide else 0
    room = ring.left() - left - 2 * side - 2 * px(8) - arrows_width - (2 * px(8) if wide else px(8)) - px(6)
    words = max(0.0, room / 2)
    mentor = box(left, side, side)
    mentor_words = QRectF(mentor.right() + px(8), rect.top(), words, rect.height())
    arrows = box(mentor_words.right() + px(8), arrows_width, px(22)) if wide else QRectF()
    mentee = box(arrows.right() + px(8) if wide else mentor_words.right() + px(8), side, side)
    mentee_words = QRectF(mentee.right() + px(8), rect.top(), words, rect.height())
    return Places(mentor, mentor_words, arrows, mentee, mentee_words, ring, chip, lock, more)


def _chips(row: PairRow) -> list[tuple[str, str]]:
    look = row.look
    return [(look.text, look.icon), *([(_("Forced"), "")] if row.forced else [])]


def paint_half(
    painter: QPainter, theme: Theme, avatar: QRectF, words: QRectF, half: Half, block: str = "", warning: str = "", team: str = ""
) -> None:
    """Draw one of the two with what they bring, what stands against the pair, or of which team they are."""
    paint_avatar(painter, avatar, half.initials, half.role, theme)
    if half.said_yes:
        # Over the corner, a little outside, as a stamp.
        tick = theme.px(15)
        paint_tick(painter, QRectF(avatar.right() - tick * 0.72, avatar.bottom() - tick * 0.72, tick, tick), theme)
    first, second = two_lines(words, theme)
    paint_text(painter, first, half.name, theme, "strong")
    said, tone, icon = (block, "danger", "ban") if block else (warning, "warn", "triangle-alert") if warning else (half.second, "text2", "")
    if team:
        said, tone, icon = f"{team} \u00b7 {half.second}", "text2", "users-round"
    if icon:
        theme.paint_icon(
            painter,
            QRectF(second.left(), second.top(), theme.px(13), second.height()),
            icon,
            "warn_icon" if tone == "warn" else tone,
            12,
        )
        second.setLeft(second.left() + theme.px(17))
    role = "chip" if icon else "caption"
    paint_text(painter, second, whole_parts(said, theme, role, second.width()), theme, role, tone)


class PairDelegate(QStyledItemDelegate):
    """A row: mentor and what they give, arrows, mentee and what they give back or a warning, ring, state, lock, menu."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self.show_ring = False
        self.marks = RowMarks(theme)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RECORD)
        if not isinstance(row, PairRow):
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, rect, theme, selected=bool(state & QStyle.StateFlag.State_Selected), hovered=hovered)
        self.marks.paint_ground(painter, rect, row)
        if self.show_ring and state & QStyle.StateFlag.State_HasFocus and option.widget is not None and option.widget.hasFocus():
            paint_box(painter, rect.adjusted(0, 0, 0, -1), 4, None, theme.color("focus"), 2)
        at, points, now = places(theme, rect, row), self.marks.ring_of(row), self.marks.words_of(row)
        row = self.marks.as_shown(row)
        self._paint_halves(painter, rect, at, row)
        if at.arrows.width() > 0:
            paint_double_arrow(painter, at.arrows, row.learn, row.give_back, theme)
        paint_ring(painter, at.ring, points, theme)
        if now:
            paint_text(painter, at.chip, now, theme, "caption", "text2", Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        else:
            self._paint_chips(painter, at.chip, row)
        if at.lock.width() > 0 and not row.over:
            theme.paint_icon(painter, at.lock, "lock" if row.locked else "lock-open", "accent" if row.locked else "text2", 16)
        theme.paint_icon(painter, at.more, "ellipsis-vertical", "text" if hovered else "text2", 16)

    def _paint_halves(self, painter: QPainter, rect: QRectF, at: Places, row: PairRow) -> None:
        theme = self._theme
        if row.team is not None:
            paint_bracket(painter, rect, at.mentor, theme, row.team)
        if not self.marks.take_over(painter, at.mentor, at.mentor_words, row, row.mentor):
            paint_half(painter, theme, at.mentor, at.mentor_words, row.mentor, team=row.team.short if row.team and row.team.first else "")
        if not self.marks.take_over(painter, at.mentee, at.mentee_words, row, row.mentee):
            paint_half(painter, theme, at.mentee, at.mentee_words, row.mentee, row.block, row.warnings[0] if row.warnings else "")

    def _paint_chips(self, painter: QPainter, rect: QRectF, row: PairRow) -> None:
        theme, look = self._theme, row.look
        width = chip_size(theme, look.text, look.icon).width()
        first = QRectF(rect.right() - width, rect.top(), width, rect.height())
        if not row.forced:
            paint_chip(painter, first, look.text, look.tone, theme, look.icon)
            return
        first.moveTop(rect.center().y() - rect.height() - 1)
        paint_chip(painter, first, look.text, look.tone, theme, look.icon)
        forced = _("Forced")
        width = chip_size(theme, forced).width()
        paint_chip(painter, QRectF(rect.right() - width, rect.center().y() + 1, width, rect.height()), forced, "warn", theme)
