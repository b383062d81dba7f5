# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One proposal as a card: what it is best at, its figures, its pairs, who is left without, and the button that uses it."""

from textwrap import wrap

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.completion.line_view import LineView
from revmentor_desktop.ui.pairs.completion.lines import Line, idle_sentence, joined_sentence, left_out_sentence, lines_of
from revmentor_desktop.ui.pairs.completion.offers import Couple, Figures, Offer
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets import labels
from revmentor_desktop.ui.widgets.button import RING, Button, IconButton
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box

_LONG_WORD = 14
"""Letters of a word that fits into the narrowest card."""


class OfferCard(Card):
    """``entered``: the focus came into it; ``stepped(±1)``: to the card beside; ``used``, ``kept`` (*Guardar como…*), ``more`` (its menu).

    ``moved``: another line of its list is the current one. ``deeds`` is the row of its buttons, which a narrow window takes out of it.
    """

    entered = Signal()
    stepped = Signal(int)
    used = Signal()
    kept = Signal()
    more = Signal()
    pressed_key = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme, snapshot: Snapshot, offer: Offer, differs: frozenset[Couple], *, changeable: bool) -> None:
        super().__init__(theme, kind="surface", padding=12)
        self.offer = offer
        self._changeable, self._chosen = changeable, False
        self.setAccessibleName(_about_card(snapshot, offer))
        self.about = PlainLabel(theme, offer.about, "caption", "text2", wrap=True)
        self.apart = PlainLabel(theme, apart_sentence(offer.figures), "caption", "text2", wrap=True)
        self.headline = PlainLabel(theme, _breakable(offer.name), "h2", wrap=True)
        for label in (self.headline, self.about, self.apart):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.list = LineView(theme, _about_card(snapshot, offer))
        self.list.show_lines(lines_of(snapshot, offer, differs))
        self.foot = self._make_foot(theme, snapshot)
        self.use = Button(theme, _("Use this proposal"), writes=True)
        self.keep = IconButton(theme, "save", _("Save as…"), variant="secondary", writes=True)
        more = _("What can be done with {name}").format(name=offer.name)
        self.menu = IconButton(theme, "ellipsis-vertical", more, variant="secondary", writes=True)
        self.deeds = self._make_deeds()
        self._build(theme)
        self._connect()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it lists."""
        return self.list.lines.records

    @property
    def usable(self) -> bool:
        """Whether using it would change something, and may."""
        return self.offer.changes and self._changeable

    def show_chosen(self, chosen: bool) -> None:
        """Look like the card that Enter uses."""
        self._chosen = chosen
        self.update()
        self.use.set_variant("primary" if chosen else "secondary")

    def foot_texts(self) -> tuple[str, ...]:
        """Return the sentences below the list."""
        return tuple(label.text() for label in self.foot.findChildren(PlainLabel))

    def spread(self) -> None:
        """Show the whole list: the page around the card scrolls instead."""
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.spread()

    def take(self) -> None:
        """Put the focus into it."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if self._chosen:
            paint_box(QPainter(self), QRectF(self.rect()), RADIUS_CARD, None, self._theme.color("accent"), 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.list.setFocus(Qt.FocusReason.MouseFocusReason)

    # Inside

    def _build(self, theme: Theme) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 4, 4, 2)
        inner.setSpacing(6)
        self.body.setSpacing(4)
        self.body.addLayout(inner, 1)
        head, mark = QHBoxLayout(), QLabel()
        head.setSpacing(8)
        mark.setPixmap(theme.pixmap(self.offer.icon, "accent", 18))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.headline, 1)
        inner.addLayout(head)
        inner.addWidget(self.about)
        inner.addLayout(_figures_row(theme, self.offer.figures))
        inner.addWidget(self.apart)
        inner.addWidget(labels.Line())
        inner.addWidget(self.list, 1)
        inner.addWidget(self.foot)
        self.body.addWidget(self.deeds)

    def _make_foot(self, theme: Theme, snapshot: Snapshot) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        left_out = self.offer.left_out
        column.addLayout(
            _note(theme, "user-x" if left_out else "user-check", "warn_icon" if left_out else "ok", left_out_sentence(snapshot, self.offer))
        )
        # What a saved one has to say is more than who stays free.
        saved = self.offer.scenario_id is not None
        more = [joined_sentence(snapshot, self.offer), "" if saved else idle_sentence(self.offer), *self.offer.notes]
        for text in filter(None, more):
            column.addLayout(_note(theme, "info", "info", text))
        return foot

    def _make_deeds(self) -> QWidget:
        deeds = QWidget()
        row = QHBoxLayout(deeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.use, 1)
        if not self.usable:
            row.addStretch(1)
        for button in (self.keep, self.menu):
            row.addWidget(button)
            button.setVisible(button is self.deed and self._changeable)
        self.use.setVisible(self.usable)
        return deeds

    @property
    def deed(self) -> IconButton:
        """The button beside the one that uses it: *Guardar como…*, or the menu of a saved one."""
        return self.keep if self.offer.scenario_id is None else self.menu

    def _connect(self) -> None:
        self.list.entered.connect(self.entered)
        self.list.stepped.connect(self.stepped)
        self.list.moved.connect(self.moved)
        self.list.used.connect(self._use)
        self.list.pressed_key.connect(self.pressed_key)
        self.use.clicked.connect(self._use)
        self.keep.clicked.connect(self.kept)
        self.menu.clicked.connect(self.more)

    def _use(self) -> None:
        if self.usable:
            self.used.emit()


