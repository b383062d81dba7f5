# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The picture of the first page: two people, and what each gives the other."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_text, saved

WIDTH, HEIGHT = 482, 140
"""The 20 px below the ground keep the title away."""
LINE = 2.2
_GROUND = 118.0


class Illustration(QWidget):
    """A younger and an older figure with an arrow each way, painted of the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            _("Two people: one teaches what is digital and about the new customer, the other gives experience and the business.")
        )
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT) * self._theme.scale

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with saved(painter):
            painter.scale(self._theme.scale, self._theme.scale)
            self._paint_figure(painter, QRectF(57, 68, 68, 50), "mentor", round_head=True)
            self._paint_figure(painter, QRectF(350, 58, 82, 60), "mentee", round_head=False)
            painter.setPen(QPen(self._theme.color("border2"), 2))
            painter.drawLine(QPointF(0, _GROUND), QPointF(WIDTH, _GROUND))
            self._paint_arrow(painter, (QPointF(168, 47), QPointF(236, 22), QPointF(303, 46)), "mentor")
            self._paint_arrow(painter, (QPointF(304, 74), QPointF(236, 99), QPointF(169, 75)), "mentee")
        self._paint_words(painter)

    def _paint_figure(self, painter: QPainter, body: QRectF, tone: str, *, round_head: bool) -> None:
        painter.setBrush(self._theme.color(f"{tone}_soft"))
        painter.setPen(QPen(self._theme.color(tone), LINE))
        trunk, curve = QPainterPath(), body.width() * 0.44
        trunk.moveTo(body.bottomLeft())
        trunk.lineTo(body.left(), body.top() + curve)
        trunk.quadTo(body.topLeft(), QPointF(body.left() + curve, body.top()))
        trunk.lineTo(body.right() - curve, body.top())
        trunk.quadTo(body.topRight(), QPointF(body.right(), body.top() + curve))
        trunk.lineTo(body.bottomRight())
        painter.drawPath(trunk)
        side = body.width() * 0.52
        head = QRectF(body.center().x() - side / 2, body.top() - side - 8, side, side)
        if round_head:
            painter.drawEllipse(head)
        else:
            painter.drawRoundedRect(head, 10, 10)

    def _paint_arrow(self, painter: QPainter, curve: tuple[QPointF, QPointF, QPointF], tone: str) -> None:
        start, bend, end = curve
        path = QPainterPath(start)
        path.quadTo(bend, end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color(tone), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
        along = end - bend
        length = (along.x() ** 2 + along.y() ** 2) ** 0.5
        along = along / length
        across = QPointF(-along.y(), along.x())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(tone))
        painter.drawPolygon(QPolygonF([end + along * 9, end - along * 5 + across * 7, end - along * 5 - across * 7]))

    def _paint_words(self, painter: QPainter) -> None:
        scale, middle = self._theme.scale, Qt.AlignmentFlag.AlignCenter
        above = QRectF(130 * scale, 4 * scale, 216 * scale, 20 * scale)
        below = QRectF(130 * scale, 92 * scale, 216 * scale, 20 * scale)
        paint_text(painter, above, _("what is digital, the new customer"), self._theme, "segment", "mentor", middle)
        paint_text(painter, below, _("experience, the business"), self._theme, "segment", "mentee", middle)
