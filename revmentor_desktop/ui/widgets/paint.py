# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How the signs of the program are drawn, for widgets and for delegates alike.

Every function leaves the painter as it found it. Rectangles are in logical px.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.ui.theme import Theme

LOW_SCORE = 40
"""Below this compatibility the ring turns to the colour of warnings (and a sentence goes with it)."""

_SHAPE_TONES = {Role.MENTOR: "mentor", Role.MENTEE: "mentee", Role.EITHER: "accent"}
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@contextmanager
def saved(painter: QPainter) -> Iterator[QPainter]:
    """Smooth drawing whose pen, brush, font and clip are put back afterwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    try:
        yield painter
    finally:
        painter.restore()


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    role: str = "table",
    token: str = "text",
    align: Qt.AlignmentFlag = _MIDDLE_LEFT,
) -> None:
    """Write one plain line, cut with «…» where it does not fit."""
    font = theme.font(role)
    cut = _cut(font, text, rect.width())
    with saved(painter):
        painter.setFont(font)
        painter.setPen(theme.color(token))
        painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), cut)


def whole_parts(text: str, theme: Theme, role: str, width: float) -> str:
    """Return «one · two · three» without the parts at its end that do not fit in ``width`` px; the first one always stays."""
    parts, font = text.split(" \u00b7 "), theme.font(role)
    while len(parts) > 1 and _cut(font, " \u00b7 ".join(parts), width) != " \u00b7 ".join(parts):
        parts.pop()
    return " \u00b7 ".join(parts)


def _cut(font: QFont, text: str, width: float) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width) + 1)


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    ground: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Fill a rounded rectangle and draw its edge inside ``rect``."""
    with saved(painter):
        inset = width / 2 if edge is not None else 0.0
        if ground is not None:
            painter.setBrush(ground)
        if edge is not None:
            pen = QPen(edge, width)
            if dashed:
                pen.setDashPattern([4, 2])
            painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def paint_focus(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Draw the focus ring around ``rect``: 2 px with a gap of 2, so it needs 4 px more on each side."""
    paint_box(painter, rect.adjusted(-4, -4, 4, 4), radius + 4, None, theme.color("focus"), 2)


def paint_hatch(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 0.0) -> None:
    """Cover ``rect`` with the diagonal lines of what is not possible."""
    with saved(painter):
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(theme.color("hatch"), 1))
        step, x = 6.0, rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += step


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Draw the soft shadow of what floats, under ``rect`` and up to 8 px around it."""
    with saved(painter):
        for spread in range(6):
            painter.setBrush(theme.shade(8))
            painter.drawRoundedRect(rect.adjusted(-spread, 1 - spread / 2, spread, 2 + spread), radius + spread, radius + spread)


def avatar_path(rect: QRectF, role: Role | None) -> QPainterPath:
    """Return the shape of a role: circle teaches, rounded square learns, half of each for either."""
    path = QPainterPath()
    square = rect.height() * 0.26
    if role is Role.MENTOR:
        path.addEllipse(rect)
        return path
    if role is not Role.EITHER:
        path.addRoundedRect(rect, square, square)
        return path
    round_left, top, bottom = rect.width() / 2, rect.top(), rect.bottom()
    path.moveTo(rect.left() + round_left, top)
    path.lineTo(rect.right() - square, top)
    path.arcTo(QRectF(rect.right() - 2 * square, top, 2 * square, 2 * square), 90, -90)
    path.lineTo(rect.right(), bottom - square)
    path.arcTo(QRectF(rect.right() - 2 * square, bottom - 2 * square, 2 * square, 2 * square), 0, -90)
    path.lineTo(rect.left() + round_left, bottom)
    path.arcTo(QRectF(rect.left(), top, rect.width(), rect.height()), 270, -180)
    path.closeSubpath()
    return path


def paint_avatar(
    painter: QPainter, rect: QRectF, initials: str, role: Role | None, theme: Theme, *, ticked: bool = False, faded: bool = False
) -> None:
    """Draw somebody's initials in the shape of their role. ``ticked``: has said yes; ``faded``: cannot be paired yet."""
    tone = "" if faded or role is None else _SHAPE_TONES[role]
    ground, edge, ink = (f"{tone}_soft", f"{tone}_line", tone) if tone else ("surface2", "border2", "text2")
    with saved(painter):
        painter.setBrush(theme.color(ground))
        painter.setPen(QPen(theme.color(edge), 1))
        painter.drawPath(avatar_path(rect.adjusted(0.5, 0.5, -0.5, -0.5), role))
        painter.setFont(_sized(theme.font("label"), rect.height() * 0.36))
        painter.setPen(theme.color("accent_text" if ink == "accent" else ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials)
    if ticked:
        side = rect.height() * 0.42
        paint_tick(painter, QRectF(rect.right() - side, rect.bottom() - side, side, side), theme)


def paint_pair(painter: QPainter, rect: QRectF, initials: tuple[str, str], roles: tuple[Role, Role], theme: Theme) -> None:
    """Draw both avatars of a pair, the mentor's first, the second a little over it. Width needed: 1.8 × height."""
    side = rect.height()
    paint_avatar(painter, QRectF(rect.left(), rect.top(), side, side), initials[0], roles[0], theme)
    paint_avatar(painter, QRectF(rect.left() + side * 0.8, rect.top(), side, side), initials[1], roles[1], theme)


def paint_tick(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the small green disc with a tick of somebody who has said yes."""
    with saved(painter):
        painter.setBrush(theme.color("ok"))
        painter.setPen(QPen(theme.color("surface"), 1.5))
        painter.drawEllipse(rect)
        paint_check_mark(painter, rect.adjusted(2, 2, -2, -2), theme.color("surface"), 1.5)


def paint_check_mark(painter: QPainter, rect: QRectF, ink: QColor, width: float = 2.0) -> None:
    """Draw a tick inside ``rect``."""
    with saved(painter):
        pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, y, w, h = rect.left(), rect.top(), rect.width(), rect.height()
        painter.drawPolyline(
            QPolygonF([QPointF(x + 0.2 * w, y + 0.53 * h), QPointF(x + 0.42 * w, y + 0.74 * h), QPointF(x + 0.8 * w, y + 0.3 * h)])
        )


def paint_ring(painter: QPainter, rect: QRectF, score: float | None, theme: Theme) -> None:
    """Draw a compatibility of 0 to 100 as a ring with its number; ``None``: still being computed («…»)."""
    width = max(2.5, rect.height() * 0.085)
    circle = rect.adjusted(width / 2 + 0.5, width / 2 + 0.5, -width / 2 - 0.5, -width / 2 - 0.5)
    with saved(painter):
        painter.setPen(QPen(theme.color("track"), width))
        painter.drawEllipse(circle)
        if score:
            token = "warn_icon" if score < LOW_SCORE else "accent"
            painter.setPen(QPen(theme.color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(circle, 90 * 16, -round(min(score, 100) * 3.6 * 16))
        painter.setFont(_sized(theme.font("label"), rect.height() * 0.33))
        painter.setPen(theme.color("text"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "…" if score is None else f"{score:.0f}")


def paint_double_arrow(painter: QPainter, rect: QRectF, learn: float | None, give_back: float | None, theme: Theme) -> None:
    """Draw what goes each way, 0 to 1: above from mentor to mentee, below back. ``None``: still being computed."""
    half = rect.height() / 2
    _arrow(painter, QRectF(rect.left(), rect.top(), rect.width(), half), learn or 0.0, theme, to_right=True)
    _arrow(painter, QRectF(rect.left(), rect.top() + half, rect.width(), half), give_back or 0.0, theme, to_right=False)


def _arrow(painter: QPainter, rect: QRectF, filled: float, theme: Theme, *, to_right: bool) -> None:
    ink = theme.color("mentor" if to_right else "mentee")
    head, thick = min(rect.height() * 0.85, rect.width() * 0.2), max(3.0, rect.height() * 0.4)
    middle, length = rect.center().y(), rect.width() - head * 0.95
    start = rect.left() if to_right else rect.right() - length
    with saved(painter):
        painter.setBrush(theme.color("track"))
        painter.drawRoundedRect(QRectF(start, middle - thick / 2, length, thick), thick / 2, thick / 2)
        painter.setBrush(ink)
        part = length * max(0.0, min(1.0, filled))
        if part > 0:
            left = start if to_right else start + length - part
            painter.drawRoundedRect(QRectF(left, middle - thick / 2, max(part, thick), thick), thick / 2, thick / 2)
        tip, base = (rect.right(), rect.right() - head) if to_right else (rect.left(), rect.left() + head)
        wing = head * 0.56
        painter.drawPolygon(QPolygonF([QPointF(tip, middle), QPointF(base, middle - wing), QPointF(base, middle + wing)]))


def chip_size(theme: Theme, text: str, icon: str = "") -> QSize:
    """Return the room that `paint_chip` needs, in px."""
    width = theme.metrics("chip").horizontalAdvance(text) + theme.px(20) + (theme.px(18) if icon else 0)
    return QSize(width, theme.px(22))


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: str, theme: Theme, icon: str = "") -> None:
    """Draw a state or a role. ``tone``: mentor, mentee, accent, ok, warn, danger, info, gray or plain (edge, no ground)."""
    plain = tone == "plain"
    ground = theme.color("surface" if plain else f"{tone}_soft")
    ink = {"plain": "text2", "accent": "accent_text"}.get(tone, tone)
    paint_box(painter, rect, rect.height() / 2, ground, theme.color("border2") if plain else None)
    left = rect.left() + theme.px(9 if icon else 10)
    if icon:
        side = theme.px(14)
        theme.paint_icon(painter, QRectF(left, rect.top(), side, rect.height()), icon, ink, 13)
        left += side + theme.px(5)
    paint_text(painter, QRectF(left, rect.top(), rect.right() - left - theme.px(6), rect.height()), text, theme, "chip", ink)


def paint_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme, token: str = "accent") -> None:
    """Draw a bar filled to ``share`` (0 to 1)."""
    radius = rect.height() / 2
    paint_box(painter, rect, radius, theme.color("track"))
    if share > 0:
        filled = QRectF(rect.left(), rect.top(), max(rect.height(), rect.width() * min(1.0, share)), rect.height())
        paint_box(painter, filled, radius, theme.color(token))


def paint_checkbox(
    painter: QPainter, rect: QRectF, checked: bool, theme: Theme, *, enabled: bool = True, hovered: bool = False, partly: bool = False
) -> None:
    """Draw the box of a checkbox in the middle of ``rect``, 16 px a side."""
    side = theme.px(16)
    box = QRectF(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), side, side)
    full = checked or partly
    ground = theme.color(("accent" if enabled else "border2") if full else ("surface2" if hovered or not enabled else "surface"))
    paint_box(painter, box, 4, ground, None if full else theme.color("input" if enabled else "border2"), 1.3)
    if partly:
        middle = QRectF(box.left() + side * 0.25, box.center().y() - 1, side * 0.5, 2)
        paint_box(painter, middle, 1, theme.color("on_accent"))
    elif checked:
        paint_check_mark(painter, box.adjusted(1, 1, -1, -1), theme.color("on_accent"), 1.8)


def paint_row(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    selected: bool = False,
    hovered: bool = False,
    focused: bool = False,
    line: bool = True,
) -> None:
    """Draw the ground of a row: hover tone, or selection with its 3 px bar; focus inside the edge; line below."""
    with saved(painter):
        if selected:
            painter.fillRect(rect, theme.color("accent_soft"))
        elif hovered:
            painter.fillRect(rect, theme.color("surface2"))
        if line:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))
        if selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
    if focused:
        paint_box(painter, rect.adjusted(0, 0, 0, -1), 4, None, theme.color("focus"), 2)


def _sized(font: QFont, pixels: float) -> QFont:
    result = QFont(font)
    result.setPixelSize(max(9, round(pixels)))
    return result
