# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Criterios de pareja*: what weighs when pairs are formed, beside what it changes in the pairs there are."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.editions import Edition, Weights
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import editions
from revmentor_desktop.ui.programme import weights
from revmentor_desktop.ui.programme.forms import column, side_by_side
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.pair_changes import ChangesList, ChangesModel, changes
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.programme.weight_slider import SharesBar, WeightRow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner, EmptyState
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.editors import NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.words import pairing

_ANY = 999


class CriteriaSection(SectionPage):
    """Six sliders beside the pairs. *Before* is how the weights were when the section was opened."""

    def __init__(self, theme: Theme, notices: Notices, restore: Action, parent: QWidget | None = None) -> None:
        self._notices, self._workspace, self._restore = notices, notices.workspace, restore
        self._before = self._edition().weights
        self._edition_id = self._edition().id
        self.bar = SharesBar(theme)
        self.rows = {name: WeightRow(theme, name) for name in weights.CRITERIA}
        self._shares: weights.Shares = self._before.shares()
        self._from: weights.Shares | None = None
        self.minimum = Field(
            theme,
            _("Least compatibility to propose"),
            NumberEdit(theme, 0, 0, _ANY, unit=_("of 100")),
            help_text=_("Under it, the automatic completion proposes no pair."),
        )
        self.model = ChangesModel()
        self.list = ChangesList(theme, self.model)
        self.empty = EmptyState(
            theme, "git-compare-arrows", _("There are no pairs yet"), _("Once there are, you see here what changes in each.")
        )
        self.calm = Banner(
            theme, "info", _("The pairs formed do not change by themselves"), _("The weights count for suggestions and for new pairs.")
        )
        super().__init__(theme, self._make_form(theme), self._make_meaning(theme), parent)
        self.keeper = notices.keeper(self._edition, editions.save_edition, self)
        self.keeper.bind("minimum", self.minimum.label(), self.minimum.editor, self.minimum)
        for row in self.rows.values():
            row.slider.moved.connect(self._move)
            row.slider.let_go.connect(self._apply)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        edition = self._edition()
        if edition.id != self._edition_id:
            self._edition_id, self._before = edition.id, edition.weights
        self.keeper.show_record()
        self._from = None
        self._show(edition.weights.shares())

    def shares(self) -> dict[str, int]:
        """Return the shares that are shown."""
        return weights.whole(self._shares)

    def restore(self) -> None:
        """Give the criteria their recommended weights."""
        self._save(Weights(), _("Recommended values restored"))

    def _edition(self) -> Edition:
        return self._workspace.snapshot().edition

    def _move(self, share: int) -> None:
        slider = self.sender()
        name = next((name for name, row in self.rows.items() if row.slider is slider), None)
        if name is None:
            return
        # In proportion to how they were when the slider was taken: to the end and back changes nothing.
        self._from = self._from or self._shares
        self._show(weights.moved(self._from, name, share))

    def _apply(self) -> None:
        slider, self._from = self.sender(), None
        name = next((name for name, row in self.rows.items() if row.slider is slider), None)
        if name is None or self.shares() == weights.shares_of(self._edition().weights):
            return
        told = _("Saved: {field}, {value}").format(field=pairing.criterion_name(name), value=self.shares()[name])
        self._save(weights.weights_of(self._shares), told)

    def _save(self, kept: Weights, told: str) -> None:
        change = partial(editions.save_edition, self._workspace, replace(self._edition(), weights=kept))
        self._notices.attempt(change, told)
        # Refused (a full disk): what is kept is shown again.
        self.refresh()

    def _show(self, shares: weights.Shares) -> None:
        self._shares = shares
        shown = weights.whole(shares)
        self.bar.set_shares(shown)
        for name, row in self.rows.items():
            row.set_share(shown[name])
        kept = self._edition().weights
        present = kept if shown == weights.shares_of(kept) else weights.weights_of(shares)
        found = changes(self._workspace.snapshot(), self._before, present)
        self.model.show_changes(found)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._restore.setEnabled(shown != weights.shares_of(Weights()))

    def _make_form(self, theme: Theme) -> QWidget:
        card = Card(theme, _("What weighs when pairs are formed"), padding=18)
        card.body.addWidget(
            PlainLabel(theme, _("They add up to 100. If you raise one, the others give way."), "caption", "text2", wrap=True)
        )
        card.body.addWidget(self.bar)
        card.body.addSpacing(6)
        card.body.setSpacing(10)
        for row in self.rows.values():
            card.body.addWidget(row)
        card.body.addWidget(Line())
        card.body.addLayout(side_by_side(self.minimum, QWidget()))
        last = QHBoxLayout()
        last.setContentsMargins(-RING, 0, 0, 0)
        last.addWidget(Button(theme, self._restore.label, "rotate-ccw", "quiet").follow(self._restore))
        last.addStretch(1)
        card.body.addLayout(last)
        return column(card)

    def _make_meaning(self, theme: Theme) -> QWidget:
        card = Card(theme, _("What changes"), padding=18)
        card.body.addWidget(PlainLabel(theme, _("In the pairs there are, since you opened this page."), "caption", "text2", wrap=True))
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.empty, 1)
        card.body.addWidget(self.calm)
        return card

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._before = self._edition().weights
            self._show(self._shares)
