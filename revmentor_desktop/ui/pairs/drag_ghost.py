# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The card that follows the pointer."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.ui.pairs.card_delegate import GAP
from revmentor_desktop.ui.pairs.column import PeopleView
from revmentor_desktop.ui.pairs.pair_delegate import paint_half
from revmentor_desktop.ui.pairs.pair_rows import Half
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets.paint import paint_box, paint_shadow

SHADOW = 10
"""Room in px that the shadow needs on each side."""
_HALF = (200, 48)
"""Size in px at 100 % of the card of a half."""
_GRIP = 4
"""The pointer holds a card so many px below its upper edge, so that what lies under the pointer can be read above it."""


def ghost_of_item(theme: Theme, view: PeopleView, person_id: PersonId, inside: QPoint) -> tuple[QPixmap, QPoint]:
    """Return the card of somebody of a column as it is held by the point ``inside`` its item, and where the pointer is in it."""
    index = view.people.place_of(person_id)
    size = view.visualRect(index).size()
    picture, card = _floating(theme, size.width() - 2 * GAP, size.height() - 2 * GAP, view.devicePixelRatioF())
    option = QStyleOptionViewItem()
    option.rect = card.adjusted(-GAP, -GAP, GAP, GAP).toRect()
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    painter = QPainter(picture)
    view.cards.paint(painter, option, index)
    painter.end()
    return picture, _spot(card, inside.x() - GAP)


def ghost_of_half(theme: Theme, half: Half, inside: QPoint, ratio: float) -> tuple[QPixmap, QPoint]:
    """Return a card of one of a pair, held by the point ``inside``, counted from the corner of the avatar."""
    px = theme.px
    picture, card = _floating(theme, px(_HALF[0]), px(_HALF[1]), ratio)
    painter = QPainter(picture)
    paint_box(painter, card, RADIUS_CARD, theme.color("surface"), theme.color("accent"), 2)
    avatar = QRectF(card.left() + px(8), card.center().y() - px(16), px(32), px(32))
    words = QRectF(QPointF(avatar.right() + px(8), card.top()), QPointF(card.right() - px(8), card.bottom()))
    paint_half(painter, theme, avatar, words, half)
    painter.end()
    return picture, _spot(card, inside.x() + px(8))


def _floating(theme: Theme, width: float, height: float, ratio: float) -> tuple[QPixmap, QRectF]:
    """Return a picture that holds nothing but the shadow, and where in it the card stands."""
    picture = QPixmap(round((width + 2 * SHADOW) * ratio), round((height + 2 * SHADOW) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    card = QRectF(SHADOW, SHADOW, width, height)
    painter = QPainter(picture)
    paint_shadow(painter, card, RADIUS_CARD, theme)
    painter.end()
    return picture, card


def _spot(card: QRectF, inside: int) -> QPoint:
    left = max(0, min(inside, round(card.width())))
    return QPoint(SHADOW + left, SHADOW + _GRIP)
