# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What other weights, or another minimum, would change in the pairs that the automatic completion proposes. Nothing is changed by it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme.pairs import Completion, complete
from revmentor_desktop.programme.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Half:
    """Who would teach somebody, and the exact score (0–100) of the two."""

    mentor_id: PersonId
    score: float


@dataclass(frozen=True, slots=True)
class Reproposal:
    """Somebody who learns and would be proposed another mentor: ``before`` and ``after``, ``None`` where nobody would be proposed.

    Each score is by the weights of its own side.
    """

    mentee_id: PersonId
    before: Half | None
    after: Half | None


def with_edition(snapshot: Snapshot, edition: Edition) -> Snapshot:
    """Return the same programme under other settings."""
    return replace(snapshot, edition=edition)


def proposed(snapshot: Snapshot, edition: Edition, cancelled: Callable[[], bool] | None = None) -> Completion:
    """Return what the automatic completion proposes under the settings of ``edition``."""
    return complete(with_edition(snapshot, edition), cancelled=cancelled)


def reproposals(before: Completion, after: Completion, snapshot: Snapshot) -> tuple[Reproposal, ...]:
    """Return who would be proposed another mentor, in the order of their names; fixed pairs are in neither."""
    first = {one.mentee_id: Half(one.mentor_id, one.score) for one in before.new}
    second = {one.mentee_id: Half(one.mentor_id, one.score) for one in after.new}
    people = snapshot.people
    changed = [
        Reproposal(mentee_id, first.get(mentee_id), second.get(mentee_id))
        for mentee_id in {*first, *second}
        if _mentor(first.get(mentee_id)) != _mentor(second.get(mentee_id))
    ]
    return tuple(sorted(changed, key=lambda one: (people[one.mentee_id].full_name, one.mentee_id)))


def _mentor(half: Half | None) -> PersonId | None:
    return None if half is None else half.mentor_id
