# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is done from the dialog of the proposals: saving one under a name, renaming, deleting, printing, using a saved one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.scenarios import Scenario, ScenarioId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import scenarios
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.pairing_papers import comparison_pdf
from revmentor_desktop.programme.scenarios import Used
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.pairs.completion.chooser import SIDE_BY_SIDE
from revmentor_desktop.ui.pairs.completion.dialog import ProposalsDialog
from revmentor_desktop.ui.pairs.completion.lines import pair_names
from revmentor_desktop.ui.pairs.completion.naming import NAME_LIMIT, NameDialog
from revmentor_desktop.ui.pairs.completion.offers import Found, Offer
from revmentor_desktop.ui.pairs.completion.paper import shown_of
from revmentor_desktop.ui.pairs.completion.saved import key_of, saved_offer
from revmentor_desktop.ui.pairs.completion.today import offers_of
from revmentor_desktop.ui.printing import ChoosePrinter, Paper, PrinterError, Wish, print_papers
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import errors

_NAMED = 3
"""As many pairs as a notice names."""


class Comparing(QObject):
    """Fills the dialog and does what it asks for; ``snapshot`` is what its proposals of today were worked out of."""

    def __init__(
        self,
        theme: Theme,
        bridge: Bridge,
        clock: Callable[[], datetime],
        dialog: ProposalsDialog,
        found: Found,
        choose_printer: ChoosePrinter,
    ) -> None:
        super().__init__(dialog)
        self._theme, self._bridge, self._clock, self._dialog = theme, bridge, clock, dialog
        self._workspace, self._choose_printer = bridge.workspace, choose_printer
        self.snapshot: Snapshot = found.snapshot
        # With nothing to add today, only what is saved is worth looking at.
        self._today = () if found.nothing else offers_of(found)
        self._known: dict[ScenarioId, tuple[Snapshot, Offer]] = {}
        dialog.kept.connect(self._save)
        dialog.renamed.connect(self._rename)
        dialog.removed.connect(self._remove)
        dialog.undone.connect(self._undo)
        dialog.printed.connect(self._print)
        dialog.others_chosen.connect(self._show)
        self._show(self._first_keys())

    # What stands side by side

    def _saved(self) -> tuple[Scenario, ...]:
        """The saved ones, newest first."""
        return tuple(reversed(self._workspace.snapshot().scenarios))

    def _first_keys(self) -> tuple[str, ...]:
        today = tuple(offer.key for offer in self._today)
        if not self._dialog.comparing:
            return today
        saved = tuple(key_of(one) for one in self._saved())
        return (*today[:1], *saved)[:SIDE_BY_SIDE] if saved else today

    def _show(self, keys: Sequence[str], focus: str = "") -> None:
        """Show these side by side, of those that are gone nothing; the focus goes to that one."""
        offers = [offer for offer in self._today if offer.key in keys]
        if self._dialog.comparing:
            saved = self._saved()
            offers += [self._offer(one) for one in saved if key_of(one) in keys]
            choices = [(offer.key, offer.name) for offer in self._today] + [(key_of(one), one.name) for one in saved]
            self._dialog.offer_choices(choices, [offer.key for offer in offers], any_saved=bool(saved))
        self._dialog.show_offers(self._workspace.snapshot(), offers, focus)

    def _offer(self, scenario: Scenario) -> Offer:
        snapshot = self._workspace.snapshot()
        known = self._known.get(scenario.id)
        if known is None or known[0] is not snapshot:
            known = self._known[scenario.id] = (snapshot, saved_offer(snapshot, scenario))
        return known[1]

    def _again(self, focus: str, *, also: str = "") -> None:
        """Show the same again as it is now, with the focus where it was; those of today do not change by what is saved."""
        if not self._dialog.comparing:
            return
        keys = [offer.key for offer in self._dialog.offers_shown]
        if also and len(keys) < SIDE_BY_SIDE:
            keys.append(also)
        self._show(keys, focus)

    # Saving

    def _save(self, offer: Offer) -> None:
        completion = offer.completion
        if completion is None:
            return
        made: list[ScenarioId] = []

        def keep(name: str) -> None:
            made.append(scenarios.save(self._workspace, name, completion, self._clock().date(), offer.key))

        title, text = _("Save “{name}” as").format(name=offer.name), _("To compare it another day, even when people have changed.")
        if self._named(title, _("Save proposal"), "", keep, text):
            saved = scenarios.scenario_of(self._workspace.snapshot(), made[0])
            self._again(offer.key, also=key_of(saved))
            self._dialog.notice.say(_("Saved: {name}").format(name=saved.name), undoable=True)

    def _rename(self, offer: Offer) -> None:
        scenario_id = offer.scenario_id
        if scenario_id is None:
            return

        def rename(name: str) -> None:
            scenarios.rename(self._workspace, scenario_id, name)

        before = self._workspace.snapshot()
        if self._named(_("Rename “{name}”").format(name=offer.name), _("Rename"), offer.name, rename):
            self._again(offer.key)
            changed = self._workspace.snapshot() is not before
            self._dialog.notice.say(_("Renamed: {name}").format(name=self._name(scenario_id)) if changed else "", undoable=True)

    def _remove(self, offer: Offer) -> None:
        scenario_id = offer.scenario_id
        if scenario_id is None or not self._did(lambda: scenarios.remove(self._workspace, scenario_id)):
            return
        self._again(offer.key)
        self._dialog.notice.say(_("Deleted: {name}").format(name=offer.name), undoable=True)

    def _undo(self) -> None:
        if self._did(self._workspace.undo):
            self._again("")
            self._dialog.notice.say(_("Undone"), undoable=False)

    def _named(self, title: str, act: str, name: str, deed: Callable[[str], None], text: str = "") -> bool:
        """Ask for a name until ``deed`` takes it; returns whether it did."""

        def take(typed: str) -> str:
            if not typed:
                return _("Write a name.")
            if len(typed) > NAME_LIMIT:
                return _("At most {limit} letters fit. Shorten it.").format(limit=NAME_LIMIT)
            try:
                deed(typed)
            except (DomainError, StoreError) as error:
                return " ".join(part for part in errors.sentence(error) if part)
            return ""

        dialog = NameDialog(self._theme, self._dialog, title, act, name, take, text=text)
        accepted = dialog.exec() == NameDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def _name(self, scenario_id: ScenarioId) -> str:
        return scenarios.scenario_of(self._workspace.snapshot(), scenario_id).name

    def _did(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except (DomainError, StoreError) as error:
            self._dialog.notice.say(" ".join(part for part in errors.sentence(error) if part), undoable=False)
            return False
        return True

    # Printing

    def _print(self) -> None:
        snapshot, shown = self._workspace.snapshot(), shown_of(self._dialog.offers_shown)
        printer = self._choose_printer(self._dialog, Wish(_("Comparison of proposals"), 1)) if shown else None
        if printer is None:
            return
        self._dialog.print_button.setEnabled(False)
        paper = Paper(_("Comparison of proposals"), partial(comparison_pdf, snapshot, shown, self._clock().date()))
        self._bridge.run(self, partial(print_papers, printer, [paper]), self._take_printed, self._fail)

    def _take_printed(self, result: object) -> None:
        self._dialog.print_button.setEnabled(True)
        printed = bool(cast("tuple[bytes, ...]", result))
        self._dialog.notice.say(_("The comparison was sent to the printer.") if printed else _("Nothing was printed"), undoable=False)

    def _fail(self, error: Exception) -> None:
        self._dialog.print_button.setEnabled(True)
        if not isinstance(error, PrinterError):
            raise error
        text = _("The printer does not take it.") + " " + _("See that it is on and has paper, or choose another one.")
        self._dialog.notice.say(text, undoable=False)


def use_saved(bridge: Bridge, scenario_id: ScenarioId) -> tuple[str, bool]:
    """Form what still holds of a saved proposal, in one action. Returns what to say, and whether something can be undone."""
    snapshot = bridge.workspace.snapshot()
    try:
        used = scenarios.use(bridge.workspace, scenarios.scenario_of(snapshot, scenario_id))
    except (DomainError, StoreError) as error:
        return " ".join(part for part in errors.sentence(error) if part), False
    added = len(used.added)
    text = plural("{n} new pair, as a proposal", "{n} new pairs, as proposals", added).format(n=added)
    return "; ".join(part for part in (text, _left(snapshot, used)) if part), bool(added)


def _left(snapshot: Snapshot, used: Used) -> str:
    """Name what no longer held; why it does not stays in the dialog."""
    if not used.lost:
        return ""
    names = [pair_names(snapshot, (one.pair.mentor_id, one.pair.mentee_id)) for one in used.lost]
    if len(names) > _NAMED:
        return plural("{n} left out, as it no longer holds", "{n} left out, as they no longer hold", len(names)).format(n=len(names))
    return _("left out, as they no longer hold: {names}").format(names=formats.joined(names, current()))
