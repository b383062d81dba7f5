# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Complete proposals: worked out beside the window, and taken over only while nothing they rest on has changed."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Pair, PairId
from revmentor_desktop.pairing import blocks, choice, solve
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.programme import answers, fitting
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs
from revmentor_desktop.store.file import Connection

Completion = solve.Completion
Gap = choice.Gap
Objective = solve.Objective
Proposed = solve.Proposed
SECONDS = 10.0
"""How long a completion with very many *either* people is searched at the most; then it says how far from the best it may be."""


def countdown(seconds: float = SECONDS) -> Callable[[], float]:
    """Return what says how many seconds are left from now on."""
    end = time.monotonic() + seconds

    def left() -> float:
        return end - time.monotonic()

    return left


def complete(
    snapshot: Snapshot,
    objective: Objective = Objective.TOTAL,
    minimum: float | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Completion:
    """Complete the pairing exactly around what stands (domain.md §6); touches nothing, so it may run beside the window."""
    return solve.complete(fitting.situation(snapshot), objective, minimum, cancelled, countdown())


def as_if(snapshot: Snapshot, completion: Completion) -> Snapshot:
    """Return the edition as it would stand with a proposal taken over; new pairs have negative ids."""
    gone = {pair.id for pair in completion.replaced}
    new = tuple(
        Pair(PairId(-number), snapshot.edition.id, proposed.mentor_id, proposed.mentee_id, locked=False)
        for number, proposed in enumerate(completion.new, start=1)
        if proposed.kept is None
    )
    return replace(snapshot, pairs=(*(pair for pair in snapshot.pairs if pair.id not in gone), *new))


def use_completion(workspace: Workspace, completion: Completion, accept_on: date | None = None) -> None:
    """Take a proposal over in one action: new pairs as *propuesta*, unlocked; replaced ones go.

    With ``accept_on``, both people of every new or kept pair said yes on that day, so that they are *aceptada*; their warnings stay
    unread. Raises `DomainError` ``outdated`` when something changed since it was worked out, so that it no longer fits.
    """
    snapshot = workspace.snapshot()
    check_fits(snapshot, completion)
    with workspace.action("complete", pairs=len(completion.new)) as cx:
        for pair in completion.replaced:
            pairs.remove(cx, pair.id)
        kept = [_keep(cx, snapshot, proposed, accept_on) for proposed in completion.new]
        workspace.note(pair_ids=tuple(kept))


def check_fits(snapshot: Snapshot, completion: Completion) -> None:
    """Raise `DomainError` ``outdated`` unless a proposal can be taken over as it is: nothing stands against any of its pairs."""
    loose = {pair.id: (pair.mentor_id, pair.mentee_id) for pair in snapshot.living_pairs if not pair.fixed}
    relied_on = {each.kept: (each.mentor_id, each.mentee_id) for each in completion.new if each.kept is not None}
    relied_on |= {pair.id: (pair.mentor_id, pair.mentee_id) for pair in completion.replaced}
    if any(loose.get(pair_id) != couple for pair_id, couple in relied_on.items()):
        raise DomainError("pair", "outdated")
    if not snapshot.people.keys() >= {person for each in completion.new for person in (each.mentor_id, each.mentee_id)}:
        raise DomainError("pair", "outdated")
    after = as_if(snapshot, completion)
    new = {(each.mentor_id, each.mentee_id) for each in completion.new}
    chosen = [pair for pair in after.living_pairs if (pair.mentor_id, pair.mentee_id) in new and not pair.fixed]
    if len(chosen) != len(new) or _any_barred(fitting.situation(after), chosen):
        raise DomainError("pair", "outdated")


def _any_barred(after: Situation, chosen: Iterable[Pair]) -> bool:
    over = after.over()
    return any(
        frozenset((pair.mentor_id, pair.mentee_id)) in over
        or not blocks.offered(after, pair.mentor_id, pair.mentee_id)
        or blocks.first_block(after, pair.mentor_id, pair.mentee_id, ignoring=pair.id) is not None
        for pair in chosen
    )


def _keep(cx: Connection, snapshot: Snapshot, proposed: Proposed, accept_on: date | None) -> PairId:
    new = Pair(PairId(0), snapshot.edition.id, proposed.mentor_id, proposed.mentee_id, locked=False)
    pair = new if proposed.kept is None else snapshot.pair(proposed.kept)
    if accept_on is not None:
        pair = answers.accepted(snapshot, pair, accept_on)
    if proposed.kept is None:
        return pairs.add(cx, pair)
    if accept_on is not None:
        pairs.update(cx, pair)
    return pair.id
