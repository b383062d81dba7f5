# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where the cards stand: side by side, or one at a time where there is no room; keys move between them."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.completion.card import OfferCard, align_heads
from revmentor_desktop.ui.pairs.completion.offers import Offer, differing
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll, clear
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box
from revmentor_desktop.ui.widgets.segmented import SegmentedControl


class Legend(QWidget):
    """A small tinted square, and what that colour means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Swatch(theme))
        row.addWidget(PlainLabel(theme, _("Pairs that change from one proposal to another"), "caption", "text2"), 1)


class _Swatch(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(16), theme.px(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), 4, self._theme.color("accent_soft"), self._theme.color("accent_line"))


class Stage(QWidget):
    """Up to three cards. ``used(Offer)``, ``kept(Offer)`` (*Guardar como…*), ``renamed(Offer)`` and ``removed(Offer)`` (of a saved one).

    One at a time (``tabbed``), the buttons of the card in sight stand in ``deeds``, for the foot of the dialog.
    """

    used = Signal(object)
    kept = Signal(object)
    renamed = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, *, changeable: bool) -> None:
        super().__init__()
        self._theme, self._changeable = theme, changeable
        self.cards: tuple[OfferCard, ...] = ()
        self.tabbed = self.differs = False
        self.deeds = QHBoxLayout()
        self.tabs = SegmentedControl(theme, [], _("Proposal shown"), fill=True)
        self.tabs.changed.connect(self._turn)
        self._scroll = Scroll(spacing=8)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._row, 1)
        self._menu, self._menu_offer = QMenu(self), None
        for text, key, slot in ((_("Rename…"), "F2", self._rename), (_("Delete"), _("Del"), self._remove)):
            self._menu.addAction(f"{text}\t{key}").triggered.connect(slot)

    def show_offers(self, snapshot: Snapshot, offers: Sequence[Offer], *, tabbed: bool, intro: str = "") -> None:
        """Lay the cards out; ``intro`` is read above a card when one stands at a time."""
        for layout in (self.deeds, self._row, self._scroll.body):
            clear(layout)
        differs = differing(offers)
        self.tabbed, self.differs = tabbed, bool(differs)
        self.cards = tuple(OfferCard(self._theme, snapshot, offer, differs, changeable=self._changeable) for offer in offers)
        for card in self.cards:
            self._connect(card)
        self.tabs.setVisible(tabbed and len(offers) > 1)
        self._scroll.setVisible(tabbed)
        self._column.setStretch(2, 0 if tabbed else 1)
        if tabbed:
            self._stack(intro)
        else:
            self._lay_side_by_side()

    def take_focus(self, key: str = "") -> None:
        """Put the focus into the card of that key, or else the first one that can be used."""
        usable = next((card for card in self.cards if card.usable), next(iter(self.cards), None))
        card = next((card for card in self.cards if card.offer.key == key), usable)
        if card is not None:
            if self.tabbed:
                self._show_tab(card.offer.key)
            self._choose(card)
            (card.use if card.usable else card.list).setFocus(Qt.FocusReason.TabFocusReason)

    def align(self) -> None:
        """Let figures and lists of cards side by side begin on one line."""
        layout = self.layout()
        if layout is not None and len(self.cards) > 1 and not self.tabbed:
            layout.activate()
            align_heads(self.cards)

    # Laying out

    def _lay_side_by_side(self) -> None:
        for card in self.cards:
            self._row.addWidget(card, 1)
        if not self.cards:
            self._row.addWidget(PlainLabel(self._theme, _("No proposal is chosen."), "body", "text2"), 1)

    def _stack(self, intro: str) -> None:
        if intro:
            self._scroll.body.addWidget(PlainLabel(self._theme, intro, "table", "text2", wrap=True))
        for card in self.cards:
            card.spread()
            self._scroll.body.addWidget(card)
            self.deeds.addWidget(card.deeds)
        if self.differs:
            self._scroll.body.addWidget(Legend(self._theme))
        self._scroll.body.addStretch(1)
        self.tabs.set_choices([(card.offer.key, card.offer.name) for card in self.cards])
        self._show_tab(self.cards[0].offer.key if self.cards else "")

    def _turn(self, key: str) -> None:
        by_keys = self.tabs.hasFocus()
        self._show_tab(key)
        if not by_keys:
            # The button that had the focus may just have gone out of sight.
            self.take_focus(key)

    def _show_tab(self, key: str) -> None:
        self.tabs.set_current(key)
        for card in self.cards:
            card.setVisible(card.offer.key == key)
            card.deeds.setVisible(card.offer.key == key)
            card.show_chosen(card.offer.key == key)

    def _choose(self, chosen: OfferCard) -> None:
        for card in self.cards:
            card.show_chosen(card is chosen)

    # What the cards ask for

    def _connect(self, card: OfferCard) -> None:
        card.used.connect(self._use)
        card.kept.connect(self._keep)
        card.more.connect(self._open_menu)
        card.stepped.connect(self._step)
        card.pressed_key.connect(self._press)
        card.moved.connect(self._follow)
        for part in (card.list, card.use, card.keep, card.menu):
            part.installEventFilter(self)

    def _sender(self) -> OfferCard:
        return next(card for card in self.cards if card is self.sender())

    def _use(self) -> None:
        self.used.emit(self._sender().offer)

    def _keep(self) -> None:
        self.kept.emit(self._sender().offer)

    def _press(self, key: int) -> None:
        offer = self._sender().offer
        if offer.scenario_id is not None and self._changeable:
            (self.renamed if key == int(Qt.Key.Key_F2) else self.removed).emit(offer)

    def _open_menu(self) -> None:
        card = self._sender()
        self._menu_offer = card.offer
        self._menu.popup(card.menu.mapToGlobal(QPoint(0, card.menu.height())))

    def _rename(self) -> None:
        self.renamed.emit(self._menu_offer)

    def _remove(self) -> None:
        self.removed.emit(self._menu_offer)

    def _follow(self) -> None:
        """Keep the current line in sight when the page around the list scrolls."""
        card = self._sender()
        if self.tabbed:
            page = cast("QWidget", self._scroll.widget())
            point = card.list.viewport().mapTo(page, card.list.visualRect(card.list.currentIndex()).center())
            self._scroll.ensureVisible(point.x(), point.y(), 0, self._theme.px(24))

    # Keys

    def _step(self, step: int) -> None:
        card = self._sender()
        self._go_beside(card, step, card.list)

    def _go_beside(self, card: OfferCard, step: int, focused: QWidget) -> None:
        place = self.cards.index(card) + step
        if not 0 <= place < len(self.cards):
            return
        other = self.cards[place]
        if self.tabbed:
            self._show_tab(other.offer.key)
        if focused is card.list:
            target: QWidget = other.list
        elif focused is not card.use and not other.deed.isHidden():
            target = other.deed
        else:
            target = other.use if other.usable else other.list
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        card = next((card for card in getattr(self, "cards", ()) if watched in (card.list, card.use, card.keep, card.menu)), None)
        if card is None or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._choose(card)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not card.list:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._go_beside(card, step, watched)
                return True
        return False
