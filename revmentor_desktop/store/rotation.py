# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which copies of a file may go. By their numbers, never by the clock: an evening in the year 2099 must not cost a true copy.

Kept are the newest copies, the last copy of each of the newest days and of each of the newest months, where “newest” means the
highest number. A copy that is not verified fills no place and is never removed: nobody knows what is in it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

NEWEST, DAYS, MONTHS = 10, 14, 12
"""How many copies are kept: the newest ones, of different days, of different months."""
UNTOUCHED = 3
"""The newest verified copies that stay even if there is no room for them."""


class Numbered(Protocol):
    """What rotation looks at in a copy."""

    @property
    def sequence(self) -> int:
        """Return its number; newer copies have higher ones."""
        ...

    @property
    def when(self) -> datetime:
        """Return when it was made, as the clock said."""
        ...

    @property
    def size(self) -> int:
        """Return its bytes."""
        ...

    @property
    def verified(self) -> bool:
        """Return whether it is known to hold what it held when it was made."""
        ...


C = TypeVar("C", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Plan(Generic[C]):
    """What may go: ``expired`` because newer copies hold every place, ``thinned`` because there is no room; oldest first."""

    expired: tuple[C, ...]
    thinned: tuple[C, ...]


def plan(copies: Iterable[C], limit: int) -> Plan[C]:
    """Say which copies of one file may go so that the rest take at most ``limit`` bytes, as far as the rules allow."""
    everything = sorted(copies, key=lambda copy: copy.sequence, reverse=True)
    verified = [copy for copy in everything if copy.verified]
    places = {
        *_places(verified[:NEWEST]),
        *_places(_last_of_each(verified, lambda when: (when.year, when.month, when.day))[:DAYS]),
        *_places(_last_of_each(verified, lambda when: (when.year, when.month))[:MONTHS]),
    }
    kept = [copy for copy in verified if copy.sequence in places]
    expired = [copy for copy in verified if copy.sequence not in places]
    taken = sum(copy.size for copy in everything) - sum(copy.size for copy in expired)
    thinned: list[C] = []
    for copy in reversed(kept[UNTOUCHED:]):
        if taken <= limit:
            break
        thinned.append(copy)
        taken -= copy.size
    return Plan(tuple(reversed(expired)), tuple(thinned))


def _places(copies: Sequence[Numbered]) -> set[int]:
    return {copy.sequence for copy in copies}


def _last_of_each(copies: Sequence[C], label: Callable[[datetime], tuple[int, ...]]) -> list[C]:
    """Return the newest copy of every day or month, in the order of their numbers."""
    last: dict[tuple[int, ...], C] = {}
    for copy in copies:
        last.setdefault(label(copy.when), copy)
    return list(last.values())
