# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Two people side by side: who they are, what goes each way, the six criteria with their reasons, and what to think of."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.pairs import Assessment
from revmentor_desktop.ui.pairs.alone import Alone, AloneWords
from revmentor_desktop.ui.pairs.consulting.warnings_view import WarningsView, WarningWords
from revmentor_desktop.ui.pairs.criterion_view import CriterionView, CriterionWords
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import clear
from revmentor_desktop.ui.widgets.figures import arrows_text
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel, tip_text
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_double_arrow, paint_ring, paint_text, paint_tick, whole_parts

_NARROW = 470
"""Width in px at 100 % under which the criteria stand one below the other."""
_HEIGHT = 299
"""Height in px at 100 % of two people with at most one warning."""
_BELOW = 530
"""Width under which the buttons stand below the words of the foot, so that these stay short."""
_STACKED = 400
"""Width under which the two people and the buttons do too."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the two, as the head of the preview shows them."""

    name: str
    second: str
    initials: str
    role: Role | None
    said_yes: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence under the criteria, with its icon and colour token."""

    text: str
    icon: str = "triangle-alert"
    tone: str = "warn"


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything that the preview shows. ``foot`` and ``foot_text`` say how the pair stands; ``warnings`` are ticked as read."""

    mentor: Shown
    mentee: Shown
    assessment: Assessment
    criteria: tuple[CriterionWords, ...]
    notes: tuple[Note, ...]
    foot: str
    foot_text: str
    foot_icon: str
    foot_tone: str
    warnings: tuple[WarningWords, ...] = ()


