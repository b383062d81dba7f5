# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which one more stretch of hours would let two people meet, for many couples at once.

A stretch is what can be marked on the weekly grid of the intake form: whole cells of one day, Monday to Friday.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from revmentor_desktop.domain.availability import GRID_END, GRID_START, GRID_STEP, Window

if TYPE_CHECKING:
    from revmentor_desktop.pairing.grid import Flags, Minutes

    Windows = tuple[Minutes, Minutes]

_DAYS = 5
_CELLS = (GRID_END - GRID_START) // GRID_STEP


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """What each stretch does, stretches × couples.

    ``total`` and ``longest`` are the minutes shared a week and in the longest stretch with it; ``minutes`` those that the
    person did not have yet, ``lacking`` those of them that the partner has not either. ``tight``: no cell at either end
    is one that the person has already, which would only lengthen what is said.
    """

    total: Minutes
    longest: Minutes
    minutes: Minutes
    lacking: Minutes
    tight: Flags


@cache
def _ends() -> tuple[tuple[int, int], ...]:
    """Return first and last cell (inclusive) of every stretch of one day."""
    return tuple((first, last) for first in range(_CELLS) for last in range(first, _CELLS))


def stretch_count() -> int:
    """Return how many stretches a week has."""
    return _DAYS * len(_ends())


def window(stretch: int) -> Window:
    """Return the hours of a stretch, a row of `Openings`."""
    weekday, place = divmod(stretch, len(_ends()))
    first, last = _ends()[place]
    return Window(weekday, GRID_START + first * GRID_STEP, GRID_START + (last + 1) * GRID_STEP)


def openings(changed: Windows, other: Windows, total: Minutes, longest: Minutes) -> Openings:
    """Return what one more stretch for ``changed`` does to each couple.

    Both are starts and ends of merged windows, weekday × place in the day × couple; one of the two may have a single
    last element, the same person in every couple. ``total`` and ``longest`` are what each couple shares now.
    """
    import numpy as np

    days = [_day((changed[0][day], changed[1][day]), (other[0][day], other[1][day]), total, longest) for day in range(_DAYS)]
    return Openings(
        total=np.concatenate([day.total for day in days]),
        longest=np.concatenate([day.longest for day in days]),
        minutes=np.concatenate([day.minutes for day in days]),
        lacking=np.concatenate([day.lacking for day in days]),
        tight=np.concatenate([day.tight for day in days]),
    )


def _day(changed: Windows, other: Windows, total: Minutes, longest: Minutes) -> Openings:
    import numpy as np

    couples = len(total)
    firsts, lasts = np.array(_ends(), dtype=np.intp).T
    starts = (GRID_START + firsts * GRID_STEP).astype(np.int16)[:, None]
    ends = (GRID_START + (lasts + 1) * GRID_STEP).astype(np.int16)[:, None]
    cells = _new_in_cells(changed, other, couples)
    sums = [np.concatenate([np.zeros((1, couples), dtype=np.int16), one.cumsum(axis=0, dtype=np.int16)]) for one in cells]
    minutes, gained = (one[lasts + 1] - one[firsts] for one in sums)
    low, high = _grown(changed, starts, ends)
    best = np.broadcast_to(longest, minutes.shape)
    for start, end in zip(*other, strict=True):
        if end.any():
            best = np.maximum(best, np.minimum(high, end) - np.maximum(low, start))
    return Openings(total + gained, best, minutes, minutes - gained, (cells[0][firsts] > 0) & (cells[0][lasts] > 0))


def _new_in_cells(changed: Windows, other: Windows, couples: int) -> tuple[Minutes, Minutes]:
    """Return the minutes of each cell that ``changed`` has not yet, and those of them that ``other`` has (cells × couples)."""
    import numpy as np

    starts = np.arange(GRID_START, GRID_END, GRID_STEP, dtype=np.int16)[:, None]
    ends = starts + np.int16(GRID_STEP)
    new = np.full((_CELLS, couples), GRID_STEP, dtype=np.int16)
    gained = np.zeros((_CELLS, couples), dtype=np.int16)
    for start, end in zip(*changed, strict=True):
        new -= np.maximum(np.minimum(ends, end) - np.maximum(starts, start), 0)
    for low, high in zip(*other, strict=True):
        first, last = np.maximum(starts, low), np.minimum(ends, high)
        gained += np.maximum(last - first, 0)
        for start, end in zip(*changed, strict=True):
            gained -= np.maximum(np.minimum(last, end) - np.maximum(first, start), 0)
    return new, gained


def _grown(changed: Windows, starts: Minutes, ends: Minutes) -> tuple[Minutes, Minutes]:
    """Return from when to when the person could meet without a break once each stretch is added."""
    import numpy as np

    low, high = starts, ends
    for start, end in zip(*changed, strict=True):
        touches = (start < end) & (start <= ends) & (end >= starts)
        low = np.minimum(low, np.where(touches, start, starts))
        high = np.maximum(high, np.where(touches, end, ends))
    return low, high
