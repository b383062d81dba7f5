# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Scores and blocks of all mentors with all mentees at once, equal to those of `criteria` and `blocks`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.blocks import personal_block
from revmentor_desktop.pairing.criteria import ENOUGH_MINUTES, NEUTRAL
from revmentor_desktop.pairing.grid import UNKNOWN, Codes, Sheet, cannot_meet, shared_stretches, sheet
from revmentor_desktop.pairing.situation import Situation

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Minutes


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Mentors (rows) × mentees (columns): the exact ``values`` (0–100) and the ``longest`` shared stretch in minutes.

    ``learn`` is the value 0…1 of the first criterion, ``apart`` marks those who cannot meet for their modality.
    """

    mentors: tuple[PersonId, ...]
    mentees: tuple[PersonId, ...]
    values: Floats
    learn: Floats
    longest: Minutes
    apart: Flags


def score_matrix(situation: Situation, mentors: Sequence[PersonId] | None = None, mentees: Sequence[PersonId] | None = None) -> Scores:
    """Judge every mentor with every mentee, blocked or not (a person with themself too).

    Without ``mentors`` or ``mentees`` they are those enrolled with a role that teaches or learns, by handle.
    """
    rows = teachers(situation) if mentors is None else tuple(mentors)
    columns = learners(situation) if mentees is None else tuple(mentees)
    codes = Codes(situation, dict.fromkeys((*rows, *columns)))
    return score_sheets(situation, sheet(codes, rows), sheet(codes, columns))


def teachers(situation: Situation) -> tuple[PersonId, ...]:
    """Return those enrolled with a role that teaches, by handle."""
    return by_handle(situation, [one.person_id for one in situation.enrolments.values() if one.role is not None and one.role.teaches])


def learners(situation: Situation) -> tuple[PersonId, ...]:
    """Return those enrolled with a role that learns, by handle."""
    return by_handle(situation, [one.person_id for one in situation.enrolments.values() if one.role is not None and one.role.learns])


def by_handle(situation: Situation, ids: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """Return ``ids`` in the order of their handles, the one order that does not depend on how the data came."""
    return tuple(sorted(ids, key=lambda person_id: (situation.people[person_id].handle, person_id)))


def score_sheets(situation: Situation, mentors: Sheet, mentees: Sheet) -> Scores:
    """Judge the mentors of one sheet with the mentees of another; both must come from the same codes."""
    import numpy as np

    if not mentors.ids or not mentees.ids:
        none = np.zeros((len(mentors.ids), len(mentees.ids)))
        return Scores(mentors.ids, mentees.ids, none, none, none.astype(np.int16), none.astype(np.bool_))
    shares = situation.edition.weights.shares()
    total, longest = shared_stretches(mentors, mentees)
    learn = _coverage(mentees, mentors).T
    values = (
        shares["learn"] * learn
        + shares["give_back"] * _coverage(mentors, mentees)
        + shares["hours"] * np.minimum(1.0, total.astype(np.float64) / ENOUGH_MINUTES)
        + shares["hierarchy"] * _hierarchy(mentors, mentees)
        + shares["department"] * _other_department(mentors, mentees)
        + shares["ease"] * _ease(mentors, mentees)
    )
    return Scores(mentors.ids, mentees.ids, values, learn, longest, cannot_meet(mentors, mentees))


def _coverage(wanting: Sheet, offering: Sheet) -> Floats:
    import numpy as np

    sums = wanting.wants.sum(axis=1)
    covered = wanting.wants @ offering.matches.T / np.where(sums > 0, sums, 1.0)[:, None]
    return np.where(sums[:, None] > 0, covered, NEUTRAL)


def _hierarchy(mentors: Sheet, mentees: Sheet) -> Floats:
    import numpy as np

    apart = np.clip(mentees.levels[None, :] - mentors.levels[:, None], 0, 2) / 2
    known = (mentors.levels != UNKNOWN)[:, None] & (mentees.levels != UNKNOWN)[None, :]
    return np.where(known, apart, 0.0)


def _other_department(mentors: Sheet, mentees: Sheet) -> Flags:
    known = (mentors.departments != UNKNOWN)[:, None] & (mentees.departments != UNKNOWN)[None, :]
    return known & (mentors.departments[:, None] != mentees.departments[None, :])


def _ease(mentors: Sheet, mentees: Sheet) -> Floats:
    language = mentors.languages @ mentees.languages.T > 0
    no_in_person = ~(mentors.in_person[:, None] | mentees.in_person[None, :])
    place = (mentors.sites[:, None] == mentees.sites[None, :]) | no_in_person
    return 0.5 * language + 0.5 * place


def blocked(situation: Situation, scores: Scores) -> dict[Block, Flags]:
    """Return who is blocked by what, mentors × mentees, for every block but capacity.

    Of what keeps a person from any pair only the first is marked. Somebody with themself is not: that is never offered.
    """
    marks = {block: _none(scores) for block in Block if block is not Block.CAPACITY}
    for axis, ids in enumerate((scores.mentors, scores.mentees)):
        for place, person_id in enumerate(ids):
            block = personal_block(situation, person_id)
            if block is not None:
                marks[block][(place, slice(None)) if axis == 0 else (slice(None), place)] = True
    _mark_couples(scores, marks[Block.EXCLUSION], [(one.by_id, one.other_id) for one in situation.exclusions])
    bosses = [(person.id, person.boss_id) for person in situation.people.values() if person.boss_id is not None]
    _mark_couples(scores, marks[Block.BOSS], bosses)
    marks[Block.HOURS] |= scores.longest < situation.edition.minutes
    marks[Block.MODALITY] |= scores.apart
    return marks


def couples(scores: Scores, wanted: Sequence[tuple[PersonId, PersonId]]) -> Flags:
    """Return the matrix that marks ``wanted``, each couple in both directions."""
    marks = _none(scores)
    _mark_couples(scores, marks, wanted)
    return marks


def same_person(scores: Scores) -> Flags:
    """Return the matrix that marks everybody with themself."""
    return couples(scores, [(person_id, person_id) for person_id in scores.mentors])


def _none(scores: Scores) -> Flags:
    import numpy as np

    return np.zeros((len(scores.mentors), len(scores.mentees)), dtype=np.bool_)


def _mark_couples(scores: Scores, marks: Flags, wanted: Sequence[tuple[PersonId, PersonId]]) -> None:
    rows = {person_id: place for place, person_id in enumerate(scores.mentors)}
    columns = {person_id: place for place, person_id in enumerate(scores.mentees)}
    for one, other in wanted:
        for mentor, mentee in ((one, other), (other, one)):
            if mentor in rows and mentee in columns:
                marks[rows[mentor], columns[mentee]] = True


def open_places(situation: Situation, scores: Scores) -> Flags:
    """Return where the living pairs leave a place, mentors × mentees (the opposite of the block capacity)."""
    import numpy as np

    living = situation.living()
    taught: dict[PersonId, int] = {}
    for pair in living:
        taught[pair.mentor_id] = taught.get(pair.mentor_id, 0) + 1
    learning = {pair.mentee_id for pair in living}
    teaching = [
        person_id not in learning and taught.get(person_id, 0) < situation.enrolments[person_id].capacity for person_id in scores.mentors
    ]
    free = [person_id not in learning and person_id not in taught for person_id in scores.mentees]
    return np.array(teaching, dtype=np.bool_)[:, None] & np.array(free, dtype=np.bool_)[None, :]
