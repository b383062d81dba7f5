# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The pages of a plain SQLite file as bytes, for a file that SQLite itself can't read any more.

Written after sqlite.org/fileformat.html for what our files are: pages of 4,096 bytes without a reserved end, UTF-8, tables with row
numbers. Nothing here believes a number that it has read: each is compared with the sizes around it, and `BrokenPage` is raised.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

PAGE = 4096
LEAF, INTERIOR = 13, 5
"""First bytes of the pages of a table: rows, and the way to them."""
INDEX_LEAF, INDEX_INTERIOR = 10, 2
"""First bytes of the pages of an index; rows of it stand in both kinds."""
_MOST_LOCAL = {LEAF: PAGE - 35, INDEX_LEAF: (PAGE - 12) * 64 // 255 - 23, INDEX_INTERIOR: (PAGE - 12) * 64 // 255 - 23}
_LEAST_LOCAL = (PAGE - 12) * 32 // 255 - 23
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Value = str | int | float | bytes | None


class BrokenPage(Exception):  # noqa: N818 (what it is, not what went wrong in our code)
    """A page, or something on it, is not what the file format says."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the table (0 in an index) and its values as they are stored."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """The rows of one page that can be read, and how many can't."""

    rows: tuple[Row, ...]
    broken: int


class Pages:
    """A file as pages, numbered from 1; what a last page lacks is read as zeros."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.count = -(-len(content) // PAGE)

    def page(self, number: int) -> bytes:
        """Return the bytes of one page. Raises `BrokenPage` when there is none of that number."""
        if not 1 <= number <= self.count:
            raise BrokenPage
        return self._content[(number - 1) * PAGE : number * PAGE].ljust(PAGE, b"\0")

    def kind(self, number: int) -> int:
        """Return the first byte of a page's own header."""
        return self.page(number)[_start(number)]

    def branches(self, number: int) -> tuple[tuple[int, int | None], ...]:
        """Return the pages below an interior page, in order, each with the highest row number that may stand there (None: any).

        In an index that number is always None. Raises `BrokenPage`.
        """
        page = self.page(number)
        kind = page[_start(number)]
        if kind not in {INTERIOR, INDEX_INTERIOR}:
            raise BrokenPage
        below = [self._branch(page, place, kind) for place in _places(page, number)]
        return (*below, (_big(page, _start(number) + 8, 4), None))

    def rows(self, number: int) -> Leaf:
        """Return what a page of rows holds, of a table or of an index. Raises `BrokenPage` when it is no such page."""
        page = self.page(number)
        kind = page[_start(number)]
        if kind not in _MOST_LOCAL:
            raise BrokenPage
        found: list[Row] = []
        broken = 0
        for place in _places(page, number):
            try:
                found.append(self._row(page, place, kind))
            except BrokenPage:
                broken += 1
        return Leaf(tuple(found), broken)

    @staticmethod
    def _branch(page: bytes, place: int, kind: int) -> tuple[int, int | None]:
        below = _big(page, place, 4) if place + 4 <= PAGE else 0
        if kind == INDEX_INTERIOR:
            return below, None
        try:
            highest, _end = varint(page, place + 4)
        except BrokenPage:
            return 0, None
        return below, _signed(highest)

    def _row(self, page: bytes, place: int, kind: int) -> Row:
        if kind == INDEX_INTERIOR:
            place += 4
        size, place = varint(page, place)
        number = 0
        if kind == LEAF:
            number, place = varint(page, place)
        return Row(_signed(number), record(self._payload(page, place, size, kind)))

    def _payload(self, page: bytes, place: int, size: int, kind: int) -> bytes:
        if size > len(self._content):
            raise BrokenPage
        local = size
        if size > _MOST_LOCAL[kind]:
            local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE - 4)
            local = local if local <= _MOST_LOCAL[kind] else _LEAST_LOCAL
        end = place + local
        if end + (4 if local < size else 0) > PAGE:
            raise BrokenPage
        parts = [page[place:end]]
        if local < size:
            parts.extend(self._overflow(_big(page, end, 4), size - local))
        return b"".join(parts)

    def _overflow(self, number: int, left: int) -> Iterator[bytes]:
        seen: set[int] = set()
        while left > 0:
            if number in seen:
                raise BrokenPage
            seen.add(number)
            page = self.page(number)
            yield page[4 : 4 + min(left, PAGE - 4)]
            left -= PAGE - 4
            number = _big(page, 0, 4)
        if number:
            raise BrokenPage


def varint(content: bytes, place: int) -> tuple[int, int]:
    """Return the number that stands at ``place`` in 1 to 9 bytes, high bits first, and where it ends. Raises `BrokenPage`."""
    value = 0
    for length in range(9):
        if place + length >= len(content):
            raise BrokenPage
        byte = content[place + length]
        if length == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + length + 1
    raise BrokenPage


def _signed(number: int) -> int:
    return number - ((number >> 63) << 64)


def record(content: bytes) -> tuple[Value, ...]:
    """Return the values of one record. Raises `BrokenPage` unless its types and its length agree to the byte."""
    head, place = varint(content, 0)
    if not place <= head <= len(content):
        raise BrokenPage
    types: list[int] = []
    while place < head:
        kind, place = varint(content, place)
        types.append(kind)
    if place != head:
        raise BrokenPage
    values: list[Value] = []
    for kind in types:
        size = _size(kind)
        if place + size > len(content):
            raise BrokenPage
        values.append(_value(kind, content[place : place + size]))
        place += size
    if place != len(content):
        raise BrokenPage
    return tuple(values)


def _size(kind: int) -> int:
    if kind in _INTEGERS:
        return _INTEGERS[kind]
    if kind == 7:
        return 8
    if kind in {10, 11}:  # kept for SQLite's own use, never in a file
        raise BrokenPage
    return (kind - 12) // 2 if kind >= 12 else 0


def _value(kind: int, content: bytes) -> Value:
    if kind in _INTEGERS:
        return int.from_bytes(content, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", content)[0])
    if kind >= 12 and kind % 2 == 0:
        return content
    if kind >= 13:
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            raise BrokenPage from error
    return {0: None, 8: 0, 9: 1}[kind]


def _places(page: bytes, number: int) -> list[int]:
    """Return where the cells of a page begin. Raises `BrokenPage` when even the list of them can't be on it."""
    start = _start(number)
    first = start + (12 if page[start] in {INTERIOR, INDEX_INTERIOR} else 8)
    end = first + 2 * _big(page, start + 3, 2)
    if end > PAGE:
        raise BrokenPage
    # A cell that would begin among these very numbers is read at the last byte, where none can be: it counts as broken.
    return [place if end <= place < PAGE else PAGE - 1 for place in (_big(page, at, 2) for at in range(first, end, 2))]


def _start(number: int) -> int:
    """Return where a page's own header begins: the first page has that of the file before it."""
    return 100 if number == 1 else 0


def _big(content: bytes, place: int, size: int) -> int:
    return int.from_bytes(content[place : place + size], "big")
