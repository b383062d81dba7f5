# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A saved proposal as a card shows it: what it was on its day, what it would be today, and what no longer holds, in words."""

from dataclasses import replace

from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.scenarios import Scenario
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import scenarios
from revmentor_desktop.programme.pairs import ProposalName
from revmentor_desktop.programme.scenarios import Compared, ComparedPair, Hold
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.completion.lines import first_names
from revmentor_desktop.ui.pairs.completion.offers import Offer, Part, Shown, figures_of, without_pair
from revmentor_desktop.ui.pairs.completion.today import name_of
from revmentor_desktop.ui.words import pairing


def key_of(scenario: Scenario) -> str:
    """Return the key of its card and its pill."""
    return f"saved-{scenario.id}"


def saved_offer(snapshot: Snapshot, scenario: Scenario) -> Offer:
    """Return a saved proposal beside today."""
    compared = scenarios.compare(snapshot, scenario)
    left_out, idle = without_pair(snapshot, compared.left_out)
    shown = _shown(snapshot, compared)
    # As for one of today: proposals that stay count among the new ones.
    brought = {one.couple for one in shown if one.part in (Part.NEW, Part.STAYS)}
    return Offer(
        key=key_of(scenario),
        name=scenario.name,
        icon="history",
        about=_about(compared),
        figures=figures_of(_taken_up(snapshot, compared), brought),
        shown=shown,
        left_out=left_out,
        idle=idle,
        notes=_notes(compared),
        scenario_id=scenario.id,
    )


def why_not(snapshot: Snapshot, one: ComparedPair) -> str:
    """Return why a saved pair no longer holds, in words; what two people can't share is not told beyond «Incompatibilidad anotada»."""
    names = formats.joined(first_names(snapshot, [person for person in one.people if person in snapshot.people]), current())
    if one.hold is Hold.GONE:
        return plural("{names} is not in the edition any more", "{names} are not in the edition any more", len(one.people)).format(
            names=names
        )
    if one.hold is Hold.OTHER_PAIR:
        return _other_pair(snapshot, one)
    if one.hold is Hold.BLOCKED and one.block is not None:
        return pairing.block(one.block)
    return {
        Hold.NOT_OFFERED: _("Their roles no longer fit"),
        Hold.OVER: _("Tried already in this edition"),
    }.get(one.hold, "")


def _other_pair(snapshot: Snapshot, one: ComparedPair) -> str:
    known = {pair.id: pair for pair in snapshot.pairs}
    half = {one.pair.mentor_id, one.pair.mentee_id}
    for pair in (known[pair_id] for pair_id in one.pairs if pair_id in known):
        couple = pair.mentor_id, pair.mentee_id
        taken, other = couple if pair.mentor_id in half else couple[::-1]
        name, partner = first_names(snapshot, [taken, other])
        return _("{name} is in a pair with {other} by now").format(name=name, other=partner)
    return _("There is no place left for it beside the others")


def _about(compared: Compared) -> str:
    scenario, size = compared.scenario, compared.scenario.size
    day, points = formats.long_date(scenario.made_on, current()), formats.number(compared.then, current())
    return plural(
        "“{name}” of {day}: {n} pair and {points} points that day.", "“{name}” of {day}: {n} pairs and {points} points that day.", size
    ).format(name=name_of(ProposalName(scenario.objective.value)), day=day, n=size, points=points)


def _taken_up(snapshot: Snapshot, compared: Compared) -> Snapshot:
    """The programme as it would stand with what still holds."""
    stay = [pair for pair in snapshot.pairs if pair.id not in compared.would_go]
    new = [
        Pair(PairId(-number), snapshot.edition.id, one.pair.mentor_id, one.pair.mentee_id)
        for number, one in enumerate(compared.possible, start=1)
    ]
    return replace(snapshot, pairs=(*stay, *new))


def _shown(snapshot: Snapshot, compared: Compared) -> tuple[Shown, ...]:
    loose = {(pair.mentor_id, pair.mentee_id) for pair in snapshot.living_pairs if not pair.fixed}
    pairs = {pair.id: pair for pair in snapshot.pairs}
    gone = [Shown((pairs[one].mentor_id, pairs[one].mentee_id), Part.GOES) for one in compared.would_go]
    told = [_pair(snapshot, one, loose) for one in compared.pairs]
    told.sort(key=lambda one: -round(one.score or one.then or 0.0, 9))
    return (*gone, *told)


def _pair(snapshot: Snapshot, one: ComparedPair, loose: set[tuple[PersonId, PersonId]]) -> Shown:
    couple = one.pair.mentor_id, one.pair.mentee_id
    if one.hold is Hold.POSSIBLE:
        return Shown(couple, Part.NEW, one.now, one.pair.score)
    if one.hold is Hold.STANDS:
        return Shown(couple, Part.STAYS if couple in loose else Part.FORMED, one.now, one.pair.score)
    that_day = _("That day {n}").format(n=formats.number(one.pair.score, current()))
    return Shown(couple, Part.FAILS, None, one.pair.score, f"{why_not(snapshot, one)}. {that_day}")


def _notes(compared: Compared) -> tuple[str, ...]:
    erased = compared.erased
    lost = plural(
        "{n} pair is not known any more: somebody was erased from the file.",
        "{n} pairs are not known any more: somebody was erased from the file.",
        erased,
    ).format(n=erased)
    others = len(compared.elsewhere) - len(compared.would_go)
    stay = plural("{n} other pair of today stays.", "{n} other pairs of today stay.", others).format(n=others)
    return (*([lost] if erased else ()), *([stay] if others else ()))
