# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Complete proposals side by side, to use one of them, save it under a name, or leave."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.completion.card import OfferCard
from revmentor_desktop.ui.pairs.completion.chooser import SIDE_BY_SIDE, Chooser
from revmentor_desktop.ui.pairs.completion.notice import Notice
from revmentor_desktop.ui.pairs.completion.offers import Offer
from revmentor_desktop.ui.pairs.completion.stage import Legend, Stage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button, IconButton
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.segmented import SegmentedControl

_WIDTHS = {1: 480, 2: 720, 3: 980}
_TABBED = 640
_CARD = 232
"""Least width of a card in px at 100 %: with less room the proposals stand one behind the other."""
_LOW = 480
"""Height of the window in px at 100 % under which they do so too."""


class ProposalsDialog(Dialog):
    """Up to three proposals. When accepted, ``chosen`` is the one to use. It changes nothing itself.

    ``kept(Offer)``: *Guardar como…*; ``renamed(Offer)``, ``removed(Offer)``: of a saved one; ``undone``: the button of its notice.
    ``others_chosen(keys)``: by the chooser above the cards, with ``comparing``. ``printed``: *Imprimir la comparación* of those shown.
    """

    kept = Signal(object)
    renamed = Signal(object)
    removed = Signal(object)
    others_chosen = Signal(object)
    undone = Signal()
    printed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None, *, comparing: bool = False, read_only: str = "") -> None:
        title = _("Compare proposals") if comparing else _("Complete automatically")
        super().__init__(theme, parent, title, "", safe=_("Close") if comparing else _("Cancel"), width=320)
        self.chosen: Offer | None = None
        self.comparing, self._any_saved = comparing, False
        self._window = parent.window().size() if parent is not None else QSize(1366, 690)
        self._low = self._window.height() < theme.px(_LOW)
        self._intro = PlainLabel(theme, "", "table", "text2", wrap=True)
        self.chooser = Chooser(theme, lines=1 if self._low else 2)
        self.stage = Stage(theme, changeable=not read_only)
        self.notice, self.legend = Notice(theme), Legend(theme)
        printing, small = _("Print the comparison"), self._low or self._room() < theme.px(600)
        self.print_button = IconButton(theme, "printer", printing, variant="secondary") if small else Button(theme, printing, "printer")
        self.close_button = IconButton(theme, "x", _("Close"), parent=self)
        self._lay_out()
        self._connect()

    @property
    def cards(self) -> tuple[OfferCard, ...]:
        """The cards in sight, or one behind the other."""
        return self.stage.cards

    @property
    def tabs(self) -> SegmentedControl:
        """Which card is in sight where they stand one behind the other."""
        return self.stage.tabs

    @property
    def offers_shown(self) -> tuple[Offer, ...]:
        """The proposals side by side."""
        return tuple(card.offer for card in self.cards)

    def offer_choices(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str], *, any_saved: bool) -> None:
        """Offer (key, name) to choose from; ``any_saved``: some of them are of another day."""
        self.chooser.offer(choices, chosen)
        self._any_saved = any_saved

    def show_offers(self, snapshot: Snapshot, offers: Sequence[Offer], focus: str = "") -> None:
        """Put these side by side, or one behind the other where they have no room; the focus goes to the card of that key."""
        intro = self._words(snapshot, offers)
        self._intro.setText(intro)
        number = SIDE_BY_SIDE if self.comparing else len(offers)
        narrow = number > 1 and self._room() < number * self.theme.px(_CARD)
        self._show(snapshot, offers, number, tabbed=narrow or self._low)
        if not self.stage.tabbed and self._needed() > self._height():
            # Large text: what does not fit into a card would push the dialog out of the window.
            self._show(snapshot, offers, number, tabbed=True)
        self.stage.align()
        self.stage.take_focus(focus)

    # Inside

    def _show(self, snapshot: Snapshot, offers: Sequence[Offer], number: int, *, tabbed: bool) -> None:
        self._intro.setVisible(not tabbed)
        self.stage.show_offers(snapshot, offers, tabbed=tabbed, intro=self._intro.text() if tabbed else "")
        self.legend.setVisible(self.stage.differs and not tabbed)
        wide = self.theme.px(_TABBED if tabbed and number > 1 else _WIDTHS[max(1, min(number, SIDE_BY_SIDE))])
        self.resize(min(wide, self._window.width() - 24, self.maximumWidth()), self._height())

    def _needed(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        layout.activate()
        self.stage.align()
        return layout.minimumHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.minimumSize().height()

    def _room(self) -> int:
        return min(980, self._window.width() - 24) - 40

    def _height(self) -> int:
        return min(self.maximumHeight(), self._window.height() - (12 if self._low else 24))

    def _lay_out(self) -> None:
        # The cards stand on the ground of pages, as in the window.
        self.theme.restyle(self, plain="false")
        # Wrapped labels ask for the height that they would have in a narrower place.
        if (layout := self.layout()) is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(min(self.theme.px(320), self._window.width() - 24), 200)
        self.safe.set_variant("plain")
        self.body.setSpacing(6 if self._low else 12)
        self.chooser.setVisible(self.comparing)
        self.body.addWidget(self._intro)
        self.body.addWidget(self.chooser)
        self.body.addWidget(self.stage, 1)
        self.body.addWidget(self.notice)
        self.notice.hide()
        self.foot.insertWidget(0, self.legend)
        self.foot.addLayout(self.stage.deeds)
        self.foot.addWidget(self.print_button)

    def _connect(self) -> None:
        self.stage.used.connect(self._use)
        self.stage.kept.connect(self.kept)
        self.stage.renamed.connect(self.renamed)
        self.stage.removed.connect(self.removed)
        self.chooser.changed.connect(self._choose_others)
        self.notice.undone.connect(self.undone)
        self.print_button.clicked.connect(self.printed)
        self.close_button.clicked.connect(self.reject)

    def _use(self, offer: Offer) -> None:
        self.chosen = offer
        self.accept()

    def _choose_others(self) -> None:
        focused = next((key for key, pill in self.chooser.pills.items() if pill.hasFocus()), None)
        self.others_chosen.emit(self.chooser.chosen())
        if focused is not None:
            self.chooser.pills[focused].setFocus(Qt.FocusReason.TabFocusReason)

    def _words(self, snapshot: Snapshot, offers: Sequence[Offer]) -> str:
        if not self.comparing:
            return intro(snapshot, offers)
        if self._any_saved:
            return _("Choose up to three. Saved ones are shown as they would be today, and what no longer holds is said.")
        return _("No proposal is saved yet. “Save as…” on a card keeps it under a name, to compare it another day.")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_button.adjustSize()
        self.close_button.move(self.width() - self.close_button.width() - 12, 10)
        if self.comparing:
            self.chooser.fit()
        self.stage.align()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stage.align()


def intro(snapshot: Snapshot, offers: Sequence[Offer]) -> str:
    """Return the sentence below the title when the pairing is completed."""
    completion = next((offer.completion for offer in offers if offer.completion is not None), None)
    fixed = len(completion.fixed) if completion is not None else 0
    stays = plural("The fixed pair does not change.", "The {n} fixed pairs do not change.", fixed).format(n=fixed) if fixed else ""
    minimum = _("Least compatibility of a new pair: {n} of 100.").format(n=formats.number(snapshot.edition.minimum, current()))
    return " ".join(part for part in (stays, _("Choose how to go on; you can undo it."), minimum) if part)
