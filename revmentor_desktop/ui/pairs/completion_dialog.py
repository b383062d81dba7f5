# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Complete proposals side by side, to use one of them or none."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.pairs import Completion, Objective
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.models import RECORD, ToldModel
from revmentor_desktop.ui.pairs.proposals import Line, LineKind, Proposal, lines_of, summary
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets import labels
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Card, Scroll
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_ring, paint_text
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.widgets.table import prepare_view

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_NARROW = 820
"""Width of the window in px at 100 % under which the proposals do not stand side by side."""


class Swatch(QWidget):
    """A small tinted square that explains a colour of the cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(16), theme.px(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), 4, self._theme.color("accent_soft"), self._theme.color("accent_line"))


class LineDelegate(QStyledItemDelegate):
    """New pairs with their ring, tinted where the proposals differ; then names with the reason below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, px = index.data(RECORD), self._theme.px
        if not isinstance(line, Line):
            return QSize()
        if line.kind is LineKind.HEADING:
            return QSize(px(80), px(30))
        if line.kind is not LineKind.ALONE:
            return QSize(px(80), px(38))
        return QSize(px(80), px(18) + self._reason_rect(line, 0, self._view.viewport().width()).height() + px(10))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, theme = index.data(RECORD), self._theme
        if not isinstance(line, Line):
            return
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            paint_box(painter, rect.adjusted(1, 1, -1, -1), 6, None, theme.color("focus"), 2)
        if line.kind is LineKind.HEADING:
            paint_text(painter, rect.adjusted(2, theme.px(8), 0, 0), line.text, theme, "label", "text2")
        elif line.kind is LineKind.ALONE:
            self._paint_alone(painter, rect, line)
        else:
            self._paint_pair(painter, rect.adjusted(0, 2, -4, -2), line)

    def _paint_pair(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        theme, px = self._theme, self._theme.px
        if line.differs:
            paint_box(painter, rect, 6, theme.color("accent_soft"))
        side = px(26)
        for number, (initials, role) in enumerate(zip(line.initials, line.roles, strict=True)):
            box = QRectF(rect.left() + px(6) + number * side * 0.8, rect.center().y() - side / 2, side, side)
            paint_avatar(painter, box, initials, role, theme, faded=line.kind is LineKind.GONE)
        left = rect.left() + px(6) + side * 1.8 + px(10)
        ring = QRectF(rect.right() - px(6) - px(30), rect.center().y() - px(15), px(30), px(30))
        tone = "text2" if line.kind is LineKind.GONE else "text"
        paint_text(painter, QRectF(left, rect.top(), ring.left() - left - 6, rect.height()), line.text, theme, "segment", tone)
        if line.score is not None:
            paint_ring(painter, ring, line.score, theme)

    def _paint_alone(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        theme, px = self._theme, self._theme.px
        side = px(26)
        paint_avatar(painter, QRectF(rect.left() + px(6), rect.top() + px(4), side, side), line.initials[0], line.roles[0], theme)
        reason = self._reason_rect(line, round(rect.top()) + px(20), round(rect.width()))
        name = QRectF(reason.left(), rect.top() + px(2), rect.right() - reason.left() - 4, px(18))
        paint_text(painter, name, line.text, theme, "segment")
        painter.save()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        painter.drawText(reason, _WRAPPED, line.reason)
        painter.restore()

    def _reason_rect(self, line: Line, top: int, width: int) -> QRect:
        left = self._theme.px(42)
        room = QRect(left, top, max(width - left - self._theme.px(8), self._theme.px(80)), 10_000)
        measured = self._theme.metrics("caption").boundingRect(room, _WRAPPED, line.reason)
        return QRect(left, top, room.width(), measured.height())


class ProposalCard(Card):
    """One proposal: its figures, its pairs, who is left without, and the button that uses it."""

    def __init__(self, theme: Theme, snapshot: Snapshot, proposal: Proposal, *, first: bool) -> None:
        super().__init__(theme, kind="accent" if first else "surface", padding=12)
        self.proposal = proposal
        fairest = proposal.objective is Objective.FAIREST
        name = _("Fairest") if fairest else _("Most points")
        self.setAccessibleName(name)
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 4, 4, 2)
        inner.setSpacing(6)
        self.body.setSpacing(0)
        self.body.addLayout(inner, 1)
        head, mark = QHBoxLayout(), QLabel()
        head.setSpacing(8)
        mark.setPixmap(theme.pixmap("scale" if fairest else "trending-up", "accent", 18))
        head.addWidget(mark)
        head.addWidget(PlainLabel(theme, name, "h2"), 1)
        inner.addLayout(head)
        about = _("The weakest new pair is as good as it can be.") if fairest else _("The best sum for those who want to learn.")
        inner.addWidget(PlainLabel(theme, about, "caption", "text2", wrap=True))
        inner.addLayout(self._figures(theme, proposal))
        inner.addWidget(PlainLabel(theme, _roles_line(proposal), "caption", "text2", wrap=True))
        inner.addWidget(labels.Line())
        self.lines = ToldModel[Line](self)
        self.lines.show_records(lines_of(snapshot, proposal))
        inner.addWidget(self._list(theme, name), 1)
        inner.addWidget(labels.Line())
        self.alone = PlainLabel(theme, summary(snapshot, proposal), "caption", "text2", wrap=True)
        inner.addWidget(self.alone)
        self.use = Button(theme, _("Use this proposal"), variant="primary" if first else "secondary")
        self.use.setEnabled(bool(proposal.added or proposal.completion.replaced))
        self.use.setVisible(self.use.isEnabled())
        self.body.addWidget(self.use)

    def _list(self, theme: Theme, name: str) -> QListView:
        view = QListView()
        prepare_view(view)
        view.setModel(self.lines)
        view.setItemDelegate(LineDelegate(theme, view))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(name)
        view.viewport().setAutoFillBackground(False)
        view.setMinimumHeight(theme.px(80))
        return view

    @staticmethod
    def _figures(theme: Theme, proposal: Proposal) -> QHBoxLayout:
        lowest = "\u2013" if proposal.lowest is None else formats.number(proposal.lowest, current())
        figures = (
            (str(proposal.pairs), plural("pair", "pairs", proposal.pairs)),
            (formats.number(proposal.points, current()), _("points")),
            (lowest, _("lowest new one")),
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        for figure, word in figures:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(PlainLabel(theme, figure, "h1"))
            column.addWidget(PlainLabel(theme, word, "caption", "text2"))
            row.addLayout(column, 1)
        return row


class CompletionDialog(Dialog):
    """Up to two proposals. When accepted, ``chosen`` is the completion to use."""

    def __init__(self, theme: Theme, parent: QWidget | None, snapshot: Snapshot, proposals: tuple[Proposal, ...]) -> None:
        several = len(proposals) > 1
        super().__init__(
            theme, parent, _("Complete automatically"), _intro(snapshot, proposals[0]), safe=_("Cancel"), width=780 if several else 460
        )
        self.chosen: Completion | None = None
        self.cards = tuple(ProposalCard(theme, snapshot, one, first=number == 0) for number, one in enumerate(proposals))
        for card in self.cards:
            card.use.clicked.connect(self._choose)
        window = parent.window().size() if parent is not None else QSize(1366, 690)
        if window.width() < theme.px(_NARROW):
            self._stack_cards(several, window.width())
        else:
            self._lay_side_by_side()
        if several:
            self.foot.insertWidget(0, Swatch(theme))
            self.foot.insertWidget(1, PlainLabel(theme, _("Pairs that are in one proposal only"), "caption", "text2"))
            self.foot.setSpacing(8)
        if self.cards[0].use.isEnabled():
            # It is what the window was opened for, and it can be undone.
            self.cards[0].use.setFocus(Qt.FocusReason.TabFocusReason)
        self.resize(self.minimumWidth(), max(300, min(660, window.height() - 24)))

    def _lay_side_by_side(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)
        self.body.addLayout(row, 1)

    def _stack_cards(self, several: bool, width: int) -> None:
        """In a narrow window, one card at a time, which scrolls."""
        self.setMinimumWidth(min(self.theme.px(460), width - 40))
        scroll = Scroll()
        if several:
            names = [(str(number), card.accessibleName()) for number, card in enumerate(self.cards)]
            self.tabs = SegmentedControl(self.theme, names, _("Proposal shown"), fill=True)
            self.tabs.changed.connect(self._show_card)
            self.body.addWidget(self.tabs)
        for card in self.cards:
            scroll.body.addWidget(card)
            card.setMinimumHeight(self.theme.px(420))
        self.body.addWidget(scroll, 1)
        self._show_card("0")

    def _show_card(self, shown: str) -> None:
        for number, card in enumerate(self.cards):
            card.setVisible(str(number) == shown)

    def _choose(self) -> None:
        self.chosen = next(card.proposal.completion for card in self.cards if card.use is self.sender())
        self.accept()


def _intro(snapshot: Snapshot, proposal: Proposal) -> str:
    fixed = len(proposal.completion.fixed)
    minimum = _("Least compatibility of a new pair: {n} of 100.").format(n=formats.number(snapshot.edition.minimum, current()))
    if not proposal.added and not proposal.completion.replaced:
        return " ".join((_("There is no new pair to propose. Below is why each person stays without."), minimum))
    stays = plural("The fixed pair does not change.", "The {n} fixed pairs do not change.", fixed).format(n=fixed) if fixed else ""
    return " ".join(part for part in (stays, _("Choose how to go on; you can undo it."), minimum) if part)


def _roles_line(proposal: Proposal) -> str:
    mentees, either = proposal.completion.mentees, proposal.completion.either
    learn = plural("{n} person who only learns gets a mentor.", "{n} people who only learn get a mentor.", mentees).format(n=mentees)
    points = formats.number(proposal.completion.either_total, current())
    both = plural("Also {n} who does both: {points} points more.", "Also {n} who do both: {points} points more.", either)
    return " ".join((learn, both.format(n=either, points=points) if either else _("Nobody who does both.")))
