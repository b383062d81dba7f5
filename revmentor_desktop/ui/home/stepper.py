# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The line of six phases: done, present and to come; each opens its place."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.home.figures import PhaseFact, PhaseStanding
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_check_mark, paint_text, saved

WORDS_FROM = 132
"""Width of a phase from which all of them show their words; under it only the present one does."""
DISC, EDGE = 24, 6


class PhaseButton(QAbstractButton):
    """One phase: its disc, the line to the next, its word and its fact. ``bare``: only the disc and the line."""

    def __init__(self, theme: Theme, phase: PhaseFact, *, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._last = theme, last
        self._bare = self._ring = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if phase.place else Qt.FocusPolicy.NoFocus)
        if phase.place:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_phase(phase)

    def show_phase(self, phase: PhaseFact) -> None:
        """Show how the phase stands now."""
        self.phase = phase
        words = {PhaseStanding.DONE: _("done"), PhaseStanding.NOW: _("present phase"), PhaseStanding.TO_COME: _("to come")}
        self.setAccessibleName(f"{phase.number}. {phase.name}, {words[phase.standing]}: {phase.fact}")
        self.setToolTip(tip_text(f"{phase.name}: {phase.fact}"))
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Leave the words out, or write them."""
        self._bare = bare
        width = self._theme.px(DISC) + 2 * EDGE + (0 if self._last else self._theme.px(20))
        self.setMinimumWidth(width if bare else 0)
        self.setMaximumWidth(width if bare else 16777215)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = self._theme.line_height("nav") + self._theme.line_height("caption")
        return QSize(self._theme.px(60), self._theme.px(DISC + 8) + words + 2 * EDGE)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(DISC)
        disc = QRectF(EDGE, EDGE, side, side)
        if self.phase.place and self.underMouse():
            paint_box(painter, self._ground(), 8, theme.color("surface2"))
        self._paint_line(painter, disc)
        self._paint_disc(painter, disc)
        if not self._bare:
            self._paint_words(painter, disc.bottom() + theme.px(8))
        if self._ring and self.hasFocus():
            paint_box(painter, self._ground(), 8, None, theme.color("focus"), 2)

    def _ground(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, 0 if self._last or self._bare else -EDGE, 0)

    def _paint_line(self, painter: QPainter, disc: QRectF) -> None:
        if self._last:
            return
        with saved(painter):
            token = "accent" if self.phase.standing is PhaseStanding.DONE else "border2"
            painter.setPen(QPen(self._theme.color(token), 2))
            y = disc.center().y()
            painter.drawLine(QPointF(disc.right() + EDGE, y), QPointF(self.width() - 1, y))

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        theme, standing = self._theme, self.phase.standing
        grounds = {PhaseStanding.DONE: "accent", PhaseStanding.NOW: "accent_soft", PhaseStanding.TO_COME: "surface"}
        edge = "border2" if standing is PhaseStanding.TO_COME else "accent"
        paint_box(painter, disc, disc.height() / 2, theme.color(grounds[standing]), theme.color(edge), 2)
        if standing is PhaseStanding.DONE:
            paint_check_mark(painter, disc.adjusted(5, 5, -5, -5), theme.color("on_accent"))
            return
        with saved(painter):
            font = QFont(theme.font("label"))
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            painter.setPen(theme.color("accent_text" if standing is PhaseStanding.NOW else "text2"))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self.phase.number))

    def _paint_words(self, painter: QPainter, top: float) -> None:
        theme, standing = self._theme, self.phase.standing
        ink = {PhaseStanding.DONE: "text", PhaseStanding.NOW: "accent_text", PhaseStanding.TO_COME: "text2"}[standing]
        width = self.width() - 2 * EDGE
        name = QRectF(EDGE, top, width, theme.line_height("nav"))
        role = "h3" if standing is PhaseStanding.NOW else "nav"
        paint_text(painter, name, self.phase.name, theme, role, ink)
        fact = QRectF(EDGE, name.bottom(), width, theme.line_height("caption"))
        paint_text(painter, fact, self.phase.fact, theme, "caption", "text2")


class Stepper(QWidget):
    """The phases side by side. ``opened(place)``: one of them was clicked."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[PhaseButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        theme.changed.connect(self._fit)

    def show_phases(self, phases: Sequence[PhaseFact]) -> None:
        """Show how the phases stand; there are always as many."""
        if not self._buttons:
            self._buttons = [PhaseButton(self._theme, phase, last=phase is phases[-1]) for phase in phases]
            for button in self._buttons:
                self._row.addWidget(button, 1)
                button.clicked.connect(self._clicked)
        for button, phase in zip(self._buttons, phases, strict=True):
            button.show_phase(phase)
        self._fit()

    def buttons(self) -> tuple[PhaseButton, ...]:
        """Return the phases as buttons, in order."""
        return tuple(self._buttons)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PhaseButton) and button.phase.place:
            self.opened.emit(button.phase.place)

    def _fit(self) -> None:
        bare = bool(self._buttons) and self.width() < len(self._buttons) * self._theme.px(WORDS_FROM)
        for button in self._buttons:
            button.set_bare(bare and button.phase.standing is not PhaseStanding.NOW)
            button.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