class PairHead(QWidget):
    """Both people with the double arrow and the ring between them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._judged: Judged | None = None
        self._stacked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_judged(self, judged: Judged) -> None:
        """Show two people."""
        self._judged = judged
        by_name = judged.assessment.by_name
        sentence = _("{mentor} would teach {mentee}. Compatibility {n} of 100. {arrows}.").format(
            mentor=judged.mentor.name,
            mentee=judged.mentee.name,
            n=formats.number(judged.assessment.score, current()),
            arrows=arrows_text(by_name["learn"].value, by_name["give_back"].value),
        )
        self.setAccessibleName(sentence)
        self.setToolTip(tip_text(f"{judged.mentor.name} \u00b7 {judged.mentee.name}"))
        self.update()

    def set_stacked(self, stacked: bool) -> None:
        """Put one below the other, without arrows, for narrow panes."""
        self._stacked = stacked
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(96 if self._stacked else 50))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        judged = self._judged
        if judged is None:
            return
        painter, theme, rect = QPainter(self), self._theme, QRectF(self.rect())
        px = theme.px
        if self._stacked:
            self._paint_stacked(painter, rect, judged)
            return
        middle, edge = rect.center(), px(44)
        half = px(72 if rect.width() >= px(_NARROW) else 40)
        by_name = judged.assessment.by_name
        arrows = QRectF(middle.x() - half, middle.y() - px(12), 2 * half, px(24))
        paint_double_arrow(painter, arrows, by_name["learn"].value, by_name["give_back"].value, theme)
        ring = QRectF(middle.x() - px(25), middle.y() - px(25), px(50), px(50))
        paint_box(painter, ring.adjusted(-px(5), 0, px(5), 0), px(25), theme.color("surface"))
        paint_ring(painter, ring, judged.assessment.score, theme)
        left = QRectF(rect.left(), middle.y() - edge / 2, edge, edge)
        right = QRectF(rect.right() - edge, left.top(), edge, edge)
        for box, one in ((left, judged.mentor), (right, judged.mentee)):
            _paint_person(painter, box, one, theme)
        words = arrows.left() - left.right() - px(22)
        large = self._fit((judged.mentor, judged.mentee), words)
        for one, start, side in (
            (judged.mentor, left.right() + px(10), Qt.AlignmentFlag.AlignLeft),
            (judged.mentee, right.left() - px(10) - words, Qt.AlignmentFlag.AlignRight),
        ):
            self._paint_words(painter, QRectF(start, rect.top(), words, rect.height()), one, side, large=large)

    def _fit(self, people: tuple[Shown, Shown], width: float) -> bool:
        """Whether both names fit in large letters: none of the two stands out by a shorter name."""
        return all(self._theme.metrics("h2").horizontalAdvance(one.name) <= width for one in people)

    def _paint_stacked(self, painter: QPainter, rect: QRectF, judged: Judged) -> None:
        theme, px = self._theme, self._theme.px
        ring = QRectF(rect.right() - px(50), rect.center().y() - px(25), px(50), px(50))
        paint_ring(painter, ring, judged.assessment.score, theme)
        large = self._fit((judged.mentor, judged.mentee), ring.left() - px(8) - rect.left() - px(50))
        for one, top in ((judged.mentor, rect.top()), (judged.mentee, rect.top() + px(50))):
            box = QRectF(rect.left(), top + px(3), px(40), px(40))
            _paint_person(painter, box, one, theme)
            left = box.right() + px(10)
            self._paint_words(painter, QRectF(left, top, ring.left() - px(8) - left, px(46)), one, Qt.AlignmentFlag.AlignLeft, large=large)

    def _paint_words(self, painter: QPainter, rect: QRectF, one: Shown, side: Qt.AlignmentFlag, *, large: bool) -> None:
        theme = self._theme
        align = side | Qt.AlignmentFlag.AlignVCenter
        lines = [one.name] if large else _broken(theme, one.name, rect.width())
        role = "h2" if large else "strong"
        heights = [theme.line_height(role)] * len(lines) + [theme.line_height("caption")]
        top = rect.center().y() - sum(heights) / 2
        second = whole_parts(one.second, theme, "caption", rect.width())
        for text, height in zip([*lines, second], heights, strict=True):
            last = text == second
            line = QRectF(rect.left(), top, rect.width(), height)
            paint_text(painter, line, text, theme, "caption" if last else role, "text2" if last else "text", align)
            top += height


def _paint_person(painter: QPainter, box: QRectF, one: Shown, theme: Theme) -> None:
    paint_avatar(painter, box, one.initials, one.role, theme)
    if one.said_yes:
        # Low in the corner, so that the initials stay free.
        tick = theme.px(17)
        paint_tick(painter, QRectF(box.right() - tick, box.bottom() - tick * 0.85, tick, tick), theme)


def _broken(theme: Theme, name: str, width: float) -> list[str]:
    """Return a name in one or two lines of at most ``width`` px, where its words allow it."""
    metrics, words = theme.metrics("strong"), name.split()
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    first = 1
    while first < len(words) - 1 and metrics.horizontalAdvance(" ".join(words[: first + 1])) <= width:
        first += 1
    return [" ".join(words[:first]), " ".join(words[first:])]


class Preview(QFrame):
    """The preview of a pair, or a sentence of why there is none. ``buttons`` stand at the right of the foot."""

    def __init__(
        self, theme: Theme, buttons: tuple[Button, ...], alone: Alone, ways_out: tuple[Button, ...], parent: QWidget | None = None
    ) -> None:
        """``ways_out`` stand below a sentence that has something to be done."""
        super().__init__(parent)
        self.alone = alone
        self._theme, self._buttons, self._ways_out = theme, buttons, ways_out
        self.setProperty("card", "accent")
        self.head = PairHead(theme)
        self.criteria = tuple(CriterionView(theme) for _number in range(6))
        self._notes = QVBoxLayout()
        self.warnings = WarningsView(theme)
        self._mark = QLabel()
        self._drop = PlainLabel(theme, "", "table", "text2")
        self._foot = PlainLabel(theme, "", "strong", wrap=True)
        self._foot_text = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self._empty = EmptyState(theme, "git-compare-arrows", "", "", ways_out)
        self._judged: Judged | None = None
        self._sentence = ""
        self._compact = self._one_column = self._stacked = self._below = False
        self._build()
        self._arrange()
        theme.changed.connect(self._restyle)

    def show_judged(self, judged: Judged) -> None:
        """Show two people and what to think of them."""
        self._judged = judged
        self.head.show_judged(judged)
        for view, words in zip(self.criteria, judged.criteria, strict=True):
            view.show_words(words)
        clear(self._notes)
        for note in judged.notes:
            self._notes.addLayout(self._note(note))
        self.warnings.show_warnings(judged.warnings)
        self._foot.setText(judged.foot)
        self._foot.set_tone("warn" if judged.foot_tone == "warn_icon" else "text")
        self._foot_text.setText(judged.foot_text)
        self._foot_text.setVisible(bool(judged.foot_text))
        self._restyle()
        self._show_page(0)

    def show_sentence(self, title: str, text: str, *, way_out: bool = False) -> None:
        """Say why there is no pair to show, or what to do; ``way_out``: with its buttons."""
        self._judged = None
        for button in self._ways_out:
            button.setVisible(way_out and (button.action is None or button.action.isVisible()))
        self._empty.say(title, text)
        self._sentence = f"{title} {text}".strip()
        self._show_page(1)

    def show_alone(self, words: AloneWords) -> None:
        """Show somebody with whom nobody can be paired."""
        self._judged = None
        self.alone.show_words(words)
        self._sentence = words.sentence
        self._show_page(2)

    def set_compact(self, compact: bool) -> None:
        """Show the criteria as six lines with short bars, for low windows."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def say_drop(self, text: str | None) -> None:
        """Say in place of the buttons what letting go would do; ``None``: nothing is dragged."""
        self._drop.setText(text or "")
        # As high as the buttons, so that nothing moves below.
        self._drop.setMinimumHeight(self._theme.px(34) + 2 * RING)
        self._drop.setVisible(text is not None)
        self._holder.setVisible(text is None)
        # It never shrinks meanwhile: the rows below would move away from under the pointer.
        self.setMinimumHeight(0 if text is None else self.height())

    def drop_text(self) -> str:
        """Return what is said to be done by letting go, empty when nothing is."""
        return self._drop.text()

    def texts(self) -> tuple[str, ...]:
        """Return everything written in it, for whoever cannot see it and for tests."""
        if self._judged is None:
            return (self._sentence,)
        return (
            self.head.accessibleName(),
            *(view.accessibleName() for view in self.criteria),
            *(note.text for note in self._judged.notes),
            *(words.sentence for words in self._judged.warnings),
            self._foot.text(),
            self._foot_text.text(),
        )

    def _note(self, note: Note) -> QHBoxLayout:
        row, mark = QHBoxLayout(), QLabel()
        row.setSpacing(6)
        mark.setPixmap(self._theme.pixmap(note.icon, "warn_icon" if note.tone == "warn" else note.tone, 14))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(self._theme, note.text, "caption", note.tone, wrap=True), 1)
        return row

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._page = QWidget()
        self._blank = QWidget()
        outer.addWidget(self._page)
        outer.addWidget(self._blank)
        outer.addWidget(self.alone)
        blank = QVBoxLayout(self._blank)
        blank.setContentsMargins(16, 8, 16, 8)
        blank.addWidget(self._empty)
        self._column = column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 14, 16 - RING, 12 - RING)
        column.addLayout(_inset(self.head))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, RING, 0)
        column.addLayout(self._grid)
        self._notes.setContentsMargins(0, 0, RING, 0)
        self._notes.setSpacing(3)
        column.addLayout(self._notes)
        column.addLayout(_inset(self.warnings))
        column.addStretch(1)
        column.addLayout(_inset(Line()))
        column.addLayout(self._build_foot())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._show_page(1)

    def _build_foot(self) -> QBoxLayout:
        self._foot_box = foot = QHBoxLayout()
        foot.setSpacing(8)
        told, words = QHBoxLayout(), QVBoxLayout()
        told.setSpacing(8)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._foot)
        words.addWidget(self._foot_text)
        words.addStretch(1)
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addLayout(words, 1)
        foot.addLayout(told, 1)
        self._holder = QWidget()
        self._button_row = QHBoxLayout(self._holder)
        self._button_row.setContentsMargins(0, 0, 0, 0)
        self._button_row.setSpacing(0)
        self._button_row.addStretch(1)
        for button in self._buttons:
            self._button_row.addWidget(button)
        foot.addWidget(self._holder)
        foot.addWidget(self._drop)
        self._drop.hide()
        return foot

    def _show_page(self, page: int) -> None:
        self._page.setVisible(page == 0)
        self._blank.setVisible(page == 1)
        self.alone.setVisible(page == 2)

    def _arrange(self) -> None:
        lines = (self._compact or self._one_column) and not self._stacked
        single = lines or self._stacked
        for number, view in enumerate(self.criteria):
            view.set_one_line(lines)
            row, column = (number, 0) if single else divmod(number, 2)
            self._grid.addWidget(view, row, column)
        self._column.setSpacing(7 if lines else 10)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4 if lines else 8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if single else 1)
        self.head.set_stacked(self._stacked)
        # With or without people and one warning it is as high, so that the rows below stay under the pointer.
        for part in (self._page, self._blank, self.alone):
            part.setMinimumHeight(0 if self._stacked else self._theme.px(_HEIGHT))
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._button_row.setDirection(down if self._stacked else sideways)
        self._foot_box.setDirection(down if self._below and not self._stacked else sideways)

    def _restyle(self) -> None:
        self._arrange()
        self._mark.setFixedWidth(self._theme.px(18))
        if self._judged is not None and self._judged.foot_icon:
            self._mark.setPixmap(self._theme.pixmap(self._judged.foot_icon, self._judged.foot_tone, 18))
        elif self._judged is not None:
            self._mark.clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        one_column, stacked, below = (width < self._theme.px(limit) for limit in (_NARROW, _STACKED, _BELOW))
        if (one_column, stacked, below) != (self._one_column, self._stacked, self._below):
            self._one_column, self._stacked, self._below = one_column, stacked, below
            self._arrange()


def _inset(widget: QWidget) -> QHBoxLayout:
    """Lay a widget so that it ends where the visible edge of buttons does."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, RING, 0)
    row.addWidget(widget)
    return row
