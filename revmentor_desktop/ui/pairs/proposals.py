# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Complete proposals side by side: how each is worked out beside the window, and what its card says."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.pairs import Completion, Lonely, Objective
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.words import pairing

Couples = frozenset[tuple[PersonId, PersonId]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One completion with its figures over all pairs, old and new; ``points`` leave the new pairs of *ambos* out, which are said apart.

    ``differing`` are the couples that no other proposal has.
    """

    objective: Objective
    completion: Completion
    lonely: tuple[Lonely, ...]
    pairs: int
    points: float
    lowest: float | None
    differing: Couples = frozenset()

    @property
    def added(self) -> int:
        """How many pairs it would form."""
        return sum(one.kept is None for one in self.completion.new)


class LineKind(StrEnum):
    """What a line of a card is."""

    HEADING = "heading"
    PAIR = "pair"
    GONE = "gone"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card: ``text`` is a name, ``reason`` the sentence below it; ``differs`` tints it."""

    kind: LineKind
    text: str
    reason: str = ""
    initials: tuple[str, ...] = ()
    roles: tuple[Role | None, ...] = ()
    score: float | None = None
    differs: bool = False

    @property
    def sentence(self) -> str:
        """The line, as it is read to who cannot see it."""
        parts = [self.text, self.reason]
        if self.score is not None:
            parts.append(_("{n} of 100").format(n=formats.number(self.score, current())))
        if self.differs:
            parts.append(_("not in the other proposal"))
        return ", ".join(part for part in parts if part)


def work_out(snapshot: Snapshot, stop: Callable[[], bool], tell: Callable[[int], None]) -> tuple[Proposal, ...]:
    """Return *Más puntos* and, unless it is the same, *Más equitativa*. ``tell(done)`` of 2; ``stop`` may raise to give up."""
    found: list[Proposal] = []
    for number, objective in enumerate((Objective.TOTAL, Objective.FAIREST)):
        tell(number)
        completion = pairs.complete(snapshot, objective, cancelled=stop)
        if not any(_couples(one.completion) == _couples(completion) for one in found):
            found.append(_proposal(snapshot, objective, completion))
        stop()
    tell(2)
    return _compared(found)


def _proposal(snapshot: Snapshot, objective: Objective, completion: Completion) -> Proposal:
    then = pairs.as_if(snapshot, completion)
    scores = pairs.scores(then)
    lowest = min((one.score for one in completion.new), default=None)
    return Proposal(objective, completion, pairs.lonely(then), len(scores), sum(scores.values()) - completion.either_total, lowest)


def _couples(completion: Completion) -> Couples:
    return frozenset((one.mentor_id, one.mentee_id) for one in completion.new)


def _compared(found: list[Proposal]) -> tuple[Proposal, ...]:
    if len(found) < 2:
        return tuple(found)
    result: list[Proposal] = []
    for one in found:
        others = frozenset[tuple[PersonId, PersonId]]().union(*(_couples(other.completion) for other in found if other is not one))
        differing = _couples(one.completion) - others
        result.append(
            Proposal(one.objective, one.completion, one.lonely, one.pairs, one.points, one.lowest, differing),
        )
    return tuple(result)


def lines_of(snapshot: Snapshot, proposal: Proposal) -> tuple[Line, ...]:
    """Return what a card lists: the new pairs, the proposals that would go, and who is left without, with the reason."""
    new = [one for one in proposal.completion.new if one.kept is None]
    lines = [Line(LineKind.HEADING, plural("{n} new pair", "{n} new pairs", len(new)).format(n=len(new)))]
    for one in new:
        differs = (one.mentor_id, one.mentee_id) in proposal.differing
        lines.append(_pair_line(snapshot, LineKind.PAIR, one.mentor_id, one.mentee_id, one.score, differs))
    gone = proposal.completion.replaced
    if gone:
        lines.append(
            Line(LineKind.HEADING, plural("{n} proposal that would go", "{n} proposals that would go", len(gone)).format(n=len(gone)))
        )
        lines += [_pair_line(snapshot, LineKind.GONE, pair.mentor_id, pair.mentee_id, None, False) for pair in gone]
    alone = _alone(proposal)
    if alone:
        lines.append(Line(LineKind.HEADING, _("Without pair")))
        lines += [_alone_line(snapshot, reason) for reason in alone]
    return tuple(lines)


def summary(snapshot: Snapshot, proposal: Proposal) -> str:
    """Return who is left without, in one line: «Sin pareja: Fermín, Óscar y 3 más»."""
    names = [snapshot.people[reason.person_id].first_name for reason in _alone(proposal)]
    if not names:
        return _("Nobody is left without a pair.")
    if len(names) > 4:
        more = len(names) - 3
        return _("Without pair: {names} and {n} more.").format(names=", ".join(names[:3]), n=more)
    return _("Without pair: {names}.").format(names=formats.joined(names, current()))


def _alone(proposal: Proposal) -> list[Lonely]:
    order = {person_id: place for place, person_id in enumerate(proposal.completion.unpaired)}
    left = [reason for reason in proposal.lonely if reason.code != "withdrawn"]
    return sorted(left, key=lambda reason: order.get(reason.person_id, len(order)))


def _pair_line(snapshot: Snapshot, kind: LineKind, mentor_id: PersonId, mentee_id: PersonId, score: float | None, differs: bool) -> Line:
    two = [snapshot.people[mentor_id], snapshot.people[mentee_id]]
    names = formats.joined([person.first_name for person in two], current())
    roles = tuple(snapshot.enrolments[person.id].role for person in two)
    return Line(kind, names, "", tuple(person.initials for person in two), roles, score, differs)


def _alone_line(snapshot: Snapshot, reason: Lonely) -> Line:
    person = snapshot.people[reason.person_id]
    role = snapshot.enrolments[reason.person_id].role
    return Line(LineKind.ALONE, person.short_name, pairing.lonely(reason, snapshot), (person.initials,), (role,))
