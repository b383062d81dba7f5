# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The proposals of today as cards show them, with the sentence that says what each is best at."""

from collections.abc import Mapping

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, context, current, formats, plural
from revmentor_desktop.programme.pairs import Completion, Proposal, ProposalName
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.pairs.completion.offers import Couple, Figures, Found, Offer, Part, Shown, without_pair

_ICONS = {ProposalName.TOTAL: "trending-up", ProposalName.FAIREST: "scale", ProposalName.ALTERNATIVE: "shuffle"}
_SAME = 0.5
"""Points that figures shown as whole numbers do not tell apart."""


def offers_of(found: Found) -> tuple[Offer, ...]:
    """Return the proposals in the order in which they stand side by side."""
    figures = {one.name: numbers for one, numbers in zip(found.proposals, found.figures, strict=True)}
    first = found.proposals[0].completion
    alone, _idle = without_pair(found.snapshot, first.unpaired)
    return tuple(_offer(found.snapshot, one, figures, alone) for one in found.proposals)


def name_of(name: ProposalName) -> str:
    """What a proposal is called."""
    return {
        ProposalName.TOTAL: _("Most points"),
        ProposalName.FAIREST: _("Fairest"),
        ProposalName.ALTERNATIVE: context("proposal", "An alternative"),
    }[name]


def icon_of(name: ProposalName) -> str:
    """Return the icon of a proposal."""
    return _ICONS[name]


def _offer(snapshot: Snapshot, proposal: Proposal, figures: Mapping[ProposalName, Figures], alone: tuple[PersonId, ...]) -> Offer:
    completion = proposal.completion
    left_out, idle = without_pair(snapshot, completion.unpaired)
    return Offer(
        key=proposal.name.value,
        name=name_of(proposal.name),
        icon=_ICONS[proposal.name],
        about=_about(snapshot, proposal, figures),
        figures=figures[proposal.name],
        shown=_shown(completion),
        left_out=left_out,
        idle=idle,
        joined=tuple(person_id for person_id in alone if person_id not in left_out),
        notes=tuple(filter(None, (unproved(completion),))),
        completion=completion,
    )


def unproved(completion: Completion) -> str:
    """Return how far a proposal may be from the best when the time was over before that was known, empty when it is the best."""
    gap = completion.gap
    if gap is None:
        return ""
    if gap.pairs:
        return plural(
            "There was no time to prove it the best: {n} more of those who do both might get a pair.",
            "There was no time to prove it the best: up to {n} more of those who do both might get a pair.",
            gap.pairs,
        ).format(n=gap.pairs)
    points = round(gap.points)
    if points:
        return plural(
            "There was no time to prove it the best: the pairs of those who do both might add {n} point more.",
            "There was no time to prove it the best: the pairs of those who do both might add up to {n} points more.",
            points,
        ).format(n=points)
    return _("It is as good as the best; there was no time to compare all that are equal.")


def _shown(completion: Completion) -> tuple[Shown, ...]:
    gone = [Shown((pair.mentor_id, pair.mentee_id), Part.GOES) for pair in completion.replaced]
    new = [Shown((one.mentor_id, one.mentee_id), Part.NEW if one.kept is None else Part.STAYS, score=one.score) for one in completion.new]
    return (*gone, *new)


def _about(snapshot: Snapshot, proposal: Proposal, figures: Mapping[ProposalName, Figures]) -> str:
    if proposal.name is ProposalName.TOTAL:
        if ProposalName.FAIREST in figures:
            return _("The best sum for those who want to learn.")
        return _("The best sum for those who want to learn, and the fairest too.")
    mine, best = figures[proposal.name], figures[ProposalName.TOTAL]
    if proposal.name is ProposalName.FAIREST:
        return _about_fairest(mine, best)
    example = min(proposal.only, key=lambda couple: _rank(snapshot, proposal, couple), default=None)
    return _about_alternative(snapshot, best.points - mine.points, example)


def _rank(snapshot: Snapshot, proposal: Proposal, couple: Couple) -> tuple[float, str, str]:
    score = next((one.score for one in proposal.completion.new if (one.mentor_id, one.mentee_id) == couple), 0.0)
    return (-round(score, 9), snapshot.people[couple[0]].handle, snapshot.people[couple[1]].handle)


def _about_fairest(mine: Figures, best: Figures) -> str:
    if mine.lowest is None or best.lowest is None or round(mine.lowest) <= round(best.lowest):
        return _("The weakest new pair is as good as it can be.")
    low, high = (formats.number(value, current()) for value in (best.lowest, mine.lowest))
    fewer = round(best.points) - round(mine.points)
    if fewer <= 0:
        return _("The lowest new pair goes up from {low} to {high}.").format(low=low, high=high)
    return plural(
        "The lowest new pair goes up from {low} to {high}, for {n} point fewer in all.",
        "The lowest new pair goes up from {low} to {high}, for {n} points fewer in all.",
        fewer,
    ).format(low=low, high=high, n=formats.number(fewer, current()))


def _about_alternative(snapshot: Snapshot, fewer: float, example: Couple | None) -> str:
    if example is None:
        return _("Other pairs that come close.")
    names = formats.joined([snapshot.people[person_id].first_name for person_id in example], current())
    if fewer < _SAME:
        return _("The same sum with other pairs, such as {names}.").format(names=names)
    number = round(fewer)
    return plural(
        "{n} point fewer, with other pairs such as {names}.", "{n} points fewer, with other pairs such as {names}.", number
    ).format(n=formats.number(number, current()), names=names)
