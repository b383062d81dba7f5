# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which one more stretch of hours, of somebody or of a possible partner, could lead to a pair more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.change import Change, ChangeKind
from revmentor_desktop.pairing.criteria import ENOUGH_MINUTES, TOLERANCE
from revmentor_desktop.pairing.openings import openings, stretch_count, window
from revmentor_desktop.pairing.solve import Objective, Table
from revmentor_desktop.pairing.standing import Standing

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Floats, Minutes, Numbers, Sheet
    from revmentor_desktop.pairing.openings import Windows

NEAR = 1e-7
"""By how much a quick look at a score may be off; what passes is looked at exactly."""
_NEVER = 32000
"""More minutes than a week's shared hours can have."""

Place = tuple[int | slice, int | slice]
"""What picks somebody's row or column out of mentors × mentees."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Somebody on one side of the table, and the ``others`` opposite, an element each.

    ``place`` picks the person's row or column out of mentors × mentees. ``useful`` marks the others with whom a pair can
    be one more while nothing else changes.
    """

    person_id: PersonId
    learns: bool
    place: Place
    others: tuple[PersonId, ...]
    useful: Flags

    def couple(self, other: int) -> tuple[PersonId, PersonId]:
        """Return the person and one of the others as (mentor, mentee)."""
        other_id = self.others[other]
        return (other_id, self.person_id) if self.learns else (self.person_id, other_id)


def sides(standing: Standing, person_id: PersonId) -> list[Side]:
    """Return the sides of the table on which somebody stands."""
    import numpy as np

    scores, table = standing.table.scores, standing.table
    found: list[Side] = []
    column, row = standing.columns.get(person_id), standing.rows.get(person_id)
    if column is not None:
        useful = standing.spare if table.either[column] else standing.giving & (table.seats > 0)
        found.append(Side(person_id, True, (slice(None), column), scores.mentors, useful))
    if row is not None and table.seats[row] > 0:
        useful = table.either if standing.spare[row] else np.zeros_like(table.either)
        found.append(Side(person_id, False, (row, slice(None)), scores.mentees, useful))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Stretches that open a couple, an element each: new minutes, those that the partner lacks, whose hours, which stretch.

    ``useful``: a pair of the couple can be one more while nothing else changes.
    """

    minutes: Minutes
    lacking: Minutes
    whose: Numbers
    stretch: Numbers
    useful: Flags


def stretches(standing: Standing, person_id: PersonId) -> Iterator[tuple[Change, Table]]:
    """Yield the stretches that make a pair of somebody possible and could lead to a pair more, with the table each gives.

    Fewest new minutes first, then most that the partner has, then earliest, then the person's own, then by handle. Of
    those of one person that come to the same only the first is named.
    """
    import numpy as np

    ids = (person_id, *(one for one in dict.fromkeys((*standing.rows, *standing.columns)) if one != person_id))
    ranks = {one: rank for rank, one in enumerate(ids)}
    parts = [part for side in sides(standing, person_id) for part in _parts(standing, side, ranks)]
    if not parts:
        return
    joined = [np.concatenate([getattr(part, name) for part in parts]) for name in ("minutes", "lacking", "stretch", "whose", "useful")]
    minutes, lacking, stretch, whose, useful = joined
    effects = _Effects(standing)
    seen: set[tuple[PersonId, bytes]] = set()
    for place in np.lexsort((whose, stretch, lacking, minutes)).tolist():
        one, which = ids[int(whose[place])], int(stretch[place])
        if not useful[place] and not effects.alters(one)[which]:
            continue
        effect = effects.of(one)
        key = one, effect.come_to(which)
        if key not in seen:
            seen.add(key)
            yield Change(ChangeKind.HOURS, one, window=window(which), minutes=int(minutes[place])), effect.table(which)


def _parts(standing: Standing, side: Side, ranks: dict[PersonId, int]) -> Iterator[_Found]:
    """Yield what the person's own hours open, and what those of the others do."""
    import numpy as np

    hours, table = standing.hours, standing.table
    needed = _needed(hours.beside[side.place], hours.points, standing.minimum)
    openable = (standing.open & ~table.scores.apart & ~table.allowed & (table.seats > 0)[:, None])[side.place] & (needed < _NEVER)
    if side.learns and not table.either[standing.columns[side.person_id]]:
        # A mentee without pair gets one more only from who can give it, whatever else changes.
        openable &= side.useful
    places = np.nonzero(openable)[0]
    if not len(places):
        return
    own, other = _own(standing, side.person_id, side.learns), _windows(hours.mentors if side.learns else hours.mentees, places)
    total, longest = hours.total[side.place][places], hours.longest[side.place][places]
    whose = np.array([ranks[side.others[place]] for place in places.tolist()], dtype=np.intp)
    for theirs, found in ((False, openings(own, other, total, longest)), (True, openings(other, own, total, longest))):
        opens = found.tight & (found.longest >= standing.situation.edition.minutes) & (found.total >= needed[places])
        rows, couples = np.nonzero(opens)
        minutes = found.minutes[rows, couples]
        yield _Found(
            minutes=minutes,
            lacking=minutes if theirs else found.lacking[rows, couples],
            whose=whose[couples] if theirs else np.zeros(len(rows), dtype=np.intp),
            stretch=rows,
            useful=side.useful[places][couples],
        )


