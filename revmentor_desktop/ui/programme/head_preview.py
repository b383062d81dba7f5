# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The head of the agreement and who signs for the firm, as they will print."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.programme.logo import paint_logo, paper, printed_width
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_box, paint_shadow

_SHEET = 340
"""Height of the piece of sheet, in px at 100 %."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says. ``line``: programme and edition; ``place``: town and date; ``signer`` and ``post`` of HR."""

    firm: str = ""
    line: str = ""
    number: str = ""
    place: str = ""
    signer: str = ""
    post: str = ""
    initials: str = ""


class HeadPreview(QWidget):
    """The upper part of a sheet on its desk, and the block in which HR signs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head, self._logo = Head(), QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def head(self) -> Head:
        """Return what is shown."""
        return self._head

    def show_head(self, head: Head, logo: QImage) -> None:
        """Show another head."""
        self._head, self._logo = head, logo
        self.setAccessibleName(_("Head of the agreement"))
        self.setAccessibleDescription(", ".join(part for part in (head.firm, head.line, head.place, head.signer, head.post) if part))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(380), self._theme.px(_SHEET + 40))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_SHEET + 40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        desk = QRectF(self.rect())
        paint_box(painter, desk, 10, theme.color("sunken"))
        width = min(desk.width() - 40, theme.px(460))
        sheet = QRectF(desk.center().x() - width / 2, 20, width, desk.height() - 40)
        paint_shadow(painter, sheet, 2, theme)
        paint_box(painter, sheet, 2, paper("surface"))
        inner = sheet.adjusted(24, 24, -24, -22)
        self._paint_head(painter, inner)
        self._paint_title(painter, inner)
        self._paint_signing(painter, inner)

    def _paint_head(self, painter: QPainter, inner: QRectF) -> None:
        theme, head, side = self._theme, self._head, self._theme.px(34)
        wide = printed_width(self._logo, side)
        paint_logo(painter, QRectF(inner.left(), inner.top(), wide, side), self._logo, head.initials, theme)
        left, line = inner.left() + wide + 10, theme.px(17)
        number = self._write(painter, QRectF(left, inner.top(), inner.right() - left, line), head.number, "label", "text", right=True)
        self._write(painter, QRectF(left, inner.top(), inner.right() - left - number - 10, line), head.firm, "label", "text")
        self._write(painter, QRectF(left, inner.top() + line, inner.right() - left, line), head.line, "caption", "text2")

    def _paint_title(self, painter: QPainter, inner: QRectF) -> None:
        theme = self._theme
        top = inner.top() + theme.px(60)
        self._write(painter, QRectF(inner.left(), top, inner.width(), theme.px(24)), _("Reverse mentoring agreement"), "h2", "text")
        place = QRectF(inner.left(), top + theme.px(24), inner.width(), theme.px(18))
        self._write(painter, place, self._head.place, "caption", "text2")
        # The clauses are not what is looked at here: grey lines stand for them.
        for number, share in enumerate((1.0, 0.94, 0.98, 0.6, 0.0, 0.96, 0.45)):
            line = QRectF(inner.left(), top + theme.px(54) + number * theme.px(12), inner.width() * share, theme.px(4))
            paint_box(painter, line, 2, paper("border"))

    def _paint_signing(self, painter: QPainter, inner: QRectF) -> None:
        theme, head = self._theme, self._head
        row, gap = theme.px(17), 16
        top = inner.bottom() - theme.px(82)
        # The other two who sign are grey; the block of the firm is what is set here, so it has the room.
        left, widths = inner.left(), [(inner.width() - 2 * gap) * share for share in (0.24, 0.24, 0.52)]
        for width in widths[:2]:
            for place, share in ((0, 0.6), (1, 0.9), (2, 0.7)):
                line = QRectF(left, top + place * row + theme.px(6), width * share, theme.px(4))
                paint_box(painter, line, 2, paper("border"))
            painter.fillRect(QRectF(left, inner.bottom() - 2, width, 1), paper("text"))
            left += width + gap
        width = widths[2]
        self._write(painter, QRectF(left, top, width, row), context("agreement", "For the company"), "caption", "text2")
        self._write(painter, QRectF(left, top + row, width, row), head.signer or _("Who signs is missing"), "label", "text")
        self._write(painter, QRectF(left, top + 2 * row, width, row), head.post, "caption", "text2")
        painter.fillRect(QRectF(left, inner.bottom() - 2, width, 1), paper("text"))

    def _write(self, painter: QPainter, rect: QRectF, text: str, role: str, token: str, *, right: bool = False) -> float:
        """Write one line in an ink of paper, cut where it does not fit; return its width."""
        font: QFont = self._theme.font(role)
        metrics = QFontMetricsF(font)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
        painter.setFont(font)
        painter.setPen(paper(token))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), cut)
        return metrics.horizontalAdvance(cut)
