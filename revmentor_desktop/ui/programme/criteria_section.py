# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Criterios de pareja*: what weighs when pairs are formed, beside what it changes in the pairs there are."""

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.editions import Edition, Weights
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import editions
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.weighing import Reproposal
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.programme import weights
from revmentor_desktop.ui.programme.changes_list import ChangesList, ChangesModel
from revmentor_desktop.ui.programme.forms import column
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.pair_changes import PairFacts, changes, facts, in_words
from revmentor_desktop.ui.programme.proposal_effect import ProposalEffect
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.programme.weight_slider import SharesBar, WeightRow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner, EmptyState
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.editors import NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.words import pairing

_ANY = 999
_NUMBER_WIDTH = 160


class CriteriaSection(SectionPage):
    """Six sliders beside what they change. *Before* is how weights and minimum were when the section was opened."""

    def __init__(self, theme: Theme, notices: Notices, restore: Action, bridge: Bridge, parent: QWidget | None = None) -> None:
        self._notices, self._workspace, self._restore = notices, notices.workspace, restore
        self._before = self._edition()
        self._shares: weights.Shares = weights.shares_of(self._before.weights)
        # Which slider is being dragged, and how the shares were when that began.
        self._drag: tuple[str, weights.Shares] | None = None
        self._facts: tuple[Snapshot, tuple[PairFacts, ...]] | None = None
        self.bar = SharesBar(theme)
        self.rows = {name: WeightRow(theme, name) for name in weights.CRITERIA}
        self.minimum = Field(
            theme,
            _("Least compatibility to propose"),
            NumberEdit(theme, 0, 0, _ANY, unit=_("of 100")),
            help_text=_("Under it, the automatic completion proposes no pair."),
        )
        self.minimum.editor.setMaximumWidth(theme.px(_NUMBER_WIDTH))
        self.model = ChangesModel()
        self.list = ChangesList(theme, self.model)
        self.empty = EmptyState(
            theme, "git-compare-arrows", _("There is nobody to pair up yet"), _("Once people have enrolled, you see here what changes.")
        )
        self.since = PlainLabel(theme, _("Since you opened this page."), "caption", "text2", wrap=True)
        self.calm = Banner(
            theme, "info", _("The pairs formed do not change by themselves"), _("The weights count for suggestions and for new pairs.")
        )
        super().__init__(theme, self._make_form(theme), self._make_meaning(theme), parent)
        self.effect = ProposalEffect(bridge, self)
        self.keeper = notices.keeper(self._edition, editions.save_edition, self)
        self.keeper.bind("minimum", self.minimum.label(), self.minimum.editor, self.minimum)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the present state; a slider under the hand stays where it is."""
        edition = self._edition()
        if edition.id != self._before.id:
            self._before = edition
        self.keeper.show_record()
        if any(row.slider.is_moving() for row in self.rows.values()):
            return
        kept = weights.shares_of(edition.weights)
        if kept != self._shares:
            # Something else than the slider changed them (undo): the next step begins a new drag.
            self._drag = None
        self._show(kept)

    def shares(self) -> dict[str, int]:
        """Return the shares that are shown."""
        return dict(self._shares)

    def restore(self) -> None:
        """Give the criteria their recommended weights."""
        self._drag = None
        self._save(Weights(), _("Recommended values restored"))

    def _edition(self) -> Edition:
        return self._workspace.snapshot().edition

    def _connect(self) -> None:
        for row in self.rows.values():
            row.slider.moved.connect(self._move)
            row.slider.let_go.connect(self._apply)
            row.slider.ended.connect(self._end)
            row.slider.given_up.connect(self._give_up)
        self.effect.waiting.connect(self._wait)
        self.effect.found.connect(self._take_effect)

    def _sender_name(self) -> str:
        slider = self.sender()
        return next((name for name, row in self.rows.items() if row.slider is slider), "")

    def _move(self, share: int) -> None:
        name = self._sender_name()
        if not name:
            return
        # In proportion to how they were when the drag began: to the end and back changes nothing.
        if self._drag is None or self._drag[0] != name:
            self._drag = name, self._shares
        self._show(weights.moved(self._drag[1], name, share))

    def _apply(self) -> None:
        name = self._sender_name()
        if not name or self._shares == weights.shares_of(self._edition().weights):
            return
        told = _("Saved: {field}, {value}").format(field=pairing.criterion_name(name), value=self._shares[name])
        self._save(weights.weights_of(self._shares), told)

    def _end(self) -> None:
        if self._drag is not None and self._drag[0] == self._sender_name():
            self._drag = None

    def _give_up(self) -> None:
        self._drag = None
        self._show(weights.shares_of(self._edition().weights))

    def _save(self, kept: Weights, told: str) -> None:
        change = partial(editions.save_edition, self._workspace, replace(self._edition(), weights=kept))
        self._notices.attempt(change, told)
        # Refused (a full disk): what is kept is shown again.
        self.refresh()

    def _show(self, shares: weights.Shares) -> None:
        self._shares = shares
        self.bar.set_shares(shares)
        for name, row in self.rows.items():
            row.set_share(shares[name])
        self._restore.setEnabled(shares != weights.shares_of(Weights()))
        self._show_changes()

    def _show_changes(self) -> None:
        snapshot, kept = self._workspace.snapshot(), self._edition()
        same = self._shares == weights.shares_of(kept.weights)
        after = kept if same else replace(kept, weights=weights.weights_of(self._shares))
        if self._facts is None or self._facts[0] is not snapshot:
            self._facts = snapshot, facts(snapshot)
        self.model.show_pairs(changes(self._facts[1], self._before.weights, after.weights))
        anybody = bool(snapshot.enrolments)
        for widget in (self.since, self.list, self.calm):
            widget.setVisible(anybody)
        self.empty.setVisible(not anybody)
        # Only what decides about pairs: a new name or date of the edition changes none.
        self.effect.ask(snapshot, replace(after, weights=self._before.weights, minimum=self._before.minimum), after)

    def _wait(self) -> None:
        self.model.show_proposals(None)

    def _take_effect(self, found: object) -> None:
        self.model.show_proposals(in_words(cast("tuple[Reproposal, ...]", found), self._workspace.snapshot()))

    def _make_form(self, theme: Theme) -> QWidget:
        card = Card(theme, _("What weighs when pairs are formed"), padding=18)
        card.body.addWidget(
            PlainLabel(theme, _("They add up to 100. If you raise one, the others give way."), "caption", "text2", wrap=True)
        )
        card.body.addWidget(self.bar)
        card.body.addSpacing(4)
        card.body.setSpacing(12)
        for row in self.rows.values():
            card.body.addWidget(row)
        card.body.addWidget(Line())
        card.body.addWidget(self.minimum)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(Button(theme, self._restore.label, "rotate-ccw", "quiet").follow(self._restore))
        card.body.addLayout(last)
        return column(card)

    def _make_meaning(self, theme: Theme) -> QWidget:
        card = Card(theme, _("What changes"), padding=18)
        card.body.addWidget(self.since)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.empty, 1)
        card.body.addWidget(self.calm)
        return card

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._before = self._edition()
            self._show(self._shares)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Out of sight nothing is worked out, for the file may be closed.
        self.effect.stop()
        super().hideEvent(event)
