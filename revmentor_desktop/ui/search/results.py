# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be found, and what of it a query finds. Pure: no widgets, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import folded

GROUP_LIMIT, LIMIT = 6, 24
"""Most results of one group, and of all together."""


class Group(IntEnum):
    """The groups of results, in their order when none fits the query better than another."""

    PEOPLE = 0
    PAIRS = 1
    SESSIONS = 2
    DOCUMENTS = 3
    ACTIONS = 4
    PLACES = 5


AT_FIRST = (Group.PLACES, Group.ACTIONS)
"""What is shown before anything is typed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: ``title`` and ``detail`` are shown, ``more`` is only searched.

    ``place`` is the key of the screen it is on and ``target`` what to select there; without a place, ``target`` is what
    to do. ``keys`` is its shortcut. ``initials`` and ``role`` make the sign of a person, ``icon`` names that of all else.
    """

    group: Group
    title: str
    detail: str = ""
    more: str = ""
    icon: str = ""
    keys: str = ""
    place: str = ""
    target: object = None
    initials: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """An entry as it is compared, accents and case away; a space before each so that a word begins after one."""

    entry: Entry
    title: str
    all: str


class Index:
    """Entries made ready to be searched: once per opening, so that typing costs little."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the entries in; among equals their order stays."""
        self._known = tuple(_ready(entry) for entry in entries)

    def find(self, query: str) -> tuple[Entry, ...]:
        """Return what has every word of ``query`` in it, by groups, the best first; at most `GROUP_LIMIT` a group, `LIMIT` in all.

        The group with the best result comes first. Without words: places and actions.
        """
        wanted = folded(query)
        if not wanted:
            firsts = [[known.entry for known in self._known if known.entry.group is group] for group in AT_FIRST]
            return _limited(firsts)
        words = wanted.split()
        found: dict[Group, list[tuple[int, Entry]]] = {}
        for known in self._known:
            rank = _rank(known, wanted, words)
            if rank is not None:
                found.setdefault(known.entry.group, []).append((rank, known.entry))
        groups = [sorted(ranked, key=_by_rank) for ranked in found.values()]
        groups.sort(key=_by_best)
        return _limited([[entry for _rank, entry in ranked] for ranked in groups])


def _ready(entry: Entry) -> _Words:
    title = f" {folded(entry.title)}"
    rest = folded(f"{entry.detail} {entry.more}")
    return _Words(entry, title, f"{title} {rest}" if rest else title)


def _rank(known: _Words, wanted: str, words: Sequence[str]) -> int | None:
    """How well an entry fits, 0 best; ``None``: a word is nowhere in it."""
    if not all(word in known.all for word in words):
        return None
    if known.title.startswith(wanted, 1):
        return 0
    if all(f" {word}" in known.title for word in words):
        return 1
    if all(word in known.title for word in words):
        return 2
    return 3 if all(f" {word}" in known.all for word in words) else 4


def _by_rank(ranked: tuple[int, Entry]) -> int:
    return ranked[0]


def _by_best(ranked: Sequence[tuple[int, Entry]]) -> tuple[int, Group]:
    rank, entry = ranked[0]
    return rank, entry.group


def _limited(groups: Sequence[Sequence[Entry]]) -> tuple[Entry, ...]:
    """Keep the best of each; over the limit, the longest groups give way first, the last ones before the others."""
    kept = [list(entries[:GROUP_LIMIT]) for entries in groups]
    while sum(map(len, kept)) > LIMIT:
        max(reversed(kept), key=len).pop()
    return tuple(entry for entries in kept for entry in entries)