def _needed(beside: Floats, points: float, minimum: float) -> Minutes:
    """Return how many minutes a week must be shared so that the score reaches the minimum."""
    import numpy as np

    short = np.maximum(minimum - NEAR - beside, 0.0)
    if not points:
        return np.where(short > 0, _NEVER, 0).astype(np.int16)
    minutes = np.ceil(short / points * ENOUGH_MINUTES - NEAR)
    return np.where(minutes <= ENOUGH_MINUTES, minutes, _NEVER).astype(np.int16)


def _windows(sheet: Sheet, places: Numbers) -> Windows:
    return sheet.starts[:, :, places], sheet.ends[:, :, places]


def _own(standing: Standing, person_id: PersonId, learns: bool) -> Windows:
    import numpy as np

    sheet, places = (standing.hours.mentees, standing.columns) if learns else (standing.hours.mentors, standing.rows)
    return _windows(sheet, np.array([places[person_id]], dtype=np.intp))


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """Somebody's row or column: what each stretch makes of it, stretches × others. ``place`` picks it out of the table.

    ``seen`` are the scores of the allowed pairs, rounded, −1 for the others.
    """

    place: Place
    values: Floats
    allowed: Flags
    seen: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Effect:
    """What each stretch of one person does to the whole table."""

    standing: Standing
    lines: tuple[_Line, ...]

    def come_to(self, stretch: int) -> bytes:
        """Return what tells apart the tables that stretches give."""
        return b"".join(line.seen[stretch].tobytes() for line in self.lines)

    def table(self, stretch: int) -> Table:
        """Return the table with one stretch more."""
        table = self.standing.table
        values, allowed = table.scores.values.copy(), table.allowed.copy()
        for line in self.lines:
            values[line.place], allowed[line.place] = line.values[stretch], line.allowed[stretch]
        return replace(table, scores=replace(table.scores, values=values), allowed=allowed)


class _Effects:
    """What the stretches of people do, worked out when it is asked for."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._known: dict[PersonId, _Effect] = {}
        self._altering: dict[PersonId, Flags] = {}

    def of(self, person_id: PersonId) -> _Effect:
        """Return what each stretch of somebody does to the table."""
        if person_id not in self._known:
            standing = self._standing
            row, column = standing.rows.get(person_id), standing.columns.get(person_id)
            places: list[tuple[bool, Place]] = []
            if row is not None and standing.table.seats[row] > 0:
                places.append((False, (row, slice(None))))
            if column is not None:
                places.append((True, (slice(None), column)))
            lines = tuple(_line(standing, person_id, learns, place) for learns, place in places)
            self._known[person_id] = _Effect(standing, lines)
        return self._known[person_id]

    def alters(self, person_id: PersonId) -> Flags:
        """Return which stretches of somebody may change the best assignments of the mentees.

        By the prices of the present ones: a pair that is not in them can only come in when it gains as much as both cost.
        That the pairs in them gain more leaves at most fewer of them, and so nobody a pair more.
        """
        if person_id not in self._altering:
            self._altering[person_id] = self._may_alter(person_id)
        return self._altering[person_id]

    def _may_alter(self, person_id: PersonId) -> Flags:
        import numpy as np

        standing, table, hours = self._standing, self._standing.table, self._standing.hours
        row = standing.rows.get(person_id)
        place: Place = (slice(None), standing.columns[person_id]) if row is None else (row, slice(None))
        others = np.broadcast_to(~table.either[None, :], table.allowed.shape)[place]
        if standing.objective is Objective.TOTAL:
            others = others & ~standing.chosen[place]
        best = hours.beside[place] + hours.points
        others = others & (standing.open & ~table.scores.apart & (table.seats > 0)[:, None])[place] & (best >= standing.price[place])
        if not (others & (standing.timeless[place] | (hours.total[place] < ENOUGH_MINUTES))).any():
            return np.zeros(stretch_count(), dtype=np.bool_)
        # Who teaches in these pairs has a row, whoever may learn too.
        line = self.of(person_id).lines[0]
        changed = ~table.allowed[place] | (line.values > table.scores.values[place] + TOLERANCE)
        return np.asarray((others & line.allowed & changed & (line.values >= standing.price[place])).any(axis=1))


def _line(standing: Standing, person_id: PersonId, learns: bool, place: Place) -> _Line:
    import numpy as np

    hours, table = standing.hours, standing.table
    other = hours.mentors if learns else hours.mentees
    windows = other.starts, other.ends
    found = openings(_own(standing, person_id, learns), windows, hours.total[place], hours.longest[place])
    values = hours.beside[place] + hours.points * np.minimum(1.0, found.total / ENOUGH_MINUTES)
    possible = (standing.open & ~table.scores.apart & (table.seats > 0)[:, None])[place]
    meets = (found.longest >= standing.situation.edition.minutes) & (values >= standing.minimum - TOLERANCE)
    allowed = possible & meets
    return _Line(place, values, allowed, np.where(allowed, values.round(9), -1.0))