def align_heads(cards: tuple[OfferCard, ...]) -> None:
    """Give the heads of cards side by side one height, so that figures and lists begin on one line."""
    for card in cards:
        if (layout := card.layout()) is not None:
            # Where it was just made, its labels have no width yet.
            layout.activate()
    for part in ("headline", "about", "apart"):
        parts: list[PlainLabel] = [getattr(card, part) for card in cards]
        height = max((label.heightForWidth(label.width()) if label.text() else 0 for label in parts), default=0)
        for label in parts:
            label.setMinimumHeight(height)
            label.setVisible(height > 0)


def _breakable(name: str) -> str:
    """Let a word that no card is wide enough for go on in the next line."""
    return " ".join("\u200b".join(wrap(word, _LONG_WORD)) if len(word) > _LONG_WORD else word for word in name.split())


def apart_sentence(figures: Figures) -> str:
    """Return the pairs of *ambos*, which the figures leave out; empty when there is none."""
    if not figures.either:
        return ""
    points = formats.number(figures.either_points, current())
    return plural(
        "Apart, {n} pair of those who do both: {points} points.", "Apart, {n} pairs of those who do both: {points} points.", figures.either
    ).format(n=figures.either, points=points)


def _figures_row(theme: Theme, figures: Figures) -> QHBoxLayout:
    lowest = "\u2013" if figures.lowest is None else formats.number(figures.lowest, current())
    shown = (
        (str(figures.pairs), plural("pair", "pairs", figures.pairs)),
        (formats.number(figures.points, current()), _("points")),
        (lowest, _("lowest new one")),
    )
    row = QHBoxLayout()
    row.setContentsMargins(0, 4, 0, 0)
    for figure, word in shown:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(theme, figure, "h1"))
        column.addWidget(PlainLabel(theme, word, "caption", "text2"))
        row.addLayout(column, 1)
    return row


def _note(theme: Theme, icon: str, tone: str, text: str) -> QHBoxLayout:
    row, mark = QHBoxLayout(), QLabel()
    row.setSpacing(8)
    mark.setPixmap(theme.pixmap(icon, tone, 16))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(theme, text, "caption", "text2", wrap=True), 1)
    row.setContentsMargins(0, 0, RING, 0)
    return row


def _about_card(snapshot: Snapshot, offer: Offer) -> str:
    """All that stands around the list, as it is read aloud when the focus comes."""
    figures = offer.figures
    pairs = plural("{n} pair", "{n} pairs", figures.pairs).format(n=figures.pairs)
    points = _("{n} points").format(n=formats.number(figures.points, current()))
    parts = [offer.name, pairs, points]
    if figures.lowest is not None:
        parts.append(_("the lowest new one {n}").format(n=formats.number(figures.lowest, current())))
    more = [offer.about, apart_sentence(figures), left_out_sentence(snapshot, offer)]
    return " ".join([", ".join(parts) + ".", *(text for text in more if text)])
